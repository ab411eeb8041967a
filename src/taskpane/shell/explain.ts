/** What an error in a cell means, in plain words. */

/** Messages of the custom functions by cell (Sheet!A1): Excel shows them to no one but the function knows them. */
export type Messages = ReadonlyMap<string, string>;

export interface Explanation {
  readonly address: string;
  readonly error: string;
  readonly words: string;
}

const MEANINGS: Readonly<Record<string, string>> = {
  "#NAME?":
    "The formula names a function, table or name that this workbook does not have. If it is a TCO function, the add-in's functions are not loaded.",
  "#SPILL!": "The result needs more cells than are free. Clear the cells below and to the right of the formula.",
  "#REF!": "The formula refers to cells, a column or a table that have been deleted.",
  "#DIV/0!": "The formula divides by zero or by an empty cell.",
  "#N/A": "There is no answer to give, or a cell that the formula uses shows #N/A.",
  "#VALUE!": "A cell in the formula has an error or a value of the wrong type.",
  "#NUM!": "A number is too large, too small or outside what the function allows.",
  "#NULL!": "Two ranges that should cross do not.",
  "#CALC!": "The calculation has no result, such as an empty list.",
  "#BUSY!": "The cell is still being calculated.",
};

/** Whether a cell's value is an error. */
export function isError(value: unknown): value is string {
  return typeof value === "string" && value in MEANINGS;
}

/** An address without quotes and dollar signs, so that addresses from different sources meet. */
export function plainAddress(address: string): string {
  return address.replace(/[$']/g, "").toUpperCase();
}

/** The message that a function left for a cell. */
export function messageAt(address: string, messages: Messages): string | undefined {
  const wanted = plainAddress(address);
  for (const [cell, message] of messages) if (plainAddress(cell) === wanted) return message;
  return undefined;
}

/** Explains a cell that shows an error: what its function said, else what such an error means; undefined for any other cell. */
export function explain(address: string, value: unknown, messages: Messages): Explanation | undefined {
  if (!isError(value)) return undefined;
  return { address, error: value, words: messageAt(address, messages) ?? MEANINGS[value] ?? "" };
}
