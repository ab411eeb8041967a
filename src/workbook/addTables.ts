import { applyPlans } from "./host/applyPlan";
import { readConvention } from "./host/colorConvention";
import type { ScenarioTable } from "./formulas";
import { readContents } from "./host/readContents";
import type { ModelPlan } from "./modelPlan";
import { readParts } from "./readScenarios";
import { tablesPlan } from "./tablesPlan";

/** What adding optional tables would write, and what stands in its way. The reference data are fetched for it: nothing else in the pane needs them. */
export async function previewTables(context: Excel.RequestContext, tables: readonly ScenarioTable[]): Promise<ModelPlan> {
  const { reference } = await import(/* webpackChunkName: "reference" */ "../reference/load");
  return tablesPlan(tables, await readParts(context), await readContents(context), reference);
}

/**
 * Adds optional tables with the rows of the reference data and takes them into the scenarios' formulas, or does nothing at all when cells, tables or names
 * that are not the model's stand in the way.
 * @returns the plan that was carried out, or refused because of its conflicts
 */
export async function addTables(context: Excel.RequestContext, tables: readonly ScenarioTable[]): Promise<ModelPlan> {
  const plan = await previewTables(context, tables);
  if (plan.conflicts.length === 0) await applyPlans(context, plan.sheets, await readConvention(context));
  return plan;
}
