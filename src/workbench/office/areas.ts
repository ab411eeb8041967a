import { MAX_COLUMNS, MAX_ROWS } from "../grid/address";
import type { Area } from "../grid/grid";

function span(from: number, to: number) {
  return { start: from, count: to - from };
}

/** Whether an area has cells and lies on its sheet. */
export function isInside({ row, column, rowCount, columnCount }: Area): boolean {
  return row >= 0 && column >= 0 && rowCount > 0 && columnCount > 0 && row + rowCount <= MAX_ROWS && column + columnCount <= MAX_COLUMNS;
}

/** Cells that two areas share, or undefined. */
export function intersection(a: Area, b: Area): Area | undefined {
  if (a.sheetId !== b.sheetId) return undefined;
  const rows = span(Math.max(a.row, b.row), Math.min(a.row + a.rowCount, b.row + b.rowCount));
  const columns = span(Math.max(a.column, b.column), Math.min(a.column + a.columnCount, b.column + b.columnCount));
  if (rows.count <= 0 || columns.count <= 0) return undefined;
  return { sheetId: a.sheetId, row: rows.start, column: columns.start, rowCount: rows.count, columnCount: columns.count };
}

/** Smallest area that holds both. */
export function boundingBox(a: Area, b: Area): Area {
  const rows = span(Math.min(a.row, b.row), Math.max(a.row + a.rowCount, b.row + b.rowCount));
  const columns = span(Math.min(a.column, b.column), Math.max(a.column + a.columnCount, b.column + b.columnCount));
  return { sheetId: a.sheetId, row: rows.start, column: columns.start, rowCount: rows.count, columnCount: columns.count };
}
