/** Operators and functions of formulas, as Excel defines them. What Excel answers with an error is NaN, and so is what is computed with it. */

import { isComparison } from "./expressionTree";
import type { BinarySign, Expression } from "./expressionTree";
import { ceiling, floor, round, roundDown, roundUp, same } from "./expressionRounding";

export type Operation = (x?: number, y?: number) => number;

const truth = (value: boolean): number => (value ? 1 : 0);
const isError = Number.isNaN;
const finite = (x: number): number => (Number.isFinite(x) ? x : Number.NaN);

/** A comparison of numbers; with an error it is one. */
const comparison =
  (of: (x: number, y: number) => boolean): Operation =>
  (x = 0, y = 0) =>
    isError(x) || isError(y) ? Number.NaN : truth(of(x, y));

const and = comparison((x, y) => x !== 0 && y !== 0);
const or = comparison((x, y) => x !== 0 || y !== 0);
const mod: Operation = (x = 0, y = 0) => x - y * Math.floor(x / y);

/** Operators over numbers that may be infinite, as the formulas of explanations need them: no limit, a growth of 0 in no time. */
export const OPERATORS: Readonly<Record<BinarySign, Operation>> = {
  "+": (x = 0, y = 0) => x + y,
  "-": (x = 0, y = 0) => x - y,
  "*": (x = 0, y = 0) => x * y,
  "/": (x = 0, y = 0) => x / y,
  "^": (x = 0, y = 0) => Math.pow(x, y),
  mod,
  "=": comparison(same),
  "<>": comparison((x, y) => !same(x, y)),
  "<": comparison((x, y) => x < y && !same(x, y)),
  "<=": comparison((x, y) => x <= y || same(x, y)),
  ">": comparison((x, y) => x > y && !same(x, y)),
  ">=": comparison((x, y) => x >= y || same(x, y)),
  and,
  or,
};

const add: Operation = (x = 0, y = 0) => finite(x + y);
const multiply: Operation = (x = 0, y = 0) => finite(x * y);
const power: Operation = (x = 0, y = 0) => (x === 0 && y === 0 ? Number.NaN : finite(Math.pow(x, y)));

/** Operators of users' formulas: no result is infinite. */
export const FINITE_OPERATORS: Readonly<Record<BinarySign, Operation>> = {
  ...OPERATORS,
  "+": add,
  "-": (x = 0, y = 0) => finite(x - y),
  "*": multiply,
  "/": (x = 0, y = 0) => finite(x / y),
  "^": power,
};

export interface FormulaFunction {
  readonly least: number;
  readonly most: number;
  readonly of: Operation;
  /** Of a function of any number of values: what it begins with, before `of` adds each value. */
  readonly start?: number;
  /** Whether the result is divided by the number of values. */
  readonly isMean?: boolean;
}

const MOST_VALUES = 255;

const one = (of: Operation): FormulaFunction => ({ least: 1, most: 1, of });
const two = (of: Operation): FormulaFunction => ({ least: 2, most: 2, of });
const oneOrTwo = (of: Operation): FormulaFunction => ({ least: 1, most: 2, of });
const many = (of: Operation, start: number): FormulaFunction => ({ least: 1, most: MOST_VALUES, of, start });
const constant = (value: number): FormulaFunction => ({ least: 0, most: 0, of: () => value });
/** Functions whose arguments are not all evaluated. */
const lazy = (least: number, most: number): FormulaFunction => ({ least, most, of: () => Number.NaN });

const logarithm: Operation = (x = 0, base = 10) => finite(base === 10 ? Math.log10(x) : Math.log(x) / Math.log(base));

/** The functions by their names in capitals. */
export const FUNCTIONS: Readonly<Record<string, FormulaFunction>> = {
  ABS: one((x = 0) => Math.abs(x)),
  AND: many(and, 1),
  AVERAGE: { ...many(add, 0), isMean: true },
  CEIL: one((x = 0) => Math.ceil(x)),
  CEILING: oneOrTwo(ceiling),
  EXP: one((x = 0) => finite(Math.exp(x))),
  FALSE: constant(0),
  FLOOR: oneOrTwo(floor),
  IF: lazy(2, 3),
  IFERROR: lazy(2, 2),
  INT: one((x = 0) => Math.floor(x)),
  LN: one((x = 0) => finite(Math.log(x))),
  LOG: oneOrTwo(logarithm),
  LOG10: one((x = 0) => finite(Math.log10(x))),
  MAX: many((x = 0, y = 0) => Math.max(x, y), -Infinity),
  MIN: many((x = 0, y = 0) => Math.min(x, y), Infinity),
  MOD: two(mod),
  NOT: one((x = 0) => (isError(x) ? x : truth(x === 0))),
  OR: many(or, 0),
  PI: constant(Math.PI),
  POW: two(power),
  POWER: two(power),
  PRODUCT: many(multiply, 1),
  ROUND: oneOrTwo(round),
  ROUNDDOWN: oneOrTwo(roundDown),
  ROUNDUP: oneOrTwo(roundUp),
  SIGN: one((x = 0) => Math.sign(x)),
  SQRT: one((x = 0) => Math.sqrt(x)),
  SUM: many(add, 0),
  TRUE: constant(1),
  TRUNC: oneOrTwo(roundDown),
};

/** The name of a function as Excel has it; undefined for an unknown one. In small letters log(x) is the natural logarithm, as it was before formulas were read as Excel's are. */
export function functionNamed(name: string, count: number): string | undefined {
  if (name === "log" && count === 1) return "LN";
  const capitals = name.toUpperCase();
  return Object.hasOwn(FUNCTIONS, capitals) ? capitals : undefined;
}

/** Numbers that have a name; pi, TRUE and FALSE in any case. */
export function constantNamed(name: string): number | undefined {
  if (name === "e") return Math.E;
  return { PI: Math.PI, TRUE: 1, FALSE: 0 }[name.toUpperCase()];
}

/** The names of all functions, for a reader. */
export const FUNCTION_NAMES: readonly string[] = Object.keys(FUNCTIONS);

/** Functions by the names that Excel shows in German. */
const GERMAN_NAMES: Readonly<Record<string, string>> = {
  ABRUNDEN: "ROUNDDOWN",
  AUFRUNDEN: "ROUNDUP",
  FALSCH: "FALSE",
  GANZZAHL: "INT",
  KÜRZEN: "TRUNC",
  MITTELWERT: "AVERAGE",
  NICHT: "NOT",
  OBERGRENZE: "CEILING",
  ODER: "OR",
  POTENZ: "POWER",
  PRODUKT: "PRODUCT",
  REST: "MOD",
  RUNDEN: "ROUND",
  SUMME: "SUM",
  UND: "AND",
  UNTERGRENZE: "FLOOR",
  VORZEICHEN: "SIGN",
  WAHR: "TRUE",
  WENN: "IF",
  WENNFEHLER: "IFERROR",
  WURZEL: "SQRT",
};

/** The function that has another name in another language of Excel; undefined where none is known. */
export const englishName = (name: string): string | undefined =>
  Object.hasOwn(GERMAN_NAMES, name.toUpperCase()) ? GERMAN_NAMES[name.toUpperCase()] : undefined;

const TRUTH_NAMES: readonly string[] = ["AND", "FALSE", "NOT", "OR", "TRUE"];

/** Whether the value of a part is TRUE or FALSE to Excel, which keeps both apart from numbers. */
export function isTruth(node: Expression): boolean {
  switch (node.kind) {
    case "group":
      return isTruth(node.of);
    case "prefix":
      return node.sign === "not";
    case "binary":
      return isComparison(node) || node.sign === "and" || node.sign === "or";
    case "name":
    case "call":
      return TRUTH_NAMES.includes(node.name.toUpperCase());
    default:
      return false;
  }
}
