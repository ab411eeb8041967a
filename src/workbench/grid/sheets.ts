import { SetWorksheetOrderMutation } from "@univerjs/preset-sheets-core";
import type { Sheet, SheetChange, SheetStore } from "./grid";
import { type OpenWorkbook, SHEET_COLUMNS, SHEET_ROWS, requireSheet } from "./workbook";

function listSheets({ workbook }: OpenWorkbook): Sheet[] {
  return workbook.getSheets().map((sheet) => ({
    id: sheet.getSheetId(),
    name: sheet.getSheetName(),
    position: sheet.getIndex(),
    isHidden: sheet.isSheetHidden(),
    rowCount: sheet.getMaxRows(),
    columnCount: sheet.getMaxColumns(),
    showGridlines: !sheet.hasHiddenGridLines(),
    tabColor: sheet.getTabColor() ?? "",
  }));
}

/** First name of the form Sheet1 that no sheet bears. */
function freeName(open: OpenWorkbook): string {
  const taken = new Set(listSheets(open).map((sheet) => sheet.name.toLowerCase()));
  let number = taken.size + 1;
  while (taken.has(`sheet${number}`)) number += 1;
  return `Sheet${number}`;
}

function addSheet(open: OpenWorkbook, name: string | undefined): string {
  const active = open.workbook.getActiveSheet().getSheetId();
  const sheet = { rowCount: SHEET_ROWS, columnCount: SHEET_COLUMNS };
  const added = open.workbook.insertSheet(name ?? freeName(open), { index: open.workbook.getNumSheets(), sheet });
  // The grid shows a sheet that it inserts; Office.js leaves the active one.
  open.workbook.setActiveSheet(active);
  return added.getSheetId();
}

/** Without a step of undo, as Excel moves a sheet that an add-in moves. */
function moveSheet(open: OpenWorkbook, sheet: ReturnType<typeof requireSheet>, toOrder: number) {
  const params = { unitId: open.workbook.getId(), subUnitId: sheet.getSheetId(), fromOrder: sheet.getIndex(), toOrder };
  open.api.syncExecuteCommand(SetWorksheetOrderMutation.id, params);
}

function changeSheet(open: OpenWorkbook, sheetId: string, change: SheetChange) {
  const sheet = requireSheet(open, sheetId);
  if (change.name !== undefined) sheet.setName(change.name);
  if (change.position !== undefined) moveSheet(open, sheet, change.position);
  if (change.isHidden !== undefined && change.isHidden !== sheet.isSheetHidden()) {
    if (change.isHidden) sheet.hideSheet();
    else sheet.showSheet();
  }
  if (change.showGridlines !== undefined) sheet.setHiddenGridlines(!change.showGridlines);
  if (change.tabColor !== undefined) sheet.setTabColor(change.tabColor);
}

/** Sheets of the workbook, in the order of their tabs. */
export function createSheetStore(open: OpenWorkbook): SheetStore {
  return {
    list: () => listSheets(open),
    add: (name) => open.asCode(() => addSheet(open, name)),
    remove: (sheetId) => void open.asCode(() => open.workbook.deleteSheet(sheetId)),
    change: (sheetId, change) => open.asCode(() => changeSheet(open, sheetId, change)),
    activate: (sheetId) => void requireSheet(open, sheetId).activate(),
    active: () => open.workbook.getActiveSheet().getSheetId(),
    freeze: (sheetId, rows, columns) =>
      void requireSheet(open, sheetId).setFreeze({ xSplit: columns, ySplit: rows, startRow: rows || -1, startColumn: columns || -1 }),
    frozen: (sheetId) => {
      const { xSplit, ySplit } = requireSheet(open, sheetId).getFreeze();
      return { rows: ySplit, columns: xSplit };
    },
  };
}
