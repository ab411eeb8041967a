import type { Demand } from "./demand";

type DemandSeries = { [K in keyof Demand]: Demand[K] extends Float64Array ? K : never }[keyof Demand];

/** The series behind each line of demand, by the line's id. */
export const DEMAND_SERIES = {
  volume: "volume",
  sites: "sites",
  tps_mean: "tpsMean",
  tps_peak: "tpsPeak",
  tb: "tb",
  "integration.unsynced_tb": "unsyncedTb",
} as const satisfies Readonly<Record<string, DemandSeries>>;

/** Id of a line of demand. */
export type DemandLineId = keyof typeof DEMAND_SERIES;
