/** A sheet that explains the difference between two sides by live formulas, with room for comments beside fixed rows. */

import { applyPlans } from "../host/applyPlan";
import { readConvention } from "../host/colorConvention";
import { frame } from "../sheets/frame";
import { COLORS, FORMATS } from "../layout";
import { EMPTY_SHEET, heading, input } from "../plan";
import type { SheetPlan } from "../plan";
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

/** The report of two sides as a sheet. */
export function reportPlan(sheet: string, from: ReportSide, to: ReportSide, by: string): SheetPlan {
  const { blocks, looks } = frame(`From ${from.label} to ${to.label}`);
  const sides = `${sideFormula(from)},${sideFormula(to)}`;
  return {
    ...EMPTY_SHEET,
    sheet,
    blocks: [
      ...blocks,
      // The header below names the scenarios alone: the same twice where two architectures of one are compared.
      { row: HEADER_ROW, column: 0, cells: [[`Variance by ${by}`, architectureWords(from), architectureWords(to)]] },
      { row: FORMULA_ROW, column: 0, cells: [[`=TCO.SCENARIO.VARIANCE(${sides},"${by}")`]] },
      { row: FORMULA_ROW, column: COMMENTARY_COLUMN, cells: [["Commentary"]] },
      { row: HEADER_ROW, column: DIFFERENCES_COLUMN, cells: [["Assumptions that differ"]] },
      { row: FORMULA_ROW, column: DIFFERENCES_COLUMN, cells: [[`=TCO.SCENARIO.DIFF(${sides})`]] },
    ],
    looks: [
      ...looks,
      { row: HEADER_ROW, column: 0, rows: 1, columns: DIFFERENCES_COLUMN + 1, bold: true, color: COLORS.header },
      heading(FORMULA_ROW, 0, COMMENTARY_COLUMN + 1),
      heading(FORMULA_ROW, DIFFERENCES_COLUMN, 3),
      { row: HEADER_ROW, column: 1, rows: 2, columns: VARIANCE_COLUMNS - 1, align: "Right" },
      { row: FORMULA_ROW + 1, column: 1, rows: ROWS, columns: 3, numberFormat: FORMATS.amount },
      { row: FORMULA_ROW + 1, column: 4, rows: ROWS, columns: 1, numberFormat: FORMATS.percent },
      { row: FORMULA_ROW + 1, column: 5, rows: ROWS, columns: 1, align: "Right" },
      input(FORMULA_ROW + 1, COMMENTARY_COLUMN, ROWS, 1),
    ],
    columnWidths: [180, 84, 84, 84, 54, 72, 240, 24, 180, 96, 96],
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
export async function insertReport(context: Excel.RequestContext, from: ReportSide, to: ReportSide, by: string): Promise<string> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const plan = reportPlan(reportName(worksheets.items.map(({ name }) => name)), from, to, by);
  await applyPlans(context, [plan], await readConvention(context));
  worksheets.getItem(plan.sheet).activate();
  await context.sync();
  return plan.sheet;
}
