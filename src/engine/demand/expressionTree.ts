/**
 * Formulas read as a spreadsheet reads its own: percent after a number, unary minus before ^, ^ from the left, comparisons last. What users wrote before is
 * read too: `a ? b : c`, `==`, `!=`, `and`, `or`, `not`, `mod`, and `2 t` for 2 * t.
 */

import { FormulaProblem, tokensOf } from "./expressionTokens";
import type { Token } from "./expressionTokens";

export type BinarySign = "+" | "-" | "*" | "/" | "^" | "mod" | "=" | "<>" | "<" | "<=" | ">" | ">=" | "and" | "or";
export type PrefixSign = "+" | "-" | "not";

/** A part of a formula; `at` is the position of its sign or word in the text, counted from 0. */
export type Expression = { readonly at: number } & (
  | { readonly kind: "number"; readonly value: number; readonly text: string }
  | { readonly kind: "name"; readonly name: string; readonly isBracketed: boolean }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: "prefix"; readonly sign: PrefixSign; readonly of: Expression }
  | { readonly kind: "percent"; readonly of: Expression }
  | { readonly kind: "group"; readonly of: Expression }
  | {
      readonly kind: "binary";
      readonly sign: BinarySign;
      readonly left: Expression;
      readonly right: Expression;
      readonly isImplied: boolean;
    }
  | { readonly kind: "choice"; readonly condition: Expression; readonly whenTrue: Expression; readonly whenFalse: Expression }
);

export type ExpressionOf<Kind extends Expression["kind"]> = Extract<Expression, { readonly kind: Kind }>;

/** How strongly an operator holds its operands: the higher, the stronger. */
export const STRENGTH: Readonly<Record<BinarySign, number>> = {
  or: 2,
  and: 3,
  "=": 4,
  "<>": 4,
  "<": 4,
  "<=": 4,
  ">": 4,
  ">=": 4,
  "+": 5,
  "-": 5,
  "*": 6,
  "/": 6,
  mod: 6,
  "^": 8,
};
const CHOICE = 1;
const COMPARISON = 4;
const IMPLIED = 7;
/** Of a sign before its operand. */
export const PREFIX = 9;

/** Other ways to write an operator. */
const ALSO: Readonly<Record<string, BinarySign>> = { "==": "=", "!=": "<>" };
const WORDS: readonly string[] = ["and", "or", "mod", "not"];

/** Whether a token is an operator in letters. */
function isWord({ kind, text, isBracketed = false }: Token): boolean {
  return kind === "name" && !isBracketed && WORDS.includes(text.toLowerCase());
}

/** The operator that a token is between two operands. */
function binarySignOf(token: Token): BinarySign | undefined {
  if (token.kind !== "sign" && !isWord(token)) return undefined;
  const sign = token.text.toLowerCase();
  if (Object.hasOwn(ALSO, sign)) return ALSO[sign];
  return Object.hasOwn(STRENGTH, sign) ? (sign as BinarySign) : undefined;
}

/** Whether a part compares two others. */
export const isComparison = (node: Expression): boolean => node.kind === "binary" && STRENGTH[node.sign] === COMPARISON;

const inQuotes = ({ text }: Token): string => (text.length > 40 ? `${text.slice(0, 40)}...` : text);

class Reader {
  private readonly tokens: readonly Token[];
  private position = 0;
  private level = 0;

  constructor(
    text: string,
    private readonly mostLevels: number,
  ) {
    this.tokens = tokensOf(text);
  }

  whole(): Expression {
    if (this.tokens.length === 1) throw new FormulaProblem("The formula is blank. Write a number, a name or an operation.", 0);
    // A formula copied from a cell begins with the sign that makes it one.
    if (this.next.text === "=") this.position++;
    const tree = this.expression(0);
    if (this.next.kind !== "end") throw this.leftOver();
    return tree;
  }

  private get next(): Token {
    return this.tokens[this.position];
  }

  private take(): Token {
    return this.tokens[this.position++];
  }

  private isNext(text: string): boolean {
    return this.next.kind === "sign" && this.next.text === text;
  }

  /** An expression of operators that are stronger than the one before it. */
  private expression(weakest: number): Expression {
    let left = this.operand();
    for (let joined = this.joined(left, weakest); joined; joined = this.joined(left, weakest)) left = joined;
    return left;
  }

  private joined(left: Expression, weakest: number): Expression | undefined {
    if (this.isNext("%")) return this.percent(left);
    if (this.isNext("?")) return weakest < CHOICE ? this.choice(left) : undefined;
    const sign = binarySignOf(this.next);
    if (sign === undefined) return this.implied(left, weakest);
    return STRENGTH[sign] > weakest ? this.binary(left, sign) : undefined;
  }

  private percent(of: Expression): Expression {
    const { at } = this.take();
    if (this.next.kind === "number" || this.isFactor())
      throw new FormulaProblem("% means percent here. For the remainder write MOD(a, b); to multiply write *.", at);
    return { kind: "percent", of, at };
  }

  private binary(left: Expression, sign: BinarySign): Expression {
    const { at } = this.take();
    const strength = STRENGTH[sign];
    if (strength === COMPARISON && isComparison(left))
      throw new FormulaProblem("Two comparisons in a row aren't read. Write AND(a < b, b < c).", at);
    // As in 1/2 t, which is (1/2) * t: what is implied joins the number only after the division.
    const isFraction = sign === "/" && left.kind === "number" && this.next.kind === "number";
    return { kind: "binary", sign, left, right: this.expression(isFraction ? IMPLIED : strength), isImplied: false, at };
  }

  /** Whether a name or a bracket follows: after a number or a bracket it is a factor. */
  private isFactor(): boolean {
    return this.isNext("(") || (this.next.kind === "name" && !isWord(this.next));
  }

  /** `2 t`, `2(t + 1)`, `(a)(b)`: a product whose sign is left out. */
  private implied(left: Expression, weakest: number): Expression | undefined {
    const { at } = this.next;
    if (!this.isFactor() || (left.kind === "name" && this.isNext("(")) || IMPLIED <= weakest) return undefined;
    return { kind: "binary", sign: "*", left, right: this.expression(IMPLIED), isImplied: true, at };
  }

  private choice(condition: Expression): Expression {
    const { at } = this.take();
    const whenTrue = this.expression(0);
    if (!this.isNext(":")) throw this.missing('":" and the value for when the condition is false');
    this.take();
    return { kind: "choice", condition, whenTrue, whenFalse: this.expression(0), at };
  }

  private operand(): Expression {
    const { kind, text, at } = this.next;
    if (text === "(" && kind === "sign") return { kind: "group", of: this.within(() => this.expression(0), "("), at };
    if (kind === "name") return this.word(this.take());
    if (kind !== "number" && text !== "-" && text !== "+") throw this.noOperand();
    this.take();
    if (kind === "number") return { kind, value: Number(text), text, at };
    return { kind: "prefix", sign: text as PrefixSign, of: this.expression(PREFIX), at };
  }

  private word(token: Token): Expression {
    const { text, at, isBracketed = false } = token;
    if (this.isNext("(")) return { kind: "call", name: text, args: this.within(() => this.args(), `${inQuotes(token)}(`), at };
    if (!isWord(token)) return { kind: "name", name: text, isBracketed, at };
    if (text.toLowerCase() === "not") return this.negation(at);
    this.position--;
    throw this.noOperand();
  }

  private negation(at: number): Expression {
    const of = this.expression(PREFIX);
    if (STRENGTH[binarySignOf(this.next) ?? "or"] === COMPARISON)
      throw new FormulaProblem("not before a comparison isn't read. Write NOT(a < b).", at);
    return { kind: "prefix", sign: "not", of, at };
  }

  /** What is between brackets, of which the opening one comes next. */
  private within<Content>(content: () => Content, opening: string): Content {
    const { at } = this.take();
    if (++this.level > this.mostLevels)
      throw new FormulaProblem(`Brackets are nested too deeply. Use at most ${this.mostLevels} levels.`, at);
    const found = content();
    if (this.next.kind === "end") throw new FormulaProblem(`${opening} isn't closed. Add ) where it ends.`, at);
    if (!this.isNext(")")) throw this.leftOver();
    this.take();
    this.level--;
    return found;
  }

  private args(): readonly Expression[] {
    if (this.isNext(")")) return [];
    const args = [this.expression(0)];
    while (this.isNext(",")) {
      this.take();
      args.push(this.expression(0));
    }
    if (this.isNext(";")) throw new FormulaProblem("A semicolon doesn't separate arguments. Write a comma, as in MAX(1, 2).", this.next.at);
    return args;
  }

  private missing(what: string): FormulaProblem {
    const { kind, at } = this.next;
    return new FormulaProblem(
      kind === "end" ? `The formula ends too early. Add ${what}.` : `Add ${what} before ${inQuotes(this.next)}.`,
      at,
    );
  }

  /** Why no number, name or bracket comes next, where one has to. */
  private noOperand(): FormulaProblem {
    const { kind, text, at } = this.next;
    const before = this.position > 0 ? this.tokens[this.position - 1].text : "";
    if (text === "(" || before === "") return new FormulaProblem(`A formula can't start with ${inQuotes(this.next)}. ${ALLOWED}`, at);
    if (text === "," || (text === ")" && before === ","))
      return new FormulaProblem("An argument is missing. Write a number or a name.", at);
    if (kind === "end") return new FormulaProblem(`The formula ends after ${before}. Add a number, a name or a bracket.`, at);
    return new FormulaProblem(`A number, a name or a bracket is missing between ${before} and ${inQuotes(this.next)}.`, at);
  }

  /** Why what follows a whole expression can't follow it. */
  private leftOver(): FormulaProblem {
    const { kind, text, at } = this.next;
    const before = this.tokens[this.position - 1];
    if (kind === "sign" && Object.hasOwn(LEFT_OVER, text)) return new FormulaProblem(this.commaAdvice() ?? LEFT_OVER[text], at);
    if (text === "(") return new FormulaProblem(`${inQuotes(before)} isn't a function. Write ${inQuotes(before)} * ( to multiply.`, at);
    return new FormulaProblem(`An operator is missing between ${inQuotes(before)} and ${inQuotes(this.next)}. Write * to multiply.`, at);
  }

  /** For `1,5`: the number with a point. */
  private commaAdvice(): string | undefined {
    const [before, comma, after] = this.tokens.slice(this.position - 1, this.position + 2);
    if (comma.text !== "," || before.kind !== "number" || after.kind !== "number") return undefined;
    return `A comma isn't a decimal point. Write ${before.text}.${after.text}; a comma only separates arguments, as in MAX(1, 2).`;
  }
}

const ALLOWED = "Start with a number, a name, a function or a bracket.";

const LEFT_OVER: Readonly<Record<string, string>> = {
  ",": "A comma only separates arguments, as in MAX(1, 2). Write decimals with a point, as in 1.5.",
  ";": "A semicolon isn't allowed. Write one formula; separate arguments with a comma, as in MAX(1, 2).",
  ":": "Ranges of cells aren't allowed. Write the values in a function, such as MAX(1, 2).",
  ")": ") has no ( before it. Delete it, or add ( where it belongs.",
};

/**
 * The tree of a formula.
 * @throws {FormulaProblem} for one that can't be read, with the position and the reason.
 */
export function treeOf(text: string): Expression {
  return new Reader(text, Infinity).whole();
}

const LONGEST_TEXT = 1000;
const MOST_LEVELS = 40;

/**
 * The tree of a formula that a user wrote, which may not be too long or too deep.
 * @throws {FormulaProblem} as treeOf does.
 */
export function userTreeOf(text: string): Expression {
  const { length } = text;
  if (length > LONGEST_TEXT) throw new FormulaProblem(`The formula has ${length} characters. Write at most ${LONGEST_TEXT}.`, LONGEST_TEXT);
  return new Reader(text, MOST_LEVELS).whole();
}

/** The parts of a part, in the order in which they are written. */
export function partsOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case "number":
    case "name":
      return [];
    case "call":
      return node.args;
    case "binary":
      return [node.left, node.right];
    case "choice":
      return [node.condition, node.whenTrue, node.whenFalse];
    default:
      return [node.of];
  }
}

/** All parts of a formula, each before its own, in the order in which they are written. */
export function nodesOf(tree: Expression): readonly Expression[] {
  const nodes: Expression[] = [];
  const waiting = [tree];
  // Not by recursion into lists: a sum of hundreds of terms is a tree of hundreds of levels.
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    nodes.push(node);
    const parts = partsOf(node);
    for (let at = parts.length - 1; at >= 0; at--) waiting.push(parts[at]);
  }
  return nodes;
}
