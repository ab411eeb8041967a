/** What new scenarios write into the sheets, in words: from the plan by which they get their places. Pure. */

import { CATALOGUE } from "../../engine/catalogue/assumptions";
import { cellAddress, rangeAddress, SHEETS, TABLES } from "../layout";
import type { SheetCell } from "../layout";
import { STATUS_KEY } from "../mapping";
import { listed, writtenWords } from "../preview";
import { refreshPlan } from "../refreshPlan";
import type { InputTable, ModelParts } from "../standing";
import { nameCells } from "./nameCells";
import { copyName } from "./scenarioNames";

/** The table with a column more, as `addScenarios` leaves it behind. */
function withColumn(inputs: InputTable): InputTable {
  const header = (inputs.values[0] ?? []).map(String);
  const column = [copyName("New", header), CATALOGUE[STATUS_KEY].default];
  return { ...inputs, values: inputs.values.map((row, index) => [...row, column[index] ?? ""]) };
}

/** What adding a scenario writes; "" where the table of inputs is gone. */
export function newScenarioPreview(parts: ModelParts): string {
  const { inputs, sheets } = parts;
  if (!inputs) return "";
  const column = inputs.column + (inputs.values[0] ?? []).length;
  const own = rangeAddress(inputs.row, column, inputs.values.length, 1);
  const rest = writtenWords(refreshPlan({ ...parts, inputs: withColumn(inputs) }).sheets, sheets);
  return `Adds ${inputs.sheet} ${own} to the table ${TABLES.inputs}. ${rest}`.trim();
}

const addressOf = ({ sheet, row, column }: SheetCell): string => `${sheet} ${cellAddress(row, column)}`;

/** What renaming a scenario writes; "" where its column is gone. */
export function renamePreview(parts: ModelParts, name: string): string {
  const { inputs, compare } = parts;
  const at = (inputs?.values[0] ?? []).map(String).indexOf(name);
  if (!inputs || at < 0) return "";
  const cells = nameCells(parts);
  const isPick = ({ sheet }: SheetCell) => sheet === SHEETS.compare;
  const chosen = ({ row, column }: SheetCell) => String(compare?.values[row - compare.row]?.[column - compare.column] ?? "");
  const picks = cells.filter((cell) => isPick(cell) && chosen(cell).toLowerCase() === name.toLowerCase());
  const places = [{ sheet: inputs.sheet, row: inputs.row, column: inputs.column + at }, ...picks].map(addressOf);
  const others = cells.filter((cell) => !isPick(cell)).map(addressOf);
  const follow = others.length > 0 ? ` Where ${listed(others)} name it, they follow.` : "";
  return `Writes ${listed(places)}.${follow}`;
}

/** What giving scenarios their places writes; "" where all have theirs. */
export function refreshPreview(parts: ModelParts): string {
  return writtenWords(refreshPlan(parts).sheets, parts.sheets);
}
