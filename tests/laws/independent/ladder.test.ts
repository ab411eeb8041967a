import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { monthsOf, NOTHING_COSTS, ONE_CORE_PER_VOLUME, projected, servers } from "../../engine/projected";
import type { Given } from "../../engine/projected";
import { SEED } from "../generator";

interface Shape {
  readonly name: string;
  readonly cores: number;
  readonly cost: number;
}

const YEARS = 6;
const MONTHS = 12 * YEARS;

/** Up to six shapes in no order of cores or cost, the last large enough for every need. */
const shapes = fc
  .array(fc.record({ cores: fc.integer({ min: 5, max: 120 }), cost: fc.integer({ min: 50, max: 900 }) }), { minLength: 1, maxLength: 5 })
  .map((rows): Shape[] => [...rows.map((row, index) => ({ name: `s${index}`, ...row })), { name: "z", cores: 150, cost: 950 }]);

/** A need in cores for each month: any, up and down. */
const needs = fc.array(fc.integer({ min: 1, max: 140 }), { minLength: MONTHS, maxLength: MONTHS });

/** A scenario that needs so many cores in each month. */
function needing(cores: readonly number[], rows: Given): Given {
  const seasonless = { ...NOTHING_COSTS, ...ONE_CORE_PER_VOLUME, "plan.years": YEARS, "demand.volume": 0 };
  const deals = cores.flatMap((need, m) => {
    const before = m === 0 ? 0 : cores[m - 1];
    const month = `${2027 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}-01`;
    return [
      [`deal.d${m}.close`, month],
      [`deal.d${m}.volume`, need - before],
    ] as const;
  });
  return { ...seasonless, ...rows, ...(Object.fromEntries(deals) as Given), "integration.vertical_months": 0 };
}

const cheapest = (candidates: readonly Shape[]): Shape =>
  [...candidates].sort((one, other) => one.cost - other.cost || (one.name < other.name ? -1 : 1))[0];

/** The shape in service in each month, by the words of the model: keep it while it fits and may stay; else the cheapest for the window, or for the month. */
function chosenByHand(all: readonly Shape[], cores: readonly number[], window: number, mayStay: (months: number) => boolean): Shape[] {
  const service: Shape[] = [];
  let since = 0;
  for (let m = 0; m < cores.length; m++) {
    const present = service[m - 1] as Shape | undefined;
    if (present && present.cores >= cores[m] && mayStay(m - since)) {
      service.push(present);
      continue;
    }
    const largest = Math.max(...cores.slice(m, m + window));
    const forWindow = all.filter((shape) => shape.cores >= largest);
    service.push(cheapest(forWindow.length > 0 ? forWindow : all.filter((shape) => shape.cores >= cores[m])));
    since = m;
  }
  return service;
}

const capacityOf = (given: Given): readonly number[] => monthsOf(projected(given), "capacity.cores");

describe(`the choice of the server, by trying all shapes in all months (seed ${SEED})`, () => {
  it("on demand it is the cheapest that fits the month", () => {
    fc.assert(
      fc.property(shapes, needs, (all, cores) => {
        const rows = servers(Object.fromEntries(all.map(({ name, cores: size, cost }) => [name, { cores: size, monthly: cost }])));
        const rents = monthsOf(projected(needing(cores, rows)), "cloud.compute");
        expect(rents).toEqual(cores.map((need) => cheapest(all.filter((shape) => shape.cores >= need)).cost));
      }),
      { seed: SEED, numRuns: 40 },
    );
  });

  it.each([
    ["1-year", "monthly_1y", 12],
    ["3-year", "monthly_3y", 36],
  ])("under a commitment of %s it stays, and is the cheapest that fits the stay", (commitment, field, stay) => {
    fc.assert(
      fc.property(shapes, needs, (all, cores) => {
        const rows = servers(
          Object.fromEntries(all.map(({ name, cores: size, cost }) => [name, { cores: size, monthly: 5000, [field]: cost }])),
        );
        const given = { ...needing(cores, rows), "cloud.commitment": commitment };
        expect(capacityOf(given)).toEqual(chosenByHand(all, cores, stay, (months) => months < stay).map((shape) => shape.cores));
      }),
      { seed: SEED, numRuns: 40 },
    );
  });

  it("owned it serves until it is too small or worn, and is the cheapest that fits the shortest stay", () => {
    fc.assert(
      fc.property(shapes, needs, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 4 }), (all, cores, dwell, life) => {
        const rows = servers(Object.fromEntries(all.map(({ name, cores: size, cost }) => [name, { cores: size, price: cost }])));
        const given: Given = {
          ...needing(cores, rows),
          "vertical.hosting": "owned",
          "capacity.dwell_months": dwell,
          "capacity.lead_months": 0,
          "hardware.life_years": life,
        };
        const service = chosenByHand(all, cores, dwell, (months) => months < 12 * life);
        expect(capacityOf(given)).toEqual(service.map((shape) => shape.cores));
      }),
      { seed: SEED, numRuns: 40 },
    );
  });
});
