/* What every table of the reference data is made with. */
import { readFileSync } from "node:fs";

export const root = new URL("../..", import.meta.url);

/** @param {string} file */
export const raw = (file) => JSON.parse(readFileSync(new URL(`data/raw/${file}`, root), "utf8"));

/** A table as columns and rows; what all rows share stands once in `defaults`, and a last object in a row overrides it. */
export function table(defaults, columns, rows) {
  return { defaults, columns, rows: rows.map(([cells, overrides]) => (overrides ? [...cells, overrides] : cells)) };
}
