import { updateChart } from "./applyChart";
import { applyPlans } from "./applyPlan";
import { chartPlans } from "./chartsSheet";
import { readConvention } from "./colorConvention";
import { COMPARE, SHEETS } from "./layout";
import type { CellValue } from "./plan";
import { readParts } from "./readScenarios";
import { refreshPlan } from "./refreshPlan";
import type { RefreshPlan, Surroundings } from "./refreshPlan";
import type { ModelParts } from "./standing";

/** Gives the standing charts the cells of a plan of so many years; a chart that was deleted stays away. */
async function updateCharts(context: Excel.RequestContext, years: number): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(SHEETS.charts);
  await context.sync();
  if (sheet.isNullObject) return;
  const plans = chartPlans(years, "");
  const charts = plans.map(({ name }) => sheet.charts.getItemOrNullObject(name));
  await context.sync();
  const counts = charts.map((chart) => (chart.isNullObject ? undefined : chart.series.getCount()));
  await context.sync();
  charts.forEach((chart, index) => {
    const [plan, count] = [plans[index], counts[index]];
    if (plan && count) updateChart(sheet, chart, plan, count.value);
  });
  await context.sync();
}

/** Reads what else stands where new scenarios get their places. */
async function readSurroundings(context: Excel.RequestContext, { compare }: ModelParts): Promise<Surroundings> {
  const { worksheets } = context.workbook;
  const scenarios = worksheets.getItem(SHEETS.scenarios).getUsedRangeOrNullObject(true).load("columnIndex,columnCount");
  // As far as figures can stand: formulas that show nothing may lie outside the cells with values.
  const columns = COMPARE.firstScenarioColumn + COMPARE.mostScenarios;
  const figures =
    compare && worksheets.getItem(SHEETS.compare).getRangeByIndexes(compare.row, compare.column, compare.values.length, columns);
  figures?.load("formulas");
  await context.sync();
  return {
    scenarioColumns: scenarios.isNullObject ? 0 : scenarios.columnIndex + scenarios.columnCount,
    compareFormulas: figures ? (figures.formulas as CellValue[][]) : [],
  };
}

/**
 * Gives every scenario column its block, its check and its place on Compare, and the charts the years of the plan; what stands already, with its formats and
 * comments, is left alone, and so is what others have written beside it: new columns stand right of that. A sheet that was deleted stays away.
 * @returns the plan that was carried out, or what kept it from being
 */
export async function refreshModel(context: Excel.RequestContext): Promise<RefreshPlan> {
  const parts = await readParts(context);
  const isWhole = refreshPlan(parts).sheets.length === 0;
  const plan = refreshPlan(parts, isWhole ? undefined : await readSurroundings(context, parts));
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
