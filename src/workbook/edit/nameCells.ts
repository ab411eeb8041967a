/** Cells that hold the name of a scenario as it is written there, by which formulas find it: they follow when the scenario gets another name. */

import { subjectCell } from "../analysis/analysisParts";
import { CONTENTS, contentsOf, isFormula } from "../contents";
import { cellOfName, PICKS } from "../layout";
import type { SheetCell } from "../layout";
import { readParts } from "../readScenarios";
import { nameFormula } from "../standing";
import type { ModelParts } from "../standing";
import { typedCell } from "../typedCell";

/** The pickers of Compare, and what the analyses on the sheets were about. */
export function nameCells(parts: Pick<ModelParts, "names" | "sheets">): readonly SheetCell[] {
  const pickers = Object.values(PICKS).map(({ cell }) => cellOfName(nameFormula(parts.names, cell) ?? ""));
  const subjects = [subjectCell("tornado", parts), subjectCell("simulation", parts)];
  return [...pickers, ...subjects].flatMap((cell) => (cell && parts.sheets.includes(cell.sheet) ? [cell] : []));
}

/** Whether a cell holds this name and no formula; formulas that look names up do not mind their case. */
function holds(cell: Excel.Range, name: string): boolean {
  const { values, formulas } = contentsOf(cell);
  const [value, typed] = [values[0]?.[0], formulas[0]?.[0]];
  return String(value).toLowerCase() === name.toLowerCase() && !isFormula(typed, value);
}

/** Writes the new name into the cells that hold the old one. */
export async function renameInCells(context: Excel.RequestContext, name: string, renamed: string): Promise<void> {
  const cells = nameCells(await readParts(context)).map(({ sheet, row, column }) =>
    context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, 1, 1).load(CONTENTS),
  );
  await context.sync();
  for (const cell of cells) if (holds(cell, name)) cell.values = [[typedCell(renamed)]];
  await context.sync();
}
