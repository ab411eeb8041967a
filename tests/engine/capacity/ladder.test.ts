import { expect, it } from "vitest";
import { ladderFor, ladderName, ladderOf, ownedMonthlyCost, rentOf } from "../../../src/engine/capacity/ladder";
import { resolveScenario } from "../../../src/engine/scenario";
import { reference } from "../../../src/reference/load";
import { mapOf } from "../projected";
import type { Given } from "../projected";

/** A server for 12,000. */
const SERVER = { ...reference.ladders["owned-x86"][0], price: 12_000 };

it.each<readonly [string, Given, number]>([
  ["its price over the months of its life", { "hardware.life_years": 5, "hardware.maintenance": 0 }, 12_000 / 60],
  ["and a twelfth of the year's maintenance", { "hardware.life_years": 5, "hardware.maintenance": 0.12 }, 200 + 120],
  ["both after the discount", { "hardware.life_years": 4, "hardware.maintenance": 0.12, "hardware.discount": 0.5 }, (250 + 120) / 2],
])("an owned server costs a month %s", (_, given, cost) => {
  expect(ownedMonthlyCost(SERVER, resolveScenario(mapOf(given), reference))).toBeCloseTo(cost, 9);
});

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
] as const)("a rent under a commitment %s, of prices %s, %s and %s a month", (commitment, monthly, monthly1y, monthly3y, rent) => {
  expect(rentOf({ ...SERVER, monthly, monthly1y, monthly3y }, commitment)).toMatchObject(rent);
});
