/** Asks the functions what a side of Compare costs per year and needs of servers. */

import type { ScenarioRows } from "../../workbook/edit/scenarioRows";
import { ask } from "../functions/ask";
import type { ResultCell } from "../functions/protocol";
import { wordOf } from "../functions/protocol";
import { sideLabel } from "../states/compare";
import type { Side } from "../states/compare";
import type { SideFigures } from "../states/sideFigures";
import { capacityOf, yearlyCosts } from "../states/sideFigures";

export const ARCHITECTURE_KEY = "plan.architecture";

/** The rows of a side under its name; the last of a repeated key wins, so the architecture is added at the end. */
export function rowsOfSide(side: Side, [, ...rows]: ScenarioRows): ScenarioRows {
  const chosen: ScenarioRows = side.architecture === "" ? [] : [[ARCHITECTURE_KEY, side.architecture]];
  return [["Key", sideLabel(side)], ...rows, ...chosen];
}

/** Ids of the cost lines that count in the total: a difference to itself lists them, with 0 for a line that does not. */
export async function countedLines(rows: ScenarioRows): Promise<ReadonlySet<string>> {
  const counted = await ask("SCENARIO.VARIANCE", [rows, rows, "component"]);
  return new Set(counted.flatMap(([id, cost]) => (cost === 0 ? [] : [wordOf(id)])));
}

/** What the sheet's chart shows of the central system by itself: what forces its first shard, or its cores. */
function shownOfCentral(forced: ResultCell | undefined): string {
  return typeof forced === "string" ? forced : "cores";
}

/** The figures of a side from its rows, in the architecture that they state. */
export async function sideFigures(rows: ScenarioRows, labelOf: (id: string) => string): Promise<SideFigures> {
  const valueOf = (key: string) => ask("SCENARIO.GET", [rows, key, null]);
  const [lines, ids, plan, [[forced] = []], [[architecture] = []], [[mostTb] = []], [[skew] = []]] = await Promise.all([
    ask("COST", [rows, "all", "year", null]),
    countedLines(rows),
    ask("CAPACITY.PLAN", [rows, null, "month"]),
    ask("CAPACITY.SHARDDATE", [rows, "dimension"]),
    valueOf(ARCHITECTURE_KEY),
    valueOf("shard.max_tb"),
    valueOf("shard.skew"),
  ]);
  const word = architecture === "vertical" ? shownOfCentral(forced) : undefined;
  return {
    costs: yearlyCosts(lines, { labelOf, isCounted: (id) => ids.has(id) }),
    capacity: capacityOf(plan, { mostTb: Number(mostTb), skew: Number(skew) }, word),
  };
}
