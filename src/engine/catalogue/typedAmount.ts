/**
 * Numbers and amounts as people write them: "$1,234.50", "1.234,50 €", "(1,234)", "5 %", "1.2M", "1e6". The one reader of them, for what is typed into a
 * field, for text in cells that Repair offers to replace, and for messages of functions about such text.
 */

import { visibleText } from "./visibleText";

export type NumberInText =
  | { readonly kind: "number"; readonly value: number }
  /** One comma or point before three digits: a thousand here, a decimal there. */
  | { readonly kind: "ambiguous"; readonly meanings: readonly number[] }
  | { readonly kind: "none" };

/** How a language writes numbers. */
export interface NumberStyle {
  readonly decimal: string;
  readonly group: string;
  /** Whether it parts digits in twos before the last three, as in 12,34,567. */
  readonly groupsInTwos: boolean;
}

/** A number with the words behind it, such as %, M or TB. */
export interface TypedAmount {
  readonly number: NumberInText;
  readonly words: readonly string[];
}

const MULTIPLIERS: Readonly<Record<string, number>> = {
  k: 1e3,
  tsd: 1e3,
  thousand: 1e3,
  m: 1e6,
  mm: 1e6,
  mn: 1e6,
  mio: 1e6,
  million: 1e6,
  millions: 1e6,
  b: 1e9,
  bn: 1e9,
  mrd: 1e9,
  billion: 1e9,
  billions: 1e9,
};

const NONE: NumberInText = { kind: "none" };
const CURRENCY = /(?:US|CA|AU|A|C|R|HK|S)?\p{Sc}|\b(?:USD|EUR|GBP|CHF|JPY|CAD|AUD|INR|SEK|NOK|DKK|PLN|CZK|CNY|BRL|MXN)\b|\bFr\./giu;
/** Significant digits: a product such as 3.8 x 0.01 has noise after them. */
const PRECISION = 15;

/** Groups of digits as they must be between separators of thousands: a 0 begins no number that needs one, 0.125 is none of thousands. */
const THREES = /^[1-9]\d{0,2}(?: \d{3})+$/;
const TWOS = /^[1-9]\d?(?: \d{2})* \d{3}$/;

/** Whole digits without their separators; undefined where these do not part thousands, or are of two kinds. */
function ungrouped(whole: string, decimal: string, inTwos: boolean): string | undefined {
  const separators = new Set(whole.replace(/\d/g, ""));
  if (separators.size === 0) return whole;
  if (separators.size > 1 || separators.has(decimal)) return undefined;
  const spaced = whole.replace(/\D/g, " ");
  return THREES.test(spaced) || (inTwos && TWOS.test(spaced)) ? whole.replace(/\D/g, "") : undefined;
}

/** Digits with one sign taken as the decimal separator, and another one as that of thousands; none where they cannot be. */
function read(digits: string, decimal: "." | ",", style: NumberStyle | undefined): readonly number[] {
  const [whole = "", fraction = "", ...more] = digits.split(decimal);
  const integer = ungrouped(whole, decimal, style?.groupsInTwos ?? false);
  if (more.length > 0 || integer === undefined || !/^\d*$/.test(fraction) || integer + fraction === "") return [];
  return [Number(`${integer}.${fraction}0`)];
}

/** The numbers that a sign, digits and an exponent mean with a sign taken as the decimal separator: one or none. */
function meant([sign, digits, exponent]: readonly [string, string, string], decimal: "." | ",", style?: NumberStyle): readonly number[] {
  const minus = sign === "" || sign === "+" ? "" : "-";
  return read(digits, decimal, style).map((value) => Number(`${minus}${String(value)}${exponent}`));
}

/**
 * A number without unit as it is written in a style or, where that cannot be mistaken, in another: 3.8 and 0.125 are decimals in German too. One point or
 * comma before three digits is what the style says; it is ambiguous without a style, or in one that has it neither for decimals nor for thousands.
 */
export function typedNumber(text: string, style?: NumberStyle): NumberInText {
  const match = /^([+\-\u2212]?) ?([\d., ']+?)(e[+-]?\d+)?$/i.exec(visibleText(text).replace(/’/g, "'"));
  if (!match) return NONE;
  const [, sign = "", digits = "", exponent = ""] = match;
  const parts = [sign, digits, exponent] as const;
  const meanings = [...new Set([...meant(parts, ".", style), ...meant(parts, ",", style)])];
  const [value, other] = meanings;
  if (value === undefined) return NONE;
  if (other === undefined) return { kind: "number", value };
  const isOfStyle = style !== undefined && [style.decimal, style.group].includes(digits.replace(/\d/g, ""));
  const [own] = isOfStyle ? meant(parts, commaOrPoint(style), style) : [];
  return own === undefined ? { kind: "ambiguous", meanings } : { kind: "number", value: own };
}

const commaOrPoint = ({ decimal }: NumberStyle): "." | "," => (decimal === "," ? "," : ".");

const scaled = (number: NumberInText, factor: number): NumberInText => {
  const times = (value: number): number => Number((value * factor).toPrecision(PRECISION));
  if (number.kind === "number") return { kind: "number", value: times(number.value) };
  return number.kind === "none" ? number : { kind: "ambiguous", meanings: number.meanings.map(times) };
};

const COMMA_THOUSANDS = /[$£¥₹]|USD|GBP|JPY|CAD|AUD|INR|\(/i;
const POINT_THOUSANDS = /€|EUR|DKK|BRL/i;

/** An amount of money has no three decimals: where no language decides, with the sign of a country that parts thousands so, or in the brackets of an account, it is whole. */
function wholeMoney(number: NumberInText, text: string, style: NumberStyle | undefined): NumberInText {
  if (number.kind !== "ambiguous" || style !== undefined) return number;
  const isWhole = (text.includes(",") ? COMMA_THOUSANDS : POINT_THOUSANDS).test(text);
  const [value = 0] = [...number.meanings].sort((one, other) => Math.abs(other) - Math.abs(one));
  return isWhole ? { kind: "number", value } : number;
}

/** A number with a currency before or behind it, in the brackets or with the minus behind of an account, and what words follow it. */
export function typedAmount(text: string, style?: NumberStyle): TypedAmount {
  const bare = visibleText(visibleText(text).replace(CURRENCY, " "));
  const account = /^\(([^()]*)\) ?(%?)$/.exec(bare) ?? /^([\d][^-\u2212]*\d)[-\u2212] ?(%?)$/.exec(bare);
  const unsigned = account ? `${account[1] ?? ""} ${account[2] ?? ""}` : bare;
  const match = /^([+\-\u2212]?[\d.,\s'’]*\d[.,]?(?:e[+-]?\d+)?)\s*(.*)$/iu.exec(unsigned.trim());
  if (!match) return { number: NONE, words: [] };
  const number = wholeMoney(typedNumber(match[1] ?? "", style), text, style);
  return { number: account ? scaled(number, -1) : number, words: (match[2] ?? "").split(" ").filter((word) => word !== "") };
}

/** The factor of words behind a number by those that a unit has, and by thousands and millions; undefined when one of them means nothing here. */
export function factorOfWords(
  words: readonly string[],
  factorOfUnit: (word: string) => number | undefined = () => undefined,
): number | undefined {
  let factor = 1;
  for (const word of words) {
    const next = factorOfUnit(word) ?? MULTIPLIERS[word.toLowerCase().replace(/\.$/, "")];
    if (next === undefined) return undefined;
    factor *= next;
  }
  return factor;
}

/** What a text means as a number without a unit: an amount, in thousands or millions, or a percentage. */
export function numberInText(text: string, style?: NumberStyle): NumberInText {
  const { number, words } = typedAmount(text, style);
  const factor = words.length === 1 && words[0] === "%" ? 0.01 : factorOfWords(words);
  return factor === undefined ? NONE : scaled(number, factor);
}
