/** Metrics as figures of cells: the requested ones, with their values. */

import { METRICS, metricValue } from "../engine/finance/metrics";
import type { Metric } from "../engine/finance/metrics";
import type { Projection } from "../engine/lines";
import { choiceOf, isOmitted, rowsOf } from "./cells";
import { Failure, NoAnswer } from "./excelError";
import type { Answer } from "./excelError";
import { noFigure } from "./noAnswers";

const IDS: Readonly<Record<string, string>> = Object.fromEntries(METRICS.map(({ id }) => [id, id]));

/** The metric of a cell. */
export function metricIn(name: string, given: unknown): Metric {
  const id = choiceOf(name, given, IDS);
  return METRICS.find((each) => each.id === id) ?? METRICS[0];
}

/** The metrics of a range; all when it was left out. */
export function metricsOf(given: unknown): readonly Metric[] {
  if (isOmitted(given)) return METRICS;
  return rowsOf(given).flatMap((row) => row.filter((cell) => !isOmitted(cell)).map((cell) => metricIn("metrics", cell)));
}

/** A metric's value; no answer, with the nearest fact, where it has none. */
export function metricOf(projection: Projection, metric: Metric): number {
  const value = metricValue(metric, projection);
  if (value !== undefined) return value;
  throw noFigure(projection, metric.id);
}

/** A figure of a report: what has no answer is an error in its place, beside those that have one. */
export function figureOf(compute: () => number): Answer {
  try {
    return compute();
  } catch (cause) {
    if (cause instanceof NoAnswer) return new Failure(cause);
    throw cause;
  }
}
