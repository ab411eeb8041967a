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
}

export type MarkerSymbol = "circle" | "diamond" | "triangle";

/** A point that stands out. */
export interface Marker {
  readonly label: string;
  /** Markers of different kinds differ in shape, not in colour alone. */
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
  /** What there is in the categories in which something happens, instead of `columns`: each kind has a colour, and a symbol on top. */
  readonly events: readonly Series[];
  readonly lines: readonly Series[];
}

export type Picture = StackedColumns | Lines | Bridge | LinesOverColumns;
