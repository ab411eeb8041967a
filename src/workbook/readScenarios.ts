import { modelReading } from "./figures";
import type { ModelReading, SheetValues } from "./figures";
import { SCENARIO_TABLES } from "./formulas";
import { answerCells, answerIn } from "./readAnswer";
import { readContents } from "./host/readContents";
import { BLOCK, cellOfName, COMPARE, NAME_PREFIX, SHEETS, TABLES } from "./layout";
import type { WorkbookContents } from "./modelPlan";
import type { CellValue, NamePlan } from "./plan";
import type { ScenarioBlock } from "./sheets/scenariosSheet";
import { blockRow, standingBlocks } from "./standing";
import type { InputTable, LooseTable, ModelParts } from "./standing";

/** What the workbook shows: no model yet, or one with its scenarios and their figures. */
export type WorkbookReading = { readonly kind: "absent"; readonly contents: WorkbookContents } | ReadModel;

export interface ReadModel {
  readonly kind: "model";
  readonly model: ModelReading;
  /** The table of inputs; undefined when it is missing. */
  readonly inputs: InputTable | undefined;
  /** Scenario blocks from left to right. */
  readonly blocks: readonly ScenarioBlock[];
  /** What of the model stands: what a command would write is planned from it. */
  readonly parts: ModelParts;
}

const CELLS = "values,rowIndex,columnIndex";

const FURTHER_BLOCKS = 8;

/** The used cells of a sheet, to be read once the context is synchronised. */
function usedCells(sheet: Excel.Worksheet): Excel.Range | undefined {
  return sheet.isNullObject ? undefined : sheet.getUsedRangeOrNullObject(true).load(CELLS);
}

/** The rows of the blocks' titles and formulas, to be read once the context is synchronised. */
function blockCells(sheet: Excel.Worksheet, names: readonly NamePlan[]): Excel.Range | undefined {
  const columns = names
    .filter(({ name }) => name.toLowerCase().startsWith(NAME_PREFIX))
    .flatMap(({ formula }) => cellOfName(formula)?.column ?? []);
  if (sheet.isNullObject) return undefined;
  // Some blocks further than the names say: a block whose name was deleted still stands.
  return sheet.getRangeByIndexes(blockRow(names) - 1, 0, 2, Math.max(0, ...columns) + FURTHER_BLOCKS * BLOCK.columns).load("formulas");
}

function valuesOf(range: Excel.Range | undefined): SheetValues | undefined {
  if (!range || range.isNullObject) return undefined;
  return { row: range.rowIndex, column: range.columnIndex, values: range.values as CellValue[][] };
}

/** The formulas of Compare, to be read once the context is synchronised. */
function figureFormulas(sheet: Excel.Worksheet): Excel.Range | undefined {
  if (sheet.isNullObject) return undefined;
  const columns = COMPARE.firstScenarioColumn + COMPARE.mostScenarios;
  return sheet
    .getUsedRange(true)
    .getColumn(0)
    .getResizedRange(0, columns - 1)
    .load("formulas");
}

/** How far a sheet is used, to be read once the context is synchronised. */
function usedColumns(sheet: Excel.Worksheet): Excel.Range | undefined {
  return sheet.isNullObject ? undefined : sheet.getUsedRangeOrNullObject(true).load("columnIndex,columnCount");
}

/** A table with its sheet, to be read once the context is synchronised. */
function tableCells(table: Excel.Table): { readonly cells: Excel.Range; readonly sheet: Excel.Worksheet } | undefined {
  return table.isNullObject ? undefined : { cells: table.getRange().load(CELLS), sheet: table.worksheet.load("name") };
}

function tableOf(read: ReturnType<typeof tableCells>): InputTable | undefined {
  const values = valuesOf(read?.cells);
  return values && read && { ...values, sheet: read.sheet.name };
}

/** Tables without which there is no model, where they are gone and their sheets are not. */
function looseSheets(sheets: readonly string[], tables: readonly Excel.Table[]): readonly (readonly [LooseTable, string])[] {
  const names = tables.map(({ name }) => name.toLowerCase());
  const wanted = [
    [TABLES.inputs, SHEETS.assumptions],
    [TABLES.deals, SHEETS.deals],
  ] as const;
  return wanted.filter(([table, sheet]) => !names.includes(table.toLowerCase()) && sheets.includes(sheet));
}

type LooseCells = readonly [table: LooseTable, sheet: string, cells: Excel.Range];

function looseValues(loose: readonly LooseCells[]): ModelParts["looseCells"] {
  return new Map(
    loose.flatMap(([table, sheet, cells]): (readonly [LooseTable, InputTable])[] => {
      const values = valuesOf(cells);
      return values ? [[table, { ...values, sheet }]] : [];
    }),
  );
}

/** Reads what of a model stands in the workbook, in two exchanges with Excel. */
export async function readParts(context: Excel.RequestContext): Promise<ModelParts> {
  const { names, tables, worksheets } = context.workbook;
  names.load("items/name,items/formula");
  tables.load("items/name");
  worksheets.load("items/name");
  const found = [TABLES.inputs, ...SCENARIO_TABLES].map((name) => tables.getItemOrNullObject(name));
  const [scenarios, compare, checks] = modelSheets(worksheets);
  await context.sync();
  const named = names.items.map(({ name, formula }) => ({ name, formula: String(formula) }));
  const [inputCells, ...otherCells] = found.map(tableCells);
  const blocks = blockCells(scenarios, named);
  const [compareCells, checkCells] = [usedCells(compare), usedCells(checks)];
  const [compareFormulas, scenarioCells] = [figureFormulas(compare), usedColumns(scenarios)];
  const sheets = worksheets.items.map(({ name }) => name);
  const answer = answerCells(context, named, sheets);
  const loose = looseSheets(sheets, tables.items).map(([table, sheet]): LooseCells => {
    return [table, sheet, worksheets.getItem(sheet).getUsedRangeOrNullObject(true).load(CELLS)];
  });
  await context.sync();
  const [titles = [], formulas = []] = (blocks?.formulas ?? []) as CellValue[][];
  const others = SCENARIO_TABLES.map((table, index) => [table, tableOf(otherCells[index])] as const);
  return {
    sheets,
    tables: tables.items.map(({ name }) => name),
    names: named,
    inputs: tableOf(inputCells),
    tableValues: new Map(others.flatMap(([table, values]) => (values ? [[table, values]] : []))),
    looseCells: looseValues(loose),
    blockRow: blockRow(named),
    blockFormulas: formulas,
    blockTitles: titles,
    compare: valuesOf(compareCells),
    compareFormulas: (compareFormulas?.formulas ?? []) as CellValue[][],
    checks: valuesOf(checkCells),
    answer: answerIn(answer),
    scenarioColumns: !scenarioCells || scenarioCells.isNullObject ? 0 : scenarioCells.columnIndex + scenarioCells.columnCount,
  };
}

function modelSheets(worksheets: Excel.WorksheetCollection): readonly [Excel.Worksheet, Excel.Worksheet, Excel.Worksheet] {
  const sheet = (name: string) => worksheets.getItemOrNullObject(name);
  return [sheet(SHEETS.scenarios), sheet(SHEETS.compare), sheet(SHEETS.checks)];
}

/** Reads the model from the workbook. A workbook with neither the table of inputs nor a scenario's block has none. */
export async function readWorkbook(context: Excel.RequestContext): Promise<WorkbookReading> {
  // Loaded while Excel answers: the pane shows its first screen without what judges and repairs a workbook.
  const judging = import(/* webpackChunkName: "damage" */ "./repair/modelDamage");
  const parts = await readParts(context);
  const blocks = standingBlocks(parts);
  if (!parts.inputs && blocks.length === 0) return { kind: "absent", contents: await readContents(context) };
  const linked = blocks.map(({ header }) => header);
  const { damageOf } = await judging;
  const damage = damageOf(parts).map(({ words }) => words);
  const model = modelReading(parts.inputs?.values[0], linked, parts.compare, parts.compareFormulas, parts.checks, damage);
  return { kind: "model", model, inputs: parts.inputs, blocks, parts };
}
