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

/** How the value of a term comes about in a month, with the numbers in place of the names: "31 nodes / 12 x (1 - 0) = 2.583 FTE". */
export function calculationInWords(name: string, month: number, book: TermBook, evaluation: Evaluation, inWords: InWords): string {
  const formula = evaluation.treeOf(name);
  const term = book.get(name);
  if (!formula || !term) return evidenceInWords(term, month, book, evaluation, inWords);
  const notes: string[] = [];
  const counted = (value: number, unit: string): string => (COUNTED.test(unit) ? `${amount(value)} ${unit}` : amount(value));
  const amount = (value: number): string => (value === Infinity ? "no limit" : inWords(value));
  const valueOf = (node: MathNode): number => evaluation.seriesOf(formula, node)(month);

  const ofSymbol = (node: MathNode): string => {
    const found = formula.nameOfSymbol(node.name ?? "");
    return counted(valueOf(node), (found === undefined ? undefined : book.get(found)?.unit) ?? "");
  };

  const ofFunction = (node: MathNode): string => {
    const called = functionName(node);
    const read = formula.nameOfSymbol(called);
    if (read !== undefined) return counted(valueOf(node), book.get(read)?.unit ?? "");
    const { args = [] } = node;
    if (!SHOWN_FUNCTION.test(called)) return amount(valueOf(node));
    if (called === "max" || called === "min") notes.push(...holding(node, formula, valueOf));
    return `${called}(${args.map(shown).join(", ")})`;
  };

  const shown = (node: MathNode): string => {
    switch (node.type) {
      case "ConstantNode":
        return Number(node.value) < LARGEST_WRITTEN_OUT ? amount(Number(node.value)) : Number(node.value).toExponential().replace("+", "");
      case "ParenthesisNode":
        return node.content?.type === "ConditionalNode" ? shown(node.content) : `(${shown(node.content as MathNode)})`;
      case "OperatorNode":
        return ofOperator(node, shown);
      case "FunctionNode":
        return ofFunction(node);
      case "ConditionalNode":
        return shown((valueOf(node.condition as MathNode) !== 0 ? node.trueExpr : node.falseExpr) as MathNode);
      default:
        return ofSymbol(node);
    }
  };

  const value = evaluation.valueIn(name, month);
  const result = counted(value, term.unit);
  const text = shown(formula.tree);
  return [text === result || text === amount(value) ? result : `${text} = ${result}`, ...new Set(notes)].join("; ");
}

/** What stands behind a choice, each with its value: "fits.small = 0; fits.large = 1". */
function evidenceInWords(term: Term | undefined, month: number, book: TermBook, evaluation: Evaluation, inWords: InWords): string {
  const parts = term?.parts ?? [];
  return parts
    .map((part) => {
      const value = book.get(part)?.value ?? evaluation.valueIn(part, month);
      return `${part} = ${typeof value === "number" ? inWords(value) : value}`;
    })
    .join("; ");
}

function ofOperator({ op = "", args = [] }: MathNode, shown: (node: MathNode) => string): string {
  const [first, second] = args.map(shown);
  if (second === undefined) return `${op}${first}`;
  return `${first} ${op === "*" ? "x" : op} ${second}`;
}

/** Says which of the arguments of max or min decides, where it is one that has a name: "rota_floor holds". */
function holding(node: MathNode, formula: FormulaTree, valueOf: (node: MathNode) => number): readonly string[] {
  const result = valueOf(node);
  const { args = [] } = node;
  const decisive = args.filter((arg) => valueOf(arg) === result);
  const name = decisive.length === 1 ? formula.nameOfSymbol(decisive[0].name ?? "") : undefined;
  return name === undefined ? [] : [`${name} holds`];
}
