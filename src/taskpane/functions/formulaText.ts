/** Formulas as text: built from what a person typed into a form, shown in the separators of the person's language, and taken apart. Pure. */

import { separatorsOf, typedNumber } from "../typed";
import type { FunctionHelp, ParameterHelp } from "./help";

/** One argument of a formula: how it is written, and what a preview takes for it. */
export type FormulaArgument =
  | { readonly kind: "omitted" }
  | { readonly kind: "value"; readonly text: string; readonly value: string | number | boolean }
  /** A range, a defined name or a table: the preview reads its cells. */
  | { readonly kind: "reference"; readonly text: string; readonly address: string; readonly blanksAsText: boolean }
  /** A calculation, which only a cell can do. */
  | { readonly kind: "expression"; readonly text: string };

/** What of the workbook can be named in a formula. */
export interface Nameable {
  readonly names: readonly string[];
  readonly tables: readonly string[];
}

/** Digits that decide: a quotient such as 3.8 / 100 carries noise behind them. */
const PRECISION = 15;

const CELLS = /^(?:(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?$/iu;
const TABLE = /^([\p{L}_][\p{L}\p{N}_.]*)(\[.*\])?$/u;

const isOneOf = (names: readonly string[], text: string): boolean => names.some((name) => name.toLowerCase() === text.toLowerCase());

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function referenceOf(text: string, { names, tables }: Nameable): FormulaArgument | undefined {
  if (CELLS.test(text) || isOneOf(names, text)) return { kind: "reference", text, address: text, blanksAsText: false };
  const table = TABLE.exec(text)?.[1];
  if (table === undefined || !isOneOf(tables, table)) return undefined;
  const whole = text.includes("[") ? text : `${text}[#All]`;
  // Excel hands a blank cell to a function as 0: in a table, blank means "not stated".
  return { kind: "reference", text: `IF(LEN(${whole}),${whole},"")`, address: whole, blanksAsText: true };
}

function numberOf(text: string, locale: string): number | undefined {
  if (!text.endsWith("%")) return typedNumber(text, locale);
  const number = typedNumber(text.slice(0, -1).trim(), locale);
  return number === undefined ? undefined : Number((number / 100).toPrecision(PRECISION));
}

/** A value of the kind that the parameter takes: where it takes text or one of a few words, what looks like a number is text. */
function valueOf(text: string, { type, choices }: ParameterHelp, locale: string): FormulaArgument {
  const takesText = type === "string" || choices.length > 0;
  const number = takesText ? undefined : numberOf(text, locale);
  if (number !== undefined) return { kind: "value", text: String(number), value: number };
  if (!takesText && /^(true|false)$/i.test(text)) return { kind: "value", text: text.toUpperCase(), value: text.toLowerCase() === "true" };
  const bare = /^"(.*)"$/s.exec(text)?.[1]?.replaceAll('""', '"') ?? text;
  return { kind: "value", text: quoted(bare), value: bare };
}

/** What a typed text means as an argument: nothing, cells, a calculation, or a value of the kind that the parameter takes. */
export function argumentOf(text: string, parameter: ParameterHelp, nameable: Nameable, locale: string): FormulaArgument {
  const typed = text.trim();
  if (typed === "") return { kind: "omitted" };
  if (typed.startsWith("=") || typed.startsWith("{")) return { kind: "expression", text: typed.replace(/^=/, "") };
  return referenceOf(typed, nameable) ?? valueOf(typed, parameter, locale);
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

/** A formula in the separators of a language: ; between arguments and , in numbers where the decimal separator is a comma. */
export function localFormula(formula: string, locale: string): string {
  if (separatorsOf(locale).decimal !== ",") return formula;
  const pieces = formula.match(/"(?:[^"]|"")*"|'(?:[^']|'')*'|\{[^}]*\}|\d+\.\d+|[^"'{,\d]+|./gsu) ?? [];
  return pieces.map((piece) => localPiece(piece, locale)).join("");
}

function localPiece(piece: string, locale: string): string {
  if (piece.startsWith("{")) {
    const inside = piece.slice(1, -1).match(/"(?:[^"]|"")*"|\d+\.\d+|[^",\d]+|./gsu) ?? [];
    return `{${inside.map((each) => (each === "," ? columnSeparator(locale) : localPiece(each, locale))).join("")}}`;
  }
  if (piece === ",") return ";";
  return /^\d+\.\d+$/.test(piece) ? piece.replace(".", ",") : piece;
}

/** A call of one of the add-in's functions within a formula. */
export interface Call {
  readonly name: string;
  readonly args: readonly string[];
}

/** The signs of a formula that stand in no quotation marks, with how many brackets are open before each. */
function* outsideQuotes(formula: string, start: number): Generator<readonly [at: number, sign: string, depth: number]> {
  let depth = 0;
  let isQuoted = false;
  for (let at = start; at < formula.length; at += 1) {
    const sign = formula.charAt(at);
    if (sign === '"') isQuoted = !isQuoted;
    if (isQuoted || sign === '"') continue;
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
