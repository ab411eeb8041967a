/** What Home does with scenarios. */

import { archiveScenario, bringBackScenario } from "../../workbook/edit/archiving";
import { inputsOf } from "../../workbook/edit/inputTable";
import { nameProblem } from "../../workbook/edit/scenarioNames";
import { addScenarios, renameScenario } from "../../workbook/edit/scenarios";
import { firstFew } from "../../workbook/repair/repairDamage";
import { perform, timeNow } from "../shell/host";
import type { HomeContext } from "./state";

export interface ScenarioEffects {
  /** Carries out what the name that is being typed is for: adds, copies or renames a scenario. */
  readonly name: () => Promise<void>;
  /** Keeps a scenario without comparing it, or compares it again. */
  readonly archive: (scenario: string, isArchived: boolean) => Promise<void>;
}

async function name(context: HomeContext): Promise<void> {
  const { reading, home } = context.state();
  const { naming } = home;
  if (!naming || reading?.kind !== "model") return;
  const own = naming.kind === "rename" ? naming.scenario : undefined;
  const problem = nameProblem(naming.text, (reading.inputs?.values[0] ?? []).map(String), own);
  if (problem !== undefined) {
    context.dispatch({ type: "home/refused", problem });
    return;
  }
  const wanted = naming.text.trim();
  const isDone = await perform(context, naming.kind === "rename" ? "Renaming" : "Adding the scenario", async (excel) => {
    if (naming.kind === "rename") {
      await renameScenario(excel, naming.scenario, wanted);
      return { notice: `${naming.scenario} is now ${wanted}.` };
    }
    const frozen = await addScenarios(excel, [wanted], naming.kind === "copy" ? naming.scenario : undefined);
    const values = frozen.length === 0 ? "" : ` What ${naming.scenario} states by formulas was copied as values: ${firstFew(frozen)}.`;
    return { notice: `${wanted} was added.${values} Change its values in Inputs.` };
  });
  if (isDone) context.dispatch({ type: "home/settled" });
}

async function archive(context: HomeContext, scenario: string, isArchived: boolean): Promise<void> {
  const { reading } = context.state();
  const inputs = reading?.kind === "model" && reading.inputs ? inputsOf(reading.inputs) : undefined;
  if (!inputs) return;
  await perform(context, isArchived ? "Archiving" : "Bringing back", async (excel) => {
    if (isArchived) {
      const edits = await archiveScenario(excel, inputs, scenario, timeNow());
      const notice = `${scenario} is archived: it stays in the workbook and is not compared.`;
      return { notice, undo: { words: scenario, edits } };
    }
    const { inverse, status, isKnown } = await bringBackScenario(excel, inputs, scenario, timeNow());
    const notice = `${scenario} is compared again, as ${status}${isKnown ? "" : ": its status before is not known"}.`;
    return { notice, undo: { words: scenario, edits: inverse } };
  });
  context.dispatch({ type: "home/settled" });
}

/** The effects of Home on scenarios. */
export function scenarioEffects(context: HomeContext): ScenarioEffects {
  return { name: () => name(context), archive: (scenario, isArchived) => archive(context, scenario, isArchived) };
}
