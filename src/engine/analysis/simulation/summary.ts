import type { Architecture } from "../../plan/setting";
import { correlation, meanOf, percentileOf, ranksOf } from "./ranks";
import type { ArchitectureTrials, Trials } from "./trials";

/** A percentile of the metric, and of the cost of each year by itself. */
export interface PercentileRow {
  readonly share: number;
  readonly figure: number;
  readonly years: readonly number[];
}

/** How strongly an input and the metric go together by rank, -1..1. */
export interface InputRank {
  readonly key: string;
  readonly rank: number;
}

/** What the trials of an architecture come to. Shares are of all trials; figures are of those that have one. */
export interface ArchitectureSummary {
  readonly architecture: Architecture;
  /** Trials that have a figure. */
  readonly counted: number;
  /** Share of trials in which the plan is infeasible, or the numbers contradict each other. */
  readonly withoutPlan: number;
  readonly mean: number;
  readonly meanYears: readonly number[];
  /** Standard deviation. */
  readonly deviation: number;
  readonly percentiles: readonly PercentileRow[];
  /** Share of trials in which the central system is sharded within the plan. */
  readonly shardedWithin: number;
  /** The strongest first. */
  readonly inputs: readonly InputRank[];
}

/** What a simulation comes to. Figures of no trial are NaN. */
export interface SimulationSummary {
  readonly trials: number;
  /** How many draws lay outside of the bounds of their key and were moved onto them. */
  readonly clamped: number;
  readonly architectures: readonly ArchitectureSummary[];
  /**
   * Share of the trials in which an architecture costs less than another. One without a plan costs more than any with one; where neither has a plan,
   * or both cost the same, none is cheaper.
   */
  readonly cheaper: (to: Architecture, from: Architecture) => number;
}

/** The summary of the first trials. */
export function summaryOf(trials: Trials, done: number, percentiles: readonly number[]): SimulationSummary {
  const found = (wanted: Architecture): ArchitectureTrials => {
    const one = trials.byArchitecture.find(({ architecture }) => architecture === wanted);
    if (!one) throw new Error(`${wanted} was not simulated.`);
    return one;
  };
  // Architectures whose trials all have a figure share the ranks of the inputs.
  let known: readonly Float64Array[] | undefined;
  const ranksOfAll = (): readonly Float64Array[] => (known ??= trials.columns.map(({ values }) => ranksOf(values.subarray(0, done))));
  return {
    trials: done,
    clamped: trials.clamped,
    architectures: trials.byArchitecture.map((each) => architectureSummary(trials, each, done, percentiles, ranksOfAll)),
    cheaper: (to, from) => shareCheaper(found(to), found(from), done),
  };
}

const shareOf = (flags: Uint8Array, done: number): number => meanOf(flags.subarray(0, done));

function architectureSummary(
  { columns, planYears }: Trials,
  each: ArchitectureTrials,
  done: number,
  percentiles: readonly number[],
  ranksOfAll: () => readonly Float64Array[],
): ArchitectureSummary {
  const counted = Array.from({ length: done }, (_, trial) => trial).filter((trial) => !Number.isNaN(each.figures[trial]));
  const pick = (values: ArrayLike<number>): Float64Array => Float64Array.from(counted, (trial) => values[trial]);
  const figures = pick(each.figures);
  // A year of the first split may be known although the plan ends infeasible; the costs of its years are not.
  const costed = counted.filter((trial) => each.withoutPlan[trial] === 0);
  const years = Array.from({ length: planYears }, (_, year) => Float64Array.from(costed, (trial) => each.years[trial * planYears + year]));
  const [sorted, sortedYears] = [figures.slice().sort(), years.map((year) => year.slice().sort())];
  const mean = meanOf(figures);
  const ranks = ranksOf(figures);
  const inputRanks = counted.length === done ? ranksOfAll() : columns.map(({ values }) => ranksOf(pick(values)));
  const inputs = columns.map(({ key }, index): InputRank => ({ key, rank: correlation(inputRanks[index], ranks) }));
  return {
    architecture: each.architecture,
    counted: counted.length,
    withoutPlan: shareOf(each.withoutPlan, done),
    mean,
    meanYears: years.map(meanOf),
    deviation: Math.sqrt(meanOf(figures.map((figure) => (figure - mean) ** 2))),
    percentiles: percentiles.map((share) => ({
      share,
      figure: percentileOf(sorted, share),
      years: sortedYears.map((year) => percentileOf(year, share)),
    })),
    shardedWithin: shareOf(each.sharded, done),
    inputs: inputs.sort((one, other) => Math.abs(other.rank) - Math.abs(one.rank) || (one.key < other.key ? -1 : 1)),
  };
}

function shareCheaper(to: ArchitectureTrials, from: ArchitectureTrials, done: number): number {
  const costOf = ({ figures }: ArchitectureTrials, trial: number): number => (Number.isNaN(figures[trial]) ? Infinity : figures[trial]);
  let cheaper = 0;
  for (let trial = 0; trial < done; trial++) if (costOf(to, trial) < costOf(from, trial)) cheaper++;
  return cheaper / done;
}
