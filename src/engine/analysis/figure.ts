import { ModelError } from "../errors";
import { metricValue } from "../finance/metrics";
import type { Metric } from "../finance/metrics";
import type { Architecture } from "../plan/setting";
import type { VariedScenario } from "./varied";

/** A scenario under an architecture, one of whose figures is asked for again and again. */
export interface Side {
  readonly varied: VariedScenario;
  readonly architecture: Architecture;
}

/**
 * A metric of a scenario with the numbers as they are; undefined where it has none: no plan carries the demand, there is nothing to divide by, or
 * the numbers contradict each other.
 */
export function figureOf({ varied, architecture }: Side, metric: Metric): number | undefined {
  try {
    return metricValue(metric, varied.projection(architecture));
  } catch (cause) {
    if (cause instanceof ModelError) return undefined;
    throw cause;
  }
}

/** A metric at a number of one of the scenario's keys; undefined where there is none. */
export function figureAt(side: Side, metric: Metric, index: number, value: number): number | undefined {
  try {
    side.varied.set(index, value);
  } catch (cause) {
    if (cause instanceof ModelError) return undefined;
    throw cause;
  }
  return figureOf(side, metric);
}

/** The lines that a metric is computed from beside the cost lines. */
export function linesOf({ from }: Metric): readonly string[] {
  return from;
}
