import type { Metric } from "../finance/metrics";
import type { Architecture } from "../plan/setting";
import type { Reference } from "../catalogue/reference";
import type { ScenarioMap } from "../catalogue/resolved";
import { resolveScenario } from "../catalogue/scenario";
import { figureAt, figureOf, linesOf } from "./figure";
import { isMoved } from "./tornadoInputs";
import type { TornadoInputs } from "./tornadoInputs";
import { variableKeys } from "./variableKeys";
import { allowedValue, numericKey, variedScenario } from "./varied";
import type { NumericKey } from "./varied";

/** From where to where a key goes. */
export interface KeyRange {
  readonly key: string;
  readonly low: number;
  readonly high: number;
}

/** What a range of one key does to a metric while all others stay. */
export interface TornadoBar extends KeyRange {
  /** The metric at each end; undefined where it has no value. */
  readonly atLow: number | undefined;
  readonly atHigh: number | undefined;
  /** The largest less the smallest of the metric at both ends and in between, at the scenario's own number. */
  readonly swing: number;
}

const TENTH = 0.1;
/** Keys that are part of the question, so never uncertain. */
const NO_UNCERTAINTY = /^plan\./;

/**
 * Every uncertain number of a scenario, or its decisions, or both, a tenth down and up, within the catalogue's bounds, whole numbers by at least one; numbers of 0 have no such range.
 * A share above a half moves by a tenth of what it lacks to 1: an availability of 0.999 is uncertain in its failures.
 */
export function tenthRanges(scenario: ScenarioMap, reference: Reference, inputs: TornadoInputs = "uncertain"): readonly KeyRange[] {
  const a = resolveScenario(scenario, reference);
  return variableKeys(a)
    .filter((key) => !NO_UNCERTAINTY.test(key) && isMoved(key, inputs))
    .map((key) => tenthRange(numericKey(a, key)))
    .filter(({ low, high }) => low < high);
}

function tenthRange(key: NumericKey): KeyRange {
  const { unit } = key.assumption;
  const distance = unit === "share" && key.max === 1 ? Math.min(key.base, 1 - key.base) : Math.abs(key.base);
  const reach = key.whole && key.base !== 0 ? Math.max(1, Math.round(TENTH * distance)) : TENTH * distance;
  return { key: key.key, low: allowedValue(key, key.base - reach), high: allowedValue(key, key.base + reach) };
}

/**
 * What each range does to a metric by itself, the largest swing first; ranges without any effect are left out. Undefined when the scenario has no
 * such figure.
 * @throws {ModelError} for an error in the scenario, and a key that is no number in it.
 */
export function tornado(
  scenario: ScenarioMap,
  architecture: Architecture,
  ranges: readonly KeyRange[],
  metric: Metric,
  reference: Reference,
): { readonly base: number; readonly bars: readonly TornadoBar[] } | undefined {
  const varied = variedScenario(
    scenario,
    ranges.map(({ key }) => key),
    reference,
    linesOf(metric),
  );
  const side = { varied, architecture };
  const base = figureOf(side, metric);
  if (base === undefined) return undefined;
  const bars = ranges.map((range, index): TornadoBar => {
    const atLow = figureAt(side, metric, index, range.low);
    const atHigh = figureAt(side, metric, index, range.high);
    varied.set(index, varied.keys[index].base);
    const figures = [base, atLow ?? base, atHigh ?? base];
    return { ...range, atLow, atHigh, swing: Math.max(...figures) - Math.min(...figures) };
  });
  const moved = bars.filter(({ atLow, atHigh }) => atLow !== base || atHigh !== base);
  return { base, bars: moved.sort((one, other) => other.swing - one.swing) };
}
