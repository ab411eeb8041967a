import { MAX_COLUMNS, MAX_ROWS, fromA1, splitAddress, toA1 } from "../grid/address";
import type { Area, CellValue, Grid } from "../grid/grid";
import { HostError } from "./errors";
import type { HostObject } from "./objects";

export function wholeSheet(sheetId: string): Area {
  return { sheetId, row: 0, column: 0, rowCount: MAX_ROWS, columnCount: MAX_COLUMNS };
}

export function sheetName(grid: Grid, sheetId: string): string | undefined {
  return grid.sheets.list().find(({ id }) => id === sheetId)?.name;
}

/** An address with its sheet, as Excel writes it. */
export function addressOf(grid: Grid, area: Area): string {
  return toA1(area, sheetName(grid, area.sheetId));
}

/** The area of an address or of a defined name that refers to cells, as seen from a sheet; throws where the text is neither. */
export function resolveAddress(grid: Grid, text: string, sheetId: string): Area {
  const name = grid.names.list().find((item) => item.name.toLowerCase() === text.toLowerCase());
  const { sheet, cells } = splitAddress(name?.formula.replace(/^=/, "") ?? text);
  const owner = sheet === undefined ? sheetId : grid.sheets.list().find((item) => item.name.toLowerCase() === sheet.toLowerCase())?.id;
  const rectangle = fromA1(cells);
  if (owner === undefined || rectangle === undefined) throw new HostError("InvalidArgument");
  return { sheetId: owner, ...rectangle };
}

/** The area that an argument means: a range, or the address of one. */
export function areaOf(grid: Grid, argument: unknown, sheetId: string): Area {
  if (typeof argument === "string") return resolveAddress(grid, argument, sheetId);
  const given = argument as HostObject | undefined;
  if (given?.type !== "Range") throw new HostError("InvalidArgument");
  return given.target;
}

/** Throws where an array does not fit a range. */
export function requireSize({ rowCount, columnCount }: Area, rows: number, columns: number) {
  if (rows !== rowCount || columns !== columnCount)
    throw new HostError(
      "InvalidArgument",
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
}

type Content = CellValue | null;

/** What is set on a range, cell by cell: one value for all cells, or rows that fit the range. */
export function toMatrix(given: unknown, area: Area): Content[][] {
  if (!Array.isArray(given))
    return Array.from({ length: area.rowCount }, () => Array.from({ length: area.columnCount }, () => given as Content));
  const rows = given as Content[][];
  for (const row of rows) requireSize(area, rows.length, Array.isArray(row) ? row.length : 0);
  if (rows.length === 0) requireSize(area, 0, 0);
  return rows;
}
