import { updateChart } from "./applyChart";
import { applyPlans } from "./applyPlan";
import { chartPlans } from "./chartsSheet";
import { readConvention } from "./colorConvention";
import { SHEETS } from "./layout";
import { readParts } from "./readScenarios";
import { refreshPlan } from "./refreshPlan";

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

/**
 * Gives every scenario column its block, its check and its place on Compare, and the charts the years of the plan; what stands already, with its formats and
 * comments, is left alone.
 * @returns the names of the scenarios that were added
 */
export async function refreshModel(context: Excel.RequestContext): Promise<readonly string[]> {
  const parts = await readParts(context);
  const { added, sheets, chartYears } = refreshPlan(parts);
  await applyPlans(context, sheets, await readConvention(context));
  if (chartYears !== undefined) await updateCharts(context, chartYears);
  return added;
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
