/** How the files of lines write the terms of an explanation: as formulas over names, in the syntax that users write formulas in. */

/** Where a number of the reference data comes from. */
export interface Citation {
  readonly value: number;
  readonly source: string;
  readonly date: string;
}

/**
 * Writes the terms of an explanation. Every member gives a name as formulas write it, and sees to it that the report has a row for the name.
 *
 * A formula holds in each month of the plan: `month` is 1, 2, ...; a name is that term in the same month, and `name(month - 1)` in another. Beside
 * the operators and functions of users' formulas there are those of TERM_FUNCTIONS.
 */
export interface TermWriter {
  /** Last month of the year that is explained: of choices, those that hold then are explained. */
  readonly month: number;
  /** A key of the scenario. */
  readonly key: (key: string) => string;
  /** Another line. */
  readonly line: (id: string) => string;
  /** A number of the reference data; its name is table.row.field. */
  readonly cited: (name: string, unit: string, citation: Citation) => string;
  /** A state or rate in the month. */
  readonly term: (name: string, unit: string, formula: () => string) => string;
  /** An amount in the month: a year has the sum of its months. */
  readonly flow: (name: string, unit: string, formula: () => string) => string;
  /** Something that a search has found, in words; what it names stands below it. */
  readonly choice: (name: string, found: string, evidence: () => void) => string;
  /** Gives the term that is being written a part that its formula does not name, such as the key by which this formula holds. */
  readonly because: (...names: readonly string[]) => void;
}

/** What an explanation starts from: a line, or a sum of lines, and the call that writes it. */
export interface RootTerm {
  readonly name: string;
  readonly write: (writer: TermWriter) => string;
}

const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}\p{N}_]+)*$/u;

/** A name as formulas write it: in brackets when it has other characters than letters, digits, underscores and dots. */
export function quoted(name: string): string {
  return PLAIN_NAME.test(name) ? name : `[${name.replaceAll("]", "]]")}]`;
}

/** A sum of terms; 0 for none. */
export function sumOfTerms(terms: readonly string[]): string {
  return terms.length === 0 ? "0" : terms.join(" + ");
}

/** `step(month, 1, A, 31, B)` for texts by month: each text from the month in which it begins; one text that never changes by itself. */
export function stepsOf(months: number, textIn: (month: number) => string): string {
  const steps: string[] = [];
  let last: string | undefined;
  for (let month = 1; month <= months; month++) {
    const text = textIn(month);
    if (text !== last) steps.push(`${month}, ${text}`);
    last = text;
  }
  return steps.length === 1 && last !== undefined ? last : `step(month, ${steps.join(", ")})`;
}
