/** Formulas as closures that give a number for each month. */

import { constantNamed, FUNCTIONS, functionNamed } from "./expressionFunctions";
import type { FormulaFunction, Operation } from "./expressionFunctions";
import { FormulaProblem } from "./expressionTokens";
import type { BinarySign, Expression, ExpressionOf, PrefixSign } from "./expressionTree";

/** Value of a name or formula in a month of the plan (0-based index). */
export type Series = (index: number) => number;

/** What a formula is evaluated with. */
export interface Meaning {
  /** The series behind a name such as `t`, `user.price` or `cloud.compute`. */
  readonly nameOf: (node: ExpressionOf<"name">) => Series;
  /** Functions that are not in the list; undefined for one that is. */
  readonly callOf?: (node: ExpressionOf<"call">, seriesOf: (node: Expression) => Series) => Series | undefined;
  readonly operators: Readonly<Record<BinarySign, Operation>>;
}

/**
 * The series of a formula.
 * @throws {FormulaProblem} for a function that is not in the list, or has another number of arguments.
 */
export function closureOf(node: Expression, meaning: Meaning): Series {
  const sub = (part: Expression): Series => closureOf(part, meaning);
  switch (node.kind) {
    case "number":
      return constantly(node.value);
    case "name":
      return meaning.nameOf(node);
    case "call":
      return callSeries(node, meaning, sub);
    case "prefix":
      return PREFIXES[node.sign](sub(node.of));
    case "percent":
      return percentOf(sub(node.of));
    case "group":
      return sub(node.of);
    case "binary":
      return paired(meaning.operators[node.sign], sub(node.left), sub(node.right));
    case "choice":
      return chosen(sub(node.condition), sub(node.whenTrue), sub(node.whenFalse));
  }
}

function callSeries(node: ExpressionOf<"call">, { callOf }: Meaning, sub: (part: Expression) => Series): Series {
  return callOf?.(node, sub) ?? called(node, node.args.map(sub));
}

const constantly =
  (value: number): Series =>
  () =>
    value;

const PREFIXES: Readonly<Record<PrefixSign, (of: Series) => Series>> = {
  "+": (of) => of,
  "-": (of) => (index) => -of(index),
  not: (of) => applied(FUNCTIONS["NOT"].of, of),
};

const percentOf =
  (of: Series): Series =>
  (index) =>
    of(index) / 100;

const applied =
  (operation: Operation, x: Series): Series =>
  (index) =>
    operation(x(index));

const paired =
  (operation: Operation, x: Series, y: Series): Series =>
  (index) =>
    operation(x(index), y(index));

/** Only the value that the condition chooses is computed. */
function chosen(condition: Series, whenTrue: Series, whenFalse: Series): Series {
  return (index) => {
    const truth = condition(index);
    if (Number.isNaN(truth)) return truth;
    return truth !== 0 ? whenTrue(index) : whenFalse(index);
  };
}

function unlessError(value: Series, instead: Series): Series {
  return (index) => {
    const found = value(index);
    return Number.isFinite(found) ? found : instead(index);
  };
}

/** The values taken together, one after the other. */
function joined({ of, start = 0, isMean = false }: FormulaFunction, args: readonly Series[]): Series {
  const divisor = isMean ? args.length : 1;
  return (index) => {
    let result = start;
    for (const arg of args) result = of(result, arg(index));
    return result / divisor;
  };
}

function called({ name, args: { length }, at }: ExpressionOf<"call">, args: readonly Series[]): Series {
  const known = functionNamed(name, length);
  if (known === undefined) throw new FormulaProblem(`Unknown function ${name}.`, at);
  const definition = FUNCTIONS[known];
  const { least, most, of, start } = definition;
  if (length < least || length > most) throw new FormulaProblem(`${known} has ${counted(length)}. ${allowedCount(least, most)}`, at);
  if (known === "IF") return chosen(args[0], args[1], args[2] ?? constantly(0));
  if (known === "IFERROR") return unlessError(args[0], args[1]);
  if (start !== undefined) return joined(definition, args);
  if (length === 0) return constantly(of());
  return length === 1 ? applied(of, args[0]) : paired(of, args[0], args[1]);
}

const counted = (count: number): string => `${count} ${count === 1 ? "argument" : "arguments"}`;

function allowedCount(least: number, most: number): string {
  return `Write ${least === most ? counted(least) : `${least} to ${counted(most)}`}.`;
}

/** The series of a constant such as pi; undefined for another name. */
export function constantSeries(name: string): Series | undefined {
  const value = constantNamed(name);
  return value === undefined ? undefined : constantly(value);
}
