import type { LineKind } from "../lines";
import { MONTHS_PER_YEAR } from "../units";

/** Values by year of the plan, in the line's unit: the sum of a flow's months, a stock's last month. */
export function annualValues(kind: LineKind, months: ArrayLike<number>): readonly number[] {
  return Array.from({ length: Math.floor(months.length / MONTHS_PER_YEAR) }, (_, year) => {
    const last = (year + 1) * MONTHS_PER_YEAR - 1;
    if (kind === "stock") return months[last];
    let sum = 0;
    for (let m = last - MONTHS_PER_YEAR + 1; m <= last; m++) sum += months[m];
    return sum;
  });
}

/** Sum of a flow over the plan, in its unit. */
export function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let m = 0; m < values.length; m++) sum += values[m];
  return sum;
}
