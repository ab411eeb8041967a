/** What an analysis came to, as it is written onto the sheets: figures at a time, which nothing recalculates. */

import type { TornadoInputs } from "../../engine/analysis/tornadoInputs";

interface AnalysisResult {
  readonly scenario: string;
  readonly architecture: string;
  /** The figure that was asked about, and its unit, such as USD. */
  readonly metric: string;
  readonly unit: string;
}

/** What a tornado varies: Low and High as the inputs have them, or these inputs by a tenth. */
export type TornadoVaried = TornadoInputs | "stated";

/** What each range does to the figure by itself, the largest swing first. */
export interface TornadoResult extends AnalysisResult {
  readonly kind: "tornado";
  readonly varied: TornadoVaried;
  /** The figure with every key at the scenario's own value. */
  readonly base: number;
  readonly bars: readonly TornadoResultBar[];
}

export interface TornadoResultBar {
  readonly key: string;
  readonly label: string;
  readonly low: number;
  readonly high: number;
  /** The figure at each end of the range; NaN where there is none. */
  readonly atLow: number;
  readonly atHigh: number;
}

export interface SimulationResult extends AnalysisResult {
  readonly kind: "simulation";
  readonly trials: number;
  readonly seed: number;
  /** Names of the plan's years. */
  readonly years: readonly string[];
  /** The figure, and the cost of each year by itself, below which so large a share of the trials lies. */
  readonly percentiles: readonly SimulationPercentile[];
  /** Shares of all trials: distributed costs less than central, central is sharded within the plan, the plan is infeasible. */
  readonly cheaper: number;
  readonly sharded: number;
  readonly withoutPlan: number;
  /** The inputs that go with the figure most, by rank correlation, the strongest first. */
  readonly drivers: readonly SimulationDriver[];
}

export interface SimulationPercentile {
  readonly share: number;
  readonly figure: number;
  readonly years: readonly number[];
}

export interface SimulationDriver {
  readonly key: string;
  readonly label: string;
  readonly rank: number;
}
