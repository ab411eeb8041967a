import type { ICellData, Nullable } from "@univerjs/core";
import {
  FormulaDataModel,
  IDefinedNamesService,
  IFunctionService,
  InsertColMutation,
  InsertRowMutation,
  LexerTreeBuilder,
  MoveColsMutation,
  MoveRangeMutation,
  MoveRowsMutation,
  RemoveColMutation,
  RemoveRowMutation,
  SetDefinedNameMutation,
  SetRangeValuesMutation,
  SetSuperTableMutation,
} from "@univerjs/preset-sheets-core";
import {
  AddSheetTableMutation,
  DeleteSheetTableMutation,
  SetSheetTableMutation,
  TableColumnDataTypeEnum,
  TableManager,
} from "@univerjs/preset-sheets-table";
import type { Calculation } from "./calculation";
import { registerAnyColumnName, renameColumn } from "./structuredReferences";
import { type HeaderPlan, planHeader } from "./tableHeader";
import { type OpenWorkbook, onCommand, requireSheet, storedText } from "./workbook";

const STRUCTURE: ReadonlySet<string> = new Set([
  InsertColMutation.id,
  InsertRowMutation.id,
  MoveColsMutation.id,
  MoveRangeMutation.id,
  MoveRowsMutation.id,
  RemoveColMutation.id,
  RemoveRowMutation.id,
  AddSheetTableMutation.id,
  DeleteSheetTableMutation.id,
  SetSheetTableMutation.id,
]);

type TableInfo = ReturnType<TableManager["getTableList"]>[number];
type Matrix = Record<number, Record<number, ICellData | null>>;

/** Writes cells behind the back of undo: the write follows from a change that undo knows. */
function writeQuietly(open: OpenWorkbook, sheetId: string, cellValue: Matrix) {
  const params = { unitId: open.workbook.getId(), subUnitId: sheetId, cellValue };
  open.asCode(() => open.api.syncExecuteCommand(SetRangeValuesMutation.id, params));
}

function headerTexts(open: OpenWorkbook, table: TableInfo): string[] {
  const sheet = requireSheet(open, table.subUnitId).getSheet();
  const { startRow, startColumn, endColumn } = table.range;
  return Array.from({ length: endColumn - startColumn + 1 }, (_, i) => storedText(sheet, startRow, startColumn + i));
}

/** Every formula of the workbook with its place. */
function allFormulas(open: OpenWorkbook) {
  const model = open.injector.get(FormulaDataModel);
  const unitId = open.workbook.getId();
  const sheets: Record<string, Nullable<Record<number, object>>> = { ...model.getFormulaData()[unitId] };
  return Object.entries(sheets).flatMap(([sheetId, rows]) =>
    Object.entries(rows ?? {}).flatMap(([row, columns]) =>
      Object.keys(columns).map((column) => {
        const place = { sheetId, row: Number(row), column: Number(column) };
        return { ...place, formula: model.getFormulaStringByCell(place.row, place.column, sheetId, unitId) ?? "" };
      }),
    ),
  );
}

function renameInCells(open: OpenWorkbook, rewrite: (formula: string) => string) {
  for (const { sheetId, row, column, formula } of allFormulas(open)) {
    const renamed = rewrite(formula);
    if (renamed !== formula) writeQuietly(open, sheetId, { [row]: { [column]: { f: renamed, si: null } } });
  }
}

function renameInNames(open: OpenWorkbook, rewrite: (formula: string) => string) {
  const unitId = open.workbook.getId();
  for (const name of Object.values(open.injector.get(IDefinedNamesService).getDefinedNameMap(unitId) ?? {})) {
    const formulaOrRefString = rewrite(name.formulaOrRefString);
    if (formulaOrRefString === name.formulaOrRefString) continue;
    open.api.syncExecuteCommand(SetDefinedNameMutation.id, { ...name, unitId, formulaOrRefString });
  }
}

function writeHeaders(open: OpenWorkbook, table: TableInfo, { written }: HeaderPlan) {
  if (written.length === 0) return;
  const { startRow, startColumn } = table.range;
  const row = Object.fromEntries(written.map(({ index, name }) => [startColumn + index, { v: name, f: null, p: null }]));
  writeQuietly(open, table.subUnitId, { [startRow]: row });
}

function applyHeader(open: OpenWorkbook, table: TableInfo, plan: HeaderPlan) {
  writeHeaders(open, table, plan);
  const before = new Map(table.columns.map((column) => [column.id, column]));
  const blank = { dataType: TableColumnDataTypeEnum.None, formula: "", meta: {}, style: {} };
  const columns = plan.columns.map(({ id, name }) => ({ ...(before.get(id) ?? blank), id, displayName: name }));
  open.injector.get(TableManager).getTableById(table.unitId, table.id)?.setColumns(columns);
  for (const { from, to } of plan.renamed) {
    const rewrite = (formula: string) => renameColumn(formula, table.name, from, to);
    renameInCells(open, rewrite);
    renameInNames(open, rewrite);
  }
}

/** Tells the formula engine where a table and its columns are. */
function publish(open: OpenWorkbook, table: TableInfo, columns: readonly string[]) {
  const titleMap = new Map(columns.map((name, index) => [name, index]));
  const reference = { range: table.range, sheetId: table.subUnitId, titleMap };
  open.api.syncExecuteCommand(SetSuperTableMutation.id, { unitId: table.unitId, tableName: table.name, reference });
}

/** Forgets parsed formulas: they hold the places that tables and names had. */
export function forgetFormulas(open: OpenWorkbook) {
  open.injector.get(LexerTreeBuilder).dispose();
  // Every cached formula contains the empty text.
  open.injector.get(IFunctionService).deleteFormulaAstCacheKey("");
}

function repair(open: OpenWorkbook) {
  for (const table of open.injector.get(TableManager).getTableList(open.workbook.getId())) {
    const columns = table.columns.map((column) => ({ id: column.id, name: column.displayName }));
    const plan = planHeader(columns, headerTexts(open, table));
    if (plan.isChanged) applyHeader(open, table, plan);
    publish(
      open,
      table,
      plan.columns.map((column) => column.name),
    );
  }
  forgetFormulas(open);
}

function touchesHeader(open: OpenWorkbook, sheetId: string, cells: Matrix): boolean {
  return open.injector
    .get(TableManager)
    .getTablesBySubunitId(open.workbook.getId(), sheetId)
    .some((table) => {
      const { startRow, startColumn, endColumn } = table.getRange();
      return Object.keys(cells[startRow] ?? {}).some((column) => Number(column) >= startColumn && Number(column) <= endColumn);
    });
}

/**
 * Keeps structured references and names true after rows, columns, headers or tables have changed: the grid itself leaves a column's old name after
 * its header is edited, inserts new columns under the wrong name, and calculates with the places that tables and names had before.
 */
export function keepReferencesTrue(open: OpenWorkbook, calculation: Calculation, onRepair: () => void) {
  registerAnyColumnName(open);
  let isScheduled = false;
  const schedule = () => {
    if (isScheduled) return;
    isScheduled = true;
    // One command is many mutations: repair once they have all run.
    setTimeout(() => {
      repair(open);
      isScheduled = false;
      onRepair();
      void calculation.recalculate();
    }, 0);
  };
  onCommand(open, (command, options) => {
    if (options?.onlyLocal === true || isScheduled) return;
    if (STRUCTURE.has(command.id)) schedule();
    if (command.id !== SetRangeValuesMutation.id) return;
    const { subUnitId, cellValue } = command.params as { subUnitId: string; cellValue?: Matrix };
    if (touchesHeader(open, subUnitId, cellValue ?? {})) schedule();
  });
}
