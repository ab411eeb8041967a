/** Formulas of terms as text: which names they read, and their trees. */

import { parse } from "../../demand/expression";
import type { MathNode } from "../../demand/expression";

/** A number, a name in brackets, or a plain name with its dots: as one finds them from left to right. */
const WORD = /(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|\[((?:[^\]]|\]\])+)\]|[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+)*/gu;

/** What a term's name becomes before the text is parsed: a name that the syntax of formulas allows. */
const SYMBOL = /^\$(\d+)$/;

type Known = Pick<ReadonlyMap<string, unknown>, "has">;

function nameOf(word: string, bracketed: string | undefined): string {
  return bracketed === undefined ? word : bracketed.replaceAll("]]", "]");
}

/** The words of a formula that may be names, in their order. */
export function wordsIn(formula: string): readonly string[] {
  return [...new Set(Array.from(formula.matchAll(WORD), ([word, bracketed]) => nameOf(word, bracketed)))];
}

/** A formula as a tree in which each known name is a symbol; `nameOfSymbol` gives it back. */
export interface FormulaTree {
  readonly tree: MathNode;
  readonly nameOfSymbol: (symbol: string) => string | undefined;
}

/** The tree of a formula over known names. */
export function formulaTree(formula: string, known: Known): FormulaTree {
  const names: string[] = [];
  const text = formula.replace(WORD, (word: string, bracketed: string | undefined) => {
    const name = nameOf(word, bracketed);
    if (!known.has(name)) return word;
    names.push(name);
    return `$${names.length - 1}`;
  });
  return {
    tree: parse(text),
    nameOfSymbol: (symbol) => names[Number(SYMBOL.exec(symbol)?.[1] ?? -1)],
  };
}
