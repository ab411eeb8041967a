import type { Grid } from "./grid/grid";

/** A function that functions.js has associated with an id of functions.json. */
export type CustomFunction = (...args: unknown[]) => unknown;

/** A ribbon command that the pane's code has associated with its name in the manifest. */
export type Action = (event: { completed(): void }) => unknown;

/** What the frame of the pane offers the page around it: one realm for functions and pane, as in Excel's shared runtime. */
export interface Pane {
  readonly functions: ReadonlyMap<string, CustomFunction>;
  readonly actions: ReadonlyMap<string, Action>;
  /** Resolves when Office.onReady has told the pane's code so; until then Excel runs no command. */
  readonly ready: Promise<void>;
}

/** What the page offers the frame of the pane. */
export interface Host {
  /** The grid, once the pane's functions calculate in it. */
  readonly grid: Promise<Grid>;
  /** Called once functions.js and taskpane.js have run. */
  connect(pane: Pane): void;
  setPaneVisible(isVisible: boolean): void;
}

declare global {
  interface Window {
    workbenchHost?: Host;
  }
}
