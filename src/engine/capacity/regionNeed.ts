import type { Assumptions } from "../resolved";
import type { SeriesPool } from "../series";
import { busyCores, coresNeeded, needRules } from "./need";
import type { Workload } from "./need";

/** What one region of the distributed part needs, month by month. */
export interface RegionNeeds {
  readonly busyCores: Float64Array;
  readonly cores: Float64Array;
  /** Memory of its data, without the base of each node, GiB. */
  readonly memoryGib: Float64Array;
  readonly storageTb: Float64Array;
  readonly iops: Float64Array;
}

/** Share of the distributed part's data and writes that every region needs at once, when a share of the whole stays central. */
export function globalShareOf(a: Assumptions, centralShare: number): number {
  return centralShare >= 1 ? 0 : Math.max(0, a["horizontal.global_share"] - centralShare) / (1 - centralShare);
}

/**
 * Need of one of R regions in each month: reads r/R; writes w((1-g)/R + g) on each of RF copies; data D((1-g)/R + g) RF.
 *
 * g is the global share, RF the replication.
 */
export function regionNeeds(a: Assumptions, globalShare: number, regions: Float64Array, workload: Workload, pool: SeriesPool): RegionNeeds {
  const needs = { busyCores: pool.room(), cores: pool.room(), memoryGib: pool.room(), storageTb: pool.room(), iops: pool.room() };
  const copies = a["horizontal.replication"];
  const readShare = a["demand.read_share"];
  const rules = needRules(a);
  for (let m = 0; m < regions.length; m++) {
    const peak = workload.peakTps[m];
    const share = ((1 - globalShare) / regions[m] + globalShare) * copies;
    const executed = (readShare * peak) / regions[m] + (1 - readShare) * peak * share;
    const tb = workload.tb[m] * share;
    const busy = busyCores(executed, rules.cpuMs);
    needs.busyCores[m] = busy;
    needs.cores[m] = coresNeeded(rules, busy);
    needs.memoryGib[m] = tb * rules.memoryGibPerTb;
    needs.storageTb[m] = tb * rules.storageTbPerTb;
    needs.iops[m] = executed * rules.iopsPerTx;
  }
  return needs;
}
