import { CATALOGUE } from "../../src/engine/catalogue/assumptions";
import type { Assumption } from "../../src/engine/catalogue/assumption";
import type { Architecture } from "../../src/engine/plan/setting";
import { metricNamed } from "../../src/engine/finance/metrics";
import { projectionOf } from "../engine/projected";
import type { Given } from "../engine/projected";

/** Total cost over the plan; infinite where no plan carries the demand. */
export function totalCost(given: Given, architecture: Architecture): number {
  const projection = projectionOf(given, architecture);
  return projection.feasible ? metricNamed("tco")!.of(projection)! : Infinity;
}

/** How much dearer (above 0) or cheaper the distributed system is, as a logarithm, at a size. */
function advantage(given: Given, volume: number): number {
  const sized = { ...given, "demand.volume": volume };
  const vertical = totalCost(sized, "vertical");
  return vertical === Infinity ? -Infinity : Math.log(totalCost(sized, "horizontal") / vertical);
}

export const SMALLEST = 1000;
export const LARGEST = 4_000_000;
const STEP = 1.1;

/** Sizes of the plain scan, ten per cent apart, from the largest down. */
const SIZES = Array.from({ length: Math.ceil(Math.log(LARGEST / SMALLEST) / Math.log(STEP)) + 1 }, (_, index) => LARGEST / STEP ** index);

/**
 * The size from which the distributed system is the cheaper one for good (up to the largest size scanned), interpolated between two sizes of the scan; the
 * smallest size when it always is, infinity when it is not at the largest.
 */
export function crossingSize(given: Given): number {
  let above = advantage(given, SIZES[0]);
  if (above >= 0) return Infinity;
  for (const size of SIZES.slice(1)) {
    const below = advantage(given, size);
    if (below >= 0) return size * STEP ** (above === -Infinity ? 1 : below / (below - above));
    above = below;
  }
  return SMALLEST;
}

/** Sizes of the scan between which the cheaper system changes, from the largest down. */
export function allCrossings(given: Given): readonly number[] {
  const signs = SIZES.map((size) => advantage(given, size) < 0);
  return SIZES.filter((_, index) => index > 0 && signs[index] !== signs[index - 1]);
}

/** An assumption moved down and up from its default, within its bounds. */
export interface Move {
  readonly key: string;
  readonly values: readonly number[];
}

const FIFTH = 0.2;
const FIVE_POINTS = 0.05;

/**
 * How far an assumption is moved: a fifth of its default; a share by a fifth of what it is away from 0 or 1, whichever is nearer; a yearly rate of 0 by five
 * points; a whole number by at least one.
 */
function reachOf({ default: initial, max, kind, unit }: Assumption<unknown>): number {
  const value = Number(initial);
  if (value === 0) return unit === "share/year" ? FIVE_POINTS : 0;
  const distance = unit === "share" && max === 1 ? Math.min(value, 1 - value) : Math.abs(value);
  return kind === "integer" ? Math.max(1, Math.round(FIFTH * distance)) : FIFTH * distance;
}

function movesOf(key: string, assumption: Assumption<unknown>): Move | undefined {
  const { default: initial, min = -Infinity, max = Infinity } = assumption;
  if (typeof initial !== "number") return undefined;
  const reach = reachOf(assumption);
  const values = [initial - reach, initial + reach]
    .map((value) => Math.min(max, Math.max(min, value)))
    .filter((value) => value !== initial);
  return values.length > 0 ? { key, values } : undefined;
}

const THE_SIZE = "demand.volume";

/** Every number of the catalogue that has a default and can be moved, but the size itself. */
export const MOVES: readonly Move[] = Object.entries(CATALOGUE as Readonly<Record<string, Assumption<unknown>>>).flatMap(
  ([key, assumption]) => {
    const move = key.includes("*") || key === THE_SIZE ? undefined : movesOf(key, assumption);
    return move ? [move] : [];
  },
);

/** How far a move takes the crossing, as the larger of its two factors: 2 means twice or half the size. */
export function factorOf(base: number, sizes: readonly number[]): number {
  return Math.max(...sizes.map((size) => Math.max(size / base, base / size)));
}
