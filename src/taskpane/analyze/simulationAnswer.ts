import { correlate } from "../../engine/analysis/simulation/rankCorrelation";
import { simulation } from "../../engine/analysis/simulation/simulation";
import type { Simulation } from "../../engine/analysis/simulation/simulation";
import type { UncertainKey } from "../../engine/analysis/simulation/uncertainty";
import { tenthRanges } from "../../engine/analysis/tornado";
import { ModelError } from "../../engine/errors";
import type { Metric } from "../../engine/finance/metrics";
import { periodLabels } from "../../engine/periods";
import type { Architecture } from "../../engine/plan/setting";
import { reference } from "../../reference/load";
import { labelOf } from "../../workbook/mapping";
import type { HistogramBin, Progress, SimulationAnswer, SimulationQuestion, Steps } from "./question";
import { meaningOf, metricOf, noFigure, subjectOf } from "./subject";
import type { Subject } from "./subject";
import { tornadoSteps } from "./tornadoAnswer";

const MOST_TRIALS = 100_000;
const MOST_SEED = 2 ** 31 - 1;
const TRIALS_PER_STEP = 50;
const PERCENTILES = [0.1, 0.5, 0.9] as const;
/** How many of the numbers that matter most are uncertain where the workbook does not say which. */
const MATTER_MOST = 10;
const BINS = 24;

function requireWhole(name: string, given: number, least: number, most: number): void {
  if (Number.isInteger(given) && given >= least && given <= most) return;
  throw new ModelError("out-of-range", name, `${name} is ${given}. Enter a whole number from ${least} to ${most}.`);
}

/** The numbers that move the metric most when each is a tenth lower or higher, with these ends. */
function* mattering(subject: Subject, metric: Metric): Generator<Progress, readonly UncertainKey[], void> {
  const { bars } = yield* tornadoSteps(subject, tenthRanges(subject.map, reference), metric);
  return bars.slice(0, MATTER_MOST).map(({ key, low, high }) => ({ key, low, high, shape: "pert" }));
}

/** Trials by their figure, in bins of the same width between the least and the largest. */
export function binsOf(figures: Float64Array, count = BINS): readonly HistogramBin[] {
  if (figures.length === 0) return [];
  const [least, largest] = figures.reduce(([low, high], figure) => [Math.min(low, figure), Math.max(high, figure)], [Infinity, -Infinity]);
  if (least === largest) return [{ from: least, to: largest, trials: figures.length }];
  const width = (largest - least) / count;
  const trials = new Array<number>(count).fill(0);
  for (const figure of figures) trials[Math.min(count - 1, Math.floor((figure - least) / width))] += 1;
  return trials.map((each, index) => ({ from: least + index * width, to: least + (index + 1) * width, trials: each }));
}

function* trialSteps(run: Simulation): Generator<Progress, void, void> {
  while (run.done() < run.trials) {
    run.runTrials(TRIALS_PER_STEP);
    yield { done: run.done(), total: run.trials, steps: "trials" };
  }
}

function simulationOf(question: SimulationQuestion, subject: Subject, metric: Metric, uncertain: readonly UncertainKey[]): Simulation {
  const { correlations, trials, seed } = question;
  return simulation({
    scenario: subject.map,
    reference,
    uncertain,
    reorder: (keys, columns) => correlate(keys, columns, correlations),
    metric,
    architectures: [...new Set<Architecture>([subject.architecture, "vertical", "horizontal"])],
    trials,
    seed,
  });
}

/** How sure: the metric and each year's cost when the uncertain numbers are drawn. */
export function* simulationAnswer(question: SimulationQuestion): Steps<SimulationAnswer> {
  const { side, trials, seed } = question;
  requireWhole("trials", trials, 1, MOST_TRIALS);
  requireWhole("seed", seed, 0, MOST_SEED);
  const subject = subjectOf(side);
  const metric = metricOf(question.metric);
  const ranges = question.ranges ?? (yield* mattering(subject, metric));
  const run = simulationOf(question, subject, metric, ranges);
  yield* trialSteps(run);
  const summary = run.summary(PERCENTILES);
  const own = summary.architectures.find(({ architecture }) => architecture === subject.architecture);
  const central = summary.architectures.find(({ architecture }) => architecture === "vertical");
  if (!own || own.counted === 0) throw noFigure(subject, metric);
  return {
    kind: "simulation",
    ...meaningOf(metric, subject),
    architecture: subject.architecture,
    ranges,
    trials,
    seed,
    years: periodLabels({ start: subject.a["plan.start"], years: subject.a["plan.years"] }, "year"),
    percentiles: own.percentiles,
    mean: own.mean,
    deviation: own.deviation,
    bins: binsOf(run.figures(subject.architecture)),
    cheaper: summary.cheaper("horizontal", "vertical"),
    sharded: central?.shardedWithin ?? 0,
    withoutPlan: own.withoutPlan,
    clamped: summary.clamped,
    drivers: own.inputs.map((input) => ({ ...input, label: labelOf(input.key) })),
  };
}
