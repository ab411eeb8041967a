import { simulation } from "../src/engine/analysis/simulation/simulation";
import type { UncertainKey } from "../src/engine/analysis/simulation/uncertainty";
import { variedScenario } from "../src/engine/analysis/varied";
import { METRICS } from "../src/engine/finance/metrics";
import type { FeasibleProjection } from "../src/engine/lines";
import type { Architecture } from "../src/engine/plan/setting";
import type { ScenarioMap } from "../src/engine/catalogue/resolved";
import { reference } from "../src/reference/load";
import { SAMPLE } from "../src/workbook/sample";
import { kernelMicroseconds, KERNEL_VALUES, median, microsecondsPerRun } from "./kernel";

/** The sample's Base with its deals, as a scenario. */
export function sampleMap(): ScenarioMap {
  const deals = SAMPLE.deals.flatMap(({ name, fields }) =>
    Object.entries(fields).map(([field, value]) => [`deal.${name}.${field}`, value] as const),
  );
  return new Map([...SAMPLE.scenarios[0].values, ...deals]);
}

/** What is uncertain in the sample: what a planner would not sign, with one value in ten below and one in ten above. */
export const SAMPLE_RANGES: readonly UncertainKey[] = (
  [
    ["demand.growth", 0.005, 0.04],
    ["demand.tps_per_volume", 0.3, 0.9],
    ["demand.peak_to_mean", 1.6, 3],
    ["data.gb_per_volume_year", 12, 40],
    ["staff.wage_growth", 0.025, 0.05],
    ["staff.loaded", 1.3, 1.6],
    ["integration.horizontal_months", 12, 24],
    ["integration.vertical_months", 12, 24],
    ["prices.inflation", 0.015, 0.04],
    ["downtime.cost_per_hour", 10000, 40000],
    ["horizontal.global_share", 0.05, 0.2],
  ] as const
).map(([key, low, high]) => ({ key, low, high, shape: "pert" }));

/** Trials per second of an architecture against the yardstick. */
export interface TrialSpeed {
  readonly architecture: Architecture;
  /** Series that differ from trial to trial, each counted once however many lines show it. */
  readonly series: number;
  readonly lines: number;
  readonly microseconds: number;
  readonly kernelMicroseconds: number;
  /** Line-months per second over those of the yardstick, counting only values that differ from trial to trial. */
  readonly ratio: number;
}

const METRIC = METRICS.find(({ id }) => id === "npv") ?? METRICS[0];
const LOOKED_AT = 40;
/** Trials before the first round: a simulation has thousands, and the first ones are compiled while they run. */
const WARM_UP = 3000;

/** Measures trials, then the yardstick, in one process; returns the medians of the rounds. */
export function measureTrials(
  scenario: ScenarioMap,
  uncertain: readonly UncertainKey[],
  architecture: Architecture,
  rounds: number,
  trialsPerRound: number,
): TrialSpeed {
  const { series, lines } = recomputed(scenario, uncertain, architecture);
  const run = simulation({
    scenario,
    reference,
    uncertain,
    metric: METRIC,
    architectures: [architecture],
    trials: WARM_UP + trialsPerRound * rounds,
    seed: 1,
  });
  run.runTrials(WARM_UP);
  kernelMicroseconds(WARM_UP);
  const pairs = Array.from({ length: rounds }, () => {
    const engine = microsecondsPerRun(() => run.runTrials(trialsPerRound), 1) / trialsPerRound;
    return [engine, kernelMicroseconds(trialsPerRound)] as const;
  });
  const months = 12 * Number(scenario.get("plan.years") ?? 5);
  return {
    architecture,
    series,
    lines,
    microseconds: median(pairs.map(([engine]) => engine)),
    kernelMicroseconds: median(pairs.map(([, kernel]) => kernel)),
    ratio: median(pairs.map(([engine, kernel]) => (series * months) / engine / (KERNEL_VALUES / kernel))),
  };
}

/** Counts the series and lines that differ between some trials. */
function recomputed(
  scenario: ScenarioMap,
  uncertain: readonly UncertainKey[],
  architecture: Architecture,
): { series: number; lines: number } {
  const varied = variedScenario(
    scenario,
    uncertain.map(({ key }) => key),
    reference,
    METRIC.from,
  );
  const first = snapshot(varied.projection(architecture) as FeasibleProjection);
  const moved = new Set<string>();
  const contents = new Map<string, string>();
  for (let trial = 0; trial < LOOKED_AT; trial++) {
    uncertain.forEach(({ low, high }, index) => {
      const share = ((trial * 7919 + index * 104729) % 1000) / 1000;
      const value = low + share * (high - low);
      varied.set(index, varied.keys[index].whole ? Math.round(value) : value);
    });
    for (const [name, content] of snapshot(varied.projection(architecture) as FeasibleProjection)) {
      if (content !== first.get(name)) moved.add(name);
      contents.set(name, content);
    }
  }
  const distinct = new Set([...moved].map((name) => contents.get(name)));
  return { series: distinct.size, lines: [...moved].filter((name) => name.startsWith("line ")).length };
}

/** Every series of months of a projection by where it is found. */
function snapshot(projection: FeasibleProjection): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const length = projection.total.length;
  const look = (name: string, value: unknown, depth: number): void => {
    if (value instanceof Float64Array) {
      if (value.length === length) found.set(name, value.join());
    } else if (typeof value === "object" && value !== null && depth > 0) {
      for (const [key, inner] of Object.entries(value)) if (key !== "a" && key !== "reference") look(`${name}.${key}`, inner, depth - 1);
    }
  };
  for (const { id, values } of projection.lines) look(`line ${id}`, values, 0);
  look("total", projection.total, 0);
  look("plan", projection.plan, 3);
  return found;
}
