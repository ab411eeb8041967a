import type { Plan } from "../lines";
import type { ModelSeries } from "./generated/series";

/** What tells a key that is read from a line of the same name. */
export const KEY_PREFIX = "key:";

/** A part of the system that a plan may have. */
export type SystemPart = "central" | "distributed";

/** Entries that are computed together. */
export interface Loop {
  readonly ids: readonly string[];
  /** Whether all months are 0 in a plan, whatever the series. */
  readonly isZero?: (plan: Plan) => boolean;
  /** Undefined for what a search or a step of planning has found. */
  readonly compute?: (plan: Plan, series: ModelSeries) => void;
}

/** The same with what they read. */
export interface Computation extends Loop {
  /** Entries, lines and keys (`deal.*.volume` for those of rows), and steps of planning as `step:` and their name; a key with the name of a line as `key:` and its name. */
  readonly reads: readonly string[];
}
