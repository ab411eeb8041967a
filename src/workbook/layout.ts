/** Names and looks of what the add-in writes into a workbook. Nothing else in the product spells a sheet, table, column or defined name. */

import { MOST_YEARS } from "../engine/timeline";

/** No table bears its sheet's name: a formula that names one must never be read as the other. In the order of their tabs. */
export const SHEETS = {
  summary: "Summary",
  assumptions: "Assumptions",
  deals: "Acquisitions",
  licenses: "Licensing",
  roles: "Staffing",
  servers: "Hardware",
  compare: "Compare",
  charts: "Charts",
  scenarios: "Scenarios",
  checks: "Checks",
  log: "Log",
  chartData: "Chart data",
} as const;

/** Tables: the inputs, those that a scenario takes in besides, and the two of the log. */
export const TABLES = {
  inputs: "Inputs",
  deals: "Deals",
  licenses: "Licenses",
  roles: "Roles",
  servers: "Servers",
  log: "LogEntries",
  snapshots: "Snapshots",
} as const;

export const KEY_COLUMN = "Key";
export const BASE_COLUMN = "Base";

/** Columns of the table of inputs left of the scenarios; Base and the other scenarios follow, so that a header typed beside them is a new scenario. */
export const INPUT_COLUMNS = ["Section", KEY_COLUMN, "Assumption", "Unit", "Low", "High", "Owner", "Source", "As of", "Note"] as const;

/** What happened to the model: the newest entry stands last. Nobody but its author can say who did it: Excel does not tell an add-in. */
export const LOG_COLUMNS = ["When", "What", "Why", "Who", "Hash"] as const;

/** Values of a scenario as they were when a snapshot was taken, a row per key. */
export const SNAPSHOT_COLUMNS = ["Snapshot", "Scenario", "Key", "Value"] as const;

export const NAME_PREFIX = "as.";

/** The scenarios that the pickers of Compare choose: names of the cells, and of the blocks that follow them. */
export const PICKS = {
  from: { cell: "pick.From", block: "as.From" },
  to: { cell: "pick.To", block: "as.To" },
} as const;
export type Pick = keyof typeof PICKS;

/** A name with the version of the layout in which the model was written; a model without it is of version 1. */
export const LAYOUT_NAME = "tco.Layout";
export const LAYOUT_VERSION = 3;

/** Zero-based row of a table's header, below the frame of the sheet (title, status, check, blank). */
export const TABLE_ROW = 4;

/** Zero-based column of the table of snapshots, right of the entries of the log: both grow downwards. */
export const SNAPSHOT_COLUMN = 6;

/** A scenario's block on the sheet of scenarios: count of rows, name, then the spilled keys and values, two columns wide. */
export const BLOCK = { countRow: 3, nameRow: 4, firstRow: 5, rows: 2500, columns: 2 } as const;

/** Columns left of the scenarios' blocks, for the two blocks that follow the pickers of Compare. */
export const PICK_BLOCK_COLUMNS = 2 * BLOCK.columns;

/** A scenario's block on the sheet of checks: labels, counts, then the spilled severity, key and message. */
export const CHECK_BLOCK = { labelRow: 4, countRow: 5, firstRow: 7, rows: 500, columns: 3 } as const;

/** Labels above the name of a scenario and the counts of what its checks found. */
export const CHECK_LABELS = ["Scenario", "Errors", "Warnings"] as const;

export const COMPARE_TITLE = "Compare";

/** Rows from a sheet's title down to its master check. */
export const CHECK_LINE = 2;

/** Key figures stand in a column per scenario from column D; what runs over time has its total in D and its years from E. */
export const COMPARE = {
  /** The pickers, which are the headers of the columns below them. */
  pickRow: 4,
  pickColumns: { from: 3, to: 4 },
  differenceColumn: 5,
  effectColumn: 6,
  /** Header of the key figures: the names of all scenarios. */
  headerRow: 12,
  labelColumn: 0,
  unitColumn: 1,
  firstScenarioColumn: 3,
  mostScenarios: 50,
  totalColumn: 3,
  firstYearColumn: 4,
  mostYears: MOST_YEARS,
  /** Beside the six columns of the variance report. */
  commentColumn: 6,
} as const;

export const FORMATS = {
  amount: '#,##0;(#,##0);"-"',
  count: "#,##0",
  share: "0.0##%",
  date: "yyyy-mm-dd",
  month: "mmm yyyy",
  moment: "yyyy-mm-dd hh:mm",
  /** A difference with its sign. */
  change: '+#,##0;-#,##0;"-"',
  percent: "+0.0%;-0.0%;0.0%",
  general: "General",
} as const;

export const COLORS = {
  input: "#0000FF",
  inputFill: "#FFF8E1",
  header: "#242424",
  headerFill: "#E8EEF4",
  quiet: "#595959",
  text: "#000000",
} as const;

/** Letters of a zero-based column. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode("A".charCodeAt(0) + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** Zero-based column of its letters. */
export function columnIndex(letters: string): number {
  const number = Array.from(letters, (letter) => letter.charCodeAt(0) - "A".charCodeAt(0) + 1).reduce((sum, digit) => sum * 26 + digit, 0);
  return number - 1;
}

/** Sheet and zero-based place of a cell. */
export interface SheetCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Sheet and zero-based place of the cell to which a defined name refers; undefined when it refers to something else. */
export function cellOfName(formula: string): SheetCell | undefined {
  const sheet = sheetAtStart(formula);
  const match = /^=?(?:'(?:[^']|'')+'|[^'!]+)!\$([A-Z]+)\$(\d+)(?!\d)/.exec(formula);
  return sheet !== undefined && match ? { sheet, row: Number(match[2]) - 1, column: columnIndex(match[1] ?? "") } : undefined;
}

/** What formulas would read as a cell or a truth value: a sheet of that name has to be quoted. */
const MISTAKABLE_SHEET = /^([A-Z]{1,3}\d+|R\d*(C\d*)?|C\d*|TRUE|FALSE)$/i;

/** A sheet as formulas name it. */
export function quotedSheet(sheet: string): string {
  return /^[A-Za-z]\w*$/.test(sheet) && !MISTAKABLE_SHEET.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
}

/** The sheet that a formula names in this way. */
export function unquotedSheet(named: string): string {
  return /^'.*'$/s.test(named) ? named.slice(1, -1).replaceAll("''", "'") : named;
}

/** The sheet with which a reference begins; undefined where it names none. */
export function sheetAtStart(formula: string): string | undefined {
  const named = /^=?('(?:[^']|'')+'|[^'!]+)!/.exec(formula)?.[1];
  return named === undefined ? undefined : unquotedSheet(named);
}

/** Address of a cell given by zero-based row and column, such as B7. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${String(row + 1)}`;
}

/** Absolute address of a cell given by zero-based row and column, such as $B$7. */
export function fixedAddress(row: number, column: number): string {
  return `$${columnLetters(column)}$${String(row + 1)}`;
}

/** Address of a block of cells given by its zero-based corner and its size, such as B7:D9. */
export function rangeAddress(row: number, column: number, rows: number, columns: number): string {
  return `${cellAddress(row, column)}:${cellAddress(row + rows - 1, column + columns - 1)}`;
}
