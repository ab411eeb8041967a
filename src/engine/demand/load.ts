import type { Assumptions } from "../resolved";
import type { Timeline } from "../timeline";
import { calendarMonth } from "../timeline";

const FLAT: readonly number[] = new Array<number>(12).fill(1);

/** Factors of the calendar months January to December, mean 1. */
export const SEASONS: Readonly<Record<Assumptions["demand.season"], readonly number[]>> = {
  flat: FLAT,
  "flu-season": [1.15, 1.12, 1.05, 0.98, 0.95, 0.92, 0.9, 0.9, 0.93, 0.98, 1.02, 1.1],
  retail: [0.9, 0.88, 0.92, 0.94, 0.96, 0.95, 0.95, 0.96, 0.96, 1.0, 1.25, 1.33],
};

/** Fills the ratio of the peak to the mean of each month: peak-to-mean x season x (1 + surge). */
export function peakFactors(a: Assumptions, timeline: Timeline, out: Float64Array): void {
  const season = a.seasonFactors ?? SEASONS[a["demand.season"]];
  const surgeMonth = a["demand.surge_month"];
  for (let month = 1; month <= timeline.months; month++) {
    const surge = surgeMonth === 0 || surgeMonth === month ? 1 + a["demand.surge"] : 1;
    out[month - 1] = a["demand.peak_to_mean"] * season[calendarMonth(timeline, month) - 1] * surge;
  }
}
