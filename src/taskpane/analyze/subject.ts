/** A scenario of the workbook as the engine reads it, with the metric that is asked for. */

import { noFigureWords } from "../../engine/analysis/noPlanWords";
import { ModelError } from "../../engine/errors";
import { metricNamed } from "../../engine/finance/metrics";
import type { Metric } from "../../engine/finance/metrics";
import type { Architecture } from "../../engine/plan/setting";
import { project } from "../../engine/plan/project";
import type { Assumptions, ScenarioMap } from "../../engine/catalogue/resolved";
import { resolveScenario } from "../../engine/catalogue/scenario";
import { reference } from "../../reference/load";
import type { AskedSide, FigureMeaning } from "./question";

export interface Subject {
  readonly map: ScenarioMap;
  readonly a: Assumptions;
  readonly architecture: Architecture;
}

/**
 * The scenario of a side; the last of a repeated key wins, as in the functions.
 * @throws {ModelError} for the first error in it.
 */
export function subjectOf({ rows, architecture }: AskedSide): Subject {
  const [, ...stated] = rows;
  const map = new Map(stated.flatMap(([key, value]) => (key === "" || value === "" ? [] : [[String(key), value] as const])));
  const a = resolveScenario(map, reference);
  return { map, a, architecture: architecture === "" ? a["plan.architecture"] : architecture };
}

/** @throws {ModelError} for a metric that the model does not have. */
export function metricOf(id: string): Metric {
  const metric = metricNamed(id);
  if (!metric) throw new ModelError("not-allowed", "metric", `There is no metric "${id}".`);
  return metric;
}

/** A metric's name and unit in the scenario's currency. */
export function meaningOf({ id, label, unit }: Metric, { a }: Subject): FigureMeaning {
  return { metric: id, label, unit: unit.replace(/^money/, a["plan.currency"]) };
}

/** Why a scenario has no figure, in the model's words: no plan carries the demand, or there is nothing to measure. */
export function noFigure({ a, architecture }: Subject, { id }: Metric): ModelError {
  return new ModelError("missing", id, noFigureWords(project(a, architecture, reference), id));
}
