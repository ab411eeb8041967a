import { measureSpeed } from "./speed";

const ROUNDS = 15;
const RUNS = 300;

/** A health system with acquisitions and licences: the lines that the defaults leave at zero are alive. */
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
  ["two acquisitions, licences", MERGER],
] as const) {
  console.log(`${name}: line-months per second over those of the line-wise yardstick, medians of ${ROUNDS} rounds of ${RUNS} runs in turn`);
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
