/** Structured references such as Inputs[[#All],[Growth]] in the text of formulas: their columns renamed, and their signs told to the grid. */
import { type ISequenceNode, ISuperTableService, LexerTreeBuilder } from "@univerjs/preset-sheets-core";
import type { OpenWorkbook } from "./workbook";

const TEXT = '"(?:[^"]|"")*"';
const SHEET = "'(?:[^']|'')*'";
const COLUMN = "\\[(?:'.|[^'[\\]])*\\]";
/** Text and names of sheets in quotes, and references to tables: an apostrophe takes the next sign of a column's name literally. */
const PARTS = new RegExp(
  `${TEXT}|${SHEET}|(?<table>[\\p{L}_\\\\][\\p{L}\\p{N}_.\\\\]*)(?<columns>\\[(?:'.|[^'[\\]]|${COLUMN})*\\])`,
  "gsu",
);

const ESCAPED = /['#[\]@]/g;

/** The formula with what stands in each innermost bracket of its references to tables replaced, without the brackets. */
function replaceColumns(formula: string, replacement: (table: string, column: string) => string): string {
  if (!formula.includes("[")) return formula;
  return formula.replace(PARTS, (whole: string, ...found: unknown[]) => {
    const { table, columns } = found.at(-1) as { readonly table?: string; readonly columns?: string };
    if (table === undefined || columns === undefined) return whole;
    return table + columns.replace(new RegExp(COLUMN, "gs"), (item) => `[${replacement(table, item.slice(1, -1))}]`);
  });
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The formula with a table's column renamed in every structured reference to that table; text in quotes stays. */
export function renameColumn(formula: string, table: string, from: string, to: string): string {
  const [old, renamed] = [from, to].map((name) => name.replace(ESCAPED, "'$&"));
  const isPlain = /^[\p{L}\p{N}_]+$/u.test(to);
  return replaceColumns(formula, (owner, column) => {
    if (!isSame(owner, table)) return column;
    if (isSame(column, old ?? "")) return renamed ?? "";
    // Of this row: Excel puts a name that is no plain word into brackets of its own.
    return isSame(column, `@${old ?? ""}`) ? `@${isPlain ? (renamed ?? "") : `[${renamed ?? ""}]`}` : column;
  });
}

/** Where the grid's lexer finds the signs of columns' names: among those for private use, which mean nothing to it. */
const PRIVATE = 0xe000;

const SIGN = /[^\p{L}\p{N}_\u0100-\uffff]/gu;
const PRIVATE_SIGN = /[\ue000-\ue0ff]/g;

const asPrivate = (sign: string): string => (sign.charCodeAt(0) > 0xff ? sign : String.fromCharCode(PRIVATE + sign.charCodeAt(0)));
const asWritten = (sign: string): string => String.fromCharCode(sign.charCodeAt(0) - PRIVATE);

/** A column's name as the grid's lexer gets it. */
function privateName(name: string): string {
  return name.replace(ESCAPED, "'$&").replace(SIGN, asPrivate);
}

/** The formula, as long as it was, with the signs of columns' names for private use; keywords such as #All and the @ of this row stay. */
function withPrivateSigns(formula: string): string {
  return replaceColumns(formula, (_, column) => {
    if (column.startsWith("#")) return column;
    const [row, name] = column.startsWith("@") ? ["@", column.slice(1)] : ["", column];
    return row + name.replace(SIGN, asPrivate);
  });
}

function writtenNode(node: string | ISequenceNode): string | ISequenceNode {
  if (typeof node === "string" || !node.token.includes("[") || node.token.startsWith('"')) return node;
  return { ...node, token: node.token.replace(PRIVATE_SIGN, asWritten) };
}

/** What is read of the grid's lexer; its typings keep it to itself. */
interface Lexer {
  _nodeMaker: (formula: string, ...rest: unknown[]) => unknown;
  sequenceNodesBuilder: (formula: string) => (string | ISequenceNode)[] | undefined;
}

/**
 * Lets the grid read columns whose names have any sign that Excel allows. By itself (Univer 0.25.1) it takes an apostrophe for the start of a sheet's name,
 * a parenthesis for a call and # for a keyword, and knows no escapes.
 */
export function readAnyColumnName() {
  const lexer = LexerTreeBuilder.prototype as unknown as Lexer;
  const { _nodeMaker: make, sequenceNodesBuilder: sequence } = lexer;
  lexer._nodeMaker = function makeNodes(this: Lexer, formula, ...rest) {
    return make.call(this, withPrivateSigns(formula), ...rest);
  };
  lexer.sequenceNodesBuilder = function writtenNodes(this: Lexer, formula) {
    return sequence.call(this, formula)?.map(writtenNode);
  };
}

/** Tells the formula engine the names of columns as its lexer gets them. */
export function registerAnyColumnName({ injector }: OpenWorkbook) {
  const tables = injector.get(ISuperTableService);
  const register = tables.registerTable.bind(tables);
  tables.registerTable = (unitId, name, reference) => {
    const titleMap = new Map([...reference.titleMap].map(([column, index]) => [privateName(column), index]));
    register(unitId, name, { ...reference, titleMap });
  };
}
