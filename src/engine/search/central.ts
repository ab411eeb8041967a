import type { Dimension } from "../errors";
import type { PlanDraft } from "../plan/draft";
import type { License } from "../catalogue/resolved";
import type { SeriesPool } from "../series";
import { centralInfeasibility, cheapestShape, fewestShards, fitsWindow, isLarger, loadNeed } from "./centralChoice";
import { countServers, NO_SHAPE, startChoice } from "./centralContext";
import type { ChoiceContext } from "./centralContext";
import type { Slice } from "./slice";
import { bindingDimension, nearestRefusal, shapeFits } from "./centralLadder";
import type { CentralLadder } from "./centralLadder";
import { splitPrices } from "./centralSplit";
import { holdLicenses } from "./licensePrice";
import { DIMENSIONS } from "../capacity/need";
import type { Workload } from "../capacity/need";
import type { CapacityEvent, CentralPlan, Infeasibility, SplitPrices } from "./plan";
import { purchaseOf } from "./purchase";
import { MOST_SHARDS } from "../capacity/shards";

/** The planning of the central part as it goes through the months. Months count from 1. */
interface Planning {
  /** What choices depend on, with the shape in service. */
  readonly c: ChoiceContext;
  /** What is planned so far. */
  readonly plan: CentralPlan;
  readonly slice: Slice;
  readonly events: CapacityEvent[];
  readonly weighed: SplitPrices[];
  shards: number;
  /** First month in which the present choice has to be made again (cloud). */
  chosenUntil: number;
  mostCores: number;
  mostMemory: number;
}

interface Choice {
  readonly shape: number;
  readonly shards: number;
  /** What made the shard count rise; `none` when it does not. */
  readonly dimension: Dimension;
}

/** The present shape stays. */
const KEEP: Choice = { shape: NO_SHAPE, shards: 0, dimension: "none" };

/**
 * The central part of a system: in each month one primary per shard on the cheapest feasible shape, sharded past the ceiling.
 *
 * A choice is made when the servers no longer fit, have reached the end of their life (owned) or of their stay (cloud); it holds for the
 * window that the hosting demands. An Infeasibility when no shape and shard count up to 1,024 meets the demand of a month. After the last month in service
 * nothing is chosen or bought.
 */
export function planCentral(
  draft: PlanDraft,
  workload: Workload,
  ladder: CentralLadder,
  { licenses, pool, slice }: { readonly licenses: readonly License[]; readonly pool: SeriesPool; readonly slice: Slice },
): Infeasibility | undefined {
  const c = startChoice(draft, workload, ladder, licenses);
  const plan = emptyPlan(c, pool);
  const { events, weighed } = plan;
  const p: Planning = { c, plan, slice, events, weighed, shards: draft.a["shard.today"], chosenUntil: 1, mostCores: 0, mostMemory: 0 };
  draft.central = plan;
  slice.begin();
  for (let month = 1; month <= c.months; month++) {
    if (!prepareMonth(p, month)) return centralInfeasibility(c, month, events);
    recordMonth(p, month);
  }
  leaveService(p);
  return undefined;
}

/** Makes the choice of a month when one is due; false when nothing meets its demand. */
function prepareMonth(p: Planning, month: number): boolean {
  const { c } = p;
  const worn = c.owned && c.batches.some((batch) => batch.endMonth === month);
  if (!worn && !isDue(p, month)) return true;
  const shape = cheapestShape(c, month, p.shards);
  const choice = shape === c.shape && !worn && shape !== NO_SHAPE ? KEEP : chosen(p, month, shape);
  if (!choice) return false;
  if (choice === KEEP) p.chosenUntil = month + c.ladder.table.stay[shape];
  else adopt(p, month, choice, worn);
  return true;
}

/** When the system leaves service before the plan ends its servers are retired; its last month goes on, so that no series breaks off. */
function leaveService({ c: { months, batches, workload }, plan }: Planning): void {
  if (months >= workload.peakTps.length) return;
  for (const batch of batches) batch.endMonth = Math.min(batch.endMonth, months + 1);
  for (const series of [plan.shapeOf, plan.shards, plan.rent]) series.fill(series[months - 1], months);
}

function emptyPlan(
  { ladder, batches }: ChoiceContext,
  pool: SeriesPool,
): CentralPlan & { readonly events: CapacityEvent[]; readonly weighed: SplitPrices[] } {
  return {
    ladder,
    shapes: ladder.shapes,
    effectiveCores: ladder.effectiveCores,
    batches,
    events: [],
    weighed: [],
    shapeOf: pool.room(),
    shards: pool.room(),
    rent: pool.room(),
  };
}

function isDue({ c, shards, chosenUntil }: Planning, month: number): boolean {
  return c.shape === NO_SHAPE || (!c.owned && month >= chosenUntil) || !fitsWindow(c, c.shape, shards, month, 1);
}

/** The choice, given the cheapest shape at the present shard count. */
function chosen(p: Planning, month: number, shape: number): Choice | undefined {
  if (shape === NO_SHAPE) return shardedChoice(p, month);
  return cheaperSplit(p, month, shape) ?? { shape, shards: p.shards, dimension: "none" };
}

/** More shards instead of larger servers, where that is to be weighed and costs less to the end. */
function cheaperSplit(p: Planning, month: number, larger: number): Choice | undefined {
  const { c, shards, weighed } = p;
  const { shapes } = c.ladder;
  if (c.setting.a["shard.when"] !== "cheaper" || c.shape === NO_SHAPE || !isLarger(shapes[larger], shapes[c.shape])) return undefined;
  const prices = splitPrices(c, month, { shape: larger, shards, cost: 0 }, (shape, count) => costToEnd(p, month, shape, count));
  if (!prices) return undefined;
  weighed.push(prices);
  const { split } = prices;
  return split.cost < prices.larger.cost ? { shape: split.shape, shards: split.shards, dimension: "cost" } : undefined;
}

/** What all that follows costs over the plan when a shape and shard count are held from a month to the end. */
function costToEnd({ c: { ladder }, plan, slice }: Planning, month: number, shape: number, shards: number): number {
  plan.shapeOf.fill(shape, month - 1);
  plan.shards.fill(shards, month - 1);
  plan.rent.fill(ladder.table.rent[shape] * ladder.priceFactor, month - 1);
  return slice.cost();
}

/** Whether a shape has more cores or memory than any before. */
function grows({ c, mostCores, mostMemory }: Planning, shape: number): boolean {
  return isLarger(c.ladder.shapes[shape], { cores: mostCores, memoryGib: mostMemory });
}

/** Past the ceiling: the smallest larger shard count, and the shape for it. */
function shardedChoice({ c, shards }: Planning, month: number): Choice | undefined {
  loadNeed(c, shards, month, 1);
  const { dimension } = nearestRefusal(c.ladder, c.need);
  const more = fewestShards(c, shards, month);
  return more > MOST_SHARDS ? undefined : { shape: cheapestShape(c, month, more), shards: more, dimension };
}

function adopt(p: Planning, month: number, { shape, shards, dimension }: Choice, worn: boolean): void {
  const { c } = p;
  const next = c.ladder.shapes[shape];
  if (shards > p.shards) p.events.push({ month, kind: "shard", shape: next.name, shards, dimension });
  if (c.shape !== NO_SHAPE) recordReplacement(p, month, shape, shards, worn);
  if (c.owned) buyMissing(c, month, shape, shards);
  p.mostCores = Math.max(p.mostCores, next.cores);
  p.mostMemory = Math.max(p.mostMemory, next.memoryGib);
  c.shape = shape;
  p.shards = shards;
  p.chosenUntil = month + c.ladder.table.stay[shape];
}

/** The event of the month when servers are replaced: larger ones than ever before, new ones for worn ones, or another shape. */
function recordReplacement(p: Planning, month: number, shape: number, shards: number, worn: boolean): void {
  const { c } = p;
  const isGrowth = grows(p, shape);
  if (!isGrowth && !worn && shape === c.shape) return;
  const kind = isGrowth ? "upgrade" : worn ? "refresh" : "change";
  p.events.push({ month, kind, shape: c.ladder.shapes[shape].name, shards, dimension: presentShortage(p, month) });
}

/** In which dimension the present shape is too small for the month at the present shard count; `none` when it still fits. */
function presentShortage({ c, shards }: Planning, month: number): Dimension {
  loadNeed(c, shards, month, 1);
  return shapeFits(c.ladder, c.shape, c.need) ? "none" : DIMENSIONS[bindingDimension(c.ladder, c.shape, c.need)];
}

/** Buys what is missing of the shape; when the shape changes, all that was in service is retired. */
function buyMissing(c: ChoiceContext, month: number, shape: number, shards: number): void {
  const { ladder, setting, batches } = c;
  const next = ladder.shapes[shape];
  let inService = 0;
  for (const batch of batches) {
    if (batch.endMonth <= month) continue;
    if (batch.shape === next) inService += batch.count;
    else batch.endMonth = month;
  }
  const missing = countServers(c, shards).total - inService;
  if (missing > 0) batches.push(purchaseOf(setting.a, setting.indices, ladder.priceFactor, next, missing, month));
}

function recordMonth({ c, plan, shards }: Planning, month: number): void {
  const at = month - 1;
  plan.shapeOf[at] = c.shape;
  plan.shards[at] = shards;
  plan.rent[at] = c.ladder.table.rent[c.shape] * c.ladder.priceFactor;
  if (c.licenses.products.length > 0) holdLicenses(c, c.shape, shards, month);
}
