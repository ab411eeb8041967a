/**
 * Blank cells. Excel hands over a blank cell of a range as 0, and nothing beside it says so; IF(LEN(range),range,"") hands it over as "". A range with a ""
 * in it is therefore one in which a 0 is meant. In others a 0 is a blank cell where 0 cannot be meant, and said to be doubtful where it can.
 */

import type { Assumption } from "../engine/catalogue/assumption";
import { note } from "./notes";

type Rule = Pick<Assumption<unknown>, "kind" | "default" | "min" | "max">;

const NUMERIC: readonly string[] = ["number", "integer", "rate", "money"];

/** Whether a cell as the host handed it over is known to be blank: "" or none. */
export function isKnownBlank(given: unknown): boolean {
  return given === "" || given === null || given === undefined;
}

/** Whether 0 can be a value by a rule; a word, a date or a number above 0 cannot. */
export function allowsZero({ kind, min = -Infinity, max = Infinity }: Rule): boolean {
  return NUMERIC.includes(kind) ? min <= 0 && max >= 0 : kind === "boolean" || kind === "own";
}

/** Whether a blank cell means something else than 0. */
export function blankDiffers({ kind, default: initial }: Rule): boolean {
  return kind === "boolean" ? initial !== false : initial !== 0;
}

/** Says that zeros of a column or series were taken for blank cells. */
export function noteBlanks(where: string): void {
  note(`${where}: 0 counts as blank. Where 0 is meant, pass the range as IF(LEN(range),range,"") and leave another cell of it blank.`);
}
