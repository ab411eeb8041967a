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

/** The length of a plan is what is asked, not what is uncertain. */
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
      throw new ModelError("not-allowed", key, `${key} cannot be uncertain: years could not be compared. Run it for each number.`);
    if (seen.has(key)) throw new ModelError("conflict", key, `${key} stands twice in the ranges; allowed is once.`);
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
    throw new ModelError("conflict", key, `${key}: low and high are both ${full(low)}; state a range, or leave the key out.`);
  if (!(low < high)) throw new ModelError("conflict", key, `${key}: low is ${full(low)} and high ${full(high)}; low has to be below high.`);
  if (low >= min && high <= max) return;
  throw new ModelError("out-of-range", key, `${key}: the range is ${full(low)} to ${full(high)}; allowed is ${full(min)} to ${full(max)}.`);
}
