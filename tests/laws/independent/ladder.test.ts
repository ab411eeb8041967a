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
  .map((rows): Shape[] => [...rows.map((row, index) => ({ name: `s${9 - index}`, ...row })), { name: "a", cores: 150, cost: 950 }]);

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

/** The cheapest, the first in the list of several. */
const cheapest = (candidates: readonly Shape[]): Shape => candidates.reduce((least, shape) => (shape.cost < least.cost ? shape : least));

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

  /** A need in cores and in TB of memory, and what decides between the servers that have both. */
  const drawn = fc.record({
    servers: fc.array(
      fc.record({
        cores: fc.integer({ min: 5, max: 120 }),
        memory: fc.integer({ min: 100, max: 1900 }),
        cost: fc.integer({ min: 50, max: 900 }),
        sockets: fc.integer({ min: 1, max: 3 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    months: fc.array(fc.record({ cores: fc.integer({ min: 1, max: 140 }), tb: fc.integer({ min: 0, max: 18 }) }), {
      minLength: MONTHS,
      maxLength: MONTHS,
    }),
    owned: fc.boolean(),
    metric: fc.constantFrom("core", "server"),
    model: fc.constantFrom("perpetual", "subscription"),
    price: fc.constantFrom(0, 20, 300, 5000),
    standby: fc.constantFrom(0, 2),
    standbyShare: fc.constantFrom(0, 0.5, 1),
    mostSockets: fc.constantFrom(undefined, 2),
  });

  it("with memory, licenses and standby it is the cheapest that has enough and that editions allow", () => {
    fc.assert(
      fc.property(drawn, ({ servers: few, months, owned, metric, model, price, standby, standbyShare, mostSockets }) => {
        const all = [...few, { cores: 150, memory: 2000, cost: 950, sockets: 1 }].map((row, index) => ({ name: `s${index}`, ...row }));
        type Row = (typeof all)[number];
        const licensesOf = ({ cores }: Row): number => (1 + Math.ceil(standby * standbyShare)) * (metric === "core" ? cores : 1);
        // What is bought counts by the months that it serves: a server for a year, a license to the end; a license that is held is not bought again.
        const costOf = (row: Row, m: number, held: number): number => {
          const left = MONTHS - m;
          const servers = (1 + standby) * (owned ? row.cost / Math.min(12, left) : row.cost);
          if (model === "subscription") return servers + (price * licensesOf(row)) / 12;
          return servers + price * Math.max(0, licensesOf(row) - held) * (1 / left + 0.2 / 12);
        };
        const cheapestOf = (rows: readonly Row[], m: number, held: number): Row =>
          rows.reduce((least, row) => (costOf(row, m, held) < costOf(least, m, held) * (1 - 1e-9) ? row : least));
        const fits = ({ cores, memory, sockets }: Row, m: number): boolean =>
          cores >= months[m].cores && memory >= (months[m].tb / 10) * (1e12 / 2 ** 30) * (1 - 1e-9) && sockets <= (mostSockets ?? 9);
        const service: Row[] = [];
        let [since, held] = [0, 0];
        for (let m = 0; m < MONTHS; m++) {
          // Owned servers stay through their life of a year while they are enough; rented ones are chosen again each month.
          const stays = owned && m > 0 && m - since < 12 && fits(service[m - 1], m);
          const chosen = stays
            ? service[m - 1]
            : cheapestOf(
                all.filter((row) => fits(row, m)),
                m,
                held,
              );
          service.push(chosen);
          held = Math.max(held, licensesOf(chosen));
          if (!stays) since = m;
        }
        const rows = servers(
          Object.fromEntries(
            all.map(({ name, cores, memory, cost, sockets }) => [
              name,
              { cores, memory_gib: memory, sockets, [owned ? "price" : "monthly"]: cost },
            ]),
          ),
        );
        const tb = months.flatMap(({ tb: now }, m) => [[`deal.d${m}.tb`, (now - (m === 0 ? 0 : months[m - 1].tb)) / 10] as const]);
        const given: Given = {
          ...needing(
            months.map(({ cores }) => cores),
            rows,
          ),
          ...(Object.fromEntries(tb) as Given),
          "data.working_set": 1,
          "data.index_overhead": 0,
          "vertical.hosting": owned ? "owned" : "cloud",
          "vertical.standby": standby,
          "hardware.life_years": 1,
          "capacity.dwell_months": 1,
          "capacity.lead_months": 0,
          "license.db.metric": metric,
          "license.db.model": model,
          "license.db.price": price,
          "license.db.support": 0.2,
          "license.db.standby": standbyShare,
          ...(mostSockets === undefined ? {} : { "license.db.max_sockets": mostSockets }),
        };
        const projection = projected(given);
        expect(monthsOf(projection, "capacity.cores")).toEqual(service.map(({ cores }) => cores));
        expect(monthsOf(projection, "capacity.memory_gib")).toEqual(service.map(({ memory }) => memory));
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});
