import { CellAlertManagerService } from "@univerjs/preset-sheets-core";
import { type OpenWorkbook, onSelection, selectedArea } from "../grid/workbook";
import type { ErrorMessages } from "../functions/messages";
import { cellKey } from "../functions/messages";
import { toA1 } from "../grid/address";
import { element } from "./elements";

/** The card stands a little off the pointer, px. */
const OFFSET = 14;

interface Place {
  readonly x: number;
  readonly y: number;
}

function put(card: HTMLElement, { x, y }: Place) {
  card.hidden = false;
  const { width, height } = card.getBoundingClientRect();
  card.style.left = `${Math.min(x + OFFSET, window.innerWidth - width - OFFSET)}px`;
  card.style.top = `${y + OFFSET + height > window.innerHeight ? y - OFFSET - height : y + OFFSET}px`;
}

/** The grid's own card for an error names its kind only: it stays away where the function has said more. */
function silenceOwnCard(open: OpenWorkbook, isExplained: (sheetId: string, row: number, column: number) => boolean) {
  const alerts = open.injector.get(CellAlertManagerService);
  const showAlert = alerts.showAlert.bind(alerts);
  alerts.showAlert = (alert) => {
    const { subUnitId, row, col } = alert.location;
    if (!isExplained(subUnitId, row, col)) showAlert(alert);
  };
}

/**
 * Shows what a function said about an error: in a card while the mouse is over the cell, as Excel's error card does, and in the status line while the
 * cell is selected. Escape takes the card away.
 */
export function showErrorMessages(open: OpenWorkbook, messages: ErrorMessages, tell: (message: string) => void) {
  const card = element("error-card");
  const pointer = { x: 0, y: 0 };
  let shown: string | undefined;
  const hide = () => {
    card.hidden = true;
  };
  document.addEventListener("pointermove", (event) => Object.assign(pointer, { x: event.clientX, y: event.clientY }), { capture: true });
  element("grid").addEventListener("pointerleave", hide);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide(), { capture: true });
  const messageAt = (sheetId: string, row: number, column: number) => {
    const value = open.workbook.getSheetBySheetId(sheetId)?.getSheet().getCellRaw(row, column)?.v;
    return typeof value === "string" && value.startsWith("#") ? messages.get(cellKey(sheetId, row, column)) : undefined;
  };
  silenceOwnCard(open, (...cell) => messageAt(...cell) !== undefined);
  open.api.addEvent(open.api.Event.CellHover, ({ worksheet, row, column }) => {
    const sheetId = worksheet.getSheetId();
    const message = messageAt(sheetId, row, column);
    const cell = cellKey(sheetId, row, column);
    if (message === undefined) hide();
    else if (cell !== shown || card.hidden) {
      card.textContent = message;
      put(card, pointer);
    }
    shown = cell;
  });
  const tellSelected = () => {
    const { sheetId, row, column } = selectedArea(open);
    const message = messageAt(sheetId, row, column);
    tell(message === undefined ? "" : `${toA1({ row, column, rowCount: 1, columnCount: 1 })}: ${message}`);
  };
  onSelection(open, tellSelected);
  return tellSelected;
}
