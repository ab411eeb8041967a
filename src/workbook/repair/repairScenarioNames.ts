/** Headers of scenarios that were typed or pasted into the table of inputs and cannot be names. Pure. */

import { faultyNames } from "../edit/scenarioNames";
import type { FaultyName } from "../edit/scenarioNames";
import { nameCells } from "../edit/nameCells";
import { cellAddress, SHEETS, TABLES } from "../layout";
import type { InputTable, ModelParts } from "../standing";
import { typedCell } from "../typedCell";
import { UNDO } from "./repairDamage";
import type { Damage, RepairStep } from "./repairDamage";

const LONGEST_SHOWN = 60;

const shown = (name: string): string => (name.length > LONGEST_SHOWN ? `${name.slice(0, LONGEST_SHOWN)} ...` : name);

/** The pickers of Compare that hold a name: they follow it. */
function pickersOf(name: string, parts: ModelParts): readonly { readonly row: number; readonly column: number }[] {
  const { compare } = parts;
  const held = ({ row, column }: { row: number; column: number }) =>
    String(compare?.values[row - compare.row]?.[column - compare.column] ?? "");
  return nameCells(parts).filter((cell) => cell.sheet === SHEETS.compare && held(cell) === name);
}

function damageOfName({ name, column, problem, mended }: FaultyName, inputs: InputTable, parts: ModelParts): Damage {
  const place = { row: inputs.row, column: inputs.column + column };
  const write = (sheet: string, cell: { row: number; column: number }): RepairStep => ({
    kind: "write",
    sheet,
    row: cell.row,
    column: cell.column,
    cells: [[typedCell(mended)]],
  });
  return {
    id: `name:${TABLES.inputs}:${name}`,
    words: `The scenario "${shown(name)}" needs another name. ${problem}`,
    address: `${inputs.sheet}!${cellAddress(place.row, place.column)}`,
    preview: [`Renames it to "${shown(mended)}".`],
    steps: [write(inputs.sheet, place), ...pickersOf(name, parts).map((cell) => write(SHEETS.compare, cell))],
    advice: `Or type another name into the cell. ${UNDO}`,
  };
}

/** Scenarios that need another name, with the nearest that they can have. */
export function scenarioNameDamage(parts: ModelParts): readonly Damage[] {
  const { inputs } = parts;
  return inputs ? faultyNames((inputs.values[0] ?? []).map(String)).map((faulty) => damageOfName(faulty, inputs, parts)) : [];
}
