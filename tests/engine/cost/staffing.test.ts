import { describe, expect, it } from "vitest";
import { coverageFte, roleFte, salaryCosts, turnoverCost } from "../../../src/engine/cost/staffing";

describe("full-time equivalents of a role", () => {
  it.each([
    { units: 80, rule: { unitsPerFte: 40 }, fte: 2 },
    { units: 80, rule: { unitsPerFte: 40, fixed: 0.5 }, fte: 2.5 },
    { units: 80, rule: { unitsPerFte: 40, fixed: 0.5, automation: 0.25 }, fte: 2 },
    { units: 10, rule: { unitsPerFte: 40, minimum: 1 }, fte: 1 },
    { units: 0, rule: { unitsPerFte: 40 }, fte: 0 },
  ])("$units units by $rule need $fte", ({ units, rule, fte }) => {
    expect(roleFte(units, rule)).toBe(fte);
  });

  it("two seats on workdays of eight hours need 2.25 people of 1,850 hours", () => {
    expect(coverageFte(2, 2080, 1850)).toBeCloseTo(4160 / 1850, 12);
  });
});

describe("what people cost", () => {
  const terms = { salary: 100_000, loaded: 1.5, wageGrowth: 0.1 };

  it.each([
    { fte: [2], costs: [300_000, 330_000, 363_000] },
    { fte: [2, 3], costs: [300_000, 495_000, 544_500] },
    { fte: [], costs: [0, 0, 0] },
  ])("$fte people over three years", ({ fte, costs }) => {
    expect(salaryCosts(fte, terms, 3).map((cost) => Math.round(cost))).toEqual(costs);
  });

  it("a fifth of ten people leaves each year, at half a salary each", () => {
    expect(turnoverCost(10, { turnover: 0.2, replacement: 0.5, salary: 90_000 })).toBe(90_000);
  });
});
