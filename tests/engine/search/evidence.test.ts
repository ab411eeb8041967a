import { describe, expect, it } from "vitest";
import { explanation } from "../../../src/engine/analysis/explain/explain";
import type { Architecture } from "../../../src/engine/plan/setting";
import { bare, PLAIN_REGION, projected, servers } from "../projected";
import type { Given } from "../projected";

/** A need in cores by month. */
const needing = (formula: string): Given => ({ "demand.curve": "formula", "demand.formula": formula });

/** What the report of a line says of a choice in a year, and with which evidence. */
function evidenceFor(choice: string, line: string, given: Given, architecture: Architecture, year: number): readonly string[] {
  const rows = explanation(projected(bare({ "plan.years": 2, ...given }), architecture), line, year, String) ?? [];
  return rows.filter(({ name }) => name === choice).flatMap(({ value, calculation }) => [String(value), ...calculation.split("; ")]);
}

describe("why the central servers are as they are", () => {
  const LADDER = servers({
    a: { cores: 10, monthly: 100, price: 1000 },
    b: { cores: 20, monthly: 180, price: 1800 },
    c: { cores: 40, monthly: 500, price: 5000 },
  });
  const CHEAP_SHARDS: Given = { "shard.when": "cheaper", "shard.cost_per_tb": 0, "upgrade.cost": 0, "server.a.monthly": 80 };

  it.each<readonly [string, Given, number, readonly string[]]>([
    ["the cheapest of all refuses none", needing("5"), 1, ["a from month 1: the cheapest that fits", "fits.a.month_1.shards_1 = 1"]],
    [
      "one that grows: the one before is too small in the month of the change",
      needing("month < 3 ? 5 : 15"),
      1,
      ["b from month 3: the cheapest that fits", "fits.a.month_3.shards_1 = 0", "fits.b.month_3.shards_1 = 1"],
    ],
    [
      "the evidence of the month stands in later years",
      needing("month < 3 ? 5 : 15"),
      2,
      ["b from month 3: the cheapest that fits", "fits.a.month_3.shards_1 = 0", "fits.b.month_3.shards_1 = 1"],
    ],
    [
      "of several that are too small, the one that costs most is told",
      needing("30"),
      1,
      ["c from month 1: the cheapest that fits", "fits.b.month_1.shards_1 = 0", "fits.c.month_1.shards_1 = 1"],
    ],
    [
      "one that would be too small before its commitment ends, by the month in which it is",
      { ...needing("month == 10 ? 15 : 5"), "cloud.commitment": "1-year", "server.a.monthly_1y": 50, "server.b.monthly_1y": 150 },
      1,
      ["b from month 1: the cheapest that fits", "fits.a.month_10.shards_1 = 0", "fits.b.month_10.shards_1 = 1"],
    ],
    [
      "by the first month in which it is, while the one that was taken is told by the month that needs most",
      {
        ...needing("month < 6 ? 5 : month < 9 ? 15 : 18"),
        "cloud.commitment": "1-year",
        "server.a.monthly_1y": 50,
        "server.b.monthly_1y": 150,
      },
      1,
      ["b from month 1: the cheapest that fits", "fits.a.month_6.shards_1 = 0", "fits.b.month_9.shards_1 = 1"],
    ],
    [
      "one that was taken for its month, since none lasts the stay",
      { ...needing("month < 14 ? 5 : 45"), "cloud.commitment": "3-year" },
      1,
      ["a from month 1: the cheapest that fits", "fits.a.month_1.shards_1 = 1"],
    ],
    [
      "storage",
      { ...needing("5"), "data.tb": 15, "server.a.storage_tb": 10, "server.b.storage_tb": 20, "server.c.storage_tb": 40 },
      1,
      ["b from month 1: the cheapest that fits", "fits.a.month_1.shards_1 = 0", "fits.b.month_1.shards_1 = 1"],
    ],
    [
      "disk operations, in the month with most of them",
      {
        ...needing("month == 4 ? 8 : 5"),
        "demand.iops_per_tx": 10,
        "server.a.iops": 60,
        "server.b.iops": 120,
        "cloud.commitment": "1-year",
        "server.a.monthly_1y": 50,
        "server.b.monthly_1y": 150,
      },
      1,
      ["b from month 1: the cheapest that fits", "fits.a.month_4.shards_1 = 0", "fits.b.month_4.shards_1 = 1"],
    ],
    [
      "with shards, by what each of them needs",
      needing("month < 5 ? 30 : 50"),
      1,
      ["c from month 5: the cheapest that fits", "fits.b.month_5.shards_2 = 0", "fits.c.month_5.shards_2 = 1"],
    ],
  ])("the server: %s", (_what, given, year, expected) => {
    const evidence = evidenceFor("server_shape", "capacity.cores", { ...LADDER, ...given }, "vertical", year);
    expect(evidence.filter((each) => !each.startsWith("cost_in"))).toEqual([...expected, "vertical.hosting = cloud"]);
  });

  it.each<readonly [string, Given, readonly string[]]>([
    ["rents of the month, beside the next that fits", needing("5"), ["cost_in_month_1.a = 100", "cost_in_month_1.b = 180"]],
    [
      "a cheaper one that is too small is not the next",
      needing("month < 3 ? 5 : 15"),
      ["cost_in_month_3.b = 180", "cost_in_month_3.c = 500"],
    ],
    ["no other fits", needing("month < 3 ? 5 : 30"), ["cost_in_month_3.c = 500"]],
    [
      "of all servers",
      { ...needing("month < 3 ? 5 : 15"), "vertical.standby": 1 },
      ["cost_in_month_3.b = 360", "cost_in_month_3.c = 1000"],
    ],
    [
      "rents of the longest stay",
      { ...needing("5"), "cloud.commitment": "1-year", "server.b.monthly_1y": 90 },
      ["cost_in_months_1_to_12.b = 1080", "cost_in_months_1_to_12.a = 1200"],
    ],
    [
      "a subscription of 120 a year and core",
      { ...needing("5"), "license.db.price": 120, "license.db.model": "subscription" },
      ["cost_in_month_1.a = 200", "cost_in_month_1.b = 380"],
    ],
    // Half of a price in 12 of 24 months; 10 of maintenance in each.
    [
      "prices by the months that the server serves, with its maintenance",
      { ...needing("5"), "vertical.hosting": "owned", "hardware.maintenance": 0.12 },
      ["cost_in_months_1_to_12.a = 620", "cost_in_months_1_to_12.b = 1116"],
    ],
    // Of the licenses of 40 cores, 20 are held when the server is too small; 20 more are 2,400 for the last 10 months.
    [
      "licenses that are held",
      { ...needing("month < 15 ? 15 : 30"), "license.db.price": 120, "license.db.support": 0 },
      ["cost_in_month_15.c = 740"],
    ],
  ])("what the server costs: %s", (_what, given, expected) => {
    const evidence = evidenceFor("server_shape", "capacity.cores", { ...LADDER, ...given }, "vertical", 2);
    expect(evidence.filter((each) => each.startsWith("cost_in"))).toEqual(expected);
  });

  it.each<readonly [string, Given, readonly string[]]>([
    ["one is enough", needing("30"), ["1: one server is enough in every month so far", ""]],
    [
      "two, since the largest server was too small with one",
      needing("month < 5 ? 30 : 50"),
      ["2 from month 5: the fewest that fit", "fits.c.month_5.shards_1 = 0", "fits.c.month_5.shards_2 = 1"],
    ],
    [
      "from the first month on, compared with one",
      needing("50"),
      ["2 from month 1: the fewest that fit", "fits.c.month_1.shards_1 = 0", "fits.c.month_1.shards_2 = 1"],
    ],
    [
      "compared with those before, and not with one",
      { ...needing("month < 26 ? 50 : 90"), "plan.years": 3 },
      ["3 from month 26: the fewest that fit", "fits.c.month_26.shards_2 = 0", "fits.c.month_26.shards_3 = 1"],
    ],
    [
      "an upgrade in the same month is not the reason",
      needing("month < 5 ? 5 : 50"),
      ["2 from month 5: the fewest that fit", "fits.c.month_5.shards_1 = 0", "fits.c.month_5.shards_2 = 1"],
    ],
    [
      "data in a shard",
      { ...needing("5"), "data.tb": 15, "shard.max_tb": 10 },
      ["2 from month 1: the fewest that fit", "fits.a.month_1.shards_1 = 0", "fits.a.month_1.shards_2 = 1"],
    ],
    [
      "an edition's cores",
      { ...needing("15"), "license.small.price": 0, "license.small.max_cores": 19 },
      ["2 from month 1: the fewest that fit", "license.small.max_cores = 19", "fits.a.month_1.shards_2 = 1"],
    ],
    [
      "an edition's sockets",
      { ...needing("35"), "license.small.price": 0, "license.small.max_sockets": 1, "server.b.sockets": 2, "server.c.sockets": 2 },
      [
        "4 from month 1: the fewest that fit",
        "license.small.max_sockets = 1",
        "fits.a.month_1.shards_3 = 0",
        "fits.a.month_1.shards_4 = 1",
      ],
    ],
    [
      "more than one more, since one fewer is too small in the same month",
      needing("month < 5 ? 30 : 100"),
      ["3 from month 5: the fewest that fit", "fits.c.month_5.shards_1 = 0", "fits.c.month_5.shards_2 = 0", "fits.c.month_5.shards_3 = 1"],
    ],
    // Two of 40 cores are enough for 60, but not for the 90 of month 15, nor for the 100 of month 18.
    [
      "more than fit in the month, since one fewer is too small within the runway",
      needing("month < 5 ? 30 : month < 15 ? 60 : month < 18 ? 90 : 100"),
      [
        "3 from month 5: the fewest that fit for the runway of 24 months",
        "fits.c.month_5.shards_1 = 0",
        "shard.runway_months = 24",
        "fits.c.month_15.shards_2 = 0",
        "fits.c.month_18.shards_3 = 1",
      ],
    ],
    [
      // Four months of a at 80, then twenty of two of them, or of b at 180.
      "what is saved",
      { ...needing("month < 5 ? 8 : 15"), ...CHEAP_SHARDS },
      [
        "2 from month 5: costs less than fewer",
        "shard.when = cheaper",
        "shard.project_cost = 0",
        "shard.cost_per_tb = 0",
        "upgrade.cost = 0",
        "cost_over_plan.a.shards_2 = 3520",
        "cost_over_plan.b.shards_1 = 3920",
        "fits.a.month_5.shards_2 = 1",
      ],
    ],
  ])("the shards: %s", (_what, given, expected) => {
    expect(evidenceFor("shard_count", "shards", { ...LADDER, ...given }, "vertical", Number(given["plan.years"] ?? 2))).toEqual(expected);
  });
});

describe("why the nodes are of their type", () => {
  /** One region of nodes, nothing lost, nothing spare, one copy: 45 cores are 5 nodes of n, 3 of m and 2 of o. */
  const PLAIN: Given = {
    ...needing("45"),
    ...PLAIN_REGION,
  };
  const N = { n: { cores: 10, monthly: 100, price: 1000 } };
  const TYPES = servers({ ...N, m: { cores: 20, monthly: 210, price: 1500 }, o: { cores: 40, monthly: 300, price: 4000 } });
  /** People cost their salary and nothing beside it. */
  const PAY_ALONE: Given = {
    "staff.loaded": 1,
    "staff.automation": 0,
    "staff.wage_growth": 0,
    "staff.training_cost": 0,
    "staff.turnover_vertical": 0,
    "staff.learning_months": 0,
    "staff.oncall_floor_horizontal": 0,
    "staff.contractor_share": 0,
  };
  const OWNED: Given = { ...TYPES, "horizontal.hosting": "owned" };

  it.each<readonly [string, Given, Architecture, readonly string[]]>([
    [
      "rents of 24 months, beside those of the next",
      TYPES,
      "horizontal",
      ["n: costs least over the plan", "cost_over_plan.n = 12000", "cost_over_plan.o = 14400", "horizontal.hosting = cloud"],
    ],
    [
      "tools and security of every node count",
      { ...TYPES, "platform.tools_cost": 720, "security.cost_per_endpoint": 480 },
      "horizontal",
      ["o: costs least over the plan", "cost_over_plan.o = 19200", "cost_over_plan.m = 22320", "horizontal.hosting = cloud"],
    ],
    [
      "prices, where they are bought",
      OWNED,
      "horizontal",
      ["m: costs least over the plan", "cost_over_plan.m = 4500", "cost_over_plan.n = 5000", "horizontal.hosting = owned"],
    ],
    [
      "prices after the discount, of the most nodes of any month",
      { ...OWNED, ...needing("month < 13 ? 45 : 65"), "hardware.discount": 0.1 },
      "horizontal",
      ["m: costs least over the plan", "cost_over_plan.m = 5400", "cost_over_plan.n = 6300", "horizontal.hosting = owned"],
    ],
    [
      "the distributed half of a hybrid, with the rent of the central half, which is in the same line",
      { ...TYPES, "hybrid.central_share": 0.5 },
      "hybrid",
      ["n: costs least over the plan", "cost_over_plan.n = 14400", "cost_over_plan.o = 14400", "horizontal.hosting = cloud"],
    ],
    [
      "there is no other",
      servers(N),
      "horizontal",
      ["n: costs least over the plan", "cost_over_plan.n = 12000", "horizontal.hosting = cloud"],
    ],
    [
      "licenses weigh too: at 10 a core 50 cores of n are 500, 80 of o 800",
      { ...TYPES, "license.db.price": 10, "license.db.metric": "core" },
      "horizontal",
      [
        "n: costs least over the plan",
        "cost_over_plan.n = 12500",
        "cost_over_plan.o = 15200",
        "horizontal.hosting = cloud",
        "license.db.price = 10",
      ],
    ],
    [
      "people: one for 2 nodes at 2,400 a year for 24 months",
      { ...TYPES, ...PAY_ALONE, "role.ops.driver": "nodes", "role.ops.ratio": 2, "role.ops.salary": 2400 },
      "horizontal",
      ["o: costs least over the plan", "cost_over_plan.o = 19200", "cost_over_plan.m = 22320", "horizontal.hosting = cloud"],
    ],
  ])("%s", (_what, given, architecture, expected) => {
    expect(evidenceFor("node_type", "nodes", { ...PLAIN, ...given }, architecture, 1)).toEqual(expected);
  });
});
