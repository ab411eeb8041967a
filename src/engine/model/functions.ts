/** What generated loops call. Months count from 1; a series holds one number per month. */

/** x / y, and 0 for nothing, whatever it is divided by. */
export function ratio(x: number, y: number): number {
  return x === 0 ? 0 : x / y;
}

/** How much of a change from a start over some months is done in a month: 0 to 1; at once where there are no months. */
export function ramp(month: number, start: number, length: number): number {
  if (length === 0) return month >= start ? 1 : 0;
  return Math.min(1, Math.max(0, (month - start) / length));
}

/** A total by a part of a sum; by equal shares of so many where the sum is 0. */
export function proRata(total: number, part: number, all: number, count: number): number {
  return all === 0 ? total / count : (part * total) / all;
}

/** A series in a month; 0 outside the plan. */
export function at(series: Float64Array, month: number): number {
  return month >= 1 && month <= series.length ? series[month - 1] : 0;
}

/** Sum of a series over the months from one to another, as far as the plan has them, from its sums so far (0 first). */
export function between(sums: Float64Array, from: number, to: number): number {
  const [first, last] = [Math.max(1, from), Math.min(sums.length - 1, to)];
  return last < first ? 0 : sums[last] - sums[first - 1];
}

/** Room for the series of some rows: those that are there, and new ones. */
export function roomFor(series: Float64Array[], rows: number, months: number): Float64Array[] {
  while (series.length < rows) series.push(new Float64Array(months));
  return series;
}
