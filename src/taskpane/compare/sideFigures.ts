/** Asks the functions what a side of Compare costs per year and needs of servers. */

import type { ScenarioRows } from "../../workbook/edit/scenarioRows";
import { ask } from "../functions/ask";
import { ARCHITECTURE_KEY, countedIn } from "../functions/side";
import type { ResultCell } from "../functions/protocol";
import type { SideFigures } from "./figures";
import { capacityOf, yearlyCosts } from "./figures";

/** What the sheet's chart shows of the central system by itself: what forces its first shard, or its cores. */
function shownOfCentral(forced: ResultCell | undefined): string {
  return typeof forced === "string" ? forced : "cores";
}

/** The figures of a side from its rows, in the architecture that they state. */
export async function sideFigures(rows: ScenarioRows, labelOf: (id: string) => string): Promise<SideFigures> {
  const valueOf = (key: string) => ask("SCENARIO.GET", [rows, key, null]);
  const [lines, isCounted, plan, [[forced] = []], [[architecture] = []], [[mostTb] = []], [[skew] = []]] = await Promise.all([
    ask("COST", [rows, "all", "year", null]),
    countedIn(rows),
    ask("CAPACITY.PLAN", [rows, null, "month"]),
    ask("CAPACITY.SHARDDATE", [rows, "dimension"]),
    valueOf(ARCHITECTURE_KEY),
    valueOf("shard.max_tb"),
    valueOf("shard.skew"),
  ]);
  const word = architecture === "vertical" ? shownOfCentral(forced) : undefined;
  return {
    costs: yearlyCosts(lines, { labelOf, isCounted }),
    capacity: capacityOf(plan, { mostTb: Number(mostTb), skew: Number(skew) }, word),
  };
}
