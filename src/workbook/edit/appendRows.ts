import type { CellContent, CellValue } from "../plan";

/**
 * Adds rows at the end of a table. They are written below it and the table is resized over them: rows that are inserted while others edit the file too
 * end up in each other's place.
 * @param rows whole rows of the table, from its first column
 */
export async function appendRows(
  context: Excel.RequestContext,
  tableName: string,
  rows: readonly (readonly CellContent[])[],
): Promise<void> {
  if (rows.length === 0) return;
  const table = context.workbook.tables.getItem(tableName);
  const whole = table.getRange();
  const below = whole
    .getLastRow()
    .getOffsetRange(1, 0)
    .getResizedRange(rows.length - 1, 0)
    .load("values");
  await context.sync();
  if ((below.values as CellValue[][]).some((row) => row.some((cell) => cell !== "")))
    throw new Error(`The cells below the table ${tableName} are not empty. Nothing was written.`);
  below.formulas = rows.map((row) => [...row]);
  if (Office.context.requirements.isSetSupported("ExcelApi", "1.13")) table.resize(whole.getResizedRange(rows.length, 0));
  await context.sync();
}
