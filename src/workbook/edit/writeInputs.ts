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
  /**
   * A formula of the user's that gave `after` and is brought back instead of it. The table gets no other formulas, and this one makes no calculated
   * column of it: the status stands in every column as a constant.
   */
  readonly formula?: string;
}

export type EditOutcome =
  /** With the edits that bring back what stood there before, values and formulas. */
  | { readonly kind: "written"; readonly inverse: readonly InputEdit[] }
  /** Somebody else has changed a cell since it was read: nothing was changed. */
  | { readonly kind: "changed"; readonly edit: InputEdit; readonly now: CellValue }
  /** A cell holds a formula, which a value would replace: nothing was changed. */
  | { readonly kind: "formula"; readonly edit: InputEdit; readonly formula: string };

interface Found {
  readonly edit: InputEdit;
  /** The cell within the table, and what it holds now. */
  readonly row: number;
  readonly column: number;
  readonly now: CellValue;
  /** The formula that gives it; undefined where it was typed. */
  readonly formula: string | undefined;
}

interface ReadCells {
  readonly inputs: Inputs;
  readonly formulas: readonly (readonly CellValue[])[];
  /** Columns of the table left of Base. */
  readonly left: number;
}

/** Refuses to write where a key stands in several rows. Which of them counts differs by what stands in them, and the edit itself may change it. */
export function requireOneRow({ sheet, headerRow, rows }: Inputs, key: string): void {
  const places = rows.filter((row) => row.key === key).map(({ offset }) => String(headerRow + offset + 1));
  if (places.length > 1)
    throw new Error(
      `The key ${key} appears in rows ${places.join(" and ")} of ${sheet}. Choose one of them in Repair; nothing was changed.`,
    );
}

function find({ inputs, formulas, left }: ReadCells, edit: InputEdit): Found {
  const row = inputs.rows.find(({ key }) => key === edit.key);
  const place = inputs.scenarios.indexOf(edit.scenario);
  if (!row) throw new Error(`The table ${TABLES.inputs} has no row "${edit.key}" any more. Nothing was changed.`);
  if (place < 0) throw new Error(`The table ${TABLES.inputs} has no column "${edit.scenario}" any more. Nothing was changed.`);
  requireOneRow(inputs, edit.key);
  const now = row.values[place] ?? "";
  const typed = formulas[row.offset]?.[left + place];
  return { edit, row: row.offset, column: left + place, now, formula: isFormula(typed, now) ? typed : undefined };
}

/** What stands in the way of an edit; undefined when nothing does. */
function obstacle({ edit, now, formula }: Found, replacesFormulas: boolean): EditOutcome | undefined {
  if (now !== edit.before) return { kind: "changed", edit, now };
  return formula !== undefined && !replacesFormulas ? { kind: "formula", edit, formula } : undefined;
}

/** The edit that brings back what a cell held. */
function inverse({ edit: { key, scenario, after }, now, formula }: Found): InputEdit {
  return { key, scenario, before: after, after: now, ...(formula !== undefined && { formula }) };
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
  if (!inputs) throw new Error(`The table ${TABLES.inputs} has lost its column of keys or ${BASE_COLUMN}. Nothing was changed.`);
  const read = { inputs, formulas: range.formulas as CellValue[][], left: inputs.baseColumn - range.columnIndex };
  const found = edits.map((edit) => find(read, edit));
  const [inTheWay] = found.flatMap((each) => obstacle(each, replacesFormulas) ?? []);
  if (inTheWay) return inTheWay;
  for (const { edit, row, column } of found) {
    const cell = range.getCell(row, column);
    if (edit.formula === undefined) cell.values = [[typedCell(edit.after)]];
    else cell.formulas = [[edit.formula]];
  }
  await context.sync();
  return { kind: "written", inverse: found.map(inverse) };
}
