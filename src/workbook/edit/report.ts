/** A sheet that explains the difference between two sides by live formulas, with room for comments beside fixed rows. */

import { applyPlans } from "../host/applyPlan";
import { readConvention } from "../host/colorConvention";
import { frame } from "../sheets/frame";
import { cellAddress, COLORS, FORMATS } from "../layout";
import { EMPTY_SHEET, heading, input } from "../plan";
import type { Block, Look, SheetPlan } from "../plan";
import { writtenWords } from "../preview";

/** One side of a report: what it is called, the defined name of its scenario, and the architecture where it is not the scenario's own. */
export interface ReportSide {
  readonly label: string;
  readonly definedName: string;
  readonly architecture: string;
}

const REPORT = "Report";
const HEADER_ROW = 4;
const FORMULA_ROW = 5;
const VARIANCE_COLUMNS = 6;
const COMMENTARY_COLUMN = VARIANCE_COLUMNS;
const DIFFERENCES_COLUMN = COMMENTARY_COLUMN + 2;
const ROWS = 60;

/** What a formula names as a side's scenario. */
export function sideFormula({ definedName, architecture }: ReportSide): string {
  return architecture === "" ? definedName : `TCO.SCENARIO.WITH(${definedName},"plan.architecture","${architecture}")`;
}

function architectureWords({ architecture }: ReportSide): string {
  return architecture === "" ? "as proposed" : architecture;
}

/** A name for a new report that no sheet has yet: Report 1, Report 2, ... */
export function reportName(sheets: readonly string[]): string {
  const taken = sheets.map((name) => name.toLowerCase());
  let number = 1;
  while (taken.includes(`${REPORT} ${String(number)}`.toLowerCase())) number += 1;
  return `${REPORT} ${String(number)}`;
}

/** Words for cost lines by their ids, in the order of the rows. */
export type LineLabels = ReadonlyMap<string, string>;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The words for each cost line, in the column before its id. Where another line stands in the row than when this was written, its id says which. */
function labelColumn(labels: LineLabels): Block {
  const known = [...labels];
  const cells = Array.from({ length: ROWS }, (_, index) => {
    const id = cellAddress(FORMULA_ROW + 1 + index, 1);
    const [line, words] = known[index] ?? [];
    return [line === undefined || words === undefined ? `=${id}&""` : `=IF(${id}=${quoted(line)},${quoted(words)},${id}&"")`];
  });
  return { row: FORMULA_ROW, column: 0, cells: [["Cost line"], ...cells] };
}

/** Column in which the variance begins: behind the words for cost lines, where these are the rows. */
function varianceColumn(by: string, labels: LineLabels): number {
  return by === "component" && labels.size > 0 ? 1 : 0;
}

function reportLooks(first: number): readonly Look[] {
  const [commentary, differences] = [first + COMMENTARY_COLUMN, first + DIFFERENCES_COLUMN];
  return [
    { row: HEADER_ROW, column: 0, rows: 1, columns: differences + 1, bold: true, color: COLORS.header },
    heading(FORMULA_ROW, 0, commentary + 1),
    heading(FORMULA_ROW, differences, 3),
    { row: HEADER_ROW, column: first + 1, rows: 2, columns: VARIANCE_COLUMNS - 1, align: "Right" },
    { row: FORMULA_ROW + 1, column: first + 1, rows: ROWS, columns: 3, numberFormat: FORMATS.amount },
    { row: FORMULA_ROW + 1, column: first + 4, rows: ROWS, columns: 1, numberFormat: FORMATS.percent },
    { row: FORMULA_ROW + 1, column: first + 5, rows: ROWS, columns: 1, align: "Right" },
    input(FORMULA_ROW + 1, commentary, ROWS, 1),
  ];
}

/** The report of two sides as a sheet. By component, with words for the cost lines where they are given. */
export function reportPlan(sheet: string, from: ReportSide, to: ReportSide, by: string, labels: LineLabels = new Map()): SheetPlan {
  const { blocks, looks } = frame(`From ${from.label} to ${to.label}`);
  const sides = `${sideFormula(from)},${sideFormula(to)}`;
  const first = varianceColumn(by, labels);
  const differences = first + DIFFERENCES_COLUMN;
  return {
    ...EMPTY_SHEET,
    sheet,
    blocks: [
      ...blocks,
      ...(first > 0 ? [labelColumn(labels)] : []),
      { row: HEADER_ROW, column: 0, cells: [[`Variance by ${by}`]] },
      // The header below names the scenarios alone: the same twice where two architectures of one are compared.
      { row: HEADER_ROW, column: first + 1, cells: [[architectureWords(from), architectureWords(to)]] },
      { row: FORMULA_ROW, column: first, cells: [[`=TCO.SCENARIO.VARIANCE(${sides},"${by}")`]] },
      { row: FORMULA_ROW, column: first + COMMENTARY_COLUMN, cells: [["Commentary"]] },
      { row: HEADER_ROW, column: differences, cells: [["Assumptions that differ"]] },
      { row: FORMULA_ROW, column: differences, cells: [[`=TCO.SCENARIO.DIFF(${sides})`]] },
    ],
    looks: [...looks, ...reportLooks(first)],
    columnWidths: [180, ...(first > 0 ? [132] : []), 84, 84, 84, 54, 72, 240, 24, 180, 96, 96],
    frozenRows: FORMULA_ROW + 1,
    frozenColumns: 1,
  };
}

/** What a report adds to a workbook with these sheets, in words. */
export function reportPreview(sheets: readonly string[], from: ReportSide, to: ReportSide, by: string): string {
  return `${writtenWords([reportPlan(reportName(sheets), from, to, by)], sheets)} No other cell changes.`;
}

/**
 * Writes a report on a sheet of its own and shows it.
 * @returns the name of the sheet
 */
export async function insertReport(
  context: Excel.RequestContext,
  from: ReportSide,
  to: ReportSide,
  by: string,
  labels?: LineLabels,
): Promise<string> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const plan = reportPlan(reportName(worksheets.items.map(({ name }) => name)), from, to, by, labels);
  await applyPlans(context, [plan], await readConvention(context));
  worksheets.getItem(plan.sheet).activate();
  await context.sync();
  return plan.sheet;
}
