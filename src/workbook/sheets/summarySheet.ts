/** The sheet Summary: one page about the scenario that the second picker of Compare chooses. Everything is read from the key figures. */

import { ARCHITECTURES, BEYOND_PLAN, OVERDUE, pickedFigure } from "../compare";
import type { FigureId } from "../compare";
import { CURRENCY_FORMULA, quarterOf, shortMoney } from "../formulas";
import { frame } from "./frame";
import { cellAddress, COLORS, FORMATS, PICKS, SHEETS } from "../layout";
import { LIGHT_PALETTE } from "./palette";
import { EMPTY_SHEET, heading } from "../plan";
import type { ChartPlan, SheetPlan } from "../plan";

const SENTENCE_ROW = 4;
const TILE_ROW = 7;
const TABLE_ROW = 11;
const CHART_ROW = TABLE_ROW + ARCHITECTURES.length + 2;
const CHART_ROWS = 16;
const COLUMNS = 4;

export const SUMMARY_CHART = "tco.CostByArchitecture";

interface Tile {
  readonly figure: FigureId;
  readonly label: string;
  readonly format: string;
}

/** The four figures of the page. */
const TILES: readonly Tile[] = [
  { figure: "tco.proposed", label: "Total cost, as proposed", format: FORMATS.amount },
  { figure: "npv.proposed", label: "Present value, as proposed", format: FORMATS.amount },
  { figure: "breakEven", label: "Distributed ahead from", format: FORMATS.month },
  { figure: "shardDate", label: "First shard of the central system", format: FORMATS.month },
];

const picked = (id: FigureId): string => pickedFigure("to", id);

/** Whether no architecture has a total, as where an input is invalid. Nothing is said of the plan then, and no figure shown. */
const HAS_NO_TOTAL = `${ARCHITECTURES.map((architecture) => `ISNUMBER(${picked(`tco.${architecture}`)})`).join("+")}=0`;

/** Why there is no total, in the words of the check: the first error, and how many more there are. */
const REASON =
  `IF(ISNA(${picked("errors")}),"there is no such scenario. Choose one in ${SHEETS.compare}!${cellAddress(4, 4)}.",` +
  `IFERROR(INDEX(TCO.SCENARIO.CHECK(${PICKS.to.block}),2,3),"the checks cannot be computed.")` +
  `&IF(${picked("errors")}>1," "&(${picked("errors")}-1)&" more: see ${SHEETS.checks}.",""))`;

/** What precedes a formula of the page that says nothing where there is no total; a parenthesis closes it. */
export const UNLESS_NO_TOTAL = `IF(${HAS_NO_TOTAL},"",`;

/** The same for the sentence of the page, which says why. */
export const REASON_OR = `IF(${HAS_NO_TOTAL},${REASON},`;

/** A figure of the page, which is blank where there is none. */
const shown = (id: FigureId): string => `=${UNLESS_NO_TOTAL}${picked(id)})`;

/** Which of the two pure architectures costs less, by how much, and from when on. */
function costSentence(): string {
  const [central, distributed] = [picked("tco.vertical"), picked("tco.horizontal")];
  const ahead = `IF(ISNUMBER(${picked("breakEven")}),", ahead for good from "&${quarterOf(picked("breakEven"))},"")`;
  return (
    `=${PICKS.to.cell}&": "&${REASON_OR}IF(ISNUMBER(${central})*ISNUMBER(${distributed})=0,"one of the two architectures cannot carry the demand",` +
    `IF(${distributed}<${central},"distributed is "&${shortMoney(`(${central}-${distributed})`)}&" cheaper in total than central"&${ahead},` +
    `IF(${distributed}>${central},"central is "&${shortMoney(`(${distributed}-${central})`)}&" cheaper in total than distributed",` +
    `"central and distributed cost the same")))&".")`
  );
}

/** When the central system needs its first shard, what forces it, and whether the plan is infeasible later. */
function shardSentence(): string {
  const [date, decision] = [picked("shardDate"), picked("decisionDate")];
  return (
    `=${UNLESS_NO_TOTAL}IF(ISNUMBER(${date}),"The central system needs its first shard in "&${quarterOf(date)}&" ("&${picked("dimension")}&")"&` +
    `IF(ISNUMBER(${decision}),": decide by "&${quarterOf(decision)}&".",". ${OVERDUE}.")&` +
    `IF(ISNA(${picked("tco.vertical")})," Later in the plan no number of shards meets the demand: see Checks.",""),` +
    `IF(${date}="${BEYOND_PLAN}","The central system needs no shard within the plan.","The central system has no feasible plan.")))`
  );
}

function costRows(): readonly (readonly string[])[] {
  return ARCHITECTURES.map((architecture) => [architecture, CURRENCY_FORMULA, shown(`tco.${architecture}`), shown(`npv.${architecture}`)]);
}

function summaryChart(currency: string): ChartPlan {
  const column = (at: number) => ({ row: TABLE_ROW + 1, column: at, rows: ARCHITECTURES.length, columns: 1 });
  return {
    name: SUMMARY_CHART,
    title: "Total cost by architecture",
    type: "ColumnStacked",
    area: { row: CHART_ROW, column: 0, rows: CHART_ROWS, columns: COLUMNS },
    series: [{ name: "Total cost", kind: "column", color: LIGHT_PALETTE.total, values: column(2), categories: column(0) }],
    valueTitle: currency,
    categoryTitle: "",
  };
}

/** The page for a plan in this currency. */
export function summarySheet(currency: string): SheetPlan {
  const opening = frame("Summary", `=${PICKS.to.cell}&": "&${picked("status")}`);
  const caption = `=${UNLESS_NO_TOTAL}"The lowest present value has "&${picked("lowest")}&"; the scenario proposes "&${picked("architecture")}&". Choose another scenario in ${SHEETS.compare}!${cellAddress(4, 4)}.")`;
  return {
    ...EMPTY_SHEET,
    sheet: SHEETS.summary,
    blocks: [
      ...opening.blocks,
      { row: SENTENCE_ROW, column: 0, cells: [[costSentence()], [shardSentence()]] },
      { row: TILE_ROW, column: 0, cells: [TILES.map(({ label }) => label), TILES.map(({ figure }) => shown(figure))] },
      { row: TABLE_ROW, column: 0, cells: [["Cost by architecture", "Unit", "Total", "Present value"], ...costRows()] },
      { row: CHART_ROW - 1, column: 0, cells: [[caption]] },
    ],
    looks: [
      ...opening.looks,
      { row: SENTENCE_ROW, column: 0, rows: 2, columns: 1, size: 12 },
      { ...heading(TILE_ROW, 0, COLUMNS), bold: false, color: COLORS.quiet, align: "Left" },
      { row: TILE_ROW + 1, column: 0, rows: 1, columns: COLUMNS, bold: true, size: 16, align: "Left" },
      ...TILES.map(({ format }, column) => ({ row: TILE_ROW + 1, column, rows: 1, columns: 1, numberFormat: format })),
      heading(TABLE_ROW, 0, COLUMNS),
      { row: TABLE_ROW, column: 2, rows: 1, columns: 2, align: "Right" },
      { row: TABLE_ROW + 1, column: 1, rows: ARCHITECTURES.length, columns: 1, color: COLORS.quiet },
      { row: TABLE_ROW + 1, column: 2, rows: ARCHITECTURES.length, columns: 2, numberFormat: FORMATS.amount },
      { row: CHART_ROW - 1, column: 0, rows: 1, columns: 1, color: COLORS.quiet },
    ],
    charts: [summaryChart(currency)],
    columnWidths: [165, 165, 165, 185],
    frozenRows: 3,
  };
}
