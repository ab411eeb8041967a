import { functionName } from "../../demand/expression";
import type { MathNode } from "../../demand/expression";
import type { Evaluation } from "./evaluation";
import type { FormulaTree } from "./formula";
import type { Term, TermBook } from "./termBook";

/** How numbers are written for a reader. */
export type InWords = (value: number) => string;

/** Units that say what is counted: they stand beside their number. */
const COUNTED = /^(?!share|ratio|money|volume|tier|month)[A-Za-z][A-Za-z ]*$/;

/** Functions whose arguments a reader wants to see; of others only the result is shown. */
const SHOWN_FUNCTION = /^(max|min|roundup|round|floor|ceil|sqrt|abs|exp|log|ratio|fits|usl|usl_nodes|erlang_c|cluster)$/;

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
  readonly formula: FormulaTree;
  readonly notes: string[];
}

/** How the value of a term comes about in a month, with the numbers in place of the names: "31 nodes / 12 x (1 - 0) = 2.583 FTE". */
export function calculationInWords({ name, unit, parts, formula: text }: Term, reading: Reading): string {
  const { evaluation, month } = reading;
  const formula = text === undefined ? undefined : evaluation.treeOf(name);
  if (!formula) return parts.map((part) => `${part} = ${valueInWords(part, reading)}`).join("; ");
  const notes: string[] = [];
  const value = evaluation.valueIn(name, month);
  const [written, result] = [shown(formula.tree, { ...reading, formula, notes }), counted(value, unit, reading)];
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

const valueOf = (node: MathNode, { evaluation, formula, month }: FormulaReading): number => evaluation.seriesOf(formula, node)(month);

function shown(node: MathNode, reading: FormulaReading): string {
  switch (node.type) {
    case "ConstantNode":
      return constantInWords(Number(node.value), reading);
    case "ParenthesisNode":
      return node.content?.type === "ConditionalNode" ? shown(node.content, reading) : `(${shown(node.content as MathNode, reading)})`;
    case "OperatorNode":
      return operatorInWords(node, reading);
    case "FunctionNode":
      return functionInWords(node, reading);
    case "ConditionalNode":
      return shown((valueOf(node.condition as MathNode, reading) !== 0 ? node.trueExpr : node.falseExpr) as MathNode, reading);
    default:
      return termInWords(node, node.name ?? "", reading);
  }
}

function constantInWords(value: number, reading: Reading): string {
  return value < LARGEST_WRITTEN_OUT ? amount(value, reading) : value.toExponential().replace("+", "");
}

/** A term in this month or another, with its unit. */
function termInWords(node: MathNode, symbol: string, reading: FormulaReading): string {
  const name = reading.formula.nameOfSymbol(symbol);
  return counted(valueOf(node, reading), (name === undefined ? undefined : reading.book.get(name)?.unit) ?? "", reading);
}

function functionInWords(node: MathNode, reading: FormulaReading): string {
  const called = functionName(node);
  if (!SHOWN_FUNCTION.test(called)) return termInWords(node, called, reading);
  if (called === "max" || called === "min") reading.notes.push(...holding(node, reading));
  return `${called}(${(node.args ?? []).map((arg) => shown(arg, reading)).join(", ")})`;
}

function operatorInWords({ op = "", args = [] }: MathNode, reading: FormulaReading): string {
  const [first, second] = args.map((arg) => shown(arg, reading));
  if (second === undefined) return `${op}${first}`;
  return `${first} ${op === "*" ? "x" : op} ${second}`;
}

/** Says which of the arguments of max or min decides, where it is one that has a name: "rota_floor holds". */
function holding(node: MathNode, reading: FormulaReading): readonly string[] {
  const result = valueOf(node, reading);
  const decisive = (node.args ?? []).filter((arg) => valueOf(arg, reading) === result);
  const name = decisive.length === 1 ? reading.formula.nameOfSymbol(decisive[0].name ?? "") : undefined;
  return name === undefined ? [] : [`${name} holds`];
}
