import { describe, expect, it } from "vitest";
import { at, bare, monthsOf, near, projected, servers, sumOf } from "../projected";
import type { Given } from "../projected";

const LADDER = servers({
  a: { cores: 10, monthly: 100, price: 1000 },
  b: { cores: 20, monthly: 180, price: 1800 },
  c: { cores: 40, monthly: 500, price: 5000 },
});
/** A need in cores by month. */
const needing = (formula: string): Given => ({ "demand.curve": "formula", "demand.formula": formula });
const of = (given: Given): ReturnType<typeof projected> => projected(bare({ ...LADDER, "plan.years": 2, ...given }));
const eventsOf = (given: Given): readonly string[] =>
  of(given).events.map(({ month, kind, shape, dimension }) => `${month} ${kind} ${shape} ${dimension}`);

describe("the server in the cloud", () => {
  it.each<readonly [string, Given, number, number]>([
    ["is the cheapest that fits, not the next larger", { ...needing("5"), "server.b.monthly": 90 }, 1, 90],
    ["leaves for a cheaper one as soon as that fits", needing("month < 3 ? 15 : 5"), 3, 100],
    ["pays the commitment's price", { ...needing("5"), "cloud.commitment": "1-year", "server.a.monthly_1y": 70 }, 1, 70],
    ["pays on demand where the shape has no committed price", { ...needing("5"), "cloud.commitment": "1-year" }, 1, 100],
    [
      "takes the 1-year price where it has none for three",
      { ...needing("5"), "cloud.commitment": "3-year", "server.a.monthly_1y": 70 },
      1,
      70,
    ],
    [
      "takes the 3-year price",
      { ...needing("5"), "cloud.commitment": "3-year", "server.a.monthly_1y": 70, "server.a.monthly_3y": 50 },
      1,
      50,
    ],
    [
      "stays through the commitment although a cheaper one would fit",
      { ...needing("month < 3 ? 15 : 5"), "cloud.commitment": "1-year", "server.b.monthly_1y": 150 },
      12,
      150,
    ],
    ["and leaves at its end", { ...needing("month < 3 ? 15 : 5"), "cloud.commitment": "1-year", "server.b.monthly_1y": 150 }, 13, 100],
    [
      "is large enough for its whole stay",
      { ...needing("month < 10 ? 5 : 15"), "cloud.commitment": "1-year", "server.a.monthly_1y": 50, "server.b.monthly_1y": 150 },
      1,
      180 - 30,
    ],
    [
      "takes the cheapest for the month when none lasts the stay",
      {
        ...needing("month < 10 ? 5 : 45"),
        "cloud.commitment": "1-year",
        "server.a.monthly_1y": 50,
        "server.b.monthly_1y": 150,
        "server.c.monthly_1y": 400,
      },
      9,
      50,
    ],
    [
      "leaves a commitment that has become too small",
      {
        ...needing("month < 10 ? 5 : 45"),
        "cloud.commitment": "1-year",
        "server.a.monthly_1y": 50,
        "server.b.monthly_1y": 190,
        "server.c.monthly_1y": 300,
      },
      10,
      600,
    ],
    ["follows the cloud's prices", { ...needing("5"), "cloud.price_change": -0.1 }, 13, 90],
  ])("%s", (_, given, month, rent) => {
    expect(at(of(given), "cloud.compute", month)).toBeCloseTo(rent, 9);
  });

  it.each<readonly [string, Given, readonly string[]]>([
    ["grows: an upgrade, and the scarce dimension", needing("month < 3 ? 5 : 15"), ["3 upgrade b cores"]],
    ["shrinks: a change", needing("month < 3 ? 15 : 5"), ["3 change a none"]],
    [
      "grows again to what it was: a change, no upgrade",
      needing("month < 3 ? 15 : month < 6 ? 5 : 15"),
      ["3 change a none", "6 change b cores"],
    ],
    ["is sharded past the largest", needing("month < 5 ? 35 : 45"), ["5 shard c cores"]],
    ["is sharded from the start: an event of month 1", needing("45"), ["1 shard c cores"]],
  ])("%s", (_, given, expected) => {
    expect(eventsOf({ ...given, "server.b.monthly": 290 })).toEqual(expected);
  });

  it.each([
    ["y", "z", {}, 900],
    ["z", "y", {}, 700],
    ["z", "y", { "vertical.hosting": "owned" }, 700],
  ])("is the first in the list among equals, in the order %s, %s, %j", (one, other, given, expected) => {
    const memory = { y: 900, z: 700 };
    const row = (name: "y" | "z"): Given => servers({ [name]: { cores: 10, monthly: 90, price: 90, memory_gib: memory[name] } });
    const plan = of({ ...needing("5"), ...row(one as "y"), ...row(other as "y"), ...given });
    expect(at(plan, "capacity.memory_gib", 1)).toBe(expected);
  });

  it("replicas, standby and disaster recovery are servers too", () => {
    const plan = of({
      ...needing("45"),
      "vertical.read_replicas": 2,
      "vertical.standby": 1,
      "vertical.dr_share": 0.4,
      "demand.read_share": 0,
    });
    // Two shards of 1 + 2 + 1, and 0.4 of the 8, rounded up, for disaster recovery.
    expect([at(plan, "shards", 1), at(plan, "servers", 1)]).toEqual([2, 12]);
  });

  it("an edition's limit keeps larger shapes out, so that the system is sharded", () => {
    const plan = of({ ...needing("25"), "license.db.price": 0, "license.db.max_cores": 20 });
    expect([at(plan, "shards", 1), at(plan, "capacity.cores", 1)]).toEqual([2, 40]);
  });

  it("a license by core can make the smaller of two servers the cheaper one", () => {
    const given = { ...needing("5"), "server.b.monthly": 90 };
    const licensed = { "license.db.metric": "core", "license.db.model": "subscription", "license.db.price": 24 };
    expect([at(of(given), "capacity.cores", 1), at(of({ ...given, ...licensed }), "capacity.cores", 1)]).toEqual([20, 10]);
  });
});

describe("the server that is owned", () => {
  const OWNED: Given = { "vertical.hosting": "owned", "capacity.lead_months": 3, "capacity.dwell_months": 6, "hardware.life_years": 5 };
  const bought = (given: Given): readonly (readonly [number, number])[] =>
    monthsOf(of({ ...OWNED, ...given }), "hardware.purchase").flatMap((value, m) => (value > 0 ? [[m + 1, value] as const] : []));

  it.each<readonly [string, Given, readonly (readonly [number, number])[]]>([
    ["is paid in month 1 at first", needing("5"), [[1, 1000]]],
    [
      "is paid so many months before it serves",
      needing("month < 13 ? 5 : 15"),
      [
        [1, 1000],
        [10, 1800],
      ],
    ],
    ["is paid in month 1 when that would be before", needing("month < 3 ? 5 : 15"), [[1, 1800]]],
    ["is paid with the first when both fall into month 1", { ...needing("month < 4 ? 5 : 15"), "capacity.dwell_months": 1 }, [[1, 2800]]],
    ["lasts the shortest stay: a larger one from the start", { ...needing("month < 6 ? 5 : 15") }, [[1, 1800]]],
    [
      "but not beyond it",
      { ...needing("month < 7 ? 5 : 15") },
      [
        [1, 1000],
        [4, 1800],
      ],
    ],
    ["stays when it is larger than needed", needing("month < 8 ? 15 : 5"), [[1, 1800]]],
    [
      "is replaced at the end of its life, by what is needed then",
      { ...needing("month < 8 ? 15 : 5"), "hardware.life_years": 1 },
      [
        [1, 1800],
        [10, 1000],
      ],
    ],
    [
      "is only added to when it is sharded",
      { ...needing("month < 13 ? 35 : 45"), "server.b.price": 9000, "shard.runway_months": 1 },
      [
        [1, 5000],
        [10, 5000],
      ],
    ],
    [
      "costs the price of the month in which it is paid",
      { ...needing("month < 17 ? 5 : 15"), "hardware.price_change": 0.1 },
      [
        [1, 1000],
        [14, 1980],
      ],
    ],
    ["costs the discounted price", { ...needing("5"), "hardware.discount": 0.2 }, [[1, 800]]],
  ])("%s", (_, given, expected) => {
    expect(bought(given)).toEqual(expected.map(([month, value]) => [month, near(value)]));
  });

  it("is maintained on what was paid for the servers in service", () => {
    const plan = of({ ...OWNED, ...needing("month < 13 ? 5 : 15"), "hardware.maintenance": 0.12, "hardware.discount": 0.5 });
    expect([12, 13].map((month) => at(plan, "hardware.maintenance", month))).toEqual([5, 9]);
  });

  it("a worn server that is replaced by a larger one is one upgrade, not a refresh beside it", () => {
    const plan = of({ ...OWNED, ...needing("month < 13 ? 5 : 15"), "hardware.life_years": 1, "upgrade.cost": 50 });
    expect(plan.events.map(({ kind }) => kind)).toEqual(["upgrade"]);
    expect(sumOf(plan, "upgrade.project")).toBe(50);
  });

  it.each([
    ["straight-line", 1000 * (1 - 24 / 60)],
    ["macrs-5", 1000 * (1 - 0.52)],
  ])("what is left of it at the end by %s is recovered by its share", (method, left) => {
    const plan = of({ ...OWNED, ...needing("5"), "finance.residual_share": 0.25, "finance.depreciation": method });
    expect(at(plan, "residual", 24)).toBeCloseTo(-0.25 * left, 9);
  });
});

describe("the project of a shard", () => {
  const given: Given = {
    ...needing("month < 15 ? 35 : 45"),
    "shard.project_cost": 1200,
    "shard.cost_per_tb": 50,
    "data.tb": 6,
    "shard.runway_months": 1,
    "server.b.monthly": 900,
  };

  it.each<readonly [string, Given, readonly (readonly [number, number])[]]>([
    [
      "is spread over the months before",
      { "shard.project_months": 6 },
      [
        [8, 0],
        [9, 250],
        [14, 250],
        [15, 0],
      ],
    ],
    [
      "is paid in the month when it takes none",
      { "shard.project_months": 0 },
      [
        [14, 0],
        [15, 1500],
      ],
    ],
    [
      "is squeezed into the months that there are",
      { "shard.project_months": 30 },
      [
        [1, 1500 / 14],
        [14, 1500 / 14],
      ],
    ],
    [
      "costs the prices of the months",
      { "shard.project_months": 6, "prices.inflation": 0.1 },
      [
        [9, 250],
        [13, 275],
        [14, 275],
      ],
    ],
    ["is paid at once for more shards in the first month than run today", { ...needing("45"), "shard.project_months": 6 }, [[1, 1500]]],
    ["is none when that many run today", { ...needing("45"), "shard.today": 2, "shard.project_months": 0 }, [[1, 0]]],
    ["begins from as many as run today", { "shard.today": 2, "shard.project_months": 0 }, [[15, 0]]],
  ])("%s", (_, change, expected) => {
    const months = monthsOf(of({ ...given, ...change }), "shard.project");
    expect(expected.map(([month]) => [month, months[month - 1]])).toEqual(expected.map(([month, value]) => [month, near(value)]));
  });
});
