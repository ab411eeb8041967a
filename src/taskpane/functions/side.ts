/** A scenario under an architecture, as the pane names it and as the functions take it. */

import type { ScenarioRows } from "../../workbook/edit/scenarioRows";
import { ask } from "./ask";
import { wordOf } from "./protocol";

export const ARCHITECTURE_KEY = "plan.architecture";

/** A scenario under an architecture; "" is the one that it proposes. */
export interface Side {
  readonly scenario: string;
  readonly architecture: string;
}

/** A side in words, such as "Growth" or "Growth, horizontal". */
export function sideLabel({ scenario, architecture }: Side): string {
  return architecture === "" ? scenario : `${scenario}, ${architecture}`;
}

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
