import { describe, expect, it } from "vitest";
import { ladderFor, ladderName, ladderOf, rentOf } from "../../../src/engine/capacity/ladder";
import { resolveScenario } from "../../../src/engine/catalogue/scenario";
import { reference } from "../../../src/reference/load";
import { bare, mapOf, PLAIN_REGION, projected, servers, sumOf } from "../projected";
import type { Given } from "../projected";

const SERVER = reference.ladders["owned-x86"][0];

it.each([
  ["vertical", false, undefined, "aws-memory"],
  ["horizontal", false, undefined, "aws-nodes"],
  ["vertical", true, undefined, "owned-x86"],
  ["horizontal", true, undefined, "owned-x86"],
  ["horizontal", true, "aws-memory", "aws-memory"],
] as const)("the ladder of the %s part, owned: %s, stated: %s, is %s", (part, owned, stated, name) => {
  expect(ladderName(part, owned, stated)).toBe(name);
  const given: Given = { [`${part}.hosting`]: owned ? "owned" : "cloud", ...(stated === undefined ? {} : { [`${part}.servers`]: stated }) };
  expect(ladderOf(resolveScenario(mapOf(given), reference), part)).toBe(name);
});

it("rows of a scenario build the part for which they are, and both where they are for both", () => {
  const row = (name: string, role: string): Given => ({
    [`server.${name}.cores`]: 1,
    [`server.${name}.memory_gib`]: 1,
    [`server.${name}.monthly`]: 1,
    [`server.${name}.role`]: role,
  });
  const a = resolveScenario(mapOf({ ...row("one", "vertical"), ...row("two", "horizontal"), ...row("three", "both") }), reference);
  const names = (part: "vertical" | "horizontal"): readonly string[] => ladderFor(a, part, reference).shapes.map(({ name }) => name);
  expect([names("vertical"), names("horizontal")]).toEqual([
    ["one", "three"],
    ["two", "three"],
  ]);
});

it.each([
  ["on-demand", 100, 70, 50, { monthly: 100, stayMonths: 1 }],
  ["1-year", 100, 70, 50, { monthly: 70, stayMonths: 12 }],
  ["3-year", 100, 70, 50, { monthly: 50, stayMonths: 36 }],
  ["3-year", 100, 70, null, { monthly: 70, stayMonths: 12 }],
  ["1-year", 100, null, 50, { monthly: 100, stayMonths: 1 }],
  ["3-year", 100, null, null, { monthly: 100, stayMonths: 1 }],
  ["3-year", null, null, 50, { monthly: 50, stayMonths: 36 }],
  ["3-year", null, 70, null, { monthly: 70, stayMonths: 12 }],
] as const)("a rent under a commitment %s, of prices %s, %s and %s a month", (commitment, monthly, monthly1y, monthly3y, rent) => {
  expect(rentOf({ ...SERVER, monthly, monthly1y, monthly3y }, commitment)).toMatchObject(rent);
});

describe("a server can be rented when it has a price for the commitment or for a shorter one", () => {
  const ROWS: Given = {
    ...servers({ demand: { cores: 1, monthly: 100 }, one: { cores: 1, monthly_1y: 70 }, three: { cores: 1, monthly_3y: 50 } }),
    ...servers({ bought: { cores: 1, price: 1000 } }),
  };

  it.each<readonly [Given, readonly string[]]>([
    [{}, ["demand"]],
    [{ "cloud.commitment": "1-year" }, ["demand", "one"]],
    [{ "cloud.commitment": "3-year" }, ["demand", "one", "three"]],
    [{ "cloud.commitment": "3-year", "vertical.hosting": "owned", "horizontal.hosting": "owned" }, ["bought"]],
  ])("%j: %j", (given, expected) => {
    const a = resolveScenario(mapOf({ ...ROWS, ...given }), reference);
    const offered = (["vertical", "horizontal"] as const).map((part) => ladderFor(a, part, reference).shapes.map(({ name }) => name));
    expect(offered).toEqual([expected, expected]);
  });

  // Nine servers for 1,000 users by default, at 300 a month with the commitment and 900 on demand.
  it.each<readonly [Given, "vertical" | "horizontal", number]>([
    [{}, "vertical", 12 * 9 * 300],
    [{ "cloud.commitment": "1-year" }, "vertical", 12 * 9 * 900],
    [{ "cloud.commitment": "on-demand" }, "vertical", 12 * 9 * 900],
  ])("what it costs: %j, %s", (given, architecture, cost) => {
    const base: Given = {
      "plan.years": 1,
      "cloud.commitment": "3-year",
      "demand.volume": 1000,
      ...servers({ big: { cores: 16, memory_gib: 128, monthly: 900 }, small: { cores: 16, memory_gib: 128, monthly_3y: 300 } }),
    };
    expect(sumOf(projected({ ...base, ...given }, architecture), "cloud.compute")).toBe(cost);
  });

  it("nodes too: two of them at 100 a month, where the commitment's price is the only one", () => {
    const given = { ...PLAIN_REGION, "plan.years": 1, "demand.volume": 20, ...servers({ n: { cores: 10, monthly_3y: 100 } }) };
    expect(sumOf(projected(bare({ ...given, "cloud.commitment": "3-year" }), "horizontal"), "cloud.compute")).toBe(12 * 2 * 100);
  });
});
