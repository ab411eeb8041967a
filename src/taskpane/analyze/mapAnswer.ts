import { gridOf } from "../../engine/analysis/grid";
import { allowedValue, numericKey } from "../../engine/analysis/varied";
import { ModelError } from "../../engine/errors";
import { metricValue } from "../../engine/finance/metrics";
import type { Metric } from "../../engine/finance/metrics";
import { ARCHITECTURES } from "../../engine/plan/setting";
import type { Architecture } from "../../engine/plan/setting";
import { valueInFull } from "../../engine/words";
import { reference } from "../../reference/load";
import { labelOf } from "../../workbook/mapping";
import type { KeyEnds, MapAnswer, MapAxis, MapCell, MapQuestion, Steps } from "./question";
import { meaningOf, metricOf, subjectOf } from "./subject";
import type { Subject } from "./subject";

const FEWEST_STEPS = 2;
/** More would leave no room for the letters of the cells in a narrow pane. */
const MOST_STEPS = 25;
/** Ends of a key that does not state them, as factors of the scenario's own number. */
const DEFAULT_LOW = 0.5;
const DEFAULT_HIGH = 2;

/**
 * The values of a key: evenly from its low to its high end, by default from half the scenario's number to twice it.
 * @throws {ModelError} for a key that cannot be varied, and for ends that are equal, in the wrong order or outside the bounds.
 */
function axisOf({ a }: Subject, { key, low, high }: KeyEnds, steps: number): MapAxis {
  const numeric = numericKey(a, key);
  const { base, min, max, whole, assumption } = numeric;
  if (base <= 0 && (low === undefined || high === undefined))
    throw new ModelError("missing", key, `Enter both ends of ${key}: the scenario has ${base}, which gives no default range.`);
  const from = low ?? allowedValue(numeric, base * DEFAULT_LOW);
  const to = high ?? allowedValue(numeric, base * DEFAULT_HIGH);
  const full = (end: number): string => valueInFull(end, assumption.unit);
  for (const [name, end] of [
    ["low", from],
    ["high", to],
  ] as const)
    if (end < min || end > max) {
      const allowed = `${full(Math.max(min, -1e15))} to ${full(Math.min(max, 1e15))}`;
      throw new ModelError("out-of-range", key, `${key}: ${name} is ${full(end)}. Enter ${allowed}.`);
    }
  if (!(from < to)) throw new ModelError("conflict", key, `${key}: low is ${full(from)} and high is ${full(to)}. Enter a low below high.`);
  const even = Array.from({ length: steps }, (_, index) => from + ((to - from) * index) / (steps - 1));
  const values = [...new Set(even.map((value) => (whole ? Math.round(value) : value)))];
  return { key, label: labelOf(key), unit: assumption.unit, base, values };
}

/** A row of the map for one architecture: its figure for each value across. */
function rowOf(subject: Subject, architecture: Architecture, down: [string, number], across: MapAxis, metric: Metric) {
  const [key, value] = down;
  const axes = [{ key, values: [value] }, across] as const;
  const read = (outcome: Parameters<Parameters<typeof gridOf>[4]>[0]): number | undefined =>
    outcome instanceof ModelError ? undefined : metricValue(metric, outcome);
  return gridOf<number | undefined>(subject.map, reference, architecture, axes, read, metric.from)[0];
}

/** The architecture with the lowest figure; the first of those with the same. */
function cellOf(figures: readonly (number | undefined)[]): MapCell {
  const ranked = ARCHITECTURES.flatMap((architecture, index) => {
    const figure = figures[index];
    return figure === undefined ? [] : [{ architecture, figure }];
  }).sort((one, other) => one.figure - other.figure);
  const [first, second] = ranked;
  return { winner: ranked.at(0)?.architecture, margin: ranked.length > 1 ? second.figure - first.figure : undefined };
}

/** The architecture with the lowest figure for each pair of values of two keys. */
export function* mapAnswer({ side, metric: id, down, across, steps }: MapQuestion): Steps<MapAnswer> {
  if (!Number.isInteger(steps) || steps < FEWEST_STEPS || steps > MOST_STEPS)
    throw new ModelError("out-of-range", "steps", `steps is ${steps}. Enter a whole number from ${FEWEST_STEPS} to ${MOST_STEPS}.`);
  if (down.key === across.key) throw new ModelError("conflict", "across", `Both keys are ${down.key}. Choose two different ones.`);
  const subject = subjectOf(side);
  const metric = metricOf(id);
  const [rows, columns] = [axisOf(subject, down, steps), axisOf(subject, across, steps)];
  const cells: MapCell[][] = [];
  for (const value of rows.values) {
    yield { done: cells.length * columns.values.length, total: rows.values.length * columns.values.length, steps: "pairs of values" };
    const figures = ARCHITECTURES.map((architecture) => rowOf(subject, architecture, [rows.key, value], columns, metric));
    cells.push(columns.values.map((_, index) => cellOf(figures.map((row) => row[index]))));
  }
  return { kind: "map", ...meaningOf(metric, subject), down: rows, across: columns, cells };
}
