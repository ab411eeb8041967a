/** How far a figure may be from what is planned: a fan over the years, a histogram of all trials. */

import { areaY, dot, line, rectY, ruleX, text } from "@observablehq/plot";
import type { Markish } from "@observablehq/plot";
import type { Palette } from "../../workbook/sheets/palette";
import { compactNumber } from "../shell/format";
import { categoriesAcross, framed, paletteOf, upright } from "./frame";
import { DASHES } from "./head";
import type { LegendEntry } from "./head";
import type { Fan, Histogram, MarkedValue, Series } from "./picture";
import { FONT_SIZE_PX, textWidthPx } from "./text";

const BAND_OPACITY = 0.35;

function pointsOf({ values }: Series): readonly { readonly place: number; readonly value: number }[] {
  return values.flatMap((value, place) => (value === null ? [] : [{ place, value }]));
}

/** A band between two percentiles with their edges dashed, and the median in it. */
export function fan(document: Document, picture: Fan): SVGSVGElement {
  const { categories, low, middle, high, locale } = picture;
  const palette = paletteOf(picture);
  const band = pointsOf(low).map(({ place, value }) => ({ place, low: value, high: high.values[place] ?? value }));
  const values = [low, middle, high].flatMap(pointsOf).map(({ value }) => value);
  const { under, over, options } = upright(picture, categoriesAcross(categories), values);
  const edge = { x: "place", y: "value", stroke: palette.need, strokeWidth: 1, strokeDasharray: DASHES[2] };
  const marks = [
    ...under,
    areaY(band, { x: "place", y1: "low", y2: "high", fill: palette.down, fillOpacity: BAND_OPACITY }),
    line([...pointsOf(low)], edge),
    line([...pointsOf(high)], { ...edge, strokeDasharray: DASHES[1] }),
    line([...pointsOf(middle)], { ...edge, strokeWidth: 2, strokeDasharray: DASHES[0] }),
    dot([...pointsOf(middle)], {
      x: "place",
      y: "value",
      r: 3.5,
      fill: palette.need,
      stroke: palette.surface,
      title: ({ place, value }: { place: number; value: number }) => `${categories[place] ?? ""}: ${compactNumber(value, locale)}`,
    }),
    ...over,
  ];
  const legend: readonly LegendEntry[] = [
    { name: high.name, color: palette.need, shape: "line", dash: DASHES[1] },
    { name: middle.name, color: palette.need, shape: "line", dash: DASHES[0] },
    { name: low.name, color: palette.need, shape: "line", dash: DASHES[2] },
  ];
  return framed(document, picture, { legend, marks, options });
}

/** Marked values in the order of the axis, each with the row of its name so that names do not overlap. */
function placedNames(marked: readonly MarkedValue[], pxPerUnit: number): readonly (MarkedValue & { readonly row: number })[] {
  const ends: number[] = [];
  return [...marked]
    .sort((one, other) => one.value - other.value)
    .map((each) => {
      const [start, width] = [each.value * pxPerUnit, textWidthPx(`${each.name} `)];
      const free = ends.findIndex((end) => end <= start);
      const row = free < 0 ? ends.length : free;
      ends[row] = start + width;
      return { ...each, row };
    });
}

/** Marked values as lines across the columns, each with its name. */
function valueMarks({ marked, widthPx }: Histogram, span: number, { marker, text: words, surface }: Palette): readonly Markish[] {
  const names = placedNames(marked, widthPx / span);
  const look = {
    frameAnchor: "top",
    textAnchor: "start",
    dx: 3,
    fill: words,
    stroke: surface,
    strokeWidth: 3,
    fontSize: FONT_SIZE_PX,
  } as const;
  return [
    ruleX(names, { x: "value", stroke: marker, strokeWidth: 1.5, strokeDasharray: DASHES[1] }),
    ...names.map((each) => text([each], { ...look, x: "value", text: "name", dy: each.row * (FONT_SIZE_PX + 1) })),
  ];
}

/** Columns that touch, with the marked values as lines that bear their names. */
export function histogram(document: Document, picture: Histogram): SVGSVGElement {
  const { bins, locale } = picture;
  const palette = paletteOf(picture);
  const [first, last] = [bins[0]?.from ?? 0, bins.at(-1)?.to ?? 1];
  // All trials may come to the same figure: it is then a column in the middle.
  const margin = last > first ? 0 : Math.max(1, Math.abs(first)) / 2;
  const half = margin / 4;
  const domain = [first - margin, last + margin] as const;
  const across = { domain, label: (value: number) => compactNumber(value, locale), title: picture.xTitle };
  const { under, over, options } = upright(picture, across, [...bins.map(({ count }) => count), 1]);
  const columns = rectY([...bins], {
    x1: ({ from }: (typeof bins)[number]) => from - half,
    x2: ({ to }: (typeof bins)[number]) => to + half,
    y: "count",
    fill: palette.capacity,
    stroke: palette.surface,
    title: ({ from, to, count }: (typeof bins)[number]) =>
      `${compactNumber(from, locale)} to ${compactNumber(to, locale)}: ${compactNumber(count, locale)}`,
  });
  const marks = [...under, columns, ...over, ...valueMarks(picture, domain[1] - domain[0], palette)];
  return framed(document, picture, { legend: [], marks, options });
}
