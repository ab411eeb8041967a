/** Series from a history or from an expression. */

import { seriesOf } from "../engine/demand/expression";
import { bestModel, forecast } from "../engine/demand/forecast";
import type { ForecastModel } from "../engine/demand/forecast";
import { ModelError } from "../engine/errors";
import { choiceOf, numberOf, numbersOf, textOf } from "./cells";
import { answers } from "./excelError";
import { AMOUNT, PERIODS, required } from "./rules";

/** @customenum {string} */
enum FitModel {
  /** The model that forecasts the last third of the history best. */
  auto = "auto",
  /** A straight line. */
  linear = "linear",
  /** Constant growth. */
  exponential = "exponential",
  /** Growth that slows towards a ceiling. */
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
    throw new ModelError("out-of-range", "history", `history has ${length} values; allowed are ${FEWEST_VALUES} to ${MOST_VALUES}.`);
  const chosen = model === "auto" ? bestModel(history) : model;
  const low = history.find((value) => value <= 0);
  if (low !== undefined && (chosen === "exponential" || chosen === "logistic"))
    throw new ModelError("out-of-range", "history", `history holds ${low}; a model that is ${chosen} allows only values above 0.`);
  return chosen;
}

/**
 * Forecasts the periods after a history of equal periods, one column per period.
 * @customfunction GROWTH.FIT
 * @param history Past amounts in their order, at least two; blanks at the end are ignored.
 * @param [periods] Number of periods ahead; 5 when left out.
 * @param [model] auto (default; what forecasts the last third of the history best), linear, exponential, logistic or holt.
 * @param invocation Where the formula stands.
 * @returns One row: the forecast of each period, in the unit of the history.
 * @requiresAddress
 * @formula linear and exponential: least squares on the values or their logarithms; logistic: least squares; holt: level and trend, smoothing by the least one-step error
 * @source R. Hyndman and G. Athanasopoulos, Forecasting: Principles and Practice, 8.2 (holt)
 * @errors #VALUE! for fewer than two values, or values of 0 or less where the model needs more.
 * @example =TCO.GROWTH.FIT({1, 2, 3}, 2, "linear") -> {4, 5}
 * @example =TCO.GROWTH.FIT({1, 2, 4, 8}, 2, "exponential") -> {16, 32}
 * @related GROWTH.PROJECT, GROWTH.FORMULA
 */
export function growthFit(history: any[][], periods: any, model: FitModel, invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () => {
    const values = numbersOf("history", history, required(AMOUNT));
    const count = numberOf("periods", periods, PERIODS);
    return [forecast(values, count, fittableHistory(values, choiceOf("model", model, FitModel, "auto")))];
  });
}

/** Names and numbers that stand in turn. */
function namedNumbers(given: readonly unknown[]): ReadonlyMap<string, number> {
  if (given.length % 2 === 1)
    throw new ModelError("missing", "name_value", 'The last name has no value: state names and values in turn, as in "base", 100.');
  const numbers = new Map<string, number>();
  for (let index = 0; index < given.length; index += 2) {
    const name = textOf("name", given[index]);
    numbers.set(name, numberOf(name, given[index + 1], AMOUNT));
  }
  return numbers;
}

/**
 * Evaluates an expression for each of the coming periods, one column per period.
 * @customfunction GROWTH.FORMULA
 * @param expression Formula in t (1 for the first period) and the names given, such as "base * (1 + rate)^t"; with abs, ceil, exp, floor, log, log10, max, min, mod,
 *   pow, round, sign, sqrt.
 * @param [periods] Number of periods; 5 when left out.
 * @param name_value Names and numbers in turn: name, value, name, value.
 * @param invocation Where the formula stands.
 * @returns One row: the expression's value in each period.
 * @requiresAddress
 * @errors #VALUE! for an expression that cannot be read or uses an unknown name; the message says which.
 * @example =TCO.GROWTH.FORMULA("base * (1 + rate)^t", 2, "base", 100, "rate", 0.1) -> {110, 121}
 * @related GROWTH.PROJECT, GROWTH.FIT
 */
export function growthFormula(expression: any, periods: any, name_value: any[], invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () => {
    const count = numberOf("periods", periods, PERIODS);
    const numbers = namedNumbers(name_value ?? []);
    const series = seriesOf("expression", textOf("expression", expression), (name) => {
      if (name === "t") return (index) => index + 1;
      const value = numbers.get(name);
      return value === undefined ? undefined : () => value;
    });
    return [Array.from({ length: count }, (_, index) => series(index))];
  });
}
