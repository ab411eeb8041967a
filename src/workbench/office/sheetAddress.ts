import { MAX_COLUMNS, MAX_ROWS, fromA1, splitAddress } from "../grid/address";
import type { Area, Grid } from "../grid/grid";
import { OfficeError } from "./errors";

export function wholeSheet(sheetId: string): Area {
  return { sheetId, row: 0, column: 0, rowCount: MAX_ROWS, columnCount: MAX_COLUMNS };
}

/** The area of an address or of a defined name that refers to cells, as seen from a sheet; throws where the text is neither. */
export function resolveAddress(grid: Grid, text: string, sheetId: string): Area {
  const name = grid.names.list().find((item) => item.name.toLowerCase() === text.toLowerCase());
  const { sheet, cells } = splitAddress(name?.formula.replace(/^=/, "") ?? text);
  const owner = sheet === undefined ? sheetId : grid.sheets.list().find((item) => item.name.toLowerCase() === sheet.toLowerCase())?.id;
  const rectangle = fromA1(cells);
  if (owner === undefined || rectangle === undefined) throw new OfficeError("InvalidArgument", `"${text}" is no address of cells.`);
  return { sheetId: owner, ...rectangle };
}
