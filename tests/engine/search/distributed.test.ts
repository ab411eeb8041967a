import { describe, expect, it } from "vitest";
import { at, bare, monthsOf, near, PLAIN_REGION, projected, servers } from "../projected";
import type { Given } from "../projected";

/** One region of nodes of ten cores, nothing lost, nothing spare, one copy. */
const PLAIN: Given = {
  "plan.years": 2,
  ...PLAIN_REGION,
  ...servers({ n: { cores: 10, memory_gib: 100, monthly: 100, price: 1000 } }),
};
const of = (given: Given): ReturnType<typeof projected> => projected(bare({ ...PLAIN, ...given }), "horizontal");
const needing = (formula: string): Given => ({ "demand.curve": "formula", "demand.formula": formula });
const GIB = 1e12 / 2 ** 30;

/** A tenth more chance with each server: 0.1 x 1 M a year for three more servers is 2,500 a month. */
const BREACHES: Given = { "security.breach_probability": 0.1, "security.breach_cost": 1e6, "security.breach_endpoint_share": 0.1 };

/** A person for ten effective cores; a rent of 500 for 48 of them is dearer than 400 for 40. */
const CORES_PAY: Given = { "role.ops.driver": "capacity.cores", "role.ops.ratio": 10, "role.ops.salary": 24000, "staff.loaded": 1 };

describe("nodes", () => {
  it.each<readonly [string, Given, number]>([
    ["carry the load in whole nodes", needing("45"), 5],
    ["lose a share to orchestration", { ...needing("45"), "horizontal.overhead_share": 0.1 }, 5],
    ["and one more node when that is too much", { ...needing("46"), "horizontal.overhead_share": 0.1 }, 6],
    ["of faster cores are fewer", { ...needing("45"), "server.n.speed": 1.5 }, 3],
    [
      "hold the memory beside their own base",
      { ...needing("1"), "data.tb": 1, "data.working_set": 0.25, "capacity.base_memory": 20 },
      Math.ceil((0.25 * GIB) / 80),
    ],
    ["hold the storage", { ...needing("1"), "data.tb": 9, "server.n.storage_tb": 2 }, 5],
    ["hold every copy", { ...needing("1"), "data.tb": 9, "server.n.storage_tb": 2, "horizontal.replication": 2 }, 9],
    ["serve the disk operations", { ...needing("45"), "demand.iops_per_tx": 10, "server.n.iops": 60 }, 8],
    ["write on every copy", { ...needing("45"), "demand.read_share": 0.6, "horizontal.replication": 3 }, 9],
    ["have their spare", { ...needing("45"), "horizontal.spare": 2 }, 7],
    ["are at least the minimum", { ...needing("1"), "horizontal.min_nodes": 3 }, 3],
    ["the spare counts toward the minimum", { ...needing("11"), "horizontal.min_nodes": 3, "horizontal.spare": 1 }, 3],
    ["come in multiples of the zones, after the spare", { ...needing("45"), "horizontal.zones": 3, "horizontal.spare": 1 }, 6],
    ["divide over the regions", { ...needing("45"), "horizontal.regions": 2 }, 2 * 3],
    [
      "what every region needs is in every region",
      { ...needing("45"), "horizontal.regions": 2, "demand.read_share": 0, "horizontal.global_share": 0.5 },
      2 * 4,
    ],
    ["contend by the scalability law", { ...needing("45"), "horizontal.contention": 0.05, "horizontal.cell_limit": 0.99 }, 6],
    [
      "split into cells where one cluster would grow too far",
      { ...needing("45"), "horizontal.contention": 0.2, "horizontal.cell_limit": 0.5 },
      8,
    ],
  ])("%s", (_, given, nodes) => {
    expect(at(of(given), "nodes", 1)).toBe(nodes);
  });

  it("are of the type with the least rent, tools, security and licenses over the plan", () => {
    const two = { ...needing("40"), "server.big.cores": 40, "server.big.memory_gib": 400, "server.big.monthly": 500 };
    const coresAt = (given: Given): number => at(of({ ...two, ...given }), "nodes", 1);
    expect([
      coresAt({}),
      coresAt({ "platform.tools_cost": 600 }),
      coresAt({ "security.cost_per_endpoint": 600 }),
      coresAt({ "license.db.metric": "node", "license.db.model": "subscription", "license.db.price": 600 }),
      coresAt({ "license.db.metric": "core", "license.db.model": "subscription", "license.db.price": 600 }),
    ]).toEqual([4, 1, 1, 1, 4]);
  });

  it.each<readonly [string, Given, number]>([
    ["of one's own for each node", { "custom.agent.formula": "nodes * 60" }, 1],
    ["of one's own that counts for less with more of them", { "custom.rebate.formula": "0 - nodes * 60" }, 4],
    ["of a breach that more servers make likelier", BREACHES, 1],
    ["of people who follow the capacity in service", { ...CORES_PAY, "server.big.speed": 1.2 }, 4],
  ])("are of the type with the least cost of every line that follows from them: %s", (_, given, nodes) => {
    const two = { ...needing("40"), "server.big.cores": 40, "server.big.memory_gib": 400, "server.big.monthly": 500 };
    expect(at(of({ ...two, ...given }), "nodes", 1)).toBe(nodes);
  });

  it("the first of two equal types is taken", () => {
    const same = { "server.a.cores": 10, "server.a.memory_gib": 900, "server.a.monthly": 100 };
    expect(at(of({ ...needing("45"), ...same }), "capacity.memory_gib", 1)).toBe(500);
  });
});

describe("the capacity of nodes", () => {
  /** Two regions that need 22.5 cores each: two nodes of 13.5 cores after orchestration, together worth 2 / 1.05 of one. */
  const given: Given = {
    ...needing("45"),
    "horizontal.regions": 2,
    "horizontal.overhead_share": 0.1,
    "horizontal.contention": 0.05,
    "server.n.speed": 1.5,
    "server.n.storage_tb": 3,
    "server.n.iops": 70,
    "capacity.base_memory": 20,
  };

  it.each([
    ["nodes", 4],
    ["capacity.cores", (2 * 2 * 13.5) / 1.05],
    ["capacity.memory_gib", 4 * 80],
    ["capacity.storage_tb", 4 * 3],
  ])("%s", (line, value) => {
    expect(at(of(given), line, 1)).toBeCloseTo(value, 9);
  });

  // A cluster has at most 36 nodes, which are worth 4.5.
  const clustered = { ...needing("1"), "horizontal.contention": 0.2, "horizontal.cell_limit": 0.9 };

  it.each<readonly [string, Given, number]>([
    ["of one cluster", { ...clustered, "horizontal.min_nodes": 36 }, 10 * 4.5],
    ["of two when its nodes are more than one holds", { ...clustered, "horizontal.min_nodes": 72 }, 10 * 2 * 4.5],
    [
      "of as many clusters as its load needs",
      { ...clustered, "demand.formula": "45.5", "horizontal.zones": 12 },
      10 * 2 * (6 / (1 + 0.2 * 5)),
    ],
    ["of all nodes when nothing is lost", { ...needing("1"), "horizontal.min_nodes": 500 }, 10 * 500],
  ])("of a region is that %s", (_, change, cores) => {
    expect(at(of(change), "capacity.cores", 1)).toBeCloseTo(cores, 9);
  });

  it.each<readonly [string, Given, number]>([
    ["the cores", {}, 45 / ((2 * 2 * 13.5) / 1.05)],
    ["the memory", { "data.tb": 0.34, "data.working_set": 1 }, (0.34 * GIB) / (4 * 80)],
    ["the storage", { "data.tb": 11.5 }, 11.5 / 12],
    ["the disk operations", { "demand.iops_per_tx": 6 }, 270 / 280],
  ])("is used up most in %s", (_, change, share) => {
    expect(at(of({ ...given, ...change }), "utilization", 1)).toBeCloseTo(share, 9);
  });
});

describe("what nodes cost", () => {
  it.each<readonly [string, Given, number, number]>([
    ["cloud nodes follow the need up", needing("month < 5 ? 45 : 95"), 5, 1000],
    ["and down", needing("month < 5 ? 95 : 45"), 5, 500],
    [
      "those for the load alone run part of the time",
      { ...needing("45"), "horizontal.elastic_share": 0.5, "demand.peak_to_mean": 2, "demand.tps_per_volume": 0.5 },
      1,
      100 * (5 - 2 + 2 / 2),
    ],
    [
      "those for storage run always",
      {
        ...needing("45"),
        "horizontal.elastic_share": 0.5,
        "demand.peak_to_mean": 2,
        "demand.tps_per_volume": 0.5,
        "data.tb": 3,
        "server.n.storage_tb": 1,
      },
      1,
      100 * (5 - 1 + 1 / 2),
    ],
    [
      "the spare and the zones of the floor too",
      {
        ...needing("45"),
        "horizontal.elastic_share": 1,
        "demand.peak_to_mean": 2,
        "demand.tps_per_volume": 0.5,
        "horizontal.spare": 1,
        "horizontal.zones": 3,
      },
      1,
      100 * (3 + 3 / 2),
    ],
    ["committed nodes have the committed price", { ...needing("45"), "cloud.commitment": "3-year", "server.n.monthly_3y": 60 }, 1, 300],
  ])("%s", (_, given, month, rent) => {
    expect(at(of(given), "cloud.compute", month)).toBeCloseTo(rent, 9);
  });

  it.each<readonly [string, Given, readonly (readonly [number, number])[]]>([
    [
      "owned nodes are bought when missing, the lead time ahead",
      needing("month < 10 ? 45 : 95"),
      [
        [1, 5000],
        [7, 5000],
      ],
    ],
    ["stay when fewer are needed", needing("month < 10 ? 95 : 45"), [[1, 10000]]],
    [
      "are replaced at the end of their life, as many as are needed",
      { ...needing("month < 10 ? 95 : 45"), "hardware.life_years": 1 },
      [
        [1, 10000],
        [10, 5000],
      ],
    ],
    [
      "each batch by itself",
      { ...needing("month < 5 ? 45 : 95"), "hardware.life_years": 1 },
      [
        [1, 5000],
        [2, 5000],
        [10, 5000],
        [14, 5000],
      ],
    ],
  ])("%s", (_, given, expected) => {
    const plan = of({ ...given, "horizontal.hosting": "owned", "capacity.lead_months": 3 });
    expect(monthsOf(plan, "hardware.purchase").flatMap((value, m) => (value > 0 ? [[m + 1, value]] : []))).toEqual(expected);
  });

  it.each<readonly [string, string, Given, readonly (readonly [number, number])[]]>([
    [
      "have the price of the year in which they are paid",
      "month < 15 ? 5 : 55",
      {},
      [
        [1, 1000],
        [12, 5000],
      ],
    ],
    [
      "which is the dearer one a month later",
      "month < 16 ? 5 : 55",
      {},
      [
        [1, 1000],
        [13, 5500],
      ],
    ],
    ["of the first year, whatever is paid ahead of it", "45", { "hardware.price_change": 1 }, [[1, 5000]]],
    ["less the discount", "45", { "hardware.discount": 0.2 }, [[1, 4000]]],
  ])("owned nodes %s", (_, need, given, expected) => {
    const owned = { "horizontal.hosting": "owned", "capacity.lead_months": 3, "hardware.price_change": 0.1 };
    const plan = of({ ...needing(need), ...owned, ...given });
    expect(monthsOf(plan, "hardware.purchase").flatMap((value, m) => (value > 0 ? [[m + 1, near(value)]] : []))).toEqual(expected);
  });

  it("owned nodes that replace worn ones are a refresh in that month; what growth adds is none", () => {
    const plan = of({ ...needing("month < 5 ? 45 : 95"), "horizontal.hosting": "owned", "hardware.life_years": 1 });
    const refresh = { kind: "refresh", shape: "n", shards: 1, dimension: "none" };
    expect(plan.events.filter(({ kind }) => kind === "refresh")).toEqual([
      { ...refresh, month: 13 },
      { ...refresh, month: 17 },
    ]);
  });

  it.each<readonly [string, Given, number]>([
    ["has the lower price over its life", { "server.big.price": 3900 }, 40],
    ["and not the higher one", { "server.big.price": 4100 }, 10],
    [
      "the life and the maintenance are the same for both",
      { "server.big.price": 3900, "hardware.life_years": 9, "hardware.maintenance": 0.3 },
      40,
    ],
    // Two years of 8,760 hours at 0.1 money: a kW costs 1,752.
    [
      "needs less power",
      { "server.big.price": 4100, "power.price": 0.1, "power.utilization": 1, "power.pue": 1, "server.n.kw": 0.1, "server.big.kw": 0.1 },
      40,
    ],
    [
      "needs fewer racks",
      { "server.big.price": 4100, "rack.price": 100, "rack.units": 2, "server.n.rack_units": 1, "server.big.rack_units": 1 },
      40,
    ],
  ])("the owned type that is taken %s", (_, given, memory) => {
    const big = { "server.big.cores": 40, "server.big.memory_gib": 40 };
    const small = { "server.n.memory_gib": 10 };
    const plan = of({ ...needing("40"), ...big, ...small, "horizontal.hosting": "owned", ...given });
    expect(at(plan, "capacity.memory_gib", 1) / at(plan, "nodes", 1)).toBe(memory);
  });

  it("owned nodes are in service from the month in which they are needed", () => {
    const nodes = monthsOf(of({ ...needing("month < 10 ? 45 : 95"), "horizontal.hosting": "owned" }), "nodes");
    expect([nodes[0], nodes[8], nodes[9], nodes[23]]).toEqual([5, 5, 10, 10]);
  });

  it("owned nodes that stay are in service, with their tools", () => {
    const plan = of({ ...needing("month < 10 ? 95 : 45"), "horizontal.hosting": "owned", "platform.tools_cost": 12 });
    expect([at(plan, "nodes", 24), at(plan, "platform.tools", 24)]).toEqual([10, 10]);
  });
});
