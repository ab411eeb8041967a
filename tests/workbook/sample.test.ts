import { describe, expect, test } from "vitest";
import { checkScenario, resolveScenario } from "../../src/engine/catalogue/scenario";
import type { Value } from "../../src/engine/catalogue/values";
import { reference } from "../../src/reference/load";
import { SAMPLE } from "../../src/workbook/sample";

const DEALS = SAMPLE.deals.flatMap(({ name, fields }) =>
  Object.entries(fields).map(([field, value]): [string, Value] => [`deal.${name}.${field}`, value]),
);
const BASE = SAMPLE.scenarios[0]?.values ?? new Map<string, Value>();

describe("the sample", () => {
  test.each(SAMPLE.scenarios.map(({ name, values }) => [name, values] as const))(
    "scenario %s holds nothing that the check finds wrong",
    (_name, values) => {
      expect(checkScenario(new Map([...DEALS, ...BASE, ...values]), reference)).toEqual([]);
    },
  );

  test("grows from three to ten hospitals in three states by seven deals with costs of integration", () => {
    const assumptions = resolveScenario(new Map([...DEALS, ...BASE]), reference);
    const { deals } = assumptions;
    const sum = (field: "sites" | "regions") =>
      deals.reduce((total, deal) => total + deal[field], assumptions[field === "sites" ? "demand.sites" : "horizontal.regions"]);
    expect([deals.length, sum("sites"), sum("regions")]).toEqual([7, 10, 3]);
    expect(deals.filter((deal) => deal.integration_cost > 0 && deal.legacy_cost > 0)).toHaveLength(7);
  });

  test("says of every demand figure where it comes from", () => {
    const silent = [...BASE.keys()]
      .filter((key) => key.startsWith("demand.") || key.startsWith("data."))
      .filter((key) => {
        const { source = "", note = "" } = SAMPLE.evidence.get(key) ?? {};
        return key !== "demand.volume_name" && source + note === "";
      });
    expect(silent).toEqual([]);
    expect(SAMPLE.deals.filter(({ evidence = "" }) => !evidence.includes("PwC") || !evidence.includes("assumption"))).toEqual([]);
  });
});
