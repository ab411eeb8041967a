import type { Assumptions } from "../catalogue/resolved";

const FLAT: readonly number[] = new Array<number>(12).fill(1);

/** Factors of the calendar months January to December, mean 1. */
export const SEASONS: Readonly<Record<Assumptions["demand.season"], readonly number[]>> = {
  flat: FLAT,
  "flu-season": [1.15, 1.12, 1.05, 0.98, 0.95, 0.92, 0.9, 0.9, 0.93, 0.98, 1.02, 1.1],
  retail: [0.9, 0.88, 0.92, 0.94, 0.96, 0.95, 0.95, 0.96, 0.96, 1.0, 1.25, 1.33],
};
