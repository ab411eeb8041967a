/** What Home does with scenarios. */

import { CATALOGUE } from "../../engine/assumptions";
import { ARCHIVED, inputsOf, statusOf } from "../../workbook/edit/inputTable";
import { addScenarios, nameProblem, renameScenario } from "../../workbook/edit/scenarios";
import { writeInputs } from "../../workbook/edit/writeInputs";
import { STATUS_KEY } from "../../workbook/mapping";
import { perform } from "./host";
import type { EffectContext } from "./host";

export interface ScenarioEffects {
  /** Carries out what the name that is being typed is for: adds, copies or renames a scenario. */
  readonly name: () => Promise<void>;
  /** Keeps a scenario without comparing it, or compares it again. */
  readonly archive: (scenario: string, isArchived: boolean) => Promise<void>;
}

async function name(context: EffectContext): Promise<void> {
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
    if (naming.kind === "rename") await renameScenario(excel, naming.scenario, wanted);
    else await addScenarios(excel, [wanted], naming.kind === "copy" ? naming.scenario : undefined);
    return {
      notice: naming.kind === "rename" ? `${naming.scenario} is now ${wanted}.` : `${wanted} was added. Change its values in Inputs.`,
    };
  });
  if (isDone) context.dispatch({ type: "home/settled" });
}

async function archive(context: EffectContext, scenario: string, isArchived: boolean): Promise<void> {
  const { reading } = context.state();
  const inputs = reading?.kind === "model" && reading.inputs ? inputsOf(reading.inputs) : undefined;
  if (!inputs) return;
  const after = isArchived ? ARCHIVED : CATALOGUE[STATUS_KEY].default;
  const edit = { key: STATUS_KEY, scenario, before: statusOf(inputs, scenario), after };
  await perform(context, isArchived ? "Archiving" : "Bringing back", async (excel) => {
    const outcome = await writeInputs(excel, [edit]);
    if (outcome.kind !== "written") throw new Error(`The status of ${scenario} was changed meanwhile. Nothing was written.`);
    const notice = isArchived ? `${scenario} is archived: it stays in the workbook and is not compared.` : `${scenario} is compared again.`;
    return { notice, undo: { words: scenario, edits: outcome.inverse } };
  });
  context.dispatch({ type: "home/settled" });
}

/** The effects of Home on scenarios. */
export function scenarioEffects(context: EffectContext): ScenarioEffects {
  return { name: () => name(context), archive: (scenario, isArchived) => archive(context, scenario, isArchived) };
}
