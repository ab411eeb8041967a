/** What the numbers that functions take may be, where more than one function takes them. Bounds of assumptions come from the catalogue. */

import { integer, number, optional } from "../engine/catalogue/assumption";
import type { Assumption } from "../engine/catalogue/assumption";
import { CATALOGUE } from "../engine/catalogue/assumptions";
import type { NumberRule } from "./cells";

const LARGEST = 1e15;
const SMALLEST = 1e-9;
const MOST_PERIODS = 1200;

/** The same rule for an argument that has to be stated. */
export function required(rule: Assumption<unknown>): NumberRule {
  return { ...(rule as NumberRule), default: undefined };
}

/** The same rule with another default, where the function's differs from the catalogue's. */
export function withDefault(rule: Assumption<unknown>, initial: number): NumberRule {
  return { ...(rule as NumberRule), default: initial };
}

/** Any number. */
export const AMOUNT = optional("number", "Amount", "", -LARGEST, LARGEST);
/** A number that is not negative. */
export const QUANTITY = optional("number", "Quantity", "", 0, LARGEST);
/** A number above 0. */
export const POSITIVE = optional("number", "Quantity", "", SMALLEST, LARGEST);
/** How many periods a series has. */
export const PERIODS = integer("Periods", "periods", 5, 1, MOST_PERIODS);
/** Growth per period: up to the usual, because a cell has no place for the warning that a scenario gets above it. */
const USUAL_GROWTH = { ...CATALOGUE["demand.growth"], max: CATALOGUE["demand.growth"].usualMax ?? LARGEST };
export const GROWTH_RATE = required(USUAL_GROWTH);
/** Change per period that is 0 unless stated. */
export const CHANGE_RATE = withDefault(USUAL_GROWTH, 0);
export const CONTENTION = withDefault(CATALOGUE["horizontal.contention"], 0);
export const COHERENCY = withDefault(CATALOGUE["horizontal.coherency"], 0);

/** The share of capacity that may be used. */
export function utilizationRule(initial: number): NumberRule {
  return withDefault(CATALOGUE["capacity.target_utilization"], initial);
}

/** A share 0..1 with a default. */
export function share(initial: number): NumberRule {
  return number("Share", "share", initial, 0, 1);
}
