import type { Curve } from "./leastSquares";
import { fittedParameters } from "./leastSquares";

export const FORECAST_MODELS = ["linear", "exponential", "logistic", "holt"] as const;
export type ForecastModel = (typeof FORECAST_MODELS)[number];

/** Fewest values of history from which a model can be told apart from another. */
const FEWEST_FOR_AUTO = 6;

/**
 * Forecast of the periods after a history of equal periods, by one model, in the unit of the history.
 *
 * linear and exponential: least squares on the values or their logarithms (exponential and logistic need values above 0); logistic: least
 * squares from a start at the trend; holt: level and trend, smoothing chosen by the least one-step error. At least two values.
 * @example forecast([1, 2, 3], 2, "linear") // [4, 5]
 */
export function forecast(history: readonly number[], periods: number, model: ForecastModel): readonly number[] {
  const ahead = Array.from({ length: periods }, (_, index) => history.length + 1 + index);
  switch (model) {
    case "linear":
      return ahead.map(trendLine(history));
    case "exponential": {
      const line = trendLine(history.map(Math.log));
      return ahead.map((t) => Math.exp(line(t)));
    }
    case "logistic":
      return ahead.map(logisticCurve(history));
    case "holt": {
      const { alpha, beta } = bestSmoothing(history);
      return holtForecast(history, periods, alpha, beta);
    }
  }
}

/**
 * The model that forecasts the last third of the history best (least mean absolute error) from what came before; linear for fewer than six values.
 * @example bestModel([1, 2, 4, 8, 16, 32]) // "exponential"
 */
export function bestModel(history: readonly number[]): ForecastModel {
  if (history.length < FEWEST_FOR_AUTO) return "linear";
  const known = history.slice(0, Math.ceil((2 * history.length) / 3));
  const held = history.slice(known.length);
  const allPositive = history.every((value) => value > 0);
  let best: ForecastModel = "linear";
  let least = Infinity;
  for (const model of FORECAST_MODELS) {
    if (!allPositive && (model === "exponential" || model === "logistic")) continue;
    const guess = forecast(known, held.length, model);
    const error = held.reduce((sum, value, index) => sum + Math.abs(value - (guess[index] ?? Infinity)), 0);
    if (error < least * (1 - 1e-9)) [best, least] = [model, error];
  }
  return best;
}

/**
 * Holt's linear trend: level l += alpha (y - l - b) + b, trend b moves to the level's step by beta; starts at the first value and the first step,
 * and then passes over all values.
 *
 * Source: R. Hyndman and G. Athanasopoulos, Forecasting: Principles and Practice, 8.2.
 * @example holtForecast([1, 2, 3], 2, 0.5, 0.5) // [3.640625, 4.375]
 */
export function holtForecast(history: readonly number[], periods: number, alpha: number, beta: number): readonly number[] {
  const { level, trend } = holtState(history, alpha, beta);
  return Array.from({ length: periods }, (_, index) => level + (index + 1) * trend);
}

function holtState(history: readonly number[], alpha: number, beta: number): { level: number; trend: number; error: number } {
  const [first = 0, second = first] = history;
  let level = first;
  let trend = second - first;
  let error = 0;
  for (const value of history) {
    const expected = level + trend;
    error += (value - expected) ** 2;
    const next = expected + alpha * (value - expected);
    trend += beta * (next - level - trend);
    level = next;
  }
  return { level, trend, error };
}

function bestSmoothing(history: readonly number[]): { alpha: number; beta: number } {
  const coarse = gridSearch(history, { alpha: 0.5, beta: 0.5 }, 0.5, 0.05);
  return gridSearch(history, coarse, 0.05, 0.005);
}

function gridSearch(
  history: readonly number[],
  middle: { alpha: number; beta: number },
  reach: number,
  step: number,
): { alpha: number; beta: number } {
  const steps = Math.round(reach / step);
  const around = (center: number): number[] =>
    Array.from({ length: 2 * steps + 1 }, (_, index) => center + (index - steps) * step).filter((value) => value >= 0 && value <= 1);
  let best = middle;
  let least = Infinity;
  for (const alpha of around(middle.alpha)) {
    for (const beta of around(middle.beta)) {
      const { error } = holtState(history, alpha, beta);
      if (error < least * (1 - 1e-12)) [best, least] = [{ alpha, beta }, error];
    }
  }
  return best;
}

/** Straight line through the values at t = 1, 2, ... by least squares. */
function trendLine(values: readonly number[]): (t: number) => number {
  const middle = (values.length + 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = values.reduce((sum, _, index) => sum + (index + 1 - middle) ** 2, 0);
  const slope = values.reduce((sum, value, index) => sum + (index + 1 - middle) * (value - mean), 0) / spread;
  return (t) => mean + slope * (t - middle);
}

/** Logistic curve K / (1 + A e^(-r t)) through the values, as parameters K, A, r >= 0. */
function logisticCurve(values: readonly number[]): (t: number) => number {
  const curve: Curve = ([ceiling = 0, excess = 0, rate = 0], t) => ceiling / (1 + excess * Math.exp(-rate * t));
  const last = values.at(-1) ?? 0;
  const ts = values.map((_, index) => index + 1);
  const ceiling = 1.5 * Math.max(last, ...values);
  const excess = Math.max(1e-6, ceiling / (values[0] ?? 1) - 1);
  const rate = Math.max(0.01, -Math.log((ceiling / last - 1) / excess) / values.length);
  const parameters = fittedParameters(curve, ts, values, [ceiling, excess, rate]);
  return (t) => curve(parameters, t);
}
