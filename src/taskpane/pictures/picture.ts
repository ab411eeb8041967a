/** What a picture is to show, as data. The pane and the workbench draw the same pictures from it; in Excel a native chart stands in their place. */

interface PictureFrame {
  readonly title: string;
  /** What the picture says, in words: its name for who cannot see it. */
  readonly caption: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly isDark: boolean;
  readonly locale: string;
  /** Unit of the values, such as USD. */
  readonly unit: string;
}

export interface Series {
  readonly name: string;
  /** One per category; null is a gap. */
  readonly values: readonly (number | null)[];
}

/** A column per category, its parts on top of each other; what is negative stands below zero. */
export interface StackedColumns extends PictureFrame {
  readonly kind: "stackedColumns";
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  /** What the axis reaches at least, so that two pictures can be compared. */
  readonly reach?: number;
}

export type MarkerSymbol = "circle" | "diamond" | "triangle";

/** A point that stands out. */
export interface Marker {
  readonly label: string;
  /** Markers of different kinds differ in shape, not in color alone. */
  readonly symbol: MarkerSymbol;
  readonly x: number;
  readonly value: number;
}

/** Lines over a horizontal axis of numbers, such as years from the start. */
export interface Lines extends PictureFrame {
  readonly kind: "lines";
  readonly xs: readonly number[];
  readonly xTitle: string;
  /** A value for each x. */
  readonly series: readonly Series[];
  readonly markers: readonly Marker[];
  /** Both axes begin where the lines do, not at zero: for lines that are near each other. */
  readonly isZoomed?: boolean;
  /** The horizontal axis is in per cent. */
  readonly isShare?: boolean;
}

/** One step of a bridge: totals stand on zero, changes on the level that the steps before them have reached. */
export interface BridgeStep {
  readonly label: string;
  readonly base: number;
  readonly up: number;
  readonly down: number;
  readonly total: number;
}

export interface Bridge extends PictureFrame {
  readonly kind: "bridge";
  readonly steps: readonly BridgeStep[];
}

/** What is there as columns, what is needed as lines over them. */
export interface LinesOverColumns extends PictureFrame {
  readonly kind: "linesOverColumns";
  readonly categories: readonly string[];
  readonly columns: Series;
  /** What there is in the categories in which something happens, instead of `columns`: each kind has a color, and a symbol on top. */
  readonly events: readonly Series[];
  readonly lines: readonly Series[];
}

/** What one assumption does to a figure: the figure at its low and at its high end. */
export interface TornadoRow {
  readonly label: string;
  readonly atLow: number | null;
  readonly atHigh: number | null;
}

/** A row per assumption, from the figure at its low end to that at its high end, around the figure as planned. */
export interface Tornado extends PictureFrame {
  readonly kind: "tornado";
  readonly base: number;
  readonly rows: readonly TornadoRow[];
}

/** What lies between two percentiles as a band, with the median as a line. */
export interface Fan extends PictureFrame {
  readonly kind: "fan";
  readonly categories: readonly string[];
  readonly low: Series;
  readonly middle: Series;
  readonly high: Series;
}

/** A value that is marked on the axis. */
export interface MarkedValue {
  readonly name: string;
  readonly value: number;
}

/** How many there are from each value up to the next. */
export interface Histogram extends PictureFrame {
  readonly kind: "histogram";
  readonly bins: readonly { readonly from: number; readonly to: number; readonly count: number }[];
  readonly marked: readonly MarkedValue[];
  /** What the values are, such as present value in USD. */
  readonly xTitle: string;
}

/** An axis of a map: its values are in equal steps. */
export interface MapAxisLabels {
  readonly title: string;
  readonly labels: readonly string[];
  /** Where the plan itself stands, counted in steps from the first value; null where that is outside. */
  readonly present: number | null;
}

/** A cell per pair of values, with the letter of what it belongs to: color is never all that tells. */
export interface DecisionMap extends PictureFrame {
  readonly kind: "map";
  readonly across: MapAxisLabels;
  readonly down: MapAxisLabels;
  readonly groups: readonly { readonly letter: string; readonly name: string }[];
  /** Index of the group of each cell, a row per value down; null where there is none. */
  readonly cells: readonly (readonly (number | null)[])[];
}

export type Picture = StackedColumns | Lines | Bridge | LinesOverColumns | Tornado | Fan | Histogram | DecisionMap;
