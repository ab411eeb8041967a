import { ModelError } from "../../errors";
import { metricValue } from "../../finance/metrics";
import type { Metric } from "../../finance/metrics";
import type { FeasibleProjection, Projection } from "../../lines";
import type { Architecture } from "../../plan/setting";
import type { Reference } from "../../catalogue/reference";
import type { Assumptions, ScenarioMap } from "../../catalogue/resolved";
import { resolveScenario } from "../../catalogue/scenario";
import { MONTHS_PER_YEAR } from "../../units";
import type { Value } from "../../catalogue/values";
import { linesOf } from "../figure";
import { isSplit } from "../shardDate";
import { allowedValue, variedScenario } from "../varied";
import type { VariedScenario } from "../varied";
import { stratified } from "./streams";
import type { SimulationSummary } from "./summary";
import { summaryOf } from "./summary";
import type { ArchitectureTrials, DrawnColumn } from "./trials";
import { drawnKeys } from "./uncertainty";
import type { UncertainKey } from "./uncertainty";

/** What is simulated. */
export interface SimulationInputs {
  readonly scenario: ScenarioMap;
  readonly reference: Reference;
  readonly uncertain: readonly UncertainKey[];
  /** Reorders the draws of the keys, as `correlate` does for correlations by rank; without it keys are independent. */
  readonly reorder?: (keys: readonly string[], columns: readonly Float64Array[]) => void;
  readonly metric: Metric;
  readonly architectures: readonly Architecture[];
  readonly trials: number;
  readonly seed: number;
}

/** A simulation that runs any number of trials per call. */
export interface Simulation {
  readonly trials: number;
  /** How many trials have been run. */
  readonly done: () => number;
  /** Runs so many more trials, or those that are left. */
  readonly runTrials: (count: number) => void;
  /** What the trials so far come to, with these percentiles (shares 0..1). */
  readonly summary: (percentiles: readonly number[]) => SimulationSummary;
  /** The metric in each trial so far that has one, in the order of the trials. */
  readonly figures: (architecture: Architecture) => Float64Array;
}

/** Deals are drawn: a deal that closes counts in full. */
const DRAWN_WEIGHTING: readonly [string, Value] = ["deals.weighting", "expected"];
const probabilityKey = (deal: string): string => `deal.${deal}.probability`;

/**
 * A simulation of a scenario under some architectures, all with the same draws: uncertain keys by their shapes, each deal by its probability. Each key
 * has its own stream of chance by its name and the seed.
 * @throws {ModelError} for an error in the scenario or its ranges.
 */
export function simulation(inputs: SimulationInputs): Simulation {
  const { scenario, reference, metric, architectures, trials } = inputs;
  const a = resolveScenario(scenario, reference);
  const { columns, clamped } = drawColumns(a, inputs);
  const weighted = new Map([...scenario, DRAWN_WEIGHTING]);
  const varied = variedScenario(
    weighted,
    columns.map(({ key }) => key),
    reference,
    linesOf(metric),
  );
  const planYears = a["plan.years"];
  const byArchitecture = architectures.map((architecture) => emptyTrials(architecture, trials, planYears));
  let done = 0;
  return {
    trials,
    done: () => done,
    runTrials: (count) => {
      const last = Math.min(trials, done + count);
      for (; done < last; done++) runTrial(varied, columns, byArchitecture, metric, done);
    },
    summary: (percentiles) => summaryOf({ columns, byArchitecture, planYears, clamped }, done, percentiles),
    figures: (wanted) => {
      const own = byArchitecture.find(({ architecture }) => architecture === wanted);
      return (own?.figures.subarray(0, done) ?? new Float64Array(0)).filter((figure) => !Number.isNaN(figure));
    },
  };
}

function emptyTrials(architecture: Architecture, trials: number, planYears: number): ArchitectureTrials {
  return {
    architecture,
    figures: new Float64Array(trials).fill(Number.NaN),
    years: new Float64Array(trials * planYears),
    withoutPlan: new Uint8Array(trials),
    sharded: new Uint8Array(trials),
  };
}

/** The numbers of every key that is not certain, for every trial. */
function drawColumns(
  a: Assumptions,
  { uncertain, reorder, trials, seed }: SimulationInputs,
): { columns: readonly DrawnColumn[]; clamped: number } {
  const keys = drawnKeys(a, uncertain);
  const draws = keys.map(({ numeric }) => stratified(numeric.key, seed, trials));
  reorder?.(
    keys.map(({ numeric }) => numeric.key),
    draws,
  );
  let clamped = 0;
  const columns = keys.map(({ numeric, quantile }, index): DrawnColumn => {
    const values = draws[index].map(quantile);
    for (let trial = 0; trial < trials; trial++) {
      if (values[trial] < numeric.min || values[trial] > numeric.max) clamped++;
      values[trial] = allowedValue(numeric, values[trial]);
    }
    return { key: numeric.key, values };
  });
  return { columns: withDeals(a, columns, seed, trials), clamped };
}

/** Deals that may or may not close are drawn: their probability becomes 1 or 0 in each trial. */
function withDeals(a: Assumptions, columns: readonly DrawnColumn[], seed: number, trials: number): readonly DrawnColumn[] {
  const kept = new Map(columns.map((column) => [column.key, column] as const));
  for (const { name, probability, include } of a.deals) {
    const key = probabilityKey(name);
    const chance = kept.get(key)?.values;
    if (!include || (!chance && (probability === 0 || probability === 1))) continue;
    const draws = stratified(`${key} closes`, seed, trials);
    kept.set(key, { key, values: draws.map((draw, trial) => (draw < (chance ? chance[trial] : probability) ? 1 : 0)) });
  }
  return [...kept.values()];
}

function runTrial(
  varied: VariedScenario,
  columns: readonly DrawnColumn[],
  byArchitecture: readonly ArchitectureTrials[],
  metric: Metric,
  trial: number,
): void {
  let problem = false;
  for (let index = 0; index < columns.length; index++) problem = !isSet(varied, index, columns[index].values[trial]) || problem;
  for (const trials of byArchitecture) {
    const projection = problem ? undefined : projectionOf(varied, trials.architecture);
    if (projection?.feasible) record(trials, trial, projection);
    else trials.withoutPlan[trial] = 1;
    if (!projection) continue;
    trials.figures[trial] = metricValue(metric, projection) ?? Number.NaN;
    if (isSplit(projection)) trials.sharded[trial] = 1;
  }
}

/** Contradictory numbers have no plan, like a demand above any server. */
function isSet(varied: VariedScenario, index: number, value: number): boolean {
  try {
    varied.set(index, value);
    return true;
  } catch (cause) {
    if (cause instanceof ModelError) return false;
    throw cause;
  }
}

function projectionOf(varied: VariedScenario, architecture: Architecture): Projection | undefined {
  try {
    return varied.projection(architecture);
  } catch (cause) {
    if (cause instanceof ModelError) return undefined;
    throw cause;
  }
}

/** Records what the years of a trial cost. */
function record({ years }: ArchitectureTrials, trial: number, { total }: FeasibleProjection): void {
  let at = (trial * total.length) / MONTHS_PER_YEAR;
  for (let first = 0; first < total.length; first += MONTHS_PER_YEAR) {
    let cost = 0;
    for (let m = first; m < first + MONTHS_PER_YEAR; m++) cost += total[m];
    years[at++] = cost;
  }
}
