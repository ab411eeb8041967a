/**
 * Formulas that users write. mathjs reads the text into a tree; closures of our own walk it, so that nothing but the operators, functions and
 * names listed here can be reached. This is the one file that knows mathjs.
 */

import { createParse } from "mathjs/number";
import { ModelError } from "../errors";

declare module "mathjs/number" {
  /** Exported by mathjs as one of its factory functions, but absent from its typings. */
  export function createParse(dependencies: object): (text: string) => MathNode;
}

/** A node of the tree that mathjs reads a text into, with the parts of it that are read here. */
export interface MathNode {
  readonly type: string;
  readonly value?: unknown;
  readonly name?: string;
  readonly op?: string;
  readonly fn?: unknown;
  readonly args?: readonly MathNode[];
  readonly content?: MathNode;
  readonly condition?: MathNode;
  readonly trueExpr?: MathNode;
  readonly falseExpr?: MathNode;
}

/** The arguments that mathjs's parser gives to the constructor of each kind of node, as far as they are read here. */
const NODE_PARTS: Readonly<Record<string, readonly string[]>> = {
  AccessorNode: ["object", "index"],
  ArrayNode: [],
  AssignmentNode: [],
  BlockNode: [],
  ConditionalNode: ["condition", "trueExpr", "falseExpr"],
  ConstantNode: ["value"],
  FunctionAssignmentNode: [],
  FunctionNode: ["fn", "args"],
  IndexNode: ["dimensions", "dotNotation"],
  ObjectNode: [],
  OperatorNode: ["op", "fn", "args", "implicit", "isPercentage"],
  ParenthesisNode: ["content"],
  RangeNode: [],
  RelationalNode: [],
  SymbolNode: ["name"],
};

/** The tree of a text; throws SyntaxError for one that cannot be read. */
export const parse = createParser();

/**
 * The parser of mathjs over nodes that hold their parts and nothing else. Its own nodes also evaluate, print and typeset: with them the
 * functions bundle would be 27 kB (brotli) larger, and the tree could do more than the sandbox allows.
 */
function createParser(): (text: string) => MathNode {
  const nodes = Object.entries(NODE_PARTS).map(([type, parts]) => [type, nodeClass(type, parts)] as const);
  return createParse({
    ...Object.fromEntries(nodes),
    typed: Object.assign((_name: string, signatures: { string: unknown }) => signatures.string, { addConversion: () => undefined }),
    numeric: numberOf,
    config: { number: "number", numberFallback: "number" },
  });
}

function nodeClass(type: string, parts: readonly string[]): new (...values: unknown[]) => MathNode {
  class Parsed {
    readonly type = type;
    constructor(...values: unknown[]) {
      parts.forEach((part, index) => Object.assign(this, { [part]: values[index] }));
    }
  }
  // The parser asks for both before it lets 2 t mean 2 * t.
  Object.assign(Parsed.prototype, { isNode: true, [`is${type}`]: true });
  return Parsed;
}

function numberOf(text: string): number {
  const value = Number(text);
  if (Number.isNaN(value)) throw new SyntaxError(`"${text}" is not a number`);
  return value;
}

const LONGEST_TEXT = 1000;
const DEEPEST_NESTING = 40;

/** Value of a name or formula in a month of the plan (0-based index). */
export type Series = (index: number) => number;

/** Finds the series behind a name such as `t`, `user.price` or `cloud.compute`; undefined for an unknown name. */
export type NameResolver = (name: string) => Series | undefined;

type Operation = (...values: number[]) => number;

const truth = (value: boolean): number => (value ? 1 : 0);

const OPERATIONS: Readonly<Record<string, Operation>> = {
  add: (x = 0, y = 0) => x + y,
  subtract: (x = 0, y = 0) => x - y,
  multiply: (x = 0, y = 0) => x * y,
  divide: (x = 0, y = 0) => x / y,
  pow: (x = 0, y = 0) => Math.pow(x, y),
  mod: (x = 0, y = 0) => x - y * Math.floor(x / y),
  unaryMinus: (x = 0) => -x,
  unaryPlus: (x = 0) => x,
  smaller: (x = 0, y = 0) => truth(x < y),
  smallerEq: (x = 0, y = 0) => truth(x <= y),
  larger: (x = 0, y = 0) => truth(x > y),
  largerEq: (x = 0, y = 0) => truth(x >= y),
  equal: (x = 0, y = 0) => truth(x === y),
  unequal: (x = 0, y = 0) => truth(x !== y),
  and: (x = 0, y = 0) => truth(x !== 0 && y !== 0),
  or: (x = 0, y = 0) => truth(x !== 0 || y !== 0),
  not: (x = 0) => truth(x === 0),
};

interface FormulaFunction {
  readonly least: number;
  readonly most: number;
  readonly of: Operation;
}

const plain = (of: Operation): FormulaFunction => ({ least: 1, most: 1, of });
const pair = (of: Operation): FormulaFunction => ({ least: 2, most: 2, of });
const many = (of: Operation): FormulaFunction => ({ least: 1, most: 20, of });

const FUNCTIONS: Readonly<Record<string, FormulaFunction>> = {
  abs: plain(Math.abs),
  ceil: plain(Math.ceil),
  exp: plain(Math.exp),
  floor: plain(Math.floor),
  log: { least: 1, most: 2, of: (x, base = Math.E) => Math.log(x) / Math.log(base) },
  log10: plain(Math.log10),
  max: many(Math.max),
  min: many(Math.min),
  mod: pair(OPERATIONS["mod"]),
  pow: pair(Math.pow),
  round: { least: 1, most: 2, of: (x, digits = 0) => Math.round(x * Math.pow(10, digits)) / Math.pow(10, digits) },
  sign: plain(Math.sign),
  sqrt: plain(Math.sqrt),
};

const CONSTANTS: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E, true: 1, false: 0 };

const hasOwn = (record: object, name: string): boolean => Object.hasOwn(record, name);

/**
 * The series of an expression. Names are those of the resolver; functions are abs, ceil, exp, floor, log, log10, max, min, mod, pow, round, sign, sqrt.
 * @throws {ModelError} for a text that is too long or too deep, cannot be read, or uses anything else; the message says what.
 */
export function seriesOf(field: string, expression: string, resolve: NameResolver): Series {
  const refuse = (reason: string): ModelError => new ModelError("expression", field, `${field}: ${reason}`);
  if (expression.length > LONGEST_TEXT) throw refuse(`the expression has ${expression.length} characters; allowed are ${LONGEST_TEXT}.`);
  if (nestingOf(expression) > DEEPEST_NESTING) throw refuse(`the expression is nested too deeply; allowed are ${DEEPEST_NESTING} levels.`);
  let tree: MathNode;
  try {
    tree = parse(expression);
  } catch (cause) {
    throw refuse(`"${shorten(expression)}" cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`);
  }
  return closureOf(tree, resolve, refuse);
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}...` : text);

/** Deepest nesting that a text can have, counted before it is parsed: brackets, and runs of operators that nest to the right. */
function nestingOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let run = 0;
  for (const character of text) {
    if ("([{".includes(character)) depth++;
    else if (")]}".includes(character)) depth--;
    run = "+-!~^?:".includes(character) ? run + 1 : run;
    deepest = Math.max(deepest, depth);
  }
  // Operators outside brackets nest too (a^b^c, - - -x); a thousand characters hold at most 500 of them, which the stack bears.
  return run > LONGEST_TEXT / 2 ? Infinity : deepest;
}

const argumentsOf = ({ args = [] }: MathNode): readonly MathNode[] => args;

type Refuse = (reason: string) => ModelError;

/** The series of a function beside those listed here; undefined for an unknown name. */
export type CallResolver = (name: string, args: readonly MathNode[], seriesOfNode: (node: MathNode) => Series) => Series | undefined;

/** The series of a tree; `refuse` makes the error for what is not allowed in it. */
export function closureOf(node: MathNode, resolve: NameResolver, refuse: Refuse, call?: CallResolver): Series {
  const sub = (child: MathNode | undefined): Series => closureOf(child as MathNode, resolve, refuse, call);
  if (node.type === "SymbolNode" || node.type === "AccessorNode") return nameSeries(node, resolve, refuse);
  const args = argumentsOf(node);
  switch (node.type) {
    case "ConstantNode":
      return constantSeries(node.value, refuse);
    case "ParenthesisNode":
      return sub(node.content);
    case "OperatorNode":
      return applied(operatorNamed(String(node.fn), refuse), args.map(sub));
    case "FunctionNode":
      return call?.(functionName(node), args, sub) ?? applied(functionNamed(functionName(node), args.length, refuse), args.map(sub));
    case "ConditionalNode":
      return conditional(sub(node.condition), sub(node.trueExpr), sub(node.falseExpr));
    default:
      throw refuse(
        `${node.type.replace("Node", "").toLowerCase()} is not allowed; allowed are numbers, names, + - * / ^, comparisons, ?: and ${Object.keys(FUNCTIONS).join(", ")}.`,
      );
  }
}

function conditional(condition: Series, whenTrue: Series, whenFalse: Series): Series {
  return (index) => (condition(index) !== 0 ? whenTrue(index) : whenFalse(index));
}

function constantSeries(value: unknown, refuse: Refuse): Series {
  if (typeof value === "boolean") return constantSeries(truth(value), refuse);
  if (typeof value !== "number" || !Number.isFinite(value)) throw refuse(`"${String(value)}" is not a number.`);
  return () => value;
}

/** The name of the function that a node calls. */
export const functionName = ({ fn }: MathNode): string => (fn as { name?: string } | undefined)?.name ?? "";

function operatorNamed(name: string, refuse: Refuse): Operation {
  if (!hasOwn(OPERATIONS, name))
    throw refuse(`the operator "${name}" is not allowed; allowed are + - * / ^ mod, comparisons, and, or, not.`);
  return OPERATIONS[name];
}

function functionNamed(name: string, count: number, refuse: Refuse): Operation {
  if (!hasOwn(FUNCTIONS, name)) throw refuse(`"${name}" is not allowed; allowed functions are ${Object.keys(FUNCTIONS).join(", ")}.`);
  const { least, most, of } = FUNCTIONS[name];
  if (count >= least && count <= most) return of;
  throw refuse(`${name} has ${count} arguments; allowed ${least === most ? `is ${least}` : `are ${least} to ${most}`}.`);
}

function applied(operation: Operation, args: readonly Series[]): Series {
  const [first, second] = args;
  if (args.length === 1 && first) return (index) => operation(first(index));
  if (args.length === 2 && first && second) return (index) => operation(first(index), second(index));
  return (index) => operation(...args.map((arg) => arg(index)));
}

function nameSeries(node: MathNode, resolve: NameResolver, refuse: Refuse): Series {
  const name = pathOf(node);
  if (name === undefined) throw refuse("only plain names such as user.price are allowed.");
  const found = resolve(name) ?? (hasOwn(CONSTANTS, name) ? constantSeries(CONSTANTS[name], refuse) : undefined);
  if (!found) throw refuse(`unknown name "${shorten(name)}".`);
  return found;
}

/** `user.price` is a tree of property accesses to mathjs; here it is one name. */
function pathOf(node: MathNode): string | undefined {
  if (node.type === "SymbolNode") return node.name;
  if (node.type !== "AccessorNode") return undefined;
  const { object, index } = node as unknown as {
    object: MathNode;
    index: { dotNotation: boolean; dimensions: readonly { value?: unknown }[] };
  };
  const head = pathOf(object);
  const tail = index.dimensions[0]?.value;
  return head !== undefined && index.dotNotation && typeof tail === "string" ? `${head}.${tail}` : undefined;
}
