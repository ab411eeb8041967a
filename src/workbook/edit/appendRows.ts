import { blankRows, CONTENTS, contentsOf, firstFilled } from "../contents";
import { cellAddress } from "../layout";
import type { CellContent } from "../plan";

/** Room for rows at the end of a table. */
export interface Room {
  readonly table: Excel.Table;
  readonly whole: Excel.Range;
  /** Cells for the rows, and how many of these are below the table. */
  readonly target: Excel.Range;
  readonly added: number;
}

/**
 * Refuses rows for which there is no room at the end of a table, before anything is written: its blank rows are taken first, then the cells below it.
 * @param moreColumns how many columns the table is about to get at its right end
 */
export async function requireRoom(context: Excel.RequestContext, tableName: string, rows: number, moreColumns = 0): Promise<Room> {
  const table = context.workbook.tables.getItem(tableName);
  const whole = table.getRange().load(CONTENTS);
  await context.sync();
  const added = rows - Math.min(rows, blankRows(contentsOf(whole)));
  if (rows === 0) return { table, whole, target: whole, added };
  const target = whole
    .getLastRow()
    .getOffsetRange(1 + added - rows, 0)
    .getResizedRange(rows - 1, moreColumns)
    .load(`${CONTENTS},rowIndex,columnIndex`);
  await context.sync();
  const filled = firstFilled(contentsOf(target));
  if (filled) {
    const cell = cellAddress(target.rowIndex + filled.row, target.columnIndex + filled.column);
    const words = `The cells below the table ${tableName} aren't empty: see ${cell}.`;
    throw new Error(`${words} Move them, then try again. Nothing was changed.`);
  }
  return { table, whole, target, added };
}

/** What a table gets: whole rows at its end, blank ones first, and whole columns at its right end, from the header to the last row that it has already. */
export interface Growth {
  readonly rows: readonly (readonly CellContent[])[];
  readonly columns?: readonly (readonly CellContent[])[];
}

/** Writes columns and rows beside a table, and resizes it over them. */
function growOver({ table, whole, target, added }: Room, columns: CellContent[][], rows: CellContent[][]): void {
  const [first = []] = columns;
  const beside = whole.getLastColumn().getOffsetRange(0, 1);
  const across = first.map((_, row) => columns.map((column) => column[row] ?? ""));
  if (across.length > 0) beside.getResizedRange(0, columns.length - 1).formulas = across;
  if (rows.length > 0) target.formulas = rows;
  if (added > 0 || columns.length > 0) table.resize(whole.getResizedRange(added, columns.length));
}

/** Has an Excel that cannot resize a table insert columns and rows: beside the table they would be no part of it. */
function insertInto({ table, target, added }: Room, columns: CellContent[][], rows: CellContent[][]): void {
  for (const column of columns)
    table.columns.add(
      undefined,
      column.map((cell) => [cell]),
    );
  const blank = rows.length - added;
  if (blank > 0) target.getResizedRange(-added, 0).formulas = rows.slice(0, blank);
  if (added > 0) table.rows.add(undefined, rows.slice(blank));
}

/** Adds a table's growth to the batch. Rows that are inserted while others edit the file too end up in each other's place: the table is resized where Excel can. */
export function growTable(room: Room, { rows, columns = [] }: Growth): void {
  const grow = Office.context.requirements.isSetSupported("ExcelApi", "1.13") ? growOver : insertInto;
  grow(
    room,
    columns.map((column) => [...column]),
    rows.map((row) => [...row]),
  );
}

/**
 * Adds rows at the end of a table, into its blank ones first.
 * @param rows whole rows of the table, from its first column
 */
export async function appendRows(
  context: Excel.RequestContext,
  tableName: string,
  rows: readonly (readonly CellContent[])[],
): Promise<void> {
  if (rows.length === 0) return;
  growTable(await requireRoom(context, tableName, rows.length), { rows });
  await context.sync();
}
