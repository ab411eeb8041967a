/** Draws planned charts as native charts of Excel. */

import { rangeAddress } from "../layout";
import type { CellArea, ChartPlan, SeriesPlan } from "../plan";

function rangeOf(sheet: Excel.Worksheet, { row, column, rows, columns }: CellArea): Excel.Range {
  return sheet.getRange(rangeAddress(row, column, rows, columns));
}

/** The sheet with the cells that a chart draws. */
function dataSheetOf(sheet: Excel.Worksheet, { dataSheet }: ChartPlan): Excel.Worksheet {
  return dataSheet === undefined ? sheet : sheet.context.workbook.worksheets.getItem(dataSheet);
}

/** What a series draws; the ranges are fixed, so a plan that grows has to be drawn again. */
function setData(sheet: Excel.Worksheet, series: Excel.ChartSeries, { values, categories }: SeriesPlan): void {
  series.setValues(rangeOf(sheet, values));
  series.setXAxisValues(rangeOf(sheet, categories));
}

function setLook(series: Excel.ChartSeries, { kind, color }: SeriesPlan): void {
  switch (kind) {
    case "hidden":
      series.format.fill.clear();
      break;
    case "column":
      series.format.fill.setSolidColor(color);
      break;
    case "line":
      series.format.line.color = color;
      series.format.line.weight = 2;
      break;
    case "marker":
      series.format.line.clear();
      series.markerStyle = "Diamond";
      series.markerSize = 10;
      series.markerBackgroundColor = color;
      series.markerForegroundColor = color;
  }
}

/** The title of the values names their unit, which is a person's text: behind a space it is no formula either. */
export function setValueTitle({ axes }: Excel.Chart, { valueTitle }: ChartPlan): void {
  if (valueTitle !== "") axes.valueAxis.title.text = valueTitle.startsWith("=") ? ` ${valueTitle}` : valueTitle;
}

function setTitles(chart: Excel.Chart, plan: ChartPlan): void {
  const { title, categoryTitle } = plan;
  chart.title.text = title;
  chart.legend.position = "Bottom";
  setValueTitle(chart, plan);
  if (categoryTitle !== "") chart.axes.categoryAxis.title.text = categoryTitle;
}

/** Adds a chart. It starts from the one row or column of its first series, so that Excel has no headers or categories to guess. */
export function addChart(sheet: Excel.Worksheet, plan: ChartPlan): void {
  const [first, ...others] = plan.series;
  if (!first) return;
  const data = dataSheetOf(sheet, plan);
  const chart = sheet.charts.add(plan.type, rangeOf(data, first.values), first.values.rows === 1 ? "Rows" : "Columns");
  chart.name = plan.name;
  const { row, column, rows, columns } = plan.area;
  chart.setPosition(rangeAddress(row, column, 1, 1), rangeAddress(row + rows - 1, column + columns - 1, 1, 1));
  const drawn = [chart.series.getItemAt(0), ...others.map(({ name }) => chart.series.add(name))];
  plan.series.forEach((series, index) => {
    const target = drawn[index];
    if (!target) return;
    target.name = series.name;
    setData(data, target, series);
    if (series.kind === "line" && plan.type === "ColumnStacked") target.chartType = "Line";
    setLook(target, series);
    if (series.kind === "column") target.gapWidth = series.values.rows > MANY_COLUMNS ? 0 : 60;
  });
  if (plan.type === "BarClustered") setBars(chart, drawn);
  setTitles(chart, plan);
}

/** Bars of one category lie in one line, and categories are read from the top down, beside the bars that reach to either side. */
function setBars({ axes: { categoryAxis } }: Excel.Chart, series: readonly Excel.ChartSeries[]): void {
  for (const each of series) each.overlap = 100;
  categoryAxis.reversePlotOrder = true;
  categoryAxis.tickLabelPosition = "Low";
}

/** Months stand without gaps between them. */
const MANY_COLUMNS = 24;

/**
 * The standing series that draws each planned one, by its name. Where all are left and only some bear other names, a person has renamed these: they are
 * known by their order. A series that was deleted stays away.
 * @returns places among the standing ones; undefined where there is none
 */
export function matchedSeries(planned: readonly string[], standing: readonly string[]): readonly (number | undefined)[] {
  const byName = planned.map((name) => standing.indexOf(name));
  const renamed = planned.length === standing.length ? standing.map((_, index) => index).filter((index) => !byName.includes(index)) : [];
  return byName.map((index) => (index >= 0 ? index : renamed.shift()));
}

/** Gives a standing chart, whose series bear these names, the cells of its plan; its title, place, size and looks are the user's and stay. */
export function updateChart(sheet: Excel.Worksheet, chart: Excel.Chart, plan: ChartPlan, standing: readonly string[]): void {
  const places = matchedSeries(
    plan.series.map(({ name }) => name),
    standing,
  );
  plan.series.forEach((series, index) => {
    const place = places[index];
    if (place !== undefined) setData(dataSheetOf(sheet, plan), chart.series.getItemAt(place), series);
  });
}
