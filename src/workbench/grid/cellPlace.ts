import type { OpenWorkbook } from "./workbook";

/** Where a cell is painted, in pixels of the picture of its sheet. */
export interface CellPlace {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where a cell of the open sheet is painted; undefined where it is scrolled away, under what is frozen or above the first row. */
export function placeOfCell({ workbook }: OpenWorkbook, row: number, column: number): CellPlace | undefined {
  const sheet = workbook.getActiveSheet();
  const skeleton = sheet.getSkeleton();
  if (!skeleton) return undefined;
  const { startRow, startColumn } = sheet.getFreeze();
  const { sheetViewStartRow, sheetViewStartColumn, offsetX, offsetY } = sheet.getScrollState();
  const cell = skeleton.getCellWithCoordByIndex(row, column);
  const first = skeleton.getCellWithCoordByIndex(sheetViewStartRow, sheetViewStartColumn, false);
  const frozen = skeleton.getCellWithCoordByIndex(Math.max(0, startRow), Math.max(0, startColumn));
  const x = column < startColumn ? 0 : first.startX + offsetX;
  const y = row < startRow ? 0 : first.startY + offsetY;
  const isAway = (column >= startColumn && cell.endX - x <= frozen.startX) || (row >= startRow && cell.endY - y <= frozen.startY);
  if (isAway) return undefined;
  const zoom = sheet.getZoom();
  return { left: (cell.startX - x) * zoom, top: (cell.startY - y) * zoom, right: (cell.endX - x) * zoom, bottom: (cell.endY - y) * zoom };
}
