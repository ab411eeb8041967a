import { weightedDeals } from "../demand/deals";
import type { IntegrationPace } from "../demand/deals";
import type { Architecture } from "../plan/setting";
import type { Assumptions } from "../catalogue/resolved";
import { timelineOf } from "../timeline";

/** How fast deals move does not matter to whether there are any. */
const AT_ONCE: IntegrationPace = { months: 0 };

/** Where an answer of the checklist points. */
export type Lean = "central" | "distributed" | "either";

/** One question of the decision checklist, answered from the scenario. */
export interface ChecklistAnswer {
  readonly question: string;
  readonly answer: string;
  readonly lean: Lean;
  readonly reason: string;
}

/** What most answers recommend. */
export type Recommendation = "central" | "hybrid first" | "open";

/** The cost of an architecture by a metric; undefined when it is infeasible. */
export type CostOf = (architecture: Architecture) => number | undefined;

export interface Advice {
  readonly answers: readonly ChecklistAnswer[];
  readonly recommendation: Recommendation;
  readonly reason: string;
  readonly costs: CostVerdict;
}

/** What the costs say, beside the recommendation. */
export interface CostVerdict {
  /** Cheapest first; those without a plan are not there. */
  readonly ranked: readonly { readonly architecture: Architecture; readonly cost: number }[];
  /** Whether the cheapest is what the checklist recommends; undefined when either leaves it open. */
  readonly agrees: boolean | undefined;
}

/** From so many sites on, distribution pays for itself in resilience and nearness. */
const MANY_SITES = 3;

interface Rule {
  readonly question: string;
  readonly answer: (a: Assumptions) => string;
  /** By answer; every other answer counts as the last. */
  readonly leans: readonly (readonly [answer: string, lean: Lean, reason: string])[];
}

/** The decision checklist. Source: article "Distributed vs. Centralized Health System Architectures", May 2026. */
const CHECKLIST: readonly Rule[] = [
  {
    question: "How many sites?",
    answer: ({ "demand.sites": sites }) => (sites < MANY_SITES ? "1-2" : "3 or more"),
    leans: [
      ["3 or more", "distributed", "each site keeps working when another site or its link fails"],
      ["1-2", "central", "one location is simpler to run than many, and there is little to distribute"],
    ],
  },
  {
    question: "Do sites need each other's data in real time?",
    answer: (a) => a["advice.latency"],
    leans: [
      ["yes", "distributed", "with local caching: a round trip to one data center is too slow for every access"],
      ["no", "central", "the round trip to the data center is fast enough"],
    ],
  },
  {
    question: "Must all sites see the same data at once?",
    answer: (a) => a["advice.consistency"],
    leans: [
      ["very", "central", "one database is always consistent; several have to agree first"],
      ["eventual", "distributed", "copies may differ for a moment, as is usual in distributed databases"],
    ],
  },
  {
    question: "Does the team know distributed systems?",
    answer: (a) => a["advice.expertise"],
    leans: [
      ["yes", "distributed", "the team can run it from the start"],
      ["no", "central", "learning takes time, and mistakes happen until then"],
    ],
  },
  {
    question: "Can you afford high-end servers and links?",
    answer: (a) => a["advice.infrastructure_budget"],
    leans: [
      ["yes", "central", "scaling up needs the largest servers and fast links"],
      ["no", "distributed", "small servers are bought as needed"],
    ],
  },
  {
    question: "Must data stay in several places by law?",
    answer: (a) => a["advice.residency"],
    leans: [
      ["yes", "distributed", "the law forbids one location for all data"],
      ["no", "either", "both are allowed"],
    ],
  },
  {
    question: "Are acquisitions planned?",
    answer: (a) =>
      weightedDeals(a, timelineOf(a["plan.start"], a["plan.years"]), AT_ONCE).some(({ closeMonth }) => closeMonth > 0) ? "yes" : "none",
    leans: [
      ["yes", "distributed", "an acquired system joins as a node, without a move first"],
      ["none", "central", "there are no systems to integrate"],
    ],
  },
];

function answered(a: Assumptions, { question, answer, leans }: Rule): ChecklistAnswer {
  const text = answer(a);
  const [, lean, reason] = leans.find(([each]) => each === text) ?? leans[leans.length - 1];
  return { question, answer: text, lean, reason };
}

function recommended(answers: readonly ChecklistAnswer[]): { readonly recommendation: Recommendation; readonly reason: string } {
  const count = (lean: Lean): number => answers.filter((each) => each.lean === lean).length;
  const [central, distributed] = [count("central"), count("distributed")];
  const tally = `${distributed} of ${answers.length} answers favor distributed, ${central} favor central`;
  if (distributed > central) return { recommendation: "hybrid first", reason: `${tally}: start hybrid and distribute from there` };
  if (central > distributed) return { recommendation: "central", reason: `${tally}: stay central and scale up` };
  return { recommendation: "open", reason: `${tally}: let costs and risks decide` };
}

const MEANT: Readonly<Record<Recommendation, readonly Architecture[]>> = {
  central: ["vertical"],
  "hybrid first": ["hybrid", "horizontal"],
  open: [],
};

/** The checklist's answers with the architecture each favors, the recommendation of the majority, and the costs. */
export function adviceOn(a: Assumptions, costOf: CostOf): Advice {
  const answers = CHECKLIST.map((rule) => answered(a, rule));
  const { recommendation, reason } = recommended(answers);
  const ranked = (["vertical", "horizontal", "hybrid"] as const)
    .flatMap((architecture) => {
      const cost = costOf(architecture);
      return cost === undefined ? [] : [{ architecture, cost }];
    })
    .sort((one, other) => one.cost - other.cost);
  const cheapest = ranked.at(0)?.architecture;
  const agrees = cheapest === undefined || recommendation === "open" ? undefined : MEANT[recommendation].includes(cheapest);
  return { answers, recommendation, reason, costs: { ranked, agrees } };
}
