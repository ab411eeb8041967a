/** Where the blocks of scenarios are written on the two sheets that have one for each. Pure. */

import { BLOCK, CHECK_BLOCK, PICK_BLOCK_COLUMNS } from "./layout";
import { definedNameOf } from "./mapping";
import type { ScenarioBlock } from "./sheets/scenariosSheet";

/** Zero-based columns from which on blocks are written on the two sheets of blocks. */
export interface BlockColumns {
  readonly scenarios: number;
  readonly checks: number;
}

/** Headers, defined names and block columns of scenarios that are written side by side from a column on, on each of the two sheets of blocks. */
export function scenarioBlocks(
  headers: readonly string[],
  takenNames: readonly string[] = [],
  { scenarios, checks }: BlockColumns = { scenarios: PICK_BLOCK_COLUMNS, checks: 0 },
): readonly ScenarioBlock[] {
  const taken = [...takenNames];
  return headers.map((header, index) => {
    const definedName = definedNameOf(header, taken);
    taken.push(definedName);
    return { header, definedName, column: scenarios + index * BLOCK.columns, checkColumn: checks + index * CHECK_BLOCK.columns };
  });
}
