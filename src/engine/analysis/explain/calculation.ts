import { functionNamed } from "../../demand/expressionFunctions";
import type { Expression, ExpressionOf } from "../../demand/expressionTree";
import type { Evaluation } from "./evaluation";
import type { Term, TermBook } from "./termBook";

/** How numbers are written for a reader. */
export type InWords = (value: number) => string;

/** Units that name what is counted: they are shown after the number. */
const COUNTED = /^(?!share|ratio|money|volume|tier|month)[A-Za-z][A-Za-z ]*$/;

/** Functions whose arguments a reader wants to see, among them those of users' formulas, in capitals; of others only the result is shown. */
const SHOWN_FUNCTION = /^(max|min|roundup|round|floor|ceil|sqrt|abs|exp|log|ratio|fits|usl|usl_nodes|erlang_c|cluster|[A-Z]+\d*)$/;

/** Constants from here on are written as powers of ten. */
const LARGEST_WRITTEN_OUT = 1e9;

/** What a calculation is written with. */
export interface Reading {
  readonly book: TermBook;
  readonly evaluation: Evaluation;
  readonly month: number;
  readonly inWords: InWords;
}

/** The same for one formula, with what is to be said after it. */
interface FormulaReading extends Reading {
  readonly notes: string[];
}

/** How the value of a term comes about in a month, with the numbers in place of the names: "31 nodes / 12 x (1 - 0) = 2.583 FTE". */
export function calculationInWords({ name, unit, parts, formula: text }: Term, reading: Reading): string {
  const { evaluation, month } = reading;
  const tree = text === undefined ? undefined : evaluation.treeOf(name);
  if (!tree) return parts.map((part) => `${part} = ${valueInWords(part, reading)}`).join("; ");
  const notes: string[] = [];
  const value = evaluation.valueIn(name, month);
  const [written, result] = [shown(tree, { ...reading, notes }), counted(value, unit, reading)];
  const isPlain = written === result || written === amount(value, reading);
  return [isPlain ? result : `${written} = ${result}`, ...new Set(notes)].join("; ");
}

/** A part of a choice: its value, or the word that it is. */
function valueInWords(name: string, reading: Reading): string {
  const value = reading.book.get(name)?.value ?? reading.evaluation.valueIn(name, reading.month);
  return typeof value === "number" ? amount(value, reading) : value;
}

const amount = (value: number, { inWords }: Reading): string => (value === Infinity ? "no limit" : inWords(value));

function counted(value: number, unit: string, reading: Reading): string {
  return COUNTED.test(unit) ? `${amount(value, reading)} ${unit}` : amount(value, reading);
}

const valueOf = (node: Expression, { evaluation, month }: FormulaReading): number => evaluation.seriesOf(node)(month);

function shown(node: Expression, reading: FormulaReading): string {
  switch (node.kind) {
    case "number":
      return constantInWords(node.value, reading);
    case "group":
      return groupInWords(node.of, reading);
    case "prefix":
      return prefixInWords(node, reading);
    case "percent":
      return `${shown(node.of, reading)}%`;
    case "binary":
      return operatorInWords(node, reading);
    case "call":
      return functionInWords(node, reading);
    case "choice":
      return shown(taken(node.condition, node.whenTrue, node.whenFalse, reading), reading);
    case "name":
      return termInWords(node, node.name, reading);
  }
}

const isIf = ({ name, args }: ExpressionOf<"call">): boolean => args.length === 3 && functionNamed(name, args.length) === "IF";
const isChoice = (node: Expression): boolean => node.kind === "choice" || (node.kind === "call" && isIf(node));

/** What a choice in brackets has chosen needs none. */
function groupInWords(of: Expression, reading: FormulaReading): string {
  return isChoice(of) ? shown(of, reading) : `(${shown(of, reading)})`;
}

function prefixInWords(node: ExpressionOf<"prefix">, reading: FormulaReading): string {
  return node.sign === "not" ? amount(valueOf(node, reading), reading) : `${node.sign}${shown(node.of, reading)}`;
}

function operatorInWords({ sign, left, right }: ExpressionOf<"binary">, reading: FormulaReading): string {
  return `${shown(left, reading)} ${sign === "*" ? "x" : sign} ${shown(right, reading)}`;
}

/** The part that a condition chooses. */
function taken(condition: Expression, whenTrue: Expression, whenFalse: Expression, reading: FormulaReading): Expression {
  return valueOf(condition, reading) !== 0 ? whenTrue : whenFalse;
}

function constantInWords(value: number, reading: Reading): string {
  return value < LARGEST_WRITTEN_OUT ? amount(value, reading) : value.toExponential().replace("+", "");
}

/** A term in this month or another, with its unit. */
function termInWords(node: Expression, name: string, reading: FormulaReading): string {
  return counted(valueOf(node, reading), reading.book.get(name)?.unit ?? "", reading);
}

function functionInWords(node: ExpressionOf<"call">, reading: FormulaReading): string {
  const { name, args } = node;
  const isTerm = reading.book.has(name);
  if (!isTerm && isIf(node)) return shown(taken(args[0], args[1], args[2], reading), reading);
  if (isTerm || !SHOWN_FUNCTION.test(name)) return termInWords(node, name, reading);
  if (/^(max|min)$/i.test(name)) reading.notes.push(...holding(node, reading));
  return `${name}(${args.map((arg) => shown(arg, reading)).join(", ")})`;
}

/** Says which of the arguments of max or min decides, where it is one that has a name: "rota_floor holds". */
function holding(node: ExpressionOf<"call">, reading: FormulaReading): readonly string[] {
  const result = valueOf(node, reading);
  const decisive = node.args.filter((arg) => valueOf(arg, reading) === result);
  const [only] = decisive;
  return decisive.length === 1 && only.kind === "name" && reading.book.has(only.name) ? [`${only.name} is true`] : [];
}
