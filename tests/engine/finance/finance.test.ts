import { describe, expect, it } from "vitest";
import { breakEvenPeriod, cumulative } from "../../../src/engine/finance/breakEven";
import { depreciation, depreciationShare, MACRS_5 } from "../../../src/engine/finance/depreciation";
import { internalRate } from "../../../src/engine/finance/presentValue";
import { annuity, discountFactors, presentValue } from "../../../src/engine/finance/presentValue";

describe("present value by the time at which flows fall", () => {
  it.each([
    { timing: "end" as const, factors: [1 / 1.21, 1 / 1.21 ** 2] },
    { timing: "mid" as const, factors: [1 / 1.1, 1 / 1.1 ** 3] },
    { timing: "begin" as const, factors: [1, 1 / 1.21] },
  ])("at the $timing of the year", ({ timing, factors }) => {
    discountFactors(0.21, 2, timing, 1).forEach((factor, index) => expect(factor).toBeCloseTo(factors[index], 12));
    expect(presentValue([100, 200], 0.21, timing, 1, 5)).toBeCloseTo(5 + 100 * factors[0] + 200 * factors[1], 9);
  });

  it("twelve months of a yearly rate end where the year does", () => {
    expect(discountFactors(0.07, 12, "end", 12).at(-1)).toBeCloseTo(1 / 1.07, 12);
  });

  it("an annuity is worth what it replaces", () => {
    const payment = annuity(1000, 0.08, 6);
    expect(presentValue(new Array<number>(6).fill(payment), 0.08, "end", 1)).toBeCloseTo(1000, 9);
    expect(annuity(1200, 0, 6)).toBe(200);
  });
});

describe("depreciation", () => {
  it.each([
    { title: "straight line ends with the life", life: 3, salvage: 0, periods: 5, shares: [300, 300, 300, 0, 0] },
    { title: "salvage stays", life: 3, salvage: 300, periods: 3, shares: [200, 200, 200] },
    { title: "a life of two and a half years ends in the middle of a year", life: 2.5, salvage: 0, periods: 4, shares: [360, 360, 180, 0] },
    { title: "a life of half a year", life: 0.5, salvage: 0, periods: 2, shares: [900, 0] },
  ])("$title", ({ life, salvage, periods, shares }) => {
    expect(depreciation(900, { life, salvage, method: "straight-line" }, periods).map((value) => Number(value.toFixed(9)))).toEqual(shares);
  });

  it("MACRS writes all off in six years, whatever life and salvage", () => {
    expect(MACRS_5.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(depreciation(1000, { life: 3, salvage: 100, method: "macrs-5" }, 7).map(Math.round)).toEqual([200, 320, 192, 115, 115, 58, 0]);
    expect(depreciationShare(7, 5, "macrs-5")).toBe(0);
  });

  it.each([0, -1, Number.NaN])("a life of %s is refused", (life) => {
    expect(() => depreciation(1, { life, method: "straight-line" }, 1)).toThrow(/life is .*\. Enter a number of years above 0/);
  });
});

describe("break-even: from when the second stays at or below the first", () => {
  it.each([
    { title: "a flow against itself", from: [1, 2, 3], to: [1, 2, 3], rate: 0, period: 1 },
    { title: "cheaper from the start", from: [10, 10], to: [5, 5], rate: 0, period: 1 },
    { title: "never", from: [5, 5], to: [10, 10], rate: 0, period: Infinity },
    { title: "at the end of a period", from: [10, 10, 10], to: [20, 5, 5], rate: 0, period: 3 },
    { title: "within a period", from: [10, 10], to: [15, 0], rate: 0, period: 1.5 },
    { title: "the last crossing counts", from: [10, 10, 10, 10], to: [15, 0, 20, 0], rate: 0, period: 3.5 },
    { title: "ahead and then behind for good", from: [10, 10], to: [5, 20], rate: 0, period: Infinity },
    { title: "later when later savings are worth less", from: [10, 10, 10], to: [15, 5, 5], rate: 0.25, period: 2 + 0.8 / 2.56 },
    { title: "no flow", from: [], to: [], rate: 0, period: Infinity },
  ])("$title", ({ from, to, rate, period }) => {
    expect(breakEvenPeriod(from, to, rate)).toBeCloseTo(period, 9);
  });

  it("rounding errors are not a loss", () => {
    expect(breakEvenPeriod([0.3, 1], [0.1 + 0.2, 1], 0)).toBe(1);
  });

  it("sums build up", () => {
    expect(cumulative([1, 2, 3])).toEqual([1, 3, 6]);
  });
});

describe("internal rate of return", () => {
  it.each([
    { title: "one year", flows: [-100, 110], rate: 0.1 },
    { title: "a loss", flows: [-100, 50], rate: -0.5 },
    { title: "more than double", flows: [-100, 350], rate: 2.5 },
    { title: "nothing gained", flows: [-100, 50, 50], rate: 0 },
    { title: "two rates, 10 % and 50 %: the nearer to 0", flows: [-100, 260, -165], rate: 0.1 },
    { title: "leading zeros", flows: [0, -100, 120], rate: 0.2 },
  ])("$title", ({ flows, rate }) => {
    expect(internalRate(flows)).toBeCloseTo(rate, 9);
  });

  it.each([[[1, 2, 3]], [[-1, -2]], [[0, 0]], [[]]])("%j has none", (flows) => {
    expect(internalRate(flows)).toBeUndefined();
  });
});
