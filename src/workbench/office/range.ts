import { MAX_COLUMNS, MAX_ROWS } from "../grid/address";
import type { Area, Cleared, Shift } from "../grid/grid";
import { boundingBox, intersection, isInside } from "./areas";
import { cellProperties } from "./cellProperties";
import { HostError } from "./errors";
import { type ExcelClass, type Host, type HostObject, object } from "./objects";
import { addressOf, areaOf, requireSize, toMatrix } from "./sheetAddress";

export function range(area: Area): HostObject {
  return object("Range", area);
}

export function rangeOrNothing(area: Area | undefined): HostObject | undefined {
  return area && range(area);
}

/** A range reached from another one; it has to have cells, and to be on the sheet. */
function derived(area: Area): HostObject {
  if (!isInside(area)) throw new HostError("InvalidArgument");
  return range(area);
}

/** Throws what Excel throws where code writes on a protected sheet. */
function requireUnprotected({ grid }: Host, { sheetId }: Area) {
  if (grid.state.read().protectedSheets.includes(sheetId)) throw new HostError("AccessDenied");
}

function writeCells(area: Area, contents: unknown, host: Host) {
  requireUnprotected(host, area);
  host.grid.cells.write(area, toMatrix(contents, area));
}

async function usedPart(area: Area, { grid }: Host): Promise<Area | undefined> {
  await grid.settled();
  const used = grid.cells.used(area.sheetId);
  return used && intersection(area, used);
}

function looks(area: Area, { grid }: Host, wanted: Excel.CellPropertiesLoadOptions) {
  const look = (row: number, column: number) => grid.formats.read({ ...area, row: area.row + row, column: area.column + column });
  return Array.from({ length: area.rowCount }, (_row, row) =>
    Array.from({ length: area.columnCount }, (_cell, column) => cellProperties(look(row, column), wanted)),
  );
}

const CLEARED: ReadonlySet<unknown> = new Set<Cleared>(["All", "Contents", "Formats"]);

const lastRow = (area: Area): Area => ({ ...area, row: area.row + area.rowCount - 1, rowCount: 1 });
const lastColumn = (area: Area): Area => ({ ...area, column: area.column + area.columnCount - 1, columnCount: 1 });

export const Range: ExcelClass<"Range"> = {
  values: {
    address: (area, { grid }) => addressOf(grid, area),
    columnCount: ({ columnCount }) => columnCount,
    columnIndex: ({ column }) => column,
    formulas: (area, { grid }) =>
      grid.cells.read(area).map((row) => row.map(({ formula, value }) => (formula.startsWith("=") ? formula : value))),
    hasSpill: (area, { grid }) => grid.cells.spill({ ...area, rowCount: 1, columnCount: 1 }) !== undefined,
    numberFormat: (area, { grid }) => grid.cells.numberFormats(area),
    rowCount: ({ rowCount }) => rowCount,
    rowIndex: ({ row }) => row,
    text: (area, { grid }) => grid.cells.text(area),
    valueTypes: (area, { grid }) => grid.cells.read(area).map((row) => row.map(({ type }) => type)),
    values: (area, { grid }) => grid.cells.read(area).map((row) => row.map(({ value }) => value)),
  },
  setters: {
    columnHidden: (area, isHidden, { grid }) => grid.formats.setColumnsHidden(area, isHidden === true),
    formulas: writeCells,
    numberFormat: (area, formats, host) => {
      requireUnprotected(host, area);
      host.grid.cells.setNumberFormats(
        area,
        toMatrix(formats, area).map((row) => row.map(String)),
      );
    },
    rowHidden: (area, isHidden, { grid }) => grid.formats.setRowsHidden(area, isHidden === true),
    values: writeCells,
  },
  objects: {
    dataValidation: (area) => object("DataValidation", area),
    format: (area) => object("RangeFormat", area),
    worksheet: ({ sheetId }) => object("Worksheet", sheetId),
  },
  methods: {
    // The library writes large arrays in slices, and asks first whether the whole fits.
    _ValidateArraySize: (area, _host, rows, columns) => requireSize(area, Number(rows), Number(columns)),
    clear: (area, host, applyTo = "All") => {
      if (!CLEARED.has(applyTo)) throw new HostError("InvalidArgument");
      requireUnprotected(host, area);
      host.grid.cells.clear(area, applyTo as Cleared);
    },
    delete: (area, host, shift) => {
      requireUnprotected(host, area);
      host.grid.cells.remove(area, shift as Shift);
    },
    getBoundingRect: (area, { grid }, other) => derived(boundingBox(area, areaOf(grid, other, area.sheetId))),
    getCell: (area, _host, row, column) =>
      derived({ ...area, row: area.row + Number(row), column: area.column + Number(column), rowCount: 1, columnCount: 1 }),
    getCellProperties: (area, host, wanted) => ({ value: looks(area, host, wanted as Excel.CellPropertiesLoadOptions) }),
    getColumn: (area, _host, column) => derived({ ...area, column: area.column + Number(column), columnCount: 1 }),
    getEntireColumn: (area) => range({ ...area, row: 0, rowCount: MAX_ROWS }),
    getEntireRow: (area) => range({ ...area, column: 0, columnCount: MAX_COLUMNS }),
    getIntersection: (area, { grid }, other) => rangeOrNothing(intersection(area, areaOf(grid, other, area.sheetId))),
    getIntersectionOrNullObject: (area, { grid }, other) => rangeOrNothing(intersection(area, areaOf(grid, other, area.sheetId))),
    getLastCell: (area) => range(lastColumn(lastRow(area))),
    getLastColumn: (area) => range(lastColumn(area)),
    getLastRow: (area) => range(lastRow(area)),
    getOffsetRange: (area, _host, rows, columns) =>
      derived({ ...area, row: area.row + Number(rows), column: area.column + Number(columns) }),
    getResizedRange: (area, _host, rows, columns) =>
      derived({ ...area, rowCount: area.rowCount + Number(rows), columnCount: area.columnCount + Number(columns) }),
    getRow: (area, _host, row) => derived({ ...area, row: area.row + Number(row), rowCount: 1 }),
    getSpillingToRangeOrNullObject: async (area, { grid }) => {
      await grid.settled();
      return rangeOrNothing(grid.cells.spill(area));
    },
    getUsedRange: async (area, host) => range((await usedPart(area, host)) ?? { ...area, rowCount: 1, columnCount: 1 }),
    getUsedRangeOrNullObject: async (area, host) => rangeOrNothing(await usedPart(area, host)),
    insert: (area, host, shift) => {
      requireUnprotected(host, area);
      host.grid.cells.insert(area, shift as Shift);
      return range(area);
    },
    select: (area, { grid }) => grid.selection.select(area),
  },
};
