import { hostingOf } from "../../capacity/ladder";
import type { Plan } from "../../lines";
import type { Architecture } from "../../plan/setting";
import type { TermWriter } from "../../terms";

/** What a word of the plan stands for. */
export interface PlanWordMeaning {
  readonly meaning: string;
  /** How generated loops read it from the plan `p`, and in the month `m` (from 0) where it changes from month to month. */
  readonly fast: string;
  readonly changes?: true;
  /** The keys and steps of planning that it follows from. */
  readonly reads: readonly string[];
  /** How an explanation prints it; a number where it only decides which part of a formula holds. */
  readonly printed: (plan: Plan, t: TermWriter) => string | number;
}

const BEFORE = '(p.service !== undefined && p.service.first > 1 ? p.service.other : p.a["plan.current"])';

/** Whether an architecture runs before the plan's own is in service. */
function runsBefore(architecture: Architecture, meaning: string): PlanWordMeaning {
  return {
    meaning,
    fast: `(${BEFORE} === "${architecture}" ? 1 : 0)`,
    reads: ["plan.current"],
    printed: ({ a, service }, t) => {
      t.because("plan.current");
      return (service && service.first > 1 ? service.other : a["plan.current"]) === architecture ? 1 : 0;
    },
  };
}

/** Words that stand for one number of the whole plan. */
export const PLAN_WORDS = {
  no_limit: {
    meaning: "what has no bound",
    fast: "Infinity",
    reads: [],
    printed: () => "no_limit",
  },
  plan_months: {
    meaning: "months of the plan",
    fast: "p.timeline.months",
    reads: ["plan.years"],
    printed: () => "(12 * plan.years)",
  },
  central_share: {
    meaning: "share of load and data that is central: 1 central, 0 distributed",
    fast: "p.centralShare",
    reads: ["step:share"],
    printed: ({ centralShare }) => (centralShare > 0 && centralShare < 1 ? "hybrid.central_share" : centralShare),
  },
  distributed_share: {
    meaning: "share of load and data that is distributed",
    fast: "(1 - p.centralShare)",
    reads: ["step:share"],
    printed: ({ centralShare }) => (centralShare > 0 && centralShare < 1 ? "(1 - hybrid.central_share)" : 1 - centralShare),
  },
  first_month: {
    meaning: "first month in which the architecture is in service",
    fast: "(p.service?.first ?? 1)",
    reads: [],
    printed: ({ service }) => service?.first ?? 1,
  },
  owns_servers: {
    meaning: "1 where the servers of a part are bought, 0 where all are rented",
    fast: '((p.centralShare > 0 && p.a["vertical.hosting"] === "owned") || (p.centralShare < 1 && p.a["horizontal.hosting"] === "owned") ? 1 : 0)',
    reads: ["step:share", "vertical.hosting", "horizontal.hosting"],
    printed: ({ a, centralShare }, t) => {
      const parts = [...(centralShare > 0 ? (["vertical"] as const) : []), ...(centralShare < 1 ? (["horizontal"] as const) : [])];
      t.because(...parts.map((part) => `${part}.hosting`));
      return parts.some((part) => hostingOf(a, part) === "owned") ? 1 : 0;
    },
  },
  in_service: {
    meaning: "1 in the months in which the architecture is in service, else 0",
    fast: "(p.service !== undefined && (m + 1 < p.service.first || m + 1 > p.service.last) ? 0 : 1)",
    changes: true,
    reads: [],
    printed: () => 1,
  },
  runs_central: runsBefore("vertical", "1 when the system is central before the architecture is in service"),
  runs_distributed: runsBefore("horizontal", "1 when the system is distributed before the architecture is in service"),
  expires: {
    meaning: "1 when data is kept for some years only, 0 when for ever",
    fast: '(p.a["data.retention_years"] > 0 ? 1 : 0)',
    reads: ["data.retention_years"],
    printed: ({ a }, t) => {
      t.because("data.retention_years");
      return a["data.retention_years"] > 0 ? 1 : 0;
    },
  },
  has_divestitures: {
    meaning: "1 when a deal takes data away",
    fast: "(p.demand.deals.some(({ deal }) => deal.tb < 0) ? 1 : 0)",
    reads: ["step:deals"],
    printed: ({ demand }) => (demand.deals.some(({ deal }) => deal.tb < 0) ? 1 : 0),
  },
  integration_months: {
    meaning: "months over which a deal moves onto the platform",
    fast: "p.demand.pace.months",
    reads: ["step:deals"],
    printed: () => "integration_months",
  },
  has_one_pace: {
    meaning: "1 when deals move at one pace in all months, 0 when another architecture takes over",
    fast: "(p.demand.pace.later === undefined ? 1 : 0)",
    reads: ["step:deals"],
    printed: ({ demand }) => (demand.pace.later === undefined ? 1 : 0),
  },
  pace_until: {
    meaning: "last month of the first pace",
    fast: "(p.demand.pace.later?.after ?? 0)",
    reads: ["step:deals"],
    printed: ({ demand }) => demand.pace.later?.after ?? 0,
  },
  later_months: {
    meaning: "months over which a deal moves after it",
    fast: "(p.demand.pace.later?.months ?? 0)",
    reads: ["step:deals"],
    printed: ({ demand }) => demand.pace.later?.months ?? 0,
  },
} as const satisfies Readonly<Record<string, PlanWordMeaning>>;

export type PlanWord = keyof typeof PLAN_WORDS;
