import { tierProblem } from "../engine/cost/tiers";
import { ModelError } from "../engine/errors";
import type { Tier } from "../engine/reference";
import { cellOf, isOmitted, numberIn, rowsOf } from "./cells";
import { QUANTITY } from "./rules";

/** Price tiers of a range: from and price in its first two columns; a header row and blank rows are ignored. */
export function tiersOf(name: string, given: unknown): readonly Tier[] {
  const rows = rowsOf(given).filter((row) => row.slice(0, 2).some((cell) => !isOmitted(cell)));
  const hasHeader = rows.length > 0 && typeof cellOf(rows[0][0]) === "string" && typeof cellOf(rows[0][1]) === "string";
  const tiers = rows.slice(hasHeader ? 1 : 0).map((row, index): Tier => {
    if (row.length < 2) throw new ModelError("wrong-type", name, `${name} has one column; allowed are two: from and price.`);
    const stated = (what: string, cell: unknown): number => numberIn(`${what} of tier ${index + 1} of ${name}`, cellOf(cell), QUANTITY);
    return { from: stated("from", row[0]), price: stated("price", row[1]) };
  });
  const problem = tierProblem(tiers);
  if (problem === undefined) return tiers;
  throw new ModelError("not-allowed", name, `${name}: ${problem}.`);
}
