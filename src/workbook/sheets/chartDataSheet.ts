/** The sheet Chart data: the answer and the figures that the charts of Summary draw, one block beside the other. */

import { FIGURE_UNITS } from "../../engine/analysis/answer/figureList";
import { MONTHS_PER_YEAR } from "../../engine/units";
import { ARCHITECTURE_NAMES } from "../../engine/words";
import type { Architecture } from "../compare";
import { ANSWER_LABELS, ANSWER_NAME } from "../answerLines";
import { frame } from "./frame";
import { COMPARE, FORMATS, KEY_COLUMN, PICKS, SHEETS, TABLES } from "../layout";
import { EMPTY_SHEET, heading } from "../plan";
import type { Block, Look, SheetPlan } from "../plan";
import { ANSWER_BLOCKS, ANSWER_CELLS, ANSWER_ROW, DECISION_ROWS, MOST_DRIVERS } from "./answerPlaces";

const { block: TO, cell: PICKED } = PICKS.to;

/** Keys with their ranges, as the functions read them. */
const RANGES = `${TABLES.inputs}[[#All],[${KEY_COLUMN}]:[High]]`;

/** Labels of figures that are not their ids as words. */
const LABELS: Readonly<Record<string, string>> = {
  start: "First day of the plan",
  end: "Last month",
  chosen: "Chosen architecture",
  current: "What runs today",
  reference: "Compared with",
  tco: "Total cost",
  npv: "Present value",
  one_off: "One-off cost",
  peak_year: "Most expensive year",
  feasible: "Feasible, or why not",
  lowest: "Lowest present value",
  runner_up: "Next lowest present value",
  close_call: "Too close to call",
  split: "First split",
};

function labelOf(id: string): string {
  const [name = "", architecture] = id.split(".");
  const words = name.replace("_", " ");
  const label = LABELS[name] ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return architecture === undefined ? label : `${label}, ${ARCHITECTURE_NAMES[architecture as Architecture]}`;
}

const FORMAT_OF_UNIT = { money: FORMATS.amount, share: "0.0%", date: FORMATS.month } as const;

function figureBlocks(): readonly Block[] {
  const { column } = ANSWER_BLOCKS.figures;
  const labels = ["Errors", "Warnings", "Fingerprint of the inputs", ...FIGURE_UNITS.map(([id]) => labelOf(id))];
  return [
    { row: ANSWER_ROW, column, cells: [["Figures", `=${PICKED}`]] },
    { row: ANSWER_ROW + 1, column, cells: labels.map((label) => [label]) },
    { row: ANSWER_ROW + 1, column: column + 1, cells: [[`=TCO.FIGURES(${TO})`]] },
  ];
}

function figureLooks(): readonly Look[] {
  const column = ANSWER_BLOCKS.figures.column + 1;
  return FIGURE_UNITS.flatMap(([, unit], index): Look[] =>
    unit === "text" ? [] : [{ row: ANSWER_ROW + 4 + index, column, rows: 1, columns: 1, numberFormat: FORMAT_OF_UNIT[unit] }],
  );
}

function answerBlocks(): readonly Block[] {
  const { answer, drivers, decisions, gap, groups } = ANSWER_BLOCKS;
  const spill = ({ column }: { readonly column: number }, formula: string): Block => ({ row: ANSWER_ROW, column, cells: [[formula]] });
  return [
    { row: ANSWER_ROW - 1, column: answer.column, cells: [["As of", "=tco.Today"]] },
    { row: ANSWER_ROW, column: answer.column, cells: [["The answer", `=${PICKED}`]] },
    { row: ANSWER_ROW + 1, column: answer.column, cells: Object.values(ANSWER_LABELS).map((label) => [label]) },
    { row: ANSWER_ROW + 1, column: answer.column + 1, cells: [[`=TCO.ANSWER(${TO},,${RANGES})`]] },
    spill(drivers, `=TCO.DRIVERS(${TO},${String(MOST_DRIVERS)},${RANGES})`),
    spill(decisions, `=TCO.DECISIONS(${TO},${RANGES})`),
    spill(groups, `=TCO.CHARTDATA(${TO},"groups")`),
    spill(gap, `=TCO.CHARTDATA(${TO},"gap")`),
  ];
}

function answerLooks(): readonly Look[] {
  const { answer, drivers, decisions, gap, groups } = ANSWER_BLOCKS;
  const months = COMPARE.mostYears * MONTHS_PER_YEAR;
  return [
    ...Object.values(ANSWER_BLOCKS).map(({ column, columns }) => heading(ANSWER_ROW, column, columns)),
    { row: ANSWER_ROW - 1, column: answer.column + 1, rows: 1, columns: 1, numberFormat: FORMATS.date, align: "Left" },
    { row: ANSWER_ROW + 6, column: answer.column + 1, rows: 1, columns: 1, numberFormat: FORMATS.month, align: "Left" },
    { row: ANSWER_ROW + 1, column: drivers.column + 4, rows: MOST_DRIVERS, columns: 3, numberFormat: FORMATS.amount },
    { row: ANSWER_ROW + 1, column: decisions.column + 1, rows: DECISION_ROWS, columns: 1, numberFormat: FORMATS.month, align: "Left" },
    { row: ANSWER_ROW + 1, column: groups.column + 1, rows: 6, columns: 3, numberFormat: FORMATS.amount },
    { row: ANSWER_ROW + 1, column: gap.column, rows: months, columns: 1, numberFormat: "0.00", align: "Left" },
    { row: ANSWER_ROW + 1, column: gap.column + 1, rows: months, columns: 3, numberFormat: FORMATS.amount },
  ];
}

/** The sheet, the same for every plan. */
export function chartDataSheet(): SheetPlan {
  const opening = frame(SHEETS.chartData, `=${PICKED}&": figures behind ${SHEETS.summary} and its charts. Do not edit."`);
  return {
    ...EMPTY_SHEET,
    sheet: SHEETS.chartData,
    blocks: [...opening.blocks, ...figureBlocks(), ...answerBlocks()],
    looks: [...opening.looks, ...figureLooks(), ...answerLooks()],
    columnWidths: [
      220, 110, 20, 170, 320, 20, 260, 180, 80, 80, 90, 90, 90, 90, 20, 220, 80, 320, 70, 20, 130, 90, 90, 90, 20, 80, 90, 90, 90,
    ],
    names: [{ name: ANSWER_NAME, formula: ANSWER_CELLS }],
    frozenRows: 5,
  };
}
