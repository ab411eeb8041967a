/** The answer as the workbook shows it. */

import { cellOfName } from "./layout";
import type { CellValue, NamePlan } from "./plan";
import { ANSWER_LABELS, ANSWER_NAME } from "./answerLines";
import type { AnswerLine } from "./answerLines";

/** The answer for the scenario that the second picker of Compare chooses, line by line. */
export interface ReadAnswer {
  readonly scenario: string;
  /** Whether the date of the answer has passed, on the day by which the workbook judges. */
  readonly isOverdue: boolean;
  readonly lines: Readonly<Record<AnswerLine, CellValue>>;
}

const LINES = Object.keys(ANSWER_LABELS) as readonly AnswerLine[];

/** The cells with the answer, to be read once the context is synchronised; undefined where the workbook has none. */
export function answerCells(
  { workbook }: Excel.RequestContext,
  names: readonly NamePlan[],
  sheets: readonly string[],
): Excel.Range | undefined {
  const place = cellOfName(names.find(({ name }) => name.toLowerCase() === ANSWER_NAME.toLowerCase())?.formula ?? "");
  if (!place || !sheets.includes(place.sheet)) return undefined;
  return workbook.worksheets
    .getItem(place.sheet)
    .getRangeByIndexes(place.row, place.column, LINES.length + 2, 1)
    .load("values");
}

const isBefore = (date: CellValue, day: CellValue | undefined): boolean =>
  typeof date === "number" && typeof day === "number" && date < day;

/** The answer in its cells; undefined while they show an error, such as #BUSY! as long as Excel calculates. */
export function answerIn(cells: Excel.Range | undefined): ReadAnswer | undefined {
  const [today, scenario, ...values] = (cells?.values ?? []).map(([value]) => value as CellValue);
  if (scenario === undefined || typeof values[0] !== "string" || values[0] === "" || values[0].startsWith("#")) return undefined;
  const lines = Object.fromEntries(LINES.map((line, index) => [line, values[index] ?? ""])) as Record<AnswerLine, CellValue>;
  return { scenario: String(scenario), isOverdue: isBefore(lines.date, today), lines };
}
