import { ModelError } from "../errors";
import { metricValue } from "../finance/metrics";
import type { Metric } from "../finance/metrics";
import type { Architecture } from "../plan/setting";
import type { VariedScenario } from "./varied";

/** A scenario under an architecture, whose figures are computed for many values of its keys. */
export interface Side {
  readonly varied: VariedScenario;
  readonly architecture: Architecture;
}

/**
 * A metric of a scenario with its current numbers; undefined if it has none: the plan is infeasible, there is nothing to divide by, or
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
