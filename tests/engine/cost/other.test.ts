import { describe, expect, it } from "vitest";
import { namedLine } from "../../../src/engine/analysis/namedLine";
import { ModelError } from "../../../src/engine/errors";
import type { Architecture } from "../../../src/engine/plan/setting";
import { at, bare, monthsOf, near, projected, servers } from "../projected";
import type { Given } from "../projected";

/** Central: one server, one standby, one for disaster recovery. Distributed: two regions of three nodes. */
const BASE: Given = {
  "plan.years": 2,
  "demand.volume": 10,
  "data.tb": 4,
  "vertical.standby": 1,
  "vertical.dr_share": 0.5,
  "horizontal.regions": 2,
  "horizontal.spare": 0,
  "storage.backup_share": 0.5,
  ...servers({ s: { cores: 50, monthly: 0, price: 0, kw: 2, rack_units: 10 } }),
};
const of = (given: Given, architecture: Architecture = "vertical"): ReturnType<typeof projected> =>
  projected(bare({ ...BASE, ...given }), architecture);
/** A chance of one in a hundred a year for 12,000: 10 a month where a breach exposes everything. */
const BREACH: Given = { "security.breach_probability": 0.01, "security.breach_cost": 12000 };
const OWNED: Given = { "vertical.hosting": "owned", "horizontal.hosting": "owned" };

describe("storage and facilities", () => {
  it.each<readonly [string, Architecture, Given, string, number]>([
    ["a copy on every server, and backups", "vertical", { "storage.cloud_price": 10 }, "storage", 4 * 3.5 * 10],
    [
      "with indexes, at the highest fill",
      "vertical",
      { "storage.cloud_price": 10, "data.index_overhead": 0.2, "capacity.storage_fill": 0.8 },
      "storage",
      6 * 3.5 * 10,
    ],
    ["shards divide it", "vertical", { "storage.cloud_price": 10, "demand.volume": 90 }, "storage", 4 * (6 / 2 + 0.5) * 10],
    [
      "replicas in a region, and what every region needs in each",
      "horizontal",
      { "storage.cloud_price": 10, "horizontal.global_share": 0.25 },
      "storage",
      4 * (3 * (0.75 + 0.5) + 0.5) * 10,
    ],
    ["owned at its own price", "vertical", { ...OWNED, "storage.owned_price": 5, "storage.cloud_price": 10 }, "storage", 4 * 3.5 * 5],
    [
      "a hybrid by its parts and their hosting",
      "hybrid",
      {
        "horizontal.hosting": "owned",
        "storage.owned_price": 5,
        "storage.cloud_price": 10,
        "hybrid.central_share": 0.5,
        "horizontal.global_share": 0,
      },
      "storage",
      2 * 3.5 * 10 + 2 * 3.5 * 5,
    ],
    [
      "owned servers draw power",
      "vertical",
      { ...OWNED, "power.price": 0.1, "power.pue": 1.5, "power.utilization": 0.5 },
      "power",
      3 * 2 * 0.5 * 1.5 * 730 * 0.1,
    ],
    ["those of the cloud are in its price", "vertical", { "power.price": 0.1, "rack.price": 100 }, "power", 0],
    [
      "racks by height, one more at the other site",
      "vertical",
      { ...OWNED, "rack.price": 100, "rack.units": 20, "rack.kw": 100 },
      "rack",
      200,
    ],
    ["or by power", "vertical", { ...OWNED, "rack.price": 100, "rack.units": 60, "rack.kw": 2 }, "rack", 300],
    ["no rack at a site without servers", "vertical", { ...OWNED, "rack.price": 100, "vertical.dr_share": 0 }, "rack", 100],
    ["whole racks in each region", "horizontal", { ...OWNED, "rack.price": 100, "rack.units": 40, "rack.kw": 100 }, "rack", 200],
    ["tools by node", "horizontal", { "platform.tools_cost": 120 }, "platform.tools", 60],
    ["no tools of a central system", "vertical", { "platform.tools_cost": 120 }, "platform.tools", 0],
    ["security on every server", "vertical", { "security.cost_per_endpoint": 120 }, "security.endpoints", 30],
    ["a breach costs the organization's chance of one, whatever the servers", "vertical", BREACH, "security.breach", 10],
    ["for the share of the data in one of two shards", "vertical", { ...BREACH, "demand.volume": 90 }, "security.breach", 10 / 2],
    ["for the share in one of two regions", "horizontal", BREACH, "security.breach", 10 / 2],
    [
      "in a hybrid for the central part and one of two regions",
      "hybrid",
      { ...BREACH, "hybrid.central_share": 0.4 },
      "security.breach",
      10 * (0.4 + 0.6 / 2),
    ],
    [
      "and rises with servers beyond the first where the scenario says so: three servers",
      "vertical",
      { ...BREACH, "security.breach_endpoint_share": 0.25 },
      "security.breach",
      10 * (1 + 0.25 * 2),
    ],
    [
      "up to certainty",
      "vertical",
      { ...BREACH, "security.breach_probability": 0.5, "security.breach_endpoint_share": 1 },
      "security.breach",
      1000,
    ],
    ["one audit per region in every architecture", "vertical", { "compliance.audit_cost": 1200 }, "compliance.audit", 200],
    [
      "or as many as are stated",
      "vertical",
      { "compliance.audit_cost": 1200, "compliance.jurisdictions_vertical": 5 },
      "compliance.audit",
      500,
    ],
    [
      "as many as are stated for nodes",
      "horizontal",
      { "compliance.audit_cost": 1200, "compliance.jurisdictions_vertical": 5, "compliance.jurisdictions_horizontal": 3 },
      "compliance.audit",
      300,
    ],
    ["one in one region", "horizontal", { "compliance.audit_cost": 1200, "horizontal.regions": 1 }, "compliance.audit", 100],
    [
      "the larger number of a hybrid",
      "hybrid",
      { "compliance.audit_cost": 1200, "compliance.jurisdictions_vertical": 5, "compliance.jurisdictions_horizontal": 3 },
      "compliance.audit",
      500,
    ],
  ])("%s (%s)", (_, architecture, given, line, cost) => {
    expect(at(of(given, architecture), line, 1)).toBeCloseTo(cost, 9);
  });
});

describe("the move to another architecture", () => {
  const MOVE: Given = { "switch.cost": 1200, "switch.months": 3 };
  it.each<readonly [string, Architecture, Given, readonly number[]]>([
    ["is spread over its months", "horizontal", { "plan.current": "vertical" }, [400, 400, 400, 0]],
    ["is paid at once when it takes none", "horizontal", { "plan.current": "vertical", "switch.months": 0 }, [1200, 0]],
    ["is not needed by what runs already", "horizontal", { "plan.current": "horizontal" }, [0, 0]],
    ["nor when nothing runs", "horizontal", {}, [0, 0]],
    ["back to central likewise", "vertical", { "plan.current": "horizontal" }, [400, 400, 400, 0]],
    ["of a hybrid by the share that moves", "hybrid", { "plan.current": "vertical", "hybrid.central_share": 0.75 }, [100, 100, 100, 0]],
    ["the other way round the other share", "hybrid", { "plan.current": "horizontal", "hybrid.central_share": 0.75 }, [300, 300, 300, 0]],
    ["of a hybrid that is all central is none", "hybrid", { "plan.current": "vertical", "hybrid.central_share": 1 }, [0, 0]],
  ])("%s", (_, architecture, given, expected) => {
    expect(monthsOf(of({ ...MOVE, ...given }, architecture), "switch.project").slice(0, expected.length)).toEqual(
      expected.map((value) => near(value)),
    );
  });

  it.each<readonly [string, Architecture, Given, number]>([
    ["what is due after the plan counts in its last month", "horizontal", { "plan.current": "vertical" }, 240],
    ["of a hybrid for the share that moves", "hybrid", { "plan.current": "vertical", "hybrid.central_share": 0.75 }, 60],
    ["nothing of a move within the plan", "horizontal", { "plan.current": "vertical", "switch.months": 12 }, 0],
  ])("%s", (_, architecture, given, due) => {
    const years = { "plan.years": 1, "switch.months": 15 };
    const months = monthsOf(of({ ...MOVE, ...years, ...given }, architecture), "switch.beyond_plan");
    expect(months).toEqual([...months.slice(1).map(() => 0), near(due)]);
  });
});

/** Every index that a line follows, at 10 % a year: its month 13 over its month 1. */
describe("prices of year 2", () => {
  const ALIVE: Given = {
    ...OWNED,
    "storage.owned_price": 5,
    "power.price": 0.1,
    "rack.price": 100,
    "hardware.maintenance": 0.1,
    "server.s.price": 1000,
    "wan.port_price": 10,
    "transfer.region_price": 0.1,
    "role.r.fixed": 1,
    "role.r.salary": 12000,
    "staff.training_cost": 100,
    "downtime.cost_per_hour": 100,
    "compliance.audit_cost": 100,
    "security.cost_per_endpoint": 100,
    "security.breach_probability": 0.1,
    "security.breach_cost": 100,
    "platform.tools_cost": 100,
    "license.s.price": 10,
    "license.s.model": "subscription",
    "deal.N.close": "2026-12-31",
    "deal.N.legacy_cost": 1200,
    "deal.N.integration_cost": 100,
    "integration.vertical_months": 24,
    "integration.horizontal_months": 24,
  };
  it.each<readonly [string, readonly string[], Given]>([
    [
      "cloud.price_change",
      ["cloud.compute", "storage", "network.transfer"],
      { "vertical.hosting": "cloud", "storage.cloud_price": 5, "server.s.monthly": 10 },
    ],
    ["wan.price_change", ["network.links"], {}],
    ["staff.wage_growth", ["staff.salaries", "staff.contractors", "staff.turnover"], {}],
    ["license.uplift", ["license.subscription"], {}],
    [
      "prices.inflation",
      [
        "storage",
        "power",
        "rack",
        "downtime.unplanned",
        "downtime.planned",
        "compliance.audit",
        "security.endpoints",
        "security.breach",
        "staff.training",
        "integration.legacy",
        "integration.oneoff",
      ],
      {},
    ],
  ])("%s moves %j, and nothing else", (key, lines, given) => {
    const still = of({ ...ALIVE, ...given, "staff.wage_growth": 0 });
    const moved = of({ ...ALIVE, ...given, "staff.wage_growth": 0, [key]: 0.1 });
    const ratios = moved.costs.flatMap(({ id, values }) => {
      const base = at(still, id, 13);
      return base === 0 || Math.abs(values[12] / base - 1) < 1e-12 ? [] : [[id, Number((values[12] / base).toFixed(9))]];
    });
    expect(Object.fromEntries(ratios)).toEqual(Object.fromEntries(lines.map((id) => [id, 1.1])));
  });
});

describe("own lines", () => {
  it.each<readonly [string, Given, number]>([
    ["read stock lines", { "custom.x.formula": "sites * 7" }, 21],
    ["read cost lines", { "custom.x.formula": "cloud.compute / 2", "server.s.monthly": 10 }, 15],
    ["read keys, the month and the year", { "custom.x.formula": "user.fee * month + t * 12", "user.fee": 5 }, 12],
    ["read a key that ends in a number as one name", { "custom.x.formula": "1000 * demand.growth.1", "demand.growth.1": 0.5 }, 500],
    [
      "read a number of one's own that ends in a number",
      { "custom.x.formula": "12 * user.rate.2", "user.rate": 100, "user.rate.2": 7 },
      84,
    ],
    ["read a name in brackets", { "custom.x.formula": "[user.my fee] * 2", "user.my fee": 5 }, 10],
    ["read percent as a cell does", { "custom.x.formula": "user.fee * 5% + 100", "user.fee": 1000 }, 150],
    ["read functions in capitals", { "custom.x.formula": "IF(AND(month<>1, sites>2), MAX(7, sites), 0)" }, 7],
    ["choose", { "custom.x.formula": "month <= 2 ? 9 : 1" }, 9],
    ["are credits below 0", { "custom.x.formula": "-month" }, -2],
    ["are rebates on other lines", { "custom.x.formula": "-0.1 * cloud.compute", "server.s.monthly": 10 }, -3],
    ["are income in one month", { "custom.x.formula": "month == 2 ? -user.fee : 0", "user.fee": 5000 }, -5000],
    ["may be nothing", { "custom.x.formula": "month <= 2 ? 0 : 1" }, 0],
  ])("%s", (_, given, value) => {
    const plan = of(given);
    expect(at(plan, "custom.x", 2)).toBeCloseTo(value, 9);
    expect(plan.total[1]).toBeCloseTo(value + at(plan, "cloud.compute", 2), 9);
  });

  it.each<readonly [string, string, string]>([
    ["another own line", "custom.y", "Unknown name"],
    ["itself", "custom.x", "Unknown name"],
    ["a total", "tco", "Unknown name"],
    ["no number", "0 / 0", "division by zero (character 3)"],
    ["an endless amount", "1 / (month - 3)", "in month 3"],
  ])("are refused: %s", (_, formula, message) => {
    const given = { "custom.x.formula": formula, "custom.y.formula": "1" };
    expect(() => of(given)).toThrow(ModelError);
    expect(() => of(given)).toThrow(message);
  });

  it("below 0 lower every sum that they are in, and what a credit on capital leaves is written off", () => {
    const plan = of({
      "custom.x.formula": "-1",
      "custom.y.formula": "month == 1 ? -1200 : 0",
      "custom.y.spend": "capex",
      "hardware.life_years": 1,
    });
    const without = of({});
    const change = (name: string): number => {
      const sum = (projection: typeof plan): number => namedLine(projection, name)!.values.reduce((all, value) => all + value, 0);
      return sum(plan) - sum(without);
    };
    const months = plan.timeline.months;
    expect(["total", "opex", "capex", "depreciation", "pnl", "Other"].map(change)).toEqual([
      near(-months - 1200),
      near(-months),
      near(-1200),
      near(-1200),
      near(-months - 1200),
      near(-months - 1200),
    ]);
  });

  it("are booked as stated", () => {
    const plan = of({ "custom.x.formula": "1", "custom.x.pool": "telecom", "custom.x.spend": "capex" });
    expect(plan.costs.find(({ id }) => id === "custom.x")).toMatchObject({ costPool: "Telecom", spend: "capex" });
  });
});
