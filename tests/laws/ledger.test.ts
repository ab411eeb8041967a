import { describe, it } from "vitest";
import { annualValues } from "../../src/engine/analysis/annual";
import { COMPONENTS } from "../../src/engine/cost/components";
import { breakEvenPeriod } from "../../src/engine/finance/breakEven";
import { ARCHITECTURES } from "../../src/engine/plan/setting";
import type { FeasibleProjection, Line } from "../../src/engine/lines";
import { monthsOf, projectionOf } from "../engine/projected";
import { areClose, differences, expectForAll, expectForAllFeasible, SEED } from "./generator";
import type { Complaints } from "./generator";

/** The first month in which a line has what no line may have: the residual is never above 0, and only own lines are also below. */
function wrongMonth({ id, values }: Line): Complaints {
  const isWrong = (value: number): boolean => (id === "residual" ? value > 0 : value < 0 && !id.startsWith("custom."));
  const m = values.findIndex((value) => !Number.isFinite(value) || isWrong(value));
  return m < 0 ? [] : [`${id} month ${m + 1}: ${values[m]}`];
}

const missingLines = ({ costs }: FeasibleProjection): Complaints =>
  COMPONENTS.filter(({ id }) => !costs.some((line) => line.id === id)).map(({ id }) => `${id} is missing`);

/** The first month in which a series is below the one before. */
function falls(name: string, values: readonly number[]): Complaints {
  const m = values.findIndex((value, index) => index > 0 && value < values[index - 1] * (1 - 1e-12));
  return m < 0 ? [] : [`${name} falls in month ${m + 1}`];
}

function brokenSums({ costs, total }: FeasibleProjection): Complaints {
  const counted = costs.filter(({ inTotal }) => inTotal);
  const m = total.findIndex((value, index) => {
    const parts = counted.map(({ values }) => values[index]);
    return !areClose(
      parts.reduce((sum, part) => sum + part, 0),
      value,
      Math.max(...parts),
    );
  });
  return m < 0 ? [] : [`the parts of month ${m + 1} are not its total`];
}

function brokenYears({ lines, timeline }: FeasibleProjection): Complaints {
  return lines.flatMap(({ id, kind, values }) => {
    const expected = Array.from({ length: timeline.years }, (_, year) => {
      const months = Array.from(values.slice(12 * year, 12 * year + 12));
      return kind === "flow" ? months.reduce((sum, month) => sum + month, 0) : months[11];
    });
    const years = annualValues(kind, values);
    return expected.every((value, year) => areClose(value, years[year])) && years.length === expected.length
      ? []
      : [`${id}: ${years.join(", ")}`];
  });
}

describe(`laws of the ledger (seed ${SEED})`, () => {
  it("every line is there and finite, none but the residual and own lines is below 0, and shards never fall", () => {
    expectForAllFeasible(1000, (projection) => [
      ...projection.lines.flatMap(wrongMonth),
      ...missingLines(projection),
      ...falls("shards", monthsOf(projection, "shards")),
    ]);
  }, 120_000);

  it("the parts sum to the total, month by month, and the months to the years", () => {
    expectForAllFeasible(120, (projection) => [...brokenSums(projection), ...brokenYears(projection)]);
  }, 60_000);

  it("the same scenario gives the same numbers, whatever is projected in between", () => {
    expectForAll(100, (given) =>
      ARCHITECTURES.flatMap((architecture) => {
        const once = projectionOf(given, architecture);
        projectionOf({ "demand.volume": 123456, "horizontal.regions": 9, "vertical.hosting": "owned" }, "hybrid");
        const again = projectionOf(given, architecture);
        if (!once.feasible || !again.feasible) return JSON.stringify(once) === JSON.stringify(again) ? [] : ["another infeasibility"];
        return differences(once, again, (before, after) => Object.is(before, after));
      }),
    );
  }, 60_000);

  it("perpetual licenses never fall: neither does what their support costs without uplift", () => {
    expectForAll(200, (given) =>
      ARCHITECTURES.flatMap((architecture) => {
        const projection = projectionOf({ ...given, "license.uplift": 0 }, architecture);
        return projection.feasible ? falls("license.support", monthsOf(projection, "license.support")) : [];
      }),
    );
  }, 60_000);

  it("a flow breaks even with itself in month 1", () => {
    expectForAllFeasible(100, ({ total, costs }) => {
      const periods = [total, ...costs.map(({ values }) => values)].map((flow) => breakEvenPeriod(flow, flow, 0));
      return periods.every((period) => period === 1) ? [] : [`it breaks even in ${periods.join(", ")}`];
    });
  }, 60_000);
});
