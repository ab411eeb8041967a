/** What the pane and the worker that runs functions.js say to each other. */

/** A cell of a result: its value, or the error that Excel would show there with what the function said about it. */
export type ResultCell = string | number | boolean | ResultError;

export interface ResultError {
  readonly error: string;
  readonly message: string;
}

export type ResultRows = readonly (readonly ResultCell[])[];

/** An argument as Excel hands it over: cells of a range, one value, null where it is left out, a list for a repeating one. */
export type Argument = unknown;

export interface Question {
  readonly id: number;
  /** Id of a function, such as SCENARIO.VARIANCE. */
  readonly functionId: string;
  readonly args: readonly Argument[];
}

export interface Answer {
  readonly id: number;
  readonly rows: ResultRows;
}

/** What a cell of a result shows when it is read as a word: an error by its code. */
export function wordOf(cell: ResultCell | undefined): string {
  return isResultError(cell) ? cell.error : String(cell ?? "");
}

/** Whether a cell of a result is an error. */
export function isResultError(cell: ResultCell | undefined): cell is ResultError {
  return typeof cell === "object";
}
