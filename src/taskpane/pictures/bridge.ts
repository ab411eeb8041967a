import { axisX, gridX, rectX, ruleX, text } from "@observablehq/plot";
import type { Markish } from "@observablehq/plot";
import { compactNumber } from "../shell/format";
import { framed, paletteOf } from "./frame";
import type { LegendEntry } from "./head";
import type { Bridge, BridgeStep } from "./picture";
import { fitted, fittingTicks, FONT_SIZE_PX, textWidthPx } from "./text";

const HALF_HEIGHT = 0.36;
/** From the end of a bar to its value, and from there to the edge. */
const VALUE_GAP_PX = 5;
const EDGE_PX = 4;
const TICKS = 4;
const BOTTOM_PX = 24;
/** Share of the width that the words left of the bars may take. */
const LABEL_SHARE = 0.32;
const LABEL_GAP_PX = 14;

interface Bar extends BridgeStep {
  readonly place: number;
}

function endOf({ base, up, down, total }: BridgeStep): number {
  return total !== 0 ? total : base + up + down;
}

/** A change with its sign, so that color is not all that tells up from down. */
function valueText({ up, down, total }: BridgeStep, locale: string): string {
  if (total !== 0) return compactNumber(total, locale);
  if (up === 0 && down === 0) return compactNumber(0, locale);
  return `${up > 0 ? "+" : "−"}${compactNumber(up + down, locale)}`;
}

const LEGEND = [
  ["Rises", "up"],
  ["Falls", "down"],
  ["Total", "total"],
] as const;

/** Bars on the grid, each with its words at its left and its value at its right end. */
function barMarks(picture: Bridge, bars: readonly Bar[], labelPx: number, plotPx: number): readonly Markish[] {
  const palette = paletteOf(picture);
  const { locale } = picture;
  const tickFormat = (value: number): string => compactNumber(value, locale);
  // The bars have their values beside them: an axis whose labels would overlap can do without.
  const count = fittingTicks(
    bars.map((bar) => tickFormat(Math.round(endOf(bar)))),
    plotPx,
    TICKS,
  );
  const ticks = { ticks: count === 0 ? [] : count, tickSize: 0, tickFormat };
  const words = { fill: palette.text, fontSize: FONT_SIZE_PX, y: "place" };
  return [
    gridX({ stroke: palette.grid, strokeOpacity: 1, ticks: TICKS }),
    axisX({ fill: palette.text, fontSize: FONT_SIZE_PX, label: null, ...ticks }),
    rectX([...bars], {
      x1: "base",
      x2: endOf,
      y1: ({ place }: Bar) => place - HALF_HEIGHT,
      y2: ({ place }: Bar) => place + HALF_HEIGHT,
      fill: ({ total, up }: Bar) => palette[total !== 0 ? "total" : up > 0 ? "up" : "down"],
      title: (bar: Bar) => `${bar.label}: ${valueText(bar, locale)}`,
    }),
    ruleX([0], { stroke: palette.quiet }),
    text([...bars], { ...words, frameAnchor: "left", textAnchor: "end", dx: -8, text: ({ label }: Bar) => fitted(label, labelPx) }),
    text([...bars], { ...words, x: endOf, textAnchor: "start", dx: VALUE_GAP_PX, text: (bar: Bar) => valueText(bar, locale) }),
  ];
}

/** From one total to another, a row per step: words stand beside their bars, which a narrow pane could not do below columns. */
export function bridge(document: Document, picture: Bridge): SVGSVGElement {
  const { steps, widthPx, locale } = picture;
  const palette = paletteOf(picture);
  const bars: Bar[] = steps.map((step, place) => ({ ...step, place }));
  const labelPx = Math.min(widthPx * LABEL_SHARE, Math.max(0, ...bars.map(({ label }) => textWidthPx(label))));
  const valuePx = Math.max(0, ...bars.map((bar) => textWidthPx(valueText(bar, locale))));
  const [marginLeft, marginRight] = [labelPx + LABEL_GAP_PX, VALUE_GAP_PX + valuePx + EDGE_PX];
  const options = {
    marginLeft,
    marginRight,
    marginBottom: BOTTOM_PX,
    x: { domain: [Math.min(0, ...bars.map(({ base }) => base)), Math.max(0, ...bars.map(endOf))] },
    y: { type: "linear" as const, domain: [-0.5, steps.length - 0.5], reverse: true, axis: null },
  };
  const legend = LEGEND.map(([name, key]): LegendEntry => ({ name, color: palette[key], shape: "square" }));
  return framed(document, picture, { legend, marks: barMarks(picture, bars, labelPx, widthPx - marginLeft - marginRight), options });
}
