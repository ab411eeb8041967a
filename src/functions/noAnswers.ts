import { infeasibleWords, noFigureWords } from "../engine/analysis/noPlanWords";
import type { InfeasibleProjection, Projection } from "../engine/lines";
import type { Value } from "../engine/catalogue/values";
import { NoAnswer } from "./excelError";
import { orNone } from "./ifNone";

/** The answer for an infeasible plan: from when, the need, and the largest server's capacity. */
export const infeasible = (projection: InfeasibleProjection): NoAnswer => new NoAnswer(infeasibleWords(projection));

/** The answer for a metric without a value, with the reason. */
export const noFigure = (projection: Projection, metric: string): NoAnswer => new NoAnswer(noFigureWords(projection, metric));

/** A metric without a value: if_none when the plan is feasible, else the reason why it isn't. */
export function figureOrNone(projection: Projection, metric: string, ifNone: unknown): Value {
  if (!projection.feasible) throw noFigure(projection, metric);
  return orNone(ifNone, noFigureWords(projection, metric));
}
