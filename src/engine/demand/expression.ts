/** Formulas that users write: read once, evaluated month by month, refused with the position and the reason. */

import { ModelError } from "../errors";
import { nearestWord } from "../catalogue/nearest";
import { quoted } from "../terms";
import { closureOf, constantSeries } from "./expressionEvaluation";
import type { Meaning, Series } from "./expressionEvaluation";
import { faultIn } from "./expressionFaults";
import { englishName, FINITE_OPERATORS, FUNCTION_NAMES, functionNamed, isTruth } from "./expressionFunctions";
import { textOf } from "./expressionText";
import { FormulaProblem } from "./expressionTokens";
import { isComparison, nodesOf, userTreeOf } from "./expressionTree";
import type { Expression, ExpressionOf } from "./expressionTree";

/** The names that a formula may read. */
export interface Names {
  /** The series behind a name as it is written here; undefined for an unknown one. */
  readonly find: (name: string) => Series | undefined;
  /** All names that have a number. */
  readonly all: () => readonly string[];
  /** Why a name has no number, where that is known. */
  readonly without?: (name: string) => string | undefined;
  /** What a formula may name, in a sentence. */
  readonly advice: string;
}

/** A user's formula. */
export interface UserFormula {
  /**
   * The value in a month or period (0-based).
   * @throws {ModelError} when there is none; the message says where and why.
   */
  readonly value: Series;
  /** The names that it reads, as the scenario writes them. */
  readonly names: readonly string[];
  /** The formula as Excel writes it. */
  readonly text: (nameText: (name: string) => string) => string;
}

const LONGEST_SHOWN = 40;

/**
 * Reads a formula. Messages call it by `field`, its key or argument, and what the series counts a `period`.
 * @throws {ModelError} for one that is too long or too deep, can't be read, or names something unknown.
 */
export function readFormula(field: string, text: string, names: Names, period = "month"): UserFormula {
  const spellings = new Map<string, string>();
  const meaning = meaningOf(names, spellings);
  const { tree, series } = read(field, text, meaning);
  return {
    value: (index) => {
      const value = series(index);
      if (!Number.isFinite(value)) throw noValue(field, `${period} ${index + 1}`, faultIn(tree, meaning, index));
      return value;
    },
    names: [...spellings.values()],
    text: (nameText) => textOf(tree, (name) => nameText(spellings.get(name) ?? name)),
  };
}

function read(field: string, text: string, meaning: Meaning): { readonly tree: Expression; readonly series: Series } {
  try {
    const tree = userTreeOf(text);
    const series = closureOf(tree, meaning);
    refuseMixedComparisons(tree);
    return { tree, series };
  } catch (cause) {
    if (!(cause instanceof FormulaProblem)) throw cause;
    throw new ModelError("expression", field, `${field}, ${cause.message}`);
  }
}

/** Excel compares no truth with a number: TRUE = 1 is FALSE there. */
function refuseMixedComparisons(tree: Expression): void {
  for (const node of nodesOf(tree))
    if (node.kind === "binary" && isComparison(node) && isTruth(node.left) !== isTruth(node.right))
      throw new FormulaProblem("A number is never equal to TRUE or FALSE. Leave the comparison out, or write NOT(a).", node.at);
}

const noValue = (field: string, when: string, { reason, at }: FormulaProblem): ModelError =>
  new ModelError("expression", field, `${field} has no value in ${when}: ${reason} (character ${at + 1}).`);

function meaningOf(names: Names, spellings: Map<string, string>): Meaning {
  return {
    operators: FINITE_OPERATORS,
    nameOf: (node) => {
      const spelling = spellingOf(node.name, names);
      const found = spelling === undefined ? constantSeries(node.name) : names.find(spelling);
      if (!found) throw unknownName(node, names);
      if (spelling !== undefined) spellings.set(node.name, spelling);
      return found;
    },
    callOf: (node) => {
      if (functionNamed(node.name, node.args.length) === undefined) throw unknownFunction(node, names);
      return undefined;
    },
  };
}

/** A name as the scenario writes it: names are read in any case. */
function spellingOf(name: string, { find, all }: Names): string | undefined {
  if (find(name)) return name;
  const wanted = name.toLowerCase();
  return all().find((each) => each.toLowerCase() === wanted);
}

const shortened = (text: string): string => (text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}...` : text);

const CELL = /^\$?[a-z]{1,3}\$?\d+$/i;

function unknownName({ name, at }: ExpressionOf<"name">, names: Names): FormulaProblem {
  const shown = shortened(name);
  const reason = names.without?.(name);
  if (reason !== undefined) return new FormulaProblem(reason, at);
  if (FUNCTION_NAMES.includes(name.toUpperCase()))
    return new FormulaProblem(`${name.toUpperCase()} is a function. Write its arguments in brackets, as in MAX(1, 2).`, at);
  if (/^\$\d/.test(name)) return new FormulaProblem("Write amounts without a currency sign.", at);
  if (CELL.test(name)) return new FormulaProblem(`Cells such as ${shown} can't be read here. ${names.advice}`, at);
  const nearest = nearestName(name, names.all());
  if (nearest !== undefined) return new FormulaProblem(`Unknown name "${shown}". Did you mean ${quoted(nearest)}?`, at);
  return new FormulaProblem(`Unknown name "${shown}". ${names.advice}`, at);
}

/** Letters that a name must have before it is compared with others. */
const FEWEST_LETTERS = 3;

/** The name that somebody may have meant: one that ends with the word, begins with it and needs brackets, or is nearest in letters. */
function nearestName(name: string, known: readonly string[]): string | undefined {
  const wanted = name.toLowerCase();
  const ending = known.find((each) => each.toLowerCase().endsWith(`.${wanted}`));
  const bracketed = known.find((each) => each.toLowerCase().startsWith(wanted) && quoted(each) !== each);
  return ending ?? bracketed ?? (name.length < FEWEST_LETTERS ? undefined : nearestWord(name, known));
}

function unknownFunction({ name, at }: ExpressionOf<"call">, names: Names): FormulaProblem {
  const shown = shortened(name);
  if (spellingOf(name, names) !== undefined)
    return new FormulaProblem(`${shown} is a name, not a function. Write ${shown} * ( to multiply.`, at);
  const english = englishName(name);
  if (english !== undefined) return new FormulaProblem(`Functions have their English names here. Write ${english} for ${shown}.`, at);
  const nearest = name.length < FEWEST_LETTERS ? undefined : nearestWord(name, FUNCTION_NAMES);
  const advice = nearest === undefined ? `Use ${FUNCTION_NAMES.join(", ")}.` : `Did you mean ${nearest}?`;
  return new FormulaProblem(`Unknown function ${shown}. ${advice}`, at);
}

/** Words of the language: no name of one's own may be one of them. */
export const RESERVED_WORDS: readonly string[] = ["true", "false", "and", "or", "not", "mod"];
