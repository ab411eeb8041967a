// Written by `npm run generate` from the formulas in src/engine/model: change those.

import type { Plan } from "../../lines";
import type { ModelSeries } from "./series";

/** hottest_share.server = shards <= 1 ? 1 : min(1, shard.skew / shards) */
export function hottestShareServer({ a }: Plan, s: ModelSeries): void {
  const shards = s["shards"];
  const shardSkew = a["shard.skew"];
  const hottestShareServer = s["hottest_share.server"];
  for (let m = 0; m < hottestShareServer.length; m++) {
    hottestShareServer[m] = shards[m] <= 1 ? 1 : Math.min(1, shardSkew / shards[m]);
  }
}

/** hottest_writes.server = shards <= 1 ? 1 : hottest_share.server * (1 + shard.cross_write * shard.write_penalty) */
export function hottestWritesServer({ a }: Plan, s: ModelSeries): void {
  const shards = s["shards"];
  const hottestShareServer = s["hottest_share.server"];
  const shardCrossWriteEtc = 1 + a["shard.cross_write"] * a["shard.write_penalty"];
  const hottestWritesServer = s["hottest_writes.server"];
  for (let m = 0; m < hottestWritesServer.length; m++) {
    hottestWritesServer[m] = shards[m] <= 1 ? 1 : hottestShareServer[m] * shardCrossWriteEtc;
  }
}

/** hottest_reads.server = shards <= 1 ? 1 : hottest_share.server * (1 - shard.cross_read) + shard.cross_read * (1 / shards + shard.read_overhead * (1 - 1 / shards)) */
export function hottestReadsServer({ a }: Plan, s: ModelSeries): void {
  const shards = s["shards"];
  const hottestShareServer = s["hottest_share.server"];
  const shardCrossRead = 1 - a["shard.cross_read"];
  const shardReadOverhead = a["shard.read_overhead"];
  const shardCrossRead2 = a["shard.cross_read"];
  const hottestReadsServer = s["hottest_reads.server"];
  for (let m = 0; m < hottestReadsServer.length; m++) {
    hottestReadsServer[m] =
      shards[m] <= 1
        ? 1
        : hottestShareServer[m] * shardCrossRead + (1 / shards[m] + (1 - 1 / shards[m]) * shardReadOverhead) * shardCrossRead2;
  }
}

/** hottest_load.server = demand.read_share * hottest_reads.server / (1 + vertical.read_replicas) + (1 - demand.read_share) * hottest_writes.server */
export function hottestLoadServer({ a }: Plan, s: ModelSeries): void {
  const hottestReadsServer = s["hottest_reads.server"];
  const demandReadShareEtc = a["demand.read_share"] / (1 + a["vertical.read_replicas"]);
  const hottestWritesServer = s["hottest_writes.server"];
  const demandReadShare = 1 - a["demand.read_share"];
  const hottestLoadServer = s["hottest_load.server"];
  for (let m = 0; m < hottestLoadServer.length; m++) {
    hottestLoadServer[m] = hottestReadsServer[m] * demandReadShareEtc + hottestWritesServer[m] * demandReadShare;
  }
}

/** tps.server = tps_peak * central_share * hottest_load.server */
export function tpsServer(p: Plan, s: ModelSeries): void {
  const tpsPeak = s["tps_peak"];
  const hottestLoadServer = s["hottest_load.server"];
  const centralShare = p.centralShare;
  const tpsServer = s["tps.server"];
  for (let m = 0; m < tpsServer.length; m++) {
    tpsServer[m] = tpsPeak[m] * hottestLoadServer[m] * centralShare;
  }
}

/** tb.server = tb * central_share * hottest_share.server */
export function tbServer(p: Plan, s: ModelSeries): void {
  const tb = s["tb"];
  const hottestShareServer = s["hottest_share.server"];
  const centralShare = p.centralShare;
  const tbServer = s["tb.server"];
  for (let m = 0; m < tbServer.length; m++) {
    tbServer[m] = tb[m] * hottestShareServer[m] * centralShare;
  }
}

/** busy_cores.server = tps.server * demand.cpu_ms / 1000 */
export function busyCoresServer({ a }: Plan, s: ModelSeries): void {
  const tpsServer = s["tps.server"];
  const demandCpuMs = a["demand.cpu_ms"] / 1000;
  const busyCoresServer = s["busy_cores.server"];
  for (let m = 0; m < busyCoresServer.length; m++) {
    busyCoresServer[m] = tpsServer[m] * demandCpuMs;
  }
}

/** cores_needed.server = is(capacity.rule, [square-root]) ? busy_cores.server + pick(capacity.quality + 1, 2.375, 1.761, 1.16, 1) * sqrt(busy_cores.server) : busy_cores.server / capacity.target_utilization */
export function coresNeededServer({ a }: Plan, s: ModelSeries): void {
  const busyCoresServer = s["busy_cores.server"];
  const isCapacityRuleSquareRoot = a["capacity.rule"] === "square-root";
  const constant = isCapacityRuleSquareRoot
    ? a["capacity.quality"] + 1 === 1
      ? 2.375
      : a["capacity.quality"] + 1 === 2
        ? 1.761
        : a["capacity.quality"] + 1 === 3
          ? 1.16
          : 1
    : 0;
  const capacityTargetUtilization = !isCapacityRuleSquareRoot ? 1 / a["capacity.target_utilization"] : 0;
  const coresNeededServer = s["cores_needed.server"];
  for (let m = 0; m < coresNeededServer.length; m++) {
    coresNeededServer[m] = isCapacityRuleSquareRoot
      ? busyCoresServer[m] + Math.sqrt(busyCoresServer[m]) * constant
      : busyCoresServer[m] * capacityTargetUtilization;
  }
}

/** memory_needed.server = tb.server * data.working_set * 1e12 / 2 ^ 30 + capacity.base_memory */
export function memoryNeededServer({ a }: Plan, s: ModelSeries): void {
  const tbServer = s["tb.server"];
  const dataWorkingSet = (a["data.working_set"] * 1e12) / Math.pow(2, 30);
  const capacityBaseMemory = a["capacity.base_memory"];
  const memoryNeededServer = s["memory_needed.server"];
  for (let m = 0; m < memoryNeededServer.length; m++) {
    memoryNeededServer[m] = tbServer[m] * dataWorkingSet + capacityBaseMemory;
  }
}

/** storage_needed.server = tb.server * (1 + data.index_overhead) / capacity.storage_fill */
export function storageNeededServer({ a }: Plan, s: ModelSeries): void {
  const tbServer = s["tb.server"];
  const dataIndexOverheadEtc = (1 + a["data.index_overhead"]) / a["capacity.storage_fill"];
  const storageNeededServer = s["storage_needed.server"];
  for (let m = 0; m < storageNeededServer.length; m++) {
    storageNeededServer[m] = tbServer[m] * dataIndexOverheadEtc;
  }
}

/** iops_needed.server = tps.server * demand.iops_per_tx */
export function iopsNeededServer({ a }: Plan, s: ModelSeries): void {
  const tpsServer = s["tps.server"];
  const demandIopsPerTx = a["demand.iops_per_tx"];
  const iopsNeededServer = s["iops_needed.server"];
  for (let m = 0; m < iopsNeededServer.length; m++) {
    iopsNeededServer[m] = tpsServer[m] * demandIopsPerTx;
  }
}

/** global_share = distributed_share == 0 ? 0 : max(0, horizontal.global_share - central_share) / distributed_share */
export function globalShare(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const distributedShareEtc =
    1 - p.centralShare === 0 ? 0 : Math.max(0, a["horizontal.global_share"] - p.centralShare) / (1 - p.centralShare);
  const globalShare = s["global_share"];
  globalShare.fill(distributedShareEtc);
}

/** region_share = ((1 - global_share) / regions + global_share) * horizontal.replication */
export function regionShare({ a }: Plan, s: ModelSeries): void {
  const globalShare = s["global_share"][0];
  const regions = s["regions"];
  const globalShare2 = 1 - globalShare;
  const horizontalReplication = a["horizontal.replication"];
  const regionShare = s["region_share"];
  for (let m = 0; m < regionShare.length; m++) {
    regionShare[m] = (globalShare2 / regions[m] + globalShare) * horizontalReplication;
  }
}

/** tps.region = tps_peak * distributed_share * (demand.read_share / regions + (1 - demand.read_share) * region_share) */
export function tpsRegion(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const tpsPeak = s["tps_peak"];
  const regions = s["regions"];
  const demandReadShare = a["demand.read_share"];
  const regionShare = s["region_share"];
  const demandReadShare2 = 1 - a["demand.read_share"];
  const distributedShare = 1 - p.centralShare;
  const tpsRegion = s["tps.region"];
  for (let m = 0; m < tpsRegion.length; m++) {
    tpsRegion[m] = tpsPeak[m] * (demandReadShare / regions[m] + regionShare[m] * demandReadShare2) * distributedShare;
  }
}

/** tb.region = tb * distributed_share * region_share */
export function tbRegion(p: Plan, s: ModelSeries): void {
  const tb = s["tb"];
  const regionShare = s["region_share"];
  const distributedShare = 1 - p.centralShare;
  const tbRegion = s["tb.region"];
  for (let m = 0; m < tbRegion.length; m++) {
    tbRegion[m] = tb[m] * regionShare[m] * distributedShare;
  }
}

/** busy_cores.region = tps.region * demand.cpu_ms / 1000 */
export function busyCoresRegion({ a }: Plan, s: ModelSeries): void {
  const tpsRegion = s["tps.region"];
  const demandCpuMs = a["demand.cpu_ms"] / 1000;
  const busyCoresRegion = s["busy_cores.region"];
  for (let m = 0; m < busyCoresRegion.length; m++) {
    busyCoresRegion[m] = tpsRegion[m] * demandCpuMs;
  }
}

/** cores_needed.region = is(capacity.rule, [square-root]) ? busy_cores.region + pick(capacity.quality + 1, 2.375, 1.761, 1.16, 1) * sqrt(busy_cores.region) : busy_cores.region / capacity.target_utilization */
export function coresNeededRegion({ a }: Plan, s: ModelSeries): void {
  const busyCoresRegion = s["busy_cores.region"];
  const isCapacityRuleSquareRoot = a["capacity.rule"] === "square-root";
  const constant = isCapacityRuleSquareRoot
    ? a["capacity.quality"] + 1 === 1
      ? 2.375
      : a["capacity.quality"] + 1 === 2
        ? 1.761
        : a["capacity.quality"] + 1 === 3
          ? 1.16
          : 1
    : 0;
  const capacityTargetUtilization = !isCapacityRuleSquareRoot ? 1 / a["capacity.target_utilization"] : 0;
  const coresNeededRegion = s["cores_needed.region"];
  for (let m = 0; m < coresNeededRegion.length; m++) {
    coresNeededRegion[m] = isCapacityRuleSquareRoot
      ? busyCoresRegion[m] + Math.sqrt(busyCoresRegion[m]) * constant
      : busyCoresRegion[m] * capacityTargetUtilization;
  }
}

/** memory_needed.region = tb.region * data.working_set * 1e12 / 2 ^ 30 */
export function memoryNeededRegion({ a }: Plan, s: ModelSeries): void {
  const tbRegion = s["tb.region"];
  const dataWorkingSet = (a["data.working_set"] * 1e12) / Math.pow(2, 30);
  const memoryNeededRegion = s["memory_needed.region"];
  for (let m = 0; m < memoryNeededRegion.length; m++) {
    memoryNeededRegion[m] = tbRegion[m] * dataWorkingSet;
  }
}

/** storage_needed.region = tb.region * (1 + data.index_overhead) / capacity.storage_fill */
export function storageNeededRegion({ a }: Plan, s: ModelSeries): void {
  const tbRegion = s["tb.region"];
  const dataIndexOverheadEtc = (1 + a["data.index_overhead"]) / a["capacity.storage_fill"];
  const storageNeededRegion = s["storage_needed.region"];
  for (let m = 0; m < storageNeededRegion.length; m++) {
    storageNeededRegion[m] = tbRegion[m] * dataIndexOverheadEtc;
  }
}

/** iops_needed.region = tps.region * demand.iops_per_tx */
export function iopsNeededRegion({ a }: Plan, s: ModelSeries): void {
  const tpsRegion = s["tps.region"];
  const demandIopsPerTx = a["demand.iops_per_tx"];
  const iopsNeededRegion = s["iops_needed.region"];
  for (let m = 0; m < iopsNeededRegion.length; m++) {
    iopsNeededRegion[m] = tpsRegion[m] * demandIopsPerTx;
  }
}
