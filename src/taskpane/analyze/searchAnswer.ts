import type { Bracket } from "../../engine/analysis/bracket";
import { crossings, solutions } from "../../engine/analysis/crossover";
import type { KeySearch } from "../../engine/analysis/crossover";
import { figureAt } from "../../engine/analysis/figure";
import type { Side } from "../../engine/analysis/figure";
import { foundWords, neverMetWords, neverSameWords } from "../../engine/analysis/searchWords";
import { numericKey, variedScenario } from "../../engine/analysis/varied";
import type { NumericKey } from "../../engine/analysis/varied";
import { ModelError } from "../../engine/errors";
import type { Metric } from "../../engine/finance/metrics";
import { reference } from "../../reference/load";
import { labelOf } from "../../workbook/mapping";
import type { AskedSide, CrossingAnswer, CrossingQuestion, KeyCurve, SolveAnswer, SolveQuestion, Steps } from "./question";
import { meaningOf, metricOf, subjectOf } from "./subject";
import type { Subject } from "./subject";
import { ARCHITECTURE_NAMES } from "../../engine/words";

const POINTS = 41;
/** How far a picture reaches beyond what was found, as a factor, where no ends were stated. */
const BEYOND = 1.5;
/** Values between which a crossing is drawn: those further away would press the near ones together. */
const FAR = 20;

function sideOf(subject: Subject, key: string, metric: Metric): Side {
  numericKey(subject.a, key);
  return { varied: variedScenario(subject.map, [key], reference, metric.from), architecture: subject.architecture };
}

/** What a picture shows of a bracket: all of it where it was stated, else what was found and the scenario's own number, with room around. */
function windowOf({ bracket, changes }: KeySearch, { base }: NumericKey, isStated: boolean): Bracket {
  if (isStated) return bracket;
  const near = changes.map(({ value }) => value).filter((value) => base === 0 || Math.abs(value) <= FAR * Math.abs(base));
  const values = [base, ...near];
  const [least, largest] = [Math.min(...values), Math.max(...values)];
  const low = least > 0 ? least / BEYOND : least - (largest - least) / 2;
  const high = largest > 0 ? largest * BEYOND : largest + (largest - least) / 2;
  return { low: Math.max(bracket.low, low), high: Math.min(bracket.high, high > low ? high : bracket.high) };
}

/** Values of a picture's axis, rising, with the values that were found among them. */
function pointsOf({ low, high }: Bracket, { whole, base }: NumericKey, found: readonly number[]): readonly number[] {
  const even = Array.from({ length: POINTS }, (_, index) => low + ((high - low) * index) / (POINTS - 1));
  const points = [...even.map((point) => (whole ? Math.round(point) : point)), base, ...found];
  return [...new Set(points)].filter((point) => point >= low && point <= high).sort((one, other) => one - other);
}

function curveOf(name: string, side: Side, metric: Metric, xs: readonly number[]): KeyCurve {
  const values = xs.map((x) => figureAt(side, metric, 0, x) ?? null);
  side.varied.reset();
  return { name, values };
}

function searched(search: KeySearch, side: Side, metric: Metric, isStated: boolean, locale: string) {
  const [key] = side.varied.keys;
  const found = search.changes.map((change, index) => ({
    ...change,
    figure: figureAt(side, metric, 0, change.value) ?? 0,
    words: foundWords(search, index, locale),
  }));
  const xs = pointsOf(
    windowOf(search, key, isStated),
    key,
    found.map(({ value }) => value),
  );
  return { key: key.key, keyLabel: labelOf(key.key), keyUnit: key.assumption.unit, base: key.base, found, xs };
}

const isStated = ({ low, high }: { low: number | undefined; high: number | undefined }): boolean => low !== undefined && high !== undefined;

const nameOf = ({ scenario }: AskedSide, { architecture }: Subject): string => `${scenario}, ${ARCHITECTURE_NAMES[architecture]}`;

/** Where two architectures, or two scenarios, come to the same. */
export function* crossingAnswer(question: CrossingQuestion, locale: string): Steps<CrossingAnswer> {
  const { side, against, key, low, high } = question;
  const [first, second] = [subjectOf(side), subjectOf(against)];
  const names = [nameOf(side, first), nameOf(against, second)] as const;
  if (names[0] === names[1])
    throw new ModelError("conflict", "against", `Both sides are ${names[0]}. Choose another scenario or architecture to compare.`);
  const metric = metricOf(question.metric);
  yield { done: 0, total: 2, steps: "steps" };
  const [from, to] = [sideOf(first, key, metric), sideOf(second, key, metric)];
  const search = crossings(from, to, metric, low, high);
  yield { done: 1, total: 2, steps: "steps" };
  const common = searched(search, from, metric, isStated(question), locale);
  return {
    kind: "crossing",
    ...meaningOf(metric, first),
    ...common,
    none: search.changes.length > 0 ? undefined : neverSameWords(metric.id, search, names, locale),
    curves: [curveOf(names[0], from, metric, common.xs), curveOf(names[1], to, metric, common.xs)],
  };
}

/** What a key has to be for a metric to meet a target. */
export function* solveAnswer(question: SolveQuestion, locale: string): Steps<SolveAnswer> {
  const { side: asked, key, target, low, high } = question;
  const subject = subjectOf(asked);
  const metric = metricOf(question.metric);
  yield { done: 0, total: 2, steps: "steps" };
  const side = sideOf(subject, key, metric);
  const search = solutions(side, metric, target, low, high);
  yield { done: 1, total: 2, steps: "steps" };
  const common = searched(search, side, metric, isStated(question), locale);
  return {
    kind: "solve",
    ...meaningOf(metric, subject),
    ...common,
    target,
    none: search.changes.length > 0 ? undefined : neverMetWords(metric.id, search, target, locale),
    curves: [curveOf(nameOf(asked, subject), side, metric, common.xs), { name: "Target", values: common.xs.map(() => target) }],
  };
}
