import { updateChart } from "./host/applyChart";
import { applyPlans } from "./host/applyPlan";
import { grownCaption } from "./sheets/chartCaption";
import { chartPlaces } from "./sheets/chartPlaces";
import { chartPlans } from "./sheets/chartsSheet";
import { readConvention } from "./host/colorConvention";
import { SHEETS } from "./layout";
import type { SheetValues } from "./figures";
import type { CellValue, ChartPlan } from "./plan";
import { readParts } from "./readScenarios";
import { refreshPlan } from "./refreshPlan";
import type { RefreshPlan } from "./refreshPlan";

/** The charts of plans that stand, each with the names of its series; one that was deleted stays away. */
async function standingCharts(context: Excel.RequestContext, sheet: Excel.Worksheet, plans: readonly ChartPlan[]) {
  const charts = plans.map((plan) => ({ plan, chart: sheet.charts.getItemOrNullObject(plan.name) }));
  await context.sync();
  const standing = charts.filter(({ chart }) => !chart.isNullObject);
  for (const { chart } of standing) chart.series.load("items/name");
  await context.sync();
  return standing;
}

/** Gives the standing charts, and the captions that speak of years, the cells of a plan of so many years, wherever these stand now. */
async function updateCharts(context: Excel.RequestContext, years: number): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(SHEETS.charts);
  await context.sync();
  if (sheet.isNullObject) return;
  const used = sheet.getUsedRangeOrNullObject(true).load("formulas,rowIndex,columnIndex");
  await context.sync();
  if (used.isNullObject) return;
  const cells: SheetValues = { row: used.rowIndex, column: used.columnIndex, values: used.formulas as CellValue[][] };
  for (const { plan, chart } of await standingCharts(context, sheet, chartPlans(years, "", chartPlaces(cells)))) {
    const names = chart.series.items.map(({ name }) => name);
    updateChart(sheet, chart, plan, names);
  }
  cells.values.forEach((line, i) => {
    line.forEach((formula, j) => {
      const caption = grownCaption(String(formula), years);
      if (caption !== undefined) sheet.getRangeByIndexes(cells.row + i, cells.column + j, 1, 1).formulas = [[caption]];
    });
  });
  await context.sync();
}

/** What a refresh would write now. */
export async function planRefresh(context: Excel.RequestContext): Promise<RefreshPlan> {
  return refreshPlan(await readParts(context));
}

/**
 * Gives every scenario column its block, its check and its place on Compare, and the charts the years of the plan; what stands already, with its formats and
 * comments, is left alone, and so is what others have written beside it: new columns stand right of that. A sheet that was deleted stays away.
 * @returns the plan that was carried out, or what kept it from being
 */
export async function refreshModel(context: Excel.RequestContext): Promise<RefreshPlan> {
  const plan = await planRefresh(context);
  await applyPlans(context, plan.sheets, await readConvention(context));
  if (plan.chartYears !== undefined) await updateCharts(context, plan.chartYears);
  return plan;
}

/** Shows Compare, after giving it the scenarios that it lacks. */
export async function compareScenarios(context: Excel.RequestContext): Promise<void> {
  const { hindrance } = await refreshModel(context);
  const sheet = context.workbook.worksheets.getItemOrNullObject(SHEETS.compare);
  await context.sync();
  if (sheet.isNullObject) throw new Error(hindrance ?? `The sheet ${SHEETS.compare} is missing. Repair writes it again.`);
  sheet.activate();
  await context.sync();
}
