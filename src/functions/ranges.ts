/** Ranges of uncertain keys as a table: key, low, high and perhaps a shape, by their headers or in this order. */

import { optional } from "../engine/assumption";
import { ModelError } from "../engine/errors";
import { SHAPES } from "../engine/analysis/simulation/shapes";
import type { UncertainKey } from "../engine/analysis/simulation/uncertainty";
import { brokenCell, CellError, cellOf, choiceOf, isOmitted, numberIn, rowsOf } from "./cells";
import type { Cell } from "./cells";
import { folded } from "./tables";

const COLUMNS = ["key", "low", "high", "shape"] as const;
const SHAPE_NAMES = Object.fromEntries(SHAPES.map((shape) => [shape, shape])) as Record<(typeof SHAPES)[number], (typeof SHAPES)[number]>;
const DEFAULT_SHAPE = "pert";
const END = optional("number", "End of a range", "", -1e15, 1e15);

type Places = Readonly<Record<(typeof COLUMNS)[number], number>>;

/** The place of each column: by a header that names them, in any order and among others, else the first four. */
function placesOf(header: readonly Cell[]): { readonly places: Places; readonly hasHeader: boolean } {
  const names = header.map((cell) => (typeof cell === "string" ? folded(cell) : ""));
  const hasHeader = names.includes("key");
  const places = Object.fromEntries(COLUMNS.map((name, index) => [name, hasHeader ? names.indexOf(name) : index])) as Places;
  const missing = (["low", "high"] as const).find((name) => places[name] < 0);
  if (missing) throw new ModelError("missing", "ranges", `ranges has no column "${missing}"; it has ${header.map(String).join(", ")}.`);
  return { places, hasHeader };
}

/** A blank cell of a range reaches a function as 0: ends that are both 0 or blank are not stated. */
const isUnstated = (cell: Cell): boolean => cell === "" || cell === 0;

/** The ranges of a table; rows without a key or without ends are left out. Nothing was given: undefined. */
export function rangesOf(given: unknown): readonly UncertainKey[] | undefined {
  if (isOmitted(given)) return undefined;
  const rows = rowsOf(given).map((row) => row.map(cellOf));
  const { places, hasHeader } = placesOf(rows[0]);
  return rows.slice(hasHeader ? 1 : 0).flatMap((row, index) => {
    const at = (name: keyof Places): Cell => row[places[name]] ?? "";
    const key = at("key");
    if (key instanceof CellError) throw brokenCell(`The key in row ${index + (hasHeader ? 2 : 1)} of ranges`, key);
    if (isUnstated(key) || (isUnstated(at("low")) && isUnstated(at("high")))) return [];
    const name = String(key).trim();
    const shape = choiceOf(`shape of ${name}`, [[at("shape")]], SHAPE_NAMES, DEFAULT_SHAPE);
    return [{ key: name, low: numberIn(`low of ${name}`, at("low"), END), high: numberIn(`high of ${name}`, at("high"), END), shape }];
  });
}
