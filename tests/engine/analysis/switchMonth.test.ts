import { describe, expect, it } from "vitest";
import { cheapestSwitch, switchCosts } from "../../../src/engine/analysis/switchMonth";
import { metricNamed } from "../../../src/engine/finance/metrics";
import { project } from "../../../src/engine/plan/project";
import { resolveScenario } from "../../../src/engine/catalogue/scenario";
import { reference } from "../../../src/reference/load";
import { bare, mapOf, projected, servers } from "../projected";
import type { Given } from "../projected";

const costsOf = (given: Given): readonly number[] =>
  switchCosts(resolveScenario(mapOf(given), reference), reference).map(({ cost }) => cost ?? Number.NaN);
const npvOf = (given: Given, architecture: "vertical" | "horizontal"): number => metricNamed("npv")!.of(projected(given, architecture))!;

/** A month of the central system costs 100, one of the distributed system (one node in one region) 10; nothing is discounted. */
const PLAIN: Given = bare({
  ...servers({ big: { cores: 10, monthly: 100, role: "vertical" }, small: { cores: 10, monthly: 10, role: "horizontal" } }),
  "plan.years": 2,
  "plan.current": "vertical",
  "demand.volume": 1,
  "demand.sites": 1,
  "demand.growth": 0,
  "finance.discount_rate": 0,
  "prices.inflation": 0,
  "horizontal.regions": 1,
  "horizontal.min_nodes": 1,
  "horizontal.zones": 1,
  "horizontal.spare": 0,
  "horizontal.overhead_share": 0,
  "horizontal.elastic_share": 0,
  "vertical.standby": 0,
  "vertical.dr_share": 0,
  "switch.cost": 600,
  "switch.months": 6,
});

describe("what a plan costs with a switch in each month", () => {
  it("is the central system's months before, the distributed one's from then, and the whole cost of the move", () => {
    const costs = costsOf(PLAIN);
    // Month s: 100 (s - 1) + 10 (24 - s + 1) + 600; one past the plan: 24 x 100 and no move.
    expect(costs.slice(0, 24)).toEqual(
      Array.from({ length: 24 }, (_, index) => expect.closeTo(100 * index + 10 * (24 - index) + 600, 6) as number),
    );
    expect(costs[24]).toBeCloseTo(2400, 6);
  });

  it("a move that starts near the end of the plan counts in full", () => {
    expect(costsOf(PLAIN)[23]).toBeCloseTo(2300 + 10 + 600, 6);
  });

  it("in month 1 it is the distributed system, one past the plan the central one", () => {
    const given: Given = {
      "plan.current": "vertical",
      "demand.volume": 50000,
      "deal.North.close": "2028-01-31",
      "deal.North.volume": 9000,
      "deal.North.legacy_cost": 400000,
      "deal.North.integration_cost": 900000,
    };
    const costs = costsOf(given);
    expect(costs[0]).toBe(npvOf(given, "horizontal"));
    expect(costs.at(-1)).toBe(npvOf(given, "vertical"));
  });

  it("the cheapest month is the first of those that cost least", () => {
    expect(cheapestSwitch([3, 1, undefined, 1].map((cost, index) => ({ month: index + 1, cost })))).toEqual({ month: 2, cost: 1 });
    expect(cheapestSwitch([{ month: 1, cost: undefined }])).toBeUndefined();
  });
});

describe("a system in service for some months", () => {
  const a = resolveScenario(
    mapOf({
      ...PLAIN,
      "vertical.hosting": "owned",
      "horizontal.hosting": "owned",
      "server.big.price": 5000,
      "server.small.price": 700,
      "hardware.maintenance": 0.12,
      "capacity.lead_months": 3,
      "demand.growth": 1.2,
      "demand.volume": 5,
      "license.db.price": 40,
      "license.db.support": 0.25,
      "license.db.metric": "server",
      "shard.project_cost": 9000,
      "shard.project_months": 4,
    }),
    reference,
  );
  const line = (
    architecture: "vertical" | "horizontal",
    service: { first: number; last: number } | undefined,
    id: string,
  ): readonly number[] => {
    const other = architecture === "vertical" ? "horizontal" : "vertical";
    const projection = project(a, architecture, reference, service && { ...service, other });
    if (!projection.feasible) throw new Error("infeasible");
    return Array.from(projection.lines.find((each) => each.id === id)!.values);
  };
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

  it("buys no servers and starts no shard project for months that it does not serve", () => {
    const shardMonth = line("vertical", undefined, "shards").findIndex((shards) => shards > 1) + 1;
    expect(shardMonth).toBeGreaterThan(6);
    const before = { first: 1, last: shardMonth - 1 };
    expect(sum(line("vertical", undefined, "shard.project"))).toBeGreaterThan(0);
    expect(sum(line("vertical", before, "shard.project"))).toBe(0);
    // One server until the shard, whatever its lead time.
    expect(sum(line("vertical", before, "hardware.purchase"))).toBeCloseTo(5000, 6);
  });

  it("buys all its nodes and licenses for the first month, the nodes ahead by their lead time", () => {
    const nodes = line("horizontal", undefined, "nodes")[11];
    const purchases = line("horizontal", { first: 12, last: 24 }, "hardware.purchase");
    expect(purchases.slice(0, 9)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, nodes * 700]);
    const licenses = line("horizontal", { first: 12, last: 24 }, "license.purchase");
    expect(licenses.slice(0, 12)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, nodes * 40]);
  });

  it("pays maintenance and support in its own months only", () => {
    const support = line("vertical", { first: 1, last: 5 }, "license.support");
    expect(support.map((amount) => amount > 0)).toEqual(Array.from({ length: 24 }, (_, index) => index < 5));
    const maintenance = line("horizontal", { first: 20, last: 24 }, "hardware.maintenance");
    expect(maintenance.map((amount) => amount > 0)).toEqual(Array.from({ length: 24 }, (_, index) => index >= 19));
  });
});

describe("a deal that is being moved when the switch comes", () => {
  // Closes at the end of month 3; 12 months to move centrally, 6 distributed; 1,200 for the move, 120 a month for what it runs.
  const given: Given = {
    ...PLAIN,
    "deal.North.close": "2027-03-31",
    "deal.North.volume": 1,
    "deal.North.integration_cost": 1200,
    "deal.North.legacy_cost": 1440,
    "integration.vertical_months": 12,
    "integration.horizontal_months": 6,
    "integration.dual_run_months": 0,
  };
  const a = resolveScenario(mapOf(given), reference);
  const line = (architecture: "vertical" | "horizontal", first: number, last: number, id: string): readonly number[] => {
    const projection = project(a, architecture, reference, { first, last, other: architecture === "vertical" ? "horizontal" : "vertical" });
    if (!projection.feasible) throw new Error("infeasible");
    return Array.from(projection.lines.find((each) => each.id === id)!.values);
  };
  const joined = (id: string): readonly number[] =>
    line("vertical", 1, 9, id).map((amount, m) => amount + line("horizontal", 10, 24, id)[m]);

  it("goes on at the pace of the new system: half in 6 months of 12, the other half in 3 of 6", () => {
    const expected = Array.from({ length: 24 }, (_, index) => (index < 3 ? 0 : index < 9 ? 100 : index < 12 ? 200 : 0));
    expect(joined("integration.oneoff")).toEqual(expected.map((amount) => expect.closeTo(amount, 6) as number));
  });

  it("its systems run until all of it is moved", () => {
    const expected = Array.from({ length: 24 }, (_, index) => (index >= 3 && index < 12 ? 120 : 0));
    expect(joined("integration.legacy")).toEqual(expected.map((amount) => expect.closeTo(amount, 6) as number));
  });
});

describe("a central system that cannot serve the whole plan", () => {
  /** Volume outgrows the only server in month 10, and every number of shards in month 13. */
  const given: Given = {
    ...PLAIN,
    "demand.tps_per_volume": 1,
    "demand.cpu_ms": 1000,
    "demand.curve": "formula",
    "demand.formula": "month < 10 ? 1 : month < 13 ? 100 : 1e6",
  };

  it("has no later switch than its last month, and looks for none", () => {
    let ladders = 0;
    const counting = new Proxy(reference, {
      get: (target, key) => {
        if (key === "ladders") ladders++;
        return Reflect.get(target, key) as unknown;
      },
    });
    const costs = switchCosts(resolveScenario(mapOf({ ...given, "server.big.cores": 10 }), reference), counting);
    const last = costs.filter(({ cost }) => cost !== undefined).at(-1)?.month ?? 0;
    expect(costs.slice(last).every(({ cost }) => cost === undefined)).toBe(true);
    expect(ladders).toBeLessThanOrEqual(2 * last + 4);
  });
});
