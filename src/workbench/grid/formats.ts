import { BorderStyleTypes, BorderType, BooleanNumber, HorizontalAlign, type IStyleData, VerticalAlign, WrapStrategy } from "@univerjs/core";
import { SetWorksheetColWidthMutation } from "@univerjs/preset-sheets-core";
import type { Area, Border, Format, FormatStore } from "./grid";
import { type OpenWorkbook, clip, grow, rangeOf, requireSheet, toRange } from "./workbook";

const HORIZONTAL = [
  { name: "Left", align: HorizontalAlign.LEFT, facade: "left" },
  { name: "Center", align: HorizontalAlign.CENTER, facade: "center" },
  { name: "Right", align: HorizontalAlign.RIGHT, facade: "normal" },
] as const;

const VERTICAL = [
  { name: "Top", align: VerticalAlign.TOP, facade: "top" },
  { name: "Center", align: VerticalAlign.MIDDLE, facade: "middle" },
  { name: "Bottom", align: VerticalAlign.BOTTOM, facade: "bottom" },
] as const;

const EDGES: Readonly<Record<string, BorderType>> = {
  EdgeTop: BorderType.TOP,
  EdgeBottom: BorderType.BOTTOM,
  EdgeLeft: BorderType.LEFT,
  EdgeRight: BorderType.RIGHT,
  InsideHorizontal: BorderType.HORIZONTAL,
  InsideVertical: BorderType.VERTICAL,
};

const LINES: Readonly<Record<string, BorderStyleTypes>> = {
  None: BorderStyleTypes.NONE,
  Continuous: BorderStyleTypes.THIN,
  Dash: BorderStyleTypes.DASHED,
  Dot: BorderStyleTypes.DOTTED,
  Double: BorderStyleTypes.DOUBLE,
};

function fontOf(style: IStyleData): Format {
  return {
    fontColor: style.cl?.rgb ?? "#000000",
    fontName: style.ff ?? "Arial",
    fontSize: style.fs ?? 11,
    bold: style.bl === BooleanNumber.TRUE,
    italic: style.it === BooleanNumber.TRUE,
  };
}

function formatOf(style: IStyleData): Format {
  return {
    ...fontOf(style),
    fillColor: style.bg?.rgb ?? "#FFFFFF",
    wrapText: style.tb === WrapStrategy.WRAP,
    horizontalAlignment: HORIZONTAL.find(({ align }) => align === style.ht)?.name ?? "General",
    verticalAlignment: VERTICAL.find(({ align }) => align === style.vt)?.name ?? "Bottom",
  };
}

type Range = ReturnType<typeof rangeOf>;

const WRITERS: { readonly [Key in keyof Format]-?: (range: Range, value: NonNullable<Format[Key]>) => unknown } = {
  fillColor: (range, color) => range.setBackgroundColor(color),
  fontColor: (range, color) => range.setFontColor(color),
  fontName: (range, name) => range.setFontFamily(name),
  fontSize: (range, size) => range.setFontSize(size),
  bold: (range, isBold) => range.setFontWeight(isBold ? "bold" : "normal"),
  italic: (range, isItalic) => range.setFontStyle(isItalic ? "italic" : "normal"),
  wrapText: (range, isWrapped) => range.setWrap(isWrapped),
  horizontalAlignment: (range, align) => range.setHorizontalAlignment(HORIZONTAL.find(({ name }) => name === align)?.facade ?? "left"),
  verticalAlignment: (range, align) => range.setVerticalAlignment(VERTICAL.find(({ name }) => name === align)?.facade ?? "bottom"),
};

function writeFormat(open: OpenWorkbook, area: Area, format: Format) {
  grow(open, area.rowCount > 100_000 || area.columnCount > 1000 ? clip(open, area) : area);
  const range = rangeOf(open, area);
  for (const [key, value] of Object.entries(format)) {
    const write = WRITERS[key as keyof Format] as (range: Range, value: unknown) => unknown;
    if (value !== undefined) open.asCode(() => write(range, value));
  }
}

function setBorder(open: OpenWorkbook, area: Area, { edge, style, color }: Border) {
  const type = EDGES[edge];
  if (type === undefined) throw new Error(`The border ${edge} is not in the workbench.`);
  open.asCode(() => rangeOf(open, area).setBorder(type, LINES[style] ?? BorderStyleTypes.THIN, color));
}

/** Not by the grid's command, which measures the height of every row again for each width that is set: five seconds for a model. */
function setColumnWidth(open: OpenWorkbook, area: Area, colWidth: number) {
  const params = { unitId: open.workbook.getId(), subUnitId: area.sheetId, ranges: [toRange(clip(open, area))], colWidth };
  open.asCode(() => open.api.syncExecuteCommand(SetWorksheetColWidthMutation.id, params));
}

/** Looks of cells. Widths and heights are in pixels of the screen. */
export function createFormatStore(open: OpenWorkbook): FormatStore {
  const sheetOf = (area: Area) => requireSheet(open, area.sheetId);
  return {
    read: (area) => formatOf(rangeOf(open, { ...area, rowCount: 1, columnCount: 1 }).getCellStyleData("cell") ?? {}),
    write: (area, format) => writeFormat(open, area, format),
    setBorder: (area, border) => setBorder(open, area, border),
    columnWidthPixels: (area) => sheetOf(area).getColumnWidth(area.column),
    setColumnWidthPixels: (area, width) => setColumnWidth(open, area, width),
    rowHeightPixels: (area) => sheetOf(area).getRowHeight(area.row),
    setRowHeightPixels: (area, height) => void sheetOf(area).setRowHeightsForced(area.row, clip(open, area).rowCount, height),
    setColumnsHidden: (area, isHidden) => {
      if (isHidden) sheetOf(area).hideColumns(area.column, area.columnCount);
      else sheetOf(area).showColumns(area.column, area.columnCount);
    },
    setRowsHidden: (area, isHidden) => {
      if (isHidden) sheetOf(area).hideRows(area.row, area.rowCount);
      else sheetOf(area).showRows(area.row, area.rowCount);
    },
    fitColumns: (area) => void sheetOf(area).autoResizeColumns(area.column, clip(open, area).columnCount),
    fitRows: (area) => void sheetOf(area).autoResizeRows(area.row, clip(open, area).rowCount),
  };
}
