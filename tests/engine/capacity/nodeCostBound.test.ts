import { describe, expect, it } from "vitest";
import { emptyIndices, fillIndices } from "../../../src/engine/capacity/indices";
import { costBounds, leastCost, leastCosts, leastLicenses, roughCost } from "../../../src/engine/capacity/nodeCostBound";
import type { CostBounds } from "../../../src/engine/capacity/nodeCostBound";
import { clusterLaw, nodePower } from "../../../src/engine/capacity/nodes";
import { resolveScenario } from "../../../src/engine/scenario";
import { timelineOf } from "../../../src/engine/timeline";
import { TOLERANCE } from "../../../src/engine/units";
import { reference } from "../../../src/reference/load";
import { mapOf, near } from "../projected";
import type { Given } from "../projected";

/** Ten cores; of 100 GiB the base leaves 80. */
const SHAPE = { ...reference.ladders["owned-x86"][0], cores: 10, speed: 1, sockets: 1, memoryGib: 100, storageTb: null, iops: null };
const POWER = nodePower(SHAPE);
const RENT = 100;

/** Two years; a tool and its security cost 30 a node and month; half of what the load alone needs runs half of the time. */
const GIVEN: Given = {
  "plan.years": 2,
  "capacity.base_memory": 20,
  "cloud.price_change": -0.1,
  "demand.peak_to_mean": 2,
  "horizontal.coherency": 0,
  "horizontal.contention": 0,
  "horizontal.elastic_share": 0.5,
  "horizontal.min_nodes": 1,
  "horizontal.overhead_share": 0.1,
  "horizontal.spare": 1,
  "horizontal.zones": 1,
  "license.first_uplift_year": 2,
  "license.uplift": 0.2,
  "platform.tools_cost": 240,
  "prices.inflation": 0.1,
  "security.cost_per_endpoint": 120,
};

interface Need {
  readonly cores?: number;
  readonly coresLater?: number;
  readonly memoryGib?: number;
}

/** The bounds of two regions that need so much, in the first year and in the second. */
function boundsOf({ cores = 45, coresLater = cores, memoryGib = 100 }: Need, change: Given = {}, owned = false): CostBounds {
  const a = resolveScenario(mapOf({ ...GIVEN, ...change }), reference);
  const indices = emptyIndices(timelineOf({ year: 2027, month: 1, day: 1 }, 2));
  fillIndices(a, indices);
  const all = (value: number): Float64Array => new Float64Array(24).fill(value);
  const needs = { busyCores: all(0), cores: all(cores).fill(coresLater, 12), memoryGib: all(memoryGib), storageTb: all(0), iops: all(0) };
  return costBounds({ a, owned, indices, law: clusterLaw(a), needs, regions: all(2) });
}

/** Prices of the cloud, and of the rest, over the months and both regions. */
const CLOUD = { first: 24, later: 24 * 0.9 };
const REST = { first: 24, later: 24 * 1.1 };
const both = ({ first, later }: { first: number; later: number }): number => first + later;

/** 45 cores and a tenth for orchestration are 5 nodes, 100 GiB are 2, and one is spare: 6, of which 3 are the floor and a quarter of the rest is not billed. */
const BILLED = 6 - 0.25 * 3;

describe("a need that never changes is known to cost what it costs", () => {
  const under = 1 - TOLERANCE;

  it("over the plan", () => {
    expect(leastCost(boundsOf({}), POWER, RENT)).toBeCloseTo((RENT * BILLED * both(CLOUD) + 30 * 6 * both(REST)) * under, 6);
  });

  it("from each year to the end", () => {
    const fromYear = new Float64Array(2);
    const cost = leastCosts(boundsOf({}), POWER, RENT, fromYear);
    const later = RENT * BILLED * CLOUD.later + 30 * 6 * REST.later;
    const all = RENT * BILLED * both(CLOUD) + 30 * 6 * both(REST);
    expect([cost, ...fromYear]).toEqual([near(all * under), near(all * under), near(later * under)]);
  });

  it("and roughly, as if nothing were a floor", () => {
    expect(roughCost(boundsOf({}), POWER, RENT)).toBeCloseTo((RENT * 6 * 0.75 * both(CLOUD) + 30 * 6 * both(REST)) * under, 6);
  });

  it.each<readonly [string, Need, Given, boolean, number, number]>([
    ["by the data where those need more", { memoryGib: 640 }, {}, false, 9, 9],
    ["with the minimum", { cores: 9, memoryGib: 0 }, { "horizontal.min_nodes": 4 }, false, 4, 4 - 0.25 * 0],
    ["in whole zones", {}, { "horizontal.zones": 4 }, false, 8, 8 - 0.25 * 4],
    ["owned nodes all the time", {}, {}, true, 6, 6],
  ])("%s", (_, need, change, owned, nodes, billed) => {
    const cost = RENT * billed * both(CLOUD) + 30 * nodes * both(REST);
    expect(leastCost(boundsOf(need, change, owned), POWER, RENT)).toBeCloseTo(cost * (1 - TOLERANCE), 6);
  });
});

describe("a need that grows is known to cost the mean of what it needs, or each year's", () => {
  /** 50 and 100 cores with what orchestration takes: 5 and 10 nodes, weighted by prices that fall. */
  const GROWING: Need = { cores: 45, coresLater: 90 };
  const mean = (5 * CLOUD.first + 10 * CLOUD.later) / both(CLOUD) + 1;

  it("over the plan, and roughly", () => {
    const [bounds, billed] = [boundsOf(GROWING), mean * 0.75 + 0.25 * 3];
    expect(leastCost(bounds, POWER, RENT)).toBeCloseTo((RENT * billed * both(CLOUD) + 30 * mean * both(REST)) * (1 - TOLERANCE), 6);
    expect(roughCost(bounds, POWER, RENT)).toBeCloseTo((RENT * mean * 0.75 * both(CLOUD) + 30 * mean * both(REST)) * (1 - TOLERANCE), 6);
  });

  it("from each year", () => {
    const fromYear = new Float64Array(2);
    leastCosts(boundsOf(GROWING), POWER, RENT, fromYear);
    const later = RENT * (11 - 0.25 * 8) * CLOUD.later + 30 * 11 * REST.later;
    const first = RENT * BILLED * CLOUD.first + 30 * 6 * REST.first;
    expect(Array.from(fromYear)).toEqual([near((first + later) * (1 - TOLERANCE)), near(later * (1 - TOLERANCE))]);
  });

  it("with prices that rise, weighted by those that rise less", () => {
    const bounds = boundsOf(GROWING, { "cloud.price_change": 0.5 });
    const weighted = (5 * REST.first + 10 * REST.later) / both(REST) + 1;
    const cost = RENT * (weighted * 0.75 + 0.75) * (24 + 36) + 30 * weighted * both(REST);
    expect(leastCost(bounds, POWER, RENT)).toBeCloseTo(cost * (1 - TOLERANCE), 6);
  });
});

it.each<readonly [string, number, number, boolean]>([
  ["whose memory the base takes whole", 20, 100, true],
  ["that does not even hold the base", 10, 100, true],
  ["whose memory the base takes whole, where no data are", 20, 0, false],
  ["with a little left", 21, 100, false],
])("a node %s cannot serve: %s GiB for %s GiB of data", (_, ofNode, ofData, isRefused) => {
  const [bounds, small] = [boundsOf({ memoryGib: ofData }), { ...POWER, memoryGib: ofNode }];
  const found = [leastCost(bounds, small, RENT), roughCost(bounds, small, RENT), leastCosts(bounds, small, RENT, new Float64Array(2))];
  expect(found.map((cost) => cost === Infinity)).toEqual([isRefused, isRefused, isRefused]);
});

describe("licences are known to cost those of the fewest nodes", () => {
  const costOf = (license: Given, need: Need = {}, prices: Given = {}): number => {
    const change: Given = { "license.db.price": 1000, "license.db.applies": "both", ...license, ...prices };
    const { licenses } = resolveScenario(mapOf({ ...GIVEN, ...change }), reference);
    const ours = licenses.filter(({ name }) => name === "db");
    return leastLicenses(boundsOf(need, change), { licenses: ours, owned: false }, { shape: SHAPE, power: POWER }) / (1 - TOLERANCE);
  };
  /** Six nodes of ten cores in two regions. */
  const CORES = 6 * 2 * 10;

  it.each<readonly [string, number, number]>([
    ["bought once", costOf({ "license.db.metric": "core" }), CORES * 1000],
    ["after the discount", costOf({ "license.db.metric": "core", "license.db.discount": 0.25 }), CORES * 750],
    ["as many as the dearest year needs", costOf({ "license.db.metric": "core" }, { cores: 45, coresLater: 90 }), 11 * 2 * 10 * 1000],
    ["at the lowest price of the plan", costOf({ "license.db.metric": "core" }, {}, { "prices.inflation": -0.1 }), CORES * 900],
    ["by the year, as subscriptions", costOf({ "license.db.metric": "core", "license.db.model": "subscription" }), CORES * 1000 * 2.2],
    ["by the node", costOf({ "license.db.metric": "node" }), 12 * 1000],
    ["nothing where users count, who are not known here", costOf({ "license.db.metric": "user" }), 0],
  ])("%s", (_, cost, expected) => {
    expect(cost).toBeCloseTo(expected, 6);
  });
});
