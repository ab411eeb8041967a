/** Colors of charts, in Excel and in the pane's own pictures. A test holds them apart for every common kind of color blindness and from their background. */

import type { CostGroup } from "../../engine/analysis/answer/groups";

export interface Palette {
  readonly surface: string;
  readonly text: string;
  readonly quiet: string;
  readonly grid: string;
  /** The three architectures, which have these colors everywhere. */
  readonly architectures: Readonly<Record<"vertical" | "horizontal" | "hybrid", string>>;
  /** Series in their order; neighbors in a stack differ in lightness too. */
  readonly series: readonly string[];
  /** A cost that rises, one that falls, and a total. */
  readonly up: string;
  readonly down: string;
  readonly total: string;
  /** What there is, and the line of what is needed over it. */
  readonly capacity: string;
  readonly need: string;
  /** What stands out of a series: an event, a break-even. */
  readonly marker: string;
}

/** On white, as Excel's charts are. */
export const LIGHT_PALETTE: Palette = {
  surface: "#FFFFFF",
  text: "#242424",
  quiet: "#595959",
  grid: "#D9D9D9",
  architectures: { vertical: "#1F3B73", horizontal: "#C96A00", hybrid: "#8C6BB1" },
  series: ["#202654", "#0797E7", "#573ABA", "#C3818A", "#634514", "#35881A", "#431D08", "#955885"],
  up: "#A5490F",
  down: "#1596F8",
  total: "#202654",
  capacity: "#8A94A6",
  need: "#202654",
  marker: "#B10E1C",
};

export const DARK_PALETTE: Palette = {
  surface: "#1F1F1F",
  text: "#F0F0F0",
  quiet: "#B8B8B8",
  grid: "#4D4D4D",
  architectures: { vertical: "#6C81EA", horizontal: "#FCB84A", hybrid: "#D8C3EF" },
  series: ["#3D81FB", "#74D2FE", "#73609D", "#CBF3C3", "#B7462E", "#F3C60B", "#EB7932", "#B18BAC"],
  up: "#EB7932",
  down: "#74D2FE",
  total: "#6F7B8F",
  capacity: "#6F7B8F",
  need: "#FFFFFF",
  marker: "#FF99A4",
};

/** Groups of costs in stacked columns: greys, never the color of an architecture; neighbors differ in lightness. */
export const GROUP_COLORS: Readonly<Record<CostGroup, string>> = {
  People: "#2A2D30",
  "Servers and cloud": "#4F545B",
  Licenses: "#6F7680",
  Projects: "#9399A1",
  Other: "#BFC3C7",
  Acquisitions: "#F3F3F4",
};
