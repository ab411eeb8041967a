import type { Assumptions } from "../catalogue/resolved";
import { ceilTolerant } from "../units";

/** The load and data of the busiest of k shards, as shares of the whole. */
export interface ShardFactors {
  readonly shards: number;
  /** Share of the data. */
  readonly data: number;
  /** Work of its busiest server over the peak load of the whole. */
  readonly load: number;
  readonly reads: number;
  readonly writes: number;
}

/**
 * Load and data of the hottest shard, and of its busiest server when reads are spread over the replicas.
 *
 * h = min(1, skew/k); writes h (1 + x c); reads h (1-y) + y (1/k + o (1 - 1/k)). With one shard all are 1.
 */
export function shardFactors(a: Assumptions, shards: number): ShardFactors {
  const hottest = shards === 1 ? 1 : Math.min(1, a["shard.skew"] / shards);
  const scattered = a["shard.cross_read"];
  const writes = shards === 1 ? 1 : hottest * (1 + a["shard.cross_write"] * a["shard.write_penalty"]);
  const reads = shards === 1 ? 1 : hottest * (1 - scattered) + scattered * (1 / shards + a["shard.read_overhead"] * (1 - 1 / shards));
  const readShare = a["demand.read_share"];
  return { shards, data: hottest, reads, writes, load: (readShare * reads) / (1 + a["vertical.read_replicas"]) + (1 - readShare) * writes };
}

/** Servers of the central system: shards x (1 + replicas + standby), and the disaster-recovery share of that, rounded up. */
export interface ServerCounts {
  readonly active: number;
  /** Standby and disaster-recovery servers. */
  readonly passive: number;
  readonly disasterRecovery: number;
  readonly total: number;
}

/** Servers of the central system at a shard count. */
export function serverCounts(a: Assumptions, shards: number): ServerCounts {
  const active = shards * (1 + a["vertical.read_replicas"]);
  const standby = shards * a["vertical.standby"];
  const disasterRecovery = ceilTolerant((active + standby) * a["vertical.dr_share"]);
  return { active, passive: standby + disasterRecovery, disasterRecovery, total: active + standby + disasterRecovery };
}
