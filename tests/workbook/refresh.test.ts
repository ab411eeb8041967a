import { describe, expect, test } from "vitest";
import { headerFormula, pickedFormula, scenarioFormula, scenarioRange } from "../../src/workbook/formulas";
import type { SheetValues } from "../../src/workbook/figures";
import { scenarioBlocks } from "../../src/workbook/scenarioBlocks";
import type { CellValue, NamePlan } from "../../src/workbook/plan";
import {
  blockPlans,
  columnPlan,
  comparePlan,
  formulaBlocks,
  layoutVersion,
  missingBlocks,
  refreshPlan,
} from "../../src/workbook/refreshPlan";
import { missingSheets } from "../../src/workbook/writtenSheets";
import { blocksOf } from "../../src/workbook/standing";
import type { ModelParts } from "../../src/workbook/standing";

const STANDING = scenarioBlocks(["Base", "Growth"]);
const NAMES = ["as.Base", "as.Growth"];
const PICKERS: readonly NamePlan[] = [
  { name: "pick.From", formula: "=Compare!$D$2" },
  { name: "pick.To", formula: "=Compare!$E$2" },
];

const HEADER = ["Key", "Base", "Growth"];

function inputs(header: readonly string[] = HEADER, ...rows: readonly CellValue[][]): SheetValues & { readonly sheet: string } {
  return { sheet: "Assumptions", row: 4, column: 0, values: [header, ["plan.status", ...header.slice(1).map(() => "Draft")], ...rows] };
}

const COMPARE: SheetValues = {
  row: 0,
  column: 0,
  values: [
    ["Compare"],
    ["", "", "", "Base", "Growth"],
    ["Key figures", "Unit", "", "Base", "Growth"],
    ["Status"],
    ["Total cost, vertical"],
  ],
};

/** A workbook in which everything stands. */
function whole(change: Partial<ModelParts> = {}): ModelParts {
  return {
    sheets: ["Summary", "Assumptions", "Acquisitions", "Compare", "Charts", "Scenarios", "Checks", "Log", "Chart data"],
    tables: ["Inputs", "Deals", "LogEntries", "Snapshots"],
    names: [
      { name: "tco.Layout", formula: "=3" },
      ...PICKERS,
      { name: "as.From", formula: scenarioRange(0) },
      { name: "as.To", formula: scenarioRange(2) },
      { name: "as.Base", formula: scenarioRange(4) },
      { name: "as.Growth", formula: scenarioRange(6) },
    ],
    inputs: inputs(),
    blockRow: 5,
    blockFormulas: [pickedFormula("from"), "", pickedFormula("to"), "", scenarioFormula("Base"), "", scenarioFormula("Growth"), ""],
    blockTitles: [],
    tableValues: new Map(),
    looseCells: new Map(),
    compare: COMPARE,
    compareFormulas: COMPARE.values,
    checks: undefined,
    scenarioColumns: 8,
    ...change,
  };
}

/** The same without one of the sheets. */
function without(sheet: string, change: Partial<ModelParts> = {}): ModelParts {
  const parts = whole(change);
  return {
    ...parts,
    sheets: parts.sheets.filter((name) => name !== sheet),
    ...(sheet === "Compare" ? { compare: undefined } : {}),
    ...(sheet === "Scenarios" ? { blockFormulas: [] } : {}),
  };
}

describe("scenario blocks in a workbook", () => {
  test("are found by their names and know the column that they read, also after it was renamed", () => {
    const names = [
      { name: "as.Growth", formula: scenarioRange(2) },
      { name: "as.Base", formula: scenarioRange(0) },
      { name: "Budget", formula: "=Sheet1!$A$1" },
    ];
    const formulas = [scenarioFormula("Base"), "", scenarioFormula("Faster"), ""];
    expect(blocksOf(names, formulas, [])).toEqual([
      { header: "Base", definedName: "as.Base", column: 0, checkColumn: 0, formula: formulas[0], isBroken: false },
      { header: "Faster", definedName: "as.Growth", column: 2, checkColumn: 3, formula: formulas[2], isBroken: false },
    ]);
  });

  test("a block whose formula was overwritten is known by the title above it, and broken", () => {
    const [block] = blocksOf([{ name: "as.Growth", formula: scenarioRange(0) }], ["my text"], [headerFormula("Growth")]);
    expect(block).toEqual({ header: "Growth", definedName: "as.Growth", column: 0, checkColumn: 0, formula: "my text", isBroken: true });
  });

  test("a name whose block and title were overwritten is no scenario", () => {
    expect(blocksOf([{ name: "as.Base", formula: scenarioRange(0) }], ["my text"], ["mine"])).toEqual([]);
  });

  test("the blocks that follow the pickers are no scenarios", () => {
    const { names, blockFormulas } = whole();
    expect(blocksOf(names, blockFormulas, []).map(({ definedName }) => definedName)).toEqual(["as.Base", "as.Growth"]);
  });
});

describe("a header typed beside the table", () => {
  const added = missingBlocks(["Base", "Growth", "Late"], STANDING, NAMES, { scenarios: 4, checks: 0 });

  test("gets the next block and a name of its own", () => {
    expect(added).toEqual([{ header: "Late", definedName: "as.Late", column: 8, checkColumn: 6 }]);
  });

  test("gets formulas beside those that stand, which are not written again", () => {
    const blocks = blockPlans(added, ["Deals"]).flatMap((plan) => plan.blocks.map(({ column }) => [plan.sheet, column]));
    expect(new Set(blocks.map(String))).toEqual(new Set(["Scenarios,8", "Checks,6"]));
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

  test("gets a column on Compare right of those that stand, with the figures in the rows of their labels", () => {
    const [plan] = comparePlan([...STANDING, ...added], whole());
    expect(plan?.blocks.map(({ row, column, cells }) => [row, column, cells.length])).toEqual([[2, 5, 3]]);
    expect(plan?.blocks[0]?.cells).toEqual([
      ["=Scenarios!$I$5"],
      ['=TCO.SCENARIO.GET(as.Late,"plan.status","Draft")'],
      ['=TCO.METRIC(as.Late,"tco","vertical")'],
    ]);
  });

  test("finds the labels where a person has moved them", () => {
    const moved = { ...COMPARE, values: [...COMPARE.values.slice(0, 3), ["Total cost, vertical"], ["my line"], ["Status"]] };
    const [plan] = comparePlan([...STANDING, ...added], whole({ compare: moved, compareFormulas: moved.values }));
    expect(plan?.blocks.map(({ row, cells }) => [row, String(cells.at(-1)?.[0]).slice(0, 12)])).toEqual([
      [2, "=TCO.METRIC("],
      [5, "=TCO.SCENARI"],
    ]);
  });

  test("is offered by the pickers", () => {
    const plan = refreshPlan(whole({ inputs: { ...inputs(["Key", "Base", "Growth", "Late"]), sheet: "My inputs" } })).sheets.at(-1);
    expect(plan?.validations.map(({ row, column, columns, source }) => [row, column, columns, source])).toEqual([
      [1, 3, 1, "='My inputs'!$B$5:$D$5"],
      [1, 4, 1, "='My inputs'!$B$5:$D$5"],
    ]);
  });

  test("gets the column beside the other scenarios, whatever note stands further right in the row of their names", () => {
    const values = COMPARE.values.map((row, at) => (at === 2 ? [...row, "", "mine"] : row));
    const compare = { ...COMPARE, values };
    const plan = refreshPlan(whole({ inputs: inputs(["Key", "Base", "Growth", "Late"]), compare, compareFormulas: values })).sheets.at(-1);
    expect([plan?.sheet, plan?.blocks.map(({ column }) => column)]).toEqual(["Compare", [5]]);
  });
});

describe("a refresh", () => {
  test("writes nothing when everything stands", () => {
    expect(refreshPlan(whole())).toEqual({ added: [], sheets: [], chartYears: 5 });
  });

  test("gives no place to a header that cannot be a name, and one to those beside it", () => {
    const header = ["Key", "Base", "Growth", "one\ntwo", "Late", "late "];
    expect(refreshPlan(whole({ inputs: inputs(header) })).added).toEqual(["Late"]);
  });

  test.each<[string, string, readonly CellValue[][], number]>([
    ["the years of the scenario that is shown", "Growth", [["plan.years", 3, 7]], 7],
    ["Base's where it states none", "Growth", [["plan.years", 3, ""]], 3],
    ["the default where the cell holds no number of years", "Growth", [["plan.years", "soon", ""]], 5],
    ["the default where nothing is stated", "Growth", [], 5],
  ])("draws %s", (_words, to, rows, years) => {
    const compare = { ...COMPARE, values: [["Compare"], ["", "", "", "Base", to], ...COMPARE.values.slice(2)] };
    expect(refreshPlan(whole({ inputs: inputs(HEADER, ...rows), compare })).chartYears).toBe(years);
  });

  test.each(["Summary", "Compare", "Charts", "Scenarios", "Checks", "Log", "Chart data"])(
    "leaves the sheet %s gone, which a repair writes again where it is asked to",
    (sheet) => {
      const late = ["Key", "Base", "Growth", "Late"];
      expect(refreshPlan(without(sheet, { inputs: inputs(late) })).sheets.map((plan) => plan.sheet)).not.toContain(sheet);
      expect(missingSheets(without(sheet)).map((plan) => plan.sheet)).toEqual([sheet]);
    },
  );

  test("adds no scenario where the sheet of their blocks is gone: with the sheet, all of them come back", () => {
    const parts = without("Scenarios", { inputs: inputs(["Key", "Base", "Growth", "Late"]) });
    expect(refreshPlan(parts)).toMatchObject({ added: [], sheets: [] });
    expect(missingSheets(parts).flatMap((plan) => plan.names.map(({ name }) => name))).toEqual([
      "as.From",
      "as.To",
      "as.Base",
      "as.Growth",
      "as.Late",
    ]);
  });

  test("gives a new scenario the errors that the others show where the checks are gone", () => {
    const figures = [...COMPARE.values, ["Errors found by the checks"], ["Warnings of the checks"]];
    const parts = without("Checks", { inputs: inputs(["Key", "Base", "Growth", "Late"]), compare: { ...COMPARE, values: figures } });
    const compare = refreshPlan(parts).sheets.find((plan) => plan.sheet === "Compare");
    expect(compare?.blocks.flatMap(({ cells }) => cells.flat())).toEqual([
      "=Scenarios!$I$5",
      '=TCO.SCENARIO.GET(as.Late,"plan.status","Draft")',
      '=TCO.METRIC(as.Late,"tco","vertical")',
      "=#REF!",
      "=#REF!",
    ]);
  });

  test("gives scenarios their old names when the sheet of their blocks is gone", () => {
    const sheets = missingSheets(without("Scenarios"));
    const names = sheets.flatMap((plan) => plan.names.map(({ name }) => name));
    expect(names).toEqual(expect.arrayContaining(["as.From", "as.To", "as.Base", "as.Growth"]));
    expect(names.filter((name) => name.endsWith("_2"))).toEqual([]);
  });

  test("leaves a model of an earlier layout to be updated first", () => {
    const { names } = whole();
    const parts = whole({ names: names.filter(({ name }) => name !== "tco.Layout"), sheets: ["Assumptions"] });
    expect(refreshPlan(parts)).toMatchObject({ added: [], sheets: [], hindrance: expect.stringContaining("An earlier version") as string });
  });
});

describe("a table that was added to the workbook", () => {
  const tables = ["Deals", "Roles"] as const;

  test("is taken in by every block, those of the pickers included", () => {
    expect(formulaBlocks(whole(), tables)).toEqual([
      { row: 5, column: 4, cells: [[scenarioFormula("Base", tables)]] },
      { row: 5, column: 6, cells: [[scenarioFormula("Growth", tables)]] },
      { row: 5, column: 0, cells: [[pickedFormula("from", tables)]] },
      { row: 5, column: 2, cells: [[pickedFormula("to", tables)]] },
    ]);
  });

  test("is taken in by a refresh, whatever brought it", () => {
    const { sheets } = refreshPlan(whole({ tables: ["Inputs", "Deals", "roles"] }));
    expect(sheets.map(({ sheet, blocks }) => [sheet, blocks.length])).toEqual([["Scenarios", 4]]);
  });

  test("is not forced on a formula that somebody has changed", () => {
    const own = scenarioFormula("Growth").replace("TCO.SCENARIO(", "TCO.SCENARIO.WITH(TCO.SCENARIO(") + ',"demand.growth",0.1)';
    const parts = whole();
    const blockFormulas = parts.blockFormulas.map((formula, column) => (column === 6 ? own : formula));
    expect(formulaBlocks({ ...parts, blockFormulas }, tables).map(({ column }) => column)).toEqual([4, 0, 2]);
  });
});

describe("the version of a layout", () => {
  test.each<[string, readonly NamePlan[], number]>([
    ["is what the stamp says", [{ name: "TCO.layout", formula: "=2" }], 2],
    ["is 1 without a stamp", [], 1],
    ["is 1 when the stamp is damaged", [{ name: "tco.Layout", formula: "=#REF!" }], 1],
    ["of a later add-in is told as it is", [{ name: "tco.Layout", formula: "=7" }], 7],
  ])("%s", (_words, names, version) => {
    expect(layoutVersion(names)).toBe(version);
  });
});

test("Compare is left alone when its heading is gone", () => {
  expect(comparePlan(STANDING, whole({ compare: { row: 0, column: 0, values: [["my own sheet"]] } }))).toEqual([]);
});
