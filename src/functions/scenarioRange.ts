/** A scenario as a range: keys in the first column, values in the second; a header row, blank rows and further columns are ignored. */

import { ModelError } from "../engine/errors";
import { folded } from "../engine/catalogue/headers";
import { keySpelling, parseKey } from "../engine/catalogue/keys";
import { isTotalsLabel } from "../engine/catalogue/totalsRow";
import { reference } from "../reference/load";
import { allowsZero, isKnownBlank } from "./blanks";
import { CellError, cellOf, rowsOf } from "./cells";
import type { Cell } from "./cells";

export interface StatedRow {
  readonly key: string;
  readonly cell: Cell;
}

export interface ScenarioRange {
  /** Header of the values: the scenario's name. */
  readonly name: string;
  /** Stated rows in their order; a key may be repeated. */
  readonly rows: readonly StatedRow[];
  /** Whether the host hands over blank cells as such, so that a 0 is meant. */
  readonly hasBlanks: boolean;
}

const KEY_HEADER = "key";
const DEFAULT_NAME = "Value";

/** The stated rows of a scenario's range; a row without a value states nothing. */
export function scenarioRange(given: unknown): ScenarioRange {
  const range = rowsOf(given);
  if (range[0].length < 2) throw new ModelError("wrong-type", "scenario", "scenario has one column. Select two columns: keys and values.");
  return keysAndValues(
    "scenario",
    range.map((row) => row[0]),
    range.map((row) => row[1]),
  );
}

/** The stated rows of keys and values in two columns, the keys as they are spelled first. */
export function keysAndValues(
  name: string,
  keys: readonly unknown[],
  values: readonly unknown[],
  spelled = keySpelling(reference),
): ScenarioRange {
  const hasHeader = isHeader(cellOf(keys[0]), cellOf(values[0]));
  const first = hasHeader ? 1 : 0;
  const rows: StatedRow[] = [];
  for (let index = first; index < keys.length; index++) {
    const key = spelled(keyIn(name, cellOf(keys[index]), index));
    const cell = cellOf(values[index]);
    if (key !== "" && cell !== "" && !isTotalsLabel(key)) rows.push({ key, cell });
  }
  const header = hasHeader ? cellOf(values[0]) : "";
  return {
    name: typeof header === "string" && header !== "" ? header : DEFAULT_NAME,
    rows,
    hasBlanks: values.some((cell, index) => index >= first && isKnownBlank(cell)),
  };
}

/** Whether a row's 0 is a blank cell: the value of its key isn't a number, or is never 0. */
export function isBlankRow({ key, cell }: StatedRow): boolean {
  const rule = cell === 0 ? parseKey(key)?.assumption : undefined;
  return rule !== undefined && !allowsZero(rule);
}

/** The first row is a header when it says "Key", or when it has no key's dot and no number beside it. */
function isHeader(key: Cell, value: Cell): boolean {
  if (typeof key !== "string") return false;
  return folded(key) === KEY_HEADER || (key !== "" && !key.includes(".") && typeof value === "string");
}

function keyIn(name: string, key: Cell, index: number): string {
  if (key instanceof CellError)
    throw new ModelError("wrong-type", name, `The key in row ${index + 1} of ${name} is ${key.code}. Enter a key such as demand.growth.`);
  return key === 0 ? "" : String(key);
}
