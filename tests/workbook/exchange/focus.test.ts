import { describe, expect, test } from "vitest";
import { COMPONENTS } from "../../../src/engine/cost/components";
import { csvOf } from "../../../src/workbook/exchange/csv";
import { focusRows } from "../../../src/workbook/exchange/focus";

/** Mandatory columns of FOCUS 1.2 (FinOps Open Cost and Usage Specification, tag v1.2, May 2025). */
const MANDATORY = [
  "BilledCost",
  "BillingAccountId",
  "BillingAccountName",
  "BillingCurrency",
  "BillingPeriodEnd",
  "BillingPeriodStart",
  "ChargeCategory",
  "ChargeClass",
  "ChargeDescription",
  "ChargePeriodEnd",
  "ChargePeriodStart",
  "ContractedCost",
  "EffectiveCost",
  "InvoiceIssuerName",
  "ListCost",
  "PricingQuantity",
  "PricingUnit",
  "ProviderName",
  "PublisherName",
  "ServiceCategory",
  "ServiceName",
];

/** Values that ServiceCategory and ChargeCategory may have in FOCUS 1.2. */
const SERVICE_CATEGORIES = [
  "AI and Machine Learning",
  "Analytics",
  "Business Applications",
  "Compute",
  "Databases",
  "Developer Tools",
  "Multicloud",
  "Identity",
  "Integration",
  "Internet of Things",
  "Management and Governance",
  "Media",
  "Migration",
  "Mobile",
  "Networking",
  "Security",
  "Storage",
  "Web",
  "Other",
];
const CHARGE_CATEGORIES = ["Usage", "Purchase", "Tax", "Credit", "Adjustment"];

/** Two months from January 2027 (46388 is its first day, 46418 its last; February ends on 46446). */
const COSTS = {
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
  ],
};

const [header, ...charges] = focusRows(COSTS, COMPONENTS);
const at = (row: number, column: string) => charges[row][header.indexOf(column)];

describe("costs in the columns of FOCUS 1.2", () => {
  test("have every mandatory column, and columns of our own only behind x_", () => {
    expect(header).toEqual(expect.arrayContaining(MANDATORY));
    expect(header.filter((name) => !MANDATORY.includes(String(name)) && !String(name).startsWith("x_"))).toEqual([]);
  });

  test("are a row per month and line that costs anything, and add up to the costs", () => {
    expect(charges.map((_, row) => [at(row, "x_CostLine"), at(row, "BillingPeriodStart"), at(row, "BilledCost")])).toEqual([
      ["cloud.compute", "2027-01-01T00:00:00Z", 100],
      ["hardware.purchase", "2027-01-01T00:00:00Z", 5000],
      ["cloud.compute", "2027-02-01T00:00:00Z", 110],
      ["residual", "2027-02-01T00:00:00Z", -800],
      ["custom.Audit", "2027-02-01T00:00:00Z", 7],
    ]);
  });

  test("end a period with the first day after it", () => {
    expect([at(0, "ChargePeriodEnd"), at(2, "BillingPeriodEnd")]).toEqual(["2027-02-01T00:00:00Z", "2027-03-01T00:00:00Z"]);
  });

  test.each([
    [0, "Usage", "Compute", "Cloud servers", "Cloud Services", "Compute", "opex"],
    [1, "Purchase", "Compute", "Server purchases", "Hardware", "Compute", "capex"],
    [3, "Credit", "Compute", "Residual value", "Hardware", "Compute", "capex"],
    [4, "Usage", "Business Applications", "Audit", "Other", "Application", "opex"],
  ])("row %d is %s of %s: %s, booked in %s, %s, %s", (row, charge, service, _name, pool, tower, spend) => {
    expect([
      at(row, "ChargeCategory"),
      at(row, "ServiceCategory"),
      at(row, "x_TbmCostPool"),
      at(row, "x_TbmTower"),
      at(row, "x_Spend"),
    ]).toEqual([charge, service, pool, tower, spend]);
    expect(at(row, "ServiceName")).not.toBe("");
  });

  test("give every cost line a category that FOCUS knows", () => {
    const lines = COMPONENTS.map(({ id }) => ({ id, costPool: "Other", months: [1] }));
    const [names, ...rows] = focusRows({ ...COSTS, starts: [46388], ends: [46418], lines }, COMPONENTS);
    expect(rows).toHaveLength(COMPONENTS.length);
    for (const row of rows) {
      expect(SERVICE_CATEGORIES).toContain(row[names.indexOf("ServiceCategory")]);
      expect(CHARGE_CATEGORIES).toContain(row[names.indexOf("ChargeCategory")]);
    }
  });
});

test("CSV keeps text from becoming a formula, and numbers as they are", () => {
  expect(csvOf([["a,b", '"c"', "=1+1", "@x", -5, 0.1, true, ""]]).trim()).toBe(`"a,b","""c""",'=1+1,'@x,-5,0.1,true,`);
});
