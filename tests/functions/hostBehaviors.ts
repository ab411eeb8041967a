/** How Excel hands over the cells of a range, as changes of a range and what may come of them; they are tried with every function that takes one. */

import { parseKey } from "../../src/engine/catalogue/keys";
import { dateOfText, serialOf } from "../../src/engine/timeline";

export type Cells = readonly (readonly unknown[])[];

/** What a range holds: keys and values, a table with headers, or a series of numbers. */
export type RangeKind = "keys" | "table" | "numbers" | "other";

const isKey = (cell: unknown): boolean => typeof cell === "string" && parseKey(cell) !== undefined;
const isHeader = (cell: unknown): boolean => typeof cell === "string" && Number.isNaN(Number(cell));

export function kindOf(cells: Cells): RangeKind {
  const [first = [], ...others] = cells;
  if (cells.every((row) => row.every((cell) => typeof cell === "number"))) return "numbers";
  if (first.length === 1) return "other";
  if ((first[0] === "Key" || isKey(first[0])) && others.every(([key]) => isKey(key))) return "keys";
  return others.length > 0 && first.every(isHeader) ? "table" : "other";
}

const mapped = (cells: Cells, change: (cell: unknown, row: number, column: number) => unknown): Cells =>
  cells.map((row, r) => row.map((cell, c) => change(cell, r, c)));

const rowOf = (cells: Cells, cell: unknown): readonly unknown[] => (cells[0] ?? []).map(() => cell);

const basicType = (cell: unknown): string => (typeof cell === "number" ? "Double" : typeof cell === "boolean" ? "Boolean" : "String");

/** A change of a range after which the answer is the same; undefined where a range of the kind cannot have it. */
export type SameChange = (cells: Cells, kind: RangeKind) => Cells | undefined;

const words = (change: (word: string) => string): SameChange => {
  return (cells, kind) => {
    if (kind === "keys") return mapped(cells, (cell, _, column) => (column === 0 ? change(String(cell)) : cell));
    return kind === "table" ? mapped(cells, (cell, row) => (row === 0 ? change(String(cell)) : cell)) : undefined;
  };
};

const below = (row: (cells: Cells) => readonly unknown[]): SameChange => {
  return (cells, kind) => (kind === "keys" || kind === "table" ? [...cells, row(cells)] : undefined);
};

/** A totals row by its label and by its sums. */
function totalsOf(cells: Cells): readonly unknown[] {
  return rowOf(cells, 0).map((_, column) => {
    if (column === 0) return "Total";
    return cells.slice(1).reduce((sum: number, row) => sum + (typeof row[column] === "number" ? row[column] : 0), 0);
  });
}

export const SAME: readonly (readonly [what: string, change: SameChange])[] = [
  [
    "formatted numbers",
    (cells) =>
      mapped(cells, (cell) =>
        typeof cell === "number" ? { type: "FormattedNumber", basicType: "Double", basicValue: cell, numberFormat: "0.0" } : cell,
      ),
  ],
  ["entities", (cells) => mapped(cells, (cell) => ({ type: "Entity", text: "x", basicType: basicType(cell), basicValue: cell }))],
  ["dates as serial numbers", (cells, kind) => (kind === "other" ? undefined : mapped(cells, serialIn))],
  ["words in capitals", words((word) => word.toUpperCase())],
  ["words with a zero-width space", words((word) => `${word.slice(0, 2)}\u200b${word.slice(2)}`)],
  ["words with a byte order mark", words((word) => `\ufeff${word}`)],
  ["words between spaces that do not break", words((word) => `\u00a0${word}\u202f`)],
  ["a blank row as zeros", below((cells) => rowOf(cells, 0))],
  ["a blank row as text", below((cells) => rowOf(cells, ""))],
  ["a blank row as null", below((cells) => rowOf(cells, null))],
  [
    "a totals row",
    (cells, kind) =>
      kind === "table" ? [...cells, totalsOf(cells)] : kind === "keys" ? [...cells, ["Total", ...rowOf(cells, 0).slice(1)]] : undefined,
  ],
];

/** A date as the serial number of its cell; anything else as it is. */
export function serialIn(cell: unknown): unknown {
  const date = typeof cell === "string" ? dateOfText(cell) : undefined;
  return date ? serialOf(date) : cell;
}

/** What a cell may be instead: the answer is a value, or an error in words. */
export const CELLS: readonly (readonly [what: string, cell: unknown])[] = [
  ["a blank cell as 0", 0],
  ["a blank cell as text", ""],
  ["a blank cell as null", null],
  ["an error", { type: "Error", basicType: "Error", basicValue: "#DIV/0!" }],
  ["an error while Excel calculates", { type: "Error", basicType: "Error", basicValue: "#BUSY!" }],
  ["a truth value", true],
  ["text", "n/a"],
  ["an amount as text", "$1,234.50"],
  ["a year for a date", 2027],
  ["a date of 1904", 44926],
  ["a number with the noise of arithmetic", 0.1 * 3 * 10],
  ["signs that nobody sees", "\u200b\u00a0"],
  ["a picture", { type: "WebImage", address: "https://example.org/x.png" }],
];
