/** A copy of the workbook with its values frozen: for people without the add-in, who would see #NAME? where its functions stand. */

import { writeXlsx } from "hucre/xlsx";
import type { CellStyle, WriteSheet } from "hucre/xlsx";
import type { CellValue } from "../plan";

/** Cells of a sheet as they are shown, from a zero-based corner. */
export interface ShownSheet {
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly CellValue[])[];
  readonly formats: readonly (readonly string[])[];
  /** Widths in points from column A. */
  readonly widths: readonly number[];
}

const POINTS_PER_CHARACTER = 5.25;
const WIDEST_SHEET = 40;

/** Reads the visible sheets of the workbook, as far as they are used. */
export async function readShownSheets(context: Excel.RequestContext): Promise<readonly ShownSheet[]> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name,items/visibility");
  await context.sync();
  const visible = worksheets.items.filter(({ visibility }) => visibility === "Visible");
  const used = visible.map((sheet) => sheet.getUsedRangeOrNullObject(true).load("values,numberFormat,rowIndex,columnIndex,columnCount"));
  await context.sync();
  const columns = visible.map((sheet, index) => {
    const range = used[index];
    const count = !range || range.isNullObject ? 0 : Math.min(WIDEST_SHEET, range.columnIndex + range.columnCount);
    return Array.from({ length: count }, (_, column) => sheet.getRangeByIndexes(0, column, 1, 1).format.load("columnWidth"));
  });
  await context.sync();
  return visible.map(({ name }, index) => {
    const range = used[index];
    const widths = (columns[index] ?? []).map(({ columnWidth }) => columnWidth);
    if (!range || range.isNullObject) return { name, row: 0, column: 0, values: [], formats: [], widths };
    const formats = range.numberFormat as string[][];
    return { name, row: range.rowIndex, column: range.columnIndex, values: range.values as CellValue[][], formats, widths };
  });
}

function styleOf(format: string, isTitle: boolean): CellStyle | undefined {
  const numFmt = format === "" || format === "General" ? {} : { numFmt: format };
  const font = isTitle ? { font: { bold: true, size: 14 } } : {};
  return format === "" && !isTitle ? undefined : { ...numFmt, ...font };
}

/** A sheet of the copy: values with their number formats and column widths, no formulas. */
export function frozenSheet({ name, row, column, values, formats, widths }: ShownSheet): WriteSheet {
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  values.forEach((line, i) => {
    line.forEach((value, j) => {
      const style = styleOf(formats[i]?.[j] ?? "", row + i === 0 && column + j === 0);
      const type = typeof value === "number" ? "number" : typeof value === "boolean" ? "boolean" : "string";
      if (value !== "") cells.set(`${String(row + i)},${String(column + j)}`, { value, type, ...(style && { style }) });
    });
  });
  const columns = widths.map((points) => ({ width: Math.max(1, Math.round(points / POINTS_PER_CHARACTER)) }));
  return { name, rows: [], cells, ...(columns.length > 0 && { columns }) };
}

/** The bytes of an .xlsx file with the sheets as they are shown. */
export async function frozenCopy(sheets: readonly ShownSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(frozenSheet) });
}
