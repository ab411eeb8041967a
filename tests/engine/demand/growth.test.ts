import { describe, expect, it } from "vitest";
import { grownAmount } from "../../../src/engine/demand/growth";
import { at, bare, projected, servers } from "../projected";
import type { Given } from "../projected";

const LARGE = servers({ s: { cores: 1e5, speed: 100, monthly: 1 } });
const volumeAt = (given: Given, month: number): number =>
  at(projected(bare({ ...LARGE, "plan.years": 3, "demand.volume": 100, ...given })), "volume", month);

describe("organic volume at a month's end", () => {
  it.each<readonly [string, Given, number, number]>([
    ["compounds monthly, so that a year makes the rate", { "demand.growth": 0.21 }, 12, 121],
    ["half a year makes its root", { "demand.growth": 0.21 }, 6, 110],
    ["two years make its square", { "demand.growth": 0.21 }, 24, 146.41],
    ["shrinks alike", { "demand.growth": -0.19 }, 6, 90],
    ["in a straight line it adds the same each month", { "demand.curve": "linear", "demand.growth": 0.12 }, 18, 118],
    ["and stops at nothing", { "demand.curve": "linear", "demand.growth": -0.9 }, 36, 0],
    ["takes each year's own rate", { "demand.growth.1": 0.1, "demand.growth.2": 0.2 }, 24, 132],
    ["keeps the last rate stated", { "demand.growth.1": 0.1, "demand.growth.2": 0.2 }, 36, 158.4],
    ["takes the plan's rate before the first stated", { "demand.growth": 0.5, "demand.growth.2": 0 }, 24, 150],
    [
      "in a straight line by year, each on the base of the start",
      { "demand.curve": "linear", "demand.growth.1": 0.1, "demand.growth.2": 0.2 },
      24,
      130,
    ],
    [
      "by formula with the growth of one year",
      { "demand.curve": "formula", "demand.formula": "demand.volume * (1 + demand.growth.1) ^ t", "demand.growth.1": 0.5 },
      12,
      150,
    ],
    ["by formula of the years", { "demand.curve": "formula", "demand.formula": "volume + 10 t" }, 18, 115],
    [
      "by formula of month, growth, sites and any key",
      { "demand.curve": "formula", "demand.formula": "month * growth * sites + demand.peak_to_mean", "demand.growth": 0.5 },
      4,
      7,
    ],
    ["a formula below nothing is nothing", { "demand.curve": "formula", "demand.formula": "-5" }, 1, 0],
  ])("%s", (_, given, month, expected) => {
    expect(volumeAt(given, month)).toBeCloseTo(expected, 9);
  });

  it("rises to its ceiling along a logistic curve: as fast as the rate at first, and half of the way where the logistic function says", () => {
    const given: Given = { "demand.curve": "logistic", "demand.ceiling": 400, "demand.growth": 0.5 };
    const rate = Math.log(1.5) / 0.75;
    expect(volumeAt(given, 24)).toBeCloseTo(400 / (1 + 3 * Math.exp(-2 * rate)), 9);
    const half = Math.log(3) / rate;
    expect(grownAmount(100, 0.5, half, "logistic", 400)).toBeCloseTo(200, 9);
    expect(grownAmount(100, 0.5, 1e-6, "logistic", 400)).toBeCloseTo(100 * (1 + Math.log(1.5) * 1e-6), 8);
    expect(volumeAt({ ...given, "demand.growth": 0 }, 36)).toBeCloseTo(100, 9);
  });
});
