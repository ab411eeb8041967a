/** What a command is going to write, as data: it can be shown before anything is written, and tested without a workbook. */

import { COLORS, rangeAddress } from "./layout";

/** What would be typed into a cell: a formula begins with =; text of a user has passed `typedCell`. */
export type CellContent = string | number | boolean;

/** What a cell is read as; an error is its text, such as #N/A, and a blank cell "". */
export type CellValue = string | number | boolean;

/** Contents of a block of cells from a zero-based corner. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly CellContent[])[];
}

/** Some cells of a sheet, from a zero-based corner. */
export interface CellArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Looks of a block of cells; what is not stated stays as it is. */
export interface Look extends CellArea {
  /** Cells that a person edits: their colors follow the convention that the user has chosen. */
  readonly isInput?: boolean;
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly align?: "Left" | "Right";
  /** Long words take several lines instead of being cut off. */
  readonly wrap?: boolean;
  /** Height of each row, in points. For cells of a spill: Excel does not fit rows to what a formula spills. */
  readonly height?: number;
}

export interface TablePlan extends CellArea {
  readonly name: string;
}

/** A list of allowed values in the cells of a block: a person chooses from it, other text is refused. */
export interface ValidationPlan extends CellArea {
  /** The list with commas, or the cells that hold it, such as =Assumptions!$K$5:$M$5. */
  readonly source: string;
  readonly title: string;
  readonly message: string;
}

/** How a series is drawn: a hidden one is the ground that others stand on. */
export type SeriesKind = "column" | "line" | "marker" | "hidden";

export interface SeriesPlan {
  readonly name: string;
  readonly kind: SeriesKind;
  readonly color: string;
  readonly values: CellArea;
  /** Cells of the categories, or of the places on the horizontal axis. */
  readonly categories: CellArea;
}

/** A native chart. It is found again by its name; title, place and size are the user's once it stands. */
export interface ChartPlan {
  readonly name: string;
  readonly title: string;
  readonly type: "ColumnStacked" | "XYScatterLinesNoMarkers" | "BarClustered" | "Line";
  /** Cells that it covers when it is new. */
  readonly area: CellArea;
  readonly series: readonly SeriesPlan[];
  /** The sheet with the cells that it draws; its own where it is not stated. */
  readonly dataSheet?: string;
  readonly valueTitle: string;
  readonly categoryTitle: string;
}

export interface NamePlan {
  readonly name: string;
  readonly formula: string;
}

export interface SheetPlan {
  readonly sheet: string;
  readonly blocks: readonly Block[];
  readonly looks: readonly Look[];
  readonly tables: readonly TablePlan[];
  /** Names defined once the sheet is written. */
  readonly names: readonly NamePlan[];
  readonly validations: readonly ValidationPlan[];
  readonly charts: readonly ChartPlan[];
  /** Widths in points from column A. */
  readonly columnWidths: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
}

export const EMPTY_SHEET: Omit<SheetPlan, "sheet"> = {
  blocks: [],
  looks: [],
  tables: [],
  names: [],
  validations: [],
  charts: [],
  columnWidths: [],
  frozenRows: 0,
  frozenColumns: 0,
};

/** Looks of a heading over a block. */
export function heading(row: number, column: number, columns: number): Look {
  return { row, column, rows: 1, columns, bold: true, color: COLORS.header, fill: COLORS.headerFill };
}

/** Looks of cells that a person edits. */
export function input(row: number, column: number, rows: number, columns: number): Look {
  return { row, column, rows, columns, isInput: true };
}

/** Address of a block, without its sheet. */
export function blockAddress(block: Block): string {
  return rangeAddress(block.row, block.column, block.cells.length, block.cells[0]?.length ?? 0);
}

/** One line of a preview: the sheet and what is written there, in words. */
export function describeSheet({ sheet, blocks, tables, charts, names }: SheetPlan): string {
  const formulas = blocks.flatMap((block) => block.cells.flat()).filter((cell) => typeof cell === "string" && cell.startsWith("=")).length;
  const parts = [
    ...tables.map((table) => `table ${table.name} (${String(table.rows - 1)} rows)`),
    `${String(formulas)} formulas`,
    ...(charts.length > 0 ? [`charts "${charts.map(({ title }) => title).join('", "')}"`] : []),
    ...(names.length > 0 ? [`names ${names.map(({ name }) => name).join(", ")}`] : []),
  ];
  return `${sheet}: ${parts.join(", ")}`;
}
