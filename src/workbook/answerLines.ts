/** The lines of the answer as sheets and pane know them. */

/** Name of the cells with the answer, below the date of its judgment and the scenario that it is about. No function has that name. */
export const ANSWER_NAME = "tco.TheAnswer";

/** Rows of ANSWER from top to bottom, with the labels beside them. */
export const ANSWER_LABELS = {
  severity: "Kind of answer",
  verdict: "Answer",
  amounts: "Amounts and odds",
  dates: "Dates",
  overdue: "Dates, once they have passed",
  date: "Earliest date",
  restsOn: "Rests on",
  next: "Next step",
} as const;
export type AnswerLine = keyof typeof ANSWER_LABELS;
