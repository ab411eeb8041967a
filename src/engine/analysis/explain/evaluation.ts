import { closureOf, constantSeries } from "../../demand/expressionEvaluation";
import type { Meaning, Series } from "../../demand/expressionEvaluation";
import { OPERATORS } from "../../demand/expressionFunctions";
import { FormulaProblem } from "../../demand/expressionTokens";
import { treeOf } from "../../demand/expressionTree";
import type { Expression } from "../../demand/expressionTree";
import { MONTHS_PER_YEAR } from "../../units";
import type { Term, TermBook } from "./termBook";
import { TERM_FUNCTIONS } from "./vocabulary";

/** Values of the terms of a book in the months of the plan (from 1; 0 is the start of the plan). */
export interface Evaluation {
  readonly valueIn: (name: string, month: number) => number;
  readonly treeOf: (name: string) => Expression | undefined;
  /** The series of a part of a formula. */
  readonly seriesOf: (node: Expression) => Series;
}

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
  tree?: Expression;
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

function treeIn(slot: Slot): Expression | undefined {
  const { formula } = slot.term;
  return formula === undefined ? undefined : (slot.tree ??= treeOf(formula));
}

function valueOf(state: State, slot: Slot, month: number): number {
  const { term, values } = slot;
  const constant = term.serial ?? term.value;
  if (typeof constant === "number") return constant;
  const known = values[month] as number | undefined;
  return known ?? (values[month] = seriesIn(state, slot)(month));
}

function seriesIn(state: State, slot: Slot): Series {
  const tree = treeIn(slot);
  if (!tree) throw new Error(`${slot.term.name} isn't a number.`);
  return (slot.series ??= seriesOf(state, tree));
}

/** Words of formulas that are no terms. */
const WORDS: Readonly<Record<string, (state: State) => Series>> = {
  month: () => (month) => month,
  t: () => (month) => month / MONTHS_PER_YEAR,
  i: (state) => () => state.bound,
  no_limit: () => () => Infinity,
};

function seriesOf(state: State, node: Expression): Series {
  return closureOf(node, meaningIn(state));
}

function meaningIn(state: State): Meaning {
  return {
    operators: OPERATORS,
    nameOf: ({ name, at }) => {
      if (state.book.has(name)) return termSeries(state, name);
      const series = Object.hasOwn(WORDS, name) ? WORDS[name](state) : constantSeries(name);
      if (!series) throw new FormulaProblem(`Unknown name ${name} in an explanation.`, at);
      return series;
    },
    callOf: ({ name, args }, sub) => {
      if (state.book.has(name)) return termIn(state, name, sub(args[0]));
      if (Object.hasOwn(ACCUMULATIONS, name)) return accumulated(state, ACCUMULATIONS[name], args.slice(1).map(sub));
      if (!Object.hasOwn(TERM_FUNCTIONS, name)) return undefined;
      const [of, values] = [TERM_FUNCTIONS[name], args.map(sub)];
      return (month) => of(...values.map((value) => value(month)));
    },
  };
}

function termSeries(state: State, name: string): Series {
  const slot = slotOf(state, name);
  return (month) => valueOf(state, slot, month);
}

/** A term in another month. */
function termIn(state: State, name: string, at: Series): Series {
  const series = termSeries(state, name);
  return (month) => series(at(month));
}

/** A series combined over i; a formula inside may use a separate i. */
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
    treeOf: (name) => treeIn(slotOf(state, name)),
    seriesOf: (node) => seriesOf(state, node),
  };
}
