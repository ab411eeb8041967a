import { describe, expect, it } from "vitest";
import { ARCHITECTURES } from "../../../src/engine/plan/setting";
import type { Architecture } from "../../../src/engine/plan/setting";
import { at, bare, monthsOf, near, projected, servers, sumOf } from "../projected";
import type { Given } from "../projected";

/** An acquisition that closes in month 3 and moves in four months after a lag of one. */
const DEAL: Given = {
  "plan.years": 2,
  "demand.volume": 100,
  "demand.sites": 2,
  "deal.North.close": "2027-03-31",
  "deal.North.volume": 40,
  "deal.North.sites": 3,
  "deal.North.tb": 8,
  "deal.North.regions": 1,
  "deal.North.lag_months": 1,
  "horizontal.regions": 1,
  "integration.vertical_months": 4,
  "integration.horizontal_months": 2,
  "integration.dual_run_months": 2,
  ...servers({ s: { cores: 1000, monthly: 1 } }),
};

const of = (given: Given, architecture: Architecture = "vertical"): ReturnType<typeof projected> =>
  projected(bare({ ...DEAL, ...given }), architecture);

describe("what a deal brings onto the platform", () => {
  it.each<readonly [string, Given, string, number, number]>([
    ["nothing while it lags", {}, "volume", 4, 100],
    ["a quarter after the first of four months", {}, "volume", 5, 110],
    ["all at the end of them", {}, "volume", 8, 140],
    ["volume that has grown by its own rate since it closed", { "deal.North.growth": 0.21 }, "volume", 15, 100 + 40 * 1.21],
    ["volume that has grown by the plan's rate if it has none", { "demand.growth": 0.1 }, "volume", 15, 100 * 1.1 ** (15 / 12) + 44],
    [
      "volume that has grown by the plan's yearly rates if there are such",
      { "demand.growth.1": 0, "demand.growth.2": 0.21 },
      "volume",
      24,
      121 + 40 * 1.21,
    ],
    ["sites counted whole as soon as a part of them is there", {}, "sites", 5, 3],
    ["all sites at the end", {}, "sites", 8, 5],
    ["data with the volume", {}, "tb", 6, 4],
    ["and keeps the rest apart until then", {}, "integration.unsynced_tb", 6, 4],
    ["nothing kept apart before it closes", {}, "integration.unsynced_tb", 2, 0],
    ["everything kept apart from the month in which it closes", {}, "integration.unsynced_tb", 3, 8],
    ["its hubs when the move starts", {}, "regions", 4, 2],
    ["no hubs before", {}, "regions", 3, 1],
    ["half of it at half a chance", { "deal.North.probability": 0.5 }, "volume", 8, 120],
    ["whole sites at half a chance", { "deal.North.probability": 0.5 }, "sites", 8, 4],
    ["all of it whatever its chance when all deals count", { "deal.North.probability": 0.1, "deals.weighting": "all" }, "volume", 8, 140],
    ["all of a likely deal when likely ones count", { "deal.North.probability": 0.5, "deals.weighting": "likely" }, "volume", 8, 140],
    ["nothing of an unlikely one then", { "deal.North.probability": 0.49, "deals.weighting": "likely" }, "volume", 8, 100],
    ["nothing when it is not included", { "deal.North.include": false }, "volume", 8, 100],
    ["everything at once where the move takes no months", { "integration.vertical_months": 0 }, "volume", 4, 140],
    ["everything from the start when it was moved before", { "deal.North.close": "2026-01-15" }, "volume", 1, 140],
    ["its data from the start when it was moved before", { "deal.North.close": "2026-01-15" }, "tb", 1, 8],
    ["the rest of a move that began before", { "deal.North.close": "2026-10-31" }, "volume", 1, 120],
    ["nothing when it closes after the plan", { "deal.North.close": "2029-01-31" }, "volume", 24, 100],
  ])("%s", (_, given, line, month, expected) => {
    expect(at(of(given), line, month)).toBeCloseTo(expected, 9);
  });

  /** Nothing of its own is left of the plan where only the acquired volume is looked at; saturation at 1,100 from 1,000 has r = 11 ln 1.3. */
  const LOGISTIC: Given = {
    "demand.curve": "logistic",
    "demand.volume": 1000,
    "demand.ceiling": 1100,
    "demand.growth": 0.3,
    "plan.years": 5,
  };
  const saturated = (month: number): number => 1100 / (1 + 0.1 * 1.3 ** ((-11 * month) / 12));
  const BEFORE: Given = { "deal.North.close": "2026-12-31", "deal.North.lag_months": 0, "deal.North.volume": 1000 };
  const formula = (text: string): Given => ({ "demand.curve": "formula", "demand.formula": text });

  it.each<readonly [string, Given, number, number]>([
    [
      "logistic, closed as the plan starts: 1,000 saturates at 1,100 like the plan's own, and not 4,813",
      { ...LOGISTIC, ...BEFORE },
      60,
      2 * saturated(60),
    ],
    ["logistic, closed in month 3", LOGISTIC, 20, saturated(20) * (1 + 40 / saturated(3))],
    ["logistic, with a rate of its own", { ...LOGISTIC, "deal.North.growth": 0 }, 20, saturated(20) + 40],
    ["linear: 40 x 1.15 / 1.03", { "demand.curve": "linear", "demand.growth": 0.12 }, 15, 115 + (40 * 1.15) / 1.03],
    ["linear without a volume of its own", { "demand.curve": "linear", "demand.growth": 0.12, "demand.volume": 0 }, 15, (40 * 1.15) / 1.03],
    [
      "linear by year: 1 + 0.1 + 0.2 / 4 over 1 + 0.1 / 4",
      { "demand.curve": "linear", "demand.growth.1": 0.1, "demand.growth.2": 0.2 },
      15,
      115 + (40 * 1.15) / 1.025,
    ],
    [
      "linear, closed two years before: 1.1^2 until then",
      { "demand.curve": "linear", "demand.growth": 0.1, "deal.North.close": "2024-12-31" },
      12,
      110 + 40 * 1.21 * 1.1,
    ],
    ["by a formula that doubles in year 2", formula("month <= 12 ? volume : 2 * volume"), 13, 200 + 80],
    [
      "by a formula of compound growth, as compound growth has it",
      { ...formula("volume * (1 + growth) ^ t"), "demand.growth": 0.1 },
      15,
      100 * 1.1 ** 1.25 + 44,
    ],
    [
      "and where it closed a year before",
      { ...formula("volume * (1 + growth) ^ t"), "demand.growth": 0.1, "deal.North.close": "2025-12-31" },
      12,
      110 + 40 * 1.21,
    ],
    ["by a formula without a volume at the start, from its first month", { ...formula("10 * month"), ...BEFORE }, 5, 50 + 5000],
    ["by a formula without a value at the start", { ...formula("50 / t"), ...BEFORE }, 12, 50 + 1000 / 12],
    ["by a formula that gives none where it closes: it stays", formula("month < 4 ? 0 : 50 * t"), 12, 50 + 40],
    ["divested likewise", { ...formula("month <= 12 ? volume : 2 * volume"), "deal.North.volume": -40 }, 13, 120],
  ])("acquired volume grows by the factor of the plan's own: %s", (_, given, month, expected) => {
    expect(at(of(given), "volume", month)).toBeCloseTo(expected, 6);
  });

  it.each([
    ["horizontal", 2],
    ["vertical", 4],
    ["hybrid", 3],
  ] as const)("%s: the move takes %d months; a hybrid's are weighed and rounded up", (architecture, months) => {
    const volume = monthsOf(of({ "hybrid.central_share": 0.3 }, architecture), "volume");
    expect(volume.findIndex((value) => value > 139.999) + 1).toBe(4 + months);
  });

  it.each(ARCHITECTURES)("%s: more is sold than there is, and nothing falls below 0", (architecture) => {
    const sold = of(
      { "deal.North.volume": -500, "deal.North.tb": -50, "deal.North.sites": -9, "deal.North.regions": 0, "data.tb": 10 },
      architecture,
    );
    expect([at(sold, "volume", 24), at(sold, "tb", 24), at(sold, "sites", 24)]).toEqual([0, 0, 1]);
  });
});

describe("what a deal costs", () => {
  const PAID: Given = {
    "deal.North.integration_cost": 1000,
    "deal.North.legacy_cost": 1200,
    "integration.vertical_cost_per_tb": 100,
    "integration.vertical_cost_per_volume": 5,
  };

  it.each<readonly [string, Given, string, readonly (readonly [number, number])[]]>([
    [
      "one-off cost over the months of the move",
      {},
      "integration.oneoff",
      [
        [4, 0],
        [5, 500],
        [8, 500],
        [9, 0],
      ],
    ],
    [
      "legacy in full from the month after closing, two months past cut-over",
      {},
      "integration.legacy",
      [
        [3, 0],
        [4, 100],
        [10, 100],
        [11, 0],
      ],
    ],
    ["both by its chance", { "deal.North.probability": 0.5 }, "integration.oneoff", [[5, 250]]],
    [
      "all at once when the move takes no months",
      { "integration.vertical_months": 0 },
      "integration.oneoff",
      [
        [3, 0],
        [4, 2000],
        [5, 0],
      ],
    ],
    [
      "in month 1 when it is moved on the eve of the plan",
      { "integration.vertical_months": 0, "deal.North.close": "2026-11-30" },
      "integration.oneoff",
      [
        [1, 2000],
        [2, 0],
      ],
    ],
    [
      "not when it was moved before that",
      { "integration.vertical_months": 0, "deal.North.close": "2026-10-31" },
      "integration.oneoff",
      [[1, 0]],
    ],
    [
      "only the months within the plan",
      { "deal.North.close": "2026-10-31" },
      "integration.oneoff",
      [
        [1, 500],
        [2, 500],
        [3, 500],
        [4, 0],
      ],
    ],
    ["at the prices of the year", { "prices.inflation": 0.1, "deal.North.lag_months": 9 }, "integration.oneoff", [[13, 550]]],
    ["a sale by what is sold", { "deal.North.volume": -40, "deal.North.tb": -8, "data.tb": 20 }, "integration.oneoff", [[5, 500]]],
  ])("%s", (_, given, line, expected) => {
    const months = monthsOf(of({ ...PAID, ...given }), line);
    expect(expected.map(([month]) => [month, months[month - 1]])).toEqual(expected.map(([month, value]) => [month, near(value)]));
  });

  it("sums to what was agreed", () => {
    expect(sumOf(of(PAID), "integration.oneoff")).toBeCloseTo(1000 + 5 * 40 + 100 * 8, 9);
    expect(sumOf(of(PAID), "integration.legacy")).toBeCloseTo(700, 9);
  });

  it("a hybrid pays both rates by its share", () => {
    const given = { ...PAID, "hybrid.central_share": 0.25, "integration.horizontal_cost_per_tb": 500 };
    expect(sumOf(of(given, "hybrid"), "integration.oneoff")).toBeCloseTo(1000 + 40 * 0.25 * 5 + 8 * (0.25 * 100 + 0.75 * 500), 9);
  });
});

describe("how long a deal moves onto a distributed system", () => {
  const months = (given: Given, architecture: Architecture): number =>
    monthsOf(projected(bare({ ...DEAL, ...given }), architecture), "volume").findIndex((volume) => volume === 140) + 1;
  const unstated = Object.fromEntries(Object.entries(DEAL).filter(([key]) => key !== "integration.horizontal_months"));
  const followed = (given: Given, architecture: Architecture): number =>
    monthsOf(projected(bare({ ...unstated, ...given }), architecture), "volume").findIndex((volume) => volume === 140) + 1;

  it.each<readonly [string, number, number]>([
    ["as long as the scenario says", months({}, "horizontal"), 6],
    ["as long as onto the central one where it says nothing", followed({}, "horizontal"), 8],
    ["also when that changes", followed({ "integration.vertical_months": 7 }, "horizontal"), 11],
    ["and in a hybrid", followed({ "hybrid.central_share": 0.5 }, "hybrid"), 8],
  ])("%s", (_, found, expected) => {
    expect(found).toBe(expected);
  });
});
