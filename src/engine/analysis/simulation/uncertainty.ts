import { ModelError } from "../../errors";
import type { Assumptions } from "../../catalogue/resolved";
import type { KeyRange } from "../tornado";
import { valueInFull } from "../../words";
import { numericKey } from "../varied";
import type { NumericKey } from "../varied";
import { quantileOf } from "./shapes";
import type { Quantile, Shape } from "./shapes";

/** A key whose number is uncertain: one value in ten is below low, one in ten above high. */
export interface UncertainKey extends KeyRange {
  readonly shape: Shape;
}

/** An uncertain key that can be drawn. */
export interface DrawnKey {
  readonly numeric: NumericKey;
  readonly quantile: Quantile;
}

/** The length of a plan is part of the question, so it is never uncertain. */
const FIXED: readonly string[] = ["plan.years"];

/**
 * The uncertain keys of a scenario, ready to be drawn.
 * @throws {ModelError} for a key that is unknown, no number, or stated twice, and for ends that are equal, in the wrong order or outside the bounds.
 */
export function drawnKeys(a: Assumptions, uncertain: readonly UncertainKey[]): readonly DrawnKey[] {
  const seen = new Set<string>();
  return uncertain.map(({ key, low, high, shape }) => {
    const numeric = numericKey(a, key);
    if (FIXED.includes(key))
      throw new ModelError("not-allowed", key, `${key} can't be uncertain. Run the simulation once for each number of years.`);
    if (seen.has(key)) throw new ModelError("conflict", key, `${key} appears twice in the ranges. Delete one of them.`);
    seen.add(key);
    checkEnds(numeric, low, high);
    return { numeric, quantile: quantileOf(shape, { key, low, high, base: numeric.base }) };
  });
}

/**
 * Checks the ends of a key's range.
 * @throws {ModelError} for ends that are equal, in the wrong order, or outside the catalogue's bounds.
 */
export function checkEnds({ key, min, max, assumption }: NumericKey, low: number, high: number): void {
  const full = (end: number): string => valueInFull(end, assumption.unit);
  if (low === high)
    throw new ModelError("conflict", key, `${key}: low and high are both ${full(low)}. Enter a range, or leave the key out.`);
  if (!(low < high))
    throw new ModelError("conflict", key, `${key}: low is ${full(low)} and high is ${full(high)}. Enter a low below high.`);
  if (low >= min && high <= max) return;
  throw new ModelError(
    "out-of-range",
    key,
    `${key}: the range is ${full(low)} to ${full(high)}. Enter ends from ${full(min)} to ${full(max)}.`,
  );
}
