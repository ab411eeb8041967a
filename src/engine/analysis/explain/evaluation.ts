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

/** An evaluation as it goes on: what is known, and the i of the innermost sum. */
interface State {
  readonly book: TermBook;
  readonly slots: Map<string, Slot>;
  bound: number;
}

function slotOf({ book, slots }: State, name: string): Slot {
  const found = slots.get(name);
  if (found) return found;
  const term = book.get(name);
  if (!term) throw new Error(`There is no term ${name}.`);
  const slot: Slot = { term, values: [] };
  slots.set(name, slot);
  return slot;
}

function treeIn({ book }: State, slot: Slot): FormulaTree | undefined {
  const { formula } = slot.term;
  return formula === undefined ? undefined : (slot.formula ??= formulaTree(formula, book));
}

function valueOf(state: State, slot: Slot, month: number): number {
  const { term, values } = slot;
  const constant = term.serial ?? term.value;
  if (typeof constant === "number") return constant;
  const known = values[month] as number | undefined;
  return known ?? (values[month] = seriesIn(state, slot)(month));
}

function seriesIn(state: State, slot: Slot): Series {
  const formula = treeIn(state, slot);
  if (!formula) throw new Error(`${slot.term.name} is no number.`);
  return (slot.series ??= seriesOf(state, formula, formula.tree));
}

/** Words of formulas that are no terms. */
const WORDS: Readonly<Record<string, (state: State) => Series>> = {
  month: () => (month) => month,
  t: () => (month) => month / MONTHS_PER_YEAR,
  i: (state) => () => state.bound,
  no_limit: () => () => Infinity,
};

function seriesOf(state: State, formula: FormulaTree, node: FormulaTree["tree"]): Series {
  const resolve = (symbol: string): Series | undefined => {
    const name = formula.nameOfSymbol(symbol);
    if (name === undefined) return Object.hasOwn(WORDS, symbol) ? WORDS[symbol](state) : undefined;
    const slot = slotOf(state, name);
    return (month) => valueOf(state, slot, month);
  };
  const call: CallResolver = (symbol, args, sub) => {
    const name = formula.nameOfSymbol(symbol);
    if (name !== undefined) {
      const [slot, at] = [slotOf(state, name), sub(args[0])];
      return (month) => valueOf(state, slot, at(month));
    }
    if (Object.hasOwn(ACCUMULATIONS, symbol)) return accumulated(state, ACCUMULATIONS[symbol], args.slice(1).map(sub));
    if (!Object.hasOwn(TERM_FUNCTIONS, symbol)) return undefined;
    const [of, values] = [TERM_FUNCTIONS[symbol], args.map(sub)];
    return (month) => of(...values.map((value) => value(month)));
  };
  return closureOf(node, resolve, refuse, call);
}

/** A series taken together over i; a formula inside may have an i of its own. */
function accumulated(state: State, [start, joined]: Accumulation, [first, last, each]: readonly Series[]): Series {
  return (month) => {
    const outer = state.bound;
    const [from, to] = [first(month), last(month)];
    let result = start;
    for (let i = from; i <= to; i++) {
      state.bound = i;
      result = joined(result, each(month));
    }
    state.bound = outer;
    return result;
  };
}

/** Evaluates the formulas of a book as they are printed, from its keys and reference data alone. */
export function evaluationOf(book: TermBook): Evaluation {
  const state: State = { book, slots: new Map(), bound: 0 };
  return {
    valueIn: (name, month) => valueOf(state, slotOf(state, name), month),
    treeOf: (name) => treeIn(state, slotOf(state, name)),
    seriesOf: (formula, node) => seriesOf(state, formula, node),
  };
}
