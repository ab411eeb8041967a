import type {
  Area,
  CellValue,
  Chart,
  ChartBox,
  ChartContent,
  Grid,
  GridEvent,
  Name,
  Sheet,
  Table,
  Validation,
} from "../../../src/workbench/grid/grid";
import { createHostStateStore } from "../../../src/workbench/grid/hostState";
import { createMemoryCells } from "./memoryCells";

/** A grid without formulas: what the Office.js subset, and code over it, needs to be tested without a browser. */
export interface MemoryGrid extends Grid {
  /** As if the user did it. */
  edit(area: Area, value: CellValue): void;
  /** As if the formula of a cell had this result. */
  calculate(area: Area, value: CellValue): void;
  /** As if the user began to type into a cell, and pressed Enter or Esc. */
  editCell(isOpen: boolean): void;
  /** How often work was made one step of undo. */
  readonly steps: () => number;
}

const SHEET_SIZE = { rowCount: 3000, columnCount: 100 };
const CELL = { width: 88, height: 24 };

function createSheets() {
  const sheets: Sheet[] = [];
  let [count, active] = [0, "s1"];
  const number = () => sheets.forEach((sheet, position) => (sheets[position] = { ...sheet, position }));
  const frozen = new Map<string, readonly [number, number]>();
  const add = (name?: string): string => {
    count += 1;
    const sheet = { id: `s${count}`, name: name ?? `Sheet${count}`, isHidden: false, showGridlines: true, tabColor: "", ...SHEET_SIZE };
    sheets.push({ ...sheet, position: sheets.length });
    return sheet.id;
  };
  add();
  return {
    frozen,
    store: {
      list: () => sheets,
      add,
      change: (sheetId: string, change: Partial<Sheet>) => {
        const index = sheets.findIndex(({ id }) => id === sheetId);
        const [sheet] = sheets.splice(index, 1);
        sheets.splice(change.position ?? index, 0, { ...sheet, ...change });
        number();
      },
      active: () => active,
      remove: (sheetId: string) => {
        sheets.splice(
          sheets.findIndex(({ id }) => id === sheetId),
          1,
        );
        number();
      },
      activate: (sheetId: string) => void (active = sheetId),
      freeze: (sheetId: string, rows: number, columns: number) => void frozen.set(sheetId, [rows, columns]),
      frozen: (sheetId: string) => {
        const [rows, columns] = frozen.get(sheetId) ?? [0, 0];
        return { rows, columns };
      },
    },
  };
}

function createTables(columnName: (area: Area, index: number) => string) {
  const tables: Table[] = [];
  let count = 0;
  const columnsOf = (area: Area) =>
    Array.from({ length: area.columnCount }, (_, index) => ({ id: `c${index}`, name: columnName(area, index) || `Column${index + 1}` }));
  const change = (tableId: string, changed: Partial<Table>) => {
    const index = tables.findIndex(({ id }) => id === tableId);
    tables[index] = { ...tables[index], ...changed };
    return Promise.resolve();
  };
  return {
    list: () => tables.map((table) => ({ ...table, columns: columnsOf(table.area) })),
    add: (area: Area, name?: string) => {
      count += 1;
      tables.push({
        id: `t${count}`,
        name: name ?? `Table${count}`,
        style: "",
        hasFilterButtons: true,
        hasStripes: true,
        area,
        columns: [],
      });
      return Promise.resolve(`t${count}`);
    },
    rename: (tableId: string, name: string) => change(tableId, { name }),
    resize: (tableId: string, area: Area) => change(tableId, { area }),
    setStyle: (tableId: string, style: string) => void change(tableId, { style }),
    showStripes: (tableId: string, hasStripes: boolean) => void change(tableId, { hasStripes }),
    showFilterButtons: (tableId: string, hasFilterButtons: boolean) => void change(tableId, { hasFilterButtons }),
    remove: (tableId: string) => {
      tables.splice(
        tables.findIndex(({ id }) => id === tableId),
        1,
      );
      return Promise.resolve();
    },
  };
}

function createCharts() {
  const charts: Chart[] = [];
  const change = (id: string, changed: Partial<Chart>) => {
    const index = charts.findIndex((chart) => chart.id === id);
    charts[index] = { ...charts[index], ...changed };
  };
  return {
    list: (sheetId: string) => charts.filter((chart) => chart.sheetId === sheetId),
    add: (sheetId: string, content: ChartContent) => {
      const id = `chart${charts.length + 1}`;
      charts.push({ id, sheetId, ...content, left: 0, top: 0, width: 480, height: 288 });
      return id;
    },
    change,
    move: (id: string, box: Partial<ChartBox>) => change(id, box),
    boxOf: ({ row, column, rowCount, columnCount }: Area) => ({
      left: column * CELL.width,
      top: row * CELL.height,
      width: columnCount * CELL.width,
      height: rowCount * CELL.height,
    }),
    remove: (id: string) => {
      charts.splice(
        charts.findIndex((chart) => chart.id === id),
        1,
      );
    },
  };
}

function createNames() {
  const names: Name[] = [];
  const indexOf = (wanted: string) => names.findIndex(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  return {
    list: () => names,
    set: (name: Name) => {
      const index = indexOf(name.name);
      names.splice(index < 0 ? names.length : index, index < 0 ? 0 : 1, name);
    },
    remove: (name: string) => void names.splice(indexOf(name), 1),
  };
}

function createValidations() {
  const validations = new Map<string, Validation>();
  const keyOf = ({ sheetId, row, column, rowCount, columnCount }: Area) => `${sheetId}!${row},${column},${rowCount},${columnCount}`;
  return {
    read: (area: Area) => validations.get(keyOf(area)),
    set: (area: Area, validation: Validation) => void validations.set(keyOf(area), validation),
    clear: (area: Area) => void validations.delete(keyOf(area)),
  };
}

function createCellEdit() {
  let isOpen = false;
  const waiting: (() => void)[] = [];
  return {
    store: {
      isOpen: () => isOpen,
      closed: () => new Promise<void>((resolve) => (isOpen ? waiting.push(resolve) : resolve())),
    },
    set: (isEdited: boolean) => {
      isOpen = isEdited;
      if (!isEdited) for (const resolve of waiting.splice(0)) resolve();
    },
  };
}

/** An empty workbook of one sheet, with G4 selected. */
export function createMemoryGrid(): MemoryGrid {
  const cells = createMemoryCells();
  const widths = new Map<string, number>();
  const listeners = new Set<(event: GridEvent) => void>();
  const cellEdit = createCellEdit();
  let steps = 0;
  const changed = (area: Area, isByCode: boolean) => {
    for (const listener of listeners) listener({ kind: "changed", area, changeType: "RangeEdited", isByCode });
  };
  const columnKey = ({ sheetId, column }: Area) => `${sheetId}!${column}`;
  const nothing = () => undefined;
  return {
    cells: {
      ...cells.store,
      write: (area, contents) => {
        cells.store.write(area, contents);
        changed(area, true);
      },
    },
    names: createNames(),
    sheets: createSheets().store,
    tables: createTables((area, index) =>
      String(cells.store.read({ ...area, column: area.column + index, rowCount: 1, columnCount: 1 })[0]?.[0]?.value ?? ""),
    ),
    formats: {
      ...cells.formats,
      setBorder: nothing,
      columnWidthPixels: (area) => widths.get(columnKey(area)) ?? CELL.width,
      setColumnWidthPixels: (area, width) => void widths.set(columnKey(area), width),
      rowHeightPixels: () => CELL.height,
      setRowHeightPixels: nothing,
      setColumnsHidden: nothing,
      setRowsHidden: nothing,
      fitColumns: nothing,
      fitRows: nothing,
    },
    charts: createCharts(),
    validations: createValidations(),
    state: createHostStateStore(undefined, nothing),
    cellEdit: cellEdit.store,
    editCell: cellEdit.set,
    inOneStep: (work) => {
      steps += 1;
      return work();
    },
    steps: () => steps,
    selection: { read: () => ({ sheetId: "s1", row: 3, column: 6, rowCount: 1, columnCount: 1 }), select: nothing },
    settled: () => Promise.resolve(),
    recalculate: () => Promise.resolve(),
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    calculate: cells.calculate,
    edit: (area, value) => {
      cells.store.write(area, [[value]]);
      changed(area, false);
    },
  };
}
