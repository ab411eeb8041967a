/** The words, numbers and signs of a formula, with their positions. */

/** Why a formula can't be read, and where: `at` is the position in the text, counted from 0. */
export class FormulaProblem extends Error {
  constructor(
    readonly reason: string,
    readonly at: number,
  ) {
    super(`character ${at + 1}: ${reason}`);
    this.name = "FormulaProblem";
  }
}

export interface Token {
  readonly kind: "number" | "name" | "sign" | "end";
  /** A name without its brackets, a sign, or the digits as written. */
  readonly text: string;
  readonly at: number;
  /** Whether a name is in brackets: it is then no word of the language. */
  readonly isBracketed?: boolean;
}

const SPACE = /[\s\u00a0\u200b-\u200d\u2060\ufeff]+/uy;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/iy;
const NAME = /[\p{L}_$][\p{L}\p{Nd}_$]*(?:\.[\p{L}\p{Nd}_$]+)*/uy;
const BRACKETED = /\[((?:[^\]]|\]\])*)\]/y;
/** What is in brackets where lists have them: numbers, separators, nothing. */
const LIST = /^[\s\d.,;+-]*$/;
const SIGN = /==|!=|<>|<=|>=|[-+*/^%=<>(),?:;]/y;
const CODED_NUMBER = /0[xbo][\da-f]+/iy;

/** Signs that people type, by what they are to write. */
const REFUSED_SIGNS: readonly (readonly [RegExp, string])[] = [
  [/\*\*/y, "** isn't an operator. Write ^ for a power."],
  [/=</y, "=< isn't an operator. Write <=."],
  [/=>/y, "=> isn't an operator. Write >=."],
  [/&&/y, "&& isn't an operator. Write AND(a, b)."],
  [/\|\|/y, "|| isn't an operator. Write OR(a, b)."],
  [/&/y, "& joins text, but a formula computes a number. Write + to add, or AND(a, b)."],
  [/!/y, "! isn't an operator. Write NOT(a), or <> for not equal."],
  [/["“”„]/y, "Text in quotation marks isn't allowed. Write numbers and names only."],
  [/[{}]/y, "Lists in braces aren't allowed. List values in a function, such as MAX(1, 2)."],
  [/\]/y, "] closes a name, but no [ opens it."],
  [/\[/y, "[ opens a name, but no ] closes it."],
  [/[×·∙⋅]/uy, "Write * to multiply."],
  [/÷/uy, "Write / to divide."],
  [/[−–—]/uy, "Write - (hyphen) for minus."],
  [/[²³¹⁰⁴-⁹]/uy, "Raised digits aren't read. Write ^ for a power, such as t^2."],
  [/≤/uy, "Write <= for at most."],
  [/≥/uy, "Write >= for at least."],
  [/≠/uy, "Write <> for not equal."],
  [/√/uy, "Write SQRT(a) for a square root."],
  [/[€£¥]/uy, "Write amounts without a currency sign."],
  [/\./y, "A point needs a digit after it, as in 0.5, or a name on both sides, as in user.price."],
];

function refusedSign(text: string, at: number): FormulaProblem {
  const found = REFUSED_SIGNS.find(([pattern]) => matchAt(pattern, text, at) !== undefined);
  const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const shown = /\p{C}/u.test(sign) ? `The character with code ${sign.codePointAt(0) ?? 0}` : sign;
  return new FormulaProblem(found?.[1] ?? `${shown} isn't allowed. Write numbers, names, operators and functions only.`, at);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function numberAt(text: string, at: number): Token | undefined {
  const digits = matchAt(NUMBER, text, at)?.[0];
  if (digits === undefined) return undefined;
  const coded = matchAt(CODED_NUMBER, text, at)?.[0];
  if (coded !== undefined) throw new FormulaProblem(`${coded} isn't a decimal number. Write ${Number(coded) || "its decimal digits"}.`, at);
  const end = at + digits.length;
  if (/[.\d]/.test(text.charAt(end)))
    throw new FormulaProblem(
      `${digits}${text.slice(end).match(/^[.\d]+/)?.[0] ?? ""} isn't a number. Write one decimal point, as in 1234.5.`,
      at,
    );
  if (!Number.isFinite(Number(digits))) throw new FormulaProblem("The number is too large. Write at most 1e308.", at);
  return { kind: "number", text: digits, at };
}

function nameAt(text: string, at: number): Token | undefined {
  const name = matchAt(NAME, text, at)?.[0];
  if (name !== undefined) return { kind: "name", text: name, at };
  const bracketed = matchAt(BRACKETED, text, at)?.[1];
  if (bracketed === undefined) return undefined;
  if (LIST.test(bracketed)) throw new FormulaProblem("A list in brackets isn't allowed. List values in a function, such as MAX(1, 2).", at);
  return { kind: "name", text: bracketed.replaceAll("]]", "]"), at, isBracketed: true };
}

function signAt(text: string, at: number): Token {
  if (REFUSED_BEFORE_SIGNS.test(text.slice(at, at + 2))) throw refusedSign(text, at);
  const sign = matchAt(SIGN, text, at)?.[0];
  if (sign === undefined) throw refusedSign(text, at);
  return { kind: "sign", text: sign, at };
}

/** Pairs that begin with a sign of the language. */
const REFUSED_BEFORE_SIGNS = /^(?:\*\*|=<|=>)/;

/**
 * The tokens of a text, the end among them. A name is the longest run of words joined by points, so that `demand.growth.1` is one name; one with other
 * characters is in brackets.
 * @throws {FormulaProblem} for a character that formulas don't have.
 */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    at += matchAt(SPACE, text, at)?.[0].length ?? 0;
    if (at >= text.length) break;
    const token = numberAt(text, at) ?? nameAt(text, at) ?? signAt(text, at);
    tokens.push(token);
    at = endOf(token, text);
  }
  tokens.push({ kind: "end", text: "", at: text.length });
  return tokens;
}

function endOf({ at, text, isBracketed = false }: Token, whole: string): number {
  return isBracketed ? at + (matchAt(BRACKETED, whole, at)?.[0].length ?? 0) : at + text.length;
}
