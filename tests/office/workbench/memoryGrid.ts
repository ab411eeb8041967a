import type { Area, Cell, CellValue, Grid, GridEvent, Name, Sheet, Table } from "../../../src/workbench/grid/grid";

/** A grid without formulas and looks: what the queue and the proxy objects of the Office.js subset need to be tested without a browser. */
export interface MemoryGrid extends Grid {
  /** As if the user did it. */
  edit(area: Area, value: CellValue): void;
}

const SHEET_SIZE = { rowCount: 100, columnCount: 26 };

function sheetOf(id: string, name: string, position: number): Sheet {
  return { id, name, position, isHidden: false, showGridlines: true, tabColor: "", ...SHEET_SIZE };
}

function typeOf(value: CellValue): Cell["type"] {
  if (value === "") return "Empty";
  return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
}

function notHere(): never {
  throw new Error("The grid in memory does not have this.");
}

function createCells() {
  const values = new Map<string, CellValue>();
  const key = ({ sheetId, row, column }: Area, i: number, j: number) => `${sheetId}!${row + i},${column + j}`;
  const range = (count: number) => Array.from({ length: count }, (_, index) => index);
  const read = (area: Area): Cell[][] =>
    range(area.rowCount).map((i) =>
      range(area.columnCount).map((j) => {
        const value = values.get(key(area, i, j)) ?? "";
        return { value, type: typeOf(value), formula: String(value) };
      }),
    );
  return {
    read,
    write: (area: Area, contents: readonly (readonly (CellValue | null)[])[]) => {
      contents.forEach((row, i) => {
        row.forEach((value, j) => {
          if (value !== null) values.set(key(area, i, j), value);
        });
      });
    },
    text: (area: Area) => read(area).map((row) => row.map(({ value }) => String(value))),
    used: () => undefined,
    spill: () => undefined,
    numberFormats: notHere,
    setNumberFormats: notHere,
    clear: notHere,
    insert: notHere,
    remove: notHere,
  };
}

function createSheets() {
  const sheets: Sheet[] = [sheetOf("s1", "Sheet1", 0)];
  return {
    list: () => sheets,
    add: (name = `Sheet${sheets.length + 1}`) => {
      sheets.push(sheetOf(`s${sheets.length + 1}`, name, sheets.length));
      return `s${sheets.length}`;
    },
    change: (sheetId: string, change: Partial<Sheet>) => {
      const index = sheets.findIndex(({ id }) => id === sheetId);
      sheets[index] = { ...sheets[index], ...change };
    },
    active: () => "s1",
    remove: notHere,
    activate: notHere,
    freeze: notHere,
  };
}

function createTables() {
  const tables: Table[] = [];
  return {
    list: () => tables,
    add: (area: Area, name = `Table${tables.length + 1}`) => {
      const columns = Array.from({ length: area.columnCount }, (_, index) => ({ id: `c${index}`, name: `Column${index + 1}` }));
      tables.push({ id: `t${tables.length + 1}`, name, style: "", area, columns });
      return Promise.resolve(`t${tables.length}`);
    },
    rename: (tableId: string, name: string) => {
      const index = tables.findIndex(({ id }) => id === tableId);
      tables[index] = { ...tables[index], name };
      return Promise.resolve();
    },
    remove: notHere,
    resize: notHere,
    setStyle: notHere,
  };
}

const NO_LOOKS = {
  read: () => ({}),
  write: notHere,
  setBorder: notHere,
  columnWidthPixels: notHere,
  setColumnWidthPixels: notHere,
  rowHeightPixels: notHere,
  setRowHeightPixels: notHere,
  setColumnsHidden: notHere,
  setRowsHidden: notHere,
  fitColumns: notHere,
  fitRows: notHere,
};

/** An empty workbook of one sheet, with G4 selected. */
export function createMemoryGrid(): MemoryGrid {
  const cells = createCells();
  const names: Name[] = [];
  const listeners = new Set<(event: GridEvent) => void>();
  return {
    cells,
    names: { list: () => names, set: (name) => void names.push(name), remove: notHere },
    sheets: createSheets(),
    tables: createTables(),
    formats: NO_LOOKS,
    selection: { read: () => ({ sheetId: "s1", row: 3, column: 6, rowCount: 1, columnCount: 1 }), select: notHere },
    settled: () => Promise.resolve(),
    recalculate: () => Promise.resolve(),
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    edit: (area, value) => {
      cells.write(area, [[value]]);
      for (const listener of listeners) listener({ kind: "changed", area, changeType: "RangeEdited" });
    },
  };
}
