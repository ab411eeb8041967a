import { applyPlans } from "./applyPlan";
import { SHEETS } from "./layout";
import { scenarioNames } from "./mapping";
import { readParts } from "./readScenarios";
import { blockPlans, columnPlan, comparePlan, missingBlocks } from "./refreshPlan";

/**
 * Gives every scenario column its block, its check and its place on Compare; what stands already, with its formats and comments, is left alone.
 * @returns the names of the scenarios that were added
 */
export async function refreshModel(context: Excel.RequestContext): Promise<readonly string[]> {
  const { inputs, blocks, compare, names } = await readParts(context);
  const added = missingBlocks(scenarioNames(inputs?.values[0] ?? []), blocks, names);
  const scenarios = [...blocks, ...added];
  const comparison = scenarios.length > 0 ? comparePlan(scenarios, compare) : undefined;
  const additions = inputs && added.length > 0 ? [columnPlan(inputs.sheet, inputs, added), ...blockPlans(added)] : [];
  await applyPlans(context, [...additions, ...(comparison ? [comparison] : [])]);
  return added.map(({ header }) => header);
}

/** Shows Compare, after giving it the scenarios that it lacks. */
export async function compareScenarios(context: Excel.RequestContext): Promise<void> {
  await refreshModel(context);
  const sheet = context.workbook.worksheets.getItemOrNullObject(SHEETS.compare);
  await context.sync();
  if (sheet.isNullObject) return;
  sheet.activate();
  await context.sync();
}
