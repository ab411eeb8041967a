import type { Metric } from "../finance/metrics";
import type { Bracket } from "./bracket";
import { bracketOf, scanPoints } from "./bracket";
import { figureAt } from "./figure";
import type { Side } from "./figure";
import { signChanges } from "./signChanges";
import type { Search } from "./signChanges";
import type { NumericKey } from "./varied";

/** Where something happens to a key, and between which ends it was looked for. */
export interface KeySearch extends Search {
  readonly key: NumericKey;
  readonly bracket: Bracket;
}

/** The key that is varied is the first of each scenario's keys. */
const VARIED = 0;

/**
 * The values of a key at which two architectures, or two scenarios, come to the same by a metric: every one in the bracket, lowest first. The
 * difference of a gap is the second side's figure less the first's.
 * @throws {ModelError} for a bracket that is none.
 */
export function crossings(from: Side, to: Side, metric: Metric, low?: number, high?: number): KeySearch {
  const key = from.varied.keys[VARIED];
  const bracket = bracketOf(key, low, high);
  const search = signChanges(
    scanPoints(key, bracket),
    (value) => {
      const before = figureAt(from, metric, VARIED, value);
      const after = before === undefined ? undefined : figureAt(to, metric, VARIED, value);
      if (before === undefined || after === undefined) return undefined;
      return { difference: after - before, scale: Math.max(Math.abs(before), Math.abs(after)) };
    },
    key.whole,
  );
  return { ...search, key, bracket };
}

/**
 * The values of a key at which a metric meets a target: every one in the bracket, lowest first. The difference of a gap is the metric less the
 * target.
 * @throws {ModelError} for a bracket that is none.
 */
export function solutions(side: Side, metric: Metric, target: number, low?: number, high?: number): KeySearch {
  const key = side.varied.keys[VARIED];
  const bracket = bracketOf(key, low, high);
  const search = signChanges(
    scanPoints(key, bracket),
    (value) => {
      const figure = figureAt(side, metric, VARIED, value);
      if (figure === undefined) return undefined;
      return { difference: figure - target, scale: Math.max(Math.abs(figure), Math.abs(target)) };
    },
    key.whole,
  );
  return { ...search, key, bracket };
}
