import { describe, expect, test } from "vitest";
import { reportName, reportPlan } from "../../../src/workbook/edit/report";
import { rowsOfBlock } from "../../../src/workbook/edit/scenarioRows";
import { copyName, nameProblem } from "../../../src/workbook/edit/scenarioNames";
import { newColumn } from "../../../src/workbook/edit/scenarios";
import { inputsOf } from "../../../src/workbook/edit/inputTable";

describe("a scenario's name", () => {
  test.each([
    ["Lean", undefined, /^fine$/],
    ["  Lean  ", undefined, /^fine$/],
    ["", undefined, /needs a name/],
    ["   ", undefined, /needs a name/],
    ["growth", undefined, /There is a column "Growth" already/],
    ["key", undefined, /There is a column "Key" already/],
    ["GROWTH", "Growth", /^fine$/],
    ["x".repeat(61), undefined, /61 characters; allowed are 60/],
  ])("%j (instead of %j)", (name, own, problem) => {
    expect(nameProblem(name, ["Key", "Base", "Growth"], own) ?? "fine").toMatch(problem);
  });

  test.each([
    [["Growth"], "Growth copy"],
    [["Growth", "growth COPY"], "Growth copy 2"],
    [["Growth", "Growth copy", "Growth copy 2"], "Growth copy 3"],
  ])("of a copy, where there are %j: %s", (taken, name) => {
    expect(copyName("Growth", taken)).toBe(name);
  });
});

describe("a new column of the table", () => {
  const inputs = inputsOf({
    sheet: "Assumptions",
    row: 4,
    column: 0,
    values: [
      ["Key", "Base", "Growth"],
      ["plan.status", "Approved", "In review"],
      ["demand.volume", 800, ""],
      ["", "", ""],
      ["demand.growth", 0.02, 0.04],
      ["demand.volume_name", "beds", "=beds"],
    ],
  })!;

  test.each([
    ["inherits everything but its status", undefined, ["Draft", "", "", "", ""]],
    ["that copies Base inherits it", "Base", ["Draft", "", "", "", ""]],
    ["that copies a scenario states the same, text as text", "Growth", ["Draft", "", "", 0.04, "'=beds"]],
  ])("%s", (_words, copied, cells) => {
    expect(newColumn(inputs, copied, 5)).toEqual(cells);
  });
});

describe("the rows of a scenario's block", () => {
  const sheet = {
    row: 1,
    column: 0,
    values: [
      ["Rows", 3, "Rows", 2],
      ["Base", "as.Base", "Growth", "as.Growth"],
      ["Key", "Base", "Key", "Growth"],
      ["demand.volume", 800, "demand.volume", 900],
      ["demand.growth", 0.02, "", ""],
    ],
  };

  test.each([
    [
      "as.Base",
      0,
      [
        ["Key", "Base"],
        ["demand.volume", 800],
        ["demand.growth", 0.02],
      ],
    ],
    [
      "as.Growth",
      2,
      [
        ["Key", "Growth"],
        ["demand.volume", 900],
      ],
    ],
    ["as.Gone", 0, undefined],
  ])("%s", (definedName, column, rows) => {
    expect(rowsOfBlock(sheet, { definedName, column })).toEqual(rows);
  });
});

describe("a report", () => {
  const [from, to] = [
    { label: "Base, vertical", definedName: "as.Base", architecture: "vertical" },
    { label: "Growth", definedName: "as.Growth", architecture: "" },
  ];

  test("is one formula for the variance, one for the differences, and a column for comments", () => {
    const { blocks } = reportPlan("Report 1", from, to, "pool");
    expect(blocks.flatMap(({ cells }) => cells.flat()).filter((cell) => String(cell).startsWith("=TCO"))).toEqual([
      '=TCO.SCENARIO.VARIANCE(TCO.SCENARIO.WITH(as.Base,"plan.architecture","vertical"),as.Growth,"pool")',
      '=TCO.SCENARIO.DIFF(TCO.SCENARIO.WITH(as.Base,"plan.architecture","vertical"),as.Growth)',
    ]);
  });

  test("says the architecture of each side above its column: the header names the scenarios alone", () => {
    const { blocks } = reportPlan("Report 1", from, to, "pool");
    const above = (column: number) => blocks.find((block) => block.row === 4 && block.column === column)?.cells;
    expect([above(0), above(1)]).toEqual([[["Variance by pool"]], [["vertical", "as proposed"]]]);
  });

  test("by component has the words for each line before its id, and the id where another line stands in its row", () => {
    const labels = new Map([
      ["hardware.purchase", "Server purchases"],
      ["residual", 'Value "left"'],
    ]);
    const { blocks, looks } = reportPlan("Report 1", from, to, "component", labels);
    const at = (row: number, column: number) =>
      blocks.filter((block) => block.row === row && block.column === column).flatMap(({ cells }) => cells);
    expect(at(4, 0)).toEqual([["Variance by component"]]);
    expect(at(4, 2)).toEqual([["vertical", "as proposed"]]);
    expect(at(5, 1)[0]?.[0]).toMatch(/^=TCO\.SCENARIO\.VARIANCE/);
    expect(at(5, 7)).toEqual([["Commentary"]]);
    expect(at(5, 0).slice(0, 4)).toEqual([
      ["Cost line"],
      ['=IF(B7="hardware.purchase","Server purchases",B7&"")'],
      ['=IF(B8="residual","Value ""left""",B8&"")'],
      ['=B9&""'],
    ]);
    expect(looks.find(({ isInput }) => isInput)).toMatchObject({ row: 6, column: 7, columns: 1 });
  });

  test.each([
    [["Sheet1"], "Report 1"],
    [["report 1", "Report 3"], "Report 2"],
  ])("gets a name of its own beside %j", (sheets, name) => {
    expect(reportName(sheets)).toBe(name);
  });
});
