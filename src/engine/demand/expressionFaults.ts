/** Why a formula has no value in a month: the part in which that begins. */

import { closureOf } from "./expressionEvaluation";
import type { Meaning } from "./expressionEvaluation";
import { functionNamed } from "./expressionFunctions";
import { FormulaProblem } from "./expressionTokens";
import { partsOf } from "./expressionTree";
import type { Expression, ExpressionOf } from "./expressionTree";

/** The first part of a formula that has no number although its own parts have one. */
export function faultIn(node: Expression, meaning: Meaning, index: number): FormulaProblem {
  const valueOf = (part: Expression): number => closureOf(part, meaning)(index);
  const faulty = evaluatedParts(node, valueOf).find((part) => !Number.isFinite(valueOf(part)));
  if (faulty) return faultIn(faulty, meaning, index);
  return new FormulaProblem(reasonOf(node, partsOf(node).map(valueOf)), node.at);
}

/** The parts of which the value is computed. */
function evaluatedParts(node: Expression, valueOf: (part: Expression) => number): readonly Expression[] {
  const parts = partsOf(node);
  const called = node.kind === "call" ? functionNamed(node.name, node.args.length) : undefined;
  if (called === "IFERROR") return parts.slice(1);
  if (node.kind !== "choice" && called !== "IF") return parts;
  const [condition, whenTrue, whenFalse] = parts;
  const truth = valueOf(condition);
  if (Number.isNaN(truth)) return [condition];
  const taken: Expression | undefined = truth !== 0 ? whenTrue : whenFalse;
  return taken === undefined ? [] : [taken];
}

const TOO_LARGE = "the result is too large";

function reasonOf(node: Expression, values: readonly number[]): string {
  if (node.kind === "call") return reasonOfCall(node, values);
  if (node.kind === "name") return `${node.name} has no number`;
  return node.kind === "binary" ? reasonOfOperator(node.sign, values) : TOO_LARGE;
}

function reasonOfOperator(sign: ExpressionOf<"binary">["sign"], [x, y]: readonly number[]): string {
  if ((sign === "/" || sign === "mod") && y === 0) return "division by zero";
  return sign === "^" ? reasonOfPower(x, y) : TOO_LARGE;
}

function reasonOfPower(x: number, y: number): string {
  if (x === 0) return y === 0 ? "0^0 has no value" : "division by zero (0 to a negative power)";
  return x < 0 && !Number.isInteger(y) ? `a negative number (${x}) has no power of ${y}` : TOO_LARGE;
}

function reasonOfCall({ name, args }: ExpressionOf<"call">, values: readonly number[]): string {
  const called = functionNamed(name, args.length) ?? name;
  if (called === "MOD") return reasonOfOperator("mod", values);
  if (called === "POWER" || called === "POW") return reasonOfPower(values[0], values[1]);
  return called === "EXP" || called === "SUM" || called === "PRODUCT" ? TOO_LARGE : `${called} has no value for ${values.join(", ")}`;
}
