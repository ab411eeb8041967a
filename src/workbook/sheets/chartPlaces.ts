/** Where the figures of the charts stand below them: where the add-in writes them, and where rows and columns that were inserted have moved them. Pure. */

import { COST_POOLS } from "../../engine/lines";
import { MONTHS_PER_YEAR } from "../../engine/units";
import type { SheetValues } from "../figures";
import { COMPARE, fixedAddress } from "../layout";
import type { CellArea } from "../plan";

export const YEARS_TITLE = "Cost per year by cost pool";
const TOTAL_LABEL = "Total";
/** The formula of the title of the bridge begins with it: the scenarios follow. */
export const BRIDGE_TITLE = '="Bridge from "&';

/** Single figures that the charts and their captions need, with the words beside them. */
export const POINT_LABELS = {
  months: "Months of the plan",
  breakEvenYears: "Break-even of central and distributed, years from the start",
  breakEvenCost: "Cumulative cost at the break-even",
  dimension: "Dimension shown",
  shardTb: "Maximum data per shard",
  shardSkew: "Load on the busiest shard (times the average)",
} as const;
export type PointName = keyof typeof POINT_LABELS;
const POINT_NAMES = Object.keys(POINT_LABELS) as readonly PointName[];

/** Headers of the monthly figures that are drawn. */
export const MONTH_LABELS = {
  label: "Month",
  years: "Years from start",
  cumulative: "Cumulative, vertical",
  need: "Need",
  capacity: "Capacity",
  calm: "No event",
  upgrade: "Month of an upgrade",
  shard: "Month of a shard",
} as const;
export type MonthName = keyof typeof MONTH_LABELS;

/** Zero-based place on the sheet of charts. */
export interface SheetPlace {
  readonly row: number;
  readonly column: number;
}

export interface PoolPlace {
  /** Row of the header with the years, and the column of the first year. */
  readonly row: number;
  readonly column: number;
  readonly labelColumn: number;
  /** Row of each cost pool, and of their sum. */
  readonly rows: readonly number[];
  readonly totalRow: number;
}

export interface PointPlace {
  readonly column: number;
  readonly rows: Readonly<Record<PointName, number>>;
}

export interface MonthPlace {
  /** Row of the first month. */
  readonly row: number;
  readonly columns: Readonly<Record<MonthName, number>>;
}

/** What is not found is undefined. */
export interface ChartPlaces {
  readonly pools: PoolPlace | undefined;
  /** The title of the bridge: its report spills from the cell below. */
  readonly bridge: SheetPlace | undefined;
  readonly points: PointPlace | undefined;
  readonly months: MonthPlace | undefined;
}

/** Zero-based rows of the sheet below the charts. */
export const YEARS_ROW = 44;
export const POOL_TOTAL_ROW = YEARS_ROW + COST_POOLS.length + 1;
export const BRIDGE_ROW = POOL_TOTAL_ROW + 2;
/** A header, two totals, eight changes and the sum of the others. */
export const BRIDGE_ROWS = 11;
export const POINT_ROW = BRIDGE_ROW + BRIDGE_ROWS + 3;
export const MONTHS_ROW = POINT_ROW + 8;
export const FIRST_MONTH_ROW = MONTHS_ROW + 2;

/** Columns of the monthly figures. */
export const MONTH = {
  label: 0,
  years: 1,
  cost: 2,
  cumulative: 5,
  plan: 8,
  need: 26,
  capacity: 27,
  calm: 28,
  upgrade: 29,
  shard: 30,
} as const;

/** Where the figures stand on a new sheet. */
export const USUAL_PLACES = {
  pools: {
    row: YEARS_ROW,
    column: COMPARE.firstYearColumn,
    labelColumn: 0,
    rows: COST_POOLS.map((_, index) => YEARS_ROW + 1 + index),
    totalRow: POOL_TOTAL_ROW,
  },
  bridge: { row: BRIDGE_ROW, column: 0 },
  points: {
    column: COMPARE.totalColumn,
    rows: Object.fromEntries(POINT_NAMES.map((name, index) => [name, POINT_ROW + 1 + index])) as Record<PointName, number>,
  },
  months: { row: FIRST_MONTH_ROW, columns: MONTH },
} as const satisfies ChartPlaces;

/** The first cell that is wanted, from a row on, on the sheet. */
function find({ row, column, values }: SheetValues, isWanted: (text: string, column: number) => boolean, from = 0): SheetPlace | undefined {
  for (const [i, cells] of values.entries()) {
    const j = row + i < from ? -1 : cells.findIndex((cell, at) => isWanted(String(cell), column + at));
    if (j >= 0) return { row: row + i, column: column + j };
  }
  return undefined;
}

/** Rows in which labels stand in a column, from a row on; undefined unless all do. */
function rowsOf(cells: SheetValues, labels: readonly string[], { row, column }: SheetPlace): readonly number[] | undefined {
  const rows = labels.flatMap((label) => find(cells, (text, at) => text === label && at === column, row)?.row ?? []);
  return rows.length === labels.length ? rows : undefined;
}

function poolPlace(cells: SheetValues): PoolPlace | undefined {
  const title = find(cells, (text) => text === YEARS_TITLE);
  const total = title && find(cells, (text, column) => text === TOTAL_LABEL && column > title.column, title.row);
  const rows = title && rowsOf(cells, [...COST_POOLS, TOTAL_LABEL], title);
  if (!title || total?.row !== title.row || !rows) return undefined;
  return {
    row: title.row,
    column: total.column + 1,
    labelColumn: title.column,
    rows: rows.slice(0, -1),
    totalRow: rows.at(-1) ?? 0,
  };
}

function pointPlace(cells: SheetValues): PointPlace | undefined {
  const first = find(cells, (text) => text === POINT_LABELS.months);
  const rows =
    first &&
    rowsOf(
      cells,
      POINT_NAMES.map((name) => POINT_LABELS[name]),
      first,
    );
  // The figure is the first formula right of its label, the unit of a cost apart.
  const figure = rows && find(cells, (text, column) => text.startsWith("=COUNTA(") && column > first.column, first.row);
  if (figure?.row !== first?.row || !figure || !rows) return undefined;
  return {
    column: figure.column,
    rows: Object.fromEntries(POINT_NAMES.map((name, at) => [name, rows[at] ?? 0])) as Record<PointName, number>,
  };
}

function monthPlace(cells: SheetValues): MonthPlace | undefined {
  const first = find(cells, (text) => text === MONTH_LABELS.label);
  const header = first && (cells.values[first.row - cells.row] ?? []).map(String);
  const columns = Object.entries(MONTH_LABELS).map(([name, label]) => [name, header?.indexOf(label) ?? -1] as const);
  if (!first || columns.some(([, at]) => at < 0)) return undefined;
  return {
    row: first.row + 1,
    columns: Object.fromEntries(columns.map(([name, at]) => [name, cells.column + at])) as Record<MonthName, number>,
  };
}

/** The places on a sheet of charts whose formulas and texts were read: found by the words beside the figures. */
export function chartPlaces(cells: SheetValues): ChartPlaces {
  return {
    pools: poolPlace(cells),
    bridge: find(cells, (text) => text.startsWith(BRIDGE_TITLE)),
    points: pointPlace(cells),
    months: monthPlace(cells),
  };
}

/** Address of a point. */
export function pointAddress({ column, rows }: PointPlace, name: PointName): string {
  return fixedAddress(rows[name], column);
}

/** The cell of a point. */
export function pointCell({ column, rows }: PointPlace, name: PointName): CellArea {
  return { row: rows[name], column, rows: 1, columns: 1 };
}

/** The cells of a cost pool in so many years, by its place among them. */
export function poolCells({ column, rows }: PoolPlace, index: number, years: number): CellArea {
  return { row: rows[index] ?? 0, column, rows: 1, columns: years };
}

/** The names of the years. */
export function yearCells({ row, column }: PoolPlace, years: number): CellArea {
  return { row, column, rows: 1, columns: years };
}

/** A column of the bridge below the header of its report: labels, then ground, rises, falls and totals. */
export function bridgeCells({ row, column }: SheetPlace, offset: number): CellArea {
  return { row: row + 2, column: column + offset, rows: BRIDGE_ROWS, columns: 1 };
}

/** A column of the monthly figures of a plan of so many years. */
export function monthCells({ row, columns }: MonthPlace, name: MonthName, years: number, offset = 0): CellArea {
  return { row, column: columns[name] + offset, rows: years * MONTHS_PER_YEAR, columns: 1 };
}
