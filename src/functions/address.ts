const CELL = /^(.*!)?\$?([A-Z]+)\$?(\d+)$/i;

function columnNumber(letters: string): number {
  return Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function columnLetters(column: number): string {
  const before = Math.floor((column - 1) / 26);
  return (before > 0 ? columnLetters(before) : "") + String.fromCharCode(65 + ((column - 1) % 26));
}

/** The address of a cell some rows down and columns to the right of another, both as Excel gives them (Sheet!A1). */
export function movedAddress(address: string, rows: number, columns: number): string {
  const [, sheet = "", letters, row] = CELL.exec(address) ?? [];
  if (letters === undefined || row === undefined) return address;
  return `${sheet}${columnLetters(columnNumber(letters) + columns)}${Number(row) + rows}`;
}
