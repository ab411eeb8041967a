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

/** What an architecture costs by a metric; undefined where no plan carries the demand. */
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
      ["3 or more", "distributed", "each site keeps working when another or its link fails"],
      ["1-2", "central", "one place to run is simpler than many, and there is little to spread"],
    ],
  },
  {
    question: "Do sites need each other's data in real time?",
    answer: (a) => a["advice.latency"],
    leans: [
      ["yes", "distributed", "with local caching: a round trip to one centre is too long for every access"],
      ["no", "central", "nobody waits for the way to the centre"],
    ],
  },
  {
    question: "Must all sites see the same data at once?",
    answer: (a) => a["advice.consistency"],
    leans: [
      ["very", "central", "one database is consistent by itself; many have to agree first"],
      ["eventual", "distributed", "copies may differ for a moment, which is what distributed databases do best"],
    ],
  },
  {
    question: "Does the team know distributed systems?",
    answer: (a) => a["advice.expertise"],
    leans: [
      ["yes", "distributed", "the people who run it are there"],
      ["no", "central", "learning it costs time, and mistakes until then"],
    ],
  },
  {
    question: "Can high-end servers and links be afforded?",
    answer: (a) => a["advice.infrastructure_budget"],
    leans: [
      ["yes", "central", "the largest servers and strong links are what scaling up needs"],
      ["no", "distributed", "many small servers are bought as they are needed"],
    ],
  },
  {
    question: "Must data stay in several places by law?",
    answer: (a) => a["advice.residency"],
    leans: [
      ["yes", "distributed", "one place for all is forbidden"],
      ["no", "either", "both are allowed"],
    ],
  },
  {
    question: "Are acquisitions planned?",
    answer: (a) =>
      weightedDeals(a, timelineOf(a["plan.start"], a["plan.years"]), AT_ONCE).some(({ closeMonth }) => closeMonth > 0) ? "yes" : "none",
    leans: [
      ["yes", "distributed", "an acquired system joins as a node; it need not be moved first"],
      ["none", "central", "nothing has to be joined"],
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
  const tally = `${distributed} of ${answers.length} answers lean to distributed, ${central} to central`;
  if (distributed > central) return { recommendation: "hybrid first", reason: `${tally}: start hybrid and distribute from there` };
  if (central > distributed) return { recommendation: "central", reason: `${tally}: stay central and scale up` };
  return { recommendation: "open", reason: `${tally}: let costs and risks decide` };
}

const MEANT: Readonly<Record<Recommendation, readonly Architecture[]>> = {
  central: ["vertical"],
  "hybrid first": ["hybrid", "horizontal"],
  open: [],
};

/** The checklist's answers with their lean, what most of them recommend, and what the costs say beside it. */
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
