/** Addresses in A1 notation, as Excel writes and reads them. */

interface Rectangle {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

// The extent of a sheet in Excel, no conversion.
// eslint-disable-next-line local/unit-literals
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 2 ** 14;

/** Letters of a column counted from zero. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest === 0 ? "" : columnLetters(rest - 1)) + String.fromCharCode(65 + (column % 26));
}

function columnIndex(letters: string): number {
  return Array.from(letters.toUpperCase()).reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Words that Excel would read as a cell, in either of its notations, or as a truth value. */
const MISTAKABLE = /^([a-z]{1,3}\d+|r\d*(c\d*)?|c\d*|true|false)$/i;

/** A sheet's name as a formula writes it: in quotes where it is not a plain word. */
export function quoteSheet(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !MISTAKABLE.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

/** The address of an area, with its sheet where one is given. */
export function toA1(area: Rectangle, sheet?: string): string {
  const prefix = sheet === undefined ? "" : `${quoteSheet(sheet)}!`;
  const first = `${columnLetters(area.column)}${area.row + 1}`;
  const last = `${columnLetters(area.column + area.columnCount - 1)}${area.row + area.rowCount}`;
  if (area.rowCount >= MAX_ROWS) return `${prefix}${columnLetters(area.column)}:${columnLetters(area.column + area.columnCount - 1)}`;
  if (area.columnCount >= MAX_COLUMNS) return `${prefix}${area.row + 1}:${area.row + area.rowCount}`;
  return prefix + (first === last ? first : `${first}:${last}`);
}

/** Sheet (undefined where none is written) and text of the cells of an address. */
export function splitAddress(address: string): { readonly sheet: string | undefined; readonly cells: string } {
  const bang = address.lastIndexOf("!");
  if (bang < 0) return { sheet: undefined, cells: address };
  const sheet = address.slice(0, bang).replace(/^=/, "");
  const unquoted = sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
  return { sheet: unquoted, cells: address.slice(bang + 1) };
}

interface Corner {
  readonly row: number | undefined;
  readonly column: number | undefined;
}

function corner(text: string): Corner | undefined {
  const match = /^\$?([A-Za-z]{1,3})?\$?(\d{1,7})?$/.exec(text.trim());
  if (match === null || (match[1] === undefined && match[2] === undefined)) return undefined;
  return {
    column: match[1] === undefined ? undefined : columnIndex(match[1]),
    row: match[2] === undefined ? undefined : Number(match[2]) - 1,
  };
}

function span(from: number | undefined, to: number | undefined, whole: number) {
  if (from === undefined || to === undefined) return { start: 0, count: whole };
  return { start: Math.min(from, to), count: Math.abs(to - from) + 1 };
}

/** The rectangle of an address without its sheet; whole rows and columns have Excel's full extent. Undefined where the text is no address. */
export function fromA1(cells: string): Rectangle | undefined {
  const [left = "", right = left, ...more] = cells.split(":");
  const [from, to] = [corner(left), corner(right)];
  if (from === undefined || to === undefined || more.length > 0) return undefined;
  const isSingle = left === right && !cells.includes(":");
  if (isSingle && (from.row === undefined || from.column === undefined)) return undefined;
  const rows = span(from.row, to.row, MAX_ROWS);
  const columns = span(from.column, to.column, MAX_COLUMNS);
  return { row: rows.start, column: columns.start, rowCount: rows.count, columnCount: columns.count };
}
