import { parseCsv } from "hucre/csv";
import { describe, expect, test } from "vitest";
import { COMPONENTS } from "../../../src/engine/cost/components";
import { csvOf } from "../../../src/workbook/exchange/csv";
import { billingCurrency } from "../../../src/workbook/exchange/billingCurrency";
import { focusRows } from "../../../src/workbook/exchange/focus";
import type { MonthlyCosts } from "../../../src/workbook/exchange/focus";
import { focusFaults } from "./focusRules";

/** Two months from January 2027 (46388 is its first day, 46418 its last; February ends on 46446). */
const COSTS: MonthlyCosts = {
  scenario: "Base",
  architecture: "vertical",
  currency: "USD",
  starts: [46388, 46419],
  ends: [46418, 46446],
  lines: [
    { id: "cloud.compute", costPool: "Cloud Services", months: [100, 110] },
    { id: "hardware.purchase", costPool: "Hardware", months: [5000, 0] },
    { id: "residual", costPool: "Hardware", months: [0, -800] },
    { id: "custom.Audit", costPool: "Other", months: [0, 7] },
    { id: "custom.Robots", costPool: "Hardware", months: [0, 900], spend: "capex" },
    { id: "custom.Rebate", costPool: "Other", months: [-3, 0], spend: "opex" },
    { id: "switch.project", costPool: "Outside Services", months: [0, 60] },
  ],
};

const [header, ...charges] = focusRows(COSTS, COMPONENTS);

/** The rules that the file of these costs breaks, read back as any program reads it. */
function faultsOf(costs: MonthlyCosts): readonly string[] {
  const [names = [], ...rows] = parseCsv(csvOf(focusRows(costs, COMPONENTS))).map((row) => row.map(String));
  return focusFaults(names, rows);
}
const at = (row: number, column: string) => charges[row][header.indexOf(column)];

describe("costs in the columns of FOCUS 1.2", () => {
  test("keep every rule of FOCUS 1.2 that a file can break", () => {
    expect(faultsOf(COSTS)).toEqual([]);
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    [
      "a Usage without a quantity",
      { ChargeCategory: "Usage", PricingQuantity: "" },
      "PricingQuantity must not be null for Usage and Purchase",
    ],
    ["a quantity without a unit", { PricingUnit: "" }, "PricingUnit must be null where PricingQuantity is, and only there"],
    ["another unit", { PricingUnit: "month" }, "PricingUnit must not be month"],
    ["a sign for a currency", { BillingCurrency: "€" }, "BillingCurrency must not be €"],
    ["a code that no currency has", { BillingCurrency: "XYZ" }, "BillingCurrency must be a code of ISO 4217"],
    ["an exponent with a plus", { BilledCost: "1e+21" }, "BilledCost must not be 1e+21"],
    ["no frequency", { ChargeFrequency: "" }, "ChargeFrequency must not be null"],
    ["a subcategory of another category", { ServiceSubcategory: "Block Storage" }, "ServiceSubcategory must belong to ServiceCategory"],
    ["a name of blanks", { ServiceName: " " }, "ServiceName must not be blanks"],
    ["a period that ends before it starts", { ChargePeriodEnd: "2026-12-01T00:00:00Z" }, "A charge period must end after it starts"],
    ["a day without a time", { BillingPeriodStart: "2027-01-01" }, "BillingPeriodStart must not be 2027-01-01"],
  ])("are refused by the rules with %s", (_words, changed, fault) => {
    const row = header.map((name, at) => changed[String(name)] ?? String(charges[0][at]));
    expect(focusFaults(header.map(String), [row])).toContain(fault);
  });

  test.each([
    ["InvoiceId (Recommended) must be present", (name: string) => (name === "InvoiceId" ? [] : [name])],
    ["Budget is no column of FOCUS and has no prefix x_", (name: string) => (name === "x_Spend" ? ["Budget"] : [name])],
  ])("are refused by the rules: %s", (fault, change) => {
    expect(focusFaults(header.map(String).flatMap(change), [])).toContain(fault);
  });

  test("are a row per month and line that costs anything, and add up to the costs", () => {
    expect(charges.map((_, row) => [at(row, "x_CostLine"), at(row, "BillingPeriodStart"), at(row, "BilledCost")])).toEqual([
      ["cloud.compute", "2027-01-01T00:00:00Z", 100],
      ["hardware.purchase", "2027-01-01T00:00:00Z", 5000],
      ["custom.Rebate", "2027-01-01T00:00:00Z", -3],
      ["cloud.compute", "2027-02-01T00:00:00Z", 110],
      ["residual", "2027-02-01T00:00:00Z", -800],
      ["custom.Audit", "2027-02-01T00:00:00Z", 7],
      ["custom.Robots", "2027-02-01T00:00:00Z", 900],
      ["switch.project", "2027-02-01T00:00:00Z", 60],
    ]);
  });

  test("end a period with the first day after it", () => {
    expect([at(0, "ChargePeriodEnd"), at(3, "BillingPeriodEnd")]).toEqual(["2027-02-01T00:00:00Z", "2027-03-01T00:00:00Z"]);
  });

  test.each([
    ["cloud.compute", "Usage", "Recurring", "1 Months", "Compute", "Cloud Services", "Compute", "opex"],
    ["hardware.purchase", "Purchase", "One-Time", "1 Units", "Compute", "Hardware", "Compute", "capex"],
    ["residual", "Credit", "One-Time", " ", "Compute", "Hardware", "Compute", "capex"],
    ["custom.Audit", "Usage", "Recurring", "1 Months", "Business Applications", "Other", "Application", "opex"],
    ["custom.Robots", "Purchase", "One-Time", "1 Units", "Business Applications", "Hardware", "Application", "capex"],
    ["custom.Rebate", "Credit", "One-Time", " ", "Business Applications", "Other", "Application", "opex"],
    ["switch.project", "Usage", "One-Time", "1 Units", "Other", "Outside Services", "Delivery", "opex"],
  ])("%s is a %s, %s, priced as %s, of %s, booked in %s, %s, %s", (id, charge, frequency, priced, service, pool, tower, spend) => {
    const row = charges.findIndex((_charge, each) => at(each, "x_CostLine") === id);
    expect([
      at(row, "ChargeCategory"),
      at(row, "ChargeFrequency"),
      `${String(at(row, "PricingQuantity"))} ${String(at(row, "PricingUnit"))}`,
      at(row, "ServiceCategory"),
      at(row, "x_TbmCostPool"),
      at(row, "x_TbmTower"),
      at(row, "x_Spend"),
    ]).toEqual([charge, frequency, priced, service, pool, tower, spend]);
  });

  test("keep the rules for every cost line, as a cost and as a credit", () => {
    const lines = COMPONENTS.map(({ id }) => ({ id, costPool: "Other", months: [1, -1] }));
    expect(focusRows({ ...COSTS, lines }, COMPONENTS)).toHaveLength(1 + 2 * COMPONENTS.length);
    expect(faultsOf({ ...COSTS, lines })).toEqual([]);
  });

  test("call a project one-time, and every project is a cost line", () => {
    const lines = COMPONENTS.map(({ id }) => ({ id, costPool: "Other", months: [1] }));
    const [names, ...rows] = focusRows({ ...COSTS, lines }, COMPONENTS);
    const oneTime = rows.filter((row) => row[names.indexOf("ChargeFrequency")] === "One-Time");
    expect(oneTime.map((row) => row[names.indexOf("x_CostLine")])).toEqual([
      "hardware.purchase",
      "license.purchase",
      "integration.oneoff",
      "integration.beyond_plan",
      "switch.project",
      "switch.beyond_plan",
      "shard.project",
      "upgrade.project",
      "residual",
    ]);
  });

  test.each([1e-7, 0.1 + 0.2, 1e15, 123456789012345680000, -1e-7])("keep the rules with an amount of %d", (amount) => {
    expect(faultsOf({ ...COSTS, lines: [{ id: "power", costPool: "Other", months: [amount] }] })).toEqual([]);
  });

  test.each(["=cmd|'/c calc'!A1", "Zürich", "a,b", '"', "Q3\nreview", "007"])("keep the rules for a scenario called %j", (scenario) => {
    expect(faultsOf({ ...COSTS, scenario })).toEqual([]);
  });
});

describe("the currency of costs", () => {
  test.each([
    ["USD", "USD"],
    ["eur", "EUR"],
    [" chf ", "CHF"],
  ])("%j goes out as %s", (stated, code) => {
    expect(billingCurrency(stated)).toBe(code);
  });

  test.each([
    ["€", "the three-letter code EUR"],
    ["$", "the three-letter code USD"],
    ["£", "the three-letter code GBP"],
    ["US$", "the three-letter code USD"],
    ["euro", "the three-letter code EUR"],
    ["Fr.", "the three-letter code CHF"],
    ["", "a three-letter code such as USD or EUR"],
    ["XYZ", "a three-letter code such as USD or EUR"],
    ["EURO2", "a three-letter code such as USD or EUR"],
    ["kr", "a three-letter code such as USD or EUR"],
    ["constructor", "a three-letter code such as USD or EUR"],
  ])("%j is refused, with the nearest code", (stated, near) => {
    const words = `Currency is "${stated}". FOCUS allows only codes of ISO 4217: enter ${near} (plan.currency).`;
    expect(() => focusRows({ ...COSTS, currency: stated, lines: [] }, COMPONENTS)).toThrow(words);
  });
});
