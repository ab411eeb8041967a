/** Formulas written out from their trees, with brackets only where they are needed. */

import { functionNamed } from "./expressionFunctions";
import { partsOf, PREFIX, STRENGTH } from "./expressionTree";
import type { Expression, ExpressionOf } from "./expressionTree";

type Write = (node: Expression) => string;

const ATOM = 12;
const PERCENT = 10;

/** How strongly a part holds together as it is written. */
function strengthOf(node: Expression): number {
  switch (node.kind) {
    case "group":
      return strengthOf(node.of);
    case "binary":
      return isCall(node) ? ATOM : STRENGTH[node.sign];
    case "prefix":
      return node.sign === "not" ? ATOM : PREFIX;
    case "percent":
      return PERCENT;
    default:
      return ATOM;
  }
}

/** Operators in letters are written as functions, as Excel has them. */
const isCall = ({ sign }: ExpressionOf<"binary">): boolean => sign === "and" || sign === "or" || sign === "mod";

/** A formula as Excel writes it, with its names as `nameText` gives them: `IF(t > 2, user.fee * 5%, 0)`. */
export function textOf(tree: Expression, nameText: (name: string) => string): string {
  const write = (node: Expression): string => textOf(node, nameText);
  switch (tree.kind) {
    case "number":
      return tree.text;
    case "name":
      return nameText(tree.name);
    case "call":
      return call(functionNamed(tree.name, tree.args.length), tree.args.map(write));
    case "group":
      return write(tree.of);
    case "percent":
      return `${within(tree.of, PREFIX, write)}%`;
    case "prefix":
      return prefixed(tree, write);
    case "choice":
      return call("IF", partsOf(tree).map(write));
    case "binary":
      return operation(tree, write);
  }
}

const call = (name: string | undefined, args: readonly string[]): string => `${name ?? ""}(${args.join(", ")})`;

function prefixed({ sign, of }: ExpressionOf<"prefix">, write: Write): string {
  return sign === "not" ? call("NOT", [write(of)]) : `${sign}${within(of, PREFIX, write)}`;
}

function operation(node: ExpressionOf<"binary">, write: Write): string {
  const { sign, left, right } = node;
  if (isCall(node)) return call(sign.toUpperCase(), [write(left), write(right)]);
  const strength = STRENGTH[sign];
  const isComparison = strength === STRENGTH["="];
  // Operators of one strength are read from the left, and two comparisons in a row are not read.
  return `${within(left, isComparison ? strength + 1 : strength, write)} ${sign} ${within(right, strength + 1, write)}`;
}

/** A part in brackets where it holds together less than it has to. */
function within(node: Expression, least: number, write: Write): string {
  return strengthOf(node) < least ? `(${write(node)})` : write(node);
}
