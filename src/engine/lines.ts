import type { CentralLadder } from "./search/centralLadder";
import type { Licensing } from "./capacity/licensing";
import type { Staffing } from "./capacity/people";
import type { CapacityEvent, Infeasibility } from "./search/plan";
import type { ModelSeries } from "./model/generated/series";
import type { Architecture, PlanParts, PlanSetting } from "./plan/setting";
import type { TermWriter } from "./terms";
import type { Timeline } from "./timeline";

/** TBM cost pools that the product uses. */
export const COST_POOLS = [
  "Hardware",
  "Cloud Services",
  "Software",
  "Telecom",
  "Facilities & Power",
  "Staffing",
  "Outside Services",
  "Other",
] as const;
export type CostPool = (typeof COST_POOLS)[number];

/** TBM resource towers that the product uses. */
export type Tower = "Compute" | "Storage" | "Network" | "Data Center" | "Platform" | "Delivery" | "Security & Compliance" | "Application";

export type Spend = "capex" | "opex";

/** A stock is a state at the end of a month, a flow an amount in a month. */
export type LineKind = "stock" | "flow";

/** One quantity over the months of the plan. */
export interface Line {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly kind: LineKind;
  /** One number per month. */
  readonly values: Float64Array;
  /** Lines and keys that it is computed from. */
  readonly from: readonly string[];
}

export interface CostLine extends Line {
  readonly kind: "flow";
  readonly costPool: string;
  readonly tower: Tower;
  readonly spend: Spend;
  /** Whether the line counts in totals. */
  readonly inTotal: boolean;
}

/** Everything that lines are computed from. */
export interface Plan extends PlanSetting, PlanParts {
  /** The shapes of the central system; undefined without one. */
  readonly ladder: CentralLadder | undefined;
  readonly staffing: Staffing;
  readonly licensing: Licensing;
}

/** Reads the months of a line that stands earlier in the ledger. */
export type Ledger = (id: string) => Float64Array;

/** A formula of an explanation: text over names, or what makes the text for a plan. */
export type Formula = string | ((plan: Plan, t: TermWriter) => string);

/** What a line is. */
export interface LineDescription {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly kind: LineKind;
}

/** A line that computes itself. The values are zero when `write` gets them. */
export interface WrittenLine extends LineDescription {
  readonly from: readonly string[];
  readonly write: (plan: Plan, values: Float64Array, ledger: Ledger) => void;
  /** The same in a month as a formula for explanations; a law keeps both equal. */
  readonly terms: Formula;
}

/** A line that is an entry of the model. */
export interface ModelLine extends LineDescription {
  readonly isLine?: true;
}

/** A line that shows a row of an entry of the model. */
export interface RowLine extends LineDescription {
  readonly row: { readonly entry: string; readonly index: number };
}

export type LineDefinition = WrittenLine | ModelLine | RowLine;

export interface FeasibleProjection {
  readonly feasible: true;
  readonly architecture: Architecture;
  readonly plan: Plan;
  readonly timeline: Timeline;
  /** Stock lines, then cost lines. */
  readonly lines: readonly Line[];
  readonly costs: readonly CostLine[];
  /** Sum of the cost lines that count in totals, per month. */
  readonly total: Float64Array;
  /** The entries of the model; those from which no line follows are not computed. */
  readonly series: ModelSeries;
  readonly events: readonly CapacityEvent[];
}

export interface InfeasibleProjection {
  readonly feasible: false;
  readonly architecture: Architecture;
  readonly timeline: Timeline;
  /** What is known before servers are chosen. */
  readonly plan: Pick<Plan, "a" | "demand">;
  readonly infeasibility: Infeasibility;
}

export type Projection = FeasibleProjection | InfeasibleProjection;
