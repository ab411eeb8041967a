import type { WorkbookContents } from "../modelPlan";

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
