import { axisX, axisY, gridY, plot, ruleY } from "@observablehq/plot";
import type { Markish, PlotOptions } from "@observablehq/plot";
import { DARK_PALETTE, LIGHT_PALETTE } from "../../workbook/palette";
import type { Palette } from "../../workbook/palette";
import { compactNumber } from "../format";
import { drawHead, headOf } from "./head";
import type { LegendEntry } from "./head";
import type { Picture } from "./picture";
import { FONT_SIZE_PX, labelledPlaces, textWidthPx } from "./text";

/** What a kind of picture adds to the frame that all have. */
export interface Drawing {
  readonly legend: readonly LegendEntry[];
  readonly marks: readonly Markish[];
  readonly options: PlotOptions;
}

export function paletteOf({ isDark }: Picture): Palette {
  return isDark ? DARK_PALETTE : LIGHT_PALETTE;
}

const RIGHT_PX = 16;
const BOTTOM_PX = 26;
const VALUE_TICKS = 5;

/** Room left of the plot for the labels of the value axis. */
function leftPx(values: readonly number[], locale: string): number {
  return Math.max(...values.map((value) => textWidthPx(compactNumber(value, locale)))) + 16;
}

/** Where a picture's categories run along the bottom: category 0 at place 0, each one wide; markers may stand between them. */
export interface Upright {
  readonly under: readonly Markish[];
  readonly over: readonly Markish[];
  readonly options: PlotOptions;
}

/** Axes, grid and zero line of a picture whose categories run along the bottom and whose values rise. */
export function upright(picture: Picture, categories: readonly string[], values: readonly number[]): Upright {
  const { widthPx, locale } = picture;
  const palette = paletteOf(picture);
  const marginLeft = leftPx(values, locale);
  const text = { fill: palette.text, fontSize: FONT_SIZE_PX, label: null, stroke: palette.quiet };
  return {
    under: [
      gridY({ stroke: palette.grid, strokeOpacity: 1, ticks: VALUE_TICKS }),
      axisY({ ...text, ticks: VALUE_TICKS, tickSize: 0, tickFormat: (value: number) => compactNumber(value, locale) }),
      axisX({
        ...text,
        ticks: [...labelledPlaces(categories, widthPx - marginLeft - RIGHT_PX)],
        tickSize: 3,
        tickFormat: (place: number) => categories[place] ?? "",
      }),
    ],
    over: [ruleY([0], { stroke: palette.quiet })],
    options: {
      marginLeft,
      marginRight: RIGHT_PX,
      marginBottom: BOTTOM_PX,
      x: { type: "linear", domain: [-0.5, categories.length - 0.5] },
      y: { domain: [Math.min(0, ...values), Math.max(0, ...values)], nice: VALUE_TICKS },
    },
  };
}

/** A mark's fill and stroke are colours themselves, not values on a scale. */
const COLORS_AS_GIVEN: PlotOptions = { color: { type: "identity" } };
/** The picture as it is drawn, as one image with a name. The page's policy allows no inline style: the library's own is taken out. */
export function framed(document: Document, picture: Picture, { legend, marks, options }: Drawing): SVGSVGElement {
  const palette = paletteOf(picture);
  const head = headOf(picture, legend);
  const { widthPx: width, heightPx: height } = picture;
  const drawn = plot({
    document,
    width,
    height,
    marginTop: head.heightPx,
    ...COLORS_AS_GIVEN,
    ...options,
    marks: [...marks],
  }) as unknown as SVGSVGElement;
  for (const style of drawn.querySelectorAll("style")) style.remove();
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", `${picture.title}. ${picture.caption}`);
  drawn.setAttribute("font-size", String(FONT_SIZE_PX));
  drawn.setAttribute("fill", palette.text);
  drawHead(document, drawn, picture, head, palette);
  return drawn;
}
