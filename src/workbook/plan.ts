/** What a command is going to write, as data: it can be shown before anything is written, and tested without a workbook. */

import { COLORS, rangeAddress } from "./layout";

/** What would be typed into a cell: a formula begins with =; text of a user has passed `typedText`. */
export type CellContent = string | number | boolean;

/** What a cell is read as; an error is its text, such as #N/A, and a blank cell "". */
export type CellValue = string | number | boolean;

/** Contents of a block of cells from a zero-based corner. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly CellContent[])[];
}

/** Looks of a block of cells; what is not stated stays as it is. */
export interface Look {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly align?: "Left" | "Right";
}

export interface TablePlan {
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
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
  return { row, column, rows, columns, color: COLORS.input, fill: COLORS.inputFill };
}

/** Address of a block, without its sheet. */
export function blockAddress(block: Block): string {
  return rangeAddress(block.row, block.column, block.cells.length, block.cells[0]?.length ?? 0);
}

/** One line of a preview: the sheet and what is written there, in words. */
export function describeSheet(plan: SheetPlan): string {
  const tables = plan.tables.map((table) => `table ${table.name} (${String(table.rows - 1)} rows)`);
  const names = plan.names.map(({ name }) => name);
  const formulas = plan.blocks
    .flatMap((block) => block.cells.flat())
    .filter((cell) => typeof cell === "string" && cell.startsWith("=")).length;
  const parts = [...tables, `${String(formulas)} formulas`, ...(names.length > 0 ? [`names ${names.join(", ")}`] : [])];
  return `${plan.sheet}: ${parts.join(", ")}`;
}
