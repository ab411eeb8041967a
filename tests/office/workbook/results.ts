import type { SimulationResult, TornadoResult } from "../../../src/workbook/analysis/analysisSheets";

/** What a range of a key does to the figure: as much at one end as at the other. */
export const bar = (key: string, change: number) => ({
  key,
  label: `Label of ${key}`,
  low: 1,
  high: 2,
  atLow: 36_000_000 - change,
  atHigh: 36_000_000 + change,
});

export const TORNADO: TornadoResult = {
  kind: "tornado",
  scenario: "Growth",
  architecture: "vertical",
  metric: "Present value of costs",
  unit: "USD",
  varied: "stated",
  base: 36_000_000,
  bars: [bar("demand.growth", 4_000_000), bar("staff.wage", 900_000), bar("network.price", 40_000)],
};

export const SIMULATION: SimulationResult = {
  kind: "simulation",
  scenario: "Growth",
  architecture: "vertical",
  metric: "Total cost",
  unit: "USD",
  trials: 2000,
  seed: 7,
  years: ["2027", "2028"],
  percentiles: [0.9, 0.1, 0.5].map((share) => ({ share, figure: 40_000_000 + 10_000_000 * share, years: [1e6 * share, 2e6 * share] })),
  cheaper: 0.72,
  sharded: 0.95,
  withoutPlan: 0.03,
  drivers: [{ key: "demand.growth", label: "Growth", rank: 0.91 }],
};
