import type { CostPool, LineKind, Plan, Spend, Tower } from "../lines";
import type { TermWriter } from "../terms";
import type { SetName } from "./rows";

/** What every entry of the model says of itself. */
interface Described {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly kind: LineKind;
  /** Whether functions and sheets show it as a line. */
  readonly isLine?: true;
  /** The rows that have a series each; one series for the plan when undefined. */
  readonly over?: SetName;
  /** What the series of a row is called before its row, where that is not the id: `fte` of `fte.DBA`. */
  readonly as?: string;
}

/** A quantity by its formula, which holds in each month; loops, explanations and what depends on what are derived from it. */
export interface Quantity extends Described {
  readonly formula: string;
  /** The choice from which it follows, as an explanation shows it beside the formula. */
  readonly evidence?: (plan: Plan, t: TermWriter) => string;
}

/** A quantity that a search or a step of planning has found; its series is taken from the plan. */
export interface Decided extends Described {
  readonly over?: never;
  /** The keys that it follows from, and the steps of planning that find it, as `step:` and their name. */
  readonly reads: readonly string[];
  /** Whether it may follow from any key, because a cell holds its formula. */
  readonly readsAny?: (plan: Pick<Plan, "a">) => boolean;
  readonly series: (plan: Plan, room: Float64Array) => Float64Array;
  /** Whether it is one number, the same in each month. */
  readonly isConstant?: true;
  /** The formula that an explanation prints. */
  readonly printed: (plan: Plan, t: TermWriter) => string;
}

/** What a cell names for each row of a set: a line or a key whose months the row follows. Explanations print the name in its place. */
export interface Named extends Described {
  readonly over: SetName;
  /** Lines that can be named. */
  readonly lines: readonly string[];
  readonly names: (plan: Plan) => readonly string[];
}

/** A cost line by its formula, and where a finance person books it. */
export interface Cost extends Quantity {
  readonly unit: "money";
  readonly kind: "flow";
  readonly costPool: CostPool | ((plan: Plan) => CostPool);
  readonly tower: Tower;
  readonly spend: Spend;
  /** What the line is, in a sentence for the person who pays it. */
  readonly explanation: string;
  readonly isLine?: true;
  /** Whether it is paid for what serves later: then it counts also before the architecture is in service. */
  readonly paidAhead?: true;
  /** The key that says whether totals count the line; they always do without one. */
  readonly counted?: "downtime.in_total";
}

export type Entry = Quantity | Decided | Named;

type Stated<E extends Entry> = Omit<E, "id" | "kind"> & { readonly kind?: LineKind };

/** Declares a quantity: a state at the end of the month unless it is said to be a flow. */
export function quantity(id: string, stated: Stated<Quantity>): Quantity {
  return { kind: "stock", ...stated, id };
}

/** Declares what a search or a step of planning has found. */
export function decided(id: string, stated: Stated<Decided>): Decided {
  return { kind: "stock", ...stated, id };
}

/** Declares what a cell names for each row of a set. */
export function namedByCell(id: string, stated: Omit<Named, "id" | "kind">): Named {
  return { kind: "stock", ...stated, id };
}

/** Declares a cost line in money per month. */
export function cost(id: string, stated: Omit<Cost, "id" | "unit" | "kind" | "isLine">): Cost {
  return { ...stated, id, unit: "money", kind: "flow", isLine: true };
}
