import { modelReading } from "./figures";
import type { ModelReading, SheetValues } from "./figures";
import { readContents } from "./insertModel";
import { BLOCK, cellOfName, NAME_PREFIX, SHEETS, TABLES } from "./layout";
import type { WorkbookContents } from "./modelPlan";
import type { CellValue, NamePlan } from "./plan";
import { blockRow, blocksOf } from "./standing";
import type { ModelParts } from "./standing";

/** What the workbook shows: no model yet, or one with its scenarios and their figures. */
export type WorkbookReading =
  { readonly kind: "absent"; readonly contents: WorkbookContents } | { readonly kind: "model"; readonly model: ModelReading };

const CELLS = "values,rowIndex,columnIndex";

/** The used cells of a sheet, to be read once the context is synchronised. */
function usedCells(sheet: Excel.Worksheet): Excel.Range | undefined {
  return sheet.isNullObject ? undefined : sheet.getUsedRangeOrNullObject(true).load(CELLS);
}

/** The row of the blocks' formulas, to be read once the context is synchronised. */
function blockFormulas(sheet: Excel.Worksheet, names: readonly NamePlan[]): Excel.Range | undefined {
  const columns = names
    .filter(({ name }) => name.toLowerCase().startsWith(NAME_PREFIX))
    .flatMap(({ formula }) => cellOfName(formula)?.column ?? []);
  if (sheet.isNullObject || columns.length === 0) return undefined;
  return sheet.getRangeByIndexes(blockRow(names), 0, 1, Math.max(...columns) + BLOCK.columns).load("formulas");
}

function valuesOf(range: Excel.Range | undefined): SheetValues | undefined {
  if (!range || range.isNullObject) return undefined;
  return { row: range.rowIndex, column: range.columnIndex, values: range.values as CellValue[][] };
}

/** Reads what of a model stands in the workbook, in two exchanges with Excel. */
export async function readParts(context: Excel.RequestContext): Promise<ModelParts> {
  const { names, tables, worksheets } = context.workbook;
  names.load("items/name,items/formula");
  tables.load("items/name");
  worksheets.load("items/name");
  const table = tables.getItemOrNullObject(TABLES.inputs);
  const [scenarios, compare, checks] = modelSheets(worksheets);
  await context.sync();
  const named = names.items.map(({ name, formula }) => ({ name, formula: String(formula) }));
  const inputCells = table.isNullObject ? undefined : table.getRange().load(CELLS);
  const inputSheet = table.isNullObject ? undefined : table.worksheet.load("name");
  const formulas = blockFormulas(scenarios, named);
  const compareCells = usedCells(compare);
  const checkCells = usedCells(checks);
  await context.sync();
  const inputs = valuesOf(inputCells);
  return {
    sheets: worksheets.items.map(({ name }) => name),
    tables: tables.items.map(({ name }) => name),
    names: named,
    inputs: inputs && inputSheet && { ...inputs, sheet: inputSheet.name },
    blockRow: blockRow(named),
    blockFormulas: formulas ? ((formulas.formulas as CellValue[][])[0] ?? []) : [],
    compare: valuesOf(compareCells),
    checks: valuesOf(checkCells),
  };
}

function modelSheets(worksheets: Excel.WorksheetCollection): readonly [Excel.Worksheet, Excel.Worksheet, Excel.Worksheet] {
  const sheet = (name: string) => worksheets.getItemOrNullObject(name);
  return [sheet(SHEETS.scenarios), sheet(SHEETS.compare), sheet(SHEETS.checks)];
}

/** Reads the model from the workbook. A workbook with neither the table of inputs nor a scenario's block has none. */
export async function readWorkbook(context: Excel.RequestContext): Promise<WorkbookReading> {
  const parts = await readParts(context);
  const blocks = blocksOf(parts.names, parts.blockFormulas);
  if (!parts.inputs && blocks.length === 0) return { kind: "absent", contents: await readContents(context) };
  const linked = blocks.map(({ header }) => header);
  return { kind: "model", model: modelReading(parts.inputs?.values[0], linked, parts.compare, parts.checks) };
}
