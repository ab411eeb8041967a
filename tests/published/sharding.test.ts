import { fewestShards } from "../../src/engine/capacity/shards";
import type { Architecture } from "../../src/engine/plan/setting";
import { monthsOf, ONE_CORE_PER_VOLUME, projected } from "../engine/projected";
import type { Given } from "../engine/projected";
import type { PublishedCase } from "./family";
import { describeFamily } from "./family";

// Storage rules hold in any unit: the cases count in GiB or TB, the scenarios in TB.
const DATA_ALONE: Given = {
  ...ONE_CORE_PER_VOLUME,
  "demand.volume": 1,
  "data.working_set": 0,
  "data.index_overhead": 0,
  "capacity.storage_fill": 1,
  "shard.max_tb": 1e6,
  "horizontal.regions": 1,
};

/** Storage needed in the first month. */
function storageNeeded(stated: Given, architecture: Architecture): { total: number; perShard: number } {
  const projection = projected({ ...DATA_ALONE, ...stated }, architecture);
  const total = monthsOf(projection, "need.storage_tb")[0];
  return { total, perShard: total / monthsOf(projection, "shards")[0] };
}

/** Stored size of one of k shards: so many are made by the largest data that one may hold. */
function perShard(source: number, indexOverhead: number, shards: number): number {
  const stated = { "data.tb": source, "data.index_overhead": indexOverhead, "shard.max_tb": source / shards };
  return storageNeeded(stated, "vertical").perShard;
}

/** Storage of all copies of the data in one region. */
function replicated(data: number, copies: number, stated: Given): number {
  return storageNeeded({ ...stated, "data.tb": data, "horizontal.replication": copies }, "horizontal").total;
}

function storage({ inputs }: PublishedCase): { storage_gib: number } {
  return { storage_gib: replicated(inputs.source_gib, 1 + inputs.replicas, { "data.index_overhead": inputs.factor - 1 }) };
}

describeFamily("sharding", {
  "shard-os-count-4x": ({ inputs }) => {
    const stored = perShard(inputs.source_gib + inputs.growth_gib, inputs.index_overhead, 1);
    const even = { skew: 1, crossShare: 0, crossPenalty: 0 };
    return { shards: fewestShards(stored, inputs.target_gib, even), raw: stored / inputs.target_gib };
  },
  "shard-os-size-now": ({ inputs }) => ({ gib_per_shard: perShard(inputs.source_gib, inputs.index_overhead, inputs.shards) }),
  "shard-os-six": ({ inputs }) => ({
    now: perShard(inputs.source_now, inputs.index_overhead, inputs.shards),
    future: perShard(inputs.source_future, inputs.index_overhead, inputs.shards),
  }),
  "shard-vz-storage": storage,
  "shard-ali-es": storage,
  "shard-scylla-1tb": ({ inputs }) => ({ tb: replicated(inputs.tb, inputs.rf, { "capacity.storage_fill": 1 / inputs.headroom }) }),
  // The usable part of a raw disk, read backwards: what one unit of data needs.
  "shard-cass-usable-*": ({ inputs }) => {
    const stated = { "data.tb": 1, "capacity.storage_fill": inputs.formatted * inputs.fill };
    return { usable_tb: inputs.raw_tb / storageNeeded(stated, "vertical").total };
  },
});
