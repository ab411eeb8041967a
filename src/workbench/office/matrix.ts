import type { Area, CellValue } from "../grid/grid";
import { OfficeError } from "./errors";

type Content = CellValue | null;

/** What is assigned to a range, cell by cell: one value for all cells, or rows that fit the range. */
export function toMatrix(given: unknown, { rowCount, columnCount }: Area): Content[][] {
  if (!Array.isArray(given)) return Array.from({ length: rowCount }, () => Array.from({ length: columnCount }, () => given as Content));
  const rows = given as Content[][];
  if (rows.length !== rowCount || rows.some((row) => !Array.isArray(row) || row.length !== columnCount)) {
    throw new OfficeError(
      "InvalidArgument",
      `The number of rows or columns in the input array doesn't match the size or dimensions of the range: ${rows.length} x ${rows[0]?.length ?? 0} for ${rowCount} x ${columnCount}.`,
    );
  }
  return rows;
}
