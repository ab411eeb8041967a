/** Series from a history or from an expression. */

import { readFormula, RESERVED_WORDS } from "../engine/demand/expression";
import type { Names } from "../engine/demand/expression";
import { bestModel, forecast } from "../engine/demand/forecast";
import type { ForecastModel } from "../engine/demand/forecast";
import { ModelError } from "../engine/errors";
import { choiceOf, numberOf, textOf } from "./cells";
import { answers } from "./excelError";
import { AMOUNT, PERIODS, required } from "./rules";
import { measurementsOf } from "./series";

/** @customenum {string} */
enum FitModel {
  /** The model with the smallest error on the last third of the history. */
  auto = "auto",
  /** A straight line. */
  linear = "linear",
  /** Constant growth. */
  exponential = "exponential",
  /** Growth that slows toward a ceiling. */
  logistic = "logistic",
  /** Level and trend, smoothed. */
  holt = "holt",
}

const FEWEST_VALUES = 2;
const MOST_VALUES = 1000;

/** Refuses a history that a model cannot be fitted to. */
function fittableHistory(history: readonly number[], model: FitModel | `${FitModel}`): ForecastModel {
  const { length } = history;
  if (length < FEWEST_VALUES || length > MOST_VALUES)
    throw new ModelError(
      "out-of-range",
      "history",
      `history has ${length} ${length === 1 ? "value" : "values"}. Select ${FEWEST_VALUES} to ${MOST_VALUES}.`,
    );
  const chosen = model === "auto" ? bestModel(history) : model;
  const low = history.find((value) => value <= 0);
  if (low !== undefined && (chosen === "exponential" || chosen === "logistic"))
    throw new ModelError(
      "out-of-range",
      "history",
      `history includes ${low}, but the ${chosen} model needs values above 0. Choose linear or holt.`,
    );
  return chosen;
}

/**
 * Forecasts the periods after a history of equal periods, one column per period.
 * @customfunction GROWTH.FIT
 * @param history Past amounts in order, at least two; blank cells and zeros at the end are ignored.
 * @param [periods] Number of periods ahead; 5 when left out.
 * @param [model] auto (default; the model with the smallest error on the last third of the history), linear, exponential, logistic, or holt.
 * @param invocation The calling cell.
 * @returns One row: the forecast of each period, in the unit of the history; not below 0 if no value of the history is.
 * @requiresAddress
 * @formula linear and exponential: least squares on the values or their logarithms; logistic: least squares; holt: level and trend, smoothing by the least one-step error
 * @source R. Hyndman and G. Athanasopoulos, Forecasting: Principles and Practice, 8.2 (holt)
 * @errors #VALUE! for fewer than two values, or values of 0 or less if the model needs more.
 * @example =TCO.GROWTH.FIT({1, 2, 3}, 2, "linear") -> {4, 5}
 * @example =TCO.GROWTH.FIT({1, 2, 4, 8}, 2, "exponential") -> {16, 32}
 * @related GROWTH.PROJECT, GROWTH.FORMULA
 */
export function growthFit(history: any[][], periods: any, model: FitModel, invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () => {
    const values = measurementsOf("history", history, required(AMOUNT));
    const count = numberOf("periods", periods, PERIODS);
    const ahead = forecast(values, count, fittableHistory(values, choiceOf("model", model, FitModel, "auto")));
    // An amount that was never below 0, such as a volume, does not fall below it.
    return [values.some((value) => value < 0) ? ahead : ahead.map((value) => Math.max(0, value))];
  });
}

/** Names and numbers from a list of pairs. */
function namedNumbers(given: readonly unknown[]): ReadonlyMap<string, number> {
  if (given.length % 2 === 1)
    throw new ModelError("missing", "name_value", 'The last name has no value. Enter pairs of a name and a value, such as "base", 100.');
  const numbers = new Map<string, number>();
  for (let index = 0; index < given.length; index += 2) {
    const name = nameOf(given[index], numbers);
    numbers.set(name, numberOf(name, given[index + 1], AMOUNT));
  }
  return numbers;
}

/** A name for a number of one's own; refused where a formula reads it as something else. */
function nameOf(cell: unknown, others: ReadonlyMap<string, number>): string {
  const name = textOf("name", cell).trim();
  const lower = name.toLowerCase();
  if (lower === "t") throw new ModelError("conflict", "name", "t is the number of the period, from 1. Use another name for your number.");
  if (RESERVED_WORDS.includes(lower))
    throw new ModelError("conflict", "name", `${name} is a reserved word in formulas. Use another name for your number.`);
  if ([...others.keys()].some((other) => other.toLowerCase() === lower))
    throw new ModelError("conflict", "name", `The name ${name} appears twice. Use each name once.`);
  return name;
}

/** What an expression may read: the number of the period, and the names that are given. */
function givenNames(numbers: ReadonlyMap<string, number>): Names {
  return {
    find: (name) => {
      if (name === "t") return (index) => index + 1;
      const value = numbers.get(name);
      return value === undefined ? undefined : () => value;
    },
    all: () => ["t", ...numbers.keys()],
    advice: 'Give its number after the expression, as in "base", 100.',
  };
}

/**
 * Evaluates a formula for each of the coming periods, one column per period.
 * @customfunction GROWTH.FORMULA
 * @param expression Formula in t (1 for the first period) and the names below, such as "base * (1 + rate)^t". Operators, percent and functions as in a cell, such as IF, AND, MAX,
 *   ROUND and MOD; decimals with a point, arguments separated by commas.
 * @param [periods] Number of periods; 5 when left out.
 * @param name_value Pairs of a name and a number: name, value, name, value.
 * @param invocation The calling cell.
 * @returns One row: the formula's value in each period.
 * @requiresAddress
 * @errors #VALUE! for a formula that can't be read, uses an unknown name or has no value in a period; the message says where and why.
 * @example =TCO.GROWTH.FORMULA("base * (1 + rate)^t", 2, "base", 100, "rate", 0.1) -> {110, 121}
 * @example =TCO.GROWTH.FORMULA("IF(t > 1, 100 + 5%, 100)", 2) -> {100, 100.05}
 * @related GROWTH.PROJECT, GROWTH.FIT
 */
export function growthFormula(expression: any, periods: any, name_value: any[], invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () => {
    const count = numberOf("periods", periods, PERIODS);
    const names = givenNames(namedNumbers(name_value ?? []));
    const { value } = readFormula("expression", textOf("expression", expression), names, "period");
    return [Array.from({ length: count }, (_, index) => value(index))];
  });
}
