import type { Dimension } from "../errors";
import type { Assumptions } from "../catalogue/resolved";
import { GIB_PER_TB, MS_PER_SECOND } from "../units";
import { squareRootCores } from "./queueing";

/** Dimensions in which a server can be too small, in the order in which ties are told. */
export const DIMENSIONS = ["cores", "memory", "storage", "iops", "shard data"] as const satisfies readonly Dimension[];

/** The load and data of a part of the system, month by month. */
export interface Workload {
  readonly peakTps: Float64Array;
  readonly tb: Float64Array;
}

/** Cores that are busy on average at a rate: rate x CPU time (Little's law). */
export function busyCores(tps: number, cpuMs: number): number {
  return (tps * cpuMs) / MS_PER_SECOND;
}

/** How load and data turn into need, read once per projection. */
export interface NeedRules {
  readonly cpuMs: number;
  readonly squareRoot: boolean;
  readonly targetUtilization: number;
  readonly quality: number;
  readonly memoryGibPerTb: number;
  readonly baseMemoryGib: number;
  readonly storageTbPerTb: number;
  readonly iopsPerTx: number;
}

/** The rules of a scenario: memory is data x working set, storage is data with its indexes at the highest fill. */
export function needRules(a: Assumptions): NeedRules {
  return {
    cpuMs: a["demand.cpu_ms"],
    squareRoot: a["capacity.rule"] === "square-root",
    targetUtilization: a["capacity.target_utilization"],
    quality: a["capacity.quality"],
    memoryGibPerTb: a["data.working_set"] * GIB_PER_TB,
    baseMemoryGib: a["capacity.base_memory"],
    storageTbPerTb: (1 + a["data.index_overhead"]) / a["capacity.storage_fill"],
    iopsPerTx: a["demand.iops_per_tx"],
  };
}

/** Cores needed for a number of busy cores, not rounded: a / target utilization, or a + Q sqrt(a). 60 busy cores at a target of 0.6 need 100. */
export function coresNeeded(rules: NeedRules, busy: number): number {
  return rules.squareRoot ? squareRootCores(busy, rules.quality) : busy / rules.targetUtilization;
}
