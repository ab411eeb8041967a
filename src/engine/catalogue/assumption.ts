/** One row of the catalogue of assumptions, and the words in which the rows are written. */

export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

export type AssumptionKind =
  "number" | "integer" | "rate" | "money" | "choice" | "date" | "text" | "boolean" | "expression" | "reference" | "own";

export type ReferenceTable = "ladder" | "transfer rates" | "driver";

export interface Assumption<T> {
  readonly kind: AssumptionKind;
  readonly label: string;
  readonly unit: string;
  /** Value when nothing is stated; undefined where there is none. */
  readonly default: T;
  readonly min?: number;
  readonly max?: number;
  /** Values above this are allowed and rare: the check warns of them, and a search without a stated end stops here. */
  readonly usualMax?: number;
  /** What a planner or a vendor's rule sets, not what is estimated: it is no uncertainty. */
  readonly isDecision?: true;
  readonly choices?: readonly string[];
  readonly table?: ReferenceTable;
  /** The key whose number this one takes while the scenario does not state it; `default` is that key's default then. */
  readonly follows?: string;
  readonly source: string;
}

type NumericKind = "number" | "integer" | "rate" | "money";

function numeric<T>(kind: NumericKind, label: string, unit: string, initial: T, min: number, max: number, source: string): Assumption<T> {
  return { kind, label, unit, default: initial, min, max, source };
}

/** A number with a default and bounds. */
export function number(label: string, unit: string, initial: number, min: number, max: number, source = ""): Assumption<number> {
  return numeric("number", label, unit, initial, min, max, source);
}

/** A whole number with a default and bounds. */
export function integer(label: string, unit: string, initial: number, min: number, max: number, source = ""): Assumption<number> {
  return numeric("integer", label, unit, initial, min, max, source);
}

/** A yearly rate, a share, with a default and bounds. */
export function rate(label: string, unit: string, initial: number, min: number, max: number, source = ""): Assumption<number> {
  return numeric("rate", label, unit, initial, min, max, source);
}

/** An amount of money with a default and bounds. */
export function money(label: string, unit: string, initial: number, min: number, max: number, source = ""): Assumption<number> {
  return numeric("money", label, unit, initial, min, max, source);
}

/** A number that has no default: not stated means undefined. */
export function optional(
  kind: NumericKind,
  label: string,
  unit: string,
  min: number,
  max: number,
  source = "",
): Assumption<number | undefined> {
  return numeric<number | undefined>(kind, label, unit, undefined, min, max, source);
}

/** A number whose allowed values above a usual maximum are warned of. */
export function usually<T>(usualMax: number, numeric: Assumption<T>): Assumption<T> {
  return { ...numeric, usualMax };
}

/** A number that is chosen, or set by a vendor's rule: not an uncertain one. */
export function decision<T>(numeric: Assumption<T>): Assumption<T> {
  return { ...numeric, isDecision: true };
}

/** A number that is the same as another key's until the scenario states it. */
export function following(other: string, numeric: Assumption<number>): Assumption<number> {
  return { ...numeric, follows: other };
}

/** One of a few words. */
export function choice<const C extends string>(label: string, choices: readonly C[], initial: NoInfer<C>, source = ""): Assumption<C> {
  return { kind: "choice", label, unit: "", default: initial, choices, source };
}

/** TRUE or FALSE. */
export function flag(label: string, initial: boolean, source = ""): Assumption<boolean> {
  return { kind: "boolean", label, unit: "", default: initial, source };
}

/** A date with a default. */
export function date(label: string, initial: string, source = ""): Assumption<CalendarDate> {
  const [year = 0, month = 1, day = 1] = initial.split("-").map(Number);
  return { kind: "date", label, unit: "date", default: { year, month, day }, source };
}

/** A date without a default. */
export function optionalDate(label: string, source = ""): Assumption<CalendarDate | undefined> {
  return { kind: "date", label, unit: "date", default: undefined, source };
}

/** A text with a default. */
export function text(label: string, unit: string, initial: string, source = ""): Assumption<string> {
  return { kind: "text", label, unit, default: initial, source };
}

/** A formula in the words of the model. */
export function expression(label: string, source = ""): Assumption<string | undefined> {
  return { kind: "expression", label, unit: "expression", default: undefined, source };
}

/** The name of a row or table of the reference data. */
export function reference(table: ReferenceTable, label: string, initial: string, source = ""): Assumption<string> {
  return { kind: "reference", label, unit: "", default: initial, table, source };
}

/** The user's own number or text. */
export function own(label: string, source = ""): Assumption<number | string | undefined> {
  return { kind: "own", label, unit: "", default: undefined, source };
}
