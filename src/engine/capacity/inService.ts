/** What explanations print of the servers and nodes in service. */
import type { Plan } from "../lines";
import { stepsOf } from "../terms";
import type { TermWriter } from "../terms";
import type { ServerShape } from "../catalogue/reference";
import { serverEvidence } from "../search/choiceTerms";
import { shapeNumber, shapeRent } from "./shapeTerms";
import type { ShapeNumber } from "./shapeTerms";

/** The word of formulas for a number that a shape does not bound. */
const NO_LIMIT = "no_limit";

/** A text of the server in service, step by step, with the evidence for its choice. */
function ofServer(plan: Plan, t: TermWriter, ofShape: (shape: ServerShape) => string): string {
  const { central, timeline } = plan;
  t.because(serverEvidence(plan, t));
  return central ? stepsOf(timeline.months, (month) => ofShape(central.shapes[central.shapeOf[month - 1]])) : "0";
}

/** A number of the server in service. */
export function serverNumber(plan: Plan, t: TermWriter, number: ShapeNumber): string {
  return ofServer(plan, t, (shape) => (shape[number] === null ? NO_LIMIT : shapeNumber(plan, t, "vertical", shape, number)));
}

/** Rent of the server in service. */
export function serverRent(plan: Plan, t: TermWriter): string {
  return ofServer(plan, t, (shape) => shapeRent(plan, t, "vertical", shape));
}

/** A number of the node type in service. */
export function nodeNumber(plan: Plan, t: TermWriter, number: ShapeNumber): string {
  const shape = plan.distributed?.shape;
  if (!shape) return "0";
  return shape[number] === null ? NO_LIMIT : shapeNumber(plan, t, "horizontal", shape, number);
}

/** Rent of a node. */
export function nodeRent(plan: Plan, t: TermWriter): string {
  return plan.distributed ? shapeRent(plan, t, "horizontal", plan.distributed.shape) : "0";
}
