/** Keeps snapshots and other events in the workbook; a sheet Log that is gone is added again. */

import { applyPlans } from "../host/applyPlan";
import { appendRows, requireRoom } from "../edit/appendRows";
import { readConvention } from "../host/colorConvention";
import { SHEETS, TABLES } from "../layout";
import { logSheet } from "../sheets/logSheet";
import type { CellContent, CellValue } from "../plan";
import { entriesOf, eventsOf, logRow, SNAPSHOT, snapshotOf, valueRows } from "./snapshots";
import type { Entry, LogEvent, Snapshot } from "./snapshots";

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
  const sheet = context.workbook.worksheets.getItemOrNullObject(SHEETS.log);
  await context.sync();
  if (sheet.isNullObject) return;
  const used = sheet.getUsedRangeOrNullObject(true);
  await context.sync();
  if (!used.isNullObject)
    throw new Error(`The workbook has another sheet called ${SHEETS.log}. Rename it, then try again. Nothing was changed.`);
}

/**
 * Refuses where the log cannot take an event, before anything is written: to be asked ahead of what the event is about.
 * @param values how many values of a snapshot belong to the event
 * @returns whether the log stands; one that is gone is added with the event
 */
export async function requireLog(context: Excel.RequestContext, values = 0): Promise<boolean> {
  const list = context.workbook.tables.getItemOrNullObject(TABLES.log);
  const kept = context.workbook.tables.getItemOrNullObject(TABLES.snapshots);
  await context.sync();
  if (list.isNullObject !== kept.isNullObject)
    throw new Error(`The sheet ${SHEETS.log} has lost one of its tables (${TABLES.log}, ${TABLES.snapshots}). Nothing was changed.`);
  if (list.isNullObject) {
    await requireFreeSheet(context);
    return false;
  }
  await requireRoom(context, TABLES.log, 1);
  if (values > 0) await requireRoom(context, TABLES.snapshots, values);
  return true;
}

async function keep(
  context: Excel.RequestContext,
  event: readonly CellContent[],
  values: readonly (readonly CellContent[])[],
): Promise<void> {
  if (!(await requireLog(context, values.length))) await applyPlans(context, [logSheet()], await readConvention(context));
  await appendRows(context, TABLES.log, [event]);
  await appendRows(context, TABLES.snapshots, values);
}

/** Keeps a snapshot in the workbook. */
export async function keepSnapshot(context: Excel.RequestContext, snapshot: Snapshot): Promise<void> {
  await keep(context, logRow({ ...snapshot, what: SNAPSHOT }), valueRows(snapshot));
}

/** Keeps a note of what was done to the model, such as an import. */
export async function keepEvent(context: Excel.RequestContext, event: LogEvent): Promise<void> {
  await keep(context, logRow(event), []);
}

/** What was done to the model, the newest last; nothing when there is no log. */
export async function readEvents(context: Excel.RequestContext): Promise<readonly LogEvent[]> {
  return eventsOf((await tableValues(context, TABLES.log)) ?? []);
}

/** The snapshots that the workbook keeps, the latest first; none when there is no log. */
export async function readEntries(context: Excel.RequestContext): Promise<readonly Entry[]> {
  return entriesOf((await tableValues(context, TABLES.log)) ?? []);
}

/** A snapshot with its values. */
export async function readSnapshot(context: Excel.RequestContext, entry: Entry): Promise<Snapshot> {
  return snapshotOf(entry, (await tableValues(context, TABLES.snapshots)) ?? []);
}
