import { infeasibleWords, noFigureWords } from "../engine/analysis/noPlanWords";
import type { InfeasibleProjection, Projection } from "../engine/lines";
import type { Value } from "../engine/catalogue/values";
import { NoAnswer } from "./excelError";
import { orNone } from "./ifNone";

/** That no plan carries the demand: from when on, what was needed and what the best shape offers. */
export const infeasible = (projection: InfeasibleProjection): NoAnswer => new NoAnswer(infeasibleWords(projection));

/** That a metric has no value, with the nearest fact. */
export const noFigure = (projection: Projection, metric: string): NoAnswer => new NoAnswer(noFigureWords(projection, metric));

/** A figure that a plan does not have: a good answer where the plan is feasible, so what the caller wants then; else why it is not. */
export function figureOrNone(projection: Projection, metric: string, ifNone: unknown): Value {
  if (!projection.feasible) throw noFigure(projection, metric);
  return orNone(ifNone, noFigureWords(projection, metric));
}
