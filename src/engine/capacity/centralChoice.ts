import type { ServerShape } from "../reference";
import type { Assumptions, License } from "../resolved";
import { isAboveAll, nearestRefusal, serverNeed, shapeFits, SLACK } from "./centralLadder";
import type { CentralLadder } from "./centralLadder";
import type { PriceIndices } from "./indices";
import { netPriceOf } from "./ladder";
import { licensesMonthlyCost } from "./licenses";
import { DIMENSIONS, needRules } from "./need";
import type { NeedRules, Workload } from "./need";
import type { Infeasibility } from "./plan";
import { serverCounts, shardFactors } from "./sharding";
import type { ShardFactors } from "./sharding";
import { MOST_SHARDS } from "./shards";

export const NO_SHAPE = -1;

/** What a choice of shape and shard count depends on. Months count from 1. */
export interface ChoiceContext {
  readonly a: Assumptions;
  readonly indices: PriceIndices;
  readonly licenses: readonly License[];
  readonly workload: Workload;
  readonly months: number;
  readonly owned: boolean;
  readonly ladder: CentralLadder;
  readonly rules: NeedRules;
  /** Need of the busiest server, by dimension, as last loaded. */
  readonly need: Float64Array;
  readonly loaded: LoadedNeed;
  readonly found: FoundShape;
}

/**
 * Where in the order the last shape was found that was cheapest for a month, and what a month has to need so that every cheaper one is too small: more
 * memory than any that lacks memory has, and more cores than any other that lacks cores.
 */
interface FoundShape {
  order: readonly number[];
  place: number;
  memoryAbove: number;
  coresAbove: number;
}

/** For what the need was last loaded. */
export interface LoadedNeed {
  shards: number;
  month: number;
  window: number;
  factors: ShardFactors;
}

/** What the choices of a plan depend on. */
export function startChoice(
  a: Assumptions,
  workload: Workload,
  ladder: CentralLadder,
  licenses: readonly License[],
  indices: PriceIndices,
  months = workload.peakTps.length,
): ChoiceContext {
  return {
    a,
    indices,
    licenses,
    workload,
    months,
    owned: a["vertical.hosting"] === "owned",
    ladder,
    rules: needRules(a),
    need: new Float64Array(DIMENSIONS.length),
    loaded: { shards: 0, month: 0, window: 0, factors: shardFactors(a, 1) },
    found: { order: [], place: 0, memoryAbove: Infinity, coresAbove: Infinity },
  };
}

/** Fills the need of the busiest server over a window of months from one; nothing to do when it was the last one loaded. */
export function loadNeed(c: ChoiceContext, shards: number, month: number, window: number): void {
  const { loaded } = c;
  if (loaded.shards === shards && loaded.month === month && loaded.window === window) return;
  loaded.shards = shards;
  loaded.month = month;
  loaded.window = window;
  if (loaded.factors.shards !== shards) loaded.factors = shardFactors(c.a, shards);
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
  if (c.ladder.longestWindow === 1) return cheapestForMonth(c, month, shards);
  for (const shape of c.ladder.orderFor(shards)) {
    const window = c.ladder.windowOf(shape);
    loadNeed(c, shards, month, window);
    if (shapeFits(c.ladder, shape, c.need)) return shape;
  }
  return cheapestForWindow(c, month, shards, 1);
}

/** The cheapest shape for a month alone: while the need grows it is the one of the month before or a dearer one, which is told by comparing. */
function cheapestForMonth(c: ChoiceContext, month: number, shards: number): number {
  const { found, need, ladder } = c;
  const order = ladder.orderFor(shards);
  loadNeed(c, shards, month, 1);
  if (order !== found.order || !(need[1] > found.memoryAbove && need[0] > found.coresAbove)) {
    found.order = order;
    found.place = 0;
    found.memoryAbove = -1;
    found.coresAbove = -1;
  }
  for (; found.place < order.length; found.place++) {
    const shape = order[found.place];
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

function cheapestForWindow(c: ChoiceContext, month: number, shards: number, window: number): number {
  loadNeed(c, shards, month, window);
  for (const shape of c.ladder.orderFor(shards)) if (shapeFits(c.ladder, shape, c.need)) return shape;
  return NO_SHAPE;
}

/** Whether any allowed shape fits every month of a window, whatever it costs: the order by cost would be sorted anew for each shard count. */
function hasShape(c: ChoiceContext, month: number, shards: number, window: number): boolean {
  const { shapes, excess } = c.ladder;
  loadNeed(c, shards, month, window);
  if (isAboveAll(c.ladder, c.need)) return false;
  // Lists mostly rise: the last ones are the largest.
  for (let s = shapes.length - 1; s >= 0; s--) if (!excess[s] && shapeFits(c.ladder, s, c.need)) return true;
  return false;
}

/** The smallest shard count above the present one with a shape for every month of the runway, or else for the month; above MOST_SHARDS when there is none. */
export function fewestShards(c: ChoiceContext, present: number, month: number): number {
  for (const window of [c.a["shard.runway_months"], 1]) {
    for (let shards = present + 1; shards <= MOST_SHARDS; shards++) {
      if (hasShape(c, month, shards, window)) return shards;
    }
  }
  return MOST_SHARDS + 1;
}

/** Why no shard count serves a month. */
export function centralInfeasibility(c: ChoiceContext, month: number): Infeasibility {
  loadNeed(c, MOST_SHARDS, month, 1);
  return { part: "vertical", month, ...nearestRefusal(c.ladder, c.need) };
}

/** Whether a shape has more cores or memory than another. */
export function isLarger(shape: ServerShape, present: ServerShape): boolean {
  return shape.cores > present.cores || shape.memoryGib > present.memoryGib;
}

/** The servers in service when a choice is made; `kept` of them are owned and not worn out. */
export interface PresentServers {
  readonly shape: number;
  readonly shards: number;
  readonly kept: number;
}

/**
 * The shard count at which the present shape lasts the runway, when that costs less to the horizon (compute or purchase, licences and projects)
 * than the larger shape; undefined when it does not.
 */
export function cheaperShardCount(c: ChoiceContext, present: PresentServers, month: number, larger: number): number | undefined {
  const runway = c.a["shard.runway_months"];
  let shards = present.shards + 1;
  while (shards <= MOST_SHARDS && !fitsWindow(c, present.shape, shards, month, runway)) shards++;
  if (shards > MOST_SHARDS) return undefined;
  const project = c.a["shard.project_cost"] + c.a["shard.cost_per_tb"] * c.workload.tb[month - 1];
  const index = c.indices.inflation[month - 1];
  const stay = costToHorizon(c, larger, present.shards, month, 0) + c.a["upgrade.cost"] * index;
  const split = costToHorizon(c, present.shape, shards, month, present.kept) + project * index;
  return split < stay ? shards : undefined;
}

/** Compute or purchase, and licences, of a shape and shard count from a month to the end of the plan; owned servers already there are not bought again. */
function costToHorizon(c: ChoiceContext, shape: number, shards: number, month: number, ownedServers: number): number {
  const { active, passive, total } = serverCounts(c.a, shards);
  const chosen = c.ladder.shapes[shape];
  const licenses = licensesMonthlyCost(c.licenses, chosen, { active, passive, virtual: !c.owned }, c.months);
  const index = c.owned ? c.indices.hardware : c.indices.cloud;
  let cost = c.owned ? netPriceOf(chosen, c.a) * Math.max(0, total - ownedServers) * index[month - 1] : 0;
  for (let m = month - 1; m < c.months; m++) cost += licenses * c.indices.licenses[m] + c.ladder.table.rent[shape] * total * index[m];
  return cost;
}
