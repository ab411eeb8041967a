/** Formulas that the add-in writes: only what Excel 2021, Microsoft 365 and the workbench's grid all understand (no #, LET, CHOOSE of arrays or OFFSET). */

import { BASE_COLUMN, BLOCK, CHECK_BLOCK, columnLetters, fixedAddress, KEY_COLUMN, SHEETS, TABLES } from "./layout";

/** A column's name as structured references write it. */
function escaped(column: string): string {
  return column.replace(/['[\]#@]/g, "'$&");
}

/** A whole column of the table of inputs with its header. */
export function inputColumn(name: string): string {
  return `${TABLES.inputs}[[#All],[${escaped(name)}]]`;
}

/** Name of the scenario column that a scenario's formula reads; undefined where the formula is not one of ours. */
export function columnOfScenarioFormula(formula: string): string | undefined {
  const columns = [...formula.matchAll(new RegExp(`${TABLES.inputs}\\[\\[#All\\],\\[((?:'.|[^'\\]])*)\\]\\]`, "g"))].map((match) =>
    (match[1] ?? "").replace(/'(.)/g, "$1"),
  );
  return columns.find((name) => name !== KEY_COLUMN);
}

/** The range with blank cells as "": Excel would hand them to a function as 0, and "" means "not stated". */
function blanksAsText(range: string, otherwise = '""'): string {
  return `IF(LEN(${range}),${range},${otherwise})`;
}

/** The one formula of a scenario's block: its column of the inputs over Base's, after the tables. */
export function scenarioFormula(column: string): string {
  const base = blanksAsText(inputColumn(BASE_COLUMN));
  const values = column === BASE_COLUMN ? base : blanksAsText(inputColumn(column), base);
  return `=TCO.SCENARIO(${inputColumn(KEY_COLUMN)},${values},${blanksAsText(`${TABLES.deals}[#All]`)})`;
}

/** What a scenario's defined name refers to: its block, as long as it is now. */
export function scenarioRange(column: number): string {
  const corner = `${SHEETS.scenarios}!${fixedAddress(BLOCK.firstRow, column)}`;
  const values = `${SHEETS.scenarios}!${fixedAddress(BLOCK.firstRow, column + 1)}:${fixedAddress(BLOCK.firstRow + BLOCK.rows - 1, column + 1)}`;
  return `=${corner}:INDEX(${values},${SHEETS.scenarios}!${fixedAddress(BLOCK.countRow, column + 1)})`;
}

/** The name of a scenario as its header has it now. */
export function headerFormula(column: string): string {
  return `=${TABLES.inputs}[[#Headers],[${escaped(column)}]]`;
}

/** The cell that shows a scenario's name as it is now. */
export function scenarioNameCell(blockColumn: number): string {
  return `${SHEETS.scenarios}!${fixedAddress(BLOCK.nameRow, blockColumn)}`;
}

/** The status line of a sheet. */
export const STATUS_FORMULA = `="${BASE_COLUMN}: "&XLOOKUP("plan.status",${inputColumn(KEY_COLUMN)},${inputColumn(BASE_COLUMN)})`;

/** The currency of the plan. */
export const CURRENCY_FORMULA = `=XLOOKUP("plan.currency",${inputColumn(KEY_COLUMN)},${inputColumn(BASE_COLUMN)})`;

function countOf(label: string): string {
  const last = columnLetters(255);
  const row = (index: number) => `${SHEETS.checks}!$A$${String(index + 1)}:$${last}$${String(index + 1)}`;
  return `SUMIF(${row(CHECK_BLOCK.labelRow)},"${label}",${row(CHECK_BLOCK.countRow)})`;
}

/** The master check in words. An error value where the checks should stand means that the functions themselves are missing or fail. */
export const CHECK_FORMULA =
  `=IF(ISERROR(${SHEETS.checks}!${fixedAddress(CHECK_BLOCK.firstRow, 0)}),"The checks cannot be computed: is the TCO Planner add-in loaded?",` +
  `IF(${countOf("Errors")}>0,${countOf("Errors")}&" error(s): see ${SHEETS.checks}",` +
  `IF(${countOf("Warnings")}>0,${countOf("Warnings")}&" warning(s): see ${SHEETS.checks}","All checks hold")))`;
