import type { Palette } from "../../workbook/sheets/palette";
import type { MarkerSymbol, Picture } from "./picture";
import { fitted, FONT_SIZE_PX, textWidthPx, wrapped } from "./text";

const SVG = "http://www.w3.org/2000/svg";
const TITLE_SIZE_PX = 13;
const TITLE_LINE_PX = 18;
const LEGEND_LINE_PX = 16;
const SWATCH_PX = 12;
const GAP_PX = 6;
const SIDE_PX = 8;

/** Dashes of lines by their place in the legend: lines differ in more than color. */
export const DASHES = ["none", "6 3", "2 3", "8 3 2 3"] as const;

export interface LegendEntry {
  readonly name: string;
  readonly color: string;
  readonly shape: "square" | "line" | MarkerSymbol;
  readonly dash?: string;
}

interface PlacedEntry extends LegendEntry {
  readonly x: number;
  readonly row: number;
}

/** What stands above the plot: title, legend and unit, in as many lines as they need. */
export interface Head {
  readonly titleLines: readonly string[];
  readonly entries: readonly PlacedEntry[];
  readonly legendTopPx: number;
  readonly heightPx: number;
}

/** Where title and legend stand for a picture of this width. */
export function headOf({ title, widthPx }: Picture, legend: readonly LegendEntry[]): Head {
  const titleLines = wrapped(title, widthPx - 2 * SIDE_PX, TITLE_SIZE_PX);
  const entries: PlacedEntry[] = [];
  let [x, row] = [SIDE_PX, 0];
  for (const entry of legend) {
    const name = fitted(entry.name, widthPx - 2 * SIDE_PX - SWATCH_PX - GAP_PX);
    const width = SWATCH_PX + GAP_PX + textWidthPx(name) + GAP_PX;
    if (x > SIDE_PX && x + width > widthPx - SIDE_PX) [x, row] = [SIDE_PX, row + 1];
    entries.push({ ...entry, name, x, row });
    x += width;
  }
  const rows = legend.length === 0 ? 0 : row + 1;
  const legendTopPx = SIDE_PX + titleLines.length * TITLE_LINE_PX + 2;
  // The last line is the unit's, above the axis.
  return { titleLines, entries, legendTopPx, heightPx: legendTopPx + rows * LEGEND_LINE_PX + LEGEND_LINE_PX + GAP_PX };
}

type Attributes = Readonly<Record<string, string | number>>;

function element(document: Document, name: string, attributes: Attributes, text?: string): SVGElement {
  const created = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) created.setAttribute(key, String(value));
  if (text !== undefined) created.textContent = text;
  return created;
}

/** Symbols around their middle, as large as the circle. */
const OUTLINES: Readonly<Partial<Record<LegendEntry["shape"], string>>> = { diamond: "M0,-6L4,0L0,6L-4,0Z", triangle: "M0,-6L5,4H-5Z" };

function swatch(document: Document, { x, row, color, shape, dash = "none" }: PlacedEntry, top: number): SVGElement {
  const middle = top + row * LEGEND_LINE_PX + LEGEND_LINE_PX / 2;
  if (shape === "circle") return element(document, "circle", { cx: x + SWATCH_PX / 2, cy: middle, r: 4.5, fill: color });
  const outline = OUTLINES[shape];
  if (outline) return element(document, "path", { d: outline, transform: `translate(${x + SWATCH_PX / 2},${middle})`, fill: color });
  if (shape === "square")
    return element(document, "rect", { x, y: middle - SWATCH_PX / 2 + 1, width: SWATCH_PX - 2, height: SWATCH_PX - 2, fill: color });
  const line = { x1: x - 4, x2: x + SWATCH_PX, y1: middle, y2: middle, stroke: color, "stroke-width": 2, "stroke-dasharray": dash };
  return element(document, "line", line);
}

/** Puts title, legend and unit into the drawing, on a surface of their own, so that a picture can be read on any page. */
export function drawHead(document: Document, svg: SVGElement, picture: Picture, head: Head, palette: Palette): void {
  const { widthPx, heightPx, unit } = picture;
  svg.prepend(element(document, "rect", { width: widthPx, height: heightPx, fill: palette.surface }));
  const left = { "text-anchor": "start", fill: palette.text };
  head.titleLines.forEach((line, index) => {
    const y = SIDE_PX + TITLE_SIZE_PX + index * TITLE_LINE_PX;
    svg.append(element(document, "text", { ...left, x: SIDE_PX, y, "font-size": TITLE_SIZE_PX, "font-weight": 600 }, line));
  });
  for (const entry of head.entries) {
    const y = head.legendTopPx + entry.row * LEGEND_LINE_PX + LEGEND_LINE_PX / 2 + FONT_SIZE_PX * 0.36;
    svg.append(swatch(document, entry, head.legendTopPx));
    svg.append(element(document, "text", { ...left, x: entry.x + SWATCH_PX + GAP_PX / 2, y }, entry.name));
  }
  svg.append(
    element(
      document,
      "text",
      { ...left, fill: palette.quiet, x: SIDE_PX, y: head.heightPx - GAP_PX - 4 },
      fitted(unit, widthPx - 2 * SIDE_PX),
    ),
  );
}
