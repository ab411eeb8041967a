/** How text is written into a cell, so that it stays text. Nothing else in the product puts an apostrophe in front of what a person wrote. Pure. */

import type { CellContent, CellValue } from "./plan";

/** Text in which a spreadsheet might see a number, a date or a truth value. */
const MISTAKABLE = /\d|^(true|false)$/i;

/** What a spreadsheet reads as a formula, or as a sign that the rest is text. */
const SIGN = /^[=+\-@\t\r']/;

/** A label with words of the add-in's own in it, which are no number or date: only a sign in front could make it a formula. */
export function typedLabel(text: string): string {
  return SIGN.test(text) ? `'${text}` : text;
}

/** What is typed into a cell for a value: text never becomes a formula, nor a date or number that it resembles. */
export function typedCell(value: CellValue): CellContent {
  if (typeof value !== "string" || value === "") return value;
  return MISTAKABLE.test(value) ? `'${value}` : typedLabel(value);
}
