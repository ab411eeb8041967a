import { checkEnds } from "../../engine/analysis/simulation/uncertainty";
import { tenthRanges, tornado } from "../../engine/analysis/tornado";
import type { KeyRange, TornadoBar } from "../../engine/analysis/tornado";
import { numericKey } from "../../engine/analysis/varied";
import type { Metric } from "../../engine/finance/metrics";
import { reference } from "../../reference/load";
import { labelOf } from "../../workbook/mapping";
import type { Steps, TornadoAnswer, TornadoQuestion } from "./question";
import { meaningOf, metricOf, noFigure, subjectOf } from "./subject";
import type { Subject } from "./subject";

/** Ranges that are tried before progress is reported. */
const RANGES_PER_STEP = 25;

/** The ranges by how far each moves the metric, in steps. */
export function* tornadoSteps(
  subject: Subject,
  ranges: readonly KeyRange[],
  metric: Metric,
): Generator<{ done: number; total: number; steps: string }, { readonly base: number; readonly bars: readonly TornadoBar[] }, void> {
  const bars: TornadoBar[] = [];
  let base: number | undefined;
  for (let first = 0; first === 0 || first < ranges.length; first += RANGES_PER_STEP) {
    yield { done: first, total: ranges.length, steps: "assumptions" };
    const found = tornado(subject.map, subject.architecture, ranges.slice(first, first + RANGES_PER_STEP), metric, reference);
    if (!found) throw noFigure(subject, metric);
    base = found.base;
    bars.push(...found.bars);
  }
  return { base: base ?? 0, bars: bars.sort((one, other) => other.swing - one.swing) };
}

/** What matters most: each range by itself, the rest as the scenario has it. */
export function* tornadoAnswer({ side, metric: id, ranges }: TornadoQuestion): Steps<TornadoAnswer> {
  const subject = subjectOf(side);
  const metric = metricOf(id);
  const isStated = typeof ranges !== "string";
  if (isStated) for (const { key, low, high } of ranges) checkEnds(numericKey(subject.a, key), low, high);
  const { base, bars } = yield* tornadoSteps(subject, isStated ? ranges : tenthRanges(subject.map, reference, ranges), metric);
  return {
    kind: "tornado",
    ...meaningOf(metric, subject),
    architecture: subject.architecture,
    varied: isStated ? "stated" : ranges,
    base,
    bars: bars.map((bar) => ({ ...bar, label: labelOf(bar.key) })),
  };
}
