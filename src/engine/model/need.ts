import { QUALITY_FACTORS } from "../capacity/queueing";
import { quantity } from "./entry";
import type { Entry, Quantity } from "./entry";

/** A unit with load and data: the busiest central server, or a region of nodes. */
interface Carrier {
  readonly id: "server" | "region";
  readonly label: string;
  /** What it needs of memory beside its data. */
  readonly baseMemory: string;
}

const SERVER: Carrier = { id: "server", label: "the busiest central server", baseMemory: " + capacity.base_memory" };

/** Of a region it is without the base memory of each node. */
const REGION: Carrier = { id: "region", label: "a region", baseMemory: "" };

/** What a carrier needs for its transactions and data. */
function needsOf({ id, label, baseMemory }: Carrier): readonly Quantity[] {
  const [tps, tb, busy] = [`tps.${id}`, `tb.${id}`, `busy_cores.${id}`];
  return [
    quantity(busy, {
      label: `Cores of ${label} that are busy at peak load`,
      unit: "cores",
      formula: `${tps} * demand.cpu_ms / 1000`,
    }),
    quantity(`cores_needed.${id}`, {
      label: `Cores that ${label} needs`,
      unit: "cores",
      formula: `is(capacity.rule, [square-root]) ? ${busy} + pick(capacity.quality + 1, ${QUALITY_FACTORS.join(", ")}) * sqrt(${busy}) : ${busy} / capacity.target_utilization`,
    }),
    quantity(`memory_needed.${id}`, {
      label: `Memory that ${label} needs`,
      unit: "GiB",
      formula: `${tb} * data.working_set * 1e12 / 2 ^ 30${baseMemory}`,
    }),
    quantity(`storage_needed.${id}`, {
      label: `Storage that ${label} needs`,
      unit: "TB",
      formula: `${tb} * (1 + data.index_overhead) / capacity.storage_fill`,
    }),
    quantity(`iops_needed.${id}`, {
      label: `Disk operations that ${label} needs`,
      unit: "1/s",
      formula: `${tps} * demand.iops_per_tx`,
    }),
  ];
}

/**
 * What load and data need. The hottest of k shards has min(1, skew/k) of the data; work that crosses shards adds to what it writes and reads, and reads
 * spread over its replicas.
 */
export const NEED: readonly Entry[] = [
  quantity("hottest_share.server", {
    label: "Share of the data on the busiest shard",
    unit: "share",
    formula: "shards <= 1 ? 1 : min(1, shard.skew / shards)",
  }),
  quantity("hottest_writes.server", {
    label: "Share of the writes on the busiest shard",
    unit: "share",
    formula: "shards <= 1 ? 1 : hottest_share.server * (1 + shard.cross_write * shard.write_penalty)",
  }),
  quantity("hottest_reads.server", {
    label: "Share of the reads on the busiest shard",
    unit: "share",
    formula:
      "shards <= 1 ? 1 : hottest_share.server * (1 - shard.cross_read) + shard.cross_read * (1 / shards + shard.read_overhead * (1 - 1 / shards))",
  }),
  quantity("hottest_load.server", {
    label: "Share of the transactions on the busiest server",
    unit: "share",
    formula: "demand.read_share * hottest_reads.server / (1 + vertical.read_replicas) + (1 - demand.read_share) * hottest_writes.server",
  }),
  quantity("tps.server", {
    label: "Transactions of the busiest central server at peak load",
    unit: "tx/s",
    formula: "tps_peak * central_share * hottest_load.server",
  }),
  quantity("tb.server", {
    label: "Data of the busiest shard",
    unit: "TB",
    formula: "tb * central_share * hottest_share.server",
  }),
  ...needsOf(SERVER),
  quantity("region_share", {
    label: "Copies of the distributed part's data in a region",
    unit: "ratio",
    formula: "((1 - global_share) / regions + global_share) * horizontal.replication",
  }),
  quantity("global_share", {
    label: "Share of the distributed part's data and writes that every region needs",
    unit: "share",
    formula: "distributed_share == 0 ? 0 : max(0, horizontal.global_share - central_share) / distributed_share",
  }),
  quantity("tps.region", {
    label: "Transactions of a region at peak load: its reads, and writes on each copy",
    unit: "tx/s",
    formula: "tps_peak * distributed_share * (demand.read_share / regions + (1 - demand.read_share) * region_share)",
  }),
  quantity("tb.region", {
    label: "Data in a region, with its copies",
    unit: "TB",
    formula: "tb * distributed_share * region_share",
  }),
  ...needsOf(REGION),
];
