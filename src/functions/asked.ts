/** Arguments of several questions: a metric, an architecture, and a key of a scenario. */

import { numericKey, variedScenario } from "../engine/analysis/varied";
import type { Side } from "../engine/analysis/figure";
import { METRICS } from "../engine/finance/metrics";
import type { Metric } from "../engine/finance/metrics";
import { ARCHITECTURES } from "../engine/plan/setting";
import type { Architecture } from "../engine/plan/setting";
import { reference } from "../reference/load";
import { choiceOf, isOmitted, textOf } from "./cells";
import { metricIn } from "./figures";
import type { KnownScenario } from "./memo";

const DEFAULT_METRIC = "npv";
const ARCHITECTURE_NAMES = Object.fromEntries(ARCHITECTURES.map((name) => [name, name])) as Record<Architecture, Architecture>;

/** The requested metric; the present value by default. */
export function metricAsked(given: unknown): Metric {
  return isOmitted(given) ? (METRICS.find(({ id }) => id === DEFAULT_METRIC) ?? METRICS[0]) : metricIn("metric", given);
}

/** The requested architecture; a default, such as the scenario's, when the argument is left out. */
export function architectureAsked(name: string, given: unknown, otherwise: Architecture): Architecture {
  return choiceOf(name, given, ARCHITECTURE_NAMES, otherwise);
}

/** A scenario whose key can be varied, under an architecture. */
export function variedSide(scenario: KnownScenario, key: string, architecture: Architecture, metric: Metric): Side {
  scenario.assumptions();
  return { varied: variedScenario(scenario.map, [key], reference, metric.from), architecture };
}

/** The key of an argument, as the scenario spells it. */
export function keyAsked(scenario: KnownScenario, name: string, given: unknown): string {
  return scenario.spelled(textOf(name, given));
}

/** The key of an argument, whose value in the scenario has to be a number. */
export function numericKeyOf(scenario: KnownScenario, given: unknown): string {
  return numericKey(scenario.assumptions(), keyAsked(scenario, "key", given)).key;
}
