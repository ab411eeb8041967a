/** Formulas whose value is another one since they are read as a spreadsheet reads its own (docs/changes.md). */

import { nodesOf, userTreeOf } from "./expressionTree";
import type { Expression, ExpressionOf } from "./expressionTree";

/** What has changed, by the advice that a warning gives. What is in brackets says what it means and is not reported. */
const CHANGES: readonly (readonly [advice: string, applies: (node: Expression) => boolean])[] = [
  ["% beside +, - or ^ is now percent, as in a cell. Check the value, then write (5%) in brackets.", isPercentBesideSign],
  ["-x^y is now (-x)^y, as in a cell. Write (-x)^y, or -(x^y) for the former value.", isSignInPower],
  ["x^y^z is now (x^y)^z, as in a cell. Write (x^y)^z, or x^(y^z) for the former value.", isPowerOfPower],
  ["A name that ends in a number is now one name. Check the value, then write it in brackets, such as [user.rate.2].", isNumberedName],
  ["log(x) is the natural logarithm, LOG(x) the one to base 10. Write LN(x) or LOG10(x).", isPlainLog],
];

/** What a person should know of a formula that could be read before and has, or may have, another value now. Nothing for one that can't be read. */
export function changesIn(text: string): readonly string[] {
  const tree = readable(text);
  if (!tree) return [];
  const nodes = nodesOf(tree);
  return CHANGES.filter(([, applies]) => nodes.some(applies)).map(([advice]) => advice);
}

function readable(text: string): Expression | undefined {
  try {
    return userTreeOf(text);
  } catch {
    return undefined;
  }
}

const isSum = ({ sign }: ExpressionOf<"binary">): boolean => sign === "+" || sign === "-";

/** A percent sign before + or - was the remainder of a division by what follows; after them it was a part of the sum, and after ^ it was of the power. */
function isPercentBesideSign(node: Expression): boolean {
  if (node.kind !== "binary") return false;
  const { sign, left, right } = node;
  if (sign === "^") return isPercent(left) || isPercent(right);
  if (!isSum(node)) return isSign(right) && last(left).kind === "percent";
  const isOfOne = left.kind === "number" && left.value === 1;
  return last(left).kind === "percent" || (isPercent(right) && !isOfOne);
}

const isSign = (node: Expression): boolean => node.kind === "prefix" && node.sign !== "not";
const isPercent = (node: Expression): boolean => node.kind === "percent" || (node.kind === "prefix" && isPercent(node.of));

/** The last part of a text without brackets around it. */
function last(node: Expression): Expression {
  if (node.kind === "binary") return last(node.right);
  return node.kind === "prefix" ? last(node.of) : node;
}

function isSignInPower(node: Expression): boolean {
  return node.kind === "binary" && node.sign === "^" && node.left.kind === "prefix";
}

function isPowerOfPower(node: Expression): boolean {
  return node.kind === "binary" && node.sign === "^" && node.left.kind === "binary";
}

function isNumberedName(node: Expression): boolean {
  return node.kind === "name" && !node.isBracketed && /\.\d/.test(node.name);
}

function isPlainLog(node: Expression): boolean {
  return node.kind === "call" && node.name === "log" && node.args.length === 1;
}
