import type { ClusterLaw, NodePower } from "./nodes";
import type { RegionNeeds } from "./regionNeed";
import { effectiveCapacity } from "./scalability";

/** Nodes of a region, and the needs for which they are surely the right number: nearly all months are told by comparing. */
export interface NodeRange {
  nodes: number;
  /** Most that they carry. */
  cores: number;
  memoryGib: number;
  storageTb: number;
  iops: number;
  /** Most that the next smaller number carries: at least one need is above. */
  lessCores: number;
  lessMemoryGib: number;
  lessStorageTb: number;
  lessIops: number;
}

/** Room for a range; none is known. */
export function newNodeRange(): NodeRange {
  const none = Number.NaN;
  return {
    nodes: none,
    cores: none,
    memoryGib: none,
    storageTb: none,
    iops: none,
    lessCores: none,
    lessMemoryGib: none,
    lessStorageTb: none,
    lessIops: none,
  };
}

/** Makes a range hold for no need. */
export function forgetNodeRange(range: NodeRange): void {
  range.cores = Number.NaN;
}

/** Whether the nodes of a range are the right number in a month (index from 0) for its cores and its data. */
export function isWithin(range: NodeRange, needs: RegionNeeds, m: number, cores: number): boolean {
  const memoryGib = needs.memoryGib[m];
  const storageTb = needs.storageTb[m];
  const iops = needs.iops[m];
  return (
    cores <= range.cores &&
    memoryGib <= range.memoryGib &&
    storageTb <= range.storageTb &&
    iops <= range.iops &&
    (cores > range.lessCores || memoryGib > range.lessMemoryGib || storageTb > range.lessStorageTb || iops > range.lessIops)
  );
}

/** Nearer than this to a bound, rounding decides: the number is then computed, not told by comparing. */
const MARGIN = 1e-7;
const BELOW = 1 - MARGIN;
const ABOVE = 1 + MARGIN;

/** What so many nodes offer; without a bound per node all of what is needed, be it for no node. */
const offered = (nodes: number, perNode: number): number => (perNode === Infinity ? Infinity : nodes * perNode);

/** Sets a range to a number of nodes of a type. With several cells it holds for no need, because the cells depend on the load. */
export function setNodeRange(range: NodeRange, law: ClusterLaw, power: NodePower, nodes: number, cells: number): void {
  range.nodes = nodes;
  const most = nodes - law.spare;
  const coresUpTo = coresOf(law, power, most);
  range.cores = cells === 1 && Number.isFinite(nodes) ? coresUpTo * BELOW : Number.NaN;
  range.memoryGib = most * (power.memoryGib - law.baseMemoryGib) * BELOW;
  range.storageTb = offered(most, power.storageTb) * BELOW;
  range.iops = offered(most, power.iops) * BELOW;
  // A need of next to nothing takes no node: see ceilTolerant.
  const less = most - law.zones + MARGIN;
  const isFewest = most - law.zones + law.spare < law.fewest || most < law.zones;
  range.lessCores = isFewest ? -1 : coresOf(law, power, most - law.zones) * ABOVE;
  range.lessMemoryGib = isFewest ? -1 : less * (power.memoryGib - law.baseMemoryGib) * ABOVE;
  range.lessStorageTb = isFewest ? -1 : offered(less, power.storageTb) * ABOVE;
  range.lessIops = isFewest ? -1 : offered(less, power.iops) * ABOVE;
}

/** Cores that nodes in one cluster carry; beyond its useful size a cluster is not given more. */
function coresOf(law: ClusterLaw, power: NodePower, nodes: number): number {
  const counted = Math.min(nodes, law.largest);
  return effectiveCapacity(counted, law.contention, law.coherency) * power.cores * (1 - law.overheadShare);
}
