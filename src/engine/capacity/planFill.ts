import type { PlanParts, PlanSetting } from "../planSetting";
import type { SeriesPool } from "../series";
import { bindingDimension, ratioOf, serverNeed } from "./centralLadder";
import { distributedCapacity } from "./horizontal";
import { DIMENSIONS, needRules } from "./need";
import type { CentralPlan, DistributedPlan } from "./plan";
import { shardFactors } from "./sharding";
import type { ShardFactors } from "./sharding";

/** How full a part of the system is in each month: need over capacity of the binding dimension, and that dimension's index in DIMENSIONS. */
export interface PartFill {
  readonly utilization: Float64Array;
  readonly binding: Float64Array;
}

/** How full the parts of a plan are. */
export interface PlanFill {
  readonly central: PartFill | undefined;
  readonly distributed: PartFill | undefined;
}

const need = new Float64Array(DIMENSIONS.length);
const capacity = new Float64Array(DIMENSIONS.length);

/** How full the parts of a plan are, month by month. */
export function planFill(setting: PlanSetting, { central, distributed }: PlanParts, pool: SeriesPool): PlanFill {
  const room = (): PartFill => ({ utilization: pool.take(), binding: pool.take() });
  return {
    central: central && filledCentral(setting, central, room()),
    distributed: distributed && filledDistributed(setting, distributed, room()),
  };
}

function filledCentral({ a, demand, centralShare }: PlanSetting, { ladder, shapeOf, shards }: CentralPlan, fill: PartFill): PartFill {
  const rules = needRules(a);
  let factors: ShardFactors = shardFactors(a, shards[0]);
  for (let m = 0; m < shards.length; m++) {
    if (factors.shards !== shards[m]) factors = shardFactors(a, shards[m]);
    serverNeed(rules, factors, demand.tpsPeak[m] * centralShare, demand.tb[m] * centralShare, need);
    const d = bindingDimension(ladder, shapeOf[m], need);
    fill.binding[m] = d;
    fill.utilization[m] = ratioOf(ladder, shapeOf[m], need, d);
  }
  return fill;
}

function filledDistributed({ law }: PlanSetting, distributed: DistributedPlan, fill: PartFill): PartFill {
  const { needs, regions } = distributed;
  for (let m = 0; m < regions.length; m++) {
    distributedCapacity(law, distributed, m, capacity);
    let binding = 0;
    let largest = 0;
    for (let d = 0; d < 4; d++) {
      const needed = (d === 0 ? needs.cores : d === 1 ? needs.memoryGib : d === 2 ? needs.storageTb : needs.iops)[m];
      const ratio = needed === 0 ? 0 : (needed * regions[m]) / capacity[d];
      if (ratio <= largest) continue;
      binding = d;
      largest = ratio;
    }
    fill.binding[m] = binding;
    fill.utilization[m] = largest;
  }
  return fill;
}
