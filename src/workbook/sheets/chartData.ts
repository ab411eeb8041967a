/** The figures that the charts draw, visible below them: everything follows the pickers of Compare. */

import { COST_POOLS } from "../../engine/lines";
import { MONTHS_PER_YEAR } from "../../engine/units";
import { CAPACITY_DIMENSIONS, SHARD_DATA } from "./capacityDimensions";
import {
  BRIDGE_ROW,
  BRIDGE_ROWS,
  BRIDGE_TITLE,
  FIRST_MONTH_ROW,
  MONTH,
  MONTH_LABELS,
  MONTHS_ROW,
  POINT_LABELS,
  POINT_ROW,
  pointAddress,
  POOL_TOTAL_ROW,
  USUAL_PLACES,
  YEARS_ROW,
  YEARS_TITLE,
} from "./chartPlaces";
import type { PointName } from "./chartPlaces";
import { pickedFigure } from "../compare";
import { CURRENCY_FORMULA } from "../formulas";
import { cellAddress, COLORS, COMPARE, fixedAddress, FORMATS, PICKS, rangeAddress } from "../layout";
import { heading, input } from "../plan";
import type { Block, CellArea, Look, ValidationPlan } from "../plan";

const { totalColumn, firstYearColumn, mostYears } = COMPARE;

const MOST_MONTHS = COMPARE.mostYears * MONTHS_PER_YEAR;

/** The cell with the dimension that a person wants to see, above the chart of demand and capacity. */
export const DIMENSION_CELL = { row: 23, column: 9 } as const;

const PLAN_COLUMNS = 18;
const ARCHITECTURES = ["vertical", "horizontal", "hybrid"] as const;
const EVENTS_COLUMN = MONTH.plan + PLAN_COLUMNS - 1;
const SHARDS_COLUMN = MONTH.plan + 14;

const AUTOMATIC = "Automatic";

const { block: TO } = PICKS.to;

/** A column of the monthly figures as long as the plan is. */
function months(column: number): string {
  const first = fixedAddress(FIRST_MONTH_ROW, column);
  const all = `${first}:${fixedAddress(FIRST_MONTH_ROW + MOST_MONTHS - 1, column)}`;
  return `${first}:INDEX(${all},${POINTS.months.address})`;
}

function address({ row, column, rows, columns }: CellArea): string {
  return rangeAddress(row, column, rows, columns);
}

interface Point {
  readonly label: string;
  readonly address: string;
}

const point = (name: PointName): Point => ({ label: POINT_LABELS[name], address: pointAddress(USUAL_PLACES.points, name) });

/** Single figures that the charts and their captions need. */
const POINTS = {
  months: point("months"),
  breakEvenYears: point("breakEvenYears"),
  breakEvenCost: point("breakEvenCost"),
  dimension: point("dimension"),
  shardTb: point("shardTb"),
  shardSkew: point("shardSkew"),
} as const;

/** Cost per year of each pool, under the architecture that the scenario proposes. */
function poolBlocks(): { blocks: Block[]; looks: Look[] } {
  const years = (row: number) => rangeAddress(row, firstYearColumn, 1, mostYears);
  const rows = COST_POOLS.map((pool, index) => {
    const row = YEARS_ROW + 1 + index;
    return { row, column: 0, cells: [[pool, CURRENCY_FORMULA, "", `=SUM(${years(row)})`, `=TCO.COST(${TO},"${pool}")`]] };
  });
  const columns = firstYearColumn + mostYears;
  return {
    blocks: [
      { row: YEARS_ROW, column: 0, cells: [[YEARS_TITLE, "Unit", "", "Total", `=TCO.PERIODS(${TO})`]] },
      ...rows,
      { row: POOL_TOTAL_ROW, column: 0, cells: [["Total", CURRENCY_FORMULA, "", `=SUM(${years(POOL_TOTAL_ROW)})`, `=TCO.COST(${TO})`]] },
    ],
    looks: [
      heading(YEARS_ROW, 0, columns),
      { row: YEARS_ROW, column: totalColumn, rows: 1, columns: columns - totalColumn, align: "Right" },
      {
        row: YEARS_ROW + 1,
        column: totalColumn,
        rows: COST_POOLS.length + 1,
        columns: columns - totalColumn,
        numberFormat: FORMATS.amount,
      },
      { row: YEARS_ROW + 1, column: COMPARE.unitColumn, rows: COST_POOLS.length + 1, columns: 1, color: COLORS.quiet },
      { row: POOL_TOTAL_ROW, column: 0, rows: 1, columns, bold: true },
    ],
  };
}

function bridgeBlocks(): { blocks: Block[]; looks: Look[] } {
  const { from, to } = PICKS;
  return {
    blocks: [
      {
        row: BRIDGE_ROW,
        column: 0,
        cells: [[`${BRIDGE_TITLE}${from.cell}&" to "&${to.cell}`], [`=TCO.SCENARIO.BRIDGE(${from.block},${to.block},"component",8)`]],
      },
    ],
    looks: [
      heading(BRIDGE_ROW, 0, 5),
      { row: BRIDGE_ROW + 1, column: 0, rows: 1, columns: 5, bold: true },
      { row: BRIDGE_ROW + 2, column: 1, rows: BRIDGE_ROWS, columns: 4, numberFormat: FORMATS.amount },
    ],
  };
}

/** The cumulative cost at the break-even: between the months before and after it on a straight line. */
function breakEvenCost(): string {
  const at = POINTS.breakEvenYears.address;
  const position = `${at}*${String(MONTHS_PER_YEAR)}`;
  const costs = address({ row: FIRST_MONTH_ROW, column: MONTH.cumulative + 1, rows: MOST_MONTHS, columns: 1 });
  const before = `INDEX(${costs},MAX(1,INT(${position})))`;
  const after = `INDEX(${costs},MIN(${POINTS.months.address},INT(${position})+1))`;
  return `=IF(ISNUMBER(${at}),${before}+(${position}-INT(${position}))*(${after}-${before}),"")`;
}

/** The dimension to show: the one asked for, or the one that forces the first shard. */
function dimensionFormula(): string {
  const asked = fixedAddress(DIMENSION_CELL.row, DIMENSION_CELL.column);
  const forced = pickedFigure("to", "dimension");
  const automatic = CAPACITY_DIMENSIONS.reduceRight(
    (otherwise, { name, word }) => `IF(${forced}="${word}","${name}",${otherwise})`,
    `"${CAPACITY_DIMENSIONS[0].name}"`,
  );
  return `=IF(${asked}="${AUTOMATIC}",${automatic},${asked})`;
}

function pointBlocks(): { blocks: Block[]; looks: Look[] } {
  const { months: count, breakEvenYears, breakEvenCost: cost, dimension, shardTb, shardSkew } = POINTS;
  const get = (key: string) => `=TCO.SCENARIO.GET(${TO},"${key}")`;
  const first = cellAddress(FIRST_MONTH_ROW, MONTH.label);
  const rows: readonly (readonly [Point, string, string])[] = [
    [count, "months", `=COUNTA(${first}:${cellAddress(FIRST_MONTH_ROW + MOST_MONTHS - 1, MONTH.label)})`],
    [breakEvenYears, "years", `=IFNA(TCO.ARCHITECTURES.BREAKEVEN(${TO},"vertical","horizontal"),"none")`],
    [cost, CURRENCY_FORMULA, breakEvenCost()],
    [dimension, "", dimensionFormula()],
    [shardTb, "TB", get("shard.max_tb")],
    [shardSkew, "ratio", get("shard.skew")],
  ];
  return {
    blocks: [
      {
        row: POINT_ROW,
        column: 0,
        cells: [["Points of the charts", "Unit", "", ""], ...rows.map(([{ label }, unit, formula]) => [label, unit, "", formula])],
      },
    ],
    looks: [
      heading(POINT_ROW, 0, 4),
      { row: POINT_ROW + 1, column: totalColumn, rows: rows.length, columns: 1, align: "Right" },
      { row: POINT_ROW + 2, column: totalColumn, rows: 1, columns: 1, numberFormat: "0.0" },
      { row: POINT_ROW + 3, column: totalColumn, rows: 1, columns: 1, numberFormat: FORMATS.amount },
      { row: POINT_ROW + 1, column: 1, rows: rows.length, columns: 1, color: COLORS.quiet },
    ],
  };
}

/** The end of each month of the plan, in years from its start. */
export const MONTH_ENDS = months(MONTH.years);

/** Begins a product that sums, for each month, what the months up to it cost. */
export const SUMS_UP_TO_MONTHS = `MMULT(IF(${MONTH_ENDS}>=TRANSPOSE(${MONTH_ENDS}),1,0),`;

/** Running sums without a function that Excel 2021 lacks. */
function cumulative(cost: number): string {
  return `=IF(COUNT(${months(cost)})=0,NA(),${SUMS_UP_TO_MONTHS}${months(cost)}))`;
}

/** The column of the plan's report with the header that stands in a cell or is given in quotes. */
function planColumn(header: string): string {
  const headers = rangeAddress(FIRST_MONTH_ROW - 1, MONTH.plan, 1, PLAN_COLUMNS);
  const first = fixedAddress(FIRST_MONTH_ROW, MONTH.plan);
  const all = `${fixedAddress(FIRST_MONTH_ROW, EVENTS_COLUMN)}:${fixedAddress(FIRST_MONTH_ROW + MOST_MONTHS - 1, EVENTS_COLUMN)}`;
  return `XLOOKUP(${header},${headers},${first}:INDEX(${all},${POINTS.months.address}))`;
}

function needFormula(): string {
  const shown = POINTS.dimension.address;
  const header = CAPACITY_DIMENSIONS.reduceRight(
    (otherwise, { name, needHeader }) => `IF(${shown}="${name}","${needHeader}",${otherwise})`,
    '""',
  );
  return `=${planColumn(header)}`;
}

/** What there is of the dimension: of data, what the shards may hold while the hottest has more than its part. */
function capacityFormula(): string {
  const { dimension, shardTb, shardSkew } = POINTS;
  const shards = months(SHARDS_COLUMN);
  const hottest = `IF(${shardSkew.address}<${shards},${shardSkew.address}/${shards},1)`;
  return `=IF(${dimension.address}="${SHARD_DATA}",${shardTb.address}/${hottest},${planColumn(dimension.address)})`;
}

/** The capacity in the months in which the condition holds, 0 in the others: columns of three kinds stand in for markers. */
function capacityWhere(condition: string): string {
  return `=IF(${condition},${months(MONTH.capacity)},0)`;
}

/** What there is in months without and with an event, so that each is a column of its own kind. */
function capacityParts(): readonly string[] {
  const events = months(EVENTS_COLUMN);
  const isShard = `ISNUMBER(SEARCH(" shards",${events}))`;
  return [capacityWhere(`${events}=""`), capacityWhere(`IF(${isShard},FALSE,LEN(${events})>0)`), capacityWhere(isShard)];
}

const MONTH_HEADERS: readonly string[] = [
  MONTH_LABELS.label,
  MONTH_LABELS.years,
  ...ARCHITECTURES.map((name) => `Cost, ${name}`),
  ...ARCHITECTURES.map((name) => `Cumulative, ${name}`),
  `=TCO.CAPACITY.PLAN(${TO},"vertical","month")`,
];
const SHOWN_HEADERS = (["need", "capacity", "calm", "upgrade", "shard"] as const).map((name) => MONTH_LABELS[name]);

function monthBlocks(): Block[] {
  const series = [
    `=TRANSPOSE(TCO.PERIODS(${TO},"month"))`,
    `=SEQUENCE(${POINTS.months.address})/${String(MONTHS_PER_YEAR)}`,
    ...ARCHITECTURES.map((name) => `=TRANSPOSE(TCO.${name.toUpperCase()}(${TO},"total","month"))`),
    ...ARCHITECTURES.map((_, index) => cumulative(MONTH.cost + index)),
  ];
  return [
    { row: MONTHS_ROW, column: 0, cells: [[`="By month: "&${PICKS.to.cell}`]] },
    { row: FIRST_MONTH_ROW - 1, column: 0, cells: [MONTH_HEADERS] },
    { row: FIRST_MONTH_ROW, column: 0, cells: [series] },
    { row: FIRST_MONTH_ROW - 1, column: MONTH.need, cells: [SHOWN_HEADERS] },
    { row: FIRST_MONTH_ROW, column: MONTH.need, cells: [[needFormula(), capacityFormula(), ...capacityParts()]] },
  ];
}

/** Looks of the columns of the months. */
function monthLooks(): Look[] {
  const body = (column: number, columns: number, numberFormat: string): Look => {
    return { row: FIRST_MONTH_ROW, column, rows: MOST_MONTHS, columns, numberFormat };
  };
  return [
    heading(MONTHS_ROW, 0, MONTH.shard + 1),
    { row: FIRST_MONTH_ROW - 1, column: 0, rows: 1, columns: MONTH.shard + 1, bold: true, align: "Right", wrap: true },
    body(MONTH.years, 1, "0.00"),
    body(MONTH.cost, MONTH.plan - MONTH.cost, FORMATS.amount),
    body(MONTH.plan + 1, 10, "#,##0.0"),
    body(EVENTS_COLUMN - 1, 1, FORMATS.share),
    body(MONTH.need, SHOWN_HEADERS.length, "#,##0.0"),
  ];
}

/** Blocks and looks of every figure of the charts. */
export function chartData(): {
  readonly blocks: readonly Block[];
  readonly looks: readonly Look[];
  readonly validations: readonly ValidationPlan[];
} {
  const parts = [poolBlocks(), bridgeBlocks(), pointBlocks(), { blocks: monthBlocks(), looks: monthLooks() }];
  const { row, column } = DIMENSION_CELL;
  return {
    blocks: [...parts.flatMap((part) => part.blocks), { row, column, cells: [[AUTOMATIC]] }],
    looks: [...parts.flatMap((part) => part.looks), input(row, column, 1, 2)],
    validations: [
      {
        row,
        column,
        rows: 1,
        columns: 1,
        source: [AUTOMATIC, ...CAPACITY_DIMENSIONS.map(({ name }) => name)].join(","),
        title: "Dimension",
        message: "Choose what the chart shows; Automatic is what forces the first shard.",
      },
    ],
  };
}
