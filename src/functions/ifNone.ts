import type { Value } from "../engine/catalogue/values";
import { brokenCell, CellError, oneCell } from "./cells";
import { NoAnswer } from "./excelError";
import { note } from "./notes";

/**
 * What a formula shows when the answer is that there is none: what the caller wants then, "" included, with the fact as a note for the pane; #N/A with the
 * fact when the argument was left out.
 */
export function orNone(ifNone: unknown, fact: string): Value {
  if (ifNone === undefined || ifNone === null) throw new NoAnswer(fact);
  const cell = oneCell("if_none", ifNone);
  if (cell instanceof CellError) throw brokenCell("if_none", cell);
  note(fact);
  return cell;
}
