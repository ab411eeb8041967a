import type { CellContent, CellValue } from "../plan";

/** How many rows at the end of a table hold nothing: a table without content has one. */
function blankRows(values: readonly (readonly CellValue[])[]): number {
  let blank = 0;
  while (blank < values.length - 1 && (values.at(-1 - blank) ?? []).every((cell) => cell === "")) blank += 1;
  return blank;
}

/**
 * Adds rows at the end of a table, into its blank ones first. The others are written below it and the table is resized over them: rows that are inserted while
 * others edit the file too end up in each other's place.
 * @param rows whole rows of the table, from its first column
 */
export async function appendRows(
  context: Excel.RequestContext,
  tableName: string,
  rows: readonly (readonly CellContent[])[],
): Promise<void> {
  if (rows.length === 0) return;
  const table = context.workbook.tables.getItem(tableName);
  const whole = table.getRange().load("values");
  await context.sync();
  const values = whole.values as CellValue[][];
  const added = rows.length - Math.min(rows.length, blankRows(values));
  const target = whole
    .getLastRow()
    .getOffsetRange(1 + added - rows.length, 0)
    .getResizedRange(rows.length - 1, 0)
    .load("values");
  await context.sync();
  if ((target.values as CellValue[][]).some((row) => row.some((cell) => cell !== "")))
    throw new Error(`The cells below the table ${tableName} are not empty. Nothing was written.`);
  target.formulas = rows.map((row) => [...row]);
  if (added > 0 && Office.context.requirements.isSetSupported("ExcelApi", "1.13")) table.resize(whole.getResizedRange(added, 0));
  await context.sync();
}
