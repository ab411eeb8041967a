import { dot, line } from "@observablehq/plot";
import type { Markish } from "@observablehq/plot";
import type { Palette } from "../../workbook/sheets/palette";
import { compactNumber, compactPercent } from "../shell/format";
import { columnMarks } from "./columns";
import { categoriesAcross, framed, paletteOf, upright } from "./frame";
import { DASHES } from "./head";
import type { LegendEntry } from "./head";
import type { Lines, LinesOverColumns, Marker, MarkerSymbol, Series } from "./picture";

/** A line with the look that tells it from the others: by color and by dashes. */
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

/** A line through the values at the places given; without places, at those of their categories. */
function lineMark({ series, color, dash }: LookedLine, places?: readonly number[]): Markish {
  const points = series.values.flatMap((value, index) => (value === null ? [] : [{ place: places?.[index] ?? index, value }]));
  return line(points, { x: "place", y: "value", stroke: color, strokeWidth: 2, strokeDasharray: dash });
}

function markerMark({ label, symbol, x, value }: Marker, fill: string, { surface }: Palette): Markish {
  const look = { symbol, r: 5, fill, stroke: surface, strokeWidth: 1.5 };
  return dot([{ x, value }], { x: "x", y: "value", ...look, title: () => label });
}

function lineLegend(lines: readonly LookedLine[]): readonly LegendEntry[] {
  return lines.map(({ series, color, dash }) => ({ name: series.name, color, shape: "line", dash }));
}

function valuesOf(series: readonly Series[]): readonly number[] {
  return series.flatMap(({ values }) => values.filter((value) => value !== null));
}

export function lines(document: Document, picture: Lines): SVGSVGElement {
  const { xs, xTitle, series, markers, locale, isZoomed = false, isShare = false } = picture;
  const palette = paletteOf(picture);
  const drawn = looked(series, palette.series);
  const label = (x: number) => (isShare ? compactPercent(x, locale) : compactNumber(x, locale));
  const across = { domain: [isZoomed ? Math.min(...xs) : 0, Math.max(...xs, 0)] as const, label, title: xTitle };
  const { under, over, options } = upright(picture, across, valuesOf(series), isZoomed);
  const marks = [
    ...under,
    ...over,
    ...drawn.map((each) => lineMark(each, xs)),
    ...markers.map((marker) => markerMark(marker, palette.marker, palette)),
  ];
  const legend = [...lineLegend(drawn), ...markers.map(({ label, symbol }) => ({ name: label, color: palette.marker, shape: symbol }))];
  return framed(document, picture, { legend, marks, options });
}

/** Symbols of the kinds of events, so that they differ in more than color. */
const EVENT_SYMBOLS: readonly MarkerSymbol[] = ["triangle", "diamond", "circle"];

/** A symbol on top of each column in which something happens. */
function eventMarkers({ name, values }: Series, index: number): readonly Marker[] {
  const symbol = EVENT_SYMBOLS[index % EVENT_SYMBOLS.length] ?? "circle";
  return values.flatMap((value, x) => (value === null || value === 0 ? [] : [{ label: name, symbol, x, value }]));
}

export function linesOverColumns(document: Document, picture: LinesOverColumns): SVGSVGElement {
  const { categories, columns, events, lines: series } = picture;
  const palette = paletteOf(picture);
  const eventColors = events.map((_, index) => (index === 0 ? palette.up : palette.marker));
  const drawn = looked(series, [palette.need]);
  const { under, over, options } = upright(picture, categoriesAcross(categories), valuesOf([columns, ...events, ...series]));
  const marks = [
    ...under,
    columnMarks(picture, categories, [columns, ...events], [palette.capacity, ...eventColors]),
    ...over,
    ...drawn.map((each) => lineMark(each)),
    ...events.flatMap((event, index) => eventMarkers(event, index).map((marker) => markerMark(marker, eventColors[index] ?? "", palette))),
  ];
  const legend: LegendEntry[] = [
    { name: columns.name, color: palette.capacity, shape: "square" },
    ...events.map(({ name }, index): LegendEntry => ({ name, color: eventColors[index] ?? "", shape: EVENT_SYMBOLS[index] ?? "circle" })),
    ...lineLegend(drawn),
  ];
  return framed(document, picture, { legend, marks, options });
}
