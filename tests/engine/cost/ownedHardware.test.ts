import { describe, expect, it } from "vitest";
import { hardwareCosts } from "../../../src/engine/cost/ownedHardware";
import type { OwnedHardware } from "../../../src/engine/cost/ownedHardware";
import { powerCostPerYear } from "../../../src/engine/cost/powerPerYear";

const TERMS: OwnedHardware = { units: [2], price: 1000, lifeYears: 3, maintenance: 0.1, priceChange: 0 };

describe("owned hardware by year", () => {
  it.each<{ title: string; change: Partial<OwnedHardware>; purchase: number[]; maintenance: number[]; depreciation: number[] }>([
    {
      title: "is replaced at the end of its life",
      change: {},
      purchase: [2000, 0, 0, 2000, 0],
      maintenance: [200, 200, 200, 200, 200],
      depreciation: new Array<number>(5).fill(2000 / 3),
    },
    {
      title: "is bought for what is added, and each batch is replaced in its own time",
      change: { units: [2, 3] },
      purchase: [2000, 1000, 0, 2000, 1000],
      maintenance: [200, 300, 300, 300, 300],
      depreciation: [2000 / 3, 1000, 1000, 1000, 1000],
    },
    {
      title: "stays to the end of its life when less is needed, and is then not replaced",
      change: { units: [4, 1] },
      purchase: [4000, 0, 0, 1000, 0],
      maintenance: [400, 400, 400, 100, 100],
      depreciation: [4000 / 3, 4000 / 3, 4000 / 3, 1000 / 3, 1000 / 3],
    },
    {
      title: "costs what the year of the purchase asks",
      change: { priceChange: -0.5, lifeYears: 2 },
      purchase: [2000, 0, 500, 0, 125],
      maintenance: [200, 200, 50, 50, 12.5],
      depreciation: [1000, 1000, 250, 250, 62.5],
    },
    {
      title: "with a life of two and a half years serves three, the last half of it written off",
      change: { lifeYears: 2.5 },
      purchase: [2000, 0, 0, 2000, 0],
      maintenance: [200, 200, 200, 200, 200],
      depreciation: [800, 800, 400, 800, 800],
    },
    {
      title: "costs nothing when nothing is needed",
      change: { units: [] },
      purchase: [0, 0, 0, 0, 0],
      maintenance: [0, 0, 0, 0, 0],
      depreciation: [0, 0, 0, 0, 0],
    },
  ])("$title", ({ change, purchase, maintenance, depreciation }) => {
    const costs = hardwareCosts({ ...TERMS, ...change }, 5);
    expect(costs.purchase).toEqual(purchase);
    maintenance.forEach((cost, index) => expect(costs.maintenance[index]).toBeCloseTo(cost, 9));
    depreciation.forEach((cost, index) => expect(costs.depreciation[index]).toBeCloseTo(cost, 9));
  });
});

describe("electricity", () => {
  it.each([
    { kw: 1, terms: { pricePerKwh: 0.12, pue: 1, utilization: 1 }, cost: 1051.2 },
    { kw: 2, terms: { pricePerKwh: 0.12, pue: 1.6, utilization: 0.5 }, cost: 1681.92 },
    { kw: 0, terms: { pricePerKwh: 0.12, pue: 1.6, utilization: 0.5 }, cost: 0 },
  ])("$kw kW by $terms costs $cost a year", ({ kw, terms, cost }) => {
    expect(powerCostPerYear(kw, terms)).toBeCloseTo(cost, 9);
  });
});
