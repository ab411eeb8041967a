import { blankRows, CONTENTS, contentsOf, firstFilled } from "../contents";
import { cellAddress } from "../layout";
import type { CellContent } from "../plan";

interface Room {
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
  const target = whole
    .getLastRow()
    .getOffsetRange(1 + added - rows, 0)
    .getResizedRange(rows - 1, moreColumns)
    .load(`${CONTENTS},rowIndex,columnIndex`);
  await context.sync();
  const filled = firstFilled(contentsOf(target));
  if (filled) {
    const cell = cellAddress(target.rowIndex + filled.row, target.columnIndex + filled.column);
    const words = `The cells below the table ${tableName} are not empty: ${cell} has contents of yours.`;
    throw new Error(`${words} Move them, then try again. Nothing was written.`);
  }
  return { table, whole, target, added };
}

/**
 * Adds rows at the end of a table, into its blank ones first. The others are written below it and the table is resized over them: rows that are inserted while
 * others edit the file too end up in each other's place. An Excel that cannot resize a table inserts them all the same: below it they would be no rows of it.
 * @param rows whole rows of the table, from its first column
 */
export async function appendRows(
  context: Excel.RequestContext,
  tableName: string,
  rows: readonly (readonly CellContent[])[],
): Promise<void> {
  if (rows.length === 0) return;
  const { table, whole, target, added } = await requireRoom(context, tableName, rows.length);
  const contents = rows.map((row) => [...row]);
  if (added === 0 || Office.context.requirements.isSetSupported("ExcelApi", "1.13")) {
    target.formulas = contents;
    if (added > 0) table.resize(whole.getResizedRange(added, 0));
  } else {
    const blank = rows.length - added;
    if (blank > 0) target.getResizedRange(-added, 0).formulas = contents.slice(0, blank);
    table.rows.add(undefined, contents.slice(blank));
  }
  await context.sync();
}
