/** Writes planned sheets into a workbook. The one place where plans become requests to Office.js. */

import { addChart } from "./applyChart";
import { inputColors } from "./colorConvention";
import type { ColorConvention } from "./colorConvention";
import { afterCommand } from "./runCommand";
import { rangeAddress, SHEETS } from "../layout";
import { joinedLooks } from "../looks";
import { blockAddress } from "../plan";
import type { Block, Look, SheetPlan, TablePlan, ValidationPlan } from "../plan";

/** Lines, heights and sides of cells. */
function applyShape(range: Excel.Range, { align, wrap, height }: Look): void {
  if (align !== undefined) range.format.horizontalAlignment = align;
  if (wrap !== undefined) range.format.wrapText = wrap;
  if (height === undefined) return;
  range.format.rowHeight = height;
  range.format.verticalAlignment = "Top";
}

function applyLook(sheet: Excel.Worksheet, look: Look, convention: ColorConvention): void {
  const { row, column, rows, columns, numberFormat, bold, size, isInput } = look;
  const range = sheet.getRange(rangeAddress(row, column, rows, columns));
  const { color, fill } = isInput === true ? inputColors(convention) : look;
  if (numberFormat !== undefined) range.numberFormat = Array.from({ length: rows }, () => new Array<string>(columns).fill(numberFormat));
  if (bold !== undefined) range.format.font.bold = bold;
  if (size !== undefined) range.format.font.size = size;
  if (color !== undefined) range.format.font.color = color;
  if (fill === "") range.format.fill.clear();
  else if (fill !== undefined) range.format.fill.color = fill;
  applyShape(range, look);
}

function freeze(sheet: Excel.Worksheet, { frozenRows, frozenColumns }: SheetPlan): void {
  if (frozenRows === 0) return;
  if (frozenColumns === 0) sheet.freezePanes.freezeRows(frozenRows);
  else sheet.freezePanes.freezeAt(sheet.getRange(rangeAddress(0, 0, frozenRows, frozenColumns)));
}

/** Landscape, one page wide, the frame repeated on every page. */
function setUpPage(sheet: Excel.Worksheet, { frozenRows }: SheetPlan): void {
  sheet.pageLayout.orientation = "Landscape";
  sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
  if (frozenRows > 0) sheet.pageLayout.setPrintTitleRows(`$1:$${String(frozenRows)}`);
}

function writeBlock(sheet: Excel.Worksheet, block: Block): void {
  sheet.getRange(blockAddress(block)).formulas = block.cells.map((row) => [...row]);
}

function addTable(sheet: Excel.Worksheet, table: TablePlan): void {
  const added = sheet.tables.add(rangeAddress(table.row, table.column, table.rows, table.columns), true);
  added.name = table.name;
  added.style = "TableStyleLight1";
  added.showBandedRows = false;
  // The columns are narrow, so that the scenarios are in sight: buttons would hide their headers.
  added.showFilterButton = false;
}

function addValidation(sheet: Excel.Worksheet, { row, column, rows, columns, source, title, message }: ValidationPlan): void {
  const { dataValidation } = sheet.getRange(rangeAddress(row, column, rows, columns));
  dataValidation.rule = { list: { inCellDropDown: true, source } };
  dataValidation.errorAlert = { message, showAlert: true, style: "Stop", title };
}

function isOfTable({ tables }: SheetPlan, block: Block): boolean {
  return tables.some(({ row, column }) => row === block.row && column === block.column);
}

/** A plan with the sheet on which it is written. */
interface PlannedSheet {
  readonly plan: SheetPlan;
  readonly sheet: Excel.Worksheet;
  /** Where the tab of a new sheet belongs, unless that is at the end. */
  readonly position?: number;
}

/** Looks and tables come first on all sheets: formulas may name a table of any of them. */
function applyTables({ plan, sheet }: PlannedSheet, convention: ColorConvention): void {
  for (const look of joinedLooks(plan.looks)) applyLook(sheet, look, convention);
  for (const block of plan.blocks) if (isOfTable(plan, block)) writeBlock(sheet, block);
  for (const table of plan.tables) addTable(sheet, table);
}

/** Makes rows as high as their wrapped words need. */
function fitRows(sheet: Excel.Worksheet, { row, column, rows, columns, wrap, height }: Look): void {
  if (wrap === true && height === undefined) sheet.getRange(rangeAddress(row, column, rows, columns)).format.autofitRows();
}

function applyRest({ plan, sheet }: PlannedSheet): void {
  for (const block of plan.blocks) if (!isOfTable(plan, block)) writeBlock(sheet, block);
  for (const validation of plan.validations) addValidation(sheet, validation);
  plan.columnWidths.forEach((width, column) => {
    sheet.getRange(rangeAddress(0, column, 1, 1)).format.columnWidth = width;
  });
  for (const look of plan.looks) fitRows(sheet, look);
  // After the widths: a chart covers cells as wide as they are when it is placed.
  for (const chart of plan.charts) addChart(sheet, chart);
  freeze(sheet, plan);
}

/** Sets up the pages of sheets, and puts the tabs of new ones in their places. */
async function finish(context: Excel.RequestContext, planned: readonly PlannedSheet[]): Promise<void> {
  const sheetOf = ({ plan }: PlannedSheet, { workbook }: Excel.RequestContext) => workbook.worksheets.getItem(plan.sheet);
  const batch = (each: readonly PlannedSheet[], work: (sheet: Excel.Worksheet, planned: PlannedSheet) => void) =>
    each.length === 0
      ? Promise.resolve()
      : afterCommand(context, async (excel) => {
          for (const one of each) work(sheetOf(one, excel), one);
          await excel.sync();
        });
  await batch(
    planned.filter(({ position }) => position !== undefined),
    (sheet, { position }) => {
      if (position !== undefined) sheet.position = position;
    },
  );
  await batch(
    planned.filter(({ plan }) => plan.columnWidths.length > 0),
    (sheet, { plan }) => setUpPage(sheet, plan),
  );
}

const TAB_ORDER: readonly string[] = Object.values(SHEETS);

/** Where the tab of a new sheet belongs: behind the model's sheet before it, else in front of the one after it, else at the end. */
function tabPosition(sheet: string, standing: readonly string[]): number {
  const own = TAB_ORDER.indexOf(sheet);
  const before = Math.max(...TAB_ORDER.slice(0, own).map((name) => standing.indexOf(name)), -1);
  if (before >= 0) return before + 1;
  const after = TAB_ORDER.slice(own + 1).map((name) => standing.indexOf(name));
  return after.find((position) => position >= 0) ?? standing.length;
}

/** Sheets of the plans; those that are missing are added. */
function plannedSheets(
  { workbook }: Excel.RequestContext,
  plans: readonly SheetPlan[],
  existing: readonly string[],
): readonly PlannedSheet[] {
  const names = [...existing];
  return plans.map((plan) => {
    const existingName = existing.find((name) => name.toLowerCase() === plan.sheet.toLowerCase());
    if (existingName !== undefined) return { plan, sheet: workbook.worksheets.getItem(existingName) };
    const sheet = workbook.worksheets.add(plan.sheet);
    const position = tabPosition(plan.sheet, names);
    const isBetween = position < names.length;
    names.splice(position, 0, plan.sheet);
    return { plan, sheet, ...(isBetween && { position }) };
  });
}

/** Plans for which everything is read: a command writes them together with what else it changes, so that Excel calculates once. */
export interface PreparedPlans {
  /** Adds the writes to the batch: sheets come first, then tables, names, and the formulas that use them. */
  readonly write: (convention: ColorConvention) => void;
  /** Sets up the new sheets; once the batch is sent. */
  readonly finish: () => Promise<void>;
}

/** Reads what writing plans needs to know of the workbook. */
export async function preparePlans(context: Excel.RequestContext, plans: readonly SheetPlan[]): Promise<PreparedPlans> {
  if (plans.length === 0) return { write: () => undefined, finish: () => Promise.resolve() };
  const { worksheets, names } = context.workbook;
  worksheets.load("items/name");
  // A deleted sheet leaves its names behind, referring to nothing.
  const left = plans.flatMap((plan) => plan.names.map(({ name }) => names.getItemOrNullObject(name)));
  await context.sync();
  let planned: readonly PlannedSheet[] = [];
  const write = (convention: ColorConvention): void => {
    for (const name of left) if (!name.isNullObject) name.delete();
    planned = plannedSheets(
      context,
      plans,
      worksheets.items.map(({ name }) => name),
    );
    for (const each of planned) applyTables(each, convention);
    for (const { plan } of planned) for (const { name, formula } of plan.names) names.add(name, formula);
    for (const each of planned) applyRest(each);
  };
  return { write, finish: () => finish(context, planned) };
}

/** Writes plans into the workbook, in colors of the convention. */
export async function applyPlans(context: Excel.RequestContext, plans: readonly SheetPlan[], convention: ColorConvention): Promise<void> {
  const { write, finish } = await preparePlans(context, plans);
  write(convention);
  await context.sync();
  await finish();
}
