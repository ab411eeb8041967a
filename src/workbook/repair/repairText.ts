/** Cells of tables that hold what cannot be a value: text where a number belongs, and errors. Pure. */

import { parseKey } from "../../engine/catalogue/keys";
import { numberInText } from "../../engine/catalogue/typedAmount";
import { cellAddress } from "../layout";
import type { CellValue } from "../plan";
import type { Damage, RepairStep } from "./repairDamage";
import type { InputTable } from "../standing";

const ERROR = /^#(REF!|NAME\?|VALUE!|DIV\/0!|N\/A|NUM!|NULL!)$/;

/** Whether a cell shows an error. */
export function isError(value: CellValue): boolean {
  return typeof value === "string" && ERROR.test(value);
}

const NUMERIC = new Set(["number", "integer", "money", "rate"]);

/** Where a cell of a table stands, given by its place within the table. */
export function placeIn(
  { sheet, row, column }: InputTable,
  i: number,
  j: number,
): { readonly sheet: string; readonly row: number; readonly column: number; readonly address: string } {
  return { sheet, row: row + i, column: column + j, address: `${sheet}!${cellAddress(row + i, column + j)}` };
}

/**
 * Text where a key has a number, as it comes from a paste: what it must mean is offered, what may mean two things or nothing is left to a person.
 * @param id of the damage
 * @param what the cell is, in words
 */
export function textDamage(id: string, what: string, key: string, place: ReturnType<typeof placeIn>, value: CellValue): readonly Damage[] {
  if (typeof value !== "string" || value === "" || isError(value)) return [];
  if (!NUMERIC.has(parseKey(key)?.assumption.kind ?? "")) return [];
  const { sheet, row, column, address } = place;
  const number = numberInText(value);
  const found = { id, words: `${what} is the text "${value}" and not a number.`, address };
  if (number.kind === "none") return [{ ...found, preview: [], steps: [], advice: "Type a number, or clear the cell." }];
  if (number.kind === "ambiguous")
    return [{ ...found, preview: [], steps: [], advice: `Type it again: it may mean ${number.meanings.join(" or ")}.` }];
  const write: RepairStep = { kind: "write", sheet, row, column, cells: [[number.value]] };
  return [{ ...found, preview: [`Writes ${String(number.value)} instead of "${value}".`], steps: [write] }];
}
