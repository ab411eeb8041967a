import type { Area, Cell, CellStore, CellValue, Cleared, Format } from "../../../src/workbench/grid/grid";

type Key = string;

interface Stored {
  readonly value: CellValue;
  readonly formula: string;
}

const EMPTY: Stored = { value: "", formula: "" };

function typeOf(value: CellValue): Cell["type"] {
  if (value === "") return "Empty";
  return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
}

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

/** As if typed: a text after an apostrophe is text; a formula has no value, as nothing calculates here. */
function typed(value: CellValue): Stored {
  if (typeof value !== "string") return { value, formula: String(value) };
  if (value.startsWith("=")) return { value: "", formula: value };
  const text = value.startsWith("'") ? value.slice(1) : value;
  return { value: text, formula: text };
}

/** Cells, number formats and looks by sheet, row and column. */
export function createMemoryCells() {
  const cells = new Map<Key, Stored>();
  const numberFormats = new Map<Key, string>();
  const formats = new Map<Key, Format>();
  const keyOf = (sheetId: string, row: number, column: number): Key => `${sheetId}!${row},${column}`;
  const each = (area: Area, visit: (key: Key, i: number, j: number) => void) => {
    for (const i of range(area.rowCount))
      for (const j of range(area.columnCount)) visit(keyOf(area.sheetId, area.row + i, area.column + j), i, j);
  };
  const mapped = <Value>(area: Area, get: (key: Key) => Value): Value[][] =>
    range(area.rowCount).map((i) => range(area.columnCount).map((j) => get(keyOf(area.sheetId, area.row + i, area.column + j))));
  const read = (area: Area): Cell[][] =>
    mapped(area, (key) => {
      const { value, formula } = cells.get(key) ?? EMPTY;
      return { value, type: typeOf(value), formula };
    });
  const used = (sheetId: string): Area | undefined => {
    const places = [...cells]
      .filter(([key, { value, formula }]) => key.startsWith(`${sheetId}!`) && (value !== "" || formula !== ""))
      .map(
        ([key]) =>
          key
            .slice(sheetId.length + 1)
            .split(",")
            .map(Number) as [number, number],
      );
    if (places.length === 0) return undefined;
    const [rows, columns] = [places.map(([row]) => row), places.map(([, column]) => column)];
    const [row, column] = [Math.min(...rows), Math.min(...columns)];
    return { sheetId, row, column, rowCount: Math.max(...rows) - row + 1, columnCount: Math.max(...columns) - column + 1 };
  };
  /** Moves what lies at or behind an index of rows or columns; what is removed is gone. */
  const shift = ({ sheetId }: Area, axis: 0 | 1, from: number, by: number) => {
    for (const map of [cells, numberFormats, formats] as Map<Key, unknown>[]) {
      const entries = [...map].filter(([key]) => key.startsWith(`${sheetId}!`));
      const places = entries.map(([key, value]) => ({
        place: key
          .slice(sheetId.length + 1)
          .split(",")
          .map(Number) as [number, number],
        value,
      }));
      for (const [key] of entries) map.delete(key);
      for (const { place, value } of places) {
        const at = place[axis];
        if (by < 0 && at >= from && at < from - by) continue;
        const moved: [number, number] = [...place];
        if (at >= from) moved[axis] = at + by;
        map.set(keyOf(sheetId, ...moved), value);
      }
    }
  };
  const isWholeColumns = (area: Area) => area.rowCount > 1000;
  const store: CellStore = {
    read,
    used,
    write: (area, contents) =>
      each(area, (key, i, j) => {
        const value = contents[i]?.[j];
        if (value !== null && value !== undefined) cells.set(key, typed(value));
      }),
    text: (area) => read(area).map((row) => row.map(({ value }) => String(value))),
    numberFormats: (area) => mapped(area, (key) => numberFormats.get(key) ?? "General"),
    setNumberFormats: (area, given) => each(area, (key, i, j) => void numberFormats.set(key, given[i]?.[j] ?? "General")),
    clear: (area, cleared: Cleared) =>
      each(area, (key) => {
        if (cleared !== "Formats") cells.delete(key);
        if (cleared !== "Contents") formats.delete(key);
      }),
    insert: (area) => {
      if (isWholeColumns(area)) shift(area, 1, area.column, area.columnCount);
      else shift(area, 0, area.row, area.rowCount);
    },
    remove: (area) => {
      if (isWholeColumns(area)) shift(area, 1, area.column, -area.columnCount);
      else shift(area, 0, area.row, -area.rowCount);
    },
    spill: () => undefined,
  };
  return {
    store,
    formats: {
      read: (area: Area) => formats.get(keyOf(area.sheetId, area.row, area.column)) ?? {},
      write: (area: Area, format: Format) => each(area, (key) => void formats.set(key, { ...formats.get(key), ...format })),
    },
    /** Puts a value where a formula stands, as if it had been calculated. */
    calculate: ({ sheetId, row, column }: Area, value: CellValue) => {
      const key = keyOf(sheetId, row, column);
      cells.set(key, { formula: cells.get(key)?.formula ?? "", value });
    },
  };
}
