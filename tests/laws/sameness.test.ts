import { describe, it } from "vitest";
import { firstShard } from "../../src/engine/analysis/shardDate";
import { ARCHITECTURES } from "../../src/engine/plan/setting";
import type { Architecture } from "../../src/engine/plan/setting";
import { projectionOf } from "../engine/projected";
import type { Given } from "../engine/projected";
import { areClose, differences, expectForAll, SEED } from "./generator";
import type { Complaints } from "./generator";

const isSame = (before: number, after: number): boolean => areClose(before, after);

/** How two scenarios differ that should cost and need the same. */
function unlike(one: Given, other: Given, [before, after]: readonly [Architecture, Architecture]): Complaints {
  const first = projectionOf(one, before);
  const second = projectionOf(other, after);
  if (!first.feasible || !second.feasible) return first.feasible === second.feasible ? [] : [`${before}: only one is feasible`];
  const complaints = [...differences(first, second, isSame), ...differences(second, first, isSame)];
  return complaints.map((complaint) => `${after}: ${complaint}`);
}

const underEach = (one: Given, other: Given): Complaints =>
  ARCHITECTURES.flatMap((architecture) => unlike(one, other, [architecture, architecture]));

const A_DEAL: Given = {
  "deal.Never.close": "2027-08-31",
  "deal.Never.volume": 5000,
  "deal.Never.sites": 3,
  "deal.Never.tb": 8,
  "deal.Never.regions": 2,
  "deal.Never.integration_cost": 250000,
  "deal.Never.legacy_cost": 90000,
};

/** The first rows of the tables only, and nothing paid or chosen ahead, or left to pay after the plan. */
function nothingAhead(given: Given): Given {
  const oneShape = Object.fromEntries(Object.entries(given).filter(([key]) => !/^server\.(s\.two|s3)\.|^deal\..*_cost$/.test(key)));
  return {
    "server.s one.cores": 24,
    "server.s one.memory_gib": 192,
    "server.s one.monthly": 900,
    "server.s one.price": 16000,
    ...oneShape,
    "server.s one.role": "both",
    "shard.when": "ceiling",
    "shard.runway_months": 1,
    "shard.project_months": 0,
    "capacity.lead_months": 0,
    "capacity.dwell_months": 1,
    "finance.residual_share": 0,
    "integration.vertical_cost_per_volume": 0,
    "integration.vertical_cost_per_tb": 0,
    "integration.horizontal_cost_per_volume": 0,
    "integration.horizontal_cost_per_tb": 0,
    "switch.cost": 0,
  };
}

describe(`what must not make a difference (seed ${SEED})`, () => {
  it("the currency is only a label", () => {
    expectForAll(100, (given) => underEach({ ...given, "plan.currency": "EUR" }, { ...given, "plan.currency": "JPY" }));
  }, 60_000);

  it("a hybrid that keeps everything central is the central system", () => {
    expectForAll(300, (given) => unlike(given, { ...given, "hybrid.central_share": 1 }, ["vertical", "hybrid"]));
  }, 60_000);

  it("a hybrid that keeps nothing central is the distributed system", () => {
    expectForAll(300, (given) => unlike(given, { ...given, "hybrid.central_share": 0 }, ["horizontal", "hybrid"]));
  }, 60_000);

  it("a deal with probability 0 changes nothing when deals are weighed", () => {
    expectForAll(150, (given) => {
      const weighed = { ...given, "deals.weighting": "expected" };
      return underEach(weighed, { ...weighed, ...A_DEAL, "deal.Never.probability": 0 });
    });
  }, 60_000);

  it("a deal that is not included changes nothing", () => {
    expectForAll(150, (given) => underEach(given, { ...given, ...A_DEAL, "deal.Never.include": false }));
  }, 60_000);

  it("an infeasible month leaves the first split where the plan that ends before it has it", () => {
    expectForAll(150, (given) => {
      const base = { ...nothingAhead(given), "demand.curve": "compound", "demand.growth": 6, "shard.when": "ceiling" };
      const long = projectionOf({ ...base, "plan.years": 6 }, "vertical");
      const years = long.feasible ? 0 : Math.floor((long.infeasibility.month - 1) / 12);
      if (years === 0) return [];
      const short = projectionOf({ ...base, "plan.years": years }, "vertical");
      if (!short.feasible) return ["the plan that ends before is infeasible too"];
      const [found, expected] = [long, short].map((projection) => firstShard(projection)?.month);
      const isLater = expected === undefined && found !== undefined && found > 12 * years;
      return found === expected || isLater ? [] : [`month ${found} instead of ${expected}`];
    });
  }, 60_000);

  it("with one shape and nothing paid or chosen ahead or left to pay, the plan of 5 years is the first 5 of 10", () => {
    expectForAll(200, (given) =>
      ARCHITECTURES.flatMap((architecture) => {
        const base = nothingAhead(given);
        const short = projectionOf({ ...base, "plan.years": 5 }, architecture);
        const long = projectionOf({ ...base, "plan.years": 10 }, architecture);
        if (!long.feasible) return short.feasible === long.infeasibility.month > 60 ? [] : ["the short one stops in another month"];
        return short.feasible ? differences(short, long, isSame) : ["only the long one is feasible"];
      }),
    );
  }, 60_000);
});
