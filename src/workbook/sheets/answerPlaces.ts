/** Where the answer's figures stand on the sheet Chart data, as parts of formulas of other sheets. Pure. */

import { FIGURE_IDS } from "../../engine/analysis/answer/figureList";
import { ANSWER_LABELS } from "../answerLines";
import type { AnswerLine } from "../answerLines";
import { fixedAddress, quotedSheet, SHEETS } from "../layout";

/** Row of the headers of all blocks. */
export const ANSWER_ROW = 4;

/** Rows of DRIVERS and DECISIONS below their headers. */
export const MOST_DRIVERS = 5;
export const DECISION_ROWS = 4;

/** First column of each block, and how many it has: between them is one blank column. */
export const ANSWER_BLOCKS = {
  figures: { column: 0, columns: 2 },
  answer: { column: 3, columns: 2 },
  drivers: { column: 6, columns: 8 },
  decisions: { column: 15, columns: 4 },
  groups: { column: 20, columns: 4 },
  gap: { column: 25, columns: 4 },
} as const;

/** The cells that `ANSWER_NAME` names: the date by which decisions are judged, the scenario, and the lines. */
export const ANSWER_CELLS = `=${quotedSheet(SHEETS.chartData)}!${fixedAddress(ANSWER_ROW - 1, ANSWER_BLOCKS.answer.column + 1)}:${fixedAddress(
  ANSWER_ROW + Object.keys(ANSWER_LABELS).length,
  ANSWER_BLOCKS.answer.column + 1,
)}`;

/** A cell of a spilled block by its row and column from the corner: named by the whole block, so that it is calculated after the block's formula. */
function cellOf(column: number, firstRow: number, rows: number, columns: number, row: number, at: number): string {
  const block = `${quotedSheet(SHEETS.chartData)}!${fixedAddress(firstRow, column)}:${fixedAddress(firstRow + rows - 1, column + columns - 1)}`;
  return `INDEX(${block},${String(row)},${String(at)})`;
}

/** A figure of the scenario that the second picker of Compare chooses. */
export function answerFigure(id: string): string {
  const { column } = ANSWER_BLOCKS.figures;
  return cellOf(column + 1, ANSWER_ROW + 1, FIGURE_IDS.length, 1, FIGURE_IDS.indexOf(id) + 1, 1);
}

/** A line of its answer. */
export function answerLine(line: AnswerLine): string {
  const lines = Object.keys(ANSWER_LABELS);
  return cellOf(ANSWER_BLOCKS.answer.column + 1, ANSWER_ROW + 1, lines.length, 1, lines.indexOf(line) + 1, 1);
}

/** A cell of its drivers, by row and column from 1; row 0 is the header. */
export function driverCell(row: number, at: number): string {
  const { column, columns } = ANSWER_BLOCKS.drivers;
  return cellOf(column, ANSWER_ROW, MOST_DRIVERS + 1, columns, row + 1, at);
}

/** A cell of its decisions, by row and column from 1; row 0 is the header. */
export function decisionCell(row: number, at: number): string {
  const { column, columns } = ANSWER_BLOCKS.decisions;
  return cellOf(column, ANSWER_ROW, DECISION_ROWS + 1, columns, row + 1, at);
}
