import { applyPlans } from "./host/applyPlan";
import { readConvention } from "./host/colorConvention";
import { readContents } from "./host/readContents";
import { SHEETS } from "./layout";
import { modelPlan } from "./modelPlan";
import type { ModelContent, ModelPlan } from "./modelPlan";

/** What inserting a model would write, and what stands in its way. */
export async function previewModel(context: Excel.RequestContext, content: ModelContent): Promise<ModelPlan> {
  return modelPlan(content, await readContents(context));
}

/**
 * Writes a model into the workbook, or nothing at all when cells, tables or names that are not the model's stand in the way.
 * @returns the plan that was carried out, or refused because of its conflicts
 */
export async function insertModel(context: Excel.RequestContext, content: ModelContent): Promise<ModelPlan> {
  const plan = await previewModel(context, content);
  if (plan.conflicts.length > 0) return plan;
  await applyPlans(context, plan.sheets, await readConvention(context));
  context.workbook.worksheets.getItem(SHEETS.assumptions).activate();
  await context.sync();
  return plan;
}
