/** One answer of each kind, small enough to see what becomes of it. */

import type { Answer } from "../../../src/taskpane/analyze/question";

const FIGURE = { metric: "npv", label: "Present value of costs", unit: "USD" };
const KEY = { key: "demand.volume", keyLabel: "Volume", keyUnit: "volume", base: 800, none: undefined, xs: [], curves: [] };
const found = (value: number) => ({ value, figure: 1, residual: 0, jump: false, words: "" });
export const ANSWERS: { readonly [Kind in Answer["kind"]]: Extract<Answer, { kind: Kind }> } = {
  tornado: {
    kind: "tornado",
    ...FIGURE,
    architecture: "vertical",
    varied: "decisions",
    base: 5,
    bars: [{ key: "demand.volume", label: "Volume", low: 1, high: 2, atLow: 4, atHigh: undefined, swing: 1 }],
  },
  simulation: {
    kind: "simulation",
    ...FIGURE,
    architecture: "vertical",
    ranges: [{ key: "demand.volume", low: 1, high: 2.5, shape: "pert" }],
    trials: 2000,
    seed: 1,
    years: ["2027", "2028"],
    percentiles: [{ share: 0.1, figure: 1, years: [0.4, 0.6] }],
    mean: 2,
    deviation: 3,
    bins: [],
    cheaper: 0.5,
    sharded: 1,
    withoutPlan: 0,
    clamped: 0,
    drivers: [{ key: "demand.volume", label: "Volume", rank: 0.9 }],
  },
  crossing: { kind: "crossing", ...FIGURE, ...KEY, found: [found(900), found(1200)] },
  solve: { kind: "solve", ...FIGURE, ...KEY, target: 30e6, found: [found(900)] },
  map: {
    kind: "map",
    ...FIGURE,
    down: { key: "data.tb", label: "Data", unit: "TB", base: 1, values: [1, 2] },
    across: { key: "demand.volume", label: "Volume", unit: "volume", base: 1, values: [7, 8, 9] },
    cells: [
      [
        { winner: "vertical", margin: 1 },
        { winner: "hybrid", margin: 1 },
        { winner: undefined, margin: undefined },
      ],
      [
        { winner: "vertical", margin: 1 },
        { winner: "hybrid", margin: 1 },
        { winner: "horizontal", margin: undefined },
      ],
    ],
  },
  switch: { kind: "switch", ...FIGURE, costs: [], months: [], best: { month: 3, cost: 7, serial: 46447 }, stay: 9, stays: undefined },
};
