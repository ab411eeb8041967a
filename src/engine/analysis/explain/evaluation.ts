import { closureOf } from "../../demand/expression";
import type { CallResolver, Series } from "../../demand/expression";
import { ModelError } from "../../errors";
import { MONTHS_PER_YEAR } from "../../units";
import { formulaTree } from "./formula";
import type { FormulaTree } from "./formula";
import type { Term, TermBook } from "./termBook";
import { TERM_FUNCTIONS } from "./vocabulary";

/** Values of the terms of a book in the months of the plan (from 1; 0 is the start of the plan). */
export interface Evaluation {
  readonly valueIn: (name: string, month: number) => number;
  readonly treeOf: (name: string) => FormulaTree | undefined;
  /** The series of a part of a formula. */
  readonly seriesOf: (formula: FormulaTree, node: FormulaTree["tree"]) => (month: number) => number;
}

const refuse = (reason: string): ModelError => new ModelError("expression", "line", `The explanation cannot be read: ${reason}`);

type Accumulation = readonly [start: number, joined: (result: number, value: number) => number];

/** What `sum(i, first, last, x)` and its like make of the values of x. */
const ACCUMULATIONS: Readonly<Record<string, Accumulation>> = {
  sum: [0, (result, value) => result + value],
  prod: [1, (result, value) => result * value],
  most: [0, Math.max],
};

/** Evaluates the formulas of a book as they are printed, from its keys and reference data alone. */
export function evaluationOf(book: TermBook): Evaluation {
  const trees = new Map<string, FormulaTree>();
  const compiled = new Map<string, Series>();
  const known = new Map<string, Map<number, number>>();
  let bound = 0;

  const termNamed = (name: string): Term => {
    const term = book.get(name);
    if (!term) throw new Error(`There is no term ${name}.`);
    return term;
  };

  const treeOf = (name: string): FormulaTree | undefined => {
    const { formula } = termNamed(name);
    if (formula !== undefined && !trees.has(name)) trees.set(name, formulaTree(formula, book));
    return trees.get(name);
  };

  const valueIn = (name: string, month: number): number => {
    const { value, serial } = termNamed(name);
    if (serial !== undefined) return serial;
    if (typeof value === "number") return value;
    const values = known.get(name) ?? new Map<number, number>();
    known.set(name, values);
    const found = values.get(month);
    if (found !== undefined) return found;
    const result = seriesNamed(name)(month);
    values.set(month, result);
    return result;
  };

  const seriesNamed = (name: string): Series => {
    const found = compiled.get(name);
    if (found) return found;
    const formula = treeOf(name);
    if (!formula) throw new Error(`${name} is no number.`);
    const series = seriesOf(formula, formula.tree);
    compiled.set(name, series);
    return series;
  };

  const seriesOf = (formula: FormulaTree, node: FormulaTree["tree"]): Series => {
    const resolve = (symbol: string): Series | undefined => {
      if (symbol === "month") return (month) => month;
      if (symbol === "t") return (month) => month / MONTHS_PER_YEAR;
      if (symbol === "i") return () => bound;
      if (symbol === "no_limit") return () => Infinity;
      const name = formula.nameOfSymbol(symbol);
      return name === undefined ? undefined : (month) => valueIn(name, month);
    };
    const call: CallResolver = (symbol, args, sub) => {
      const name = formula.nameOfSymbol(symbol);
      if (name !== undefined) {
        const at = sub(args[0]);
        return (month) => valueIn(name, at(month));
      }
      if (Object.hasOwn(ACCUMULATIONS, symbol)) return accumulated(ACCUMULATIONS[symbol], args.slice(1).map(sub));
      const of = Object.hasOwn(TERM_FUNCTIONS, symbol) ? TERM_FUNCTIONS[symbol] : undefined;
      const values = args.map((arg) => (of ? sub(arg) : undefined));
      return of && ((month) => of(...values.map((value) => value?.(month) ?? 0)));
    };
    return closureOf(node, resolve, refuse, call);
  };

  /** A series taken together over i; a formula inside may have an i of its own. */
  const accumulated =
    ([start, joined]: Accumulation, [first, last, each]: readonly Series[]): Series =>
    (month) => {
      const outer = bound;
      const [from, to] = [first(month), last(month)];
      let result = start;
      for (let i = from; i <= to; i++) {
        bound = i;
        result = joined(result, each(month));
      }
      bound = outer;
      return result;
    };

  return { valueIn, treeOf, seriesOf };
}
