/** Writes planned sheets into a workbook. The one place where plans become requests to Office.js. */

import { blockAddress } from "./plan";
import type { Look, SheetPlan } from "./plan";
import { rangeAddress } from "./layout";

function applyLook(sheet: Excel.Worksheet, look: Look): void {
  const range = sheet.getRange(rangeAddress(look.row, look.column, look.rows, look.columns));
  if (look.numberFormat !== undefined)
    range.numberFormat = Array.from({ length: look.rows }, () => new Array<string>(look.columns).fill(look.numberFormat ?? ""));
  if (look.bold !== undefined) range.format.font.bold = look.bold;
  if (look.size !== undefined) range.format.font.size = look.size;
  if (look.color !== undefined) range.format.font.color = look.color;
  if (look.fill !== undefined) range.format.fill.color = look.fill;
  if (look.align !== undefined) range.format.horizontalAlignment = look.align;
}

function freeze(sheet: Excel.Worksheet, { frozenRows, frozenColumns }: SheetPlan): void {
  if (frozenRows === 0) return;
  if (frozenColumns === 0) sheet.freezePanes.freezeRows(frozenRows);
  else sheet.freezePanes.freezeAt(sheet.getRange(rangeAddress(0, 0, frozenRows, frozenColumns)));
}

/** Writes the contents, looks, tables and names of a plan on a sheet that exists. */
function applySheet(workbook: Excel.Workbook, sheet: Excel.Worksheet, plan: SheetPlan): void {
  for (const look of plan.looks) applyLook(sheet, look);
  for (const block of plan.blocks) sheet.getRange(blockAddress(block)).formulas = block.cells.map((row) => [...row]);
  for (const table of plan.tables) {
    const added = sheet.tables.add(rangeAddress(table.row, table.column, table.rows, table.columns), true);
    added.name = table.name;
    added.style = "TableStyleLight1";
    added.showBandedRows = false;
    // The columns are narrow, so that the scenarios are in sight: buttons would hide their headers.
    added.showFilterButton = false;
  }
  plan.columnWidths.forEach((width, column) => {
    sheet.getRange(rangeAddress(0, column, 1, 1)).format.columnWidth = width;
  });
  freeze(sheet, plan);
  for (const { name, formula } of plan.names) workbook.names.add(name, formula);
}

/** Removes what is left of names that are about to be defined: a deleted sheet leaves its names behind, referring to nothing. */
async function clearNames(context: Excel.RequestContext, plans: readonly SheetPlan[]): Promise<void> {
  const left = plans.flatMap(({ names }) => names.map(({ name }) => context.workbook.names.getItemOrNullObject(name)));
  await context.sync();
  for (const name of left) if (!name.isNullObject) name.delete();
}

/** Adds the sheets that are missing and writes the plans in order, so that a formula finds what it names. */
export async function applyPlans(context: Excel.RequestContext, plans: readonly SheetPlan[]): Promise<void> {
  const { worksheets } = context.workbook;
  await clearNames(context, plans);
  const existing = plans.map(({ sheet }) => worksheets.getItemOrNullObject(sheet));
  await context.sync();
  plans.forEach((plan, index) => {
    const sheet = existing[index];
    applySheet(context.workbook, sheet === undefined || sheet.isNullObject ? worksheets.add(plan.sheet) : sheet, plan);
  });
  await context.sync();
}
