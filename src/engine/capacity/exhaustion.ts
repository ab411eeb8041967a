import { fits } from "../units";

/**
 * Period at which demand first exceeds a limit, interpolated between the columns (1 = the first); Infinity when it never does.
 *
 * A limit list that is shorter than the demand goes on with its last. Above the limit from the start: 1.
 * @example exhaustedPeriod([80, 100, 120], [110]) // 2.5
 */
export function exhaustedPeriod(demand: readonly number[], limits: readonly number[]): number {
  const limitAt = (index: number): number => limits[Math.min(index, limits.length - 1)] ?? Infinity;
  const index = demand.findIndex((need, at) => !fits(need, limitAt(at)));
  if (index < 0) return Infinity;
  if (index === 0) return 1;
  const before = limitAt(index - 1) - (demand[index - 1] ?? 0);
  const after = (demand[index] ?? 0) - limitAt(index);
  return index + Math.max(0, before) / (Math.max(0, before) + after);
}
