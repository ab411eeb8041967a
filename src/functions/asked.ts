/** What several questions ask for: a metric of a scenario under an architecture, and words about values that were found. */

import { numericKey, variedScenario } from "../engine/analysis/varied";
import type { KeySearch } from "../engine/analysis/crossover";
import type { Side } from "../engine/analysis/figure";
import { METRICS } from "../engine/finance/metrics";
import type { Metric } from "../engine/finance/metrics";
import { ARCHITECTURES } from "../engine/planSetting";
import type { Architecture } from "../engine/planSetting";
import { reference } from "../reference/load";
import { choiceOf, isOmitted, textOf } from "./cells";
import { NoAnswer } from "./excelError";
import { metricIn } from "./figures";
import type { KnownScenario } from "./memo";
import { inWords } from "./words";

const DEFAULT_METRIC = "npv";
const ARCHITECTURE_NAMES = Object.fromEntries(ARCHITECTURES.map((name) => [name, name])) as Record<Architecture, Architecture>;

/** The metric asked for; the present value when none is. */
export function metricAsked(given: unknown): Metric {
  return isOmitted(given) ? (METRICS.find(({ id }) => id === DEFAULT_METRIC) ?? METRICS[0]) : metricIn("metric", given);
}

/** The architecture asked for; another one, such as the scenario's own, when none is. */
export function architectureAsked(name: string, given: unknown, otherwise: Architecture): Architecture {
  return choiceOf(name, given, ARCHITECTURE_NAMES, otherwise);
}

/** A scenario whose key can be varied, under an architecture. */
export function variedSide(scenario: KnownScenario, key: string, architecture: Architecture, metric: Metric): Side {
  scenario.assumptions();
  return { varied: variedScenario(scenario.map, [key], reference, metric.from), architecture };
}

/** The key of an argument, which has to hold a number in the scenario. */
export function numericKeyOf(scenario: KnownScenario, given: unknown): string {
  return numericKey(scenario.assumptions(), textOf("key", given)).key;
}

const excludedWords = ({ excluded }: KeySearch): string =>
  excluded.length === 0 ? "" : ` ${excluded.length} of the values looked at have no plan, such as ${inWords(excluded[0])}.`;

/** That a key reaches nothing within its bracket, with what is the case at its ends and where it comes nearest. */
export function notReached(what: string, key: string, search: KeySearch, sayGap: (difference: number) => string): NoAnswer {
  const { bracket, ends } = search;
  const where = `for ${key} from ${inWords(bracket.low)} to ${inWords(bracket.high)}`;
  if (!ends) return new NoAnswer(`${what} ${where}: none of the values looked at has a plan.`);
  const at = ({ value, gap }: typeof ends.low): string => `at ${inWords(value)} ${sayGap(gap.difference)}`;
  const { low, high, nearest } = ends;
  const inside = nearest === low || nearest === high ? "" : `; nearest ${at(nearest)}`;
  return new NoAnswer(`${what} ${where}: ${at(low)}, ${at(high)}${inside}.${excludedWords(search)}`);
}

/** What there is to say about a value that was found among others: a jump, the others, values without a plan. Nothing: "". */
export function foundWords(search: KeySearch, index: number): string {
  const { changes } = search;
  const { jump, residual } = changes[index];
  const step = jump ? `It is a step: the amounts do not meet there, ${inWords(Math.abs(residual))} is left.` : "";
  const others = changes.filter((_, at) => at !== index).map(({ value }) => inWords(value));
  const more =
    others.length === 0
      ? ""
      : ` There ${others.length === 1 ? "is one more" : `are ${others.length} more`}: ${others.slice(0, 9).join(", ")}.`;
  return `${step}${more}${excludedWords(search)}`.trim();
}
