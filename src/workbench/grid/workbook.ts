import { type CommandListener, type ICellData, ICommandService, type IRange, type Nullable, type Worksheet } from "@univerjs/core";
import { SetSelectionsOperation, SetWorksheetActiveOperation, SheetsSelectionsService } from "@univerjs/preset-sheets-core";
import { MAX_COLUMNS, MAX_ROWS } from "./address";
import type { Area } from "./grid";
import type { UniverGrid } from "./univer";

/** Extent of a sheet that is added; it grows when something is written beyond it. */
export const SHEET_ROWS = 3000;
export const SHEET_COLUMNS = 78;

export type Writer = <Result>(write: () => Result) => Result;

/** The open workbook: what every store of the grid starts from. */
export interface OpenWorkbook extends UniverGrid {
  /** Runs a write that comes from code, not from the hand of the user. */
  readonly asCode: Writer;
  isCodeWriting(): boolean;
}

/** Calls the listener after every command and mutation that has run. */
export function onCommand({ injector }: UniverGrid, listener: CommandListener) {
  injector.get(ICommandService).onCommandExecuted(listener);
}

/** The selected area: of several, the first. */
export function selectedArea(univer: UniverGrid): Area {
  // Not the sheet's own active range: it throws while a selection reaches beyond a sheet that has just lost rows.
  const range = univer.injector.get(SheetsSelectionsService).getCurrentLastSelection()?.range;
  const area = toArea(univer.workbook.getActiveSheet().getSheetId(), range ?? { startRow: 0, startColumn: 0, endRow: 0, endColumn: 0 });
  return clip(univer, area);
}

/** Calls the listener when other cells are selected, by mouse, key, the name box or code. */
export function onSelection(univer: UniverGrid, listener: (area: Area) => void) {
  onCommand(univer, ({ id }) => {
    if (id === SetSelectionsOperation.id || id === SetWorksheetActiveOperation.id) listener(selectedArea(univer));
  });
}

export function openWorkbook(univer: UniverGrid): OpenWorkbook {
  let depth = 0;
  return {
    ...univer,
    isCodeWriting: () => depth > 0,
    asCode: (write) => {
      depth += 1;
      try {
        return write();
      } finally {
        depth -= 1;
      }
    },
  };
}

export function requireSheet({ workbook }: UniverGrid, sheetId: string) {
  const sheet = workbook.getSheetBySheetId(sheetId);
  if (sheet === null) throw new Error(`There is no sheet ${sheetId}.`);
  return sheet;
}

/** The part of an area that lies on its sheet; whole rows and columns have Excel's extent, the grid's sheets are smaller. */
export function clip(univer: UniverGrid, area: Area): Area {
  const sheet = requireSheet(univer, area.sheetId);
  return {
    ...area,
    rowCount: Math.max(0, Math.min(area.rowCount, sheet.getMaxRows() - area.row)),
    columnCount: Math.max(0, Math.min(area.columnCount, sheet.getMaxColumns() - area.column)),
  };
}

/** Makes the sheet large enough for an area. */
export function grow(univer: UniverGrid, area: Area) {
  const sheet = requireSheet(univer, area.sheetId);
  if (area.row + area.rowCount > sheet.getMaxRows()) sheet.setRowCount(area.row + area.rowCount);
  if (area.column + area.columnCount > sheet.getMaxColumns()) sheet.setColumnCount(area.column + area.columnCount);
}

/** The grid's own range for an area. */
export function rangeOf(univer: UniverGrid, area: Area) {
  const { row, column, rowCount, columnCount } = clip(univer, area);
  return requireSheet(univer, area.sheetId).getRange(row, column, rowCount, columnCount);
}

export function toRange(area: Area): IRange {
  return {
    startRow: area.row,
    startColumn: area.column,
    endRow: area.row + area.rowCount - 1,
    endColumn: area.column + area.columnCount - 1,
  };
}

export function toArea(sheetId: string, { startRow, startColumn, endRow, endColumn }: IRange): Area {
  // The grid writes NaN for the open sides of a whole row or column.
  const [row, column] = [startRow || 0, startColumn || 0];
  const [rowCount, columnCount] = [endRow - row + 1 || MAX_ROWS, endColumn - column + 1 || MAX_COLUMNS];
  return { sheetId, row, column, rowCount, columnCount };
}

/** Smallest area around places on a sheet, or undefined where there are none. */
export function boundsOf(sheetId: string, places: readonly { readonly row: number; readonly column: number }[]): Area | undefined {
  if (places.length === 0) return undefined;
  // Not Math.min(...rows): a sheet may have more cells than a call has arguments.
  const bound = (key: "row" | "column", choose: (a: number, b: number) => number) =>
    places.map((place) => place[key]).reduce((a, b) => choose(a, b));
  return toArea(sheetId, {
    startRow: bound("row", Math.min),
    startColumn: bound("column", Math.min),
    endRow: bound("row", Math.max),
    endColumn: bound("column", Math.max),
  });
}

/** Text of a cell as stored, also where the grid keeps it as rich text. */
export function storedText(sheet: Worksheet, row: number, column: number): string {
  const cell: Nullable<ICellData> = sheet.getCellRaw(row, column);
  const rich = cell?.p?.body?.dataStream;
  return rich === undefined ? String(cell?.v ?? "") : rich.replace(/\r\n$/, "");
}
