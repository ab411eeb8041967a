/** How the files of lines write the formulas of explanations: as text over names, in the syntax in which users write formulas. */

import type { DistributedPlan } from "./search/plan";

/** Where a number of the reference data comes from. */
export interface Citation {
  readonly value: number;
  readonly source: string;
  readonly date: string;
}

/**
 * Writes what a formula cannot say by itself. A formula holds in each month of the plan: `month` is 1, 2, ...; a name is that term in the same month, and
 * `name(month - 1)` in another. Every line, key and entry that a formula names has its row in the report; beside the operators and functions of
 * users' formulas there are those of TERM_FUNCTIONS. Each member gives a name as formulas write it.
 */
export interface TermWriter {
  /** Last month of the year that is explained: of choices, those that hold then are explained. */
  readonly month: number;
  /** A key, also where a line has the same name. */
  readonly key: (key: string) => string;
  /** A term whose name is made for a row of a table: a state or rate in the month. */
  readonly term: (name: string, unit: string, formula: string) => string;
  /** The same for an amount in the month: a year has the sum of its months. */
  readonly flow: (name: string, unit: string, formula: string) => string;
  /** An entry of the model for a row of its set. */
  readonly entry: (id: string, row: unknown) => string;
  /** The value of an entry of the model where the plan decides it, whatever the month; what decides it becomes a part of the term that is written. */
  readonly decided: (id: string) => number | undefined;
  /** An entry of the model in a month, if there were so many shards in it. */
  readonly supposed: (id: string, shards: number, month: number) => string;
  /** The distributed part if a node type were not offered; undefined where there is none then. */
  readonly without: (nodeType: string) => DistributedPlan | undefined;
  /** A number of the reference data; its name is table.row.field. */
  readonly cited: (name: string, unit: string, citation: Citation) => string;
  /** A figure that a search has weighed. */
  readonly weighed: (name: string, unit: string, value: number) => string;
  /** What a search has found. */
  readonly choice: (name: string, found: () => Found) => string;
  /** Gives the term that is being written parts that its formula does not name, such as the key by which this formula holds. */
  readonly because: (...names: readonly string[]) => void;
}

/** What a search has found, in words, with the names of the terms that are its evidence. */
export type Found = readonly [words: string, ...evidence: readonly string[]];

/** What an explanation starts from: a line, or a sum of lines with its formula. */
export interface RootTerm {
  readonly name: string;
  readonly formula?: (t: TermWriter) => string;
}

const PLAIN_NAME = /^[\p{L}_][\p{L}\p{Nd}_]*(\.[\p{L}\p{Nd}_]+)*$/u;

/** A name as formulas write it: in brackets when it has other characters than letters, digits, underscores and dots. */
export function quoted(name: string): string {
  return PLAIN_NAME.test(name) ? name : `[${name.replaceAll("]", "]]")}]`;
}

/** A sum of terms; 0 for none. */
export function sumOfTerms(terms: readonly string[]): string {
  return terms.join(" + ") || "0";
}

/** `step(month, 1, A, 31, B)` for texts by month: each text from the month in which it begins; one text that never changes by itself. */
export function stepsOf(months: number, textIn: (month: number) => string): string {
  const steps: string[] = [];
  let last = "";
  for (let month = 1; month <= months; month++) {
    const text = textIn(month);
    if (text !== last) steps.push(`${month}, ${text}`);
    last = text;
  }
  return steps.length === 1 ? last : `step(month, ${steps.join(", ")})`;
}
