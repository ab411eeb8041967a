import { dot, line } from "@observablehq/plot";
import type { Markish } from "@observablehq/plot";
import type { Palette } from "../../workbook/palette";
import { columnMarks } from "./columns";
import { framed, paletteOf, upright } from "./frame";
import { DASHES } from "./head";
import type { LegendEntry } from "./head";
import type { Lines, LinesOverColumns, Marker, Series } from "./picture";

/** A line with the look that tells it from the others: by colour and by dashes. */
interface LookedLine {
  readonly series: Series;
  readonly color: string;
  readonly dash: string;
}

function looked(series: readonly Series[], colors: readonly string[]): readonly LookedLine[] {
  return series.map((each, index) => ({
    series: each,
    color: colors[index % colors.length] ?? "currentColor",
    dash: DASHES[index % DASHES.length] ?? "none",
  }));
}

function lineMark({ series, color, dash }: LookedLine): Markish {
  const points = series.values.flatMap((value, place) => (value === null ? [] : [{ place, value }]));
  return line(points, { x: "place", y: "value", stroke: color, strokeWidth: 2, strokeDasharray: dash });
}

function markerMark({ label, symbol, position, value }: Marker, { marker, surface }: Palette): Markish {
  const look = { symbol, r: 5, fill: marker, stroke: surface, strokeWidth: 1.5 };
  return dot([{ place: position, value }], { x: "place", y: "value", ...look, title: () => label });
}

function legendOf(lines: readonly LookedLine[], markers: readonly Marker[], { marker }: Palette): readonly LegendEntry[] {
  // Several events of one kind share their words.
  const kinds = new Map(markers.map(({ label, symbol }) => [label, symbol]));
  return [
    ...lines.map(({ series, color, dash }): LegendEntry => ({ name: series.name, color, shape: "line", dash })),
    ...[...kinds].map(([name, shape]): LegendEntry => ({ name, color: marker, shape })),
  ];
}

function valuesOf(series: readonly Series[]): readonly number[] {
  return series.flatMap(({ values }) => values.filter((value) => value !== null));
}

export function lines(document: Document, picture: Lines): SVGSVGElement {
  const { categories, series, markers } = picture;
  const palette = paletteOf(picture);
  const drawn = looked(series, palette.series);
  const { under, over, options } = upright(picture, categories, valuesOf(series));
  const marks = [...under, ...over, ...drawn.map(lineMark), ...markers.map((marker) => markerMark(marker, palette))];
  return framed(document, picture, { legend: legendOf(drawn, markers, palette), marks, options });
}

export function linesOverColumns(document: Document, picture: LinesOverColumns): SVGSVGElement {
  const { categories, columns, lines: series, markers } = picture;
  const palette = paletteOf(picture);
  const drawn = looked(series, [palette.need]);
  const { under, over, options } = upright(picture, categories, valuesOf([columns, ...series]));
  const marks = [
    ...under,
    columnMarks(picture, categories, [columns], [palette.capacity]),
    ...over,
    ...drawn.map(lineMark),
    ...markers.map((marker) => markerMark(marker, palette)),
  ];
  const legend = [{ name: columns.name, color: palette.capacity, shape: "square" } as const, ...legendOf(drawn, markers, palette)];
  return framed(document, picture, { legend, marks, options });
}
