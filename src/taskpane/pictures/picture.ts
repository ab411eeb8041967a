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

/** A point that stands out: between the categories at `position` 0 (the first) and 1 (the second), such as 0.5. */
export interface Marker {
  readonly label: string;
  /** Markers of different kinds differ in shape, not in colour alone. */
  readonly symbol: MarkerSymbol;
  readonly position: number;
  readonly value: number;
}

export interface Lines extends PictureFrame {
  readonly kind: "lines";
  readonly categories: readonly string[];
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

/** What is there as columns, what is needed as lines, and what happens as markers. */
export interface LinesOverColumns extends PictureFrame {
  readonly kind: "linesOverColumns";
  readonly categories: readonly string[];
  readonly columns: Series;
  readonly lines: readonly Series[];
  readonly markers: readonly Marker[];
}

export type Picture = StackedColumns | Lines | Bridge | LinesOverColumns;
