/** The sheet Summary: the answer for the scenario that the second picker of Compare chooses, what it costs, and what to decide. */

import { COST_GROUPS } from "../../engine/analysis/answer/groups";
import { MONTHS_PER_YEAR } from "../../engine/units";
import { ARCHITECTURE_NAMES } from "../../engine/words";
import { ARCHITECTURES, SCENARIO_NAMES } from "../compare";
import type { Architecture } from "../compare";
import { CHECK_FORMULA, shortMoney } from "../formulas";
import { cellAddress, COLORS, FORMATS, PICKS, SHEETS } from "../layout";
import { EMPTY_SHEET, heading } from "../plan";
import type { Block, CellArea, CellContent, ChartPlan, Look, SeriesPlan, SheetPlan } from "../plan";
import { ANSWER_BLOCKS, ANSWER_ROW, answerFigure, answerLine, DECISION_ROWS, decisionCell, driverCell, MOST_DRIVERS } from "./answerPlaces";
import { CHARTS_SHOW } from "./chartCaption";
import { GROUP_COLORS, LIGHT_PALETTE } from "./palette";

const ANSWER_LINES = 4;
const CARD_ROW = 10;
const TABLE_ROW = 14;
const CHART_ROW = 20;
/** Down to the analyses that Analyze writes here. */
const CHART_ROWS = 12;
const DRIVER_ROW = 46;
const DECISION_ROW = DRIVER_ROW + MOST_DRIVERS + 3;
const COLUMNS = 8;

export const SUMMARY_CHARTS = { saving: "tco.SavingByMonth", groups: "tco.CostByArchitecture" } as const;

/** One of three parts of a formula, by the architecture that another part comes to; blank where that is none. */
const byArchitecture = (which: string, partOf: (architecture: Architecture) => string): string =>
  ARCHITECTURES.reduceRight((otherwise, each) => `IF(${which}="${each}",${partOf(each)},${otherwise})`, '""');

const nameOf = (which: string): string => byArchitecture(which, (architecture) => `"${ARCHITECTURE_NAMES[architecture]}"`);

const [LOWEST, RUNNER_UP] = [answerFigure("lowest"), answerFigure("runner_up")];

const figureOf = (which: string, metric: "tco" | "npv"): string =>
  byArchitecture(which, (architecture) => answerFigure(`${metric}.${architecture}`));

/** An amount in short, blank where there is none. */
const shownMoney = (amount: string): string => `IF(ISNUMBER(${amount}),${shortMoney(amount)},"")`;

/** How much less or more the lowest costs than the next. */
function against(metric: "tco" | "npv"): string {
  const difference = `(${figureOf(LOWEST, metric)}-${figureOf(RUNNER_UP, metric)})`;
  return `=IF(ISNUMBER(${difference}),IF(${difference}<0,"▼ ","▲ ")&${shortMoney(difference)}&IF(${difference}<0," less than "," more than ")&${nameOf(RUNNER_UP)},"")`;
}

interface Card {
  readonly label: string;
  readonly value: string;
  readonly note: string;
  readonly format?: string;
}

const BREAK_EVEN = byArchitecture(LOWEST, (architecture) => answerFigure(`break_even.${architecture}`));
const SPLIT = answerFigure("split");

const CARDS: readonly Card[] = [
  { label: `="Total cost, "&${nameOf(LOWEST)}`, value: `=${shownMoney(figureOf(LOWEST, "tco"))}`, note: against("tco") },
  { label: `="Present value, "&${nameOf(LOWEST)}`, value: `=${shownMoney(figureOf(LOWEST, "npv"))}`, note: against("npv") },
  {
    label: "Break-even",
    value: `=IF(${LOWEST}="","",IF(${LOWEST}=${answerFigure("reference")},"not applicable",${BREAK_EVEN}))`,
    note: `=IF(${LOWEST}="","","against "&${nameOf(answerFigure("reference"))})`,
    format: FORMATS.month,
  },
  {
    label: "First split of Central",
    value: `=${SPLIT}`,
    note: `=IF(ISNUMBER(${SPLIT}),${answerFigure("split_reason")},"")`,
    format: FORMATS.month,
  },
];

/** The date line: that the date has passed, or is near, or when it is. */
function datesFormula(): string {
  const [date, dates, overdue] = [answerLine("date"), answerLine("dates"), answerLine("overdue")];
  const today = "tco.Today";
  const left = `INT(${date}-${today})`;
  return `=IF(ISNUMBER(${date}),IF(${date}<${today},${overdue},IF(${left}<=90,"Due in "&${left}&" days. ","")&${dates}),${dates})`;
}

/** The first line; in its place, why there is none. The one cell that looks for errors: the others show what the functions do. */
function verdictFormula(): string {
  const verdict = answerLine("verdict");
  const unknown = `ISNA(XMATCH(${PICKS.to.cell},${SHEETS.compare}!${SCENARIO_NAMES})),"There is no scenario “"&${PICKS.to.cell}&"”: choose one in ${SHEETS.compare}!${cellAddress(4, 4)}."`;
  return `=IF(${unknown},IF(ISERROR(${verdict}),"Calculating, or the TCO Planner add-in isn't loaded.",${verdict}))`;
}

function openingBlocks(): readonly Block[] {
  const [title, start, end] = [answerFigure("title"), answerFigure("start"), answerFigure("end")];
  const years = `IF(ISNUMBER(${start})," · "&YEAR(${start})&"-"&YEAR(${end}),"")`;
  const asOf = `XLOOKUP("plan.as_of",Inputs[[#All],[Key]],Inputs[[#All],[Base]])`;
  return [
    {
      row: 0,
      column: 0,
      cells: [
        [`=IF(LEN(${title})>0,${title},"Central, distributed or hybrid?")`],
        [`=${PICKS.to.cell}&" · "&${answerFigure("status")}&" · "&${answerFigure("currency")}&${years}`],
        [CHECK_FORMULA],
      ],
    },
    { row: 0, column: COLUMNS - 2, cells: [["As of", `=IF(LEN(${asOf})>0,${asOf},TODAY())`]] },
    {
      row: ANSWER_LINES,
      column: 0,
      cells: [[verdictFormula()], [`=${answerLine("amounts")}`], [datesFormula()], [`=${answerLine("restsOn")}`]],
    },
    { row: ANSWER_LINES + 4, column: 0, cells: [[`=IF(LEN(${answerLine("next")})>0,"Next: "&${answerLine("next")},"")`]] },
  ];
}

/** The row of an architecture: its costs, or why it has none. */
function tableRow(architecture: Architecture): readonly CellContent[] {
  const figure = (id: string): string => answerFigure(`${id}.${architecture}`);
  const feasible = figure("feasible");
  const notes = [
    [`${LOWEST}="${architecture}"`, "lowest"],
    [`${answerFigure("current")}="${architecture}"`, "runs today"],
    [`${answerFigure("chosen")}="${architecture}"`, "chosen"],
  ] as const;
  const note = notes.map(([condition, words]) => `IF(${condition},"${words}  ","")`).join("&");
  return [
    ARCHITECTURE_NAMES[architecture],
    `=IF(ISTEXT(${feasible}),${feasible},${figure("one_off")})`,
    ...["run_cost", "tco", "npv"].map((id) => `=${figure(id)}`),
    `=IF(ISNUMBER(${figure("npv")}),${figure("npv")}-${figureOf(LOWEST, "npv")},"")`,
    `=${figure("break_even")}`,
    `=IF(LEN(${LOWEST})>0,TRIM(${note}),"")`,
  ];
}

/** What every option includes for acquired systems, and its share of the cost. */
function acquisitionsFormula(): string {
  const figures = (id: string) => ARCHITECTURES.map((architecture) => answerFigure(`${id}.${architecture}`)).join(",");
  const [least, most] = [`MIN(${figures("acquisitions")})`, `MAX(${figures("acquisitions")})`];
  return `=IF(COUNT(${figures("acquisitions")})*${most}=0,"","Every option includes "&${shortMoney(least)}&IF(${most}-${least}<0.5,""," to "&${shortMoney(most)})&" for acquired systems.")`;
}

function savingChart(years: number, currency: string): ChartPlan {
  const { column } = ANSWER_BLOCKS.gap;
  const months = (at: number): CellArea => ({ row: ANSWER_ROW + 1, column: column + at, rows: years * MONTHS_PER_YEAR, columns: 1 });
  const series = ARCHITECTURES.map((architecture, index): SeriesPlan => ({
    name: ARCHITECTURE_NAMES[architecture],
    kind: "line",
    color: LIGHT_PALETTE.architectures[architecture],
    values: months(index + 1),
    categories: months(0),
  }));
  return {
    name: SUMMARY_CHARTS.saving,
    title: "Cumulative saving against what runs today",
    type: "XYScatterLinesNoMarkers",
    dataSheet: SHEETS.chartData,
    area: { row: CHART_ROW, column: 0, rows: CHART_ROWS, columns: 4 },
    series,
    valueTitle: currency,
    categoryTitle: "Years from the start",
  };
}

function groupsChart(currency: string): ChartPlan {
  const { column } = ANSWER_BLOCKS.groups;
  const across = (row: number): CellArea => ({ row: ANSWER_ROW + row, column: column + 1, rows: 1, columns: ARCHITECTURES.length });
  // The last group lies on the axis.
  const series = [...COST_GROUPS].reverse().map((group): SeriesPlan => ({
    name: group,
    kind: "column",
    color: GROUP_COLORS[group],
    values: across(COST_GROUPS.indexOf(group) + 1),
    categories: across(0),
  }));
  return {
    name: SUMMARY_CHARTS.groups,
    title: "Total cost by group",
    type: "ColumnStacked",
    dataSheet: SHEETS.chartData,
    area: { row: CHART_ROW, column: 4, rows: CHART_ROWS, columns: 4 },
    series,
    valueTitle: currency,
    categoryTitle: "",
  };
}

/** The charts of the page for a plan of so many years. */
export const summaryCharts = (years: number, currency: string): readonly ChartPlan[] => [
  savingChart(years, currency),
  groupsChart(currency),
];

function captions(years: number): readonly Block[] {
  const reference = answerFigure("reference");
  const [next, most] = [
    `(${figureOf(RUNNER_UP, "tco")}-${figureOf(LOWEST, "tco")})`,
    `(${figureOf(LOWEST, "tco")}-${figureOf(reference, "tco")})`,
  ];
  const more = (difference: string) =>
    `IF(${difference}<0," costs "&${shortMoney(difference)}&" less in total than "," costs "&${shortMoney(difference)}&" more in total than ")`;
  const months = `(YEAR(${answerFigure("end")})-YEAR(${answerFigure("start")}))*${String(MONTHS_PER_YEAR)}+MONTH(${answerFigure("end")})-MONTH(${answerFigure("start")})+1`;
  const saving =
    `=IF(LEN(${LOWEST})=0,"",IF(${months}<>${String(years * MONTHS_PER_YEAR)},${CHARTS_SHOW}${String(years)} years: refresh the model.",` +
    `IF(${LOWEST}=${reference},${nameOf(RUNNER_UP)}&${more(next)}&${nameOf(LOWEST)}&".",${nameOf(LOWEST)}&${more(most)}&${nameOf(reference)}&".")))`;
  const totals = `=IF(LEN(${LOWEST})=0,"",${nameOf(LOWEST)}&" costs "&${shownMoney(figureOf(LOWEST, "tco"))}&" in total.")`;
  return [
    { row: CHART_ROW - 1, column: 0, cells: [[saving]] },
    { row: CHART_ROW - 1, column: 4, cells: [[totals]] },
  ];
}

const DRIVER_COLUMNS = [1, 3, 4, 5, 6, 7, 8] as const;

function driverBlocks(): readonly Block[] {
  const cellsOf = (row: number) =>
    DRIVER_COLUMNS.map((at) => {
      const cell = driverCell(row, at);
      const end = `IF(ISNUMBER(${cell}),IF(ABS(${cell})>=100,ROUND(${cell},0),ROUND(${cell},4)),"")`;
      if (at === 3 || at === 4) return `=IFNA(${end},"")`;
      return at === 8 ? `=IF(ISLOGICAL(${driverCell(row, 8)}),IF(${driverCell(row, 8)},"yes","no"),"")` : `=IFNA(${cell},"")`;
    });
  return [
    {
      row: DRIVER_ROW,
      column: 0,
      cells: [
        ["What moves the difference most", "Low", "High", "Difference at low", "Difference at high", "Swing", "Changes the answer?"],
        ...Array.from({ length: MOST_DRIVERS }, (_, index) => cellsOf(index + 1)),
        [
          "Present value of the next lowest less that of the lowest. Each input varied alone; decisions are not varied.",
          "",
          "",
          "",
          "",
          "",
          "",
        ],
      ],
    },
  ];
}

function decisionBlocks(): readonly Block[] {
  const rows = Array.from({ length: DECISION_ROWS }, (_, index) => {
    const [decision, date, reason, applies] = [1, 2, 3, 4].map((at) => decisionCell(index + 1, at));
    return [
      `=${decision}`,
      `=${date}`,
      `=IF(${applies},IF(ISNUMBER(${date}),IF(${date}<tco.Today,"overdue","due"),"due"),"not needed")`,
      `=${reason}`,
    ];
  });
  return [
    { row: DECISION_ROW, column: 0, cells: [["Decisions", "By", "Status", "Why", "", "", "Owner"]] },
    { row: DECISION_ROW + 1, column: 0, cells: rows },
    {
      row: DECISION_ROW + DECISION_ROWS + 2,
      column: 0,
      cells: [[`=${answerFigure("status")}&". Estimates from stated assumptions; not a quote."`]],
    },
  ];
}

function looks(): readonly Look[] {
  const line = (row: number, columns: number, more: Partial<Look>): Look => ({ row, column: 0, rows: 1, columns, ...more });
  return [
    line(0, 1, { bold: true, size: 16 }),
    { row: 1, column: 0, rows: 2, columns: 1, color: COLORS.quiet },
    { row: 0, column: COLUMNS - 2, rows: 1, columns: 1, color: COLORS.quiet, align: "Right" },
    { row: 0, column: COLUMNS - 1, rows: 1, columns: 1, color: COLORS.quiet, align: "Left", numberFormat: FORMATS.date },
    line(ANSWER_LINES, 1, { bold: true, size: 14 }),
    { row: ANSWER_LINES + 1, column: 0, rows: 4, columns: 1, size: 11 },
    line(CARD_ROW, CARDS.length, { color: COLORS.quiet }),
    line(CARD_ROW + 1, CARDS.length, { bold: true, size: 14, align: "Left" }),
    line(CARD_ROW + 2, CARDS.length, { color: COLORS.quiet, size: 9, wrap: true, height: 38 }),
    ...CARDS.flatMap(({ format }, column): Look[] =>
      format === undefined ? [] : [{ row: CARD_ROW + 1, column, rows: 1, columns: 1, numberFormat: format }],
    ),
    heading(TABLE_ROW, 0, COLUMNS),
    { row: TABLE_ROW, column: 1, rows: 1, columns: 6, align: "Right" },
    { row: TABLE_ROW + 1, column: 1, rows: ARCHITECTURES.length, columns: 5, numberFormat: FORMATS.amount },
    { row: TABLE_ROW + 1, column: 6, rows: ARCHITECTURES.length, columns: 1, numberFormat: FORMATS.month, align: "Right" },
    line(TABLE_ROW + ARCHITECTURES.length + 1, 1, { color: COLORS.quiet }),
    line(CHART_ROW - 1, COLUMNS, { bold: true }),
    heading(DRIVER_ROW, 0, 7),
    { row: DRIVER_ROW, column: 1, rows: 1 + MOST_DRIVERS, columns: 6, align: "Right" },
    { row: DRIVER_ROW + 1, column: 1, rows: MOST_DRIVERS, columns: 2, numberFormat: "[>=100]#,##0;General" },
    { row: DRIVER_ROW + 1, column: 3, rows: MOST_DRIVERS, columns: 3, numberFormat: FORMATS.amount },
    line(DRIVER_ROW + MOST_DRIVERS + 1, 1, { color: COLORS.quiet }),
    heading(DECISION_ROW, 0, COLUMNS),
    { row: DECISION_ROW + 1, column: 1, rows: DECISION_ROWS, columns: 1, numberFormat: FORMATS.month, align: "Left" },
    { row: DECISION_ROW + 1, column: 6, rows: DECISION_ROWS, columns: 1, isInput: true },
    line(DECISION_ROW + DECISION_ROWS + 2, 1, { color: COLORS.quiet }),
  ];
}

/** The page for a plan of so many years, in this currency. */
export function summarySheet(years: number, currency: string): SheetPlan {
  const table = ["Architecture", "One-off", "Run cost", "Total", "Present value", "Above the lowest", "Break-even", "Note"];
  return {
    ...EMPTY_SHEET,
    sheet: SHEETS.summary,
    blocks: [
      ...openingBlocks(),
      {
        row: CARD_ROW,
        column: 0,
        cells: [CARDS.map(({ label }) => label), CARDS.map(({ value }) => value), CARDS.map(({ note }) => note)],
      },
      { row: TABLE_ROW, column: 0, cells: [table, ...ARCHITECTURES.map(tableRow)] },
      { row: TABLE_ROW + ARCHITECTURES.length + 1, column: 0, cells: [[acquisitionsFormula()]] },
      ...captions(years),
      ...driverBlocks(),
      ...decisionBlocks(),
    ],
    looks: looks(),
    names: [{ name: "tco.Today", formula: `=${SHEETS.summary}!$${"ABCDEFGH"[COLUMNS - 1]}$1` }],
    charts: summaryCharts(years, currency),
    columnWidths: [230, 120, 120, 120, 120, 110, 140, 110],
    frozenRows: 3,
  };
}
