import { axisX, gridX, rectX, ruleX, text } from "@observablehq/plot";
import type { Markish } from "@observablehq/plot";
import { compactNumber } from "../shell/format";
import { framed, paletteOf } from "./frame";
import type { LegendEntry } from "./head";
import type { Tornado, TornadoRow } from "./picture";
import { fitted, FONT_SIZE_PX } from "./text";

const BOTTOM_PX = 24;
const SIDE_PX = 8;
/** Room for the letter at the end of a bar. */
const LETTER_PX = 16;
/** A row, from its place on: words in the upper part, the bar in the lower. */
const WORDS_AT = -0.24;
const BAR = { from: 0.02, to: 0.42 } as const;

/** The part of a row on one side of the figure as planned. */
interface Part {
  readonly place: number;
  readonly label: string;
  readonly end: "low" | "high";
  readonly figure: number;
}

const ENDS = { low: { letter: "L", name: "L: at the low end" }, high: { letter: "H", name: "H: at the high end" } } as const;

function partsOf({ label, atLow, atHigh }: TornadoRow, place: number): readonly Part[] {
  const low = atLow === null ? [] : [{ place, label, end: "low" as const, figure: atLow }];
  return atHigh === null ? low : [...low, { place, label, end: "high" as const, figure: atHigh }];
}

/** Letters at the ends of the bars, on the side to which a bar goes. */
function letterMarks(parts: readonly Part[], base: number, fill: string): readonly Markish[] {
  const look = {
    x: "figure",
    y: ({ place }: Part) => place + (BAR.from + BAR.to) / 2,
    fill,
    fontSize: FONT_SIZE_PX,
    text: ({ end }: Part) => ENDS[end].letter,
  };
  const rising = parts.filter(({ figure }) => figure > base);
  const falling = parts.filter(({ figure }) => figure < base);
  return [text(rising, { ...look, textAnchor: "start", dx: 3 }), text(falling, { ...look, textAnchor: "end", dx: -3 })];
}

function marksOf(picture: Tornado): readonly Markish[] {
  const { rows, base, locale, widthPx } = picture;
  const palette = paletteOf(picture);
  const parts = rows.flatMap(partsOf);
  const words = rows.map(({ label }, place) => ({ label: fitted(label, widthPx - 2 * SIDE_PX), place: place + WORDS_AT }));
  const ticks = { ticks: 4, tickSize: 0, tickFormat: (value: number) => compactNumber(value, locale) };
  return [
    gridX({ stroke: palette.grid, strokeOpacity: 1, ticks: 4 }),
    axisX({ fill: palette.text, fontSize: FONT_SIZE_PX, label: null, ...ticks }),
    rectX(parts, {
      x1: base,
      x2: "figure",
      y1: ({ place }: Part) => place + BAR.from,
      y2: ({ place }: Part) => place + BAR.to,
      fill: ({ end }: Part) => (end === "low" ? palette.down : palette.up),
      // Where both ends are on one side, the longer bar stays visible behind the shorter.
      fillOpacity: 0.85,
      stroke: palette.surface,
      title: ({ label, end, figure }: Part) => `${label}, ${end} end: ${compactNumber(figure, locale)}`,
    }),
    ruleX([base], { stroke: palette.text, strokeWidth: 1.5 }),
    ...letterMarks(parts, base, palette.text),
    text(words, {
      frameAnchor: "left",
      textAnchor: "start",
      y: "place",
      text: "label",
      fill: palette.text,
      stroke: palette.surface,
      strokeWidth: 4,
      fontSize: FONT_SIZE_PX,
    }),
  ];
}

/** Which assumption moves a figure how far, the largest swing first; the words stand above their bar, where they have the whole width. */
export function tornado(document: Document, picture: Tornado): SVGSVGElement {
  const { rows, base } = picture;
  const palette = paletteOf(picture);
  const figures = [base, ...rows.flatMap(partsOf).map(({ figure }) => figure)];
  const options = {
    marginLeft: SIDE_PX,
    marginRight: SIDE_PX,
    marginBottom: BOTTOM_PX,
    insetLeft: LETTER_PX,
    insetRight: LETTER_PX,
    x: { domain: [Math.min(...figures), Math.max(...figures)] },
    y: { type: "linear" as const, domain: [-0.5, Math.max(1, rows.length) - 0.5], reverse: true, axis: null },
  };
  const legend: readonly LegendEntry[] = [
    { name: ENDS.low.name, color: palette.down, shape: "square" },
    { name: ENDS.high.name, color: palette.up, shape: "square" },
  ];
  return framed(document, picture, { legend, marks: marksOf(picture), options });
}
