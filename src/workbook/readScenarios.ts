import { modelReading } from "./figures";
import type { ModelReading, SheetValues } from "./figures";
import { columnOfScenarioFormula } from "./formulas";
import { readContents } from "./insertModel";
import { BLOCK, columnIndex, NAME_PREFIX, SHEETS, TABLES } from "./layout";
import type { WorkbookContents } from "./modelPlan";
import type { CellValue, NamePlan } from "./plan";
import type { ScenarioBlock } from "./scenariosSheet";

/** What the workbook shows: no model yet, or one with its scenarios and their figures. */
export type WorkbookReading = { readonly kind: "absent"; readonly contents: WorkbookContents } | ReadModel;

export interface ReadModel {
  readonly kind: "model";
  readonly model: ModelReading;
  /** The table of inputs; undefined when it is missing. */
  readonly inputs: InputTable | undefined;
  /** Scenario blocks from left to right. */
  readonly blocks: readonly ScenarioBlock[];
}

/** The table of inputs with its header, and the sheet on which it stands. */
export interface InputTable extends SheetValues {
  readonly sheet: string;
}

/** What of a model stands in a workbook; undefined is what is not there. */
export interface ModelParts {
  readonly inputs: InputTable | undefined;
  /** Scenario blocks from left to right. */
  readonly blocks: readonly ScenarioBlock[];
  readonly compare: SheetValues | undefined;
  readonly checks: SheetValues | undefined;
  /** Every name that the workbook defines. */
  readonly names: readonly string[];
}

/** Zero-based column of the block to which a scenario's defined name refers; undefined when the name refers to something else. */
function blockColumn(formula: string): number | undefined {
  const letters = /!\$([A-Z]+)\$\d+/.exec(formula)?.[1];
  return letters === undefined ? undefined : columnIndex(letters);
}

/** Zero-based row in which the blocks' formulas stand now: rows may have been inserted above them. */
function blockRow(named: readonly NamePlan[]): number {
  const row = /!\$[A-Z]+\$(\d+)/.exec(named[0]?.formula ?? "")?.[1];
  return row === undefined ? BLOCK.firstRow : Number(row) - 1;
}

/** Scenario blocks from the defined names and the row of formulas to which they refer, from left to right. */
export function blocksOf(names: readonly NamePlan[], formulas: readonly CellValue[]): readonly ScenarioBlock[] {
  const blocks = names.flatMap(({ name, formula }): ScenarioBlock[] => {
    const column = name.toLowerCase().startsWith(NAME_PREFIX) ? blockColumn(formula) : undefined;
    const header = column === undefined ? undefined : columnOfScenarioFormula(String(formulas[column] ?? ""));
    return column === undefined || header === undefined ? [] : [{ header, definedName: name, column }];
  });
  return blocks.sort((a, b) => a.column - b.column);
}

const CELLS = "values,rowIndex,columnIndex";

/** The used cells of a sheet, to be read once the context is synchronised. */
function usedCells(sheet: Excel.Worksheet): Excel.Range | undefined {
  return sheet.isNullObject ? undefined : sheet.getUsedRangeOrNullObject(true).load(CELLS);
}

/** The row of the blocks' formulas, to be read once the context is synchronised. */
function blockFormulas(sheet: Excel.Worksheet, named: readonly NamePlan[]): Excel.Range | undefined {
  if (sheet.isNullObject || named.length === 0) return undefined;
  const columns = named.map(({ formula }) => blockColumn(formula) ?? 0);
  return sheet.getRangeByIndexes(blockRow(named), 0, 1, Math.max(...columns) + BLOCK.columns).load("formulas");
}

function valuesOf(range: Excel.Range | undefined): SheetValues | undefined {
  if (!range || range.isNullObject) return undefined;
  return { row: range.rowIndex, column: range.columnIndex, values: range.values as CellValue[][] };
}

/** Reads what of a model stands in the workbook, in two exchanges with Excel. */
export async function readParts(context: Excel.RequestContext): Promise<ModelParts> {
  const { names, tables, worksheets } = context.workbook;
  names.load("items/name,items/formula");
  const table = tables.getItemOrNullObject(TABLES.inputs);
  const [scenarios, compare, checks] = modelSheets(worksheets);
  await context.sync();
  const named = names.items.map(({ name, formula }) => ({ name, formula: String(formula) }));
  const ours = named.filter(({ name }) => name.toLowerCase().startsWith(NAME_PREFIX));
  const inputCells = table.isNullObject ? undefined : table.getRange().load(CELLS);
  const inputSheet = table.isNullObject ? undefined : table.worksheet.load("name");
  const formulas = blockFormulas(scenarios, ours);
  const compareCells = usedCells(compare);
  const checkCells = usedCells(checks);
  await context.sync();
  const inputs = valuesOf(inputCells);
  return {
    inputs: inputs && inputSheet && { ...inputs, sheet: inputSheet.name },
    blocks: formulas ? blocksOf(ours, (formulas.formulas as CellValue[][])[0] ?? []) : [],
    compare: valuesOf(compareCells),
    checks: valuesOf(checkCells),
    names: named.map(({ name }) => name),
  };
}

function modelSheets(worksheets: Excel.WorksheetCollection): readonly [Excel.Worksheet, Excel.Worksheet, Excel.Worksheet] {
  const sheet = (name: string) => worksheets.getItemOrNullObject(name);
  return [sheet(SHEETS.scenarios), sheet(SHEETS.compare), sheet(SHEETS.checks)];
}

/** Reads the model from the workbook. A workbook with neither the table of inputs nor a scenario's block has none. */
export async function readWorkbook(context: Excel.RequestContext): Promise<WorkbookReading> {
  const { inputs, blocks, compare, checks } = await readParts(context);
  if (!inputs && blocks.length === 0) return { kind: "absent", contents: await readContents(context) };
  const linked = blocks.map(({ header }) => header);
  return { kind: "model", model: modelReading(inputs?.values[0], linked, compare, checks), inputs, blocks };
}
