/** A copy of the workbook with its values frozen: for people without the add-in, who would see #NAME? where its functions stand. */

import { writeXlsx } from "hucre/xlsx";
import type { CellStyle, WriteSheet } from "hucre/xlsx";
import { quotedSheet } from "../layout";
import type { CellValue } from "../plan";

type AlignmentStyle = NonNullable<CellStyle["alignment"]>;
type PageSetup = NonNullable<WriteSheet["pageSetup"]>;
type NamedRange = NonNullable<Parameters<typeof writeXlsx>[0]["namedRanges"]>[number];
type CellLook = Excel.CellPropertiesFormat;

/** Cells of a sheet as they are shown, from a zero-based corner, with what keeps them in sight and on paper. */
export interface ShownSheet {
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly CellValue[])[];
  readonly formats: readonly (readonly string[])[];
  readonly looks: readonly (readonly CellLook[])[];
  /** Widths in points from column A. */
  readonly widths: readonly number[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly page: PageSetup;
  /** Rows that every page repeats, such as $1:$5; "" for none. */
  readonly titles: string;
  readonly showsGridlines: boolean;
  /** Such as #0078D4; "" for none. */
  readonly tabColor: string;
}

const LOOKS: Excel.CellPropertiesLoadOptions = {
  format: {
    fill: { color: true },
    font: { bold: true, color: true, italic: true, name: true, size: true },
    horizontalAlignment: true,
    verticalAlignment: true,
    wrapText: true,
  },
};

const POINTS_PER_CHARACTER = 5.25;
const WIDEST_SHEET = 40;
/** What Office.js gives as the extent of whole rows and columns; no conversion. */
// eslint-disable-next-line local/unit-literals
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/** What a sheet has beside its cells, to be read once the context is synchronised. */
function frameOf(sheet: Excel.Worksheet) {
  return {
    used: sheet.getUsedRangeOrNullObject(true).load("values,numberFormat,rowIndex,columnIndex,columnCount"),
    frozen: sheet.freezePanes.getLocationOrNullObject().load("rowIndex,columnIndex,rowCount,columnCount"),
    titles: sheet.pageLayout.getPrintTitleRowsOrNullObject().load("rowIndex,rowCount"),
    layout: sheet.pageLayout.load("orientation,zoom"),
  };
}

type Frame = ReturnType<typeof frameOf>;

function frozenPart({ frozen }: Frame): ShownSheet["frozen"] {
  if (frozen.isNullObject) return { rows: 0, columns: 0 };
  const { rowIndex, rowCount, columnIndex, columnCount } = frozen;
  return {
    rows: rowCount < MOST_ROWS ? rowIndex + rowCount : 0,
    columns: columnCount < MOST_COLUMNS ? columnIndex + columnCount : 0,
  };
}

function titlesOf({ titles }: Frame): string {
  return titles.isNullObject ? "" : `$${String(titles.rowIndex + 1)}:$${String(titles.rowIndex + titles.rowCount)}`;
}

function pageOf({ layout }: Frame): PageSetup {
  const { horizontalFitToPages, verticalFitToPages, scale } = layout.zoom;
  const isFitted = (horizontalFitToPages ?? 0) + (verticalFitToPages ?? 0) > 0;
  return {
    orientation: layout.orientation === "Landscape" ? "landscape" : "portrait",
    // As many pages as it takes are 0 in a file.
    ...(isFitted && { fitToPage: true, fitToWidth: horizontalFitToPages ?? 0, fitToHeight: verticalFitToPages ?? 0 }),
    ...(!isFitted && scale !== undefined && { scale }),
  };
}

function widthsOf(sheet: Excel.Worksheet, { used }: Frame): readonly Excel.RangeFormat[] {
  const count = used.isNullObject ? 0 : Math.min(WIDEST_SHEET, used.columnIndex + used.columnCount);
  return Array.from({ length: count }, (_, column) => sheet.getRangeByIndexes(0, column, 1, 1).format.load("columnWidth"));
}

/** A sheet by itself: the looks of all cells of a workbook may be more than Excel gives at once. */
async function readShownSheet(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<ShownSheet> {
  const frame = frameOf(sheet);
  await context.sync();
  const { used } = frame;
  const looks = used.isNullObject ? undefined : used.getCellProperties(LOOKS);
  const widths = widthsOf(sheet, frame);
  await context.sync();
  return {
    name: sheet.name,
    ...(looks
      ? {
          row: used.rowIndex,
          column: used.columnIndex,
          values: used.values as CellValue[][],
          formats: used.numberFormat as string[][],
          looks: looks.value.map((row) => row.map(({ format }) => format ?? {})),
        }
      : { row: 0, column: 0, values: [], formats: [], looks: [] }),
    widths: widths.map(({ columnWidth }) => columnWidth),
    frozen: frozenPart(frame),
    page: pageOf(frame),
    titles: titlesOf(frame),
    showsGridlines: sheet.showGridlines,
    tabColor: sheet.tabColor,
  };
}

/** Reads the visible sheets of the workbook, as far as they are used. */
export async function readShownSheets(context: Excel.RequestContext): Promise<readonly ShownSheet[]> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name,items/visibility,items/showGridlines,items/tabColor");
  await context.sync();
  const shown: ShownSheet[] = [];
  for (const sheet of worksheets.items.filter(({ visibility }) => visibility === "Visible"))
    shown.push(await readShownSheet(context, sheet));
  return shown;
}

const HORIZONTAL: Readonly<Record<string, AlignmentStyle["horizontal"]>> = {
  Left: "left",
  Center: "center",
  Right: "right",
  Fill: "fill",
  Justify: "justify",
  CenterAcrossSelection: "centerContinuous",
  Distributed: "distributed",
};

const VERTICAL: Readonly<Record<string, AlignmentStyle["vertical"]>> = {
  Top: "top",
  Center: "center",
  Justify: "justify",
  Distributed: "distributed",
};

/** Excel gives white for cells without a fill, black for text without a color. */
const NO_FILL = "#FFFFFF";
const NO_COLOR = "#000000";

const isColor = (color: string | undefined, usual: string): color is string => !!color && color.toUpperCase() !== usual;
const colorOf = (color: string) => ({ rgb: color.replace("#", "").toUpperCase() });

function fontOf({ font = {} }: CellLook): CellStyle["font"] {
  const { bold, italic, color, name, size } = font;
  return {
    ...(name !== undefined && { name: writable(name) }),
    ...(size !== undefined && { size }),
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(isColor(color, NO_COLOR) && { color: colorOf(color) }),
  };
}

function alignmentOf({ horizontalAlignment, verticalAlignment, wrapText }: CellLook): AlignmentStyle {
  const [horizontal, vertical] = [HORIZONTAL[horizontalAlignment ?? ""], VERTICAL[verticalAlignment ?? ""]];
  return { ...(horizontal && { horizontal }), ...(vertical && { vertical }), ...(wrapText && { wrapText }) };
}

function styleOf(format: string, look: CellLook): CellStyle {
  const [font, alignment, fill] = [fontOf(look), alignmentOf(look), look.fill?.color];
  return {
    ...(format !== "" && format !== "General" && { numFmt: writable(format) }),
    ...(font && Object.keys(font).length > 0 && { font }),
    ...(Object.keys(alignment).length > 0 && { alignment }),
    ...(isColor(fill, NO_FILL) && { fill: { type: "pattern" as const, pattern: "solid" as const, fgColor: colorOf(fill) } }),
  };
}

type Cells = NonNullable<WriteSheet["cells"]>;

/** Halves of a sign and the two places of Unicode that no XML may contain; control characters are escaped where the file is written. */
const UNWRITABLE = /[\uFFFE\uFFFF]|\p{Cs}/gu;

/** What a reader of the file would take for an escaped sign. */
const ESCAPE_LIKE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** A text as a file can have it: what it cannot contain is shown as the sign for a lost one. */
const writable = (text: string): string => text.replace(UNWRITABLE, "\uFFFD");

/** A cell of the copy; undefined for a blank one whose looks nobody would see. */
function cellOf(value: CellValue, style: CellStyle): ReturnType<Cells["get"]> {
  if (value === "") return style.fill ? { value: null, type: "empty", style } : undefined;
  const isStyled = Object.keys(style).length > 0;
  if (typeof value === "string")
    return { value: writable(value).replace(ESCAPE_LIKE, "_x005F_"), type: "string", ...(isStyled && { style }) };
  return { value, type: typeof value === "number" ? "number" : "boolean", ...(isStyled && { style }) };
}

/** A sheet of the copy: values with their looks, no formulas. */
function frozenSheet({ name, row, column, values, formats, looks, ...frame }: ShownSheet): WriteSheet {
  const cells: Cells = new Map();
  values.forEach((line, i) => {
    line.forEach((value, j) => {
      const cell = cellOf(value, styleOf(formats[i]?.[j] ?? "", looks[i]?.[j] ?? {}));
      if (cell) cells.set(`${String(row + i)},${String(column + j)}`, cell);
    });
  });
  const columns = frame.widths.map((points) => ({ width: Math.max(1, Math.round(points / POINTS_PER_CHARACTER)) }));
  const { rows, columns: frozenColumns } = frame.frozen;
  return {
    name: writable(name),
    rows: [],
    cells,
    ...(columns.length > 0 && { columns }),
    ...(rows + frozenColumns > 0 && { freezePane: { rows, columns: frozenColumns } }),
    pageSetup: frame.page,
    view: { showGridLines: frame.showsGridlines, ...(frame.tabColor !== "" && { tabColor: colorOf(frame.tabColor) }) },
  };
}

/** The rows that a sheet repeats on every page, under the name by which Excel knows them. */
function printTitles({ name, titles }: ShownSheet): readonly NamedRange[] {
  const sheet = writable(name);
  return titles === "" ? [] : [{ name: "_xlnm.Print_Titles", range: `${quotedSheet(sheet)}!${titles}`, scope: sheet }];
}

/** The bytes of an .xlsx file with the sheets as they are shown. */
export async function frozenCopy(sheets: readonly ShownSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(frozenSheet), namedRanges: sheets.flatMap(printTitles) });
}
