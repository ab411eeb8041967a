import type { Architecture } from "../../plan/setting";

/** One number that each trial sets, with the numbers of all trials. */
export interface DrawnColumn {
  readonly key: string;
  readonly values: Float64Array;
}

/** What the trials of an architecture came to; NaN where there is nothing. */
export interface ArchitectureTrials {
  readonly architecture: Architecture;
  readonly figures: Float64Array;
  /** Cost of each year, trial after trial. */
  readonly years: Float64Array;
  /** 1 for an infeasible trial. */
  readonly withoutPlan: Uint8Array;
  /** 1 where the central system is sharded within the plan. */
  readonly sharded: Uint8Array;
}

/** Everything that a simulation has, for its summary. */
export interface Trials {
  readonly columns: readonly DrawnColumn[];
  readonly byArchitecture: readonly ArchitectureTrials[];
  readonly planYears: number;
  /** How many draws lay outside of the bounds of their key and were moved onto them. */
  readonly clamped: number;
}
