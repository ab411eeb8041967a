/** What the analyses have in common as they are written onto Charts and Summary: tables of values, sentences, looks. Pure. */

import { ANALYSIS_PARTS, FACTS_ROW } from "./analysisParts";
import type { AnalysisPart, PartPlace } from "./analysisParts";
import type { SimulationResult, TornadoResult } from "./analysisResults";
import type { SheetValues } from "../figures";
import { shortSize } from "../formulas";
import { COLORS, FORMATS } from "../layout";
import { heading } from "../plan";
import type { CellArea, CellContent, CellValue, Look } from "../plan";
import { typedCell } from "../typedCell";

/** What an analysis is written with beside its result. */
export interface AnalysisSetting {
  /** The day, as the spreadsheet counts it and as text such as 2026-11-26. */
  readonly computedOn: { readonly serial: number; readonly text: string };
  /** The currency of the plan: figures in it have their unit in front. */
  readonly currency: string;
  /** Present value of the scenario and architecture, as Compare shows it when this is written. */
  readonly npv: CellValue;
  readonly compare: SheetValues | undefined;
  readonly place: (part: AnalysisPart) => PartPlace;
}

/** A formula as the content of a cell. */
export interface Formula {
  readonly formula: string;
}

/** What stands in a cell of a part. Text is text whatever it begins with, as scenarios, units and labels are a person's: only a `Formula` is one. */
export type PartCell = CellValue | Formula;

/** What is typed into the cell. */
export const typedPart = (cell: PartCell): CellContent => (typeof cell === "object" ? cell.formula : typedCell(cell));

/** Contents of a part, with looks counted from its corner: all of them where it is new, those of figures where their unit has changed. */
export interface PartContent {
  readonly part: AnalysisPart;
  readonly cells: readonly (readonly PartCell[])[];
  readonly looks: readonly Look[];
  readonly figureLooks: readonly Look[];
  /** Formats of the rows that belong to keys, and the column in which each names its own: for where another key was before. */
  readonly keyLooks?: { readonly column: number; readonly looks: readonly Look[] };
  /** Column of the facts with the unit of the figures, in a table that has them. */
  readonly unitColumn?: number;
}

/** Rows of both tables: title, headers of facts, facts, header, and then what was found. */
export const HEADER_ROW = FACTS_ROW + 1;
export const FIRST_ROW = HEADER_ROW + 1;

/** Numbers below this are shown with decimals. */
const LARGE = 1000;

export const spread = (...cells: readonly (readonly [column: number, content: PartCell])[]): ReadonlyMap<number, PartCell> =>
  new Map(cells);

/** Rows of cells as one block of the size of a part: what is not stated is blank. */
export function block(
  part: AnalysisPart,
  rows: readonly (readonly [row: number, cells: ReadonlyMap<number, PartCell>])[],
): readonly PartCell[][] {
  const { rows: height, columns } = ANALYSIS_PARTS[part];
  return Array.from({ length: height }, (_, row) => {
    const cells = rows.filter(([at]) => at === row);
    return Array.from(
      { length: columns },
      (_cell, column) => cells.map(([, line]) => line.get(column)).find((cell) => cell !== undefined) ?? "",
    );
  });
}

/** A figure in a cell: what has none is said in words, as a number that is none would be an error. */
export const figureCell = (figure: number): CellValue => (Number.isFinite(figure) ? figure : "none");
export const changeCell = (figure: number, base: number): CellValue => figureCell(figure - base);

export function figureFormat(unit: string, figure: number): string {
  if (unit === "year") return FORMATS.general;
  return Math.abs(figure) >= LARGE ? FORMATS.amount : "#,##0.00";
}

export function changeFormat(figure: number): string {
  return Math.abs(figure) >= LARGE ? FORMATS.change : '+#,##0.00;-#,##0.00;"-"';
}

/** Excel takes no longer text between quotes than 255 letters, doubled quotes included. */
const LONGEST_LITERAL = /[\s\S]{1,120}/g;

/** Text as part of a formula. */
export function words(text: string): string {
  const pieces = text.match(LONGEST_LITERAL) ?? [""];
  return pieces.map((piece) => `"${piece.replaceAll('"', '""')}"`).join("&");
}

/** A figure with its unit as part of a formula. */
export function figureWords(figure: number, unit: string, { currency }: AnalysisSetting): string {
  if (!Number.isFinite(figure)) return words("no figure");
  if (unit === "year") return words(String(figure));
  const digits = Math.abs(figure) >= LARGE ? shortSize(String(figure)) : `FIXED(${String(Math.abs(figure))},2)`;
  const size = figure < 0 ? `"-"&${digits}` : digits;
  return currency !== "" && unit.startsWith(currency) ? `${words(`${unit} `)}&${size}` : `${size}&${words(` ${unit}`)}`;
}

export const sentence = (...parts: readonly string[]): Formula => ({ formula: `=${parts.join("&")}` });

/** What an analysis was about, and when. */
export function about({ scenario, architecture, metric }: TornadoResult | SimulationResult, { computedOn }: AnalysisSetting): string {
  return `${scenario}, ${architecture}, ${metric}, computed on ${computedOn.text}`;
}

/** The lines that open the table of an analysis. */
export function opening(
  title: string,
  { computedOn }: AnalysisSetting,
  facts: readonly (readonly [column: number, header: string, fact: PartCell])[],
) {
  return [
    [0, spread([0, title], [8, "Computed on"], [9, computedOn.serial])],
    [FACTS_ROW - 1, spread(...facts.map(([column, header]) => [column, header] as const))],
    [FACTS_ROW, spread(...facts.map(([column, , fact]) => [column, fact] as const))],
  ] as const;
}

export function openingLooks(part: AnalysisPart): readonly Look[] {
  const { columns } = ANALYSIS_PARTS[part];
  const line = (row: number, column: number, count: number): CellArea => ({ row, column, rows: 1, columns: count });
  return [
    heading(0, 0, columns),
    { ...line(0, 8, 2), align: "Right" },
    { ...line(0, 9, 1), numberFormat: FORMATS.date },
    { ...line(FACTS_ROW - 1, 0, columns), color: COLORS.quiet },
    { ...line(FACTS_ROW, 8, 2), numberFormat: FORMATS.amount },
    { ...line(FACTS_ROW - 1, 6, 4), align: "Right" },
    { ...line(FACTS_ROW, 6, 4), align: "Right" },
    { ...line(HEADER_ROW, 0, columns), bold: true },
  ];
}

export const within = ({ row, column }: PartPlace, area: CellArea): CellArea => ({
  ...area,
  row: row + area.row,
  column: column + area.column,
});
