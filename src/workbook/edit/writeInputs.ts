/** Changes cells of the table of inputs, but only while they hold what the person who decided saw there. */

import { isFormula } from "../contents";
import { BASE_COLUMN, TABLES } from "../layout";
import type { CellValue } from "../plan";
import { typedCell } from "../typedCell";
import { inputsOf } from "./inputTable";
import type { Inputs } from "./inputTable";

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

/** The edits that bring back what was there before. */
export function inverse(edits: readonly InputEdit[]): readonly InputEdit[] {
  return edits.map(({ key, scenario, before, after }) => ({ key, scenario, before: after, after: before }));
}

interface Found {
  readonly edit: InputEdit;
  /** The cell within the table, and what it holds now. */
  readonly row: number;
  readonly column: number;
  readonly now: CellValue;
  readonly formula: string;
}

interface ReadCells {
  readonly inputs: Inputs;
  readonly formulas: readonly (readonly CellValue[])[];
  /** Columns of the table left of Base. */
  readonly left: number;
}

/** Which of several rows of a key counts differs by what stands in them, and the edit itself may change it. */
function requireOneRow({ sheet, headerRow, rows }: Inputs, key: string): void {
  const places = rows.filter((row) => row.key === key).map(({ offset }) => String(headerRow + offset + 1));
  if (places.length > 1)
    throw new Error(
      `The key ${key} stands in rows ${places.join(" and ")} of ${sheet}. Nothing was written: choose one of them in Repair.`,
    );
}

function find({ inputs, formulas, left }: ReadCells, edit: InputEdit): Found {
  const row = inputs.rows.find(({ key }) => key === edit.key);
  const place = inputs.scenarios.indexOf(edit.scenario);
  if (!row) throw new Error(`The table ${TABLES.inputs} has no row "${edit.key}" any more. Nothing was written.`);
  if (place < 0) throw new Error(`The table ${TABLES.inputs} has no column "${edit.scenario}" any more. Nothing was written.`);
  requireOneRow(inputs, edit.key);
  const now = row.values[place] ?? "";
  return { edit, row: row.offset, column: left + place, now, formula: String(formulas[row.offset]?.[left + place] ?? "") };
}

/** What stands in the way of an edit; undefined when nothing does. */
function obstacle({ edit, now, formula }: Found, replacesFormulas: boolean): EditOutcome | undefined {
  if (now !== edit.before) return { kind: "changed", edit, now };
  return isFormula(formula, now) && !replacesFormulas ? { kind: "formula", edit, formula } : undefined;
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
  const inputs = inputsOf({ sheet: sheet.name, row: range.rowIndex, column: range.columnIndex, values: range.values as CellValue[][] });
  if (!inputs) throw new Error(`The table ${TABLES.inputs} has lost its column of keys or ${BASE_COLUMN}. Nothing was written.`);
  const read = { inputs, formulas: range.formulas as CellValue[][], left: inputs.baseColumn - range.columnIndex };
  const found = edits.map((edit) => find(read, edit));
  const [inTheWay] = found.flatMap((each) => obstacle(each, replacesFormulas) ?? []);
  if (inTheWay) return inTheWay;
  for (const { edit, row, column } of found) range.getCell(row, column).values = [[typedCell(edit.after)]];
  await context.sync();
  return { kind: "written", edits };
}
