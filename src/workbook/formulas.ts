/** Formulas that the add-in writes: only what Excel 2021, Microsoft 365 and the workbench's grid all understand (no #, LET, CHOOSE of arrays or OFFSET). */

import { BASE_COLUMN, BLOCK, CHECK_BLOCK, columnLetters, COMPARE, fixedAddress, KEY_COLUMN, PICKS, SHEETS, TABLES } from "./layout";
import type { Pick } from "./layout";

/** A column's name as structured references write it. */
function escaped(column: string): string {
  return column.replace(/['[\]#@]/g, "'$&");
}

function unescaped(column: string): string {
  return column.replace(/'(.)/gs, "$1");
}

/** Names of the columns in a structured reference, from left to right. */
export function columnsNamed(reference: string): readonly string[] {
  const innermost = [...reference.matchAll(/\[((?:'.|[^'[\]])*)\]/gs)].map((match) => match[1] ?? "");
  return innermost.filter((column) => !column.startsWith("#")).map(unescaped);
}

/** A whole column of the table of inputs with its header. */
export function inputColumn(name: string): string {
  return `${TABLES.inputs}[[#All],[${escaped(name)}]]`;
}

/** The cells of a column of the table of inputs, without its header. */
export function inputCells(name: string): string {
  return `${TABLES.inputs}[[#Data],[${escaped(name)}]]`;
}

/** Name of the scenario column that a scenario's formula reads, after that of the keys, whatever it is called by now; undefined where the formula is not one of ours. */
export function columnOfScenarioFormula(formula: string): string | undefined {
  const columns = [...formula.matchAll(new RegExp(`${TABLES.inputs}\\[\\[#All\\],\\[((?:'.|[^'\\]])*)\\]\\]`, "g"))].map((match) =>
    unescaped(match[1] ?? ""),
  );
  return columns[1];
}

/** Name of the column whose header a formula shows; undefined where the formula is not one of ours. */
export function columnOfHeaderFormula(formula: string): string | undefined {
  const match = new RegExp(`^=${TABLES.inputs}\\[\\[#Headers\\],\\[((?:'.|[^'\\]])*)\\]\\]$`).exec(formula);
  return match?.[1] === undefined ? undefined : unescaped(match[1]);
}

/** The range with blank cells as "": Excel would hand them to a function as 0, and "" means "not stated". */
function blanksAsText(range: string, otherwise = '""'): string {
  return `IF(LEN(${range}),${range},${otherwise})`;
}

/** Tables that a scenario takes in besides the inputs, in the order in which its formula names them. */
export const SCENARIO_TABLES = [TABLES.deals, TABLES.licenses, TABLES.roles, TABLES.servers] as const;
export type ScenarioTable = (typeof SCENARIO_TABLES)[number];

/** The call that joins a column of values, over Base's where it is blank, with the tables that the workbook has. */
function scenarioCall(values: string, tables: readonly ScenarioTable[]): string {
  const taken = SCENARIO_TABLES.filter((table) => tables.includes(table)).map((table) => blanksAsText(`${table}[#All]`));
  return `=TCO.SCENARIO(${[inputColumn(KEY_COLUMN), values, ...taken].join(",")})`;
}

const BASE_VALUES = blanksAsText(inputColumn(BASE_COLUMN));

/** The one formula of a scenario's block: its column of the inputs over Base's, after the tables. */
export function scenarioFormula(column: string, tables: readonly ScenarioTable[] = [TABLES.deals]): string {
  return scenarioCall(column === BASE_COLUMN ? BASE_VALUES : blanksAsText(inputColumn(column), BASE_VALUES), tables);
}

/** The formula of the block that follows a picker of Compare: it finds its column of the inputs by the name in the picker. */
export function pickedFormula(pick: Pick, tables: readonly ScenarioTable[] = [TABLES.deals]): string {
  const column = `XLOOKUP(${PICKS[pick].cell},${TABLES.inputs}[#Headers],${TABLES.inputs}[#All])`;
  return scenarioCall(blanksAsText(column, BASE_VALUES), tables);
}

/** Tables that the formula of a block names now. */
export function tablesOfFormula(formula: string): readonly ScenarioTable[] {
  return SCENARIO_TABLES.filter((table) => formula.includes(`LEN(${table}[#All])`));
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

/** The cell that shows a scenario's name as it is now; on a new sheet where no row is given. */
export function scenarioNameCell(blockColumn: number, nameRow: number = BLOCK.nameRow): string {
  return `${SHEETS.scenarios}!${fixedAddress(nameRow, blockColumn)}`;
}

/** The status line of a sheet about the model as a whole. */
export const STATUS_FORMULA = `="${BASE_COLUMN}: "&XLOOKUP("plan.status",${inputColumn(KEY_COLUMN)},${inputColumn(BASE_COLUMN)})`;

/** Looks up the currency of the plan, in one cell: every other cell refers to that one, so that an edit of the inputs looks it up once. */
export const CURRENCY_LOOKUP = `=XLOOKUP("plan.currency",${inputColumn(KEY_COLUMN)},${inputColumn(BASE_COLUMN)})`;

const CURRENCY_CELL = `${SHEETS.compare}!${fixedAddress(COMPARE.pickRow + 1, COMPARE.unitColumn)}`;

/** The currency of the plan. */
export const CURRENCY_FORMULA = `=${CURRENCY_CELL}`;

/** The size of a number in short as part of a sentence, such as 1.8M: FIXED writes the decimal separator of the reader, TEXT would not. */
export function shortSize(amount: string): string {
  const size = `ABS(${amount})`;
  return `IF(${size}>=1000000,FIXED(${size}/1000000,1)&"M",IF(${size}>=1000,FIXED(${size}/1000,0)&"k",FIXED(${size},0)))`;
}

/** The size of an amount in short as part of a sentence, such as USD 1.8M. */
export function shortMoney(amount: string): string {
  return `${CURRENCY_CELL}&" "&${shortSize(amount)}`;
}

/** How a cost differs from another, in words: what is less than half a unit is no difference. */
export function costDifference(difference: string, other: string): string {
  const by = (word: string) => `" costs "&${shortMoney(difference)}&" ${word} than "&${other}`;
  return `IF(ABS(${difference})<0.5," costs the same as "&${other},IF(${difference}<0,${by("less")},${by("more")}))`;
}

/** A date as quarter and year, such as Q2 2029: without a format code, which differs by language. */
export function quarterOf(date: string): string {
  return `"Q"&ROUNDUP(MONTH(${date})/3,0)&" "&YEAR(${date})`;
}

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
