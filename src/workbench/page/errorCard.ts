import { CellAlertManagerService, SetCellEditVisibleOperation, SetScrollOperation } from "@univerjs/preset-sheets-core";
import { type CellPlace, placeOfCell } from "../grid/cellPlace";
import { type OpenWorkbook, onCommand, onSelection, selectedArea } from "../grid/workbook";
import type { ErrorMessages } from "../functions/messages";
import { cellKey } from "../functions/messages";
import { toA1 } from "../grid/address";
import { element } from "./elements";

/** Between a cell and its card, px. */
const GAP = 4;

/** A cell with what a function said about its error. */
interface Explained {
  readonly row: number;
  readonly column: number;
  readonly key: string;
  readonly message: string;
}

/** The picture of the sheet: the largest that the grid paints. */
function sheetBox(): DOMRect {
  const boxes = Array.from(element("grid").querySelectorAll("canvas"), (canvas) => canvas.getBoundingClientRect());
  return boxes.reduce((a, b) => (a.width * a.height >= b.width * b.height ? a : b), new DOMRect());
}

/** Puts the card right of its cell; below it, or above, where there is no room. */
function put(card: HTMLElement, cell: CellPlace) {
  const sheet = sheetBox();
  card.hidden = cell.left > sheet.width || cell.top > sheet.height;
  if (card.hidden) return;
  const { width, height } = card.getBoundingClientRect();
  const isBeside = cell.right + GAP + width <= sheet.width;
  const left = isBeside ? cell.right + GAP : Math.max(0, Math.min(cell.left, sheet.width - width));
  const below = isBeside ? cell.top : cell.bottom + GAP;
  const above = isBeside ? sheet.height - height : cell.top - GAP - height;
  card.style.left = `${sheet.left + left}px`;
  card.style.top = `${sheet.top + (below + height > sheet.height ? above : below)}px`;
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

/** A card for the cell under the mouse, or else for the selected one. Escape takes it away, and so does editing a cell. */
function createCard(open: OpenWorkbook) {
  const card = element("error-card");
  let selected: Explained | undefined;
  let hovered: Explained | undefined;
  const draw = () => {
    const shown = hovered ?? selected;
    const place = shown && placeOfCell(open, shown.row, shown.column);
    card.hidden = place === undefined;
    if (!shown || !place) return;
    card.textContent = shown.message;
    put(card, place);
  };
  const hide = () => {
    selected = hovered = undefined;
    draw();
  };
  element("grid").addEventListener("pointerleave", () => {
    hovered = undefined;
    draw();
  });
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide(), { capture: true });
  onCommand(open, ({ id }) => {
    if (id === SetCellEditVisibleOperation.id) hide();
    // The picture is scrolled when the command has ended.
    else if (id === SetScrollOperation.id) requestAnimationFrame(draw);
  });
  return {
    hover: (cell: Explained | undefined) => {
      hovered = cell;
      draw();
    },
    select: (cell: Explained | undefined) => {
      selected = cell;
      draw();
    },
  };
}

/**
 * Shows what a function said about an error: in a card at the cell while the mouse is over it, as Excel's error card does, or while it is selected, and to a screen
 * reader while it is selected.
 */
export function showErrorMessages(open: OpenWorkbook, messages: ErrorMessages, speak: (message: string) => void) {
  const card = createCard(open);
  const explained = (sheetId: string, row: number, column: number): Explained | undefined => {
    const value = open.workbook.getSheetBySheetId(sheetId)?.getSheet().getCellRaw(row, column)?.v;
    const key = cellKey(sheetId, row, column);
    const message = typeof value === "string" && value.startsWith("#") ? messages.get(key) : undefined;
    return message === undefined ? undefined : { row, column, key, message };
  };
  silenceOwnCard(open, (...cell) => explained(...cell) !== undefined);
  let under = "";
  open.api.addEvent(open.api.Event.CellHover, ({ worksheet, row, column }) => {
    const cell = explained(worksheet.getSheetId(), row, column);
    if (cell?.key !== under) card.hover(cell);
    under = cell?.key ?? "";
  });
  const tellSelected = () => {
    const { sheetId, row, column } = selectedArea(open);
    const cell = explained(sheetId, row, column);
    card.select(cell);
    speak(cell === undefined ? "" : `${toA1({ row, column, rowCount: 1, columnCount: 1 })}: ${cell.message}`);
  };
  onSelection(open, tellSelected);
  return tellSelected;
}
