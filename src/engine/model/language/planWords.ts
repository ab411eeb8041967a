import { hostingOf } from "../../capacity/ladder";
import type { Plan } from "../../lines";
import type { Architecture } from "../../plan/setting";
import type { TermWriter } from "../../terms";

/** The meaning of a word of the plan. */
export interface PlanWordMeaning {
  /** The keys and steps of planning that it follows from. */
  readonly reads: readonly string[];
  /** How an explanation prints it; a number where it only decides which part of a formula holds. */
  readonly printed: (plan: Plan, t: TermWriter) => string | number;
}

/** Whether an architecture runs before the plan's own is in service. */
function runsBefore(architecture: Architecture): PlanWordMeaning {
  return {
    reads: ["plan.current"],
    printed: ({ a, service }, t) => {
      t.because("plan.current");
      return (service && service.first > 1 ? service.other : a["plan.current"]) === architecture ? 1 : 0;
    },
  };
}

/** Words with one number for the whole plan; scripts/model/readings.ts defines how the loops read them. */
export const PLAN_WORDS = {
  /** What has no bound. */
  no_limit: {
    reads: [],
    printed: () => "no_limit",
  },
  /** Months of the plan. */
  plan_months: {
    reads: ["plan.years"],
    printed: () => "(12 * plan.years)",
  },
  /** Share of load and data that is central: 1 central, 0 distributed. */
  central_share: {
    reads: ["step:share"],
    printed: ({ centralShare }) => (centralShare > 0 && centralShare < 1 ? "hybrid.central_share" : centralShare),
  },
  /** Share of load and data that is distributed. */
  distributed_share: {
    reads: ["step:share"],
    printed: ({ centralShare }) => (centralShare > 0 && centralShare < 1 ? "(1 - hybrid.central_share)" : 1 - centralShare),
  },
  /** First month in which the architecture is in service. */
  first_month: {
    reads: [],
    printed: ({ service }) => service?.first ?? 1,
  },
  /** 1 where the servers of a part are bought, 0 where all are rented */
  owns_servers: {
    reads: ["step:share", "vertical.hosting", "horizontal.hosting"],
    printed: ({ a, centralShare }, t) => {
      const parts = [...(centralShare > 0 ? (["vertical"] as const) : []), ...(centralShare < 1 ? (["horizontal"] as const) : [])];
      t.because(...parts.map((part) => `${part}.hosting`));
      return parts.some((part) => hostingOf(a, part) === "owned") ? 1 : 0;
    },
  },
  /** 1 in the months in which the architecture is in service, else 0 */
  in_service: {
    reads: [],
    printed: () => 1,
  },
  /** 1 when the system is central before the architecture is in service. */
  runs_central: runsBefore("vertical"),
  /** 1 when the system is distributed before the architecture is in service. */
  runs_distributed: runsBefore("horizontal"),
  /** 1 when data is kept for some years only, 0 when for ever */
  expires: {
    reads: ["data.retention_years"],
    printed: ({ a }, t) => {
      t.because("data.retention_years");
      return a["data.retention_years"] > 0 ? 1 : 0;
    },
  },
  /** 1 when an acquisition removes data (a divestiture). */
  has_divestitures: {
    reads: ["step:deals"],
    printed: ({ demand }) => (demand.deals.some(({ deal }) => deal.tb < 0) ? 1 : 0),
  },
  /** Months over which an acquisition moves to the platform. */
  integration_months: {
    reads: ["step:deals"],
    printed: () => "integration_months",
  },
  /** 1 when deals move at one pace in all months, 0 when another architecture takes over */
  has_one_pace: {
    reads: ["step:deals"],
    printed: ({ demand }) => (demand.pace.later === undefined ? 1 : 0),
  },
  /** Last month of the first pace. */
  pace_until: {
    reads: ["step:deals"],
    printed: ({ demand }) => demand.pace.later?.after ?? 0,
  },
  /** Months over which a deal moves after it. */
  later_months: {
    reads: ["step:deals"],
    printed: ({ demand }) => demand.pace.later?.months ?? 0,
  },
} as const satisfies Readonly<Record<string, PlanWordMeaning>>;

export type PlanWord = keyof typeof PLAN_WORDS;
