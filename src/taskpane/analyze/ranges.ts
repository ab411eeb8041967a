/** Which numbers are uncertain, as the columns Low and High of the table of inputs say. Pure. */

import type { Shape } from "../../engine/analysis/simulation/shapes";
import type { UncertainKey } from "../../engine/analysis/simulation/uncertainty";
import { parseKey } from "../../engine/catalogue/keys";
import type { Inputs } from "../../workbook/edit/inputTable";
import type { CellValue } from "../../workbook/plan";

export const DEFAULT_SHAPE: Shape = "pert";

/** Both blank, or both 0 as a function would see blank cells: the row states no range. */
const isUnstated = (cell: CellValue): boolean => cell === "" || cell === 0;

/**
 * The rows with Low and High as ranges.
 * @throws {Error} for a row whose Low or High is no number, naming it.
 */
export function statedRanges({ rows }: Inputs, shapes: Readonly<Record<string, Shape>>): readonly UncertainKey[] {
  return rows.flatMap(({ key, low, high }): UncertainKey[] => {
    if (isUnstated(low) && isUnstated(high)) return [];
    for (const [name, end] of [
      ["Low", low],
      ["High", high],
    ] as const)
      if (typeof end !== "number")
        throw new Error(`${name} of ${key} is ${end === "" ? "blank" : `"${String(end)}"`}. Enter both ends as numbers.`);
    return [{ key, low: Number(low), high: Number(high), shape: shapes[key] ?? DEFAULT_SHAPE }];
  });
}

/** Whether a key holds a number that can be varied. */
export function holdsNumber(key: string): boolean {
  const kind = parseKey(key)?.assumption.kind;
  return kind === "number" || kind === "integer" || kind === "rate" || kind === "money" || kind === "own";
}
