import { rectY } from "@observablehq/plot";
import type { Markish } from "@observablehq/plot";
import { compactNumber } from "../shell/format";
import { categoriesAcross, framed, paletteOf, upright } from "./frame";
import type { LegendEntry } from "./head";
import type { Picture, Series, StackedColumns } from "./picture";

/** Half the width of a column; categories are one apart. Many columns stand without a gap: stripes would be all that one sees. */
const halfWidth = (columns: number): number => (columns > MANY ? 0.5 : 0.38);
const MANY = 24;

/** A part of a column, from one level to another. */
export interface Part {
  readonly place: number;
  readonly series: number;
  readonly from: number;
  readonly to: number;
}

/** The parts of stacked columns: what is positive rises from zero in the order of the series, what is negative falls from it. */
export function stackedParts(series: readonly Series[], columns: number): readonly Part[] {
  return Array.from({ length: columns }, (_, place) => {
    const reached = { up: 0, down: 0 };
    return series.flatMap(({ values }, index): Part[] => {
      const value = values[place] ?? 0;
      if (value === 0) return [];
      const side = value > 0 ? "up" : "down";
      const from = reached[side];
      reached[side] += value;
      return [{ place, series: index, from, to: reached[side] }];
    });
  }).flat();
}

/** Columns of stacked parts, each with its words for the mouse. */
export function columnMarks(
  picture: Picture,
  categories: readonly string[],
  series: readonly Series[],
  colors: readonly string[],
): Markish {
  const half = halfWidth(categories.length);
  return rectY([...stackedParts(series, categories.length)], {
    x1: ({ place }: Part) => place - half,
    x2: ({ place }: Part) => place + half,
    y1: "from",
    y2: "to",
    fill: ({ series: index }: Part) => colors[index],
    stroke: paletteOf(picture).surface,
    strokeWidth: categories.length > MANY ? 0 : 1,
    title: ({ place, series: index, from, to }: Part) =>
      `${categories[place] ?? ""}, ${series[index]?.name ?? ""}: ${compactNumber(to - from, picture.locale)}`,
  });
}

export function stackedColumns(document: Document, picture: StackedColumns): SVGSVGElement {
  const { categories, series, reach = 0 } = picture;
  const { series: palette, text } = paletteOf(picture);
  const colors = series.map((_, index) => palette[index % palette.length] ?? text);
  const legend = series.map(({ name }, index): LegendEntry => ({ name, color: colors[index] ?? text, shape: "square" }));
  const levels = stackedParts(series, categories.length).map(({ to }) => to);
  const { under, over, options } = upright(picture, categoriesAcross(categories), [...levels, reach]);
  return framed(document, picture, { legend, marks: [...under, columnMarks(picture, categories, series, colors), ...over], options });
}
