import { describe, expect, test } from "vitest";
import { scenarioFormula, scenarioRange } from "../../src/workbook/formulas";
import { scenarioBlocks } from "../../src/workbook/modelPlan";
import { blocksOf } from "../../src/workbook/readScenarios";
import { blockPlans, columnPlan, comparePlan, missingBlocks } from "../../src/workbook/refreshPlan";

const STANDING = scenarioBlocks(["Base", "Growth"]);
const NAMES = ["as.Base", "as.Growth"];

describe("scenario blocks in a workbook", () => {
  test("are found by their names and know the column that they read, also after it was renamed", () => {
    const names = [
      { name: "as.Growth", formula: scenarioRange(2) },
      { name: "as.Base", formula: scenarioRange(0) },
      { name: "Budget", formula: "=Sheet1!$A$1" },
    ];
    const formulas = [scenarioFormula("Base"), "", scenarioFormula("Faster"), ""];
    expect(blocksOf(names, formulas)).toEqual([
      { header: "Base", definedName: "as.Base", column: 0 },
      { header: "Faster", definedName: "as.Growth", column: 2 },
    ]);
  });

  test("a name whose block was overwritten is no scenario", () => {
    expect(blocksOf([{ name: "as.Base", formula: scenarioRange(0) }], ["my text"])).toEqual([]);
  });
});

describe("a header typed beside the table", () => {
  const added = missingBlocks(["Base", "Growth", "Late"], STANDING, NAMES);

  test("gets the next block and a name of its own", () => {
    expect(added).toEqual([{ header: "Late", definedName: "as.Late", column: 4 }]);
  });

  test("gets formulas beside those that stand, which are not written again", () => {
    const blocks = blockPlans(added).flatMap((plan) => plan.blocks.map(({ column }) => [plan.sheet, column]));
    expect(new Set(blocks.map(String))).toEqual(new Set(["Scenarios,4", "Checks,6"]));
  });

  test.each<[string, string, unknown[]]>([
    ["gets a status, as every column has one", "", [{ row: 3, column: 4, cells: [["Draft"]] }]],
    ["keeps the status that it has", "Approved", []],
  ])("%s", (_words, status, blocks) => {
    const values = [
      ["Key", "Base", "Growth", "Late"],
      ["plan.status", "Draft", "Draft", status],
      ["demand.growth", 0.02, "", ""],
    ];
    const plan = columnPlan("My inputs", { row: 2, column: 1, values }, added);
    expect([plan.sheet, plan.blocks]).toEqual(["My inputs", blocks]);
    expect(plan.looks).toContainEqual({ row: 4, column: 4, rows: 1, columns: 1, numberFormat: "0.0##%" });
  });

  test("gets a column and a section on Compare, right of and below what stands", () => {
    const compare = { row: 0, column: 0, values: [["Compare"], ["Key figures", "Unit", "", "Base", "Growth", ""], ["Status"]] };
    const plan = comparePlan([...STANDING, ...added], compare);
    expect(plan?.blocks.map(({ row, column }) => [row, column])).toEqual([
      [1, 5],
      [4, 0],
      [5, 0],
      [6, 0],
      [7, 0],
      [9, 0],
    ]);
  });
});

test("nothing is written when every scenario has its place", () => {
  const compare = { row: 0, column: 0, values: [["Key figures", "Unit", "", "Base", "Growth"]] };
  expect(missingBlocks(["Base", "Growth"], STANDING, NAMES)).toEqual([]);
  expect(comparePlan(STANDING, compare)).toBeUndefined();
});

test("Compare is written anew when the sheet is missing, and left alone when its heading is", () => {
  expect(comparePlan(STANDING, undefined)?.sheet).toBe("Compare");
  expect(comparePlan(STANDING, { row: 0, column: 0, values: [["my own sheet"]] })).toBeUndefined();
});
