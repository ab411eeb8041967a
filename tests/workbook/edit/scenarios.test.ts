import { describe, expect, test } from "vitest";
import { reportName, reportPlan } from "../../../src/workbook/edit/report";
import { rowsOfBlock } from "../../../src/workbook/edit/scenarioRows";
import { copyName, faultyNames, nameProblem } from "../../../src/workbook/edit/scenarioNames";
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
    ["x".repeat(255), undefined, /^fine$/],
    ["x".repeat(256), undefined, /256 characters\. Use 1 to 255/],
    ["Plan #2 (P90) [x] 'y' @z", undefined, /^fine$/],
    ["=1+1", undefined, /^fine$/],
    ["one\ntwo", undefined, /contains a line break/],
    ["one\ttwo", undefined, /contains a tab/],
    ["bell\u0007", undefined, /contains the sign U\+0007/],
    ["half\ud83d", undefined, /contains the sign U\+D83D/],
    ["none\uffff", undefined, /contains the sign U\+FFFF/],
    ["😀", undefined, /^fine$/],
  ])("%j (instead of %j)", (name, own, problem) => {
    expect(nameProblem(name, ["Key", "Base", "Growth"], own) ?? "fine").toMatch(problem);
  });

  test("of a copy loses its end where it would be too long, and no half of a sign", () => {
    const long = "😀".repeat(127);
    expect(copyName(long, [long])).toBe(`${"😀".repeat(125)} copy`);
    expect(copyName(long, [long, `${"😀".repeat(125)} copy`])).toBe(`${"😀".repeat(124)} copy 2`);
    expect(nameProblem(copyName(long, [long]), [long])).toBeUndefined();
  });

  test.each([
    [["Growth"], "Growth copy"],
    [["Growth", "growth COPY"], "Growth copy 2"],
    [["Growth", "Growth copy", "Growth copy 2"], "Growth copy 3"],
  ])("of a copy, where there are %j: %s", (taken, name) => {
    expect(copyName("Growth", taken)).toBe(name);
  });
});

describe("a header that was typed or pasted into the table and cannot be a scenario's name, with the nearest that can", () => {
  const LONG = "n".repeat(300);

  test.each<[string, readonly string[], readonly (readonly [column: number, problem: RegExp, mended: string])[]]>([
    ["none of usual ones", ["Lean", "=1+1", "007", "日本 😀"], []],
    ["a line break", ["one\ntwo"], [[3, /contains a line break/, "one two"]]],
    [
      "signs that nobody sees",
      ["a\u0007b\tc", "\u0000"],
      [
        [3, /U\+0007/, "a b c"],
        [4, /U\+0000/, "Scenario"],
      ],
    ],
    ["half a sign", ["half\ud83d"], [[3, /U\+D83D/, "half"]]],
    ["spaces around it", [" Lean "], [[3, /begins or ends with a space/, "Lean"]]],
    ["a name that another has but for its spaces", ["Growth", "growth "], [[4, /There is a column "Growth" already/, "growth 2"]]],
    ["the name of a column of words", ["key "], [[3, /There is a column "Key" already/, "key 2"]]],
    [
      "a name that would be taken once it is mended",
      ["A B", "A\nB", "A  B\n"],
      [
        [4, /line break/, "A B 2"],
        [5, /space/, "A  B"],
      ],
    ],
    ["a name that is too long", [LONG], [[3, /300 characters/, LONG.slice(0, 255)]]],
    ["a blank header is no scenario", ["", "Lean"], []],
  ])("%s", (_words, headers, expected) => {
    const header = ["Key", "Note", "Base", ...headers];
    const found = faultyNames(header);
    expect(found.map(({ column, mended }) => [column, mended])).toEqual(expected.map(([column, , mended]) => [column, mended]));
    for (const [index, [, problem]] of expected.entries()) expect(found[index]?.problem).toMatch(problem);
    const after = header.map((name, column) => found.find((each) => each.column === column)?.mended ?? name);
    expect(faultyNames(after)).toEqual([]);
  });

  test("none where Base is gone: nobody can tell what is a scenario", () => {
    expect(faultyNames(["Key", "one\ntwo"])).toEqual([]);
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
