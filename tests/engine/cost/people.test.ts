import { describe, expect, it } from "vitest";
import type { Architecture } from "../../../src/engine/plan/setting";
import { variedScenario } from "../../../src/engine/analysis/varied";
import { reference } from "../../../src/reference/load";
import { at, bare, mapOf, monthsOf, projected, servers } from "../projected";
import type { Given } from "../projected";

const BASE: Given = {
  "plan.years": 2,
  "demand.volume": 10,
  "demand.sites": 30,
  "horizontal.regions": 2,
  "staff.wage_growth": 0,
  "staff.loaded": 1,
  "staff.contractor_share": 0,
  "staff.turnover_vertical": 0,
  "staff.turnover_horizontal": 0,
  "staff.training_cost": 0,
  "staff.learning_months": 0,
  "staff.oncall_floor_vertical": 0,
  "staff.oncall_floor_horizontal": 0,
  "role.r.driver": "sites",
  "role.r.ratio": 10,
  "role.r.salary": 12000,
  ...servers({ s: { cores: 50, monthly: 0 } }),
};
const of = (given: Given, architecture: Architecture = "vertical"): ReturnType<typeof projected> =>
  projected(bare({ ...BASE, ...given }), architecture);

describe("people", () => {
  it.each<readonly [string, Given, number]>([
    ["by their driver", {}, 3],
    ["and what is fixed", { "role.r.fixed": 0.5 }, 3.5],
    ["at least the minimum", { "role.r.minimum": 4 }, 4],
    ["less what is automated, not of what is fixed", { "role.r.fixed": 0.5, "staff.automation": 0.5 }, 2],
    ["a ratio of 0 is none", { "role.r.ratio": 0, "role.r.fixed": 1 }, 1],
    ["a key drives too", { "role.r.driver": "user.beds", "user.beds": 25 }, 2.5],
    ["the floor of the rota holds for those on call", { "staff.oncall_floor_vertical": 6 }, 6],
    ["not for those who are not", { "staff.oncall_floor_vertical": 6, "role.r.oncall": false }, 3],
    ["the floor is of the architecture", { "staff.oncall_floor_horizontal": 6 }, 3],
    ["a role of the other architecture is not there", { "role.r.applies": "horizontal" }, 0],
  ])("%s", (_, given, fte) => {
    expect(at(of(given), "fte", 1)).toBeCloseTo(fte, 9);
  });

  it("fewer than the floor are scaled up in proportion, nobody into equal shares", () => {
    const two = { "staff.oncall_floor_vertical": 6, "role.q.fixed": 1, "role.q.salary": 1 };
    const plan = of(two);
    expect([at(plan, "fte.r", 1), at(plan, "fte.q", 1)]).toEqual([4.5, 1.5]);
    const nobody = of({ ...two, "role.r.ratio": 0, "role.q.fixed": 0 });
    expect([at(nobody, "fte.r", 1), at(nobody, "fte.q", 1)]).toEqual([3, 3]);
  });

  it("a hybrid has its roles once, those of both parts, and the larger floor", () => {
    const roles = {
      "role.v.applies": "vertical",
      "role.v.fixed": 1,
      "role.v.salary": 1,
      "role.h.applies": "horizontal",
      "role.h.fixed": 2,
      "role.h.salary": 1,
    };
    const plan = of({ ...roles, "staff.oncall_floor_vertical": 5, "staff.oncall_floor_horizontal": 12 }, "hybrid");
    expect(["r", "v", "h"].map((role) => at(plan, `fte.${role}`, 1))).toEqual([6, 2, 4]);
  });

  it("the default roles are those of the reference data, and a stated row changes one of them", () => {
    const plan = of({ "staff.roles": "default", "role.network.fixed": 7 });
    const expected = reference.roles.filter(({ applies }) => applies !== "horizontal").map(({ role }) => `fte.${role}`);
    expect(plan.lines.map(({ id }) => id).filter((id) => id.startsWith("fte."))).toEqual([...expected, "fte.r"]);
    expect(at(plan, "fte.network", 1)).toBeCloseTo(7 + 30 / 15, 9);
  });

  it.each<readonly [string, Given, string, number, number]>([
    ["salaries of the year", {}, "staff.salaries", 1, 3000],
    ["loaded", { "staff.loaded": 1.4 }, "staff.salaries", 1, 4200],
    ["for those employed", { "staff.contractor_share": 0.25 }, "staff.salaries", 1, 2250],
    [
      "contractors at their premium",
      { "staff.contractor_share": 0.25, "staff.loaded": 1.4, "staff.contractor_premium": 0.5 },
      "staff.contractors",
      1,
      0.25 * 4200 * 1.5,
    ],
    ["wages rise once a year", { "staff.wage_growth": 0.1 }, "staff.salaries", 12, 3000],
    ["in month 13", { "staff.wage_growth": 0.1 }, "staff.salaries", 13, 3300],
    [
      "replacing those who leave costs a share of a salary, not of the loaded cost",
      { "staff.turnover_vertical": 0.1, "staff.replacement_cost": 0.5, "staff.loaded": 1.4, "staff.contractor_share": 0.25 },
      "staff.turnover",
      1,
      112.5,
    ],
    [
      "training is for everybody, at general prices",
      { "staff.training_cost": 1200, "prices.inflation": 0.1, "staff.wage_growth": 0.5, "staff.contractor_share": 0.25 },
      "staff.training",
      13,
      330,
    ],
  ])("%s", (_, given, line, month, cost) => {
    expect(at(of(given), line, month)).toBeCloseTo(cost, 9);
  });

  it("a hybrid's turnover is weighed", () => {
    const given = {
      "staff.turnover_vertical": 0.1,
      "staff.turnover_horizontal": 0.2,
      "staff.replacement_cost": 1,
      "hybrid.central_share": 0.25,
    };
    expect(at(of(given, "hybrid"), "staff.turnover", 1)).toBeCloseTo(3000 * 0.175, 9);
  });
});

describe("learning a distributed platform", () => {
  const LEARNING: Given = { "staff.learning_months": 4, "staff.learning_loss": 0.2, "staff.loaded": 1.5 };
  const SHARDED: Given = { "demand.curve": "formula", "demand.formula": "60 + 30 * month" };
  const months = (given: Given, architecture: Architecture): readonly number[] =>
    monthsOf(of({ ...LEARNING, ...given }, architecture), "staff.learning").map((cost) => Number((cost / 4500).toFixed(9)));

  it.each<readonly [string, Architecture, Given, readonly number[]]>([
    ["falls to 0 in a straight line from the start", "horizontal", {}, [0.2, 0.15, 0.1, 0.05, 0]],
    ["is over where the platform runs today", "horizontal", { "plan.current": "horizontal" }, [0, 0]],
    ["is none of a central system", "vertical", {}, [0, 0, 0]],
    [
      "until it is sharded",
      "vertical",
      { "demand.curve": "formula", "demand.formula": "month < 3 ? 10 : 60" },
      [0, 0, 0.2, 0.15, 0.1, 0.05, 0],
    ],
    ["from the start, when it is sharded then", "vertical", SHARDED, [0.2, 0.15, 0.1]],
    ["not when it is sharded today", "vertical", { ...SHARDED, "shard.today": 2 }, [0, 0, 0]],
  ])("%s", (_, architecture, given, expected) => {
    expect(months(given, architecture).slice(0, expected.length)).toEqual(expected);
  });
});

describe("wages of the reference data are brought to the start of the plan by the growth of wages", () => {
  const salaryOf = (given: Given): number => Number(projected(given).plan.a.roles.find(({ name }) => name === "dba")?.salary);

  // BLS OEWS, May 2025: 104,620. 20 months to January 2027.
  it.each<readonly [string, Given, number]>([
    ["20 months at 3.6 % a year", {}, 104_620 * 1.036 ** (20 / 12)],
    ["no growth", { "staff.wage_growth": 0 }, 104_620],
    ["a plan that starts in the month of the survey", { "plan.start": "2025-05-01" }, 104_620],
    ["a plan that starts before it", { "plan.start": "2024-05-01" }, 104_620 / 1.036],
    ["a stated salary is one of the start", { "role.dba.salary": 104_620 }, 104_620],
    ["another field of the role changes nothing", { "role.dba.fixed": 3 }, 104_620 * 1.036 ** (20 / 12)],
  ])("%s", (_, given, salary) => {
    expect(salaryOf(given)).toBeCloseTo(salary, 6);
  });

  it("and follow the growth when that is varied, as a scenario that states it does", () => {
    const varied = variedScenario(mapOf({}), ["staff.wage_growth"], reference);
    varied.set(0, 0.08);
    const found = varied.projection("vertical");
    const stated = projected({ "staff.wage_growth": 0.08 });
    expect(found.feasible && Array.from(found.total)).toEqual(Array.from(stated.total));
  });
});
