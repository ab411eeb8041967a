import { TOLERANCE } from "../units";
import { discountFactor } from "./presentValue";

/** Sums of the flows up to each period, in their unit. */
export function cumulative(flows: ArrayLike<number>): readonly number[] {
  let sum = 0;
  return Array.from(flows, (flow) => (sum += flow));
}

/**
 * Period (fractional, 1 = the end of the first) from which the cumulative cost of `to` stays at or below that of `from` to the last one; 1 when
 * it is so from the start, Infinity when it is not at the end.
 *
 * Both are discounted at the rate per period; within a period the difference moves in a straight line.
 * @example breakEvenPeriod([10, 10, 10], [20, 5, 5], 0) // 3
 */
export function breakEvenPeriod(from: ArrayLike<number>, to: ArrayLike<number>, ratePerPeriod: number): number {
  const length = Math.min(from.length, to.length);
  const factor = (index: number): number => discountFactor(ratePerPeriod, index + 1, "end", 1);
  const saved = cumulative(Array.from({ length }, (_, index) => (from[index] - to[index]) * factor(index)));
  const spent = cumulative(Array.from({ length }, (_, index) => Math.abs(from[index]) * factor(index)));
  const behind = (index: number): boolean => (saved[index] ?? 0) < -TOLERANCE * Math.max(1, spent[index] ?? 0);
  let last = length - 1;
  if (length === 0 || behind(last)) return Infinity;
  while (last >= 0 && !behind(last)) last--;
  if (last < 0) return 1;
  const before = saved[last] ?? 0;
  const after = Math.max(0, saved[last + 1] ?? 0);
  return last + 1 + -before / (after - before);
}
