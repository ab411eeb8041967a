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
    ["is the first by name among equals", { ...needing("5"), "server.a.monthly": 100, "server.b.monthly": 100 }, 1, 100],
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
    ["y", "z"],
    ["z", "y"],
  ])("is the first by name among equals, in the order %s, %s", (one, other) => {
    const memory = { y: 900, z: 700 };
    const row = (name: "y" | "z"): Given => servers({ [name]: { cores: 10, monthly: 90, memory_gib: memory[name] } });
    const plan = of({ ...needing("5"), ...row(one as "y"), ...row(other as "y") });
    expect(at(plan, "capacity.memory_gib", 1)).toBe(900);
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

  it("a licence by core can make the smaller of two servers the cheaper one", () => {
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

describe("sharding when it is cheaper", () => {
  const given: Given = { ...needing("month < 5 ? 15 : 25"), "shard.when": "cheaper", "shard.runway_months": 12, "shard.project_months": 0 };

  it.each<readonly [string, Given, number, readonly string[]]>([
    // Twenty months of c: 500 x 20 = 10,000. Two of b: 360 x 20 = 7,200 and the project.
    ["shards when two of the present and the project cost less to the end", { "shard.project_cost": 2700 }, 2, ["5 shard b cost"]],
    ["takes the larger server when they cost more", { "shard.project_cost": 2900 }, 1, ["5 upgrade c cores"]],
    ["counts the cost per TB", { "shard.project_cost": 2700, "shard.cost_per_tb": 100, "data.tb": 2 }, 1, ["5 upgrade c cores"]],
    ["counts the upgrade against the larger server", { "shard.project_cost": 2900, "upgrade.cost": 200 }, 2, ["5 shard b cost"]],
    [
      "counts licences by core",
      { "shard.project_cost": 2900, "license.db.model": "subscription", "license.db.price": 12, "license.db.pack": 100 },
      1,
      ["5 upgrade c cores"],
    ],
    ["waits for the ceiling when told to", { "shard.project_cost": 0, "shard.when": "ceiling" }, 1, ["5 upgrade c cores"]],
  ])("%s", (_, change, shards, events) => {
    const plan = of({ ...given, ...change });
    expect(at(plan, "shards", 24)).toBe(shards);
    expect(plan.events.map(({ month, kind, shape, dimension }) => `${month} ${kind} ${shape} ${dimension}`)).toEqual(events);
  });
});

const BY_SERVER: Given = { "license.db.metric": "node" };
const OWNED: Given = { "vertical.hosting": "owned", "capacity.dwell_months": 1 };

/** Ten months are left from month 15 on: of c 500 x 10 = 5,000, of two b 360 x 10 = 3,600, at the prices of the first year. */
describe("what is compared when it is cheaper to shard, in the second year", () => {
  const given: Given = { ...needing("month < 15 ? 15 : 25"), "shard.when": "cheaper", "shard.runway_months": 1, "shard.project_months": 0 };

  it.each<readonly [string, Given, number]>([
    ["the project at the prices of the month", { "prices.inflation": 0.1 }, 1400 / 1.1],
    ["the upgrade at the prices of the month", { "prices.inflation": 0.1, "upgrade.cost": 100 }, 1400 / 1.1 + 100],
    ["rents at the prices of the month", { "cloud.price_change": -0.5 }, 700],
    // A licence more for ten months, at 120 a year.
    ["subscriptions of a server", { ...BY_SERVER, "license.db.model": "subscription", "license.db.price": 120 }, 1400 - 100],
    [
      "subscriptions at the prices of the month",
      { ...BY_SERVER, "license.db.model": "subscription", "license.db.price": 120, "license.uplift": 0.2 },
      1400 - 120,
    ],
    // A licence of 1,200 over the 24 months of the plan is 50 a month; a fifth of it a year for support is 20.
    ["licences over the plan, with their support", { ...BY_SERVER, "license.db.price": 1200, "license.db.support": 0.2 }, 1400 - 700],
    // A second b for 1,800, against c for 5,000.
    ["of owned servers those that are missing", OWNED, 5000 - 1800],
    ["owned servers at the prices of the month", { ...OWNED, "hardware.price_change": 0.1 }, 1.1 * (5000 - 1800)],
  ])("%s", (_, change, breakEven) => {
    const shardsAt = (projectCost: number): number => at(of({ ...given, ...change, "shard.project_cost": projectCost }), "shards", 24);
    expect([shardsAt(breakEven - 1), shardsAt(breakEven + 1)]).toEqual([2, 1]);
  });
});

/** Twenty months of a server with twice the memory for 500 are 10,000; two of the small one are 200 x 20 = 4,000. */
describe("sharding when it is cheaper, for memory alone", () => {
  const given: Given = {
    "plan.start": "2027-01-01",
    "shard.when": "cheaper",
    "shard.runway_months": 1,
    "shard.project_months": 0,
    "data.working_set": 1,
    "data.tb": 0.1,
    "integration.vertical_months": 0,
    "deal.new.close": "2027-05-01",
    "deal.new.tb": 0.1,
    ...servers({ small: { cores: 10, monthly: 100, memory_gib: 100 }, large: { cores: 10, monthly: 500, memory_gib: 200 } }),
  };
  const only = (change: Given): ReturnType<typeof projected> => projected(bare({ ...given, "plan.years": 2, ...needing("5"), ...change }));

  it.each<readonly [string, Given, number]>([
    ["the project decides", { "shard.project_cost": 5900 }, 2],
    ["against it too", { "shard.project_cost": 6100 }, 1],
    // 0.2 TB at 10,000 are 2,000 more.
    ["with the data of the month", { "shard.project_cost": 3900, "shard.cost_per_tb": 10000 }, 2],
    ["which are more than the month before", { "shard.project_cost": 4100, "shard.cost_per_tb": 10000 }, 1],
  ])("%s", (_, change, shards) => {
    const plan = only(change);
    expect([at(plan, "shards", 4), at(plan, "shards", 5), at(plan, "shards", 24)]).toEqual([1, shards, shards]);
  });
});

describe("sharding when it is cheaper, by as many shards as the present server needs", () => {
  const given: Given = {
    "shard.when": "cheaper",
    "shard.runway_months": 1,
    "shard.project_months": 0,
    "shard.project_cost": 0,
    "plan.years": 1,
  };

  it.each<readonly [string, Given, Given, number]>([
    ["two are not enough", needing("month < 5 ? 9 : 25"), {}, 3],
    ["up to 1,024", needing("month < 5 ? 9 : 10240"), servers({ d: { cores: 20000, monthly: 1e6 } }), 1024],
    ["and no more", needing("month < 5 ? 9 : 10241"), servers({ d: { cores: 20000, monthly: 1e6 } }), 1],
  ])("%s", (_, need, more, shards) => {
    expect(at(of({ ...given, ...need, ...more }), "shards", 12)).toBe(shards);
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
    ["is none when the system is sharded from the start", { ...needing("45"), "shard.project_months": 0 }, [[1, 0]]],
  ])("%s", (_, change, expected) => {
    const months = monthsOf(of({ ...given, ...change }), "shard.project");
    expect(expected.map(([month]) => [month, months[month - 1]])).toEqual(expected.map(([month, value]) => [month, near(value)]));
  });
});
