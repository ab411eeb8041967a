/** Changes cells of the table of inputs, but only while they hold what the person who decided saw there. */

import { typedText } from "../mapping";
import { BASE_COLUMN, TABLES } from "../layout";
import type { CellContent, CellValue } from "../plan";
import { inputsOf } from "./inputTable";
import type { InputRow, Inputs } from "./inputTable";

/** One cell of the table: what it must hold before, and what is written. "" inherits. */
export interface InputEdit {
  readonly key: string;
  readonly scenario: string;
  readonly before: CellValue;
  readonly after: CellValue;
}

export type EditOutcome =
  | { readonly kind: "written"; readonly edits: readonly InputEdit[] }
  /** Somebody else has changed a cell since it was read: nothing was written. */
  | { readonly kind: "changed"; readonly edit: InputEdit; readonly now: CellValue }
  /** A cell holds a formula, which a value would replace: nothing was written. */
  | { readonly kind: "formula"; readonly edit: InputEdit; readonly formula: string };

/** What is typed into a cell for a value: text never becomes a formula. */
export function typedCell(value: CellValue): CellContent {
  return typeof value === "string" ? typedText(value) : value;
}

/** The edits that bring back what was there before. */
export function inverse(edits: readonly InputEdit[]): readonly InputEdit[] {
  return edits.map(({ key, scenario, before, after }) => ({ key, scenario, before: after, after: before }));
}

interface Found {
  readonly edit: InputEdit;
  readonly row: InputRow;
  readonly place: number;
}

function find(inputs: Inputs, edit: InputEdit): Found {
  const row = inputs.rows.find(({ key }) => key === edit.key);
  const place = inputs.scenarios.indexOf(edit.scenario);
  if (!row) throw new Error(`The table ${TABLES.inputs} has no row "${edit.key}" any more. Nothing was written.`);
  if (place < 0) throw new Error(`The table ${TABLES.inputs} has no column "${edit.scenario}" any more. Nothing was written.`);
  return { edit, row, place };
}

/**
 * Writes edits into the table, all or none.
 * @param replacesFormulas whether a cell that holds a formula may become a value
 */
export async function writeInputs(
  context: Excel.RequestContext,
  edits: readonly InputEdit[],
  replacesFormulas = false,
): Promise<EditOutcome> {
  const range = context.workbook.tables.getItem(TABLES.inputs).getRange();
  range.load("values,formulas,rowIndex,columnIndex");
  const sheet = range.worksheet.load("name");
  await context.sync();
  const values = range.values as CellValue[][];
  const inputs = inputsOf({ sheet: sheet.name, row: range.rowIndex, column: range.columnIndex, values });
  if (!inputs) throw new Error(`The table ${TABLES.inputs} has lost its column of keys or ${BASE_COLUMN}. Nothing was written.`);
  const formulas = range.formulas as CellValue[][];
  const found = edits.map((edit) => find(inputs, edit));
  for (const { edit, row, place } of found) {
    const now = row.values[place] ?? "";
    if (now !== edit.before) return { kind: "changed", edit, now };
    const formula = String(formulas[row.offset]?.[inputs.baseColumn - range.columnIndex + place] ?? "");
    if (formula.startsWith("=") && formula !== String(now) && !replacesFormulas) return { kind: "formula", edit, formula };
  }
  for (const each of found) {
    const column = inputs.baseColumn - range.columnIndex + each.place;
    range.getCell(each.row.offset, column).values = [[typedCell(each.edit.after)]];
  }
  await context.sync();
  return { kind: "written", edits };
}
