import type { Assumptions } from "../resolved";
import type { SeriesPool } from "../series";
import { MONTHS_PER_YEAR, TOLERANCE } from "../units";
import type { PriceIndices } from "./indices";
import { withSpare } from "./nodes";
import type { ClusterLaw, NodePower } from "./nodes";
import { stepFor } from "./nodeSteps";
import type { RegionNeeds } from "./regionNeed";
import { clusterFor } from "./scalability";

/** From which the least that any node type can cost in a year of the plan follows; series hold one number per year. */
export interface CostBounds {
  readonly law: ClusterLaw;
  /** Tools and endpoint security per node and month. */
  readonly perNode: number;
  /** Share of the nodes above the floor that is not billed. */
  readonly scaledDown: number;
  readonly years: number;
  /** What a region needs in the month of the year in which it needs least: cores with what orchestration takes, and memory. */
  readonly leastCores: Float64Array;
  readonly leastMemoryGib: Float64Array;
  /** Cores in the month in which it needs most. */
  readonly mostCores: Float64Array;
  readonly cloud: YearlySums;
  readonly inflation: YearlySums;
}

/** Sums over the regions and the months of a year, weighted by a price index. */
interface YearlySums {
  readonly cores: Float64Array;
  readonly memoryGib: Float64Array;
  readonly one: Float64Array;
}

interface BoundInputs {
  readonly a: Assumptions;
  readonly owned: boolean;
  readonly indices: PriceIndices;
  readonly law: ClusterLaw;
  readonly needs: RegionNeeds;
  readonly regions: Float64Array;
  readonly pool: SeriesPool;
}

/** The bounds of a scenario's distributed part. */
export function costBounds(c: BoundInputs): CostBounds {
  const { a, law, pool } = c;
  const bounds = {
    law,
    perNode: (a["platform.tools_cost"] + a["security.cost_per_endpoint"]) / MONTHS_PER_YEAR,
    scaledDown: c.owned ? 0 : a["horizontal.elastic_share"] * (1 - 1 / a["demand.peak_to_mean"]),
    years: c.regions.length / MONTHS_PER_YEAR,
    leastCores: pool.take().fill(Infinity),
    leastMemoryGib: pool.take().fill(Infinity),
    mostCores: pool.take(),
    cloud: yearlySums(c, c.indices.cloud),
    inflation: yearlySums(c, c.indices.inflation),
  };
  const perCore = 1 / (1 - law.overheadShare);
  for (let m = 0; m < c.regions.length; m++) {
    const year = Math.floor(m / MONTHS_PER_YEAR);
    const cores = c.needs.cores[m] * perCore;
    bounds.leastCores[year] = Math.min(bounds.leastCores[year], cores);
    bounds.mostCores[year] = Math.max(bounds.mostCores[year], cores);
    bounds.leastMemoryGib[year] = Math.min(bounds.leastMemoryGib[year], c.needs.memoryGib[m]);
  }
  return bounds;
}

function yearlySums({ regions, needs, law, pool }: BoundInputs, index: Float64Array): YearlySums {
  const sums = { cores: pool.take(), memoryGib: pool.take(), one: pool.take() };
  const perCore = 1 / (1 - law.overheadShare);
  for (let m = 0; m < regions.length; m++) {
    const year = Math.floor(m / MONTHS_PER_YEAR);
    const weight = regions[m] * index[m];
    sums.cores[year] += needs.cores[m] * weight * perCore;
    sums.memoryGib[year] += needs.memoryGib[m] * weight;
    sums.one[year] += weight;
  }
  return sums;
}

/** A need so near above a whole number of nodes may round down to it. */
const NEARLY = 1e-6;

/** How near a bound comes: `loose` counts a cluster as if its nodes did not get into each other's way, `tight` by the scalability law. */
export type Tightness = "loose" | "tight";

/**
 * Fills a cost below which a type cannot be from each year to the end, and gives it for the whole plan: in each year the nodes of its least month, or
 * those of its mean need where that is more; each with the spare. Of rent what is never scaled down counts, and the floor's part of the rest.
 */
export function leastCosts(bounds: CostBounds, power: NodePower, rent: number, fromYear: Float64Array, tightness: Tightness): number {
  const { law, cloud, inflation, scaledDown } = bounds;
  const memoryGib = power.memoryGib - law.baseMemoryGib;
  // What every server needs of memory leaves nothing for data: the type cannot serve.
  if (memoryGib <= 0 && bounds.leastMemoryGib[0] > 0) return Infinity;
  const perGib = memoryGib > 0 ? 1 / memoryGib : 0;
  const perCore = 1 / power.cores;
  let cost = 0;
  for (let year = bounds.years - 1; year >= 0; year--) {
    const isTight = tightness === "tight" && bounds.mostCores[year] * perCore < law.largestCapacity;
    const floor = withSpare(law, Math.ceil(bounds.leastMemoryGib[year] * perGib - NEARLY));
    const forLoad = bounds.leastCores[year] * perCore;
    const least = Math.max(floor, isTight ? nodesInSteps(law, forLoad) : withSpare(law, Math.ceil(forLoad - NEARLY)));
    const rented = Math.max(least, meanNodes(law, cloud, perCore, perGib, year, isTight)) * cloud.one[year];
    const equipped = Math.max(least, meanNodes(law, inflation, perCore, perGib, year, isTight)) * inflation.one[year];
    const billed = rented * (1 - scaledDown) + scaledDown * floor * cloud.one[year];
    fromYear[year] = cost += (rent * billed + bounds.perNode * equipped) * (1 - TOLERANCE);
  }
  return cost;
}

/** The number of nodes whose cluster carries a load. */
function nodesInSteps(law: ClusterLaw, load: number): number {
  const step = stepFor(law.steps.load, load * (1 - NEARLY), 0);
  return step < law.steps.nodes.length ? law.steps.nodes[step] : withSpare(law, Math.ceil(load - NEARLY));
}

/** Nodes, not in whole numbers, for the mean need of a year; a cluster needs the more nodes per load the larger it is, so the mean of the months is no less. */
function meanNodes(law: ClusterLaw, sums: YearlySums, perCore: number, perGib: number, year: number, isTight: boolean): number {
  const load = (sums.cores[year] / sums.one[year]) * perCore;
  const data = (sums.memoryGib[year] / sums.one[year]) * perGib;
  return Math.max(isTight ? clusterFor(load, law.contention, law.coherency) : load, data) + law.spare;
}
