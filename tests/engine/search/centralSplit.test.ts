import { describe, expect, it } from "vitest";
import { at, bare, projected, servers } from "../projected";
import type { Given } from "../projected";

const LADDER = servers({
  a: { cores: 10, monthly: 100, price: 1000 },
  b: { cores: 20, monthly: 180, price: 1800 },
  c: { cores: 40, monthly: 500, price: 5000 },
});
/** A need in cores by month. */
const needing = (formula: string): Given => ({ "demand.curve": "formula", "demand.formula": formula });
const of = (given: Given): ReturnType<typeof projected> => projected(bare({ ...LADDER, "plan.years": 2, ...given }));

describe("sharding when it is cheaper", () => {
  const given: Given = { ...needing("month < 5 ? 15 : 25"), "shard.when": "cheaper", "shard.runway_months": 12, "shard.project_months": 0 };

  it.each<readonly [string, Given, number, readonly string[]]>([
    // Twenty months of c: 500 x 20 = 10,000. Two of b: 360 x 20 = 7,200 and the project.
    ["shards when two of the present and the project cost less to the end", { "shard.project_cost": 2700 }, 2, ["5 shard b cost"]],
    ["takes the larger server when they cost more", { "shard.project_cost": 2900 }, 1, ["5 upgrade c cores"]],
    ["counts the cost per TB", { "shard.project_cost": 2700, "shard.cost_per_tb": 100, "data.tb": 2 }, 1, ["5 upgrade c cores"]],
    ["counts the upgrade against the larger server", { "shard.project_cost": 2900, "upgrade.cost": 200 }, 2, ["5 shard b cost"]],
    [
      "counts licenses by core",
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
const POWER: Given = { "power.price": 0.1, "power.pue": 1, "power.utilization": 1 };
/** People cost their salary and nothing beside it. */
const PAY_ALONE: Given = {
  "staff.loaded": 1,
  "staff.automation": 0,
  "staff.wage_growth": 0,
  "staff.training_cost": 0,
  "staff.turnover_vertical": 0,
  "staff.learning_months": 0,
  "staff.oncall_floor_vertical": 0,
  "staff.contractor_share": 0,
};
const ROLE: Given = { "role.ops.ratio": 1, "role.ops.salary": 1200 };
const LEARNING: Given = { "role.ops.fixed": 1, "role.ops.salary": 1200, "staff.learning_months": 10, "staff.learning_loss": 1 };
const OWNED: Given = { "vertical.hosting": "owned", "capacity.dwell_months": 1 };

/** Ten months are left from month 15 on: of c 500 x 10 = 5,000, of two b 360 x 10 = 3,600, at the prices of the first year. */
describe("what is compared when it is cheaper to shard, in the second year", () => {
  const given: Given = { ...needing("month < 15 ? 15 : 25"), "shard.when": "cheaper", "shard.runway_months": 1, "shard.project_months": 0 };

  it.each<readonly [string, Given, number]>([
    ["the project at the prices of the month", { "prices.inflation": 0.1 }, 1400 / 1.1],
    ["the upgrade at the prices of the month", { "prices.inflation": 0.1, "upgrade.cost": 100 }, 1400 / 1.1 + 100],
    ["rents at the prices of the month", { "cloud.price_change": -0.5 }, 700],
    // A license more for ten months, at 120 a year.
    ["subscriptions of a server", { ...BY_SERVER, "license.db.model": "subscription", "license.db.price": 120 }, 1400 - 100],
    [
      "subscriptions at the prices of the month",
      { ...BY_SERVER, "license.db.model": "subscription", "license.db.price": 120, "license.uplift": 0.2 },
      1400 - 120,
    ],
    // A license of 600 more, and a fifth of it a year for ten months of support.
    ["licenses as they are bought, with their support", { ...BY_SERVER, "license.db.price": 600, "license.db.support": 0.2 }, 1400 - 700],
    // A second b for 1,800, against c for 5,000.
    ["of owned servers those that are missing", OWNED, 5000 - 1800],
    [
      "owned servers at the prices of the month",
      { ...OWNED, "hardware.price_change": 0.1, "capacity.lead_months": 2 },
      1.1 * (5000 - 1800),
    ],
    ["in which they are paid", { ...OWNED, "hardware.price_change": 0.1, "capacity.lead_months": 3 }, 5000 - 1800],
    // A tenth of 5,000 against a tenth of 3,600, in ten months.
    ["maintenance of all that is in service", { ...OWNED, "hardware.maintenance": 0.12 }, 3200 + 500 - 360],
    // 73 a month and kW: two servers of half a kW against one.
    ["electricity", { ...OWNED, ...POWER }, 3200 - 365],
    // The first server is worn out in month 17 and replaced: 1,800, and the effort of a refresh, as the larger one has that of an upgrade.
    ["servers that wear out", { ...OWNED, "hardware.life_years": 16 / 12, "upgrade.cost": 100 }, 5000 - 3600],
    [
      "no upgrade where there were larger servers before",
      { ...needing("month < 3 ? 35 : month < 15 ? 15 : 25"), "upgrade.cost": 300 },
      1400,
    ],
    ["the project over the months before", { "prices.inflation": 0.1, "shard.project_months": 6 }, (1400 * 6) / (4 + 2 * 1.1)],
    ["endpoint security", { "security.cost_per_endpoint": 120 }, 1400 - 100],
    // Two servers with half of the data each, and half of a server for recovery, rounded up: 3 x 5 TB instead of 2 x 10.
    ["block storage", { "vertical.dr_share": 0.5, "data.tb": 10, "storage.cloud_price": 10 }, 10 * (1000 - 540 + 50)],
    // 1,200 a year at stake: half of it is exposed with two shards.
    ["breaches", { "security.breach_probability": 0.01, "security.breach_cost": 120000 }, 1400 + 500],
    [
      "breaches, by the servers",
      { "security.breach_probability": 0.01, "security.breach_cost": 120000, "security.breach_endpoint_share": 0.5 },
      1400 + 250,
    ],
    // One person at 1,200 a year for ten months.
    ["people whom servers take", { ...PAY_ALONE, ...ROLE, "role.ops.driver": "servers" }, 1400 - 1000],
    ["and databases", { ...PAY_ALONE, ...ROLE, "role.ops.driver": "databases" }, 1400 - 1000],
    ["beyond their minimum", { ...PAY_ALONE, ...ROLE, "role.ops.driver": "shards", "role.ops.minimum": 1.5 }, 1400 - 500],
    [
      "and the rota floor",
      { ...PAY_ALONE, ...ROLE, "role.ops.driver": "shards", "role.ops.oncall": true, "staff.oncall_floor_vertical": 3 },
      1400,
    ],
    [
      "wages of the months",
      { ...PAY_ALONE, ...ROLE, "role.ops.driver": "shards", "staff.wage_growth": 0.1, "staff.loaded": 1.2 },
      1400 - 1000 * 1.1 * 1.2,
    ],
    // A tenth of a person at 1,200 a year for each of 40 effective cores in both: none more.
    [
      "people who follow the capacity in service",
      { ...PAY_ALONE, ...ROLE, "role.ops.driver": "capacity.cores", "role.ops.ratio": 10 },
      1400,
    ],
    ["a line of one's own for each shard", { "custom.fee.formula": "shards * 50" }, 1400 - 500],
    ["a line of one's own that more servers lower", { "custom.rebate.formula": "0 - servers * 20" }, 1400 + 200],
    // All of 100 a month in the first, a tenth less in each: 5.5 months.
    ["a team that learns", { ...PAY_ALONE, ...LEARNING }, 1400 - 550],
  ])("%s", (_, change, breakEven) => {
    const shardsAt = (projectCost: number): number => at(of({ ...given, ...change, "shard.project_cost": projectCost }), "shards", 24);
    expect([shardsAt(breakEven - 1), shardsAt(breakEven + 1)]).toEqual([2, 1]);
  });

  it("a team that runs shards today has learned: two of c for ten months against three of b", () => {
    const grown = { ...given, ...PAY_ALONE, ...LEARNING, ...needing("month < 15 ? 30 : 50"), "shard.today": 2 };
    const shardsAt = (projectCost: number): number => at(of({ ...grown, "shard.project_cost": projectCost }), "shards", 24);
    expect([shardsAt(10000 - 5400 - 1), shardsAt(10000 - 5400 + 1)]).toEqual([3, 2]);
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
