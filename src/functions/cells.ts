/** The one place that decides how a cell becomes a number, word, date or yes or no, whatever a host hands over for it. */

import type { Assumption, CalendarDate } from "../engine/catalogue/assumption";
import { flag, optionalDate } from "../engine/catalogue/assumption";
import { ModelError } from "../engine/errors";
import { readValue } from "../engine/catalogue/values";
import type { ReadValue, Value } from "../engine/catalogue/values";

/** An error that a cell shows, such as #N/A. */
export class CellError {
  constructor(readonly code: string) {}
}

/** The value of a cell; "" is blank. */
export type Cell = Value | CellError;

/** What a number may be. Without a default it has to be stated. */
export type NumberRule = Assumption<number | undefined>;

/** An argument of a function: its name in messages, what the host handed over, and what it may be. */
export type NumberArgument = readonly [name: string, given: unknown, rule: NumberRule];

const ERROR_CODE = /^#/;

/** The value of a cell: data types by their basic value, null and undefined as blank, numbers that aren't finite as errors. */
export function cellOf(given: unknown): Cell {
  switch (typeof given) {
    case "number":
      return Number.isFinite(given) ? given : new CellError("#NUM!");
    case "string":
    case "boolean":
      return given;
    case "undefined":
      return "";
    case "object":
      return given === null ? "" : dataTypeOf(given);
    default:
      return new CellError("#VALUE!");
  }
}

/** The cell of a data type: an error, or an entity, formatted number or card by its basic value. */
function dataTypeOf(given: { type?: unknown; basicType?: unknown; basicValue?: unknown; code?: unknown }): Cell {
  const { type, basicType, basicValue, code } = given;
  const shown = basicValue ?? code;
  if (typeof shown === "string" && ERROR_CODE.test(shown) && (type === "Error" || basicType === "Error" || code !== undefined))
    return new CellError(shown);
  return typeof basicValue === "object" || basicValue === undefined ? new CellError("#VALUE!") : cellOf(basicValue);
}

/** Rows of cells as the host handed them over; a single cell is one row of one. */
export function rowsOf(given: unknown): readonly (readonly unknown[])[] {
  if (!Array.isArray(given)) return [[given]];
  if (given.length === 0) return [[""]];
  return given.map((row: unknown): readonly unknown[] => (Array.isArray(row) ? row : [row]));
}

/** The only cell of an argument. */
export function oneCell(name: string, given: unknown): Cell {
  const rows = rowsOf(given);
  const [first] = rows;
  if (rows.length > 1 || first.length > 1)
    throw new ModelError("wrong-type", name, `${name} has ${rows.length} rows and ${first.length} columns. Select one cell.`);
  return cellOf(first[0]);
}

/** Whether an argument was left out, or is a single blank cell. */
export function isOmitted(given: unknown): boolean {
  const rows = rowsOf(given);
  return rows.length === 1 && rows[0].length <= 1 && cellOf(rows[0][0]) === "";
}

/** The error for a cell with an error in it. */
export function brokenCell(name: string, error: CellError): ModelError {
  return new ModelError("wrong-type", name, `${name} is ${error.code}. Fix the error in its cell.`);
}

function valueIn(name: string, cell: Cell, rule: Assumption<unknown>): ReadValue {
  if (cell instanceof CellError) throw brokenCell(name, cell);
  if (cell === "") throw new ModelError("missing", name, `${name} is blank and has no default. Enter a value.`);
  const reading = readValue(name, rule, cell);
  if (!reading.ok) throw new ModelError(reading.code, name, reading.message);
  return reading.value;
}

/** A blank cell reaches a function as 0 in Excel, so 0 is "not stated" where a default exists and the rule does not allow 0. */
function isUnstated(cell: Cell, { default: initial, min = -Infinity }: NumberRule): boolean {
  return cell === "" || (cell === 0 && initial !== undefined && min > 0);
}

/** What readValue would accept, without the words that it makes: ranges have thousands of cells. */
function isAllowed(value: number, { kind, min = -Infinity, max = Infinity }: NumberRule): boolean {
  return value >= min && value <= max && (kind !== "integer" || Number.isInteger(value));
}

/** The number of a cell by its rule; the rule's default when nothing is stated. */
export function numberIn(name: string, cell: Cell, rule: NumberRule): number {
  if (typeof cell === "number" && isAllowed(cell, rule)) return cell;
  if (rule.default !== undefined && isUnstated(cell, rule)) return rule.default;
  return valueIn(name, cell, rule) as number;
}

/** The number of an argument of one cell. */
export function numberOf(name: string, given: unknown, rule: NumberRule): number {
  return numberIn(name, oneCell(name, given), rule);
}

/** The number of an argument that may be left out and has no default. */
export function optionalNumberOf(name: string, given: unknown, rule: NumberRule): number | undefined {
  return isOmitted(given) ? undefined : numberOf(name, given, rule);
}

/** All numbers of a row, column or block, row by row; blanks at the end are not counted, others are 0. */
export function numbersOf(name: string, given: unknown, rule: NumberRule): readonly number[] {
  const cells = rowsOf(given).flatMap((row) => row.map(cellOf));
  while (cells.at(-1) === "") cells.pop();
  if (cells.length === 0 && rule.default !== undefined) return [rule.default];
  if (cells.length === 0) throw new ModelError("missing", name, `${name} is blank and has no default. Enter a value.`);
  return cells.map((cell) => numberIn(name, cell === "" ? 0 : cell, rule));
}

/** The numbers without zeros beyond the periods, which are blank cells; a lone number before them is one for all. */
function withoutSurplus(numbers: readonly number[], periods: number): readonly number[] {
  if (numbers.length <= Math.max(1, periods) || numbers.slice(periods).some((each) => each !== 0)) return numbers;
  return numbers.slice(1).every((each) => each === 0) ? numbers.slice(0, 1) : numbers.slice(0, periods);
}

/** A number for each period: one for all, or one each; a blank cell among them is 0. */
export function perPeriod(name: string, given: unknown, rule: NumberRule, periods: number): readonly number[] {
  const numbers = withoutSurplus(numbersOf(name, given, rule), periods);
  if (numbers.length === periods) return numbers;
  if (numbers.length === 1) return Array.from({ length: periods }, () => numbers[0]);
  throw new ModelError("conflict", name, `${name} has ${numbers.length} values. Use one, or one for each of the ${periods} periods.`);
}

/** One of the words of an enum, in any case; the default when nothing is stated. */
export function choiceOf<E extends Readonly<Record<string, string>>>(
  name: string,
  given: unknown,
  words: E,
  initial?: `${E[keyof E]}`,
): `${E[keyof E]}` {
  const cell = oneCell(name, given);
  if (initial !== undefined && (cell === "" || cell === 0)) return initial;
  return valueIn(name, cell, {
    kind: "choice",
    label: name,
    unit: "",
    default: initial,
    choices: Object.values(words),
    source: "",
  }) as `${E[keyof E]}`;
}

/** TRUE or FALSE; the default when nothing is stated. */
export function flagOf(name: string, given: unknown, initial: boolean): boolean {
  const cell = oneCell(name, given);
  return cell === "" ? initial : (valueIn(name, cell, flag(name, initial)) as boolean);
}

/** A date: a date cell, or text such as 2027-01-31. */
export function dateOf(name: string, given: unknown): CalendarDate {
  return dateIn(name, oneCell(name, given));
}

/** The date of a cell. */
export function dateIn(name: string, cell: Cell): CalendarDate {
  return valueIn(name, cell, optionalDate(name)) as CalendarDate;
}

/** The text of an argument; the default when nothing is stated. */
export function textOf(name: string, given: unknown, initial?: string): string {
  const cell = oneCell(name, given);
  if (initial !== undefined && (cell === "" || cell === 0)) return initial;
  return (valueIn(name, cell, { kind: "text", label: name, unit: "", default: "", source: "" }) as string).trim();
}

/** The value of an argument that may be of any kind; undefined when it was left out. */
export function anyValueOf(name: string, given: unknown): Value | undefined {
  if (isOmitted(given)) return undefined;
  const cell = oneCell(name, given);
  if (cell instanceof CellError) throw brokenCell(name, cell);
  return cell;
}
