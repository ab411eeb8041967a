/** The sheet Compare: key figures in a column per scenario, then each scenario's cost per year and metrics by architecture, all live formulas. */

import { CURRENCY_FORMULA, scenarioNameCell } from "./formulas";
import { frame } from "./frame";
import { cellAddress, CHECK_BLOCK, COLORS, COMPARE, COMPARE_TITLE, FORMATS, rangeAddress, SHEETS } from "./layout";
import { EMPTY_SHEET, heading } from "./plan";
import type { Block, Look, SheetPlan } from "./plan";
import { checkColumn } from "./scenariosSheet";
import type { ScenarioBlock } from "./scenariosSheet";

export const ARCHITECTURES = ["vertical", "horizontal", "hybrid"] as const;
export type Architecture = (typeof ARCHITECTURES)[number];

export const FIGURES_HEADING = "Key figures";
export const BEYOND_PLAN = "beyond the plan";
export const NO_PLAN = "no feasible plan";

export type FigureId =
  | "status"
  | "architecture"
  | `tco.${Architecture}`
  | `npv.${Architecture}`
  | "lowest"
  | "breakEven"
  | "shardDate"
  | "decisionDate"
  | "dimension"
  | "errors"
  | "warnings";

interface Figure {
  readonly id: FigureId;
  /** Words in the label column: rows are found by them, wherever they have been moved. */
  readonly label: string;
  readonly unit: string;
  readonly format?: string;
  /** Formula of a scenario's cell; `at` gives the address of another figure of the same scenario. */
  readonly formula: (scenario: ScenarioBlock, at: (id: FigureId) => string) => string;
}

const money = CURRENCY_FORMULA;

function metricFigures(metric: "tco" | "npv", label: string): readonly Figure[] {
  return ARCHITECTURES.map((architecture) => ({
    id: `${metric}.${architecture}`,
    label: `${label}, ${architecture}`,
    unit: money,
    format: FORMATS.amount,
    formula: ({ definedName }) => `=TCO.METRIC(${definedName},"${metric}","${architecture}")`,
  }));
}

/** A fact about the first shard; where the central system has no plan at all, that is said instead. */
function shardFigure(id: FigureId, label: string, returned: string, format?: string): Figure {
  const otherwise = returned === "dimension" ? "none" : BEYOND_PLAN;
  return {
    id,
    label,
    unit: returned === "dimension" ? "" : "date",
    ...(format === undefined ? {} : { format }),
    formula: ({ definedName }, at) =>
      `=IF(ISNA(${at("tco.vertical")}),"${NO_PLAN}",IFNA(TCO.CAPACITY.SHARDDATE(${definedName},"${returned}"),"${otherwise}"))`,
  };
}

/** The architecture with the least of the three values; where none has a value, the error that stands there. */
function lowestFormula(at: (id: FigureId) => string): string {
  const range = `${at("npv.vertical")}:${at("npv.hybrid")}`;
  const costs = `IFERROR(${range},1E+300)`;
  return `=IF(COUNT(${range})=0,${at("npv.vertical")},CHOOSE(MATCH(MIN(${costs}),${costs},0),${ARCHITECTURES.map((name) => `"${name}"`).join(",")}))`;
}

/** The month from which the distributed system has cost no more than the central one; where there is none, or a plan is missing, that is said instead. */
function breakEvenFormula(definedName: string, at: (id: FigureId) => string): string {
  const isPlanned = `COUNT(${at("tco.vertical")},${at("tco.horizontal")})=2`;
  return `=IF(${isPlanned},IFNA(TCO.ARCHITECTURES.BREAKEVEN(${definedName},"vertical","horizontal","date"),"${BEYOND_PLAN}"),"none")`;
}

function countFigure(id: "errors" | "warnings", label: string, offset: number): Figure {
  return {
    id,
    label,
    unit: "",
    formula: ({ column }) => `=${SHEETS.checks}!${cellAddress(CHECK_BLOCK.countRow, checkColumn(column) + offset)}`,
  };
}

/** The key figures from top to bottom. */
export const FIGURES: readonly Figure[] = [
  { id: "status", label: "Status", unit: "", formula: ({ definedName }) => `=TCO.SCENARIO.GET(${definedName},"plan.status","Draft")` },
  {
    id: "architecture",
    label: "Architecture proposed",
    unit: "",
    formula: ({ definedName }) => `=TCO.SCENARIO.GET(${definedName},"plan.architecture","vertical")`,
  },
  ...metricFigures("tco", "Total cost"),
  ...metricFigures("npv", "Present value of costs"),
  { id: "lowest", label: "Lowest present value", unit: "", formula: (_scenario, at) => lowestFormula(at) },
  shardFigure("shardDate", "First shard of the central system", "date", FORMATS.month),
  shardFigure("decisionDate", "Decide on sharding by", "decision", FORMATS.month),
  shardFigure("dimension", "What forces the first shard", "dimension"),
  {
    id: "breakEven",
    label: "Distributed costs no more than central from",
    unit: "date",
    format: FORMATS.month,
    formula: ({ definedName }, at) => breakEvenFormula(definedName, at),
  },
  countFigure("errors", "Errors found by the checks", 1),
  countFigure("warnings", "Warnings of the checks", 2),
];

/** Rows of a scenario's section: heading with years, a line per architecture, a blank, the metrics with their header, a blank. */
const METRIC_ROWS = 16;
const METRICS_OFFSET = ARCHITECTURES.length + 2;
export const SECTION_ROWS = METRICS_OFFSET + METRIC_ROWS;

/** Zero-based row of the first scenario's section on a new sheet. */
export const FIRST_SECTION_ROW = COMPARE.headerRow + FIGURES.length + 2;

/** The key figures of one scenario in a column of the sheet whose heading stands in `headerRow`. */
export function figureColumn(scenario: ScenarioBlock, column: number, headerRow: number): { blocks: Block[]; looks: Look[] } {
  const rowOf = (id: FigureId) => headerRow + 1 + FIGURES.findIndex((figure) => figure.id === id);
  const at = (id: FigureId) => cellAddress(rowOf(id), column);
  const cells = FIGURES.map((figure) => [figure.formula(scenario, at)]);
  const formats = FIGURES.flatMap(({ id, format }): Look[] =>
    format === undefined ? [] : [{ row: rowOf(id), column, rows: 1, columns: 1, numberFormat: format }],
  );
  return {
    blocks: [{ row: headerRow, column, cells: [[`=${scenarioNameCell(scenario.column)}`], ...cells] }],
    looks: [heading(headerRow, column, 1), { row: headerRow, column, rows: FIGURES.length + 1, columns: 1, align: "Right" }, ...formats],
  };
}

function yearRow(scenario: ScenarioBlock, architecture: Architecture, row: number): Block {
  const years = rangeAddress(row, COMPARE.firstYearColumn, 1, COMPARE.mostYears);
  const series = `=TCO.${architecture.toUpperCase()}(${scenario.definedName})`;
  return { row, column: 0, cells: [[`Cost per year, ${architecture}`, money, "", `=SUM(${years})`, series]] };
}

/** Cost per year and metrics by architecture of one scenario, from a zero-based row. */
export function scenarioSection(scenario: ScenarioBlock, row: number): { blocks: Block[]; looks: Look[] } {
  const name = scenarioNameCell(scenario.column);
  const header: Block = { row, column: 0, cells: [[`=${name}`, "", "", "Total", `=TCO.PERIODS(${scenario.definedName})`]] };
  const lines = ARCHITECTURES.map((architecture, index) => yearRow(scenario, architecture, row + 1 + index));
  const metricsRow = row + METRICS_OFFSET;
  const metrics: Block = { row: metricsRow, column: 0, cells: [[`=TCO.ARCHITECTURES(${scenario.definedName})`]] };
  const columns = COMPARE.firstYearColumn + COMPARE.mostYears;
  return {
    blocks: [header, ...lines, metrics],
    looks: [
      heading(row, 0, columns),
      { row, column: COMPARE.totalColumn, rows: 1, columns: columns - COMPARE.totalColumn, align: "Right" },
      {
        row: row + 1,
        column: COMPARE.totalColumn,
        rows: ARCHITECTURES.length,
        columns: columns - COMPARE.totalColumn,
        numberFormat: FORMATS.amount,
      },
      { row: metricsRow, column: 0, rows: 1, columns: COMPARE.firstYearColumn, bold: true },
      { row: metricsRow, column: 1, rows: 1, columns: ARCHITECTURES.length, align: "Right" },
      { row: metricsRow + 1, column: 1, rows: METRIC_ROWS - 2, columns: ARCHITECTURES.length, numberFormat: FORMATS.amount },
    ],
  };
}

/** The sheet of comparison for the scenarios given. */
export function compareSheet(scenarios: readonly ScenarioBlock[]): SheetPlan {
  const { headerRow, firstScenarioColumn } = COMPARE;
  const { blocks, looks } = frame(COMPARE_TITLE);
  const labels: Block = {
    row: headerRow,
    column: 0,
    cells: [[FIGURES_HEADING, "Unit"], ...FIGURES.map(({ label, unit }) => [label, unit])],
  };
  const columns = scenarios.map((scenario, index) => figureColumn(scenario, firstScenarioColumn + index, headerRow));
  const sections = scenarios.map((scenario, index) => scenarioSection(scenario, FIRST_SECTION_ROW + index * SECTION_ROWS));
  const parts = [...columns, ...sections];
  return {
    ...EMPTY_SHEET,
    sheet: SHEETS.compare,
    blocks: [...blocks, labels, ...parts.flatMap((part) => part.blocks)],
    looks: [
      ...looks,
      heading(headerRow, 0, firstScenarioColumn),
      { row: headerRow + 1, column: 1, rows: FIGURES.length, columns: 1, color: COLORS.quiet },
      ...parts.flatMap((part) => part.looks),
    ],
    columnWidths: [190, 66, 66, ...Array.from({ length: COMPARE.mostYears + 1 }, () => 84)],
    frozenRows: headerRow + 1,
    frozenColumns: 1,
  };
}
