/** Numbers as people write them: in their own language, or in another's where that cannot be mistaken. Pure. */

import type { NumberInText } from "../workbook/typedNumber";

interface Separators {
  readonly decimal: string;
  readonly group: string;
}

/** The separators of numbers in a language. */
export function separatorsOf(locale: string): Separators {
  const parts = new Intl.NumberFormat(locale).formatToParts(12345.6);
  const find = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return { decimal: find("decimal") || ".", group: find("group") };
}

/** Whether a language parts digits in twos before the last three, as in 12,34,567. */
function groupsInTwos(locale: string): boolean {
  const groups = new Intl.NumberFormat(locale).formatToParts(1_000_000).filter(({ type }) => type === "integer");
  return groups.at(-2)?.value.length === 2;
}

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

/** Digits with one sign taken as the decimal separator, and another one as that of thousands; undefined where they cannot be. */
function read(digits: string, decimal: "." | ",", inTwos: boolean): number | undefined {
  const [whole = "", fraction = "", ...more] = digits.split(decimal);
  const integer = ungrouped(whole, decimal, inTwos);
  if (more.length > 0 || integer === undefined || !/^\d*$/.test(fraction) || integer + fraction === "") return undefined;
  return Number(`${integer}.${fraction}0`);
}

/**
 * A number without unit as it is written in a language or, where that cannot be mistaken, in another: 3.8 and 0.125 are decimals in German too. One point or
 * comma before three digits is what the language says, and ambiguous in a language that has it neither for decimals nor for thousands.
 */
export function typedNumber(text: string, locale: string): NumberInText {
  const plain = text
    .trim()
    .replace(/[\s\u00a0\u202f]/g, " ")
    .replace(/’/g, "'");
  const match = /^([+\-\u2212]?) ?([\d., ']+?)(e[+-]?\d+)?$/i.exec(plain);
  if (!match) return { kind: "none" };
  const [, sign = "", digits = "", exponent = ""] = match;
  const inTwos = groupsInTwos(locale);
  const meant = (decimal: "." | ",") => {
    const value = read(digits, decimal, inTwos);
    return value === undefined ? [] : [Number(`${sign === "" || sign === "+" ? "" : "-"}${String(value)}${exponent}`)];
  };
  const meanings = [...new Set([...meant("."), ...meant(",")])];
  const { decimal, group } = separatorsOf(locale);
  if (meanings.length < 2) return meanings[0] === undefined ? { kind: "none" } : { kind: "number", value: meanings[0] };
  const separator = digits.replace(/\d/g, "");
  const [own] = meant(decimal === "," ? "," : ".");
  return own !== undefined && [decimal, group].includes(separator) ? { kind: "number", value: own } : { kind: "ambiguous", meanings };
}
