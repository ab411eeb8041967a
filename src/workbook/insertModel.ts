import { applyPlans } from "./host/applyPlan";
import { readConvention } from "./host/colorConvention";
import { SHEETS } from "./layout";
import { modelPlan } from "./modelPlan";
import type { ModelContent, ModelPlan, WorkbookContents } from "./modelPlan";

/** What the workbook holds that matters to writing a model. */
export async function readContents(context: Excel.RequestContext): Promise<WorkbookContents> {
  const { worksheets, tables, names } = context.workbook;
  worksheets.load("items/name");
  tables.load("items/name");
  names.load("items/name,items/formula");
  await context.sync();
  const used = worksheets.items.map((sheet) => ({ name: sheet.name, range: sheet.getUsedRangeOrNullObject(true) }));
  await context.sync();
  return {
    sheets: used.map(({ name, range }) => ({ name, isEmpty: range.isNullObject })),
    tables: tables.items.map(({ name }) => name),
    names: names.items.map(({ name, formula }) => ({ name, formula: String(formula) })),
  };
}

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
