import type { ServerShape } from "../catalogue/reference";
import type { Assumptions } from "../catalogue/resolved";
import { TOLERANCE } from "../units";
import { NO_SHAPE } from "./centralContext";
import type { ChoiceContext, FoundShape } from "./centralContext";
import { isAboveAll, nearestRefusal, serverNeed, shapeFits, SLACK } from "./centralLadder";
import type { CentralLadder } from "./centralLadder";
import { rentFactor, shapeCost } from "./centralPrice";
import type { CapacityEvent, Infeasibility } from "./plan";
import { shardFactors } from "../capacity/sharding";
import { MOST_SHARDS } from "../capacity/shards";

/** Fills the need of the busiest server over a window of months from one; nothing to do when it was the last one loaded. */
export function loadNeed(c: ChoiceContext, shards: number, month: number, window: number): void {
  const { loaded } = c;
  if (loaded.shards === shards && loaded.month === month && loaded.window === window) return;
  loaded.shards = shards;
  loaded.month = month;
  loaded.window = window;
  if (loaded.factors.shards !== shards) loaded.factors = shardFactors(c.setting.a, shards);
  let peak = c.workload.peakTps[month - 1];
  let tb = c.workload.tb[month - 1];
  const last = Math.min(month + window - 1, c.months);
  for (let m = month; m < last; m++) {
    peak = Math.max(peak, c.workload.peakTps[m]);
    tb = Math.max(tb, c.workload.tb[m]);
  }
  serverNeed(c.rules, loaded.factors, peak, tb, c.need);
}

/** Whether a shape fits every month of a window at a shard count. */
export function fitsWindow(c: ChoiceContext, shape: number, shards: number, month: number, window: number): boolean {
  loadNeed(c, shards, month, window);
  return shapeFits(c.ladder, shape, c.need);
}

/** The cheapest shape that fits the window that its stay demands; if none does, the cheapest that fits the month; or NO_SHAPE. */
export function cheapestShape(c: ChoiceContext, month: number, shards: number): number {
  const { longestWindow, windowOf } = c.ladder;
  if (longestWindow === 1) return cheapestForWindow(c, month, shards, 1);
  const lasting = cheapestAmong(c, month, shards, (shape) => fitsWindow(c, shape, shards, month, windowOf(shape)));
  return lasting === NO_SHAPE ? cheapestForWindow(c, month, shards, 1) : lasting;
}

/** The cheapest shape that fits every month of a window; or NO_SHAPE. */
export function cheapestForWindow(c: ChoiceContext, month: number, shards: number, window: number): number {
  loadNeed(c, shards, month, window);
  if (window === 1 && isByRent(c)) return lowestRent(c);
  return cheapestAmong(c, month, shards, (shape) => shapeFits(c.ladder, shape, c.need));
}

/** Whether shapes differ in their rent alone. */
const isByRent = ({ owned, licenses }: ChoiceContext): boolean => !owned && licenses.products.length === 0;

/** The last month of those over which prices are compared: the longest window of the list, within the service. */
export const lastCompared = ({ ladder, months }: ChoiceContext, month: number): number =>
  Math.min(month + ladder.longestWindow - 1, months);

/** Of the shapes that fit, the one that costs least in the months that are compared; ties, within rounding, by list order. */
function cheapestAmong(c: ChoiceContext, month: number, shards: number, fits: (shape: number) => boolean): number {
  const { byRent, shapes, excess, table } = c.ladder;
  if (isByRent(c)) return byRent.find(fits) ?? NO_SHAPE;
  const last = lastCompared(c, month);
  const factor = rentFactor(c, shards, month, last);
  let least = Infinity;
  let cheapest = NO_SHAPE;
  for (let shape = 0; shape < shapes.length; shape++) {
    // The rent alone of most shapes is above the lowest cost.
    if (excess[shape] || table.rent[shape] * factor > least || !fits(shape)) continue;
    const cost = shapeCost(c, shape, shards, month, last);
    if (cheapest !== NO_SHAPE && cost + TOLERANCE * Math.abs(least) >= least) continue;
    least = cost;
    cheapest = shape;
  }
  return cheapest;
}

/** The shape of the lowest rent for the need as loaded: while it grows it is the one of the month before or a later one, which is told by comparing. */
function lowestRent({ found, need, ladder }: ChoiceContext): number {
  const { byRent } = ladder;
  if (!(need[1] > found.memoryAbove && need[0] > found.coresAbove)) {
    found.place = 0;
    found.memoryAbove = -1;
    found.coresAbove = -1;
  }
  for (; found.place < byRent.length; found.place++) {
    const shape = byRent[found.place];
    if (shapeFits(ladder, shape, need)) return shape;
    noteTooSmall(found, ladder, shape, need);
  }
  return NO_SHAPE;
}

function noteTooSmall(found: FoundShape, { table, effectiveCores }: CentralLadder, shape: number, need: Float64Array): void {
  const memoryGib = table.memoryGib[shape] * SLACK;
  const cores = effectiveCores[shape] * SLACK;
  if (need[1] > memoryGib) found.memoryAbove = Math.max(found.memoryAbove, memoryGib);
  else if (need[0] > cores) found.coresAbove = Math.max(found.coresAbove, cores);
  else found.memoryAbove = Infinity;
}

/** Whether any allowed shape fits every month of a window, whatever it costs: the order by cost would be sorted again for each shard count. */
export function hasShape(c: ChoiceContext, month: number, shards: number, window: number): boolean {
  const { shapes, excess } = c.ladder;
  loadNeed(c, shards, month, window);
  if (isAboveAll(c.ladder, c.need)) return false;
  // Lists mostly rise: the last ones are the largest.
  for (let s = shapes.length - 1; s >= 0; s--) if (!excess[s] && shapeFits(c.ladder, s, c.need)) return true;
  return false;
}

/** The smallest shard count above the present one with a shape for every month of the runway, or else for the month; above MOST_SHARDS when there is none. */
export function fewestShards(c: ChoiceContext, present: number, month: number): number {
  const { a } = c.setting;
  for (const window of [a["shard.runway_months"], 1]) {
    const shards = smallestCount(a, present + 1, (count) => hasShape(c, month, count, window));
    if (shards <= MOST_SHARDS) return shards;
  }
  return MOST_SHARDS + 1;
}

/**
 * The smallest shard count from one on (two or more) that fits; above MOST_SHARDS when none does. Load and data of the busiest server fall as shards are
 * added, so every count above one that fits does too, and it is found by halves. Where a read of all shards costs more on each of them than on one, the
 * load may rise, and every count is tried.
 */
export function smallestCount(a: Assumptions, first: number, fits: (count: number) => boolean): number {
  let [tooFew, enough] = [first - 1, MOST_SHARDS];
  if (a["shard.read_overhead"] > 1) {
    for (let count = first; count <= MOST_SHARDS; count++) if (fits(count)) return count;
    return MOST_SHARDS + 1;
  }
  if (first > MOST_SHARDS || !fits(MOST_SHARDS)) return MOST_SHARDS + 1;
  // Most counts are near the first: the steps from it double until one fits.
  for (let step = 1; tooFew + step < enough; step *= 2) {
    if (fits(tooFew + step)) enough = tooFew + step;
    else tooFew += step;
  }
  while (enough - tooFew > 1) {
    const middle = (tooFew + enough) >> 1;
    if (fits(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}

/** Why no shard count serves a month, with the changes of capacity before it. */
export function centralInfeasibility(c: ChoiceContext, month: number, events: readonly CapacityEvent[]): Infeasibility {
  loadNeed(c, MOST_SHARDS, month, 1);
  return { part: "vertical", month, ...nearestRefusal(c.ladder, c.need), events };
}

type ServerSize = Pick<ServerShape, "cores" | "memoryGib">;

/** Whether a shape has more cores or memory than another. */
export function isLarger(shape: ServerSize, present: ServerSize): boolean {
  return shape.cores > present.cores || shape.memoryGib > present.memoryGib;
}
