import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graduatedCost } from "../../../src/engine/cost/tiers";
import { monthsOf, NOTHING_COSTS, projected, servers } from "../../engine/projected";
import { SEED } from "../generator";

describe(`data and prices, piece by piece (seed ${SEED})`, () => {
  it("data on the platform is a list of cohorts, of which each leaves at its time and a divestiture takes a part of every one", () => {
    const drawn = fc.record({
      initial: fc.integer({ min: 0, max: 50 }),
      retention: fc.constantFrom(0, 1, 2, 3.5),
      perYear: fc.integer({ min: 0, max: 40 }),
      bought: fc.integer({ min: 0, max: 20 }),
      sold: fc.integer({ min: 0, max: 60 }),
      buyMonth: fc.integer({ min: 1, max: 40 }),
      sellMonth: fc.integer({ min: 1, max: 40 }),
      integration: fc.integer({ min: 0, max: 8 }),
    });
    const dateOf = (month: number): string =>
      `${2027 + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, "0")}-20`;
    fc.assert(
      fc.property(drawn, ({ initial, retention, perYear, bought, sold, buyMonth, sellMonth, integration }) => {
        const lives = 12 * retention;
        // Initial data is as many cohorts as it has months to live, each due in another month.
        let cohorts =
          lives === 0 ? [{ tb: initial, dies: Infinity }] : Array.from({ length: lives }, (_, m) => ({ tb: initial / lives, dies: m + 1 }));
        const partIn = (month: number, close: number): number => {
          if (integration === 0) return month === close ? 1 : 0;
          return month > close && month <= close + integration ? 1 / integration : 0;
        };
        const expected = Array.from({ length: 60 }, (_, index) => {
          const month = index + 1;
          cohorts = cohorts.filter(({ dies }) => dies !== month);
          cohorts.push({ tb: perYear / 12 + bought * partIn(month, buyMonth), dies: lives === 0 ? Infinity : month + lives });
          const stock = cohorts.reduce((sum, { tb }) => sum + tb, 0);
          const left = stock === 0 ? 0 : Math.max(0, stock - sold * partIn(month, sellMonth)) / stock;
          cohorts = cohorts.map(({ tb, dies }) => ({ tb: tb * left, dies }));
          return stock * left;
        });
        const given = {
          ...NOTHING_COSTS,
          ...servers({ s: { cores: 1000, monthly: 1, memory_gib: 1e6 } }),
          "demand.volume": 1000,
          "demand.growth": 0,
          "data.gb_per_volume_year": perYear,
          "data.tb": initial,
          "data.retention_years": retention,
          "integration.vertical_months": integration,
          "deal.Buy.close": dateOf(buyMonth),
          "deal.Buy.tb": bought,
          "deal.Sell.close": dateOf(sellMonth),
          "deal.Sell.tb": -sold,
        };
        monthsOf(projected(given), "tb").forEach((tb, m) => {
          expect(tb, `month ${m + 1}`).toBeCloseTo(expected[m], 8);
        });
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  it("a graduated price is the sum of what each single unit costs", () => {
    const drawn = fc.tuple(
      fc.integer({ min: 0, max: 400 }),
      fc.array(fc.tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 0, max: 9 })), { maxLength: 4 }),
    );
    fc.assert(
      fc.property(drawn, ([quantity, steps]) => {
        let from = 0;
        const tiers = [{ from: 0, price: 5 }, ...steps.map(([width, price]) => ({ from: (from += width), price }))];
        let cost = 0;
        for (let unit = 0; unit < quantity; unit++) cost += tiers.filter((tier) => tier.from <= unit).at(-1)!.price;
        expect(graduatedCost(quantity, tiers)).toBe(cost);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});
