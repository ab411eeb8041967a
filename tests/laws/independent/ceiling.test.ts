import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { monthsOf, NOTHING_COSTS, ONE_CORE_PER_VOLUME, projected, servers } from "../../engine/projected";
import type { Given } from "../../engine/projected";
import { SEED } from "../generator";

/** First month in which V0 (1+g)^(m/12) is above a ceiling, by logarithms. */
const closedForm = (volume: number, growth: number, ceiling: number): number =>
  Math.max(1, Math.floor((12 * Math.log(ceiling / volume)) / Math.log(1 + growth) + 1e-7) + 1);

describe(`the month of the ceiling, by logarithms instead of month by month (seed ${SEED})`, () => {
  it("is the month of the first shard when there is one shape", () => {
    const drawn = fc.record({
      volume: fc.double({ min: 10, max: 90, noNaN: true }),
      growth: fc.double({ min: 0.02, max: 0.3, noNaN: true }),
      cores: fc.integer({ min: 20, max: 120 }),
      contention: fc.double({ min: 0, max: 0.01, noNaN: true }),
    });
    fc.assert(
      fc.property(drawn, ({ volume, growth, cores, contention }) => {
        const given: Given = {
          ...NOTHING_COSTS,
          ...ONE_CORE_PER_VOLUME,
          ...servers({ only: { cores, monthly: 1 } }),
          "plan.years": 15,
          "demand.volume": volume,
          "demand.growth": growth,
          "vertical.contention": contention,
          "shard.runway_months": 1,
        };
        const shards = monthsOf(projected(given), "shards");
        const first = shards.findIndex((count) => count > 1) + 1;
        const expected = closedForm(volume, growth, cores / (1 + contention * (cores - 1)));
        expect(first).toBe(expected <= 180 ? expected : 0);
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  it("is the month of the upgrade when a second shape waits", () => {
    const given: Given = { ...NOTHING_COSTS, ...ONE_CORE_PER_VOLUME, "demand.volume": 10, "plan.years": 10 };
    for (const growth of [0.03, 0.07, 0.12, 0.2, 0.35]) {
      const plan = projected({
        ...given,
        "demand.growth": growth,
        ...servers({ a: { cores: 14, monthly: 10 }, b: { cores: 900, monthly: 90 } }),
      });
      expect(plan.events.map(({ kind, month }) => [kind, month])).toEqual(
        [["upgrade", closedForm(10, growth, 14)]].filter(([, month]) => Number(month) <= 120),
      );
    }
  });
});
