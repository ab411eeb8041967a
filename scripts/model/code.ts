/** How parts of formulas are put together as code. */
import { ATOM, likeOf } from "./functionCode";
import type { Code, Level } from "./functionCode";

export const CHOICE = 1;
export const COMPARISON = 5;
export const SUM = 6;
export const PRODUCT = 7;
export const PREFIX = 9;

export const SIGNS: Readonly<Record<string, readonly [sign: string, strength: number]>> = {
  or: ["||", 2],
  and: ["&&", 3],
  "=": ["===", 4],
  "<>": ["!==", 4],
  "<": ["<", COMPARISON],
  "<=": ["<=", COMPARISON],
  ">": [">", COMPARISON],
  ">=": [">=", COMPARISON],
  "+": ["+", SUM],
  "-": ["-", SUM],
  "*": ["*", PRODUCT],
  "/": ["/", PRODUCT],
};

export const within = ({ text, strength }: Code, least: number): string => (strength < least ? `(${text})` : text);
export const asNumber = (code: Code): Code =>
  code.isTruth ? { ...code, text: `${within(code, CHOICE + 1)} ? 1 : 0`, strength: CHOICE, isTruth: false } : code;
export const asTruth = (code: Code): Code =>
  code.isTruth ? code : { ...code, text: `${within(code, COMPARISON)} !== 0`, strength: 4, isTruth: true };
export const atom = (text: string, level: Level): Code => ({ text, strength: ATOM, level });

/** A factor of a product, or what it is divided by. */
export interface Factor {
  readonly code: Code;
  readonly isDivisor: boolean;
}

/** A product of factors: first what multiplies, then what divides. */
export function chain(factors: readonly Factor[], level: Level): Code {
  const sorted = [...factors.filter(({ isDivisor }) => !isDivisor), ...factors.filter(({ isDivisor }) => isDivisor)];
  const [first, ...rest] = sorted;
  const start = first.isDivisor ? `1 / ${within(first.code, PRODUCT + 1)}` : within(first.code, PRODUCT);
  const text = rest.reduce((before, { code, isDivisor }) => `${before} ${isDivisor ? "/" : "*"} ${within(code, PRODUCT + 1)}`, start);
  const strength = sorted.length === 1 && !first.isDivisor ? first.code.strength : PRODUCT;
  return { text, strength, level, like: likeOf(sorted.map(({ code }) => code)) };
}
