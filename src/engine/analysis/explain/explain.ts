import { namedTerm } from "../namedLine";
import { COMPONENTS } from "../../cost/components";
import { customComponents } from "../../cost/custom";
import type { FeasibleProjection, LineDefinition } from "../../lines";
import { stockLines } from "../../plan/stockLines";
import { MONTHS_PER_YEAR } from "../../units";
import { calculationInWords } from "./calculation";
import type { InWords, Reading } from "./calculation";
import { evaluationOf } from "./evaluation";
import { termBook } from "./termBook";
import type { Term, TermBook } from "./termBook";

/** A row of the report: a term, what it is in the year, and where that comes from. */
export interface ExplainedTerm {
  /** Depth below the requested line. */
  readonly level: number;
  readonly name: string;
  /** An amount's sum over the year, a state at its end; a word or date where the term is one. */
  readonly value: number | string;
  readonly unit: string;
  /** The formula in a month, over names; "" where there is none. */
  readonly formula: string;
  /** The formula with the numbers of the year's last month. */
  readonly calculation: string;
  /** Where a key or a number of the reference data comes from; "" for a formula. */
  readonly source: string;
}

/**
 * How the value of a line in a year of the plan comes about: its formula, the terms that it reads, and so on down to keys and reference data.
 * Undefined for a name that is no line, cost pool or sum.
 *
 * A term has one row, where it is first read; other lines have theirs below, in the order in which they are read.
 */
export function explanation(
  projection: FeasibleProjection,
  line: string,
  year: number,
  inWords: InWords,
): readonly ExplainedTerm[] | undefined {
  const definitions = definitionsOf(projection);
  const root = namedTerm(projection, line);
  if (!root) return undefined;
  const book = termBook(projection.plan, definitions, root, year * MONTHS_PER_YEAR);
  const reading: Reading = { book, evaluation: evaluationOf(book), month: year * MONTHS_PER_YEAR, inWords };
  return outline(book, root.name).map((placed) => rowOf(placed, reading));
}

function definitionsOf({ plan }: FeasibleProjection): readonly LineDefinition[] {
  const stocks = stockLines(plan);
  const known = new Set([...stocks, ...COMPONENTS].map(({ id }) => id));
  return [...stocks, ...COMPONENTS, ...customComponents(plan.a, known)];
}

interface Placed {
  readonly term: Term;
  readonly level: number;
}

/** The terms in the order of the report: the requested line with its terms below it, then each line that these read, in the same way. */
function outline(book: TermBook, root: string): readonly Placed[] {
  const placed = new Map<string, Placed>();
  const heads = [root];
  const place = (name: string, level: number, isHead: boolean): void => {
    const term = book.get(name);
    if (!term || placed.has(name)) return;
    if (term.isLine && !isHead) {
      if (!heads.includes(name)) heads.push(name);
      return;
    }
    placed.set(name, { term, level });
    for (const part of term.parts) place(part, level + 1, false);
  };
  for (let at = 0; at < heads.length; at++) place(heads[at], Math.min(1, at), true);
  return [...placed.values()];
}

const shown = (value: number): number | string => (value === Infinity ? "no limit" : value);

function rowOf({ term, level }: Placed, reading: Reading): ExplainedTerm {
  const { name, unit, formula = "", value, source, isFlow } = term;
  const { evaluation, month } = reading;
  const months = Array.from({ length: isFlow ? MONTHS_PER_YEAR : 1 }, (_, back) => month - back);
  return {
    level,
    name,
    value: value ?? shown(months.reduce((sum, each) => sum + evaluation.valueIn(name, each), 0)),
    unit,
    formula,
    calculation: calculationInWords(term, reading),
    source,
  };
}
