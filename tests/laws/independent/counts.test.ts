import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { effectiveCapacity, largestUsefulCluster, smallestNodes } from "../../../src/engine/capacity/scalability";
import { monthsOf, NOTHING_COSTS, ONE_CORE_PER_VOLUME, projected, projectionOf, servers } from "../../engine/projected";
import type { Given } from "../../engine/projected";
import { SEED } from "../generator";

const usl = (n: number, s: number, k: number): number => n / (1 + s * (n - 1) + k * n * (n - 1));
const LIMIT = 20000;

/** Fewest nodes that reach a capacity, by counting up while it still helps. */
function countedUp(target: number, s: number, k: number): number {
  for (let n = 1; n <= LIMIT; n++) {
    if (usl(n, s, k) * (1 + 1e-9) >= target) return n;
    if (k > 0 && usl(n + 1, s, k) < usl(n, s, k)) return Infinity;
  }
  return Infinity;
}

const share = (max: number): fc.Arbitrary<number> => fc.oneof(fc.constant(0), fc.double({ min: 1e-5, max, noNaN: true }));
const runs = { seed: SEED, numRuns: 300 };

describe(`counts, by counting up (seed ${SEED})`, () => {
  it("capacity is the scalability law, and the fewest nodes are those of its lower root", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 60, noNaN: true }), share(0.1), share(0.002), (target, s, k) => {
        expect(effectiveCapacity(7, s, k)).toBeCloseTo(usl(7, s, k), 12);
        expect(smallestNodes(target, s, k)).toBe(countedUp(target, s, k));
      }),
      runs,
    );
  });

  it("a useful cluster grows to the first count that reaches the share of the highest capacity", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-4, max: 0.2, noNaN: true }),
        fc.double({ min: 1e-5, max: 0.01, noNaN: true }),
        fc.double({ min: 0.1, max: 0.99, noNaN: true }),
        (s, k, limit) => {
          let highest = 0;
          for (let n = 1; n <= LIMIT && usl(n, s, k) >= highest; n++) highest = usl(n, s, k);
          expect(largestUsefulCluster(s, k, limit)).toBe(countedUp(limit * highest, s, k));
        },
      ),
      runs,
    );
  });

  it("a region has the nodes that counting up gives, in the fewest equal cells, with spare, minimum and zones", () => {
    const drawn = fc.record({
      cores: fc.integer({ min: 1, max: 900 }),
      contention: fc.double({ min: 0.01, max: 0.1, noNaN: true }),
      coherency: share(0.002),
      limit: fc.double({ min: 0.3, max: 0.95, noNaN: true }),
      spare: fc.integer({ min: 0, max: 3 }),
      zones: fc.integer({ min: 1, max: 4 }),
      tb: fc.integer({ min: 0, max: 400 }),
    });
    fc.assert(
      fc.property(drawn, ({ cores, contention: s, coherency: k, limit, spare, zones, tb }) => {
        const given: Given = {
          ...NOTHING_COSTS,
          ...ONE_CORE_PER_VOLUME,
          ...servers({ n: { cores: 8, storage_tb: 4, monthly: 1 } }),
          "plan.years": 1,
          "demand.volume": cores,
          "demand.read_share": 1,
          "data.tb": tb,
          "data.index_overhead": 0,
          "data.working_set": 0,
          "capacity.storage_fill": 1,
          "horizontal.regions": 1,
          "horizontal.replication": 2,
          "horizontal.contention": s,
          "horizontal.coherency": k,
          "horizontal.cell_limit": limit,
          "horizontal.overhead_share": 0.2,
          "horizontal.spare": spare,
          "horizontal.zones": zones,
          "horizontal.min_nodes": 3,
        };
        let highest = k === 0 ? 1 / s : 0;
        for (let n = 1; k > 0 && n <= LIMIT && usl(n, s, k) >= highest; n++) highest = usl(n, s, k);
        const most = usl(countedUp(limit * highest, s, k), s, k);
        const need = cores / 0.8 / 8;
        let cells = 1;
        while (need / cells > most * (1 + 1e-9)) cells++;
        const forLoad = cells * countedUp(need / cells, s, k);
        const wanted = Math.max(3, Math.max(forLoad, Math.ceil((2 * tb) / 4)) + spare);
        let nodes = wanted;
        while (nodes % zones !== 0) nodes++;
        expect(monthsOf(projected(given, "horizontal"), "nodes")[0]).toBe(nodes);
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  it("the shards are the smallest count that carries the runway, month after month", () => {
    const drawn = fc.record({
      volume: fc.integer({ min: 1, max: 120 }),
      growth: fc.double({ min: -0.3, max: 0.9, noNaN: true }),
      skew: fc.double({ min: 1, max: 2, noNaN: true }),
      reads: fc.double({ min: 0, max: 1, noNaN: true }),
      crossWrite: fc.double({ min: 0, max: 1, noNaN: true }),
      penalty: fc.double({ min: 0, max: 2, noNaN: true }),
      crossRead: fc.double({ min: 0, max: 0.5, noNaN: true }),
      overhead: fc.double({ min: 0, max: 1, noNaN: true }),
      replicas: fc.integer({ min: 0, max: 3 }),
      runway: fc.integer({ min: 1, max: 30 }),
    });
    fc.assert(
      fc.property(drawn, ({ volume, growth, skew, reads, crossWrite, penalty, crossRead, overhead, replicas, runway }) => {
        const needAt = (month: number, k: number): number => {
          const h = k === 1 ? 1 : Math.min(1, skew / k);
          const write = k === 1 ? 1 : h * (1 + crossWrite * penalty);
          const read = k === 1 ? 1 : h * (1 - crossRead) + crossRead * (1 / k + overhead * (1 - 1 / k));
          return volume * (1 + growth) ** (month / 12) * ((reads * read) / (1 + replicas) + (1 - reads) * write);
        };
        const carries = (k: number, from: number, to: number): boolean =>
          Array.from({ length: to - from + 1 }, (_, index) => needAt(from + index, k)).every((need) => need <= 10 * (1 + 1e-9));
        const smallest = (from: number, to: number, above: number): number => {
          for (let k = above + 1; k <= 1024; k++) if (carries(k, from, to)) return k;
          return Infinity;
        };
        const expected: number[] = [];
        for (let month = 1, k = 1; month <= 60; month++) {
          if (!carries(k, month, month)) {
            const lasting = smallest(month, Math.min(month + runway - 1, 60), k);
            k = lasting === Infinity ? smallest(month, month, k) : lasting;
          }
          expected.push(k);
        }
        const given: Given = {
          ...NOTHING_COSTS,
          ...ONE_CORE_PER_VOLUME,
          ...servers({ only: { cores: 10, monthly: 1 } }),
          "demand.volume": volume,
          "demand.growth": growth,
          "demand.read_share": reads,
          "shard.skew": skew,
          "shard.cross_write": crossWrite,
          "shard.write_penalty": penalty,
          "shard.cross_read": crossRead,
          "shard.read_overhead": overhead,
          "shard.runway_months": runway,
          "vertical.read_replicas": replicas,
        };
        const projection = projectionOf(given, "vertical");
        const found = projection.feasible ? monthsOf(projection, "shards") : projection.infeasibility.month;
        expect(found).toEqual(expected.includes(Infinity) ? expected.indexOf(Infinity) + 1 : expected);
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  it("the node type is the one whose plan costs least when it is the only one", () => {
    const type = fc.record({
      cores: fc.integer({ min: 1, max: 64 }),
      cost: fc.integer({ min: 10, max: 900 }),
      // The least is as much as every node needs for itself, or less: such a type carries no data.
      memory: fc.constantFrom(8, 16, 64, 320),
    });
    const setting = fc.record({
      metric: fc.constantFrom("core", "server", "vcpu", "socket", "processor", "user"),
      model: fc.constantFrom("perpetual", "subscription"),
      price: fc.constantFrom(0, 40, 400, 9000),
      uplift: fc.constantFrom(0, 0.25),
      inflation: fc.constantFrom(-0.1, 0, 0.1),
      cloud: fc.constantFrom(-0.2, 0, 0.1),
      growth: fc.constantFrom(-0.3, 0, 0.3),
      regions: fc.integer({ min: 1, max: 3 }),
      tb: fc.constantFrom(0, 2, 40),
      coherency: fc.constantFrom(0, 0.001),
      elastic: fc.constantFrom(0, 0.8),
      driver: fc.constantFrom("nodes", "servers", "regions"),
      ratio: fc.constantFrom(2, 40),
      minimum: fc.constantFrom(0, 2),
      oncall: fc.boolean(),
      floor: fc.constantFrom(0, 3, 8),
      current: fc.constantFrom("vertical", "horizontal"),
    });
    const costOf = (given: Given): number => {
      const projection = projectionOf(given, "horizontal");
      return projection.feasible ? projection.total.reduce((sum, value) => sum + value, 0) : Infinity;
    };
    fc.assert(
      fc.property(fc.array(type, { minLength: 2, maxLength: 5 }), setting, (types, drawn) => {
        const base: Given = {
          "plan.years": 3,
          "demand.growth": drawn.growth,
          "data.tb": drawn.tb,
          "license.db.metric": drawn.metric,
          "license.db.model": drawn.model,
          "license.db.price": drawn.price,
          "license.db.support": 0.2,
          "license.uplift": drawn.uplift,
          "prices.inflation": drawn.inflation,
          "cloud.price_change": drawn.cloud,
          "horizontal.regions": drawn.regions,
          "horizontal.coherency": drawn.coherency,
          "horizontal.elastic_share": drawn.elastic,
          "horizontal.hosting": "cloud",
          "role.watch.driver": "sites",
          "role.watch.ratio": 3,
          "role.watch.salary": 60000,
          "role.ops.driver": drawn.driver,
          "role.ops.ratio": drawn.ratio,
          "role.ops.fixed": 0.5,
          "role.ops.minimum": drawn.minimum,
          "role.ops.salary": 110000,
          "role.ops.oncall": drawn.oncall,
          "staff.oncall_floor_horizontal": drawn.floor,
          "staff.contractor_share": 0.1,
          "plan.current": drawn.current,
        };
        const rowsOf = (all: readonly (typeof types)[number][]): Given =>
          servers(Object.fromEntries(all.map(({ cores, cost, memory }, t) => [`t${t}`, { cores, monthly: cost, memory_gib: memory }])));
        const least = Math.min(...types.map((one) => costOf({ ...base, ...rowsOf([one]) })));
        const chosen = costOf({ ...base, ...rowsOf(types) });
        expect(chosen === least || Math.abs(chosen - least) <= 1e-9 * Math.abs(least)).toBe(true);
      }),
      { seed: SEED, numRuns: 150 },
    );
  }, 60_000);
});
