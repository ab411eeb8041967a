import { updateChart } from "./host/applyChart";
import { preparePlans } from "./host/applyPlan";
import { grownCaption } from "./sheets/chartCaption";
import { chartPlaces } from "./sheets/chartPlaces";
import { chartPlans } from "./sheets/chartsSheet";
import { summaryCharts } from "./sheets/summarySheet";
import { readConvention } from "./host/colorConvention";
import { SHEETS } from "./layout";
import type { SheetValues } from "./figures";
import type { CellValue, ChartPlan } from "./plan";
import { readParts } from "./readScenarios";
import { refreshPlan } from "./refreshPlan";
import type { RefreshPlan } from "./refreshPlan";
import type { ModelParts } from "./standing";

/** The charts of plans that stand, each with the names of its series; one that was deleted stays away. */
async function standingCharts(context: Excel.RequestContext, sheet: Excel.Worksheet, plans: readonly ChartPlan[]) {
  const charts = plans.map((plan) => ({ plan, chart: sheet.charts.getItemOrNullObject(plan.name) }));
  await context.sync();
  const standing = charts.filter(({ chart }) => !chart.isNullObject);
  for (const { chart } of standing) chart.series.load("items/name");
  await context.sync();
  return standing;
}

/** The charts of a sheet for a plan of so many years, wherever their figures are now. */
const CHARTS: readonly (readonly [sheet: string, plansOf: (years: number, cells: SheetValues) => readonly ChartPlan[]])[] = [
  [SHEETS.summary, (years) => summaryCharts(years, "")],
  [SHEETS.charts, (years, cells) => chartPlans(years, "", chartPlaces(cells))],
];

/** Reads the charts; gives what gives them, and the captions that speak of years, the cells of a plan of so many years. */
async function prepareCharts(context: Excel.RequestContext, years: number): Promise<() => void> {
  const sheets = CHARTS.map(([name, plansOf]) => ({ plansOf, sheet: context.workbook.worksheets.getItemOrNullObject(name) }));
  await context.sync();
  const present = sheets
    .filter(({ sheet }) => !sheet.isNullObject)
    .map((each) => ({ ...each, used: each.sheet.getUsedRangeOrNullObject(true).load("formulas,rowIndex,columnIndex") }));
  await context.sync();
  const writes: (() => void)[] = [];
  for (const { sheet, plansOf, used } of present) {
    if (used.isNullObject) continue;
    const cells: SheetValues = { row: used.rowIndex, column: used.columnIndex, values: used.formulas as CellValue[][] };
    const charts = await standingCharts(context, sheet, plansOf(years, cells));
    writes.push(() => writeCharts(sheet, charts, cells, years));
  }
  return () => {
    for (const write of writes) write();
  };
}

function writeCharts(sheet: Excel.Worksheet, charts: Awaited<ReturnType<typeof standingCharts>>, cells: SheetValues, years: number): void {
  for (const { plan, chart } of charts) {
    const names = chart.series.items.map(({ name }) => name);
    updateChart(sheet, chart, plan, names);
  }
  cells.values.forEach((line, i) => {
    line.forEach((formula, j) => {
      const caption = grownCaption(String(formula), years);
      if (caption !== undefined) sheet.getRangeByIndexes(cells.row + i, cells.column + j, 1, 1).formulas = [[caption]];
    });
  });
}

/** What a refresh would write now. */
export async function planRefresh(context: Excel.RequestContext): Promise<RefreshPlan> {
  return refreshPlan(await readParts(context));
}

/** A refresh for which everything is read: a command writes it together with what it changes itself, so that Excel calculates once. */
export interface PreparedRefresh {
  readonly plan: RefreshPlan;
  /** Adds the writes to the batch. */
  readonly write: () => void;
  /** Sets up what is new; once the batch is sent. */
  readonly finish: () => Promise<void>;
}

/** Reads what refreshing a model with these parts needs to know of the workbook. */
export async function prepareRefresh(context: Excel.RequestContext, parts: ModelParts): Promise<PreparedRefresh> {
  const plan = refreshPlan(parts);
  const convention = await readConvention(context);
  const sheets = await preparePlans(context, plan.sheets);
  const drawCharts = plan.chartYears === undefined ? () => undefined : await prepareCharts(context, plan.chartYears);
  const write = (): void => {
    sheets.write(convention);
    drawCharts();
  };
  return { plan, write, finish: sheets.finish };
}

/**
 * Gives every scenario column its block, its check and its place on Compare, and the charts the years of the plan; what stands already, with its formats and
 * comments, is left alone, and so is what others have written beside it: new columns stand right of that. A sheet that was deleted stays away.
 * @returns the plan that was carried out, or what kept it from being
 */
export async function refreshModel(context: Excel.RequestContext): Promise<RefreshPlan> {
  const { plan, write, finish } = await prepareRefresh(context, await readParts(context));
  write();
  await context.sync();
  await finish();
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
