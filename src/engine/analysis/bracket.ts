import { ModelError } from "../errors";
import { valueInFull } from "../words";
import type { NumericKey } from "./varied";

/** Ends between which a key is looked at. */
export interface Bracket {
  readonly low: number;
  readonly high: number;
}

/** Values that are looked at, before what lies between two of them is. */
const POINTS = 64;
/** A key whose ends are farther apart than this (as a factor) is looked at in equal factors, not in equal steps. */
const WIDE = 100;
/** Where a key of 0 with no near bound is looked at. */
const SMALLEST = 1;
const LARGEST = 1e9;

/**
 * The bracket of a key: the ends stated, else the catalogue's bounds; where those are far apart, from a hundredth of the scenario's number to a
 * hundred times it.
 * @throws {ModelError} for ends that are equal, in the wrong order, or outside the catalogue's bounds.
 */
export function bracketOf(key: NumericKey, low?: number, high?: number): Bracket {
  const found = { low: low ?? defaultLow(key), high: high ?? defaultHigh(key) };
  const full = (end: number): string => valueInFull(end, key.assumption.unit);
  for (const [name, end] of Object.entries(found)) {
    if (end >= key.min && end <= key.max) continue;
    throw new ModelError("out-of-range", name, `${name} is ${full(end)}. Enter ${full(key.min)} to ${full(key.max)} for ${key.key}.`);
  }
  if (found.low < found.high) return found;
  throw new ModelError("conflict", "low", `low is ${full(found.low)} and high is ${full(found.high)}. Enter a low below high.`);
}

/** The highest value that is looked at unless another is stated: rare values only where the scenario's own number is one. */
function highest({ base, max, assumption: { usualMax = max } }: NumericKey): number {
  return base > usualMax ? max : usualMax;
}

const isWide = (key: NumericKey): boolean => highest(key) > WIDE * Math.abs(key.base);

function defaultLow(key: NumericKey): number {
  return isWide(key) && key.base > 0 ? Math.max(key.min, ended(key, key.base / WIDE)) : Math.max(key.min, -LARGEST);
}

function defaultHigh(key: NumericKey): number {
  return Math.min(highest(key), isWide(key) && key.base > 0 ? ended(key, key.base * WIDE) : LARGEST);
}

const ended = ({ whole }: NumericKey, end: number): number => (whole ? Math.round(end) : end);

/** The values of a bracket that are looked at, rising, its ends and the scenario's own number among them. */
export function scanPoints(key: NumericKey, { low, high }: Bracket): readonly number[] {
  const first = key.whole ? Math.ceil(low) : low;
  const last = key.whole ? Math.floor(high) : high;
  const inside = Array.from({ length: POINTS + 1 }, (_, index) => between(first, last, index / POINTS));
  const points = [first, ...inside.map((point) => (key.whole ? Math.round(point) : point)), last];
  if (key.base > first && key.base < last) points.push(key.base);
  return [...new Set(points)].filter((point) => point >= first && point <= last).sort((one, other) => one - other);
}

/** A share of the way between two ends: by equal factors where they are far apart, else by equal steps. */
function between(low: number, high: number, share: number): number {
  const start = low === 0 ? Math.min(SMALLEST, high / WIDE) : low;
  if (start > 0 && high > WIDE * start) return start * Math.pow(high / start, share);
  return low + (high - low) * share;
}
