import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDepreciation } from "../../../src/engine/finance/assets";
import { breakEvenPeriod } from "../../../src/engine/finance/breakEven";
import { internalRate } from "../../../src/engine/finance/presentValue";
import { metricNamed } from "../../../src/engine/finance/metrics";
import { annuity } from "../../../src/engine/finance/presentValue";
import { ARCHITECTURES } from "../../../src/engine/plan/setting";
import { areClose, expectForAllFeasible, SEED } from "../generator";
import { nodeBatches } from "../nodeBatches";

const SHIFT: Readonly<Record<string, number>> = { begin: 1, mid: 0.5, end: 0 };
const flows = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 40 });

describe(`money, the long way (seed ${SEED})`, () => {
  it(`present value: each month's opex, capex and tax shield, discounted by itself (${ARCHITECTURES.length} architectures)`, () => {
    expectForAllFeasible(60, (projection) => {
      const { plan, costs, total } = projection;
      const { a } = plan;
      const tax = a["finance.tax_rate"];
      const macrs = [0.2, 0.32, 0.192, 0.1152, 0.1152, 0.0576];
      const lifeMonths = Math.round(a["hardware.life_years"] * 12);
      const writtenOff = new Array<number>(total.length).fill(0);
      const writeOff = (value: number, service: number, leaves: number): number => {
        let left = value;
        for (let month = service; month <= total.length && left !== 0; month++) {
          const age = month - service;
          const share =
            a["finance.depreciation"] === "macrs-5" ? (macrs[Math.floor(age / 12)] ?? 0) / 12 : age < lifeMonths ? 1 / lifeMonths : 0;
          const part = month >= leaves || Math.abs(value * share) > Math.abs(left) ? left : value * share;
          writtenOff[month - 1] += part;
          left -= part;
        }
        return left;
      };
      let lost = 0;
      for (const batches of [plan.central?.batches ?? [], nodeBatches(projection)])
        for (const { count, unitPrice, serviceMonth, endMonth } of batches)
          lost += (1 - a["finance.residual_share"]) * writeOff(count * unitPrice, serviceMonth, endMonth);
      const others = costs.filter(
        ({ id, spend, inTotal }) => spend === "capex" && inTotal && id !== "hardware.purchase" && id !== "residual",
      );
      for (const { values } of others) values.forEach((paid, m) => (lost += writeOff(paid, m + 1, Infinity)));
      writtenOff[total.length - 1] += lost;
      const counted = costs.filter(({ inTotal }) => inTotal);
      const expected = Array.from(total, (_, m) => {
        const opex = counted.filter(({ spend }) => spend === "opex").reduce((sum, { values }) => sum + values[m], 0);
        const capex = counted.filter(({ spend }) => spend === "capex").reduce((sum, { values }) => sum + values[m], 0);
        const flow = opex * (1 - tax) + capex - tax * writtenOff[m];
        return flow / (1 + a["finance.discount_rate"]) ** ((m + 1 - SHIFT[a["finance.timing"]]) / 12);
      }).reduce((sum, value) => sum + value, 0);
      const found = metricNamed("npv")!.of(projection)!;
      return Math.abs(found - expected) <= 1e-7 * Math.max(1, Math.abs(expected))
        ? []
        : [`present value ${found}, the long way ${expected}`];
    });
  }, 60_000);

  it(`equivalent annual cost: a twelfth of it in each month has the present value (${ARCHITECTURES.length} architectures)`, () => {
    expectForAllFeasible(60, (projection) => {
      const { a } = projection.plan;
      const weight = Array.from(
        projection.total,
        (_, m) => (1 + a["finance.discount_rate"]) ** (-(m + 1 - SHIFT[a["finance.timing"]]) / 12) / 12,
      ).reduce((sum, value) => sum + value, 0);
      const [value, annual] = ["npv", "eac"].map((id) => metricNamed(id)!.of(projection)!);
      return areClose(annual * weight, value) ? [] : [`present value ${value}, of the equivalent annual cost ${annual * weight}`];
    });
  }, 60_000);

  it("depreciation writes off the whole value, once, however long the plan", () => {
    const drawn = fc.record({ life: fc.integer({ min: 1, max: 120 }), service: fc.integer({ min: 1, max: 40 }) });
    fc.assert(
      fc.property(drawn, fc.constantFrom("straight-line" as const, "macrs-5" as const), ({ life, service }, method) => {
        const out = new Float64Array(240);
        addDepreciation(method, 1000, life, service, out);
        expect(out.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1000, 6);
        expect(out.every((value, m) => value >= 0 && (m + 1 >= service || value === 0))).toBe(true);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it("an equivalent annual cost, discounted year by year, is worth the value", () => {
    fc.assert(
      fc.property(fc.integer({ min: -300, max: 1000 }), fc.integer({ min: 1, max: 15 }), (thousandths, years) => {
        const rate = thousandths / 1000;
        const payment = annuity(5000, rate, years);
        const worth = Array.from({ length: years }, (_, year) => payment / (1 + rate) ** (year + 1)).reduce((sum, value) => sum + value, 0);
        expect(worth).toBeCloseTo(5000, 6);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it("at the internal rate, flows after an outlay are worth the outlay", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), flows, (outlay, returns) => {
        const rate = internalRate([-outlay, ...returns]);
        const worth = (at: number): number => returns.reduce((sum, value, index) => sum + value / (1 + at) ** (index + 1), -outlay);
        // One outlay before returns of 0 or more has one rate at the most; without one the worth does not change sign.
        const isRight = rate === undefined ? worth(-0.99) * worth(10) > 0 : Math.abs(worth(rate)) < 1e-5 * outlay;
        expect(isRight, `rate ${rate}`).toBe(true);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it("break-even is the first point from which the running difference never turns against it again", () => {
    fc.assert(
      fc.property(flows, flows, (one, two) => {
        const length = Math.min(one.length, two.length);
        const saved = [0];
        for (let index = 0; index < length; index++) saved.push(saved[index] + one[index] - two[index]);
        const last = saved.reduce((found, value, period) => (value < 0 ? period : found), 0);
        // From the last period that is behind, the difference rises in a straight line through 0.
        const crossing = last + saved[last] / (saved[last] - saved[last + 1]);
        const expected = last === length ? Infinity : last === 0 ? 1 : crossing;
        const found = breakEvenPeriod(one, two, 0);
        expect(found === expected || areClose(found, expected), `${found} and ${expected}`).toBe(true);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});
