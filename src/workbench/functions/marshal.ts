import type { FunctionParameter } from "./metadata";

/** An error in a cell or of a call: its code as Excel shows it, and what the function said about it. */
export class FormulaError extends Error {
  constructor(
    readonly code: string,
    message = "",
  ) {
    super(message);
  }
}

/** What a cell shows while a function that it needs is still asked. */
export const BUSY = "#BUSY!";

/** Content of one cell; null is a blank cell. */
export type Scalar = null | string | number | boolean | FormulaError;

/** One argument of a formula: its cells, or undefined where the formula states none. */
export type Argument = readonly (readonly Scalar[])[] | undefined;

const ERROR_TYPES: Readonly<Record<string, string>> = {
  "#BLOCKED!": "Blocked",
  [BUSY]: "Busy",
  "#CALC!": "Calc",
  "#DIV/0!": "Div0",
  "#N/A": "NotAvailable",
  "#NAME?": "Name",
  "#NULL!": "Null",
  "#NUM!": "Num",
  "#REF!": "Ref",
  "#SPILL!": "Spill",
  "#VALUE!": "Value",
};

function wrongType(parameter: FunctionParameter, expected: string, value: Scalar) {
  return new FormulaError("#VALUE!", `${parameter.name} must be ${expected}, not ${JSON.stringify(value)}.`);
}

function toNumber(parameter: FunctionParameter, value: Exclude<Scalar, FormulaError>): number {
  if (value === null) return 0;
  const number = typeof value === "string" && value.trim() === "" ? NaN : Number(value);
  if (Number.isNaN(number)) throw wrongType(parameter, "a number", value);
  return number;
}

function toText(value: Exclude<Scalar, FormulaError>): string {
  if (value === null) return "";
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

function toBoolean(parameter: FunctionParameter, value: Exclude<Scalar, FormulaError>): boolean {
  if (typeof value !== "string") return Boolean(value);
  if (/^(true|false)$/i.test(value)) return value.toLowerCase() === "true";
  throw wrongType(parameter, "TRUE or FALSE", value);
}

/** The error value that Excel hands to a parameter of type any where functions.json sets allowErrorForDataTypeAny. */
function toErrorValue(error: FormulaError) {
  return { type: "Error", errorType: ERROR_TYPES[error.code] ?? "Value", basicType: "Error", basicValue: error.code };
}

const isAny = ({ type }: FunctionParameter): boolean => type === undefined || type === "any";

function toScalar(parameter: FunctionParameter, value: Scalar, allowsErrors: boolean): unknown {
  if (value instanceof FormulaError) {
    if (isAny(parameter) && allowsErrors) return toErrorValue(value);
    throw value;
  }
  // A blank cell reaches an argument of type any as 0, as in Excel.
  if (isAny(parameter)) return value ?? 0;
  if (parameter.type === "number") return toNumber(parameter, value);
  return parameter.type === "boolean" ? toBoolean(parameter, value) : toText(value);
}

/** Cells of ranges as a parameter of type any sees them: a thousand formulas that take one range are handed the same rows. */
const anyRows = new WeakMap<Exclude<Argument, undefined>, unknown[][]>();

function toRows(parameter: FunctionParameter, argument: Exclude<Argument, undefined>, allowsErrors: boolean): unknown[][] {
  const read = () => argument.map((row) => row.map((value) => toScalar(parameter, value, allowsErrors)));
  if (!isAny(parameter) || !allowsErrors) return read();
  const rows = anyRows.get(argument) ?? read();
  anyRows.set(argument, rows);
  return rows;
}

function toValue(parameter: FunctionParameter, argument: Exclude<Argument, undefined>, allowsErrors: boolean): unknown {
  if (parameter.dimensionality === "matrix") return toRows(parameter, argument, allowsErrors);
  const [first] = argument;
  if (argument.length !== 1 || first?.length !== 1) throw new FormulaError("#VALUE!", `${parameter.name} must be one cell, not a range.`);
  return toScalar(parameter, first[0] ?? null, allowsErrors);
}

function one(parameter: FunctionParameter, argument: Argument, allowsErrors: boolean): unknown {
  if (argument !== undefined) return toValue(parameter, argument, allowsErrors);
  if (parameter.optional) return null;
  throw new FormulaError("#VALUE!", `${parameter.name} is missing.`);
}

/** A repeating parameter of dimension matrix takes any[][][], one entry per argument; of dimension scalar a flat list. */
function repeating(parameter: FunctionParameter, given: readonly Argument[], allowsErrors: boolean): unknown[] {
  return given.map((argument) => (argument === undefined ? null : toValue(parameter, argument, allowsErrors)));
}

/**
 * The arguments as Excel hands them to the JavaScript function: an omitted optional one is null, blank cells are 0, text that reads as a
 * number is a number where the parameter asks for one. Throws FormulaError where Excel would not call the function.
 */
export function marshal(parameters: readonly FunctionParameter[], given: readonly Argument[], allowsErrors: boolean): unknown[] {
  const last = parameters.at(-1);
  if (given.length > parameters.length && !last?.repeating)
    throw new FormulaError("#VALUE!", "There are more arguments than the function takes.");
  return parameters.map((parameter, index) =>
    parameter.repeating ? repeating(parameter, given.slice(index), allowsErrors) : one(parameter, given[index], allowsErrors),
  );
}

/** What a call threw, as Excel shows it: a CustomFunctions.Error keeps its code, anything else is #VALUE!. */
export function toFormulaError(thrown: unknown): FormulaError {
  if (thrown instanceof FormulaError) return thrown;
  const { code, message } = thrown as { code?: unknown; message?: unknown };
  const isCode = typeof code === "string" && code in ERROR_TYPES;
  return new FormulaError(isCode ? code : "#VALUE!", typeof message === "string" && message !== code ? message : "");
}
