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

/** A term with what is known of its values. */
interface Slot {
  readonly term: Term;
  readonly values: number[];
  formula?: FormulaTree;
  series?: Series;
}

/** Evaluates the formulas of a book as they are printed, from its keys and reference data alone. */
export function evaluationOf(book: TermBook): Evaluation {
  const slots = new Map<string, Slot>();
  let bound = 0;

  const slotOf = (name: string): Slot => {
    const found = slots.get(name);
    if (found) return found;
    const term = book.get(name);
    if (!term) throw new Error(`There is no term ${name}.`);
    const slot: Slot = { term, values: [] };
    slots.set(name, slot);
    return slot;
  };

  const treeIn = (slot: Slot): FormulaTree | undefined => {
    const { formula } = slot.term;
    return formula === undefined ? undefined : (slot.formula ??= formulaTree(formula, book));
  };

  const valueOf = (slot: Slot, month: number): number => {
    const { term, values } = slot;
    const constant = term.serial ?? term.value;
    if (typeof constant === "number") return constant;
    const known = values[month] as number | undefined;
    return known ?? (values[month] = seriesIn(slot)(month));
  };

  const seriesIn = (slot: Slot): Series => {
    const formula = treeIn(slot);
    if (!formula) throw new Error(`${slot.term.name} is no number.`);
    return (slot.series ??= seriesOf(formula, formula.tree));
  };

  const seriesOf = (formula: FormulaTree, node: FormulaTree["tree"]): Series => {
    const resolve = (symbol: string): Series | undefined => {
      const name = formula.nameOfSymbol(symbol);
      if (name === undefined) return Object.hasOwn(words, symbol) ? words[symbol] : undefined;
      const slot = slotOf(name);
      return (month) => valueOf(slot, month);
    };
    const call: CallResolver = (symbol, args, sub) => {
      const name = formula.nameOfSymbol(symbol);
      if (name !== undefined) {
        const [slot, at] = [slotOf(name), sub(args[0])];
        return (month) => valueOf(slot, at(month));
      }
      if (Object.hasOwn(ACCUMULATIONS, symbol)) return accumulated(ACCUMULATIONS[symbol], args.slice(1).map(sub));
      if (!Object.hasOwn(TERM_FUNCTIONS, symbol)) return undefined;
      const [of, values] = [TERM_FUNCTIONS[symbol], args.map(sub)];
      return (month) => of(...values.map((value) => value(month)));
    };
    return closureOf(node, resolve, refuse, call);
  };

  const words: Readonly<Record<string, Series>> = {
    month: (month) => month,
    t: (month) => month / MONTHS_PER_YEAR,
    i: () => bound,
    no_limit: () => Infinity,
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

  return { valueIn: (name, month) => valueOf(slotOf(name), month), treeOf: (name) => treeIn(slotOf(name)), seriesOf };
}
