import { describe, expect, test } from "vitest";
import { CATALOGUE } from "../../src/engine/catalogue/assumptions";
import { definedNameOf, formatOf, inputKeys, inputRows, scenarioNames, typedValue } from "../../src/workbook/mapping";
import type { ScenarioColumn } from "../../src/workbook/mapping";

const BASE: ScenarioColumn = { name: "Base", values: new Map([["demand.growth", 0.02]]) };
const GROWTH: ScenarioColumn = {
  name: "Growth",
  values: new Map<string, number | string>([
    ["demand.growth", 0.04],
    ["deal.Northwind.close", "2028-07-31"],
  ]),
};

function rowOf(key: string, scenarios: readonly ScenarioColumn[]) {
  return inputRows(scenarios).find((row) => row[1] === key);
}

describe("a stated value as it is typed", () => {
  test.each([
    ["plan.start", "2027-01-01", 46388],
    ["deal.St. Brendan.close", "2028-04-30", 46873],
    ["deal.Northwind.close", "next spring", "next spring"],
    ["demand.growth", 0.05, 0.05],
    ["downtime.in_total", true, true],
    ["demand.volume_name", "=beds", "'=beds"],
    ["plan.currency", "3-5", "'3-5"],
  ])("%s = %j becomes %j", (key, value, typed) => {
    expect(typedValue(key, value)).toBe(typed);
  });
});

describe("when a value was stated", () => {
  test.each([
    ["2026-11", "'2026-11"],
    ["2026-11-03", "'2026-11-03"],
    ["2011", 2011],
    ["last budget", "last budget"],
    ["", ""],
  ])("%j is typed as %j", (asOf, typed) => {
    const evidence = new Map([["demand.growth", { asOf }]]);
    expect(inputRows([BASE], evidence).find((row) => row[1] === "demand.growth")?.[8]).toBe(typed);
  });
});

describe("rows of the table of inputs", () => {
  test("the status comes first, so that every scenario column begins with a constant", () => {
    expect(inputKeys([BASE])[0]).toBe("plan.status");
    expect(rowOf("plan.status", [BASE, GROWTH])?.slice(-2)).toEqual(["Draft", "Draft"]);
  });

  test("every key of the catalogue that is no row of a table has one row", () => {
    const scalars = Object.keys(CATALOGUE).filter((key) => !key.includes("*"));
    expect([...inputKeys([BASE])].sort()).toEqual(scalars.sort());
  });

  test("a key that only a scenario states gets a row, named after the row of its table", () => {
    expect(rowOf("deal.Northwind.close", [BASE, GROWTH])).toEqual([
      "Deal",
      "deal.Northwind.close",
      "Northwind: Closing date",
      "date",
      "",
      "",
      "",
      "",
      "",
      "",
      "",
      46965,
    ]);
  });

  test.each([
    ["demand.growth", 0.02, 0.04, "both state it"],
    ["demand.volume", 10000, "", "Base shows the default and the other inherits"],
    ["demand.ceiling", "", "", "there is no default"],
    ["plan.start", 46388, "", "a default date is a serial number"],
    ["downtime.in_total", true, "", "a default that is a boolean stays one"],
  ])("%s holds %j in Base and %j in Growth: %s", (key, base, growth, _why) => {
    expect(rowOf(key, [BASE, GROWTH])?.slice(-2)).toEqual([base, growth]);
  });

  test("no cell is a formula: a formula in a table column would rewrite the column", () => {
    const hostile: ScenarioColumn = { name: "=Base", values: new Map([["user.note", "=HYPERLINK(1)"]]) };
    const cells = inputRows([BASE, hostile], new Map([["plan.years", { source: "=x", note: "-y", asOf: "@z" }]])).flat();
    expect(cells.filter((cell) => typeof cell === "string" && /^[=+\-@]/.test(cell))).toEqual([]);
  });
});

describe("number format of a key", () => {
  test.each([
    ["demand.growth", "0.0##%"],
    ["horizontal.coherency", "0.0##%"],
    ["plan.start", "yyyy-mm-dd"],
    ["shard.project_cost", '#,##0;(#,##0);"-"'],
    ["power.price", "General"],
    ["demand.volume", "#,##0"],
    ["demand.cpu_ms", "General"],
    ["deal.x.integration_cost", '#,##0;(#,##0);"-"'],
    ["user.note", "General"],
    ["no.such.key", "General"],
  ])("%s: %s", (key, format) => {
    expect(formatOf(key)).toBe(format);
  });
});

describe("the defined name of a scenario", () => {
  test.each([
    ["Growth", [], "as.Growth"],
    ["Growth", ["as.growth"], "as.Growth_2"],
    ["Growth", ["as.Growth", "as.Growth_2"], "as.Growth_3"],
    ["Q3 review (copy)", [], "as.Q3_review_copy"],
    ["Größer", [], "as.Gro_er"],
    ["成長", [], "as.Scenario"],
    ["High (P90)", [], "as.High_P90"],
    ["What's [new] @ #3", [], "as.What_s_new_3"],
    ["007", [], "as.007"],
    ["n".repeat(255), [], `as.${"n".repeat(200)}`],
    // The blocks that follow the pickers of Compare bear these names.
    ["From", [], "as.From_2"],
    ["to", [], "as.to_2"],
  ])("%s beside %j is %s", (scenario, taken, name) => {
    expect(definedNameOf(scenario, taken)).toBe(name);
  });
});

describe("scenarios in a header", () => {
  test.each([
    [
      ["Key", "Note", "Base", "Growth"],
      ["Base", "Growth"],
    ],
    [["Base"], ["Base"]],
    [["Key", "Growth"], []],
    [
      ["Key", "Base", "", "Late"],
      ["Base", "Late"],
    ],
  ])("%j names %j", (header, names) => {
    expect(scenarioNames(header)).toEqual(names);
  });
});
