import { describe, expect, test } from "vitest";
import { answer } from "../../../src/taskpane/analyze/answer";
import type {
  Answer,
  CrossingQuestion,
  MapQuestion,
  Progress,
  Question,
  SimulationQuestion,
  SolveQuestion,
} from "../../../src/taskpane/analyze/question";
import { binsOf } from "../../../src/taskpane/analyze/simulationAnswer";
import { call } from "../../functions/host";
import { BASE, baseWith, SAMPLE_ROWS } from "./sample";

/** The sample where deals move onto the distributed system in half the time: it wins, but not at every size. */
const FASTER = baseWith("integration.horizontal_months", 9);

const UNREPORTED = () => Promise.resolve();
const NEVER = () => false;

async function answered<Kind extends Answer["kind"]>(question: Question & { kind: Kind }): Promise<Extract<Answer, { kind: Kind }>> {
  const found = await answer(question, "en-US", UNREPORTED, NEVER);
  return found as Extract<Answer, { kind: Kind }>;
}

const RANGES = [
  { key: "demand.growth", low: 0.01, high: 0.04, shape: "pert" },
  { key: "staff.loaded", low: 1.3, high: 1.5, shape: "uniform" },
] as const;

const SIMULATION: SimulationQuestion = {
  kind: "simulation",
  side: BASE,
  metric: "npv",
  ranges: RANGES,
  correlations: [],
  trials: 300,
  seed: 7,
};
const ENDS = { low: undefined, high: undefined };
const CROSSING: CrossingQuestion = {
  kind: "crossing",
  side: { ...FASTER, architecture: "vertical" },
  against: { ...FASTER, architecture: "horizontal" },
  metric: "npv",
  key: "demand.volume",
  ...ENDS,
};
const BASE_SIDES = [
  { ...BASE, architecture: "vertical" },
  { ...BASE, architecture: "horizontal" },
] as const;
const SOLVE: SolveQuestion = { kind: "solve", side: BASE, metric: "tco", key: "staff.loaded", target: 45e6, ...ENDS };
const MAP: MapQuestion = {
  kind: "map",
  side: BASE,
  metric: "npv",
  across: { key: "demand.volume", low: 500, high: 6000 },
  down: { key: "vertical.standby", low: 0, high: 2 },
  steps: 3,
};

describe("the pane answers what the function in a cell answers", () => {
  test.each(["uncertain", "decisions", "all"] as const)(
    "the largest swings of %s inputs, their ends and the figures there",
    async (inputs) => {
      const { bars } = await answered({ kind: "tornado", side: BASE, metric: "npv", ranges: inputs });
      const [, ...rows] = call("SENSITIVITY.TORNADO", SAMPLE_ROWS, null, "npv", "vertical", 10, inputs) as unknown[][];
      expect(bars.slice(0, 10).map(({ key, low, high, atLow, atHigh, swing }) => [key, low, high, atLow, atHigh, swing])).toEqual(rows);
    },
  );

  test("the swings of stated ranges, whatever else could be varied", async () => {
    const { bars, varied } = await answered({ kind: "tornado", side: BASE, metric: "npv", ranges: RANGES });
    const table = RANGES.map(({ key, low, high }) => [key, low, high]);
    const [, ...rows] = call("SENSITIVITY.TORNADO", SAMPLE_ROWS, table, "npv", "vertical") as unknown[][];
    expect(bars.map(({ key, low, high, atLow, atHigh, swing }) => [key, low, high, atLow, atHigh, swing])).toEqual(rows);
    expect(varied).toBe("stated");
  });

  test("percentiles, mean and drivers of a simulation, and the chance that one architecture is cheaper", async () => {
    const found = await answered(SIMULATION);
    const table = RANGES.map(({ key, low, high, shape }) => [key, low, high, shape]);
    const rows = call("SIMULATE", SAMPLE_ROWS, table, "npv", "vertical", null, 300, 7) as unknown[][];
    expect(found.percentiles.map(({ figure, years }) => [figure, ...years])).toEqual(rows.slice(1, 4).map(([, ...cells]) => cells));
    expect(found.mean).toBe(rows[4][1]);
    expect(`rank correlation: ${found.drivers[0].key}`).toBe(rows[10][0]);
    expect(found.cheaper).toBe(call("PROBABILITY", SAMPLE_ROWS, table, "vertical", "horizontal", 300, 7));
  });

  test("the value at which two architectures cross", async () => {
    const { found, none } = await answered(CROSSING);
    expect([found[0].value, none]).toEqual([call("CROSSOVER", FASTER.rows, "demand.volume"), undefined]);
  });

  test("the value at which a figure meets a target", async () => {
    const { found } = await answered(SOLVE);
    expect(found[0].value).toBe(call("SOLVE", SAMPLE_ROWS, "staff.loaded", 45e6, "tco"));
    expect(found[0].figure).toBeCloseTo(45e6, 0);
  });

  test("the lowest of the figures in each cell of a map", async () => {
    const { cells } = await answered(MAP);
    const grids = ["vertical", "horizontal", "hybrid"].map(
      (architecture) =>
        call("SENSITIVITY.GRID", SAMPLE_ROWS, "vertical.standby", [[0], [1], [2]], "npv", architecture, "demand.volume", [
          [500, 3250, 6000],
        ]) as number[][],
    );
    const lowest = (row: number, column: number) => {
      const figures = grids.map((grid) => grid[row][column]);
      return ["vertical", "horizontal", "hybrid"][figures.indexOf(Math.min(...figures))];
    };
    expect(cells.map((line) => line.map(({ winner }) => winner))).toEqual(
      [0, 1, 2].map((row) => [0, 1, 2].map((column) => lowest(row, column))),
    );
    expect(new Set(cells.flat().map(({ winner }) => winner)).size).toBeGreaterThan(1);
  });

  test("the month in which a switch costs least", async () => {
    const { best, costs, stay } = await answered({ kind: "switch", side: FASTER, metric: "npv" });
    expect([best.month, best.cost, best.serial]).toEqual(["month", "cost", "date"].map((fact) => call("SWITCHMONTH", FASTER.rows, fact)));
    expect((stay ?? 0) - best.cost).toBe(call("SWITCHMONTH", FASTER.rows, "saving"));
    expect(costs).toHaveLength(61);
  });
});

describe("what has no answer is said in the engine's words", () => {
  test.each<[string, Question, RegExp]>([
    [
      "an unknown key, with the nearest",
      { ...CROSSING, key: "demand.vlume" },
      /Unknown key "demand\.vlume"\. Did you mean demand\.volume\?/,
    ],
    ["a key that holds no number", { ...CROSSING, key: "vertical.hosting" }, /\(vertical\.hosting\) isn't a number/],
    ["ends in the wrong order", { ...CROSSING, low: 900, high: 100 }, /low is 900 and high is 100\. Enter a low below high/],
    ["equal ends", { ...SOLVE, low: 1.3, high: 1.3 }, /Enter a low below high/],
    ["ends outside of the bounds", { ...SOLVE, low: -1, high: 1.3 }, /low is -1\. Enter 1 to 3 for staff\.loaded/],
    ["two sides that are the same", { ...CROSSING, against: CROSSING.side }, /Both sides are Base, Central/],
    ["no trials", { ...SIMULATION, trials: 0 }, /trials is 0. Enter a whole number from 1 to 100000/],
    ["a thousand million trials", { ...SIMULATION, trials: 1e9 }, /trials is 1000000000/],
    ["a broken seed", { ...SIMULATION, seed: 0.5 }, /seed is 0\.5/],
    [
      "a range with low above high",
      { ...SIMULATION, ranges: [{ key: "demand.growth", low: 0.04, high: 0.01, shape: "pert" }] },
      /demand\.growth: low is 4% and high is 1%/,
    ],
    [
      "a range that is none",
      { kind: "tornado", side: BASE, metric: "npv", ranges: [{ key: "demand.growth", low: 0.02, high: 0.02 }] },
      /demand\.growth: low and high are both 2%/,
    ],
    [
      "a correlation with a key that is certain",
      { ...SIMULATION, correlations: [{ one: "demand.growth", other: "demand.volume", rank: 0.5 }] },
      /names demand\.volume, which isn't uncertain/,
    ],
    ["a map of one key", { ...MAP, down: MAP.across }, /Both keys are demand\.volume/],
    ["a map with too many steps", { ...MAP, steps: 26 }, /steps is 26. Enter a whole number from 2 to 25/],
    [
      "a map of shares with ends in the wrong order",
      { ...MAP, across: { key: "demand.growth", low: 0.07, high: 0.02 } },
      /demand\.growth: low is 7% and high is 2%/,
    ],
    [
      "a map beyond what a share can be",
      { ...MAP, across: { key: "staff.automation", low: 0.07, high: 1.2 } },
      /staff\.automation: high is 120%\. Enter 0% to 95%/,
    ],
    ["a map with ends in the wrong order", { ...MAP, across: { key: "demand.volume", low: 9, high: 2 } }, /low is 9 and high is 2/],
    [
      "a map from a number of which half and twice are nothing",
      { ...MAP, across: { key: "integration.horizontal_cost_per_volume", low: undefined, high: undefined } },
      /Enter both ends of integration\.horizontal_cost_per_volume: the scenario has 0/,
    ],
    [
      "a system that is distributed already",
      { kind: "switch", side: baseWith("plan.current", "horizontal"), metric: "npv" },
      /Distributed is already in use/,
    ],
    ["an error in the scenario", { ...SOLVE, side: baseWith("demand.growth", 50) }, /Organic growth per year is 50\. Enter -90% to 1,000%/],
    [
      "a demand that no plan carries",
      { kind: "tornado", side: baseWith("demand.volume", 1e9), metric: "npv", ranges: "uncertain" },
      /Central can't meet the demand from [A-Z][a-z]{2} \d{4}/,
    ],
    ["a metric that the model does not have", { ...SOLVE, metric: "profit" }, /There is no metric "profit"/],
  ])("%s", async (_words, question, message) => {
    await expect(answer(question, "en-US", UNREPORTED, NEVER)).rejects.toThrow(message);
  });

  test("no crossing is an answer: neither overtakes the other, with the difference at both ends", async () => {
    const { found, none, curves } = await answered({ ...CROSSING, low: 400, high: 900 });
    expect(found).toEqual([]);
    expect(none).toMatch(/Base, Central and Base, Distributed never have the same npv for demand\.volume from 400 to 900: at 400, /);
    expect(curves.map(({ values }) => values.length)).toEqual([41, 41]);
  });

  test("several crossings are all given, lowest first, each naming the others", async () => {
    // At this pace the two cost nearly the same over a wide range of sizes, and servers come in steps.
    const close = baseWith("integration.horizontal_months", 13);
    const key = "demand.volume";
    const { side, against } = CROSSING;
    const { found } = await answered({
      ...CROSSING,
      side: { ...side, ...close, architecture: "vertical" },
      against: { ...against, ...close, architecture: "horizontal" },
      key,
    });
    const crossing = (which: number | "count") => call("CROSSOVER", close.rows, key, null, null, null, null, null, which) as number;
    expect(found.length).toBe(crossing("count"));
    expect(found.length).toBeGreaterThan(1);
    expect(found.map(({ value }) => value)).toEqual(found.map((_, index) => crossing(index + 1)));
    expect(found[0].words).toContain(`${String(found.length - 1)} other values: `);
  });
});

describe("numbers in sentences", () => {
  test.each<[string, Question, string, RegExp]>([
    [
      "the other crossing",
      { ...CROSSING, side: BASE_SIDES[0], against: BASE_SIDES[1], key: "staff.automation" },
      "de-DE",
      /One other value: 58,97\u00a0%\./,
    ],
    [
      "ends between which nothing crosses",
      { ...CROSSING, low: 400, high: 900 },
      "de-DE",
      /: at 400, Base, Distributed is \d{1,3}(\.\d{3})+ (lower|higher); at 900, /,
    ],
    [
      "a target that is not met",
      { ...SOLVE, target: 1_234_567 },
      "de-DE",
      /^tco is never 1\.235\.000 for staff\.loaded from \S+ to \S+: at /,
    ],
    [
      "what the next best month costs more",
      { kind: "switch", side: BASE, metric: "npv" },
      "de-DE",
      /costs \d{1,3}(\.\d{3})*.\$ more \(present value\)\.$/,
    ],
  ])("are written as the pane's language writes them: %s", async (_words, question, locale, words) => {
    const found = await answer(question, locale, UNREPORTED, NEVER);
    const said = found?.kind === "switch" ? found.stays : found && "found" in found ? (found.none ?? found.found[0].words) : "";
    expect(said).toMatch(words);
  });
});

describe("work that goes on in steps", () => {
  /** What was reported, of a question that is cancelled after so many reports. */
  async function reportsOf(
    question: Question,
    after = Infinity,
  ): Promise<{ readonly reports: readonly Progress[]; readonly found: unknown }> {
    const reports: Progress[] = [];
    const report = (progress: Progress) => {
      reports.push(progress);
      return Promise.resolve();
    };
    return { found: await answer(question, "en-US", report, () => reports.length >= after), reports };
  }

  test("says after every 50 trials how many are done", async () => {
    const { reports } = await reportsOf({ ...SIMULATION, trials: 120 });
    expect(reports).toEqual([50, 100, 120].map((done) => ({ done, total: 120, steps: "trials" })));
  });

  test("ends without an answer when it is cancelled, and runs no further trial", async () => {
    const { reports, found } = await reportsOf({ ...SIMULATION, trials: 100_000 }, 2);
    expect([found, reports.at(-1)]).toEqual([undefined, { done: 100, total: 100_000, steps: "trials" }]);
  });

  test("a map reports row by row", async () => {
    const { reports } = await reportsOf(MAP);
    expect(reports.map(({ done, total }) => [done, total])).toEqual([
      [0, 9],
      [3, 9],
      [6, 9],
    ]);
  });
});

describe("a simulation without stated ranges", () => {
  test("varies the ten numbers that matter most by ten per cent", async () => {
    const { ranges, drivers, withoutPlan } = await answered({ ...SIMULATION, ranges: undefined, trials: 60 });
    const { bars } = await answered({ kind: "tornado", side: BASE, metric: "npv", ranges: "uncertain" });
    expect(ranges.map(({ key }) => key)).toEqual(bars.slice(0, 10).map(({ key }) => key));
    expect(drivers.map(({ key }) => key)).toEqual(expect.arrayContaining(ranges.map(({ key }) => key)));
    expect(withoutPlan).toBe(0);
  });

  test("reports the share of trials without a plan, and gives the figures of the others", async () => {
    const ranges = [{ key: "demand.volume", low: 1000, high: 1e9, shape: "uniform" }] as const;
    const { withoutPlan, bins, percentiles } = await answered({ ...SIMULATION, ranges, trials: 200 });
    const counted = bins.reduce((sum, { trials }) => sum + trials, 0);
    expect(withoutPlan).toBeGreaterThan(0);
    expect(counted).toBeCloseTo(200 * (1 - withoutPlan), 9);
    expect(percentiles.every(({ figure }) => Number.isFinite(figure))).toBe(true);
  });
});

describe("bins of a histogram", () => {
  test.each<[string, readonly number[], number, readonly (readonly [number, number, number])[]]>([
    [
      "are of the same width and hold every figure, the largest too",
      [0, 1, 2, 3, 4],
      2,
      [
        [0, 2, 2],
        [2, 4, 3],
      ],
    ],
    ["are one where all figures are the same", [7, 7, 7], 4, [[7, 7, 3]]],
    ["are none of no figure", [], 4, []],
  ])("%s", (_words, figures, count, bins) => {
    expect(binsOf(Float64Array.from(figures), count).map(({ from, to, trials }) => [from, to, trials])).toEqual(bins);
  });
});
