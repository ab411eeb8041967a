import { describe, expect, it } from "vitest";
import { SEASONS } from "../../../src/engine/demand/load";
import { at, bare, projected, servers } from "../projected";
import type { Given } from "../projected";

const LARGE = servers({ s: { cores: 1e5, monthly: 1 } });
const of = (given: Given): ReturnType<typeof projected> => projected(bare({ ...LARGE, "demand.volume": 100, "plan.years": 2, ...given }));

describe("load", () => {
  it.each<readonly [string, Given, string, number, number]>([
    ["mean rate is volume times the rate of one", { "demand.tps_per_volume": 0.02 }, "tps_mean", 1, 2],
    ["the peak is above it by the ratio", { "demand.peak_to_mean": 3 }, "tps_peak", 1, 300],
    ["January of a flu season is 15 % higher", { "demand.season": "flu-season" }, "tps_peak", 1, 115],
    ["August 10 % lower", { "demand.season": "flu-season" }, "tps_peak", 8, 90],
    ["December of retail a third higher", { "demand.season": "retail" }, "tps_peak", 12, 133],
    ["seasons go by the calendar, not by the plan", { "demand.season": "retail", "plan.start": "2027-07-01" }, "tps_peak", 6, 133],
    ["and come again each year", { "demand.season": "retail" }, "tps_peak", 24, 133],
    [
      "own factors win over the preset, rescaled to a mean of 1",
      { "demand.season": "retail", "demand.season.1": 13 },
      "tps_peak",
      1,
      100 * 13 * (12 / 24),
    ],
    ["months without an own factor have 1 before that", { "demand.season.1": 13 }, "tps_peak", 2, 50],
    ["a surge falls in its month", { "demand.surge": 0.5, "demand.surge_month": 3 }, "tps_peak", 3, 150],
    ["and in no other", { "demand.surge": 0.5, "demand.surge_month": 3 }, "tps_peak", 4, 100],
    ["month 0 sizes every month for it", { "demand.surge": 0.5 }, "tps_peak", 4, 150],
    ["a season does not change the mean", { "demand.season": "retail" }, "tps_mean", 12, 100],
  ])("%s", (_, given, line, month, expected) => {
    expect(at(of(given), line, month)).toBeCloseTo(expected, 9);
  });

  it.each(Object.entries(SEASONS))("the factors of %s have a mean of 1", (_, factors) => {
    expect(factors.reduce((sum, factor) => sum + factor, 0) / 12).toBeCloseTo(1, 12);
  });
});

describe("data", () => {
  it.each<readonly [string, Given, number, number]>([
    ["grows with the volume of each month", { "data.gb_per_volume_year": 120 }, 12, 10 + 12],
    ["kept for ever unless retention is stated", {}, 24, 10],
    ["the first stock leaves evenly over the retention", { "data.retention_years": 2 }, 6, 7.5],
    ["and is gone at its end", { "data.retention_years": 2 }, 24, 0],
    ["what was added leaves when it is that old", { "data.tb": 0, "data.gb_per_volume_year": 120, "data.retention_years": 1 }, 20, 12],
    ["the shortest retention keeps one month", { "data.tb": 0, "data.gb_per_volume_year": 120, "data.retention_years": 0.01 }, 20, 1],
  ])("%s", (_, given, month, expected) => {
    expect(at(of({ "data.tb": 10, ...given }), "tb", month)).toBeCloseTo(expected, 9);
  });
});
