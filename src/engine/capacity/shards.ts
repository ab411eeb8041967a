import { fits } from "../units";

/** Beyond this many shards a central system is no plan. */
// eslint-disable-next-line local/unit-literals -- a bound, not a conversion
export const MOST_SHARDS = 1024;

/** How unevenly a load splits over shards. */
export interface ShardSplit {
  /** Hottest shard over the mean. */
  readonly skew: number;
  /** Share of the work that touches several shards. */
  readonly crossShare: number;
  /** Extra work of it. */
  readonly crossPenalty: number;
}

/** Load of the busiest of k shards: demand x skew/k x (1 + cross share x penalty); with one shard, the demand itself. */
export function hottestLoad(demand: number, shards: number, { skew, crossShare, crossPenalty }: ShardSplit): number {
  return shards === 1 ? demand : demand * Math.min(1, skew / shards) * (1 + crossShare * crossPenalty);
}

/**
 * Fewest shards whose hottest one fits a shard's usable capacity, in whole shards; Infinity when no number up to 1,024 does.
 * @example fewestShards(100, 30, { skew: 1.2, crossShare: 0, crossPenalty: 0.5 }) // 4
 */
export function fewestShards(demand: number, usableCapacity: number, split: ShardSplit): number {
  for (let shards = 1; shards <= MOST_SHARDS; shards++) if (fits(hottestLoad(demand, shards, split), usableCapacity)) return shards;
  return Infinity;
}
