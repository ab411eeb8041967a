/** References in the text of formulas, apart from the words and names around them. Pure. */

import { columnIndex, columnLetters, SHEETS, unquotedSheet } from "./layout";

/** How a sheet has moved what was written on it. */
export interface Moves {
  /** Where a zero-based row stands now; undefined where it is gone. */
  readonly rowOf: (row: number) => number | undefined;
  /** Where a zero-based column stands now; undefined where it is gone. */
  readonly columnOf: (column: number) => number | undefined;
}

/** The moves of each sheet. */
export type MovesOf = (sheet: string) => Moves;

export const UNMOVED: Moves = { rowOf: (row) => row, columnOf: (column) => column };

const LOST = "#REF!";
const SHEET = "(?:'(?:[^']|'')+'|[\\p{L}_][\\p{L}\\p{N}_.]*)!";
const CELL = "\\$?[A-Z]{1,3}\\$?\\d+";
const AREA = `${CELL}(?::${CELL})?`;
const TEXT = '"(?:[^"]|"")*"';
const COLUMN = "\\w+\\[(?:'.|[^'\\[\\]]|\\[(?:'.|[^'\\[\\]])*\\])*\\]";
/** Text in quotes, columns of tables, what is left of a lost reference, and references to cells. */
const PARTS = new RegExp(
  `(?<text>${TEXT})|(?<column>${COLUMN})|(?<lost>(?:${SHEET})?${LOST}(?:${AREA})?)|(?<![\\p{L}\\p{N}_.$])(?<sheet>${SHEET})?(?<area>${AREA})(?![\\w(.])`,
  "gsu",
);

interface Part {
  readonly text?: string;
  readonly sheet?: string;
  readonly area?: string;
}

/** The formula with each of its parts replaced that is no text in quotes. */
function replaceParts(formula: string, replacement: (whole: string, part: Part) => string): string {
  return formula.replace(PARTS, (whole: string, ...found: unknown[]) => {
    const part = found.at(-1) as Part;
    return part.text === undefined ? replacement(whole, part) : whole;
  });
}

function movedCell(cell: string, { rowOf, columnOf }: Moves): string | undefined {
  const [, fixedColumn = "", letters = "", fixedRow = "", number = ""] = /^(\$?)([A-Z]+)(\$?)(\d+)$/.exec(cell) ?? [];
  const [row, column] = [rowOf(Number(number) - 1), columnOf(columnIndex(letters))];
  return row === undefined || column === undefined ? undefined : `${fixedColumn}${columnLetters(column)}${fixedRow}${String(row + 1)}`;
}

/** A formula of a sheet as it has to be where the rows that it names have moved; a reference to what is gone is an error, as Excel makes it. */
export function movedFormula(formula: string, sheet: string, movesOf: MovesOf): string {
  return replaceParts(formula, (whole, { sheet: prefix, area }) => {
    if (area === undefined) return whole;
    const moves = movesOf(prefix === undefined ? sheet : unquotedSheet(prefix.slice(0, -1)));
    const cells = area.split(":").map((cell) => movedCell(cell, moves));
    return cells.includes(undefined) ? LOST : `${prefix ?? ""}${cells.join(":")}`;
  });
}

/** Names of scenarios and pickers: some hosts put an error in their place while they are defined again. */
const NAME = /(?<![\w.])(?:as|pick)\.\w+(?![\w(.])/gi;

/** What a formula is apart from the cells, columns and names of scenarios that it has: the same before and after these were lost or have moved. */
export function skeleton(formula: string): string {
  return replaceParts(formula, () => "¤")
    .replace(NAME, "¤")
    .replace(/[\s@]/g, "")
    .toLowerCase();
}

/** The sheets of the model that a formula names. */
export function sheetsNamed(formula: string): readonly string[] {
  const named = new Set<string>();
  replaceParts(formula, (whole, { sheet }) => {
    if (sheet !== undefined) named.add(unquotedSheet(sheet.slice(0, -1)));
    return whole;
  });
  return Object.values(SHEETS).filter((sheet) => named.has(sheet));
}
