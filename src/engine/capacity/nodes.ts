import type { ModelSeries } from "../model/generated/series";
import type { ServerShape } from "../reference";
import type { Assumptions } from "../resolved";
import { ceilTolerant } from "../units";
import { nodeSteps } from "./nodeSteps";
import type { NodeSteps } from "./nodeSteps";
import { effectiveCapacity, largestUsefulCluster, nodesBelowPeak } from "./scalability";

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

/** Equal clusters into which a region splits for a load in equivalents of one node. */
export function cellsFor(law: ClusterLaw, equivalents: number): number {
  return equivalents <= law.largestCapacity ? 1 : ceilTolerant(equivalents / law.largestCapacity);
}

/** Load of a region in equivalents of one node, with what orchestration takes. */
export function equivalentsOf(law: ClusterLaw, power: NodePower, cores: number): number {
  return cores / (1 - law.overheadShare) / power.cores;
}

/**
 * Nodes that a region's load needs in a month: smallest N with C(N) x cores x speed >= need / (1 - overhead); past the useful size of a cluster
 * the region splits into the fewest equal cells.
 */
export function nodesForLoad(law: ClusterLaw, power: NodePower, cores: number): number {
  const equivalents = equivalentsOf(law, power, cores);
  const cells = cellsFor(law, equivalents);
  return cells * nodesBelowPeak(equivalents / cells, law.contention, law.coherency);
}

/** Nodes that a region's memory, storage and IOPS need in a month (index from 0); Infinity when a node has none of what is needed. */
export function nodesForData(law: ClusterLaw, power: NodePower, needs: RegionNeeds, m: number): number {
  const memory = nodesFor(needs.memoryGib[m], power.memoryGib - law.baseMemoryGib);
  return Math.max(memory, nodesFor(needs.storageTb[m], power.storageTb), nodesFor(needs.iops[m], power.iops));
}

function nodesFor(need: number, perNode: number): number {
  if (need <= 0) return perNode >= 0 ? 0 : Infinity;
  return perNode > 0 ? ceilTolerant(need / perNode) : Infinity;
}

/** Nodes of a region with its spare, at least the minimum, a multiple of the zones. */
export function withSpare({ spare, fewest, zones }: ClusterLaw, nodes: number): number {
  return regionNodes(nodes, spare, fewest, zones);
}

function regionNodes(nodes: number, spare: number, fewest: number, zones: number): number {
  return Math.ceil(Math.max(nodes + spare, fewest) / zones) * zones;
}
