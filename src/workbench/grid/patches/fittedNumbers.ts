import { CellValueType, type ICellData, type IStyleData, type ITextRotation, type Nullable } from "@univerjs/core";
import { SpreadsheetSkeleton, getFontStyleString } from "@univerjs/preset-sheets-core";
import { fittedNumber } from "../fittedNumber";

/** What the picture of a sheet keeps of a cell's text before it is painted; the typings keep it to themselves. */
interface Painted {
  _setFontStylesCache: (row: number, column: number, cell: Nullable<ICellData>, style: Nullable<IStyleData>) => void;
}

/** What the grid leaves free beside a text, px. */
const PADDING = 4;

const GENERAL = new Set([undefined, "", "General"]);

let pen: CanvasRenderingContext2D | null | undefined;
/** Widths of digits by font: most numbers have room by far, and need not be measured. */
const digits = new Map<string, number>();

function widthOf(text: string, font: string): number {
  pen ??= document.createElement("canvas").getContext("2d");
  if (!pen) return 0;
  pen.font = font;
  return pen.measureText(text).width;
}

/** No character of a number is wider than this. */
function widestOf(font: string): number {
  const known = digits.get(font) ?? Math.max(...["0", "%", "$", "€", "M"].map((sign) => widthOf(sign, font)));
  digits.set(font, known);
  return known;
}

const isNumber = ({ t, v }: ICellData): boolean => (t === undefined || t === null ? typeof v === "number" : t === CellValueType.NUMBER);

/** The number that General shows, which may be rounded; undefined where the format says how the number is shown. */
function generalValue({ v }: ICellData, style: Nullable<IStyleData>): number | undefined {
  if (!GENERAL.has(style?.n?.pattern)) return undefined;
  // Where people write a decimal comma the grid gives a text with one.
  const value = Number(String(v).replace(",", "."));
  return Number.isFinite(value) ? value : undefined;
}

let separator: string | undefined;

/** The decimal separator of the browser's language, which the grid shows. */
function decimalSeparator(): string {
  separator ??= new Intl.NumberFormat(navigator.language).format(1.5).replaceAll(/\d/g, "");
  return separator;
}

/** Whether a cell shows a number in one line within its column. */
function isFitted(picture: SpreadsheetSkeleton, row: number, column: number, cell: ICellData, turned: Nullable<ITextRotation>): boolean {
  const isTurned = Boolean(turned?.a) || Boolean(turned?.v);
  return isNumber(cell) && !cell.p && !isTurned && !picture.worksheet.getCellInfoInMergeData(row, column).isMerged;
}

/** The cell as it is painted: with a text that has room. */
function fitted(picture: SpreadsheetSkeleton, row: number, column: number, cell: ICellData, style: Nullable<IStyleData>): ICellData {
  if (!isFitted(picture, row, column, cell, style?.tr)) return cell;
  const room = picture.worksheet.getColumnWidth(column) - PADDING;
  const text = String(cell.v);
  const font = getFontStyleString(style ?? undefined).fontCache;
  const hasRoom = (each: string) => each.length * widestOf(font) <= room || widthOf(each, font) <= room;
  const v = fittedNumber(text, generalValue(cell, style), decimalSeparator(), hasRoom);
  return v === text ? cell : { ...cell, v, t: CellValueType.NUMBER };
}

/** Has the grid (Univer 0.25.1) paint numbers as Excel does where they have no room: rounded, or as number signs (docs/decisions/0088). */
export function fitNumbers() {
  const painted = SpreadsheetSkeleton.prototype as unknown as Painted;
  const { _setFontStylesCache: set } = painted;
  painted._setFontStylesCache = function setFitted(this: Painted & SpreadsheetSkeleton, row, column, cell, style) {
    set.call(this, row, column, cell && fitted(this, row, column, cell, style), style);
  };
}
