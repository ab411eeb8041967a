import { describe, expect, it } from "vitest";
import { namedLine, SUM_NAMES } from "../../../src/engine/analysis/namedLine";
import { fillAtHorizon, firstShard, isOverdue } from "../../../src/engine/analysis/shardDate";
import { metricNamed, METRICS, metricValue } from "../../../src/engine/finance/metrics";
import { bare, near, projected, projectionOf, servers } from "../projected";
import type { Given } from "../projected";

/** Two years: an owned server of 1,200 at the start with a life of two years, links of 10 a month, at 20 volume and 5 TB. */
const BASE: Given = {
  "plan.years": 2,
  "demand.volume": 20,
  "demand.sites": 2,
  "data.tb": 5,
  "vertical.hosting": "owned",
  "hardware.life_years": 2,
  "finance.discount_rate": 0,
  "wan.port_price": 10,
  "wan.links_per_site": 1,
  "wan.rural_share": 0,
  ...servers({ s: { cores: 50, price: 1200, monthly: 1 } }),
};
const of = (given: Given = {}): ReturnType<typeof projected> => projected(bare({ ...BASE, ...given }));
const metric = (id: string, given: Given = {}): number | undefined => metricNamed(id)!.of(of(given));

describe("metrics", () => {
  it.each<readonly [string, Given, number | undefined]>([
    ["tco", {}, 1440],
    ["capex", {}, 1200],
    ["opex", {}, 240],
    ["peak_year", {}, 1320],
    ["per_volume_month", {}, 1440 / (24 * 20)],
    ["per_tb_month", {}, 1440 / (24 * 5)],
    ["per_volume_month", { "demand.volume": 0 }, undefined],
    ["per_tb_month", { "data.tb": 0 }, undefined],
    ["fte", { "role.r.fixed": 2, "role.r.salary": 0, "role.r.oncall": false }, 2],
    ["nodes", {}, 0],
    ["shard_year", {}, undefined],
    ["shard_year", { "demand.growth.1": 0, "demand.growth.2": 1.5, "demand.volume": 40 }, 2],
    ["npv", {}, 1440],
    ["npv", { "finance.timing": "begin", "finance.discount_rate": 1, "wan.port_price": 0 }, 1200],
    ["npv", { "finance.timing": "end", "finance.discount_rate": 1, "wan.port_price": 0 }, 1200 * 2 ** (-1 / 12)],
    ["npv", { "finance.timing": "mid", "finance.discount_rate": 1, "wan.port_price": 0 }, 1200 * 2 ** (-1 / 24)],
    ["npv", { "finance.tax_rate": 0.5 }, 1200 + 120 - 600],
    ["npv", { "finance.tax_rate": 0.5, "finance.depreciation": "macrs-5" }, 1200 + 120 - 600],
    ["eac", {}, 720],
    // What is not written off when the plan ends is deducted then: nothing is lost, and a residual value is no loss.
    ["npv", { "finance.tax_rate": 0.3, "hardware.life_years": 10 }, 1440 - 0.3 * 1440],
    ["npv", { "finance.tax_rate": 0.3, "hardware.life_years": 10, "finance.residual_share": 1 }, 1440 - 960 - 0.3 * (240 + 240)],
    ["npv", { "finance.tax_rate": 0.3, "hardware.life_years": 10, "finance.residual_share": 0.25 }, 1440 - 240 - 0.3 * (1440 - 240)],
    ["npv", { "finance.tax_rate": 0.5, "finance.depreciation": "macrs-5", "hardware.life_years": 10 }, 1440 - 0.5 * 1440],
    ["npv", { "finance.tax_rate": 0.5, "custom.x.formula": "month == 13 ? 600 : 0", "custom.x.spend": "capex" }, (1440 + 600) / 2],
    ["npv", { "finance.tax_rate": 0.3, "plan.years": 5, "hardware.life_years": 10, "server.s.price": 30000, "wan.port_price": 0 }, 21000],
    // Paid at the start of each month for two years at 100%: 1 / 12 of it weighs (1 - 1/4) / (1 - 2^(-1/12)).
    ["eac", { "finance.timing": "begin", "finance.discount_rate": 1, "wan.port_price": 0 }, (1200 * 12 * (1 - 2 ** (-1 / 12))) / 0.75],
    ["eac", { "finance.timing": "begin", "finance.discount_rate": 0.07, "server.s.price": 0 }, 120],
    ["eac", { "finance.timing": "mid", "finance.discount_rate": 0.07, "server.s.price": 0 }, 120],
    ["eac", { "finance.timing": "end", "finance.discount_rate": 0.07, "server.s.price": 0 }, 120],
    ["eac", { "finance.timing": "mid", "finance.discount_rate": -0.3, "server.s.price": 0 }, 120],
    [
      "eac",
      { "finance.timing": "mid", "finance.discount_rate": 0.07, "server.s.price": 0, "plan.years": 5, "wan.port_price": 1557683 / 12 },
      1557683,
    ],
    ["eac", { "finance.timing": "mid", "finance.tax_rate": 0.4, "finance.discount_rate": 0.07, "server.s.price": 0 }, 72],
  ])("%s of %j", (id, given, expected) => {
    expect(metric(id, given)).toEqual(expected === undefined ? undefined : near(expected));
  });

  it("downtime is out of the totals when told so, and of all that is made of them", () => {
    const given = { "downtime.cost_per_hour": 1000 };
    expect(metric("tco", { ...given, "downtime.in_total": false })).toBeCloseTo(1440, 9);
    expect(metric("opex", { ...given, "downtime.in_total": false })).toBeCloseTo(240, 9);
    expect(metric("opex", given)! + 1200).toBeCloseTo(metric("tco", given)!, 9);
  });

  it("a name in any case is found, an unknown one is not", () => {
    expect(METRICS.map(({ id }) => metricNamed(` ${id.toUpperCase()} `)?.id)).toEqual(METRICS.map(({ id }) => id));
    expect(metricNamed("roi")).toBeUndefined();
  });
});

describe("lines by name", () => {
  it.each<readonly [string, number]>([
    ["total", 1210],
    ["capex", 1200],
    ["opex", 10],
    ["depreciation", 50],
    ["pnl", 60],
    ["Telecom", 10],
    ["hardware", 1200],
    ["network.links", 10],
    ["VOLUME", 20],
    ["Other", 0],
  ])("%s in month 1 is %d", (name, value) => {
    expect(namedLine(of(), name)!.values[0]).toBeCloseTo(value, 9);
  });

  it("the sums are of the money, and an unknown name is none", () => {
    expect(SUM_NAMES.map((name) => namedLine(of(), name)?.unit)).toEqual(SUM_NAMES.map(() => "money"));
    expect(namedLine(of(), "profits")).toBeUndefined();
  });

  it("what is written off over the plan is what was paid, when the life ends with it", () => {
    const written = namedLine(of(), "depreciation")!.values.reduce((sum, value) => sum + value, 0);
    expect(written).toBeCloseTo(1200, 9);
  });
});

describe("the first shard", () => {
  const growing: Given = { "demand.curve": "formula", "demand.formula": "month < 14 ? 40 : 60", "shard.project_months": 9 };

  it("is known with its month, date, decision, volume, data and dimension", () => {
    expect(firstShard(of(growing))).toEqual({
      month: 14,
      year: 2,
      date: { year: 2028, month: 2, day: 1 },
      decision: { year: 2027, month: 5, day: 1 },
      volume: 60,
      tb: 5,
      dimension: "cores",
      shards: 2,
    });
  });

  it("may have had to be decided before the plan", () => {
    expect(firstShard(of({ ...growing, "demand.formula": "month < 3 ? 40 : 60" }))?.decision).toEqual({ year: 2026, month: 6, day: 1 });
  });

  it("is none without one, and without a central system", () => {
    expect(firstShard(of())).toBeUndefined();
    expect(firstShard(projected(bare({ ...BASE, ...growing }), "horizontal"))).toBeUndefined();
  });

  /** One core per unit on servers of 50 cores, and at most 1,024 of them: 51,200 cores. */
  it.each<readonly [string, Given, number, number | undefined]>([
    ["tripling from 25: above 50 in month 8 (12 ln 2/ln 3 = 7.6)", { "demand.growth": 2, "demand.volume": 25 }, 8, undefined],
    ["tripling from 50: full at the start, two servers in month 1", { "demand.growth": 2, "demand.volume": 50 }, 1, undefined],
    [
      "eleven times a year: above 50 in month 5 (12 ln 2.38/ln 11 = 4.3), above 51,200 in month 40 (39.03)",
      { "demand.growth": 10, "demand.volume": 21, "plan.years": 5 },
      5,
      40,
    ],
    [
      "a formula that ends beyond every number of servers",
      { "demand.curve": "formula", "demand.formula": "month < 6 ? 40 : month < 20 ? 60 : 60000" },
      6,
      20,
    ],
    [
      "further than the shards that run today",
      { "shard.today": 2, "demand.curve": "formula", "demand.formula": "month < 6 ? 90 : month < 20 ? 160 : 60000" },
      6,
      20,
    ],
    [
      "a hybrid's central half",
      {
        "demand.curve": "formula",
        "demand.formula": "month < 6 ? 90 : month < 20 ? 160 : 120000",
        "hybrid.central_share": 0.5,
        "plan.architecture": "hybrid",
      },
      6,
      20,
    ],
  ])("is known although the plan is infeasible later: %s", (_, given, first, infeasible) => {
    const architecture = given["plan.architecture"] === "hybrid" ? "hybrid" : "vertical";
    const projection = projectionOf(bare({ ...BASE, "vertical.hosting": "cloud", "shard.runway_months": 1, ...given }), architecture);
    expect(firstShard(projection)?.month).toBe(first);
    expect(metricValue(metricNamed("shard_year")!, projection)).toBe(Math.ceil(first / 12));
    expect(projection.feasible ? undefined : projection.infeasibility.month).toBe(infeasible);
    expect(metricValue(metricNamed("tco")!, projection) === undefined).toBe(infeasible !== undefined);
  });

  it("is none where the plan is infeasible before", () => {
    const projection = projectionOf(bare({ ...BASE, "vertical.hosting": "cloud", "demand.volume": 60000 }), "vertical");
    expect(firstShard(projection)).toBeUndefined();
    expect(metricValue(metricNamed("shard_year")!, projection)).toBeUndefined();
  });

  it.each<readonly [string, number, boolean]>([
    ["in the month before the plan starts", 14, true],
    ["in its first month", 13, false],
  ])("is overdue where its project has to start %s", (_, months, overdue) => {
    const { plan, ...projection } = of({ ...growing, "shard.project_months": months });
    expect(isOverdue(plan, firstShard({ plan, ...projection })!)).toBe(overdue);
  });

  it("without one, how full the system is at the end says how near it is", () => {
    expect(fillAtHorizon(of())).toEqual({ utilization: near(0.4), dimension: "cores" });
    expect(fillAtHorizon(projected(bare(BASE), "horizontal"))).toBeUndefined();
  });
});
