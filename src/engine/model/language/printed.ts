/** Parts of printed formulas, and what operators make of them: what only decides which part of a formula holds is left out. */
import type { BinarySign } from "../../demand/expressionTree";
import { PREFIX, STRENGTH } from "../../demand/expressionTree";

/** A part of a formula as it is printed: how strongly it holds together, and its value where it only decides which part holds. */
export interface Printed {
  readonly text: string;
  readonly strength: number;
  readonly deciding?: number;
  /** Of a number that the formula states. */
  readonly stated?: number;
}

export const ATOM = 12;
export const CHOICE = 1;

/** A text that holds together by itself. */
export const atom = (text: string): Printed => ({ text, strength: ATOM });
/** A number that only decides which part of a formula holds. */
export const decided = (value: number): Printed => ({ text: String(value), strength: value < 0 ? PREFIX : ATOM, deciding: value });

/** The text of a part inside of what holds together so strongly: in brackets where that is needed. */
export const within = ({ text, strength }: Printed, least: number): string => (strength < least ? `(${text})` : text);

/** An operator; what multiplies by 1, and what adds 0, is left out where it only decides which part holds. */
export function operatorText(sign: BinarySign, left: Printed, right: Printed): Printed {
  const only = bothDecided(sign, left, right) ?? ALONE[sign]?.(left, right);
  if (only) return only;
  const strength = STRENGTH[sign];
  const isFree = sign === "+" || sign === "*";
  return { text: `${within(left, strength)} ${sign === "=" ? "==" : sign} ${within(right, isFree ? strength : strength + 1)}`, strength };
}

/** What two sides give that both only decide which part of a formula holds, or of which one does that is compared with a number. */
function bothDecided(sign: BinarySign, left: Printed, right: Printed): Printed | undefined {
  const isCompared = STRENGTH[sign] === STRENGTH["="] && (left.deciding ?? right.deciding) !== undefined;
  const [x, y] = [left, right].map(({ deciding, stated }) => deciding ?? (isCompared ? stated : undefined));
  return x === undefined || y === undefined ? undefined : decided(joined(sign, x, y));
}

type Alone = (left: Printed, right: Printed) => Printed | undefined;

const withoutFactor: Alone = (left, right) => factorAlone(left, right) ?? factorAlone(right, left);
const without0 = (part: Printed, other: Printed): Printed | undefined => (part.deciding === 0 ? other : undefined);

/** Whether a month is compared with the first one, before which there is none. */
const isBeforeFirst = (left: Printed, { deciding = Infinity }: Printed): boolean => left.text === "month" && deciding <= 1;

/** What is left where one side only decides whether the other holds. */
const ALONE: Readonly<Partial<Record<BinarySign, Alone>>> = {
  "*": withoutFactor,
  "/": (_, right) => (right.deciding === Infinity ? decided(0) : undefined),
  "<": (left, right) => (isBeforeFirst(left, right) ? decided(0) : undefined),
  ">=": (left, right) => (isBeforeFirst(left, right) ? decided(1) : undefined),
  "+": (left, right) => without0(left, right) ?? without0(right, left),
  "-": (left, right) => without0(right, left),
  and: withoutFactor,
  or: (left, right) => wayAlone(left, right) ?? wayAlone(right, left),
};

/** What is left of a product with a factor that is 0 or 1, and of two conditions that both have to hold. */
function factorAlone(factor: Printed, other: Printed): Printed | undefined {
  if (factor.deciding === 0) return factor;
  return factor.deciding === 1 ? other : undefined;
}

/** What is left of one condition or another when one is decided. */
function wayAlone(way: Printed, other: Printed): Printed | undefined {
  if (way.deciding === undefined) return undefined;
  return way.deciding === 0 ? other : decided(1);
}

/** What two numbers that decide give together. */
function joined(sign: BinarySign, x: number, y: number): number {
  const results: Readonly<Record<string, number | boolean>> = {
    "+": x + y,
    "-": x - y,
    "*": x * y,
    "/": x / y,
    "=": x === y,
    "<>": x !== y,
    ">": x > y,
    "<": x < y,
    ">=": x >= y,
    "<=": x <= y,
    and: x !== 0 && y !== 0,
    or: x !== 0 || y !== 0,
  };
  return Number(results[sign]);
}
