/**
 * Blank cells. Excel passes a blank cell of a range as 0, without a way to tell; IF(LEN(range),range,"") passes it as "". So a 0 in a range with a "" is a
 * real 0. In other ranges, a 0 is a blank cell if 0 isn't allowed, and gets a warning if it is.
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
  note(`${where}: 0 counts as blank. If you mean 0, pass the range as IF(LEN(range),range,"") and leave another cell in it blank.`);
}
