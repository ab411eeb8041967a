import type { ICellData } from "@univerjs/core";
import { SetRangeValuesMutation } from "@univerjs/preset-sheets-core";
import { SetSheetTableMutation, TableManager } from "@univerjs/preset-sheets-table";
import { type OpenWorkbook, onCommand, requireSheet, storedText } from "./workbook";

type Matrix = Record<number, Record<number, ICellData | null>>;
type Table = ReturnType<TableManager["getTablesBySubunitId"]>[number];
type Range = ReturnType<Table["getRange"]>;

function hasContent(cell: ICellData | null | undefined): boolean {
  return Boolean(cell?.f) || Boolean(cell?.p) || (cell?.v !== undefined && cell.v !== null && cell.v !== "");
}

function filledCells(cells: Matrix) {
  return Object.entries(cells).flatMap(([row, columns]) =>
    Object.entries(columns).flatMap(([column, cell]) => (hasContent(cell) ? [{ row: Number(row), column: Number(column) }] : [])),
  );
}

/** The table's range with the filled cells that touch its right or lower edge, as Excel extends a table while one types. */
function grown(range: Range, filled: readonly { row: number; column: number }[]): Range {
  const isBeside = filled.some(({ row, column }) => column === range.endColumn + 1 && row >= range.startRow && row <= range.endRow);
  const isBelow = filled.some(({ row, column }) => row === range.endRow + 1 && column >= range.startColumn && column <= range.endColumn);
  const last = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));
  return {
    ...range,
    endColumn: isBeside ? last(filled.map(({ column }) => column)) : range.endColumn,
    endRow: isBelow ? last(filled.map(({ row }) => row)) : range.endRow,
  };
}

function overlaps(a: Range, b: Range): boolean {
  return a.startRow <= b.endRow && b.startRow <= a.endRow && a.startColumn <= b.endColumn && b.startColumn <= a.endColumn;
}

function isColumnBlank(open: OpenWorkbook, sheetId: string, { startRow, endRow, endColumn }: Range): boolean {
  const sheet = requireSheet(open, sheetId).getSheet();
  return Array.from({ length: endRow - startRow + 1 }, (_, i) => storedText(sheet, startRow + i, endColumn)).every((text) => text === "");
}

/**
 * Extends a table when the user types or pastes beside its last column or below its last row, and takes the column back when undo empties it.
 * Code that writes beside a table resizes it itself.
 */
export function growTablesWhileTyping(open: OpenWorkbook) {
  const manager = open.injector.get(TableManager);
  const unitId = open.workbook.getId();
  const added = new Map<string, number>();
  const resize = (table: Table, newRange: Range) => {
    const params = { unitId, subUnitId: table.getSubunitId(), tableId: table.getId(), config: { updateRange: { newRange } } };
    open.api.syncExecuteCommand(SetSheetTableMutation.id, params);
  };
  const grow = (table: Table, others: readonly Table[], filled: readonly { row: number; column: number }[]) => {
    const range = table.getRange();
    const next = grown(range, filled);
    if (next.endColumn === range.endColumn && next.endRow === range.endRow) return;
    if (others.some((other) => other !== table && overlaps(other.getRange(), next))) return;
    if (next.endColumn > range.endColumn) added.set(table.getId(), next.endColumn);
    resize(table, next);
  };
  const shrink = (table: Table) => {
    const range = table.getRange();
    if (added.get(table.getId()) !== range.endColumn || !isColumnBlank(open, table.getSubunitId(), range)) return;
    added.delete(table.getId());
    resize(table, { ...range, endColumn: range.endColumn - 1 });
  };
  onCommand(open, (command, options) => {
    if (command.id !== SetRangeValuesMutation.id || options?.onlyLocal === true || open.isCodeWriting()) return;
    const { subUnitId, cellValue } = command.params as { subUnitId: string; cellValue?: Matrix };
    const tables = manager.getTablesBySubunitId(unitId, subUnitId);
    const filled = filledCells(cellValue ?? {});
    for (const table of tables) {
      if (filled.length > 0) grow(table, tables, filled);
      else shrink(table);
    }
  });
}
