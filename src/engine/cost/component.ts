import type { CostPool, LineDefinition, Plan, Spend, Tower } from "../lines";

/** A cost line: how it is computed, and where a finance person books it. */
export interface CostComponent extends LineDefinition {
  readonly unit: "money";
  readonly kind: "flow";
  readonly costPool: CostPool | ((plan: Plan) => CostPool);
  readonly tower: Tower;
  readonly spend: Spend;
  /** What the line is, in a sentence for the person who pays it. */
  readonly explanation: string;
  /** Whether it is paid for what serves later: then it counts also before the architecture is in service. */
  readonly paidAhead?: true;
  /** Whether totals count the line; always unless stated. */
  readonly inTotal?: (plan: Plan) => boolean;
}

type Declared = Omit<CostComponent, "unit" | "kind">;

/** Declares a cost line in money per month. */
export function costComponent(declared: Declared): CostComponent {
  return { unit: "money", kind: "flow", ...declared };
}

/** Adds an amount to a month (from 1) of a line; months outside the plan are not counted. */
export function addTo(values: Float64Array, month: number, amount: number): void {
  if (month >= 1 && month <= values.length) values[month - 1] = values[month - 1] + amount;
}

/** Spreads an amount evenly over the months first..last, each at its price index; months outside the plan are not counted. */
export function spreadOver(values: Float64Array, first: number, last: number, amount: number, index: Float64Array): void {
  const each = amount / (last - first + 1);
  const end = Math.min(last, values.length);
  for (let m = Math.max(1, first) - 1; m < end; m++) values[m] += each * index[m];
}
