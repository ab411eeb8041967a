/** The sheet Charts: four native charts with a caption each, and below them the figures that they draw. */

import { COST_POOLS } from "../../engine/lines";
import { MONTHS_PER_YEAR } from "../../engine/units";
import { BEYOND_PLAN, NEVER_AHEAD, NO_PLAN, pickedFigure } from "../compare";
import { CAPACITY_NEEDED, CHARTS_SHOW } from "./chartCaption";
import { chartData, DIMENSION_CELL } from "./chartData";
import {
  BRIDGE_ROWS,
  bridgeCells,
  monthCells,
  pointAddress,
  pointCell,
  poolCells,
  USUAL_PLACES,
  yearCells,
  YEARS_TITLE,
} from "./chartPlaces";
import type { ChartPlaces, MonthPlace, PointPlace, PoolPlace, SheetPlace } from "./chartPlaces";
import { costDifference, quarterOf, shortMoney } from "../formulas";
import { frame } from "./frame";
import { COLORS, PICKS, rangeAddress, SHEETS } from "../layout";
import { LIGHT_PALETTE } from "./palette";
import { EMPTY_SHEET } from "../plan";
import type { CellArea, ChartPlan, SeriesPlan, SheetPlan } from "../plan";

const LEFT = { column: 0, columns: 5 } as const;
const RIGHT = { column: 6, columns: 6 } as const;
const UPPER_ROW = 4;
const LOWER_ROW = 24;
/** Rows of a chart below its caption. */
const CHART_ROWS = 17;

const NAMES = {
  years: "tco.CostPerYear",
  cumulative: "tco.CumulativeCost",
  bridge: "tco.Bridge",
  capacity: "tco.DemandAndCapacity",
} as const;

const { series: COLORS_OF_SERIES } = LIGHT_PALETTE;
const colorOf = (index: number): string => COLORS_OF_SERIES[index % COLORS_OF_SERIES.length] ?? LIGHT_PALETTE.text;

function chartArea(row: number, { column, columns }: typeof LEFT | typeof RIGHT): CellArea {
  return { row: row + 1, column, rows: CHART_ROWS, columns };
}

function yearsChart(place: PoolPlace, years: number, currency: string): ChartPlan {
  const series = COST_POOLS.map((name, index): SeriesPlan => ({
    name,
    kind: "column",
    color: colorOf(index),
    values: poolCells(place, index, years),
    categories: yearCells(place, years),
  }));
  const frame = { area: chartArea(UPPER_ROW, LEFT), valueTitle: currency, categoryTitle: "" };
  return { name: NAMES.years, title: YEARS_TITLE, type: "ColumnStacked", series, ...frame };
}

function cumulativeChart(months: MonthPlace, points: PointPlace, years: number, currency: string): ChartPlan {
  const lines = ["vertical", "horizontal", "hybrid"].map((name, index): SeriesPlan => ({
    name,
    kind: "line",
    color: colorOf(index),
    values: monthCells(months, "cumulative", years, index),
    categories: monthCells(months, "years", years),
  }));
  const marker: SeriesPlan = {
    name: "Break-even of central and distributed",
    kind: "marker",
    color: LIGHT_PALETTE.marker,
    values: pointCell(points, "breakEvenCost"),
    categories: pointCell(points, "breakEvenYears"),
  };
  return {
    name: NAMES.cumulative,
    title: "Cumulative cost by architecture",
    type: "XYScatterLinesNoMarkers",
    series: [...lines, marker],
    area: chartArea(UPPER_ROW, RIGHT),
    valueTitle: currency,
    categoryTitle: "Years from the start",
  };
}

function bridgeChart(place: SheetPlace, currency: string): ChartPlan {
  const { up, down, total, surface } = LIGHT_PALETTE;
  const parts: readonly (readonly [string, SeriesPlan["kind"], string])[] = [
    ["Ground", "hidden", surface],
    ["Rises", "column", up],
    ["Falls", "column", down],
    ["Total", "column", total],
  ];
  const series = parts.map(([name, kind, color], index): SeriesPlan => ({
    name,
    kind,
    color,
    values: bridgeCells(place, index + 1),
    categories: bridgeCells(place, 0),
  }));
  const frame = { area: chartArea(LOWER_ROW, LEFT), valueTitle: currency, categoryTitle: "" };
  return { name: NAMES.bridge, title: "Bridge between the two scenarios", type: "ColumnStacked", series, ...frame };
}

function capacityChart(place: MonthPlace, years: number): ChartPlan {
  const { capacity, marker, need, up } = LIGHT_PALETTE;
  const columns = [
    ["Capacity", "calm", capacity],
    ["Capacity in a month with an upgrade", "upgrade", up],
    ["Capacity in a month with a shard", "shard", marker],
  ] as const;
  const categories = monthCells(place, "label", years);
  const series: SeriesPlan[] = [
    ...columns.map(([name, column, color]): SeriesPlan => ({
      name,
      kind: "column",
      color,
      values: monthCells(place, column, years),
      categories,
    })),
    { name: "Need", kind: "line", color: need, values: monthCells(place, "need", years), categories },
  ];
  const frame = { area: chartArea(LOWER_ROW, RIGHT), valueTitle: "", categoryTitle: "" };
  return { name: NAMES.capacity, title: "Demand against capacity of the central system", type: "ColumnStacked", series, ...frame };
}

/** The charts of a plan of so many years, in this currency; none of those whose figures were not found. */
export function chartPlans(years: number, currency: string, { pools, bridge, points, months }: ChartPlaces): readonly ChartPlan[] {
  return [
    ...(pools ? [yearsChart(pools, years, currency)] : []),
    ...(months && points ? [cumulativeChart(months, points, years, currency)] : []),
    ...(bridge ? [bridgeChart(bridge, currency)] : []),
    ...(months ? [capacityChart(months, years)] : []),
  ];
}

const TO = PICKS.to.cell;
const FROM = PICKS.from.cell;

function address({ row, column, rows, columns }: CellArea): string {
  return rangeAddress(row, column, rows, columns);
}

/** A chart cannot follow a plan that has grown by itself: its caption says so. */
function unlessGrown(years: number, months: string, words: string): string {
  return `=IF(${months}<>${String(years * 12)},${CHARTS_SHOW}${String(years)} years, the plan of "&${TO}&" has "&${months}/12&": refresh the model.",${words})`;
}

function yearsCaption(pools: PoolPlace, points: PointPlace, years: number): string {
  const { labelColumn, rows, totalRow } = pools;
  const [firstRow, lastRow] = [Math.min(...rows), Math.max(...rows)];
  const beside = (column: number) => address({ row: firstRow, column, rows: lastRow - firstRow + 1, columns: 1 });
  const [names, sums] = [beside(labelColumn), beside(pools.column - 1)];
  const [poolYears, poolTotals] = [address(yearCells(pools, years)), address(yearCells({ ...pools, row: totalRow }, years))];
  const largest = `INDEX(${names},MATCH(MAX(${sums}),${sums},0))`;
  const peakYear = `INDEX(${poolYears},MATCH(MAX(${poolTotals}),${poolTotals},0))`;
  const share = `ROUND(100*MAX(${sums})/SUM(${sums}),0)`;
  return unlessGrown(
    years,
    pointAddress(points, "months"),
    `IFERROR(${TO}&", "&${pickedFigure("to", "architecture")}&": the largest part is "&${largest}&" ("&${share}&"%), the most expensive year "&${peakYear}&" with "&${shortMoney(`MAX(${poolTotals})`)}&".",` +
      `${TO}&": ${NO_PLAN}.")`,
  );
}

function cumulativeCaption(): string {
  const from = pickedFigure("to", "breakEven");
  return (
    `=${TO}&": "&IF(ISNUMBER(${from}),"distributed has cost less in total than central from "&${quarterOf(from)}&" on.",` +
    `IF(${from}="${NEVER_AHEAD}","distributed has cost more in total than central at the end of the plan.","${NO_PLAN}."))`
  );
}

/**
 * A cell of a spilled report, as part of a range that begins with the cell of its formula: the workbench's grid calculates in the order of what a formula
 * names, and does not know that a cell inside a spill depends on its corner.
 */
function reportCell(report: CellArea, row: number, column: number): string {
  return `INDEX(${address(report)},${String(row)},${String(column)})`;
}

function bridgeCaption({ row, column }: SheetPlace): string {
  const report: CellArea = { row: row + 1, column, rows: BRIDGE_ROWS + 1, columns: 5 };
  const [label, up, down] = [1, 3, 4].map((column) => reportCell(report, 3, column));
  const change = `(${up}-${down})`;
  const difference = `(${pickedFigure("to", "tco.proposed")}-${pickedFigure("from", "tco.proposed")})`;
  return (
    `=IFERROR(IF(${FROM}=${TO},"Both pickers of ${SHEETS.compare} name "&${TO}&": there is nothing between them.",` +
    `${TO}&${costDifference(difference, FROM)}&IF(${change}=0,".","; the largest change is "&${label}&IF(${change}>0," (+"," (-")&${shortMoney(change)}&").")),"${NO_PLAN}.")`
  );
}

function capacityCaption(months: MonthPlace, points: PointPlace, years: number): string {
  const last = (column: "need" | "capacity") => reportCell(monthCells(months, column, years), years * MONTHS_PER_YEAR, 1);
  const shard = pickedFigure("to", "shardDate");
  const share = `ROUND(100*${last("need")}/${last("capacity")},0)&${CAPACITY_NEEDED}`;
  return (
    `=${TO}&": "&IFERROR(${pointAddress(points, "dimension")}&", "&${share},"")&` +
    `IF(ISNUMBER(${shard}),"first shard in "&${quarterOf(shard)}&".",IF(${shard}="${BEYOND_PLAN}","no shard within the plan.","${NO_PLAN}."))`
  );
}

/** The sheet for a plan of so many years, in this currency. */
export function chartsSheet(years: number, currency: string): SheetPlan {
  const opening = frame("Charts", `=${FROM}&" and "&${TO}&" (chosen in ${SHEETS.compare})"`);
  const figures = chartData();
  const { pools, bridge, points, months } = USUAL_PLACES;
  const captions = [
    { row: UPPER_ROW, column: LEFT.column, words: yearsCaption(pools, points, years) },
    { row: UPPER_ROW, column: RIGHT.column, words: cumulativeCaption() },
    { row: LOWER_ROW, column: LEFT.column, words: bridgeCaption(bridge) },
    { row: LOWER_ROW, column: RIGHT.column, words: capacityCaption(months, points, years) },
  ];
  return {
    ...EMPTY_SHEET,
    sheet: SHEETS.charts,
    blocks: [
      ...opening.blocks,
      ...captions.map(({ row, column, words }) => ({ row, column, cells: [[words]] })),
      { row: DIMENSION_CELL.row, column: RIGHT.column, cells: [["Dimension of the chart below:"]] },
      ...figures.blocks,
    ],
    looks: [
      ...opening.looks,
      ...figures.looks,
      { row: DIMENSION_CELL.row, column: RIGHT.column, rows: 1, columns: 1, color: COLORS.quiet },
    ],
    validations: figures.validations,
    charts: chartPlans(years, currency, USUAL_PLACES),
    columnWidths: [210, 84, 84, 90, 90, 84, ...Array.from({ length: 25 }, () => 84)],
    frozenRows: 3,
  };
}
