import type { Value } from "../engine/catalogue/values";
import { brokenCell, CellError, oneCell } from "./cells";
import { NoAnswer } from "./excelError";
import { note } from "./notes";

/**
 * The result of a formula without an answer: the argument if_none, "" included, with the reason as a remark for the pane; #N/A with the reason when the
 * argument was left out.
 */
export function orNone(ifNone: unknown, fact: string): Value {
  if (ifNone === undefined || ifNone === null) throw new NoAnswer(fact);
  const cell = oneCell("if_none", ifNone);
  if (cell instanceof CellError) throw brokenCell("if_none", cell);
  note(fact);
  return cell;
}
