import type { CellContent } from "../plan";

/** What is typed into a cell of a range, at its place in the range. */
export interface CellWrite {
  readonly row: number;
  readonly column: number;
  readonly content: CellContent;
}

const isBelow = (cell: CellWrite | undefined, other: CellWrite | undefined): boolean =>
  cell !== undefined && other !== undefined && cell.column === other.column && cell.row === other.row + 1;

/** Cells that are below each other without a gap, from the top. */
function runsOf(cells: readonly CellWrite[]): readonly (readonly CellWrite[])[] {
  const sorted = [...cells].sort((one, other) => one.column - other.column || one.row - other.row);
  const starts = sorted.flatMap((cell, at) => (isBelow(cell, sorted[at - 1]) ? [] : [at]));
  return starts.map((start, at) => sorted.slice(start, starts[at + 1]));
}

/** Writes cells of a range, those below each other at once: a host takes about as long for one cell as for a column of them. */
export function writeRuns(range: Excel.Range, cells: readonly CellWrite[]): void {
  for (const run of runsOf(cells)) {
    const [{ row, column } = { row: 0, column: 0 }] = run;
    range.getCell(row, column).getResizedRange(run.length - 1, 0).values = run.map(({ content }) => [content]);
  }
}
