import { axisX, axisY, gridY, plot, ruleY } from "@observablehq/plot";
import type { Markish, PlotOptions } from "@observablehq/plot";
import { DARK_PALETTE, LIGHT_PALETTE } from "../../workbook/sheets/palette";
import type { Palette } from "../../workbook/sheets/palette";
import { compactNumber } from "../shell/format";
import { drawHead, headOf } from "./head";
import type { LegendEntry } from "./head";
import type { Picture } from "./picture";
import { fitted, fittingTicks, FONT_SIZE_PX, labelledPlaces, textWidthPx } from "./text";

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
const TITLE_PX = 12;
const VALUE_TICKS = 5;

/** Room left of the plot for the labels of the value axis. */
function leftPx(values: readonly number[], locale: string): number {
  return Math.max(0, ...values.map((value) => textWidthPx(compactNumber(value, locale)))) + 16;
}

/** A horizontal axis with its domain and labels. */
export interface Across {
  readonly domain: readonly [number, number];
  /** Labelled places for so much room; the library's own where they are left out. */
  readonly ticks?: (widthPx: number) => readonly number[];
  readonly label: (place: number) => string;
  readonly title: string;
}

/** Categories side by side: category 0 at place 0, each one wide. */
export function categoriesAcross(categories: readonly string[]): Across {
  return {
    domain: [-0.5, Math.max(1, categories.length) - 0.5],
    ticks: (widthPx) => labelledPlaces(categories, widthPx),
    label: (place) => categories[place] ?? "",
    title: "",
  };
}

/** Marks below and above those of a picture whose values rise, with the options of its axes. */
export interface Upright {
  readonly under: readonly Markish[];
  readonly over: readonly Markish[];
  readonly options: PlotOptions;
}

/** Room above and below values that do not begin at zero, as a share of their span. */
const MARGIN_SHARE = 0.08;

/** From the least to the largest value with room around, or from zero. */
function domainOf(values: readonly number[], isZoomed: boolean): [number, number] {
  const [least, largest] = [Math.min(...values), Math.max(...values)];
  if (!isZoomed || !(largest > least)) return [Math.min(0, least), Math.max(0, largest)];
  const margin = MARGIN_SHARE * (largest - least);
  return [least - margin, largest + margin];
}

/** Axes, grid and zero line of a picture whose values rise; zoomed in, they need not begin at zero. */
export function upright(picture: Picture, across: Across, values: readonly number[], isZoomed = false): Upright {
  const { widthPx, locale } = picture;
  const palette = paletteOf(picture);
  const marginLeft = leftPx(values, locale);
  const text = { fill: palette.text, fontSize: FONT_SIZE_PX, label: null, stroke: palette.quiet };
  const plotPx = widthPx - marginLeft - RIGHT_PX;
  const ticks = across.ticks?.(plotPx);
  const titlePx = across.title === "" ? 0 : TITLE_PX;
  return {
    under: [
      gridY({ stroke: palette.grid, strokeOpacity: 1, ticks: VALUE_TICKS }),
      axisY({ ...text, ticks: VALUE_TICKS, tickSize: 0, tickFormat: (value: number) => compactNumber(value, locale) }),
      axisX({
        ...text,
        ticks: ticks ? [...ticks] : fittingTicks(across.domain.map(across.label), plotPx, VALUE_TICKS),
        tickSize: 3,
        tickFormat: across.label,
        ...(across.title === ""
          ? {}
          : {
              label: fitted(across.title, plotPx + 2 * RIGHT_PX),
              labelAnchor: "center" as const,
              labelArrow: "none" as const,
              labelOffset: 32,
            }),
      }),
    ],
    over: isZoomed ? [] : [ruleY([0], { stroke: palette.quiet })],
    options: {
      marginLeft,
      marginRight: RIGHT_PX,
      marginBottom: BOTTOM_PX + titlePx,
      x: { type: "linear", domain: [...across.domain] },
      y: { domain: domainOf(values, isZoomed), nice: isZoomed ? false : VALUE_TICKS },
    },
  };
}

/** A mark's fill and stroke are colors themselves, not values on a scale. */
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
  // A group has no role that could bear a name: the picture is one image, and its name says it all.
  for (const group of drawn.querySelectorAll("g[aria-label]")) {
    group.setAttribute("data-mark", group.getAttribute("aria-label") ?? "");
    group.removeAttribute("aria-label");
  }
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", `${picture.title}. ${picture.caption}`);
  drawn.setAttribute("font-size", String(FONT_SIZE_PX));
  drawn.setAttribute("fill", palette.text);
  drawHead(document, drawn, picture, head, palette);
  return drawn;
}
