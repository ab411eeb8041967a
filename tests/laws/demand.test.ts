import { onCallFloor } from "../../src/engine/capacity/people";
import { describe, it } from "vitest";
import type { FeasibleProjection } from "../../src/engine/lines";
import { ARCHITECTURES } from "../../src/engine/plan/setting";
import { projectionOf } from "../engine/projected";
import type { Given } from "../engine/projected";
import { differences, expectForAll, SEED } from "./generator";
import type { Complaints } from "./generator";

const isNotLess = (before: number, after: number): boolean => after >= before * (1 - 1e-9);

/** The scenario with more of everything that is asked of the system. */
function withMoreDemand(given: Given): Given {
  const volume = Number(given["demand.volume"] ?? 10000);
  const ceiling = given["demand.ceiling"] === undefined ? {} : { "demand.ceiling": Number(given["demand.ceiling"]) * 1.3 };
  return { ...given, "demand.volume": volume * 1.3, ...ceiling, "data.tb": Number(given["data.tb"] ?? 10) * 1.2 };
}

/** One server that carries everything: the workload as it is, before sharding and regions. */
const ONE_SERVER: Given = {
  "server.s one.cores": 400,
  "server.s one.speed": 100,
  "server.s one.memory_gib": 1e7,
  "server.s one.monthly": 1,
  "server.s one.price": 1,
  "server.s one.role": "both",
  "shard.max_tb": 1e6,
  "vertical.contention": 0,
  "vertical.coherency": 0,
};

const withoutTables = (given: Given, ...tables: readonly string[]): Given =>
  Object.fromEntries(Object.entries(given).filter(([key]) => !tables.some((table) => key.startsWith(`${table}.`))));

/** Compares a line of the scenario with more demand; more demand may make a plan infeasible, less may not. */
function falling(given: Given, architecture: "vertical" | "horizontal", ids: readonly string[], where = always): Complaints {
  const before = projectionOf(given, architecture);
  const after = projectionOf(withMoreDemand(given), architecture);
  if (!after.feasible) return [];
  return before.feasible ? differences(before, after, where(before, after), ids) : ["more demand makes the plan feasible"];
}

type Where = (before: FeasibleProjection, after: FeasibleProjection) => (before: number, after: number, m: number) => boolean;
const always: Where = () => isNotLess;

/** Months in which a region is split into as many cells under both demands. */
const atSameCells: Where = (before, after) => (value, other, m) =>
  before.series["clusters"][m] !== after.series["clusters"][m] || isNotLess(value, other);

describe(`more demand (seed ${SEED})`, () => {
  it("never lowers the workload's need before sharding and regions", () => {
    expectForAll(200, (given) => {
      const whole = { ...withoutTables(given, "server", "license"), ...ONE_SERVER };
      return falling(whole, "vertical", [
        "volume",
        "tps_mean",
        "tps_peak",
        "tb",
        "need.cores",
        "need.memory_gib",
        "need.storage_tb",
        "need.iops",
      ]);
    });
  }, 60_000);

  it("never lowers the shard count when it must last one month and sharding waits for the ceiling", () => {
    expectForAll(200, (given) => falling({ ...given, "shard.runway_months": 1, "shard.when": "ceiling" }, "vertical", ["shards"]));
  }, 60_000);

  it("never lowers the nodes of one type in the cloud, at the same regions and cells", () => {
    expectForAll(200, (given) => {
      const oneType = { "server.n.cores": 8, "server.n.memory_gib": 96, "server.n.monthly": 300, "horizontal.hosting": "cloud" };
      return falling({ ...withoutTables(given, "server", "license"), ...oneType }, "horizontal", ["nodes"], atSameCells);
    });
  }, 60_000);
});

/** Prices that do not change: what is bought early is not cheaper for it. */
const SAME_PRICES: Given = Object.fromEntries(
  ["prices.inflation", "hardware.price_change", "cloud.price_change", "wan.price_change", "license.uplift", "staff.wage_growth"].map(
    (key) => [key, 0],
  ),
);

/** The keys that ask more of a system, and how a scenario with more of each states it. */
const MORE: Readonly<Record<string, (given: Given) => Given>> = {
  "demand.volume": (given) => {
    const { "demand.volume": volume = 10000, "demand.ceiling": ceiling } = given;
    return { "demand.volume": Number(volume) * 1.25, ...(ceiling === undefined ? {} : { "demand.ceiling": Number(ceiling) * 1.25 }) };
  },
  "data.tb": ({ "data.tb": tb = 10 }) => ({ "data.tb": Number(tb) * 1.25 }),
  "demand.sites": ({ "demand.sites": sites = 3 }) => ({ "demand.sites": Number(sites) + 2 }),
};

const servedBy = ({ plan: { central } }: FeasibleProjection): string =>
  central ? Array.from(central.shapeOf, (shape, m) => `${central.shapes[shape].name} x ${central.shards[m]}`).join() : "";

/** Whether the rota floor lifts people on call: more work of a role with less pay then lowers what the rota costs. */
function isRotaLifted({ plan: { a, central, distributed, staffing }, lines }: FeasibleProjection): boolean {
  const floor = onCallFloor(a, { central: central !== undefined, distributed: distributed !== undefined });
  const rota = staffing.roles.filter(({ oncall }) => oncall).map(({ name }) => lines.find(({ id }) => id === `fte.${name}`)!.values);
  const together = (m: number): number => rota.reduce((sum, fte) => sum + fte[m], 0);
  return rota.some((fte) => fte.some((_, m) => floor > 0 && together(m) <= floor * (1 + 1e-9)));
}

/** Clusters of a region by month: two small ones carry more than one large one of as many nodes. */
const clustersOf = ({ plan: { distributed }, series }: FeasibleProjection): string => (distributed ? series["clusters"].join() : "");

/**
 * The steps after which more may cost less: other central servers, shards or clusters in a month, a rota at its floor. Another node type is none.
 */
function stepsBetween(before: FeasibleProjection, after: FeasibleProjection): readonly string[] {
  return [
    ...(servedBy(before) === servedBy(after) ? [] : ["other central servers or shards"]),
    ...(clustersOf(before) === clustersOf(after) ? [] : ["other clusters"]),
    ...(isRotaLifted(before) ? ["a rota at its floor"] : []),
  ];
}

describe(`what more demand, data or sites cost (seed ${SEED})`, () => {
  const total = ({ total: months }: FeasibleProjection): number => months.reduce((sum, value) => sum + value, 0);

  it.each(Object.keys(MORE))("more %s never costs less, unless there are other servers or clusters or the rota is at its floor", (key) => {
    expectForAll(400, (given) => {
      const stated = { ...given, ...SAME_PRICES };
      return ARCHITECTURES.flatMap((architecture) => {
        const before = projectionOf(stated, architecture);
        const after = projectionOf({ ...stated, ...MORE[key](stated) }, architecture);
        if (!before.feasible || !after.feasible || stepsBetween(before, after).length > 0) return [];
        return isNotLess(total(before), total(after)) ? [] : [`${architecture}: ${total(after)} after ${total(before)}`];
      });
    });
  });
});
