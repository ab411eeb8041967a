import { axisX, axisY, dot, rect, text } from "@observablehq/plot";
import type { Markish } from "@observablehq/plot";
import { framed, paletteOf } from "./frame";
import type { LegendEntry } from "./head";
import type { DecisionMap } from "./picture";
import { fitted, FONT_SIZE_PX, labelledPlaces, textWidthPx } from "./text";

const RIGHT_PX = 12;
const BOTTOM_PX = 40;
/** Letters stay readable on a color that lets the surface through. */
const FILL_OPACITY = 0.5;
const LEAST_LETTER_PX = 8;

interface MapCell {
  readonly column: number;
  readonly row: number;
  readonly group: number;
}

function cellsOf({ cells }: DecisionMap): readonly MapCell[] {
  return cells.flatMap((line, row) =>
    line.flatMap((group, column): readonly MapCell[] => (group === null ? [] : [{ column, row, group }])),
  );
}

/** Where the plan itself stands, if that is on the map. */
function presentPoint({ across, down }: DecisionMap): readonly { readonly x: number; readonly y: number }[] {
  return across.present === null || down.present === null ? [] : [{ x: across.present, y: down.present }];
}

const PRESENT = "the plan";

function axisMarks(picture: DecisionMap, leftPx: number): readonly Markish[] {
  const { across, down, widthPx, heightPx } = picture;
  const palette = paletteOf(picture);
  const plotPx = widthPx - leftPx - RIGHT_PX;
  const words = { fill: palette.text, fontSize: FONT_SIZE_PX, tickSize: 3, stroke: palette.quiet };
  return [
    axisX({
      ...words,
      ticks: [...labelledPlaces(across.labels, plotPx)],
      tickFormat: (place: number) => across.labels[place] ?? "",
      label: fitted(across.title, plotPx + 2 * RIGHT_PX),
      labelAnchor: "center",
      labelArrow: "none",
      labelOffset: 34,
    }),
    axisY({
      ...words,
      ticks: [...labelledPlaces(down.labels, heightPx)],
      tickFormat: (place: number) => down.labels[place] ?? "",
      label: null,
    }),
  ];
}

function cellMarks(picture: DecisionMap, colors: readonly string[], letterPx: number): readonly Markish[] {
  const { across, down, groups } = picture;
  const palette = paletteOf(picture);
  const cells = [...cellsOf(picture)];
  return [
    rect(cells, {
      x1: ({ column }: MapCell) => column - 0.5,
      x2: ({ column }: MapCell) => column + 0.5,
      y1: ({ row }: MapCell) => row - 0.5,
      y2: ({ row }: MapCell) => row + 0.5,
      fill: ({ group }: MapCell) => colors[group],
      fillOpacity: FILL_OPACITY,
      stroke: palette.surface,
      title: ({ column, row, group }: MapCell) => `${across.labels[column] ?? ""}, ${down.labels[row] ?? ""}: ${groups[group]?.name ?? ""}`,
    }),
    text(cells, {
      x: "column",
      y: "row",
      text: ({ group }: MapCell) => groups[group]?.letter ?? "",
      fill: palette.text,
      fontSize: letterPx,
    }),
    dot([...presentPoint(picture)], {
      x: "x",
      y: "y",
      r: 7,
      symbol: "diamond",
      stroke: palette.marker,
      strokeWidth: 2.5,
      title: () => PRESENT,
    }),
  ];
}

/** What each pair of values leads to. The axis that goes down in a table rises here, as axes of pictures do. */
export function decisionMap(document: Document, picture: DecisionMap): SVGSVGElement {
  const { across, down, groups, widthPx } = picture;
  const palette = paletteOf(picture);
  const colors = [palette.up, palette.down, palette.capacity];
  const leftPx = Math.max(...down.labels.map((label) => textWidthPx(label)), 0) + 12;
  const columnPx = (widthPx - leftPx - RIGHT_PX) / Math.max(1, across.labels.length);
  const letterPx = Math.max(LEAST_LETTER_PX, Math.min(FONT_SIZE_PX, columnPx * 0.8));
  const side = (labels: readonly string[]) => ({ type: "linear" as const, domain: [-0.5, Math.max(1, labels.length) - 0.5] });
  const options = {
    marginLeft: leftPx,
    marginRight: RIGHT_PX,
    marginBottom: BOTTOM_PX,
    x: side(across.labels),
    y: side(down.labels),
  };
  const present: readonly LegendEntry[] = presentPoint(picture).map(() => ({ name: PRESENT, color: palette.marker, shape: "diamond" }));
  const legend = groups.map(({ letter, name }, index): LegendEntry => ({
    name: `${letter}: ${name}`,
    color: colors[index] ?? palette.text,
    shape: "square",
  }));
  const marks = [...axisMarks(picture, leftPx), ...cellMarks(picture, colors, letterPx)];
  return framed(document, picture, { legend: [...legend, ...present], marks, options });
}
