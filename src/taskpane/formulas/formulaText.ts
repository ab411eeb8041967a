/** Formulas as text: built from what a person typed into a form, shown in the separators of the person's language, and taken apart. Pure. */

import { ambiguityWords } from "../typed/value";
import { typedNumber } from "../../engine/catalogue/typedAmount";
import { numberStyleOf } from "../shell/numberStyle";
import type { FunctionHelp, ParameterHelp } from "../functions/help";

/** One argument of a formula: how it is written, and what a preview takes for it. */
export type FormulaArgument =
  | { readonly kind: "omitted" }
  | { readonly kind: "value"; readonly text: string; readonly value: string | number | boolean }
  /** A range, a defined name or a table: the preview reads its cells. */
  | { readonly kind: "reference"; readonly text: string; readonly address: string; readonly blanksAsText: boolean }
  /** A calculation, which only a cell can do. */
  | { readonly kind: "expression"; readonly text: string }
  /** A number that can be read as two, with what is said of it. */
  | { readonly kind: "unclear"; readonly text: string; readonly words: string };

/** What of the workbook can be named in a formula. */
export interface Nameable {
  readonly names: readonly string[];
  readonly tables: readonly string[];
}

/** Digits that decide: a quotient such as 3.8 / 100 carries noise behind them. */
const PRECISION = 15;

const CELLS = /^(?:(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?$/iu;
/** Whole columns or rows of a sheet, and what a cell spills: only a cell reads them as far as they go. */
const OPEN_ENDED =
  /^(?:(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!)?(?:\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?[A-Z]{1,3}\$?\d+#)$|^(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!\$?\d+:\$?\d+$/iu;
const TABLE = /^([\p{L}_][\p{L}\p{N}_.]*)(\[.*\])?$/u;

const isOneOf = (names: readonly string[], text: string): boolean => names.some((name) => name.toLowerCase() === text.toLowerCase());

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** The text within quotation marks; undefined where it is not one text, such as "a"&"b". */
function unquoted(text: string): string | undefined {
  return /^"((?:[^"]|"")*)"$/.exec(text)?.[1]?.replaceAll('""', '"');
}

/** Cells by their address or name, or part of a table: what a calculation can name without changing it. */
function cellsOf(text: string, { names, tables }: Nameable): FormulaArgument | undefined {
  const [, table, part] = TABLE.exec(text) ?? [];
  const isPart = table !== undefined && part !== undefined && isOneOf(tables, table);
  if (OPEN_ENDED.test(text)) return { kind: "expression", text };
  const isCells = CELLS.test(text) || isOneOf(names, text);
  return isCells || isPart ? { kind: "reference", text, address: text, blanksAsText: false } : undefined;
}

function referenceOf(text: string, nameable: Nameable): FormulaArgument | undefined {
  const table = TABLE.exec(text)?.[1];
  if (table === undefined || !isOneOf(nameable.tables, table)) return cellsOf(text, nameable);
  const whole = text.includes("[") ? text : `${text}[#All]`;
  // Excel hands a blank cell to a function as 0: in a table, blank means "not stated".
  return { kind: "reference", text: `IF(LEN(${whole}),${whole},"")`, address: whole, blanksAsText: true };
}

/** The number that a text means; undefined where it is none. */
function numberOf(text: string, locale: string): FormulaArgument | undefined {
  const isPercent = text.endsWith("%");
  const number = typedNumber(isPercent ? text.slice(0, -1) : text, numberStyleOf(locale));
  if (number.kind === "none") return undefined;
  if (number.kind === "ambiguous") return { kind: "unclear", text, words: ambiguityWords(text, number.meanings, locale) };
  const value = isPercent ? Number((number.value / 100).toPrecision(PRECISION)) : number.value;
  return { kind: "value", text: String(value), value };
}

/** A value of the kind that the parameter takes: where it takes text or one of a few words, what looks like a number is text. */
function valueOf(text: string, { type, choices }: ParameterHelp, locale: string): FormulaArgument {
  const takesText = type === "string" || choices.length > 0;
  const number = takesText ? undefined : numberOf(text, locale);
  if (number !== undefined) return number;
  if (!takesText && /^(true|false)$/i.test(text)) return { kind: "value", text: text.toUpperCase(), value: text.toLowerCase() === "true" };
  const bare = unquoted(text) ?? text;
  return { kind: "value", text: quoted(bare), value: bare };
}

/** How a number or a percentage of a formula is written by a form: 10% as 0.1. */
function plainLiteral(argument: string): string {
  const literal = /^(-?(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?)(%?)$/i.exec(argument);
  return literal ? String(Number((Number(literal[1]) / (literal[2] === "%" ? 100 : 1)).toPrecision(PRECISION))) : argument;
}

/** A table whose blanks are turned into text, as a form writes it. */
const BLANKS_AS_TEXT = /^IF\(LEN\((.+)\)[,;]\1[,;]""\)$/i;

/** An argument of a formula as the field of a form takes it in the user's separators: what is typed there gives the same argument again. */
export function fieldOf(argument: string, parameter: ParameterHelp, nameable: Nameable, locale: string): string {
  const [wanted, shown] = [plainLiteral(argument), localFormula(argument, locale)];
  const table = BLANKS_AS_TEXT.exec(shown)?.[1];
  const candidates = [unquoted(argument), table?.replace(/\[#All\]$/i, ""), table, shown];
  const isSame = (field: string | undefined): field is string => {
    if (field === undefined) return false;
    const read = argumentOf(field, parameter, nameable, locale);
    return read.kind !== "omitted" && read.text === wanted;
  };
  return argument === "" ? "" : (candidates.find(isSame) ?? `=${shown}`);
}

/** What a typed text means as an argument: nothing, cells, a calculation, or a value of the kind that the parameter takes. */
export function argumentOf(text: string, parameter: ParameterHelp, nameable: Nameable, locale: string): FormulaArgument {
  const typed = text.trim();
  if (typed === "") return { kind: "omitted" };
  if (typed.startsWith("=") || typed.startsWith("{")) {
    const calculation = neutralFormula(typed.replace(/^=\s*/, ""), locale);
    // Cells behind = are handed over as they are, blank ones too.
    return cellsOf(calculation, nameable) ?? { kind: "expression", text: calculation };
  }
  return referenceOf(neutralFormula(typed, locale), nameable) ?? valueOf(typed, parameter, locale);
}

/** The formula of a function with its arguments, as Excel reads it in every language; what is left out at the end is not written. */
export function formulaOf({ name }: FunctionHelp, args: readonly FormulaArgument[]): string {
  const texts = args.map((arg) => (arg.kind === "omitted" ? "" : arg.text));
  while (texts.at(-1) === "") texts.pop();
  return `=${name}(${texts.join(",")})`;
}

/** Between the columns of an array constant: German takes a point, others with a decimal comma a backslash. */
function columnSeparator(locale: string): string {
  return locale.toLowerCase().startsWith("de") ? "." : "\\";
}

/** Parts of a formula that are the same in every language: texts, names of sheets in quotation marks and of columns in brackets, words. */
const FIXED = String.raw`"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:'.|[^'[\]])*\]|[\p{L}_$][\p{L}\p{N}_.$]*`;

/** A formula with the signs of its numbers and its lists replaced; in an array constant the columns have a sign of their own. */
function translated(formula: string, number: RegExp, replace: (piece: string, isArray: boolean) => string): string {
  const pieces = formula.match(new RegExp(`${FIXED}|${number.source}|.`, "gsu")) ?? [];
  let isArray = false;
  return pieces
    .map((piece) => {
      if (piece === "{" || piece === "}") isArray = piece === "{";
      return replace(piece, isArray);
    })
    .join("");
}

/** A formula in the separators of a language: ; between arguments and , in numbers where the decimal separator is a comma. */
export function localFormula(formula: string, locale: string): string {
  if (numberStyleOf(locale).decimal !== ",") return formula;
  return translated(formula, /\d+\.\d+/, (piece, isArray) => {
    if (piece === ",") return isArray ? columnSeparator(locale) : ";";
    return /^\d+\.\d+$/.test(piece) ? piece.replace(".", ",") : piece;
  });
}

/** A formula that is typed in the separators of a language, as Excel reads it in every language. */
function neutralFormula(formula: string, locale: string): string {
  if (numberStyleOf(locale).decimal !== ",") return formula;
  return translated(formula, /\d+,\d+|(?<=[(;=+\-*/^&<>{]\s*|^),\d+/, (piece, isArray) => {
    if (isArray ? piece === columnSeparator(locale) : piece === ";") return ",";
    return /^\d*,\d+$/.test(piece) ? piece.replace(",", ".") : piece;
  });
}

/** A call of one of the add-in's functions within a formula. */
export interface Call {
  readonly name: string;
  readonly args: readonly string[];
}

/** What stands in quotation marks, of a text or of the name of a sheet, and columns in brackets, in which an apostrophe escapes the next sign. */
const CLOSED = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:'.|[^'[\]])*\]/gsu;

/** The signs of a formula that stand in no quotation marks and in no column's name, with how many brackets are open before each. */
function* outsideQuotes(formula: string, start: number): Generator<readonly [at: number, sign: string, depth: number]> {
  // As many signs as before, so that places stay.
  const bare = formula.slice(0, start) + formula.slice(start).replace(CLOSED, (closed) => " ".repeat(closed.length));
  let depth = 0;
  for (let at = start; at < bare.length; at += 1) {
    const sign = bare.charAt(at);
    yield [at, sign, depth];
    if ("({[".includes(sign)) depth += 1;
    else if (")}]".includes(sign)) depth -= 1;
  }
}

/** Texts between the commas of a formula that stand in no bracket, from a place behind an opening bracket to its closing one. */
function argumentsFrom(formula: string, start: number): readonly string[] {
  const args: string[] = [];
  let from = start;
  for (const [at, sign, depth] of outsideQuotes(formula, start)) {
    if (depth > 0 || (sign !== "," && sign !== ")")) continue;
    args.push(formula.slice(from, at).trim());
    from = at + 1;
    if (sign === ")") break;
  }
  return args.length === 1 && args[0] === "" ? [] : args;
}

/** The calls of the add-in's functions in a formula, from left to right, also those within another call. */
export function callsIn(formula: string): readonly Call[] {
  return [...formula.matchAll(/\bTCO\.([A-Z][A-Z.]*)\(/gi)].map((match) => ({
    name: `TCO.${(match[1] ?? "").toUpperCase()}`,
    args: argumentsFrom(formula, match.index + match[0].length),
  }));
}
