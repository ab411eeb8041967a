/** Adds, copies, renames and archives scenarios: a scenario is a column of the table of inputs, and everything else follows its header. */

import { CATALOGUE } from "../../engine/catalogue/assumptions";
import { CONTENTS, contentsOf, firstFilled, isFormula } from "../contents";
import type { Contents } from "../contents";
import { BASE_COLUMN, cellAddress, TABLES } from "../layout";
import { STATUS_KEY } from "../mapping";
import type { CellContent, CellValue } from "../plan";
import { readParts } from "../readScenarios";
import { prepareRefresh } from "../refreshModel";
import type { ModelParts } from "../standing";
import { typedCell } from "../typedCell";
import { growTable } from "./appendRows";
import type { Growth } from "./appendRows";
import { inputsOf, isOverride, ownValue } from "./inputTable";
import type { Inputs } from "./inputTable";
import { nameCells } from "./nameCells";
import { requireNames } from "./scenarioNames";

/** What a new column holds below its header: its status, and what the scenario states that it copies. A copy of Base states nothing, it inherits. */
export function newColumn(inputs: Inputs, copied: string | undefined, bodyRows: number): CellContent[] {
  const cells = new Array<CellContent>(bodyRows).fill("");
  for (const row of inputs.rows) {
    const isCopied = copied !== undefined && copied !== BASE_COLUMN && row.key !== STATUS_KEY;
    const value: CellValue = row.key === STATUS_KEY ? CATALOGUE[STATUS_KEY].default : isCopied ? ownValue(inputs, row, copied) : "";
    cells[row.offset - 1] = typedCell(value);
  }
  return cells;
}

interface ReadTable {
  readonly table: Excel.Table;
  readonly whole: Excel.Range;
  readonly inputs: Inputs;
  readonly header: readonly string[];
  readonly contents: Contents;
}

async function readTable(context: Excel.RequestContext): Promise<ReadTable> {
  const table = context.workbook.tables.getItem(TABLES.inputs);
  const range = table.getRange().load(`${CONTENTS},rowIndex,columnIndex`);
  const sheet = table.worksheet.load("name");
  await context.sync();
  const contents = contentsOf(range);
  const { values } = contents;
  const inputs = inputsOf({ sheet: sheet.name, row: range.rowIndex, column: range.columnIndex, values });
  if (!inputs) throw new Error(`The table ${TABLES.inputs} has lost its column of keys or ${BASE_COLUMN}. Nothing was changed.`);
  return { table, whole: range, inputs, header: (values[0] ?? []).map(String), contents };
}

/** Refuses what would be written over cells right of the table that are not ours. */
async function requireFree(context: Excel.RequestContext, { whole }: ReadTable, columns: number): Promise<void> {
  const beside = whole
    .getLastColumn()
    .getOffsetRange(0, 1)
    .getResizedRange(0, columns - 1)
    .load(`${CONTENTS},rowIndex,columnIndex`);
  await context.sync();
  const filled = firstFilled(contentsOf(beside));
  if (!filled) return;
  const cell = cellAddress(beside.rowIndex + filled.row, beside.columnIndex + filled.column);
  throw new Error(`${cell}, right of the table ${TABLES.inputs}, isn't empty. Move its contents, then try again. Nothing was changed.`);
}

/** Labels of what a scenario states by formulas: a copy takes their values, as a formula in a column of its own would fill all of it. */
function labelsOfFormulas({ inputs, header, contents: { values, formulas } }: ReadTable, scenario: string): readonly string[] {
  const column = header.indexOf(scenario);
  const rows = inputs.rows.filter((row) => isFormula(formulas[row.offset]?.[column], values[row.offset]?.[column]));
  return rows.filter((row) => isOverride(inputs, row, scenario)).map(({ label }) => label);
}

/**
 * Refuses names of scenarios, or columns for which there is no room, before anything is written.
 * @param copied the scenario whose own values they take; undefined for ones that inherit everything
 * @returns the table, and the column of each scenario from its header to the last row of the table
 */
export async function requireColumns(context: Excel.RequestContext, names: readonly string[], copied?: string) {
  const read = await readTable(context);
  requireNames(names, read.header);
  await requireFree(context, read, names.length);
  const bodyRows = read.contents.values.length - 1;
  return { read, columns: names.map((name) => [typedCell(name.trim()), ...newColumn(read.inputs, copied, bodyRows)]) };
}

/** What a cell shows of what was typed into it. */
function shown(content: CellContent | undefined): CellValue {
  return typeof content === "string" ? content.replace(/^'/, "") : (content ?? "");
}

/** The parts of a model whose table of inputs has got columns at its right end and rows at its lower end, of which the first `blank` were there and blank. */
export function partsAfter(parts: ModelParts, { rows, columns = [] }: Growth, blank = 0): ModelParts {
  if (!parts.inputs) return parts;
  const { values } = parts.inputs;
  const above = values.slice(0, values.length - blank).map((row, at) => [...row, ...columns.map((column) => shown(column[at]))]);
  return { ...parts, inputs: { ...parts.inputs, values: [...above, ...rows.map((row) => row.map(shown))] } };
}

/**
 * Adds scenarios at the right end of the table, with their places in the comparison.
 * @param copied the scenario whose own values they take; undefined for ones that inherit everything
 * @returns labels of the values that are formulas in the scenario that was copied, and values in the copy
 */
export async function addScenarios(context: Excel.RequestContext, names: readonly string[], copied?: string): Promise<readonly string[]> {
  const { read, columns } = await requireColumns(context, names, copied);
  const growth = { rows: [], columns };
  const refresh = await prepareRefresh(context, partsAfter(await readParts(context), growth));
  growTable({ ...read, target: read.whole, added: 0 }, growth);
  refresh.write();
  await context.sync();
  await refresh.finish();
  return copied === undefined ? [] : labelsOfFormulas(read, copied);
}

/** Whether a cell holds this name and no formula; formulas that look names up do not mind their case. */
function holds(cell: Excel.Range, name: string): boolean {
  const { values, formulas } = contentsOf(cell);
  const [value, typed] = [values[0]?.[0], formulas[0]?.[0]];
  return String(value).toLowerCase() === name.toLowerCase() && !isFormula(typed, value);
}

/** Writes the new name into the cells that hold the old one. */
async function renameInCells(context: Excel.RequestContext, name: string, renamed: string): Promise<void> {
  const cells = nameCells(await readParts(context)).map(({ sheet, row, column }) =>
    context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, 1, 1).load(CONTENTS),
  );
  await context.sync();
  for (const cell of cells) if (holds(cell, name)) cell.values = [[typedCell(renamed)]];
  await context.sync();
}

/** Renames a scenario: formulas follow its header, its defined name stays, and the cells that choose it by its name get the new one. */
export async function renameScenario(context: Excel.RequestContext, name: string, renamed: string): Promise<void> {
  const { table, inputs, header } = await readTable(context);
  if (name === BASE_COLUMN) throw new Error(`${BASE_COLUMN} keeps its name: the other scenarios inherit from it. Nothing was changed.`);
  requireNames([renamed], header, name);
  if (!inputs.scenarios.includes(name)) throw new Error(`There is no scenario "${name}" any more. Nothing was changed.`);
  table.getHeaderRowRange().getCell(0, header.indexOf(name)).values = [[typedCell(renamed.trim())]];
  await renameInCells(context, name, renamed.trim());
}
