import type { Dimension } from "../errors";
import type { ServerShape } from "../reference";
import type { Assumptions, License } from "../resolved";
import { MONTHS_PER_YEAR } from "../units";
import {
  centralInfeasibility,
  cheaperShardCount,
  cheapestShape,
  fewestShards,
  fitsWindow,
  isLarger,
  loadNeed,
  NO_SHAPE,
  startChoice,
} from "./centralChoice";
import type { ChoiceContext } from "./centralChoice";
import { bindingDimension, nearestRefusal, shapeFits } from "./centralLadder";
import type { CentralLadder } from "./centralLadder";
import type { PriceIndices } from "./indices";
import { netPriceOf } from "./ladder";
import { DIMENSIONS } from "./need";
import type { Workload } from "./need";
import type { CapacityEvent, CentralPlan, Infeasibility, ServerBatch } from "./plan";
import { serverCounts } from "./sharding";
import { MOST_SHARDS } from "./shards";
import type { SeriesPool } from "../series";

/** The planning of the central part as it goes through the months. Months count from 1. */
interface Planning extends ChoiceContext {
  readonly batches: ServerBatch[];
  readonly events: CapacityEvent[];
  shape: number;
  shards: number;
  /** All servers at the present shard count. */
  total: number;
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
 * window that the hosting demands. An Infeasibility when no shape and shard count up to 1,024 carries a month. After the last month in service
 * nothing is chosen or bought.
 */
export function planCentral(
  a: Assumptions,
  workload: Workload,
  ladder: CentralLadder,
  licenses: readonly License[],
  indices: PriceIndices,
  pool: SeriesPool,
  lastMonth = workload.peakTps.length,
): CentralPlan | Infeasibility {
  const p = startPlanning(a, workload, ladder, licenses, indices, lastMonth);
  const plan = emptyPlan(p, pool);
  for (let month = 1; month <= p.months; month++) {
    if (!prepareMonth(p, month)) return centralInfeasibility(p, month);
    recordMonth(p, plan, month);
  }
  leaveService(p, plan);
  return plan;
}

/** Makes the choice of a month when one is due; false when nothing carries the month. */
function prepareMonth(p: Planning, month: number): boolean {
  const worn = p.owned && p.batches.some((batch) => batch.endMonth === month);
  if (!worn && !isDue(p, month)) return true;
  const shape = cheapestShape(p, month, p.shards);
  const choice = shape === p.shape && !worn && shape !== NO_SHAPE ? KEEP : chosen(p, month, shape);
  if (!choice) return false;
  if (choice === KEEP) p.chosenUntil = month + p.ladder.table.stay[shape];
  else adopt(p, month, choice, worn);
  return true;
}

/** When the system leaves service before the plan ends its servers are retired; its last month goes on, so that no series breaks off. */
function leaveService({ months, batches, workload }: Planning, plan: CentralPlan): void {
  if (months >= workload.peakTps.length) return;
  for (const batch of batches) batch.endMonth = Math.min(batch.endMonth, months + 1);
  for (const series of [plan.shapeOf, plan.shards, plan.servers, plan.rent]) series.fill(series[months - 1], months);
}

function startPlanning(
  a: Assumptions,
  workload: Workload,
  ladder: CentralLadder,
  licenses: readonly License[],
  indices: PriceIndices,
  months: number,
): Planning {
  const choice = startChoice(a, workload, ladder, licenses, indices, months);
  // Not spread: an object made by spreading is slower to read, and the months read nothing more often.
  return {
    a,
    indices,
    licenses,
    workload,
    months,
    owned: choice.owned,
    ladder,
    rules: choice.rules,
    need: choice.need,
    loaded: choice.loaded,
    found: choice.found,
    batches: [],
    events: [],
    total: 0,
    shape: NO_SHAPE,
    shards: 1,
    chosenUntil: 1,
    mostCores: 0,
    mostMemory: 0,
  };
}

function emptyPlan({ ladder, batches, events }: Planning, pool: SeriesPool): CentralPlan {
  return {
    ladder,
    shapes: ladder.shapes,
    effectiveCores: ladder.effectiveCores,
    batches,
    events,
    shapeOf: pool.room(),
    shards: pool.room(),
    servers: pool.room(),
    rent: pool.room(),
  };
}

function isDue(p: Planning, month: number): boolean {
  return p.shape === NO_SHAPE || (!p.owned && month >= p.chosenUntil) || !fitsWindow(p, p.shape, p.shards, month, 1);
}

/** The choice, given the cheapest shape at the present shard count. */
function chosen(p: Planning, month: number, shape: number): Choice | undefined {
  if (shape === NO_SHAPE) return shardedChoice(p, month);
  const upgrades = p.shape !== NO_SHAPE && isLarger(p.ladder.shapes[shape], p.ladder.shapes[p.shape]);
  const earlier =
    upgrades && p.a["shard.when"] === "cheaper"
      ? cheaperShardCount(p, { shape: p.shape, shards: p.shards, kept: keptServers(p, month) }, month, shape)
      : undefined;
  return earlier === undefined ? { shape, shards: p.shards, dimension: "none" } : { shape: p.shape, shards: earlier, dimension: "cost" };
}

/** Owned servers that are not worn out in a month. */
function keptServers(p: Planning, month: number): number {
  return p.batches.reduce((sum, batch) => sum + (batch.endMonth > month ? batch.count : 0), 0);
}

/** Past the ceiling: the smallest larger shard count, and the shape for it. */
function shardedChoice(p: Planning, month: number): Choice | undefined {
  loadNeed(p, p.shards, month, 1);
  const { dimension } = nearestRefusal(p.ladder, p.need);
  const shards = fewestShards(p, p.shards, month);
  return shards > MOST_SHARDS ? undefined : { shape: cheapestShape(p, month, shards), shards, dimension };
}

function adopt(p: Planning, month: number, { shape, shards, dimension }: Choice, worn: boolean): void {
  const next = p.ladder.shapes[shape];
  if (shards > p.shards) p.events.push({ month, kind: "shard", shape: next.name, shards, dimension });
  if (p.shape !== NO_SHAPE) recordReplacement(p, month, shape, shards, worn);
  if (p.owned) buyMissing(p, month, next, serverCounts(p.a, shards).total);
  p.mostCores = Math.max(p.mostCores, next.cores);
  p.mostMemory = Math.max(p.mostMemory, next.memoryGib);
  p.shape = shape;
  p.shards = shards;
  p.total = serverCounts(p.a, shards).total;
  p.chosenUntil = month + p.ladder.table.stay[shape];
}

/** The event of the month when servers are replaced: larger ones than ever before, new ones for worn ones, or another shape. */
function recordReplacement(p: Planning, month: number, shape: number, shards: number, worn: boolean): void {
  const { name, cores, memoryGib } = p.ladder.shapes[shape];
  const grows = cores > p.mostCores || memoryGib > p.mostMemory;
  if (!grows && !worn && shape === p.shape) return;
  const kind = grows ? "upgrade" : worn ? "refresh" : "change";
  p.events.push({ month, kind, shape: name, shards, dimension: presentShortage(p, month) });
}

/** In which dimension the present shape is too small for the month at the present shard count; `none` when it still fits. */
function presentShortage(p: Planning, month: number): Dimension {
  loadNeed(p, p.shards, month, 1);
  return shapeFits(p.ladder, p.shape, p.need) ? "none" : DIMENSIONS[bindingDimension(p.ladder, p.shape, p.need)];
}

/** Buys what is missing of the shape; when the shape changes, all that was in service is retired. */
function buyMissing(p: Planning, month: number, shape: ServerShape, total: number): void {
  let inService = 0;
  for (const batch of p.batches) {
    if (batch.endMonth <= month) continue;
    if (batch.shape === shape) inService += batch.count;
    else batch.endMonth = month;
  }
  if (total <= inService) return;
  const paidMonth = Math.max(1, month - p.a["capacity.lead_months"]);
  const lifeMonths = Math.max(1, Math.round(p.a["hardware.life_years"] * MONTHS_PER_YEAR));
  const unitPrice = netPriceOf(shape, p.a) * p.indices.hardware[paidMonth - 1];
  p.batches.push({ shape, count: total - inService, paidMonth, serviceMonth: month, lifeMonths, unitPrice, endMonth: month + lifeMonths });
}

function recordMonth(p: Planning, plan: CentralPlan, month: number): void {
  const at = month - 1;
  plan.shapeOf[at] = p.shape;
  plan.shards[at] = p.shards;
  plan.servers[at] = p.total;
  plan.rent[at] = p.ladder.table.rent[p.shape];
}
