/** A simulation in a cell: its trials, and its summary as rows. */

import { simulation as simulationOf } from "../engine/analysis/simulation/simulation";
import type { Simulation } from "../engine/analysis/simulation/simulation";
import type { SimulationSummary } from "../engine/analysis/simulation/summary";
import { integer } from "../engine/catalogue/assumption";
import { ModelError } from "../engine/errors";
import type { Metric as MetricDefinition } from "../engine/finance/metrics";
import type { Architecture as ArchitectureName } from "../engine/plan/setting";
import { reference } from "../reference/load";
import { isOmitted, numberOf } from "./cells";
import { NoAnswer } from "./excelError";
import type { Answer } from "./excelError";
import type { KnownScenario } from "./memo";
import { infeasible } from "./noAnswers";
import { rangesOf } from "./ranges";
import { ARCHITECTURE_NAMES, inWords } from "../engine/words";

/** Trials that a cell runs: more would keep Excel waiting. */
const MOST_TRIALS = 5000;
const TRIALS = 2000;
const SEED = integer("Seed", "", 1, 0, 2 ** 31 - 1);

/** The requested number of trials. 0 is an error, not the default. */
function trialsOf(given: unknown): number {
  if (isOmitted(given)) return TRIALS;
  const count = numberOf("trials", given, integer("Trials", "", TRIALS, 0, Number.MAX_SAFE_INTEGER));
  if (count >= 1 && count <= MOST_TRIALS) return count;
  throw new ModelError(
    "out-of-range",
    "trials",
    `trials is ${count}. Use 1 to ${MOST_TRIALS} in a cell, or the Analyze tab of the pane for more.`,
  );
}

interface Asked {
  readonly ranges: unknown;
  readonly metric: MetricDefinition;
  readonly architectures: readonly ArchitectureName[];
  readonly trials: unknown;
  readonly seed: unknown;
}

/** Runs the trials of a scenario; what is uncertain are its ranges, and deals that may not close. */
export function simulated(
  scenario: KnownScenario,
  { ranges, metric, architectures, trials, seed }: Asked,
  percentiles: readonly number[],
): SimulationSummary {
  const refusals = architectures.map((architecture) => refusalOf(scenario, architecture));
  const run = simulationOf({
    scenario: scenario.map,
    reference,
    uncertain: rangesOf(scenario, ranges) ?? [],
    metric,
    architectures,
    trials: trialsOf(trials),
    seed: numberOf("seed", seed, SEED),
  });
  runAll(run, refusals);
  return run.summary(percentiles);
}

/** Trials after which the simulation of an infeasible scenario stops if all of them are infeasible as well. */
const FEW_TRIALS = 50;

/** Runs all trials; only a few where the scenario as stated has no plan (`refusal` says why), and none of these has one. */
export function runAll(run: Pick<Simulation, "trials" | "runTrials" | "figures">, refusals: readonly Refusal[]): void {
  if (refusals.every(({ refusal }) => refusal !== undefined)) {
    run.runTrials(FEW_TRIALS);
    const last = refusals.at(-1);
    if (last?.refusal && refusals.every(({ architecture }) => run.figures(architecture).length === 0)) throw last.refusal;
  }
  run.runTrials(run.trials);
}

/** Why an architecture cannot meet the demand of a scenario as stated; undefined where it can. */
interface Refusal {
  readonly architecture: ArchitectureName;
  readonly refusal: NoAnswer | undefined;
}

function refusalOf(scenario: KnownScenario, architecture: ArchitectureName): Refusal {
  const projection = scenario.projection(architecture);
  return { architecture, refusal: projection.feasible ? undefined : infeasible(projection) };
}

/** Says that no simulated outcome is feasible. */
export function noTrial(architecture: ArchitectureName, { trials }: SimulationSummary): NoAnswer {
  return new NoAnswer(
    `None of ${inWords(trials)} simulated outcomes is feasible: ${ARCHITECTURE_NAMES[architecture]} can't meet the demand in any of them.`,
  );
}

const percentileLabel = (share: number): string => `P${Number((share * 100).toPrecision(6))}`;

/** The rows of a report about one architecture. */
export function summaryRows({ trials, clamped, architectures }: SimulationSummary, years: number): readonly (readonly Answer[])[] {
  const [only] = architectures;
  const blanks = Array.from({ length: years }, () => "");
  const facts: readonly (readonly [string, number])[] = [
    ["deviation", only.deviation],
    ["trials", trials],
    ["share without a plan", only.withoutPlan],
    ["values moved to a bound", clamped],
    ["share sharded within the plan", only.shardedWithin],
    ...only.inputs.map(({ key, rank }) => [`rank correlation: ${key}`, rank] as const),
  ];
  return [
    ...only.percentiles.map(({ share, figure, years: costs }) => [percentileLabel(share), figure, ...costs]),
    ["mean", only.mean, ...only.meanYears],
    ...facts.map(([name, value]) => [name, value, ...blanks]),
  ];
}
