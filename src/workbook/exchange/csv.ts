import { writeCsv } from "hucre/csv";
import type { CellValue } from "../plan";
import { datesWritten } from "./content";

/** What a spreadsheet may read as a formula: a sign, narrow or wide, also behind blanks and signs without a width; or a control character in front. */
const FORMULA = /^(?:[\s\u200B-\u200F\u2060\uFEFF]*[=+\-@|＝＋－＠]|[\p{Cc}])/u;

const guarded = (cell: CellValue): CellValue => (typeof cell === "string" && FORMULA.test(cell) ? `'${cell}` : cell);

/** Cells as CSV, with text that a spreadsheet would read as a formula behind an apostrophe. */
export function csvOf(rows: readonly (readonly CellValue[])[]): string {
  return writeCsv(rows.map((row) => row.map(guarded)));
}

/** Reads a table of the workbook as CSV; the dates of our own tables are written out, as a file has no number formats. */
export async function readTableCsv(context: Excel.RequestContext, table: string): Promise<string> {
  const range = context.workbook.tables.getItem(table).getRange().load("values");
  await context.sync();
  return csvOf(datesWritten(table, range.values as CellValue[][]));
}
