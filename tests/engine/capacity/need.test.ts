import { describe, expect, it } from "vitest";
import { at, bare, projected, projectionOf, servers } from "../projected";
import type { Given } from "../projected";

const GIB = 1e12 / 2 ** 30;
const of = (given: Given): ReturnType<typeof projected> =>
  projected(bare({ "demand.volume": 90, "plan.years": 1, ...servers({ s: { cores: 1000, memory_gib: 1e6, monthly: 1 } }), ...given }));

describe("what the workload needs of one server", () => {
  it.each<readonly [string, Given, string, number]>([
    ["as many cores as are busy, over the target", { "capacity.target_utilization": 0.6 }, "need.cores", 150],
    ["busy cores are rate times CPU time", { "demand.cpu_ms": 20 }, "need.cores", 1.8],
    [
      "by square root the reserve is a multiple of the root, best tier",
      { "capacity.rule": "square-root", "capacity.quality": 0, "demand.volume": 100 },
      "need.cores",
      123.75,
    ],
    ["second tier", { "capacity.rule": "square-root", "capacity.quality": 1, "demand.volume": 100 }, "need.cores", 117.61],
    ["third tier", { "capacity.rule": "square-root", "capacity.quality": 2, "demand.volume": 100 }, "need.cores", 111.6],
    ["last tier", { "capacity.rule": "square-root", "capacity.quality": 3, "demand.volume": 100 }, "need.cores", 110],
    [
      "memory is the working set and the server's base",
      { "data.tb": 10, "data.working_set": 0.02, "capacity.base_memory": 16 },
      "need.memory_gib",
      0.2 * GIB + 16,
    ],
    [
      "storage is data with indexes at the highest fill",
      { "data.tb": 10, "data.index_overhead": 0.3, "capacity.storage_fill": 0.8 },
      "need.storage_tb",
      16.25,
    ],
    ["disk operations are not modeled at 0 each", {}, "need.iops", 0],
    ["disk operations by transaction", { "demand.iops_per_tx": 3 }, "need.iops", 270],
    [
      "replicas share the reads, not the writes",
      { "vertical.read_replicas": 1, "demand.read_share": 0.8 },
      "need.cores",
      2 * 90 * (0.8 / 2 + 0.2),
    ],
    ["replicas each hold the data", { "vertical.read_replicas": 2, "data.tb": 10 }, "need.storage_tb", 30],
    [
      "a core offers its speed by the scalability law",
      { "vertical.contention": 0.01, "server.s.speed": 1.5, "server.s.cores": 101, "demand.volume": 50 },
      "capacity.cores",
      (1.5 * 101) / 2,
    ],
    [
      "with coherency it peaks",
      { "vertical.coherency": 0.001, "server.s.cores": 200, "demand.volume": 1 },
      "capacity.cores",
      200 / (1 + 0.001 * 200 * 199),
    ],
    ["storage without a bound is as large as needed", { "data.tb": 10 }, "capacity.storage_tb", 10],
    ["bounded storage is what the shape has", { "data.tb": 10, "server.s.storage_tb": 12 }, "capacity.storage_tb", 12],
    ["utilization is that of the scarcest: cores", {}, "utilization", 0.09],
    ["or storage", { "data.tb": 10, "server.s.storage_tb": 12 }, "utilization", 10 / 12],
    ["or memory", { "capacity.base_memory": 500000 }, "utilization", 0.5],
    ["or disk operations", { "demand.iops_per_tx": 1, "server.s.iops": 100 }, "utilization", 0.9],
    ["or the data that one shard may hold", { "data.tb": 48, "shard.max_tb": 64 }, "utilization", 0.75],
  ])("%s", (_, given, line, expected) => {
    expect(at(of(given), line, 1)).toBeCloseTo(expected, 9);
  });

  it("what just fits, within rounding, fits", () => {
    expect(at(of({ "demand.tps_per_volume": 0.1 + 0.2, "server.s.cores": 27, "demand.volume": 90 }), "shards", 1)).toBe(1);
  });
});

describe("a plan that nothing carries says why", () => {
  const small: Given = { "server.s.cores": 10, "server.s.memory_gib": 100, "shard.cross_write": 1, "shard.write_penalty": 0 };
  it.each<readonly [string, Given, "vertical" | "horizontal", object]>([
    [
      "cores",
      { ...small, "demand.volume": 20000 },
      "vertical",
      { part: "vertical", month: 1, dimension: "cores", shape: "s", available: 10 },
    ],
    ["memory of the base", { ...small, "capacity.base_memory": 101 }, "vertical", { dimension: "memory", needed: 101, available: 100 }],
    [
      "data that grows too fast for its storage",
      { ...small, "server.s.storage_tb": 0.01, "data.tb": 20 },
      "vertical",
      { dimension: "storage" },
    ],
    [
      "data that shards may not hold",
      { ...small, "shard.max_tb": 0.01, "data.tb": 20 },
      "vertical",
      { dimension: "shard data", needed: 20 / 1024, available: 0.01 },
    ],
    [
      "an edition's limit of cores",
      { ...small, "license.db.price": 1, "license.db.max_cores": 8 },
      "vertical",
      { dimension: "license", needed: 10, available: 8 },
    ],
    [
      "an edition's limit of sockets",
      { ...small, "license.db.price": 1, "license.db.max_sockets": 1, "server.s.sockets": 4 },
      "vertical",
      { dimension: "license", needed: 4, available: 1 },
    ],
    ["no shape at all", { "vertical.hosting": "owned" }, "vertical", { dimension: "none", month: 1 }],
    [
      "nodes that their own base fills",
      { ...small, "capacity.base_memory": 101 },
      "horizontal",
      { part: "horizontal", dimension: "memory" },
    ],
    [
      "nodes that an edition refuses",
      { ...small, "license.db.price": 1, "license.db.max_cores": 8 },
      "horizontal",
      { dimension: "license", needed: 10, available: 8 },
    ],
    [
      "the month in which it begins",
      { ...small, "demand.volume": 9000, "demand.curve": "linear", "demand.growth": 1.5, "demand.sites": 1 },
      "vertical",
      { month: 2 },
    ],
  ])("%s", (_, given, architecture, expected) => {
    const base = bare({ "demand.volume": 90, "plan.years": 1, ...servers({ s: { cores: 1000, monthly: 1 } }) });
    const projection = projectionOf({ ...base, ...given }, architecture);
    expect(projection).toMatchObject({ feasible: false, infeasibility: expected });
  });

  /** Two servers that the edition refuses, by a third of their cores and by two thirds of their sockets: the first is nearer. */
  const REFUSED: Given = {
    "vertical.hosting": "owned",
    "license.db.price": 1,
    "license.db.max_cores": 16,
    "license.db.max_sockets": 1,
    ...servers({ one: { cores: 24, sockets: 1, price: 1, memory_gib: 100 }, other: { cores: 16, sockets: 3, price: 1, memory_gib: 100 } }),
  };

  it.each<readonly [string, Given, object]>([
    ["the server nearest to the limit of an edition is named", {}, { shape: "one", dimension: "license", needed: 24, available: 16 }],
    ["whichever stands first", { "license.db.max_sockets": 2 }, { shape: "one", needed: 24, available: 16 }],
    ["sockets as well", { "license.db.max_sockets": 2, "license.db.max_cores": 12 }, { shape: "other", needed: 16, available: 12 }],
    [
      "what is further away than the limit is named instead",
      { "capacity.base_memory": 200 },
      { dimension: "memory", needed: 200, available: 100 },
    ],
    ["as far away, the limit is named", { "capacity.base_memory": 150 }, { shape: "one", dimension: "license" }],
  ])("%s", (_, given, expected) => {
    const projection = projectionOf(bare({ "demand.volume": 5, "plan.years": 1, ...REFUSED, ...given }), "vertical");
    expect(projection).toMatchObject({ feasible: false, infeasibility: { part: "vertical", month: 1, ...expected } });
  });

  /** One region of one copy, of nodes whose memory the base takes whole; data come in month 4. */
  const FULL: Given = {
    ...bare({ "demand.volume": 5, "plan.years": 1, "plan.start": "2027-01-01", "data.working_set": 0.5 }),
    "horizontal.regions": 1,
    "horizontal.replication": 1,
    "horizontal.global_share": 0,
    "integration.horizontal_months": 0,
    "capacity.base_memory": 20,
    "deal.new.close": "2027-04-01",
    "deal.new.tb": 2,
  };
  const without = (name: string, row: Given): Given => servers({ [name]: { cores: 10, memory_gib: 64, monthly: 1, ...row } });

  it.each<readonly [string, Given, object]>([
    ["memory when the data come", without("s", { memory_gib: 20 }), { month: 4, dimension: "memory", shape: "s", available: 20 }],
    [
      "storage when the data come",
      without("s", { storage_tb: 0 }),
      { month: 4, dimension: "storage", shape: "s", needed: 2, available: 0 },
    ],
    [
      "disk operations from the start",
      { ...without("s", { iops: 0 }), "demand.iops_per_tx": 3 },
      { month: 1, dimension: "iops", shape: "s", needed: 15, available: 0 },
    ],
    [
      "something in every type, from the month in which the last one lacks it",
      { ...without("s", { memory_gib: 20 }), ...without("t", { iops: 0 }), "demand.iops_per_tx": 3 },
      { month: 4, dimension: "memory", shape: "s" },
    ],
    [
      "all, where no row is for nodes",
      without("s", { role: "vertical" }),
      { month: 1, dimension: "none", shape: "", needed: 5, available: 0 },
    ],
  ])("nodes lack %s", (_, rows, expected) => {
    const projection = projectionOf({ ...FULL, ...rows }, "horizontal");
    expect(projection).toMatchObject({ feasible: false, infeasibility: { part: "horizontal", ...expected } });
  });

  it("what nodes lack of memory is told with what each of them needs for itself", () => {
    const projection = projectionOf({ ...FULL, ...without("s", { memory_gib: 20 }) }, "horizontal");
    expect(projection.feasible || projection.infeasibility.needed).toBeCloseTo(20 + (0.5 * 2 * 1e12) / 2 ** 30, 6);
  });

  it.each(["iops", "storage_tb"])("a node without %s serves where none is needed", (field) => {
    const given = bare({ "plan.years": 1, "demand.volume": 5, ...servers({ n: { cores: 8, monthly: 1, [field]: 0 } }) });
    expect(projectionOf(given, "horizontal").feasible).toBe(true);
  });
});
