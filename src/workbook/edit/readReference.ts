/** Reads what a reference in a formula stands for: cells, a defined name or a table. */

import { rowsOfBlock } from "./scenarioRows";
import { CONTENTS, contentsOf, firstFilled } from "../contents";
import { columnsNamed } from "../formulas";
import { SHEETS, unquotedSheet } from "../layout";
import type { CellValue } from "../plan";
import type { ScenarioBlock } from "../sheets/scenariosSheet";
import { typedCell } from "../typedCell";

/** More cells than a preview should wait for. */
const MOST_CELLS = 50_000;

/** The cells of a table, or of one of its columns, or from one of them to another. */
function columnsOf(table: Excel.Table, text: string): Excel.Range {
  const [first, last] = columnsNamed(text);
  if (first === undefined) return text.includes("[#All]") || !text.includes("[") ? table.getRange() : table.getDataBodyRange();
  const cellsOf = (column: string) => {
    const found = table.columns.getItem(column);
    return text.includes("#All") ? found.getRange() : found.getDataBodyRange();
  };
  return last === undefined ? cellsOf(first) : cellsOf(first).getBoundingRect(cellsOf(last));
}

function rangeOf({ workbook }: Excel.RequestContext, text: string, tables: readonly string[]): Excel.Range {
  const tableName = /^[^[\]!:]+/.exec(text)?.[0] ?? "";
  // What stands before ! is a sheet, though a table may bear its name.
  const isTable = !/^[^[]*!/.test(text) && tables.some((name) => name.toLowerCase() === tableName.toLowerCase());
  if (isTable) return columnsOf(workbook.tables.getItem(tableName), text);
  const end = text.lastIndexOf("!");
  if (end < 0 && !/^\$?[A-Z]{1,3}\$?\d/i.test(text)) return workbook.names.getItem(text).getRange();
  const sheet = unquotedSheet(text.slice(0, Math.max(0, end)));
  const from = end < 0 ? workbook.worksheets.getActiveWorksheet() : workbook.worksheets.getItem(sheet);
  return from.getRange(text.slice(end + 1).replaceAll("$", ""));
}

async function blockRows(context: Excel.RequestContext, block: ScenarioBlock): Promise<CellValue[][]> {
  const used = context.workbook.worksheets.getItem(SHEETS.scenarios).getUsedRange(true).load("values,rowIndex,columnIndex");
  await context.sync();
  const rows = rowsOfBlock({ row: used.rowIndex, column: used.columnIndex, values: used.values as CellValue[][] }, block);
  return (rows ?? []).map((row) => [...row]);
}

/** The cells that a reference stands for. A scenario's name is read from its block, as its formula reaches only as far as the block does. */
export async function readReference(
  context: Excel.RequestContext,
  text: string,
  tables: readonly string[],
  blocks: readonly ScenarioBlock[],
): Promise<CellValue[][]> {
  const block = blocks.find(({ definedName }) => definedName.toLowerCase() === text.toLowerCase());
  if (block) return blockRows(context, block);
  const range = rangeOf(context, text, tables).load("rowCount,columnCount");
  await context.sync();
  if (range.rowCount * range.columnCount > MOST_CELLS)
    throw new Error(`${text} has ${String(range.rowCount * range.columnCount)} cells; the preview reads ${String(MOST_CELLS)} at most.`);
  range.load("values");
  await context.sync();
  return range.values as CellValue[][];
}

/** The names and tables of the workbook that a formula may name. */
export async function readNameable(
  context: Excel.RequestContext,
): Promise<{ readonly names: readonly string[]; readonly tables: readonly string[] }> {
  const { names, tables } = context.workbook;
  names.load("items/name");
  tables.load("items/name");
  await context.sync();
  return { names: names.items.map(({ name }) => name), tables: tables.items.map(({ name }) => name) };
}

/** The cells from the selected one on, so many rows and columns; refused where something stands in them. */
async function freeCells(context: Excel.RequestContext, rows: number, columns: number): Promise<Excel.Range> {
  const needed = context.workbook
    .getSelectedRange()
    .getCell(0, 0)
    .getResizedRange(rows - 1, columns - 1)
    .load(`${CONTENTS},address`);
  await context.sync();
  if (firstFilled(contentsOf(needed)))
    throw new Error(`The result needs empty cells in ${needed.address}. Select another cell. Nothing was changed.`);
  return needed;
}

/**
 * Writes a formula into the selected cell, but only where nothing stands in its way.
 * @param rows cells that its result needs, from the selected one
 * @param columns likewise
 * @returns the address of the cell
 */
export async function insertFormula(context: Excel.RequestContext, formula: string, rows: number, columns: number): Promise<string> {
  const cell = (await freeCells(context, rows, columns)).getCell(0, 0).load("address");
  cell.formulas = [[formula]];
  await context.sync();
  return cell.address;
}

/**
 * Writes values from the selected cell on, but only where nothing stands.
 * @param numberFormat of every cell; each keeps its own when left out
 * @returns the address of the cells
 */
export async function insertValues(
  context: Excel.RequestContext,
  cells: readonly (readonly CellValue[])[],
  numberFormat?: string,
): Promise<string> {
  const target = await freeCells(context, cells.length, cells[0]?.length ?? 1);
  target.values = cells.map((row) => row.map(typedCell));
  if (numberFormat !== undefined) target.numberFormat = cells.map((row) => row.map(() => numberFormat));
  await context.sync();
  return target.address;
}
