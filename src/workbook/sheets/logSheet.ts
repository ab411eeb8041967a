import { frame } from "./frame";
import { FORMATS, LOG_COLUMNS, SHEETS, SNAPSHOT_COLUMN, SNAPSHOT_COLUMNS, TABLE_ROW, TABLES } from "../layout";
import { EMPTY_SHEET, heading } from "../plan";
import type { CellContent, SheetPlan } from "../plan";

/** A table without rows: one blank row, as a table needs one. */
function emptyTable(header: readonly string[]): readonly (readonly CellContent[])[] {
  return [header, header.map(() => "")];
}

/** Most rows whose dates are formatted; a table that grows takes the formats of its last row along. */
const FORMATTED_ROWS = 500;

/** The sheet of the log: what was done to the model, and beside it the values of each snapshot. */
export function logSheet(): SheetPlan {
  const { blocks, looks } = frame("Log");
  const [log, snapshots] = [emptyTable(LOG_COLUMNS), emptyTable(SNAPSHOT_COLUMNS)];
  return {
    ...EMPTY_SHEET,
    sheet: SHEETS.log,
    blocks: [...blocks, { row: TABLE_ROW, column: 0, cells: log }, { row: TABLE_ROW, column: SNAPSHOT_COLUMN, cells: snapshots }],
    looks: [
      ...looks,
      heading(TABLE_ROW, 0, LOG_COLUMNS.length),
      heading(TABLE_ROW, SNAPSHOT_COLUMN, SNAPSHOT_COLUMNS.length),
      { row: TABLE_ROW + 1, column: 0, rows: FORMATTED_ROWS, columns: 1, numberFormat: FORMATS.moment, align: "Left" },
    ],
    tables: [
      { name: TABLES.log, row: TABLE_ROW, column: 0, rows: log.length, columns: LOG_COLUMNS.length },
      { name: TABLES.snapshots, row: TABLE_ROW, column: SNAPSHOT_COLUMN, rows: snapshots.length, columns: SNAPSHOT_COLUMNS.length },
    ],
    columnWidths: [108, 210, 240, 90, 150, 24, 150, 108, 180, 108],
    frozenRows: TABLE_ROW + 1,
  };
}
