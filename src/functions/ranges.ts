/** Ranges of uncertain keys as a table: key, low, high and perhaps a shape, by their headers or in this order. */

import { optional } from "../engine/catalogue/assumption";
import { ModelError } from "../engine/errors";
import { SHAPES } from "../engine/analysis/simulation/shapes";
import type { UncertainKey } from "../engine/analysis/simulation/uncertainty";
import { isKnownBlank } from "./blanks";
import { brokenCell, CellError, cellOf, choiceOf, isOmitted, numberIn, rowsOf } from "./cells";
import type { Cell } from "./cells";
import type { KnownScenario } from "./memo";
import { note } from "./notes";
import { headerIndex } from "../engine/catalogue/headers";
import { isTotalsLabel } from "../engine/catalogue/totalsRow";

const COLUMNS = ["key", "low", "high", "shape"] as const;
const SHAPE_NAMES = Object.fromEntries(SHAPES.map((shape) => [shape, shape])) as Record<(typeof SHAPES)[number], (typeof SHAPES)[number]>;
const DEFAULT_SHAPE = "pert";
const END = optional("number", "End of a range", "", -1e15, 1e15);

type Places = Readonly<Record<(typeof COLUMNS)[number], number>>;

/** The place of each column: by a header that names them, in any order and among others, else the first four. */
function placesOf(header: readonly Cell[]): { readonly places: Places; readonly hasHeader: boolean } {
  const names = header.map((cell) => (typeof cell === "string" ? cell : ""));
  const hasHeader = headerIndex(names, "key") !== undefined;
  const places = Object.fromEntries(COLUMNS.map((name, index) => [name, hasHeader ? (headerIndex(names, name) ?? -1) : index])) as Places;
  const missing = (["low", "high"] as const).find((name) => places[name] < 0);
  if (missing)
    throw new ModelError("missing", "ranges", `ranges has no column "${missing}". Its columns are ${header.map(String).join(", ")}.`);
  return { places, hasHeader };
}

/** A blank cell of a range reaches a function as 0: ends that are both 0 or blank are not stated. */
const isUnstated = (cell: Cell): boolean => cell === "" || cell === 0;

/** The error for an end that is 0 while the other is not: a blank cell is 0 as well. */
function blankEnd(end: "low" | "high", key: string): ModelError {
  const message = `${end} of ${key} is 0 or blank. Enter the ${end} end; for 0, enter the text '0.`;
  return new ModelError("missing", "ranges", message);
}

const ZERO_AS_TEXT = /^[+-]?0+([.,]0*)?%?$/;

/** An end of a range: 0 as text in any cell, as a number only if it can't be a blank cell. */
function endIn(end: "low" | "high", key: string, cell: Cell, mayBeBlank: boolean): number {
  if (cell === 0 && mayBeBlank) throw blankEnd(end, key);
  if (cell === 0) note(`${end} of ${key} is 0; a blank cell counts as 0.`);
  return typeof cell === "string" && ZERO_AS_TEXT.test(cell.trim()) ? 0 : numberIn(`${end} of ${key}`, cell, END);
}

/** The ranges of a table; rows without a key or without ends are left out. Nothing was given: undefined. */
export function rangesOf(scenario: Pick<KnownScenario, "spelled">, given: unknown): readonly UncertainKey[] | undefined {
  if (isOmitted(given)) return undefined;
  const rows = rowsOf(given).map((row) => row.map(cellOf));
  const { places, hasHeader } = placesOf(rows[0]);
  const ranges = rows.slice(hasHeader ? 1 : 0);
  // A list typed into the formula has neither a header nor rows without ends: there a 0 is meant.
  const isOfCells = hasHeader || ranges.some((row) => row[places.key] !== 0 && row[places.low] === 0 && row[places.high] === 0);
  const mayBeBlank = isOfCells && !rowsOf(given).some((row) => row.some(isKnownBlank));
  return ranges.flatMap((row, index) => {
    const at = (name: keyof Places): Cell => row[places[name]] ?? "";
    const key = at("key");
    if (key instanceof CellError) throw brokenCell(`The key in row ${index + (hasHeader ? 2 : 1)} of ranges`, key);
    if (isUnstated(key) || (isUnstated(at("low")) && isUnstated(at("high")))) return [];
    const name = scenario.spelled(String(key));
    if (isTotalsLabel(name)) return [];
    const shape = choiceOf(`shape of ${name}`, [[at("shape")]], SHAPE_NAMES, DEFAULT_SHAPE);
    return [{ key: name, low: endIn("low", name, at("low"), mayBeBlank), high: endIn("high", name, at("high"), mayBeBlank), shape }];
  });
}
