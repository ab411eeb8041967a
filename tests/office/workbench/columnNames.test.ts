/** Columns of tables by names with every sign that Excel allows, in the grid with its formulas. */
import { beforeAll, describe, expect, it } from "vitest";
import type { Area, CellValue, Grid } from "../../../src/workbench/grid/grid";
import { createCalculatingGrid } from "./calculatingGrid";

const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
/** Capital letters are not among them: a column's name is the same in any case. */
const SIGNS = [
  ...ASCII.filter((sign) => !/[A-Z]/.test(sign)),
  "ä",
  "ß",
  "é",
  "ı",
  "\u00a0",
  "€",
  "–",
  "’",
  "“",
  "日",
  "😀",
  "👩‍💻",
  "\n",
  "\t",
  "\u200b",
];

const NAMES: readonly string[] = [
  ...SIGNS.map((sign) => `a${sign}b`),
  ASCII.join(""),
  " before",
  "behind ",
  "#All",
  "#x",
  "@x",
  "[x]",
  "'",
  "''",
  "A1",
  "R1C1",
  "TRUE",
  "1e5",
  "007",
  "=1+1",
  "+1",
  "-1",
  "x, y: (z)",
  "n".repeat(255),
];

const area = (row: number, column: number, rowCount: number, columnCount: number): Area => ({
  sheetId: "s1",
  row,
  column,
  rowCount,
  columnCount,
});
const line = (row: number) => area(row, 0, 1, NAMES.length);

/** A column as Excel writes it in a structured reference. */
const escaped = (name: string) => name.replace(/['#[\]@]/g, "'$&");
const ALL = NAMES.map((name) => `=SUM(T[[#All],[${escaped(name)}]])`);
const DATA = NAMES.map((name) => `=SUM(T[[${escaped(name)}]],-1)`);
const PLACES = NAMES.map((_, index) => index + 1);

let grid: Grid;

const values = (row: number) => grid.cells.read(line(row))[0]?.map(({ value }) => value);
const formulas = (row: number) => grid.cells.read(line(row))[0]?.map(({ formula }) => formula);
const byName = (found: readonly CellValue[] | undefined) => Object.fromEntries(NAMES.map((name, index) => [name, found?.[index]]));

beforeAll(async () => {
  grid = await createCalculatingGrid();
  grid.cells.write(area(4, 0, 2, NAMES.length), [NAMES.map((name) => `'${name}`), PLACES]);
  await grid.tables.add(area(4, 0, 2, NAMES.length), "T");
  grid.cells.write(area(8, 0, 2, NAMES.length), [ALL, DATA]);
  await grid.recalculate();
});

describe("a column of a table is read", () => {
  it("with its header, whatever sign its name has", () => {
    expect(byName(values(8))).toEqual(byName(PLACES));
  });

  it("without its header too", () => {
    expect(byName(values(9))).toEqual(byName(PLACES.map((place) => place - 1)));
  });

  it("by a formula that is kept as it was written", () => {
    expect(formulas(8)).toEqual(ALL);
  });
});

describe("the formula of a column", () => {
  it("keeps its signs where a row is inserted above the table", async () => {
    grid.cells.insert({ ...area(0, 0, 1, 20_000), columnCount: 16_384 }, "Down");
    await grid.recalculate();
    expect(byName(values(9))).toEqual(byName(PLACES));
    expect(formulas(9)).toEqual(ALL);
    grid.cells.remove({ ...area(0, 0, 1, 20_000), columnCount: 16_384 }, "Up");
    await grid.recalculate();
  });

  it("follows its header to another name", async () => {
    grid.cells.write(line(4), [NAMES.map((name) => `'${name}`.slice(0, 250) + "#2]")]);
    await grid.recalculate();
    await grid.recalculate();
    expect(byName(values(8))).toEqual(byName(PLACES));
    expect(formulas(8)?.[0]).toBe("=SUM(T[[#All],[a b'#2']]])");
  });
});
