/** Keeps snapshots and other events in the workbook: the sheet Log is added when there is first something to keep. */

import { applyPlans } from "../applyPlan";
import { appendRows } from "../edit/appendRows";
import { frame } from "../frame";
import { TABLE_ROW } from "../layout";
import { EMPTY_SHEET, heading } from "../plan";
import type { CellContent, CellValue, SheetPlan } from "../plan";
import {
  entriesOf,
  LOG_COLUMNS,
  LOG_SHEET,
  LOG_TABLE,
  logRow,
  SNAPSHOT,
  snapshotOf,
  VALUE_COLUMNS,
  valueRows,
  VALUES_TABLE,
} from "./snapshots";
import type { Entry, LogEvent, Snapshot } from "./snapshots";

const VALUES_COLUMN = LOG_COLUMNS.length + 1;

/** Most rows whose times are formatted. */
const FORMATTED_ROWS = 500;

/** The sheet Log with its first event and the values that belong to it. */
function logPlan(event: readonly CellContent[], values: readonly (readonly CellContent[])[]): SheetPlan {
  const { blocks, looks } = frame("Log");
  const kept = values.length > 0 ? values : [VALUE_COLUMNS.map(() => "")];
  return {
    ...EMPTY_SHEET,
    sheet: LOG_SHEET,
    blocks: [
      ...blocks,
      { row: TABLE_ROW, column: 0, cells: [[...LOG_COLUMNS], event] },
      { row: TABLE_ROW, column: VALUES_COLUMN, cells: [[...VALUE_COLUMNS], ...kept] },
    ],
    looks: [
      ...looks,
      { row: TABLE_ROW + 1, column: 0, rows: FORMATTED_ROWS, columns: 1, numberFormat: "yyyy-mm-dd hh:mm", align: "Left" },
      heading(TABLE_ROW, 0, LOG_COLUMNS.length),
      heading(TABLE_ROW, VALUES_COLUMN, VALUE_COLUMNS.length),
    ],
    tables: [
      { name: LOG_TABLE, row: TABLE_ROW, column: 0, rows: 2, columns: LOG_COLUMNS.length },
      { name: VALUES_TABLE, row: TABLE_ROW, column: VALUES_COLUMN, rows: kept.length + 1, columns: VALUE_COLUMNS.length },
    ],
    columnWidths: [108, 90, 240, 90, 120, 24, 120, 108, 180, 108],
    frozenRows: TABLE_ROW + 1,
  };
}

/** The cells of a table, or undefined when the workbook does not have it. */
async function tableValues(context: Excel.RequestContext, name: string): Promise<CellValue[][] | undefined> {
  const table = context.workbook.tables.getItemOrNullObject(name);
  await context.sync();
  if (table.isNullObject) return undefined;
  const range = table.getRange().load("values");
  await context.sync();
  return range.values as CellValue[][];
}

/** Refuses to write over a sheet of that name that is the user's own. */
async function requireFreeSheet(context: Excel.RequestContext): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(LOG_SHEET);
  await context.sync();
  if (sheet.isNullObject) return;
  const used = sheet.getUsedRangeOrNullObject(true);
  await context.sync();
  if (!used.isNullObject) throw new Error(`The sheet ${LOG_SHEET} has contents of yours. Rename it, then try again.`);
}

async function keep(
  context: Excel.RequestContext,
  event: readonly CellContent[],
  values: readonly (readonly CellContent[])[],
): Promise<void> {
  const list = context.workbook.tables.getItemOrNullObject(LOG_TABLE);
  const kept = context.workbook.tables.getItemOrNullObject(VALUES_TABLE);
  await context.sync();
  if (list.isNullObject !== kept.isNullObject)
    throw new Error(`The sheet ${LOG_SHEET} has lost one of its tables (${LOG_TABLE}, ${VALUES_TABLE}). Nothing was written.`);
  if (list.isNullObject) {
    await requireFreeSheet(context);
    await applyPlans(context, [logPlan(event, values)]);
    return;
  }
  await appendRows(context, LOG_TABLE, [event]);
  await appendRows(context, VALUES_TABLE, values);
}

/** Keeps a snapshot in the workbook. */
export async function keepSnapshot(context: Excel.RequestContext, snapshot: Snapshot): Promise<void> {
  await keep(context, logRow({ ...snapshot, what: SNAPSHOT }), valueRows(snapshot));
}

/** Keeps a note of what was done to the model, such as an import. */
export async function keepEvent(context: Excel.RequestContext, event: LogEvent): Promise<void> {
  await keep(context, logRow(event), []);
}

/** The snapshots that the workbook keeps, the latest first; none when there is no log. */
export async function readEntries(context: Excel.RequestContext): Promise<readonly Entry[]> {
  return entriesOf((await tableValues(context, LOG_TABLE)) ?? []);
}

/** A snapshot with its values. */
export async function readSnapshot(context: Excel.RequestContext, entry: Entry): Promise<Snapshot> {
  return snapshotOf(entry, (await tableValues(context, VALUES_TABLE)) ?? []);
}
