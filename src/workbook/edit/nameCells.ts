/** Cells that hold the name of a scenario as it is written there, by which formulas find it: they follow when the scenario gets another name. Pure. */

import { subjectCell } from "../analysis/analysisParts";
import { cellOfName, PICKS } from "../layout";
import type { SheetCell } from "../layout";
import { nameFormula } from "../standing";
import type { ModelParts } from "../standing";

/** The pickers of Compare, and what the analyses on the sheets were about. */
export function nameCells(parts: Pick<ModelParts, "names" | "sheets">): readonly SheetCell[] {
  const pickers = Object.values(PICKS).map(({ cell }) => cellOfName(nameFormula(parts.names, cell) ?? ""));
  const subjects = [subjectCell("tornado", parts), subjectCell("simulation", parts)];
  return [...pickers, ...subjects].flatMap((cell) => (cell && parts.sheets.includes(cell.sheet) ? [cell] : []));
}
