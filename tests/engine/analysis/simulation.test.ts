import { describe, expect, it } from "vitest";
import { simulation } from "../../../src/engine/analysis/simulation/simulation";
import type { SimulationInputs } from "../../../src/engine/analysis/simulation/simulation";
import type { UncertainKey } from "../../../src/engine/analysis/simulation/uncertainty";
import { metricNamed } from "../../../src/engine/finance/metrics";
import { reference } from "../../../src/reference/load";
import { bare, mapOf, servers } from "../projected";
import type { Given } from "../projected";

const TCO = metricNamed("tco")!;
const Z90 = 1.2815515655446004;

function run(given: Given, uncertain: readonly UncertainKey[], more: Partial<SimulationInputs> = {}) {
  const simulated = simulation({
    scenario: mapOf(given),
    reference,
    uncertain,
    metric: TCO,
    architectures: ["vertical"],
    trials: 4000,
    seed: 1,
    ...more,
  });
  simulated.runTrials(simulated.trials);
  return simulated.summary([0.1, 0.5, 0.9]);
}

/** A plan of one year that costs nothing but an audit and an upgrade price: total = audit + 12 x rent. */
const SUM: Given = bare({
  ...servers({ one: { cores: 1000, monthly: 100 } }),
  "plan.years": 1,
  "prices.inflation": 0,
  "vertical.standby": 0,
  "vertical.dr_share": 0,
  "compliance.jurisdictions_vertical": 1,
  "compliance.audit_cost": 5000,
  "demand.volume": 1,
  "demand.growth": 0,
});

describe("a simulation against what is known in closed form", () => {
  it("the sum of two normal numbers is normal: means add, variances add", () => {
    const [first, second] = run({ ...SUM, "user.x": 0, "custom.extra.formula": "user.x", "compliance.audit_cost": 5000 }, [
      { key: "compliance.audit_cost", low: 4000, high: 6000, shape: "normal" },
      { key: "user.x", low: 90, high: 110, shape: "normal" },
    ]).architectures.flatMap((each) => [each, each]);
    // total = audit + 1,200 + 12 x; deviations 1,000/z and 12 x 10/z.
    const deviation = Math.sqrt(1000 ** 2 + 120 ** 2) / Z90;
    expect(first.mean).toBeCloseTo(5000 + 1200 + 1200, 0);
    expect(second.deviation / deviation).toBeCloseTo(1, 2);
    expect(first.percentiles[2].figure / (7400 + Z90 * deviation)).toBeCloseTo(1, 2);
    expect(first.percentiles[0].figure / (7400 - Z90 * deviation)).toBeCloseTo(1, 2);
  });

  it("a lognormal cost has the mean exp(mu + sigma^2/2)", () => {
    const { mean } = run(SUM, [{ key: "compliance.audit_cost", low: 2000, high: 9000, shape: "lognormal" }]).architectures[0];
    const [mu, sigma] = [(Math.log(2000) + Math.log(9000)) / 2, (Math.log(9000) - Math.log(2000)) / 2 / Z90];
    expect((mean - 1200) / Math.exp(mu + (sigma * sigma) / 2)).toBeCloseTo(1, 3);
  });

  it("a PERT cost on 0..1 stretched: its mean is a sixth of low end, four modes and high end", () => {
    const { mean, percentiles } = run(SUM, [{ key: "compliance.audit_cost", low: 4000, high: 6000, shape: "pert" }]).architectures[0];
    expect(mean).toBeCloseTo(6200, 0);
    expect(percentiles.map(({ figure }) => figure)).toEqual([expect.closeTo(5200, -1), expect.closeTo(6200, -1), expect.closeTo(7200, -1)]);
  });

  it("a percentile errs the less the more trials there are", () => {
    const errorOf = (trials: number): number => {
      const errors = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => {
        const uncertain: readonly UncertainKey[] = ["a", "b", "c"].map((name) => ({
          key: `user.${name}`,
          low: 90,
          high: 110,
          shape: "normal",
        }));
        const given = { ...SUM, "user.a": 100, "user.b": 100, "user.c": 100, "custom.extra.formula": "user.a + user.b + user.c" };
        const { percentiles } = run(given, uncertain, { trials, seed }).architectures[0];
        return Math.abs(percentiles[2].figure - (6200 + 3600 + 12 * 10 * Math.sqrt(3)));
      });
      return errors.reduce((sum, error) => sum + error, 0) / errors.length;
    };
    const [few, more, many] = [100, 1600, 12800].map(errorOf);
    expect(more).toBeLessThan(few / 2);
    expect(many).toBeLessThan(more);
    // A tenth of the deviation of the sum, 12 x 10 sqrt(3) / z.
    expect(many).toBeLessThan(16);
  });
});

describe("deals are drawn by their probability", () => {
  const given: Given = {
    ...SUM,
    "deal.North.close": "2026-06-30",
    "deal.North.lag_months": 6,
    "deal.North.integration_cost": 1000,
    "deal.North.probability": 0.3,
    "integration.vertical_months": 0,
  };

  it("one that may close costs all or nothing, whatever the weighting says", () => {
    for (const weighting of ["expected", "all", "likely"]) {
      const { percentiles, mean } = run({ ...given, "deals.weighting": weighting }, []).architectures[0];
      expect(mean).toBeCloseTo(6200 + 0.3 * 1000, 6);
      expect(percentiles.map(({ figure }) => Math.round(figure))).toEqual([6200, 6200, 7200]);
    }
  });

  it("one that is certain, or left out, is not drawn", () => {
    expect(run({ ...given, "deal.North.probability": 1 }, []).architectures[0].mean).toBeCloseTo(7200, 6);
    expect(run({ ...given, "deal.North.include": false }, []).architectures[0].mean).toBeCloseTo(6200, 6);
  });

  it("a probability can be uncertain itself", () => {
    const { mean } = run(given, [{ key: "deal.North.probability", low: 0.2, high: 0.8, shape: "uniform" }]).architectures[0];
    expect(mean).toBeCloseTo(6200 + 500, -1);
  });
});

const RICH: Given = { "demand.volume": 40000, "deal.North.close": "2028-03-31", "deal.North.volume": 9000, "deal.North.probability": 0.6 };
const RANGES: readonly UncertainKey[] = [
  { key: "demand.growth", low: 0.01, high: 0.2, shape: "pert" },
  { key: "demand.cpu_ms", low: 15, high: 40, shape: "lognormal" },
  { key: "staff.loaded", low: 1.3, high: 1.6, shape: "triangular" },
  { key: "demand.sites", low: 2, high: 5, shape: "uniform" },
];
const ALL = { architectures: ["vertical", "horizontal", "hybrid"] as const, trials: 300 };
const plain = (summary: ReturnType<typeof run>): unknown => JSON.parse(JSON.stringify(summary.architectures));

describe("the same seed gives the same digits", () => {
  const once = run(RICH, RANGES, ALL);

  it("on every run, in any order of the inputs, and in any portions", () => {
    expect(plain(run(RICH, RANGES, ALL))).toEqual(plain(once));
    expect(plain(run(RICH, [...RANGES].reverse(), ALL))).toEqual(plain(once));
    const inPortions = simulation({ scenario: mapOf(RICH), reference, uncertain: RANGES, metric: TCO, seed: 1, ...ALL });
    while (inPortions.done() < inPortions.trials) inPortions.runTrials(7);
    expect(plain(inPortions.summary([0.1, 0.5, 0.9]))).toEqual(plain(once));
  });

  it("whatever other inputs there are, a key has its own draws", () => {
    const certain = { ...RICH, "deal.North.probability": 1, "user.idle": 3 };
    const [growth] = RANGES;
    const alone = run(certain, [growth], ALL).architectures[0];
    const beside = run(certain, [{ key: "user.idle", low: 1, high: 9, shape: "normal" }, growth], ALL).architectures[0];
    expect(beside.percentiles).toEqual(alone.percentiles);
  });

  it("another seed gives others", () => {
    expect(plain(run(RICH, RANGES, { ...ALL, seed: 2 }))).not.toEqual(plain(once));
  });

  it("architectures are compared on the same draws: one against itself is never cheaper", () => {
    expect(once.cheaper("vertical", "vertical")).toBe(0);
    expect(once.cheaper("vertical", "horizontal") + once.cheaper("horizontal", "vertical")).toBeCloseTo(1, 9);
  });
});

describe("nothing is dropped in silence", () => {
  // Above 1,000 cores no server and no shard carries the load of one transaction.
  const tight: Given = {
    ...SUM,
    ...servers({ one: { cores: 10, monthly: 100 } }),
    "demand.volume": 5,
    "shard.cross_read": 1,
    "shard.read_overhead": 10,
    "demand.read_share": 1,
  };

  it("trials that no plan carries are counted, and the percentiles are of the others", () => {
    const summary = run(tight, [{ key: "demand.volume", low: 2, high: 22, shape: "uniform" }]);
    const [only] = summary.architectures;
    // Uniform on -0.5..24.5: above 10 is 14.5 of 25.
    expect(only.withoutPlan).toBeCloseTo(14.5 / 25, 2);
    expect(only.counted).toBe(Math.round(4000 * (1 - only.withoutPlan)));
    expect(only.percentiles[0].figure).toBeCloseTo(6200, 6);
  });

  it("draws beyond a bound are moved onto it and counted", () => {
    const summary = run(SUM, [{ key: "demand.read_share", low: 0.5, high: 1, shape: "normal" }]);
    // Normal around 0.75 with P90 at 1: one in ten lies above.
    expect(Math.abs(summary.clamped - 400)).toBeLessThanOrEqual(1);
  });

  it("numbers that contradict each other have no plan", () => {
    const logistic: Given = { ...SUM, "demand.curve": "logistic", "demand.volume": 100, "demand.ceiling": 150, "demand.growth": 0.1 };
    const { withoutPlan } = run(logistic, [{ key: "demand.volume", low: 50, high: 200, shape: "uniform" }], { trials: 500 })
      .architectures[0];
    expect(withoutPlan).toBeGreaterThan(0.3);
  });

  it("no trial at all has NaN for figures, which nobody shows", () => {
    const simulated = simulation({
      scenario: mapOf(SUM),
      reference,
      uncertain: [],
      metric: TCO,
      architectures: ["vertical"],
      trials: 10,
      seed: 1,
    });
    expect(simulated.summary([0.5]).architectures[0]).toMatchObject({ counted: 0 });
  });
});

describe("what drives a figure", () => {
  it("an input that decides it alone has rank correlation 1, one that does not matter none", () => {
    const { inputs } = run({ ...SUM, "user.idle": 3 }, [
      { key: "compliance.audit_cost", low: 4000, high: 6000, shape: "normal" },
      { key: "user.idle", low: 1, high: 9, shape: "normal" },
    ]).architectures[0];
    expect(inputs[0]).toEqual({ key: "compliance.audit_cost", rank: expect.closeTo(1, 9) as number });
    expect(Math.abs(inputs[1].rank)).toBeLessThan(0.05);
  });

  it("the years' costs add up to the plan's in the mean", () => {
    const { mean, meanYears } = run(RICH, RANGES, ALL).architectures[1];
    expect(meanYears.reduce((sum, cost) => sum + cost, 0) / mean).toBeCloseTo(1, 9);
  });
});

describe("a range is refused, and says what is allowed", () => {
  it.each<readonly [what: string, range: Omit<UncertainKey, "shape">, message: string]>([
    ["an unknown key", { key: "demand.growht", low: 0, high: 1 }, "Did you mean demand.growth?"],
    [
      "a key without a number",
      { key: "plan.currency", low: 0, high: 1 },
      "Currency (plan.currency) isn't a number. Choose an input with a number.",
    ],
    [
      "a number that the scenario does not have",
      { key: "demand.ceiling", low: 1, high: 2 },
      "Enter demand.ceiling in the scenario first: it has no number to vary.",
    ],
    [
      "the length of the plan",
      { key: "plan.years", low: 3, high: 7 },
      "plan.years can't be uncertain. Run the simulation once for each number of years.",
    ],
    ["low above high", { key: "demand.growth", low: 0.2, high: 0.1 }, "low is 20% and high is 10%. Enter a low below high."],
    [
      "equal ends",
      { key: "demand.growth", low: 0.1, high: 0.1 },
      "demand.growth: low and high are both 10%. Enter a range, or leave the key out.",
    ],
    [
      "ends outside of the bounds",
      { key: "demand.read_share", low: 0.5, high: 5 },
      "demand.read_share: the range is 50% to 500%. Enter ends from 0% to 100%.",
    ],
  ])("%s", (_what, range, message) => {
    expect(() => run({}, [{ ...range, shape: "normal" }])).toThrow(message);
  });

  it("a key that stands twice", () => {
    expect(() => run({}, [RANGES[0], RANGES[0]])).toThrow("appears twice");
  });
});
