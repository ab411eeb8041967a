import type { ModelSeries } from "../model/generated/series";
import type { ServerShape } from "../catalogue/reference";
import type { Assumptions } from "../catalogue/resolved";
import { nodeSteps } from "./nodeSteps";
import type { NodeSteps } from "./nodeSteps";
import { effectiveCapacity, largestUsefulCluster } from "./scalability";

/** How far one cluster of nodes grows, and what every region adds; the same for all node types. */
export interface ClusterLaw {
  readonly contention: number;
  readonly coherency: number;
  /** Nodes up to which one cluster grows; Infinity when nothing limits it. */
  readonly largest: number;
  readonly largestCapacity: number;
  readonly overheadShare: number;
  readonly baseMemoryGib: number;
  readonly spare: number;
  readonly fewest: number;
  readonly zones: number;
  readonly steps: NodeSteps;
}

/** How far a cluster of nodes grows under the scenario. */
export function clusterLaw(a: Assumptions): ClusterLaw {
  const contention = a["horizontal.contention"];
  const coherency = a["horizontal.coherency"];
  const largest = largestUsefulCluster(contention, coherency, a["horizontal.cell_limit"]);
  const [spare, fewest, zones] = [a["horizontal.spare"], a["horizontal.min_nodes"], a["horizontal.zones"]];
  return {
    contention,
    coherency,
    largest,
    overheadShare: a["horizontal.overhead_share"],
    baseMemoryGib: a["capacity.base_memory"],
    largestCapacity: largest === Infinity ? Infinity : effectiveCapacity(largest, contention, coherency),
    spare,
    fewest,
    zones,
    steps: nodeSteps(regionNodes(0, spare, fewest, zones), { zones, spare, largest, contention, coherency }),
  };
}

/** What one region of the distributed part needs, month by month. */
export interface RegionNeeds {
  readonly cores: Float64Array;
  /** Memory of its data, without the base of each node, GiB. */
  readonly memoryGib: Float64Array;
  readonly storageTb: Float64Array;
  readonly iops: Float64Array;
}

/** What a region needs, as the model's formulas say. */
export function regionNeeds(series: ModelSeries): RegionNeeds {
  return {
    cores: series["cores_needed.region"],
    memoryGib: series["memory_needed.region"],
    storageTb: series["storage_needed.region"],
    iops: series["iops_needed.region"],
  };
}

/** A node type in the numbers that the months' loop reads. */
export interface NodePower {
  /** Cores x speed. */
  readonly cores: number;
  readonly memoryGib: number;
  /** Infinity where unbounded. */
  readonly storageTb: number;
  readonly iops: number;
  /** Disk that holds data of the part; 0 where none does. */
  readonly localDiskTb: number;
}

/** The numbers of a node type. */
export function nodePower(shape: ServerShape): NodePower {
  return {
    cores: shape.cores * shape.speed,
    memoryGib: shape.memoryGib,
    storageTb: shape.storageTb ?? Infinity,
    iops: shape.iops ?? Infinity,
    localDiskTb: shape.localDiskTb,
  };
}

/** Nodes of a region with its spare, at least the minimum, a multiple of the zones. */
export function withSpare({ spare, fewest, zones }: ClusterLaw, nodes: number): number {
  return regionNodes(nodes, spare, fewest, zones);
}

function regionNodes(nodes: number, spare: number, fewest: number, zones: number): number {
  return Math.ceil(Math.max(nodes + spare, fewest) / zones) * zones;
}
