import { describe, expect, it } from "vitest";
import { bare, monthsOf, projected, servers } from "../projected";
import type { Given } from "../projected";

/** A need in cores by month. */
const needing = (formula: string): Given => ({ "demand.curve": "formula", "demand.formula": formula });
const chosenIn = (given: Given, month = 1): string | undefined => {
  const { central } = projected(bare({ ...needing("5"), ...given })).plan;
  return central?.shapes[central.shapeOf[month - 1]].name;
};

/** 73 a month for each kW. */
const POWER: Given = { "power.price": 0.1, "power.pue": 1, "power.utilization": 1 };
const OWNED: Given = { "vertical.hosting": "owned", "plan.years": 5, "hardware.life_years": 5, "capacity.lead_months": 0 };
const SUBSCRIPTION: Given = { "license.db.model": "subscription", "license.db.price": 12 };
const PERPETUAL: Given = { "license.db.model": "perpetual", "license.db.price": 600, "license.db.support": 0.2 };
/** 25 users for each processor, of which two cores are one. */
const USERS: Given = {
  "license.oracle-db-ee-nup.discount": 0,
  "license.oracle-db-ee-nup.price": 60,
  "license.oracle-db-ee-nup.support": 0.2,
};

describe("an owned server may cost more when it saves as much in the months that it serves", () => {
  const PLAIN: Given = { cores: 20, price: 10000, kw: 2, rack_units: 41, sockets: 2 };
  const LEAN: Given = { cores: 10, kw: 1, rack_units: 40, sockets: 1 };

  it.each<readonly [string, Given, number]>([
    ["electricity of a kW", POWER, 73 * 60],
    ["for all servers", { ...POWER, "vertical.standby": 1, "vertical.dr_share": 1 }, 73 * 60],
    ["a rack of 40 units", { "rack.price": 100, "rack.units": 40, "rack.kw": 50 }, 100 * 60],
    ["a rack of 1 kW", { "rack.price": 100, "rack.units": 60, "rack.kw": 1 }, 100 * 60],
    // Two servers in the data center and one for recovery elsewhere take a rack at each place, whichever they are.
    [
      "racks at each place by itself",
      {
        "rack.price": 100,
        "rack.kw": 4,
        "server.lean.rack_units": 1,
        "vertical.standby": 1,
        "vertical.dr_share": 0.5,
        "server.plain.rack_units": 1,
      },
      0,
    ],
    ["less what it is maintained for", { ...POWER, "hardware.maintenance": 0.12 }, 73 / (1 / 60 + 0.12 / 12)],
    ["within its life", { ...POWER, "hardware.life_years": 3, "plan.years": 12 }, 73 * 36],
    ["within the plan", { ...POWER, "plan.years": 2 }, 73 * 24],
    ["with what is left of it then", { ...POWER, "plan.years": 2, "finance.residual_share": 1 }, 73 * 60],
    ["with half of that", { ...POWER, "plan.years": 2, "finance.residual_share": 0.5 }, (73 * 24) / (1 - 0.5 * 0.6)],
    [
      "with what is left of it by MACRS",
      { ...POWER, "plan.years": 2, "finance.residual_share": 1, "finance.depreciation": "macrs-5" },
      (73 * 24) / 0.52,
    ],
    ["after the discount", { ...POWER, "hardware.discount": 0.2 }, (73 * 60) / 0.8],
    ["subscriptions by core: 10 at 1 a month", SUBSCRIPTION, 10 * 60],
    ["by processor", { ...SUBSCRIPTION, "license.db.metric": "processor", "license.db.factor": 0.5 }, 5 * 60],
    ["by socket", { ...SUBSCRIPTION, "license.db.metric": "socket" }, 60],
    ["by vCPU in packs of eight", { ...SUBSCRIPTION, "license.db.metric": "vcpu", "license.db.pack": 8 }, 60],
    ["a smallest order of all is no difference", { ...SUBSCRIPTION, "license.db.minimum": 20 }, 20 * 60],
    ["licenses of servers are no difference", { ...SUBSCRIPTION, "license.db.metric": "server" }, 0],
    ["nor are those of data", { ...SUBSCRIPTION, "license.db.metric": "tb", "data.tb": 10 }, 0],
    ["nor those of sites", { ...SUBSCRIPTION, "license.db.metric": "site" }, 0],
    ["nor those of users without a minimum", { ...SUBSCRIPTION, "license.db.metric": "user" }, 0],
    ["nor those of more users than servers need", { ...USERS, "demand.tps_per_volume": 0.01, ...needing("500") }, 0],
    // 600 and, over five years, as much for support.
    ["perpetual licenses by core, with their support", PERPETUAL, 10 * 1200],
    ["users by processor: 250 and 125", USERS, 125 * 120],
    ["users by processor, of which 200 are there", { ...USERS, "demand.tps_per_volume": 0.025, ...needing("200") }, 50 * 120],
    ["users by server are no difference", { ...SUBSCRIPTION, "license.db.metric": "user", "license.db.minimum": 1000 }, 0],
  ])("%s", (_, given, saved) => {
    const priced = (price: number): Given => ({ ...OWNED, ...servers({ plain: PLAIN, lean: { ...LEAN, price } }), ...given });
    expect([chosenIn(priced(10000 + saved - 1)), chosenIn(priced(10000 + saved + 1))]).toEqual(["lean", "plain"]);
  });
});

describe("what is held is not bought again", () => {
  const LADDER = servers({ a: { cores: 10, monthly: 100 }, b: { cores: 20, monthly: 90 }, c: { cores: 40, monthly: 80 } });
  const GIVEN: Given = { ...LADDER, "plan.years": 2, "license.db.metric": "core", "license.db.price": 100, "license.db.support": 0 };
  // Ten cores more are 1,000: in 24 months 10 a month cannot pay for them.
  const shapes = (formula: string, months: readonly number[], more: Given = {}): readonly (string | undefined)[] =>
    months.map((month) => chosenIn({ ...GIVEN, ...needing(formula), ...more }, month));

  it.each<readonly [string, readonly (string | undefined)[], readonly string[]]>([
    ["the licenses decide at first", shapes("5", [1, 24]), ["a", "a"]],
    [
      "those of 20 cores make their server the cheaper one, also for 5",
      shapes("month == 13 ? 15 : 5", [12, 13, 14, 24]),
      ["a", "b", "b", "b"],
    ],
    ["a subscription ends", shapes("month == 13 ? 15 : 5", [12, 13, 14], { "license.db.model": "subscription" }), ["a", "b", "a"]],
    // Ten a month pay for ten licenses more in the months that are left.
    ["a license is weighed by all months to the end of the plan", shapes("5", [1], { "license.db.price": 23.9 }), ["b"]],
    ["and no more", shapes("5", [1], { "license.db.price": 24.1 }), ["a"]],
    ["so it weighs more in a shorter plan", shapes("5", [1], { "license.db.price": 12.1, "plan.years": 1 }), ["a"]],
    ["up to what it saves there", shapes("5", [1], { "license.db.price": 11.9, "plan.years": 1 }), ["b"]],
  ])("%s", (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});

describe("users that a server's processors need", () => {
  const GIVEN: Given = {
    "demand.growth": 0,
    "demand.volume": 100,
    "demand.tps_per_volume": 0,
    "data.tb": 4,
    "data.gb_per_volume_year": 0,
    "vertical.standby": 0,
    "vertical.dr_share": 0,
    "license.oracle-db-ee-nup.discount": 0,
  };
  const few = servers({ few: { cores: 8, memory_gib: 256, monthly: 1000 } });
  const total = (given: Given): number => projected({ ...GIVEN, ...given }).total.reduce((sum, value) => sum + value, 0);

  it("a server of 8 cores for 1,000 a month costs less than one of 64 for 990: 100 named users instead of 800", () => {
    const both = { ...few, ...servers({ many: { cores: 64, memory_gib: 256, monthly: 990 } }) };
    expect(total(both)).toBe(total(few));
    expect(total({ ...both, "server.many.monthly": 1001 })).toBe(total(few));
    // 950 for each of 100, at once.
    expect(monthsOf(projected({ ...GIVEN, ...both }), "license.purchase")).toEqual([95000, ...new Array<number>(59).fill(0)]);
  });
});
