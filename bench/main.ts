import { simulation } from "../src/engine/analysis/simulation/simulation";
import { tenthRanges, tornado } from "../src/engine/analysis/tornado";
import { METRICS } from "../src/engine/finance/metrics";
import { ARCHITECTURES } from "../src/engine/plan/setting";
import { reference } from "../src/reference/load";
import { KERNEL_VALUES, kernelMicroseconds, median, objectsMicroseconds } from "./kernel";
import { runOthers } from "./others";
import { measureSpeed } from "./speed";
import { measureTrials, SAMPLE_RANGES, sampleMap } from "./trials";

const ROUNDS = 15;
const RUNS = 300;

/** A health system with acquisitions and licenses: the lines that the defaults leave at zero are alive. */
const MERGER: ReadonlyMap<string, string | number> = new Map<string, string | number>([
  ["demand.volume", 60000],
  ["deal.North.close", "2027-06-30"],
  ["deal.North.volume", 15000],
  ["deal.North.tb", 8],
  ["deal.North.sites", 2],
  ["deal.North.legacy_cost", 900000],
  ["deal.North.integration_cost", 2000000],
  ["deal.South.close", "2028-11-30"],
  ["deal.South.volume", 9000],
  ["deal.South.tb", 5],
  ["deal.South.regions", 1],
  ["license.oracle-db-ee.applies", "both"],
]);

for (const [name, scenario] of [
  ["defaults", new Map()],
  ["two acquisitions, licenses", MERGER],
] as const) {
  console.log(`${name}: line-months per second over those of the line-wise yardstick, medians of ${ROUNDS} rounds of ${RUNS} runs each`);
  const rows = measureSpeed(scenario, ROUNDS, RUNS);
  const sum = (of: (row: (typeof rows)[number]) => number): number => rows.reduce((total, row) => total + of(row), 0);
  console.table(
    rows.map((row) => ({
      architecture: row.architecture,
      values: row.values,
      "µs per run": Number(row.microseconds.toFixed(1)),
      "yardstick µs": Number(row.kernelMicroseconds.toFixed(1)),
      ratio: Number(row.ratio.toFixed(3)),
    })),
  );
  console.log(
    `all three: ${(sum((row) => row.microseconds) / 1000).toFixed(3)} ms, ratio ${(sum((row) => row.values) / sum((row) => row.values / row.ratio)).toFixed(3)}`,
  );
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

console.log(
  "trials of the sample: line-months per second over those of the yardstick, counting only series that differ from trial to trial",
);
console.table(
  ARCHITECTURES.map((architecture) => {
    const {
      series,
      lines,
      microseconds,
      kernelMicroseconds: yardstick,
      ratio,
    } = measureTrials(sampleMap(), SAMPLE_RANGES, architecture, ROUNDS, RUNS);
    return {
      architecture,
      series,
      lines,
      "µs per trial": rounded(microseconds, 1),
      "yardstick µs": rounded(yardstick, 1),
      ratio: rounded(ratio, 3),
    };
  }),
);

const NPV = METRICS.find(({ id }) => id === "npv") ?? METRICS[0];

function seconds(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

const TEN_THOUSAND = 10_000;
const simulated = seconds(() => {
  const run = simulation({
    scenario: sampleMap(),
    reference,
    uncertain: SAMPLE_RANGES,
    metric: NPV,
    architectures: ARCHITECTURES,
    trials: TEN_THOUSAND,
    seed: 1,
  });
  run.runTrials(TEN_THOUSAND);
  const { architectures, cheaper } = run.summary([0.1, 0.5, 0.9]);
  for (const { architecture, percentiles, shardedWithin, inputs } of architectures) {
    const figures = percentiles.map(({ figure }) => rounded(figure / 1e6, 2)).join(" / ");
    console.log(
      `${architecture}: P10/P50/P90 ${figures} M; sharded ${rounded(shardedWithin, 3)}; ${inputs
        .slice(0, 5)
        .map(({ key, rank }) => `${key} ${rounded(rank, 2)}`)
        .join(", ")}`,
    );
  }
  console.log(`P(horizontal cheaper than vertical) ${rounded(cheaper("horizontal", "vertical"), 4)}`);
});
console.log(
  `${TEN_THOUSAND} trials x 60 months x 3 architectures of the sample, with draws and summary: ${rounded(simulated, 2)} s of one core`,
);

const FORTY = tenthRanges(sampleMap(), reference).slice(0, 40);
const drawn = seconds(() => tornado(sampleMap(), "vertical", FORTY, NPV, reference));
console.log(`a tornado of ${FORTY.length} keys: ${rounded(drawn * 1000, 1)} ms`);

const [yardstick, objects] = [kernelMicroseconds, objectsMicroseconds].map((time) => {
  time(RUNS * 3);
  return median(Array.from({ length: ROUNDS }, () => time(RUNS)));
});
console.log("the stand-in model, one trial of 60 months and two architectures, the yardstick = 1");
console.table([
  { written: "line-wise typed arrays (the yardstick)", "µs per trial": rounded(yardstick, 1), ratio: 1, values: KERNEL_VALUES },
  { written: "plain objects", "µs per trial": rounded(objects, 1), ratio: rounded(yardstick / objects, 3), values: KERNEL_VALUES },
  ...runOthers().map(({ written, microseconds }) => ({
    written,
    "µs per trial": rounded(microseconds, 2),
    ratio: rounded(yardstick / microseconds, 3),
    values: KERNEL_VALUES,
  })),
]);
