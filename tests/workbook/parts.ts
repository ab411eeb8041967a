import { FIGURES } from "../../src/workbook/compare";
import type { SheetValues } from "../../src/workbook/figures";
import { headerFormula, pickedFormula, scenarioFormula, scenarioRange } from "../../src/workbook/formulas";
import { INPUT_COLUMNS, PICK_BLOCK_COLUMNS } from "../../src/workbook/layout";
import { inputRows } from "../../src/workbook/mapping";
import type { ScenarioColumn } from "../../src/workbook/mapping";
import { modelTable, tableCells } from "../../src/workbook/sheets/modelTables";
import type { CellValue } from "../../src/workbook/plan";
import type { InputTable, ModelParts } from "../../src/workbook/standing";

const SCENARIOS: readonly ScenarioColumn[] = [
  { name: "Base", values: new Map([["demand.growth", 0.02]]) },
  { name: "Growth", values: new Map([["demand.growth", 0.04]]) },
];

/** The table of inputs as the add-in writes it, and as it is read. */
export function inputTable(scenarios: readonly ScenarioColumn[] = SCENARIOS): InputTable {
  return { sheet: "Assumptions", row: 4, column: 0, values: inputRows(scenarios) };
}

/** The same table with another value in the row of a key. */
export function withInput(table: InputTable, key: string, column: string, value: CellValue): InputTable {
  const header = (table.values[0] ?? []).map(String);
  const values = table.values.map((row) => (row[1] === key ? row.map((cell, at) => (at === header.indexOf(column) ? value : cell)) : row));
  return { ...table, values };
}

/** Compare as it is read: pickers, then key figures of which each is a number. */
export function compareValues(names: readonly string[], picked: readonly [string, string] = ["Base", "Growth"]): SheetValues {
  const blank: CellValue[][] = Array.from({ length: 7 }, () => [""]);
  const figures = FIGURES.map(({ label }, index) => [label, "", "", ...names.map((_name, column) => 100 * index + column)]);
  const values = [
    ["Compare"],
    [""],
    ["All checks hold"],
    [""],
    ["Two scenarios", "Unit", "", ...picked],
    ...blank,
    ["Key figures", "Unit", "", ...names],
  ];
  return { row: 0, column: 0, values: [...values, ...figures] };
}

const BLOCKS = [
  { title: '="From: "&pick.From', name: "as.From", formula: pickedFormula("from") },
  { title: '="To: "&pick.To', name: "as.To", formula: pickedFormula("to") },
  { title: headerFormula("Base"), name: "as.Base", formula: scenarioFormula("Base") },
  { title: headerFormula("Growth"), name: "as.Growth", formula: scenarioFormula("Growth") },
];

const LABELS = ["Scenario", "Errors", "Warnings"];

/** Checks as they are read: two scenarios side by side in which all is well. */
const CHECKS: SheetValues = {
  row: 0,
  column: 0,
  values: [["Checks"], [""], [""], [""], [...LABELS, ...LABELS], ["Base", 0, 0, "Growth", 0, 0], [""], ["ok", "", "", "ok"]],
};

/** A workbook in which everything of a model with Base and Growth stands. */
export function wholeModel(change: Partial<ModelParts> = {}): ModelParts {
  return {
    sheets: ["Summary", "Assumptions", "Acquisitions", "Compare", "Charts", "Scenarios", "Checks", "Log", "Chart data"],
    tables: ["Inputs", "Deals", "LogEntries", "Snapshots"],
    names: [
      { name: "tco.Layout", formula: "=3" },
      { name: "pick.From", formula: "=Compare!$D$5" },
      { name: "pick.To", formula: "=Compare!$E$5" },
      ...BLOCKS.map(({ name }, index) => ({ name, formula: scenarioRange(2 * index) })),
    ],
    inputs: inputTable(),
    tableValues: new Map([
      [
        "Deals",
        {
          sheet: "Acquisitions",
          row: 4,
          column: 0,
          values: tableCells(modelTable("Deals"), [{ name: "Northwind", fields: { close: "2027-03-31" } }]),
        },
      ],
    ]),
    looseCells: new Map(),
    blockRow: 5,
    blockFormulas: BLOCKS.flatMap(({ formula }) => [formula, ""]),
    blockTitles: BLOCKS.flatMap(({ title, name }) => [title, name]),
    compare: compareValues(["Base", "Growth"]),
    compareFormulas: [],
    scenarioColumns: 2 * BLOCKS.length,
    checks: CHECKS,
    ...change,
  };
}

/** Zero-based column of the block of a scenario by its place among them. */
export const blockColumn = (index: number): number => PICK_BLOCK_COLUMNS + 2 * index;

/** Zero-based column of a scenario in the table of inputs by its place among them. */
export const scenarioColumn = (index: number): number => INPUT_COLUMNS.length + index;

/** A change of a header of the inputs. */
export function renamed(column: string, name: string): InputTable {
  const table = inputTable();
  return { ...table, values: [(table.values[0] ?? []).map((cell) => (cell === column ? name : cell)), ...table.values.slice(1)] };
}

/** The inputs without a column. */
export function without(column: string): InputTable {
  const table = inputTable();
  const at = (table.values[0] ?? []).indexOf(column);
  return { ...table, values: table.values.map((row) => row.filter((_, index) => index !== at)) };
}

export function deals(...rows: CellValue[][]): ModelParts["tableValues"] {
  const [header = []] = tableCells(modelTable("Deals"), []);
  return new Map([["Deals", { sheet: "Acquisitions", row: 4, column: 0, values: [header, ...rows] }]]);
}

/** A block's formulas or titles with another content in one column. */
export function replaced(cells: readonly CellValue[], column: number, content: CellValue): readonly CellValue[] {
  return cells.map((cell, index) => (index === column ? content : cell));
}

/** The formula of Growth once its column was deleted. */
export const GROWTH_BROKEN = scenarioFormula("Growth").replaceAll("Inputs[[#All],[Growth]]", "#REF!");
