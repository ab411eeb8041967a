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

/** Whether a cost line counts in the total of a scenario: some do only where a key of it says so. */
export async function countedIn(rows: ScenarioRows): Promise<(id: string) => boolean> {
  const { COMPONENTS } = await import("../../engine/cost/components");
  const said = COMPONENTS.flatMap(({ id, counted }) => (counted === undefined ? [] : [{ id, key: counted }]));
  const isTrue = async (key: string) => wordOf((await ask("SCENARIO.GET", [rows, key, null]))[0]?.[0]).toLowerCase() === "true";
  const keys = [...new Set(said.map(({ key }) => key))];
  const answers = new Map(await Promise.all(keys.map(async (key) => [key, await isTrue(key)] as const)));
  const left = new Set(said.filter(({ key }) => answers.get(key) === false).map(({ id }) => id));
  return (id) => !left.has(id);
}

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
