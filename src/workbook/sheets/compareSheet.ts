/** The sheet Compare: two scenarios chosen in cells side by side, the key figures of all, and where the two differ. It works with the pane closed. */

import { ARCHITECTURES, figureColumn, figureLabels, FIGURES, pickedFigure, SCENARIO_NAMES } from "../compare";
import type { Architecture, FigureId } from "../compare";
import { costDifference, CURRENCY_FORMULA, CURRENCY_LOOKUP } from "../formulas";
import { frame } from "./frame";
import {
  cellAddress,
  COLORS,
  COMPARE,
  COMPARE_TITLE,
  fixedAddress,
  FORMATS,
  INPUT_COLUMNS,
  PICKS,
  quotedSheet,
  rangeAddress,
  SHEETS,
  TABLE_ROW,
} from "../layout";
import type { Pick, SheetCell } from "../layout";
import { EMPTY_SHEET, heading, input } from "../plan";
import type { Block, Look, NamePlan, SheetPlan, ValidationPlan } from "../plan";
import type { ScenarioBlock } from "./scenariosSheet";
import { typedCell } from "../typedCell";

/** Where the headers of the scenarios stand in the table of inputs. */
export interface ScenarioHeaders extends SheetCell {
  readonly columns: number;
}

/** Part of the sheet, from a row of its own on. */
interface Part {
  readonly blocks: readonly Block[];
  readonly looks: readonly Look[];
}

const { pickRow, headerRow, pickColumns, differenceColumn, effectColumn, firstYearColumn, totalColumn } = COMPARE;
const YEAR_COLUMNS = firstYearColumn + COMPARE.mostYears;

const SECTION_ROWS = ARCHITECTURES.length + 2;
/** TCO.ARCHITECTURES lists eleven metrics below a header. */
const METRIC_ROWS = 12;
/** The variance of every cost line, with its header, its total and room for lines of the user's own. */
const VARIANCE_ROWS = 48;

const FROM_ROW = headerRow + FIGURES.length + 2;
const TO_ROW = FROM_ROW + SECTION_ROWS;
const METRICS_ROW = TO_ROW + SECTION_ROWS;
const VARIANCE_ROW = METRICS_ROW + METRIC_ROWS + 2;
const DIFFERENCES_ROW = VARIANCE_ROW + VARIANCE_ROWS + 2;
/** Most differences whose cells are formatted; more are shown all the same. */
const DIFFERENCE_ROWS = 200;

export const COMMENTARY = "Commentary";

/** Heading of the row with the pickers. */
export const PICKS_HEADING = "Two scenarios";

interface Indicator {
  readonly figure: FigureId;
  readonly label: string;
  readonly unit: string;
  readonly format: string;
  /** Difference and what it means, in words, given the addresses of both values and of the difference. */
  readonly difference: (from: string, to: string) => string;
  readonly words: readonly [less: string, more: string];
}

const costs = ["▼ costs less", "▲ costs more"] as const;
const amounts = (from: string, to: string) => `${to}-${from}`;
const months = (from: string, to: string) => `(YEAR(${to})-YEAR(${from}))*12+MONTH(${to})-MONTH(${from})`;

/** The strip of key performance indicators of the two scenarios. The unit of the first is the currency that every amount of the model refers to. */
const INDICATORS: readonly Indicator[] = [
  { figure: "tco.proposed", label: "Total cost", unit: CURRENCY_LOOKUP, format: FORMATS.amount, difference: amounts, words: costs },
  {
    figure: "npv.proposed",
    label: "Present value of costs",
    unit: CURRENCY_FORMULA,
    format: FORMATS.amount,
    difference: amounts,
    words: costs,
  },
  {
    figure: "shardDate",
    label: "First shard of the central system",
    unit: "date, months",
    format: FORMATS.month,
    difference: months,
    words: ["▲ earlier", "▼ later"],
  },
  {
    figure: "breakEven",
    label: "Distributed ahead of central from",
    unit: "date, months",
    format: FORMATS.month,
    difference: months,
    words: ["distributed earlier ahead", "distributed later ahead"],
  },
  {
    figure: "errors",
    label: "Errors found by the checks",
    unit: "",
    format: FORMATS.count,
    difference: amounts,
    words: ["▼ fewer", "▲ more"],
  },
];

function indicatorRow({ figure, label, unit, difference, words: [less, more] }: Indicator, row: number): readonly string[] {
  const [from, to, change] = [pickColumns.from, pickColumns.to, differenceColumn].map((column) => cellAddress(row, column));
  const compared = difference(from ?? "", to ?? "");
  return [
    label,
    unit,
    "",
    `=${pickedFigure("from", figure)}`,
    `=${pickedFigure("to", figure)}`,
    `=IF(AND(ISNUMBER(${from}),ISNUMBER(${to})),${compared},"")`,
    `=IF(ISNUMBER(${change}),IF(${change}<0,"${less}",IF(${change}>0,"${more}","no difference")),"")`,
  ];
}

/** Whether a cell names no scenario, as part of a formula. COUNTIF would take a name such as <5 or High* for a condition. */
export function isNoScenario(cell: string): string {
  return `ISNA(XMATCH(${cell},${SCENARIO_NAMES}))`;
}

/** What the comparison comes to, or what keeps it from being made, in one sentence. */
function sentence(): string {
  const difference = cellAddress(pickRow + 1, differenceColumn);
  const [from, to] = [PICKS.from.cell, PICKS.to.cell];
  const unknown = (cell: string) => `${isNoScenario(cell)},"There is no scenario “"&${cell}&"”: choose one from the list."`;
  return (
    `=IF(${unknown(from)},IF(${unknown(to)},IF(${from}=${to},"Both are "&${to}&": choose two scenarios to compare.",` +
    `IF(ISNUMBER(${difference}),${to}&${costDifference(difference, from)}&" over the plan.",` +
    `"One of the two has no total cost: see ${SHEETS.checks}."))))`
  );
}

/** The pickers with the indicators below them. */
function strip(picked: Readonly<Record<Pick, string>>): Part {
  const rows = INDICATORS.map((indicator, index) => indicatorRow(indicator, pickRow + 1 + index));
  const first = pickColumns.from;
  return {
    blocks: [
      { row: pickRow - 1, column: first, cells: [["From", "To"]] },
      {
        row: pickRow,
        column: 0,
        cells: [[PICKS_HEADING, "Unit", "", typedCell(picked.from), typedCell(picked.to), "Difference", "Effect"], ...rows],
      },
      { row: pickRow + 1 + rows.length, column: 0, cells: [[sentence()]] },
    ],
    looks: [
      { row: pickRow - 1, column: first, rows: 1, columns: 2, color: COLORS.quiet, align: "Right" },
      heading(pickRow, 0, effectColumn + 1),
      { row: pickRow, column: first, rows: rows.length + 1, columns: 3, align: "Right" },
      { ...input(pickRow, first, 1, 2), bold: true },
      { row: pickRow + 1, column: COMPARE.unitColumn, rows: rows.length, columns: 1, color: COLORS.quiet },
      ...INDICATORS.map(({ format }, index): Look => ({
        row: pickRow + 1 + index,
        column: first,
        rows: 1,
        columns: 2,
        numberFormat: format,
      })),
      { row: pickRow + 1, column: differenceColumn, rows: rows.length, columns: 1, numberFormat: FORMATS.change },
    ],
  };
}

function yearRow(pick: Pick, architecture: Architecture, row: number): Block {
  const years = rangeAddress(row, firstYearColumn, 1, COMPARE.mostYears);
  const series = `=TCO.${architecture.toUpperCase()}(${PICKS[pick].block})`;
  return { row, column: 0, cells: [[`Cost per year, ${architecture}`, CURRENCY_FORMULA, "", `=SUM(${years})`, series]] };
}

/** Cost per year by architecture of one of the two scenarios. */
function yearSection(pick: Pick, row: number): Part {
  const { cell, block } = PICKS[pick];
  const columns = YEAR_COLUMNS - totalColumn;
  return {
    blocks: [
      { row, column: 0, cells: [[`=${cell}`, "Unit", "", "Total", `=TCO.PERIODS(${block})`]] },
      ...ARCHITECTURES.map((architecture, index) => yearRow(pick, architecture, row + 1 + index)),
    ],
    looks: [
      heading(row, 0, YEAR_COLUMNS),
      { row, column: totalColumn, rows: 1, columns, align: "Right" },
      { row: row + 1, column: totalColumn, rows: ARCHITECTURES.length, columns, numberFormat: FORMATS.amount },
      { row: row + 1, column: COMPARE.unitColumn, rows: ARCHITECTURES.length, columns: 1, color: COLORS.quiet },
    ],
  };
}

/** A report that spills below a heading; its own header is the first row of the spill. */
function report(row: number, title: string, formula: string, columns: number): Part {
  return {
    blocks: [{ row, column: 0, cells: [[title], [formula]] }],
    looks: [
      heading(row, 0, columns),
      { row: row + 1, column: 0, rows: 1, columns, bold: true },
      { row: row + 1, column: 1, rows: 1, columns: columns - 1, align: "Right" },
    ],
  };
}

/** Every metric of the second scenario under each architecture. */
function metricsPart(): Part {
  const part = report(
    METRICS_ROW,
    `="Metrics by architecture: "&${PICKS.to.cell}`,
    `=TCO.ARCHITECTURES(${PICKS.to.block})`,
    ARCHITECTURES.length + 2,
  );
  const numbers = { row: METRICS_ROW + 2, column: 1, rows: METRIC_ROWS - 1, columns: ARCHITECTURES.length, numberFormat: FORMATS.count };
  return { ...part, looks: [...part.looks, numbers] };
}

/** Where the difference in cost comes from: every cost line in a fixed order, so that comments stay beside their line. */
function variancePart(): Part {
  const title = `="Variance by component: from "&${PICKS.from.cell}&" to "&${PICKS.to.cell}`;
  const { blocks, looks } = report(VARIANCE_ROW, title, `=TCO.SCENARIO.VARIANCE(${PICKS.from.block},${PICKS.to.block})`, effectColumn + 1);
  const [first, rows] = [VARIANCE_ROW + 2, VARIANCE_ROWS - 1];
  return {
    blocks: [...blocks, { row: VARIANCE_ROW + 1, column: COMPARE.commentColumn, cells: [[COMMENTARY]] }],
    looks: [
      ...looks,
      { row: VARIANCE_ROW + 1, column: COMPARE.commentColumn, rows: 1, columns: 1, align: "Left" },
      { row: first, column: 1, rows, columns: 2, numberFormat: FORMATS.amount },
      { row: first, column: 3, rows, columns: 1, numberFormat: FORMATS.change },
      { row: first, column: 4, rows, columns: 1, numberFormat: FORMATS.percent },
      { row: first, column: 5, rows, columns: 1, align: "Right" },
      input(first, COMPARE.commentColumn, rows, 1),
    ],
  };
}

/** The assumptions in which the two differ; nothing stands below, as nobody knows how many they are. */
function differencesPart(): Part {
  const title = `="Assumptions that differ: from "&${PICKS.from.cell}&" to "&${PICKS.to.cell}`;
  const part = report(DIFFERENCES_ROW, title, `=TCO.SCENARIO.DIFF(${PICKS.from.block},${PICKS.to.block})`, 3);
  const values: Look = { row: DIFFERENCES_ROW + 2, column: 1, rows: DIFFERENCE_ROWS, columns: 2, align: "Right" };
  return { ...part, looks: [...part.looks, values] };
}

/** The lists of scenarios in the cells of the pickers: the headers of the inputs, as nothing but scenarios stands between them. */
export function pickLists(
  cells: readonly Omit<SheetCell, "sheet">[],
  { sheet, row, column, columns }: ScenarioHeaders,
): readonly ValidationPlan[] {
  const source = `=${quotedSheet(sheet)}!${fixedAddress(row, column)}:${fixedAddress(row, column + columns - 1)}`;
  return cells.map((cell) => ({
    row: cell.row,
    column: cell.column,
    rows: 1,
    columns: 1,
    source,
    title: "Scenario",
    message: "Choose a scenario from the list.",
  }));
}

/** Where the headers of so many scenarios stand on a new sheet of the inputs. */
function newHeaders(scenarios: number): ScenarioHeaders {
  return { sheet: SHEETS.assumptions, row: TABLE_ROW, column: INPUT_COLUMNS.length, columns: scenarios };
}

const PICK_NAMES: readonly NamePlan[] = (["from", "to"] as const).map((pick) => ({
  name: PICKS[pick].cell,
  formula: `=${SHEETS.compare}!${fixedAddress(pickRow, pickColumns[pick])}`,
}));

/** The sheet of comparison for the scenarios given, two of them picked from the headers of the inputs. */
export function compareSheet(
  scenarios: readonly ScenarioBlock[],
  picked: Readonly<Record<Pick, string>>,
  headers: ScenarioHeaders = newHeaders(scenarios.length),
): SheetPlan {
  const status = (pick: Pick) => `${PICKS[pick].cell}&": "&${pickedFigure(pick, "status")}`;
  const opening = frame(COMPARE_TITLE, `=${status("from")}&"; "&${status("to")}`);
  const columns = scenarios.map((scenario, index) => figureColumn(scenario, COMPARE.firstScenarioColumn + index, headerRow));
  const labels: Part = {
    blocks: [figureLabels(headerRow)],
    looks: [
      heading(headerRow, 0, COMPARE.firstScenarioColumn),
      { row: headerRow + 1, column: COMPARE.unitColumn, rows: FIGURES.length, columns: 1, color: COLORS.quiet },
    ],
  };
  const sections = [yearSection("from", FROM_ROW), yearSection("to", TO_ROW), metricsPart(), variancePart(), differencesPart()];
  const parts: Part[] = [opening, strip(picked), labels, ...columns, ...sections];
  return {
    ...EMPTY_SHEET,
    sheet: SHEETS.compare,
    blocks: parts.flatMap((part) => part.blocks),
    looks: parts.flatMap((part) => part.looks),
    names: PICK_NAMES,
    validations: pickLists(
      [pickColumns.from, pickColumns.to].map((column) => ({ row: pickRow, column })),
      headers,
    ),
    columnWidths: [210, 84, 84, 96, 96, 96, 150, ...Array.from({ length: YEAR_COLUMNS - 7 }, () => 96)],
    frozenRows: pickRow + 1,
    frozenColumns: 1,
  };
}
