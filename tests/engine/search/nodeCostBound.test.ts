import { describe, expect, it } from "vitest";
import { costBounds, leastCost, leastCosts, leastLicenses, roughCost } from "../../../src/engine/search/nodeCostBound";
import type { CostBounds } from "../../../src/engine/search/nodeCostBound";
import { clusterLaw, nodePower } from "../../../src/engine/capacity/nodes";
import { resolveScenario } from "../../../src/engine/catalogue/scenario";
import type { ServerShape } from "../../../src/engine/catalogue/reference";
import { TOLERANCE } from "../../../src/engine/units";
import { reference } from "../../../src/reference/load";
import { mapOf, near } from "../projected";
import { priceIndices } from "../capacity/priceIndices";
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
  readonly memoryGibLater?: number;
}

/** The bounds of two regions that need so much, in the first year and in the second. */
function boundsOf(need: Need, change: Given = {}, owned = false): CostBounds {
  const { cores = 45, coresLater = cores, memoryGib = 100, memoryGibLater = memoryGib } = need;
  const a = resolveScenario(mapOf({ ...GIVEN, ...change }), reference);
  const indices = priceIndices(a, 24);
  const all = (value: number): Float64Array => new Float64Array(24).fill(value);
  const needs = {
    busyCores: all(0),
    cores: all(cores).fill(coresLater, 12),
    memoryGib: all(memoryGib).fill(memoryGibLater, 12),
    storageTb: all(0),
    iops: all(0),
  };
  return costBounds({ a, owned, indices, law: clusterLaw(a), needs, regions: all(2), people: undefined });
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

  it("of its data too, above the least that they need", () => {
    const [bounds, means] = [boundsOf({ memoryGib: 640, memoryGibLater: 1280 }), (8 * CLOUD.first + 16 * CLOUD.later) / both(CLOUD) + 1];
    const cost = (billed: number): number => (RENT * billed * both(CLOUD) + 30 * means * both(REST)) * (1 - TOLERANCE);
    expect(leastCost(bounds, POWER, RENT)).toBeCloseTo(cost(means * 0.75 + 0.25 * 9), 6);
    expect(roughCost(bounds, POWER, RENT)).toBeCloseTo(cost(means * 0.75), 6);
  });

  it("of its data, with prices that rise, weighted by those that rise less", () => {
    const bounds = boundsOf({ memoryGib: 640, memoryGibLater: 1280 }, { "cloud.price_change": 0.5 });
    const means = (8 * REST.first + 16 * REST.later) / both(REST) + 1;
    const cost = RENT * (means * 0.75 + 0.25 * 9) * (24 + 36) + 30 * means * both(REST);
    expect(leastCost(bounds, POWER, RENT)).toBeCloseTo(cost * (1 - TOLERANCE), 6);
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
  expect(found.map((cost) => (isRefused ? cost === Infinity : Number.isFinite(cost)))).toEqual([true, true, true]);
});

describe("nodes that contend: a cluster grows to four, which carry two and a half", () => {
  const CONTENDING: Given = { "horizontal.contention": 0.2, "horizontal.cell_limit": 0.5 };

  it.each<readonly [string, number, number]>([
    ["a load of two takes three, and the spare", 18, 4],
    ["up to the largest cluster the root counts, and just below it that of the whole number", 22.4, 5],
    ["from the largest cluster on a load is known to need no less than one by one", 22.5, 4],
    ["and no more than that is known of several clusters", 45, 6],
  ])("%s", (_, cores, nodes) => {
    const cost = RENT * (nodes * 0.75 + 0.25 * 3) * both(CLOUD) + 30 * nodes * both(REST);
    expect(leastCost(boundsOf({ cores }, CONTENDING), POWER, RENT)).toBeCloseTo(cost * (1 - TOLERANCE), 6);
  });

  it("a year whose most needs several clusters counts one by one even where its mean would not", () => {
    const bounds = boundsOf({ cores: 18, coresLater: 45 }, CONTENDING);
    const weighted = (2 * CLOUD.first + 5 * CLOUD.later) / both(CLOUD) + 1;
    const cost = RENT * (weighted * 0.75 + 0.25 * 3) * both(CLOUD) + 30 * weighted * both(REST);
    expect(leastCost(bounds, POWER, RENT)).toBeCloseTo(cost * (1 - TOLERANCE), 6);
  });

  it("licenses count the nodes of the root", () => {
    expect(licensesOf({ "license.db.metric": "node" }, { cores: 18 }, CONTENDING)).toBeCloseTo(4 * 2 * 1000, 6);
    expect(licensesOf({ "license.db.metric": "node" }, { cores: 45 }, CONTENDING)).toBeCloseTo(6 * 2 * 1000, 6);
  });
});

/** What the licenses of a product are known to cost. */
function licensesOf(license: Given, need: Need = {}, prices: Given = {}, owned = false, shape: ServerShape = SHAPE): number {
  const change: Given = { "license.db.price": 1000, "license.db.applies": "both", ...license, ...prices };
  const { licenses } = resolveScenario(mapOf({ ...GIVEN, ...change }), reference);
  const ours = licenses.filter(({ name }) => name === "db");
  return leastLicenses(boundsOf(need, change), { licenses: ours, owned }, { shape, power: nodePower(shape) }) / (1 - TOLERANCE);
}

describe("licenses are known to cost those of the fewest nodes", () => {
  const PER_CORE: Given = { "license.db.metric": "core" };
  /** Six nodes of ten cores in two regions. */
  const CORES = 6 * 2 * 10;

  it.each<readonly [string, Given, Need, Given, number]>([
    ["bought once", PER_CORE, {}, {}, CORES * 1000],
    ["after the discount", { ...PER_CORE, "license.db.discount": 0.25 }, {}, {}, CORES * 750],
    ["as many as the most expensive year needs", PER_CORE, { cores: 45, coresLater: 90 }, {}, 11 * 2 * 10 * 1000],
    ["also when that is the first", PER_CORE, { cores: 90, coresLater: 45 }, {}, 11 * 2 * 10 * 1000],
    ["as many as the data need", PER_CORE, { memoryGib: 640 }, {}, 9 * 2 * 10 * 1000],
    ["at the lowest price of the plan", PER_CORE, {}, { "prices.inflation": -0.1 }, CORES * 900],
    ["by the year, as subscriptions", { ...PER_CORE, "license.db.model": "subscription" }, {}, {}, CORES * 1000 * 2.2],
    ["by the node", { "license.db.metric": "node" }, {}, {}, 12 * 1000],
    ["nothing where users count, who are not known here", { "license.db.metric": "user" }, {}, {}, 0],
  ])("%s", (_, license, need, prices, expected) => {
    expect(licensesOf(license, need, prices)).toBeCloseTo(expected, 6);
  });

  it("none where the node cannot serve, nor NaN where it has no room for data and there are none", () => {
    const without = { ...SHAPE, memoryGib: 20 };
    expect(licensesOf(PER_CORE, { memoryGib: 0 }, {}, false, without)).toBeCloseTo(CORES * 1000, 6);
  });

  it("owned nodes by their sockets, rented ones by the vendor's rule for virtual cores", () => {
    const count = (owned: boolean): number => {
      const { licenses } = resolveScenario(mapOf({ ...GIVEN, "license.oracle-db-se2.applies": "both" }), reference);
      const ours = licenses.filter(({ name }) => name === "oracle-db-se2");
      const small = { ...SHAPE, cores: 10, sockets: 4 };
      return leastLicenses(boundsOf({}), { licenses: ours, owned }, { shape: small, power: POWER });
    };
    // A license for each of four sockets; of ten virtual cores, one for each four.
    expect(count(true) / count(false)).toBeCloseTo(4 / 3, 9);
  });
});
