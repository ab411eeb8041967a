import type { PlanParts, PlanSetting } from "../planSetting";
import type { SeriesPool } from "../series";
import { serverNeed } from "./centralLadder";
import { distributedCapacity } from "./horizontal";
import { DIMENSIONS, needRules } from "./need";
import type { CentralPlan, DistributedPlan } from "./plan";
import { shardFactors } from "./sharding";
import type { ShardFactors } from "./sharding";

/** Need and capacity over all shards and regions, month by month: cores, memory GiB, storage TB, IOPS. */
export interface PlanTotals {
  readonly need: readonly Float64Array[];
  readonly capacity: readonly Float64Array[];
}

const WIDTH = 4;
const need = new Float64Array(DIMENSIONS.length);
const capacity = new Float64Array(DIMENSIONS.length);

/**
 * The totals of a plan. The central part counts every active server of every shard at the need of the busiest, since all are of its size;
 * storage without a bound is provisioned as needed, so its capacity is the need.
 */
export function planTotals(plan: PlanSetting, { central, distributed }: PlanParts, pool: SeriesPool): PlanTotals {
  const series = (): Float64Array[] => Array.from({ length: WIDTH }, pool.take);
  const totals = { need: series(), capacity: series() };
  if (central) addCentral(plan, central, totals);
  if (distributed) addDistributed(plan, distributed, totals);
  return totals;
}

function addMonth(totals: PlanTotals, m: number, times: number): void {
  for (let d = 0; d < WIDTH; d++) {
    const needed = need[d] * times;
    totals.need[d][m] += needed;
    totals.capacity[d][m] += capacity[d] === Infinity ? needed : capacity[d] * times;
  }
}

function addCentral(plan: PlanSetting, central: CentralPlan, totals: PlanTotals): void {
  const { a, demand, centralShare } = plan;
  const rules = needRules(a);
  const activePerShard = 1 + a["vertical.read_replicas"];
  let factors: ShardFactors = shardFactors(a, central.shards[0]);
  for (let m = 0; m < central.shards.length; m++) {
    if (factors.shards !== central.shards[m]) factors = shardFactors(a, central.shards[m]);
    const shape = central.shapes[central.shapeOf[m]];
    serverNeed(rules, factors, demand.tpsPeak[m] * centralShare, demand.tb[m] * centralShare, need);
    capacity[0] = central.effectiveCores[central.shapeOf[m]];
    capacity[1] = shape.memoryGib;
    capacity[2] = shape.storageTb ?? Infinity;
    capacity[3] = shape.iops ?? Infinity;
    addMonth(totals, m, factors.shards * activePerShard);
  }
}

function addDistributed({ law }: PlanSetting, distributed: DistributedPlan, totals: PlanTotals): void {
  const { needs, regions } = distributed;
  for (let m = 0; m < regions.length; m++) {
    need[0] = needs.cores[m] * regions[m];
    need[1] = needs.memoryGib[m] * regions[m];
    need[2] = needs.storageTb[m] * regions[m];
    need[3] = needs.iops[m] * regions[m];
    distributedCapacity(law, distributed, m, capacity);
    addMonth(totals, m, 1);
  }
}
