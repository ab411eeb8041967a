import type { Area, Grid, Table as GridTable } from "../grid/grid";
import { HostError } from "./errors";
import { type ExcelClass, type Host, type HostObject, type Targets, object } from "./objects";
import { range } from "./range";
import { areaOf, toMatrix } from "./sheetAddress";

export function requireTable(grid: Grid, id: string): GridTable {
  const table = grid.tables.list().find((candidate) => candidate.id === id);
  if (table === undefined) throw new HostError("ItemNotFound");
  return table;
}

const headerOf = (area: Area): Area => ({ ...area, rowCount: 1 });
const bodyOf = (area: Area): Area => ({ ...area, row: area.row + 1, rowCount: area.rowCount - 1 });
const rangeOf = (id: string, { grid }: Host, part = (area: Area) => area): HostObject => range(part(requireTable(grid, id).area));

export const Table: ExcelClass<"Table"> = {
  id: (id) => id,
  values: {
    id: (id) => id,
    name: (id, { grid }) => requireTable(grid, id).name,
    showBandedRows: (id, { grid }) => requireTable(grid, id).hasStripes,
    showFilterButton: (id, { grid }) => requireTable(grid, id).hasFilterButtons,
    showHeaders: () => true,
    showTotals: () => false,
    style: (id, { grid }) => requireTable(grid, id).style,
  },
  setters: {
    name: (id, name, { grid }) => grid.tables.rename(id, String(name)),
    showBandedRows: (id, areShown, { grid }) => grid.tables.showStripes(id, areShown === true),
    showFilterButton: (id, isShown, { grid }) => grid.tables.showFilterButtons(id, isShown === true),
    style: (id, style, { grid }) => grid.tables.setStyle(id, String(style)),
  },
  objects: {
    columns: (id) => object("TableColumnCollection", id),
    rows: (id) => object("TableRowCollection", id),
    worksheet: (id, { grid }) => object("Worksheet", requireTable(grid, id).area.sheetId),
  },
  methods: {
    convertToRange: async (id, host) => {
      const cells = rangeOf(id, host);
      await host.grid.tables.remove(id);
      return cells;
    },
    delete: async (id, { grid }) => {
      const { area } = requireTable(grid, id);
      await grid.tables.remove(id);
      grid.cells.clear(area, "All");
    },
    getDataBodyRange: (id, host) => rangeOf(id, host, bodyOf),
    getHeaderRowRange: (id, host) => rangeOf(id, host, headerOf),
    getRange: (id, host) => rangeOf(id, host),
    resize: (id, { grid }, given) => {
      const { area } = requireTable(grid, id);
      const next = areaOf(grid, given, area.sheetId);
      // A table keeps its header row and has at least one row below it.
      if (next.sheetId !== area.sheetId || next.row !== area.row || next.rowCount < 2) throw new HostError("InvalidArgument");
      return grid.tables.resize(id, next);
    },
  },
};

function tablesOf({ sheetId }: Targets["TableCollection"], { grid }: Host): readonly GridTable[] {
  return grid.tables.list().filter(({ area }) => sheetId === undefined || area.sheetId === sheetId);
}

const tableObject = (table: GridTable | undefined): HostObject | undefined => table && object("Table", table.id);

function findTable(tables: Targets["TableCollection"], host: Host, key: unknown): HostObject | undefined {
  const wanted = String(key);
  return tableObject(tablesOf(tables, host).find(({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase()));
}

/** Tables of the workbook, or of one sheet. */
export const TableCollection: ExcelClass<"TableCollection"> = {
  items: (tables, host) => tablesOf(tables, host).map(({ id }) => object("Table", id)),
  methods: {
    add: async ({ sheetId }, { grid }, address, hasHeaders) => {
      if (hasHeaders !== true) throw new HostError("InvalidArgument");
      const area = areaOf(grid, address, sheetId ?? grid.sheets.active());
      return object("Table", await grid.tables.add(area, undefined));
    },
    getCount: (tables, host) => ({ value: tablesOf(tables, host).length }),
    getItem: findTable,
    getItemAt: (tables, host, index) => tableObject(tablesOf(tables, host)[Number(index)]),
    getItemOrNullObject: findTable,
  },
};

type Column = Targets["TableColumn"];

function columnArea({ tableId, index }: Column, { grid }: Host): Area {
  const { area } = requireTable(grid, tableId);
  return { ...area, column: area.column + index, columnCount: 1 };
}

function columnId({ tableId, index }: Column, { grid }: Host): string {
  return requireTable(grid, tableId).columns[index]?.id ?? "";
}

/** A column of a table: its place in the table at the time it was found. */
export const TableColumn: ExcelClass<"TableColumn"> = {
  id: columnId,
  values: {
    id: columnId,
    index: ({ index }) => index,
    name: ({ tableId, index }, { grid }) => requireTable(grid, tableId).columns[index]?.name,
    values: (column, host) => host.grid.cells.read(columnArea(column, host)).map((row) => row.map(({ value }) => value)),
  },
  setters: {
    name: (column, name, host) => host.grid.cells.write(headerOf(columnArea(column, host)), [[String(name)]]),
    values: (column, values, host) => {
      const area = columnArea(column, host);
      host.grid.cells.write(area, toMatrix(values, area));
    },
  },
  methods: {
    delete: (column, host) => host.grid.cells.remove(columnArea(column, host), "Left"),
    getDataBodyRange: (column, host) => range(bodyOf(columnArea(column, host))),
    getHeaderRowRange: (column, host) => range(headerOf(columnArea(column, host))),
    getRange: (column, host) => range(columnArea(column, host)),
  },
};

function columnAt(tableId: string, { grid }: Host, index: number): HostObject | undefined {
  return requireTable(grid, tableId).columns[index] && object("TableColumn", { tableId, index });
}

function findColumn(tableId: string, host: Host, key: unknown): HostObject | undefined {
  const wanted = String(key);
  const index = requireTable(host.grid, tableId).columns.findIndex(
    ({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase(),
  );
  return columnAt(tableId, host, index);
}

/** What this host adds goes to the end of a table: the only place that needs no cells moved. */
function requireEnd(index: unknown, end: number) {
  if (typeof index === "number" && index >= 0 && index !== end) throw new HostError("InvalidArgument");
}

export const TableColumnCollection: ExcelClass<"TableColumnCollection"> = {
  items: (tableId, { grid }) => requireTable(grid, tableId).columns.map((_, index) => object("TableColumn", { tableId, index })),
  methods: {
    add: async (tableId, { grid }, index, values, name) => {
      const { area, columns } = requireTable(grid, tableId);
      const end = columns.length;
      requireEnd(index, end);
      const column = { ...area, column: area.column + end, columnCount: 1 };
      if (values !== undefined) grid.cells.write(column, toMatrix(values, column));
      if (typeof name === "string") grid.cells.write(headerOf(column), [[name]]);
      await grid.tables.resize(tableId, { ...area, columnCount: end + 1 });
      return object("TableColumn", { tableId, index: end });
    },
    getCount: (tableId, { grid }) => ({ value: requireTable(grid, tableId).columns.length }),
    getItem: findColumn,
    getItemAt: (tableId, host, index) => columnAt(tableId, host, Number(index)),
    getItemOrNullObject: findColumn,
  },
};

/** A row of a table: its place below the header at the time it was found. */
export const TableRow: ExcelClass<"TableRow"> = { values: { index: ({ index }) => index } };

const rowCountOf = (tableId: string, { grid }: Host): number => requireTable(grid, tableId).area.rowCount - 1;

/** Rows of a table: counted, and added at its end. */
export const TableRowCollection: ExcelClass<"TableRowCollection"> = {
  values: { count: rowCountOf },
  methods: {
    add: async (tableId, host, index, values) => {
      const { area } = requireTable(host.grid, tableId);
      const { cells, tables } = host.grid;
      const end = rowCountOf(tableId, host);
      requireEnd(index, end);
      const rows = { ...area, row: area.row + area.rowCount, rowCount: Array.isArray(values) ? values.length : 1 };
      const isFree = cells.read(rows).every((line) => line.every(({ value, formula }) => value === "" && formula === ""));
      if (!isFree) throw new HostError("InvalidArgument");
      if (values !== undefined) cells.write(rows, toMatrix(values, rows));
      await tables.resize(tableId, { ...area, rowCount: area.rowCount + rows.rowCount });
      return object("TableRow", { index: end });
    },
    getCount: (tableId, host) => ({ value: rowCountOf(tableId, host) }),
  },
};
