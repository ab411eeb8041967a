import type { Assumptions } from "../resolved";
import type { SeriesPool } from "../series";
import { MONTHS_PER_YEAR, TOLERANCE } from "../units";
import type { PriceIndices } from "./indices";
import { withSpare } from "./nodes";
import type { ClusterLaw, NodePower } from "./nodes";
import { stepFor } from "./nodeSteps";
import type { RegionNeeds } from "./regionNeed";
import { clusterFor } from "./scalability";

/** From which the least that any node type can cost follows. */
export interface CostBounds {
  readonly law: ClusterLaw;
  /** Tools and endpoint security per node and month. */
  readonly perNode: number;
  /** Share of the nodes above the floor that is not billed. */
  readonly scaledDown: number;
  /** The years of the plan, and after them the whole of it; lists hold one number for each. */
  readonly years: number;
  /** What a region needs in the month in which it needs least: cores with what orchestration takes, and memory. */
  readonly leastCores: Float64Array;
  readonly leastMemoryGib: Float64Array;
  /** Cores in the month in which it needs most. */
  readonly mostCores: Float64Array;
  readonly leastRegions: Float64Array;
  /** Index of a subscription's price, summed over the months and per month of a year's price. */
  readonly subscriptions: Float64Array;
  readonly lowestInflation: number;
  readonly cloud: WeightedSums;
  readonly inflation: WeightedSums;
}

/** Sums over the regions and the months, weighted by a price index. */
interface WeightedSums {
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
  const { a, law, pool, needs, regions } = c;
  const bounds = {
    law,
    perNode: (a["platform.tools_cost"] + a["security.cost_per_endpoint"]) / MONTHS_PER_YEAR,
    scaledDown: c.owned ? 0 : a["horizontal.elastic_share"] * (1 - 1 / a["demand.peak_to_mean"]),
    years: regions.length / MONTHS_PER_YEAR,
    leastCores: pool.take().fill(Infinity),
    leastMemoryGib: pool.take().fill(Infinity),
    mostCores: pool.take(),
    leastRegions: pool.take().fill(Infinity),
    subscriptions: pool.take(),
    lowestInflation: Math.min(1, c.indices.inflation[regions.length - 1]),
    cloud: weightedSums(c, c.indices.cloud),
    inflation: weightedSums(c, c.indices.inflation),
  };
  const { years, leastCores, leastMemoryGib, mostCores, leastRegions, subscriptions } = bounds;
  const perCore = 1 / (1 - law.overheadShare);
  for (let year = 0; year < years; year++) {
    for (let m = year * MONTHS_PER_YEAR; m < (year + 1) * MONTHS_PER_YEAR; m++) {
      const cores = needs.cores[m] * perCore;
      leastCores[year] = Math.min(leastCores[year], cores);
      mostCores[year] = Math.max(mostCores[year], cores);
      leastMemoryGib[year] = Math.min(leastMemoryGib[year], needs.memoryGib[m]);
      leastRegions[year] = Math.min(leastRegions[year], regions[m]);
      subscriptions[year] += c.indices.licenses[m] / MONTHS_PER_YEAR;
    }
    leastCores[years] = Math.min(leastCores[years], leastCores[year]);
    mostCores[years] = Math.max(mostCores[years], mostCores[year]);
    leastMemoryGib[years] = Math.min(leastMemoryGib[years], leastMemoryGib[year]);
  }
  return bounds;
}

function weightedSums({ regions, needs, law, pool }: BoundInputs, index: Float64Array): WeightedSums {
  const sums = { cores: pool.take(), memoryGib: pool.take(), one: pool.take() };
  const perCore = 1 / (1 - law.overheadShare);
  const years = regions.length / MONTHS_PER_YEAR;
  for (let year = 0; year < years; year++) {
    for (let m = year * MONTHS_PER_YEAR; m < (year + 1) * MONTHS_PER_YEAR; m++) {
      const weight = regions[m] * index[m];
      sums.cores[year] += needs.cores[m] * weight * perCore;
      sums.memoryGib[year] += needs.memoryGib[m] * weight;
      sums.one[year] += weight;
    }
    sums.cores[years] += sums.cores[year];
    sums.memoryGib[years] += sums.memoryGib[year];
    sums.one[years] += sums.one[year];
  }
  return sums;
}

/** A need so near above a whole number of nodes may round down to it. */
const NEARLY = 1e-6;

/** A cost below which a type cannot be over the whole plan, told without looking at its years. */
export function leastCost(bounds: CostBounds, power: NodePower, rent: number): number {
  return costBelow(bounds, power, rent, bounds.years);
}

/** Fills a cost below which a type cannot be from each year to the end, and gives it for the whole plan. */
export function leastCosts(bounds: CostBounds, power: NodePower, rent: number, fromYear: Float64Array): number {
  let cost = 0;
  for (let year = bounds.years - 1; year >= 0; year--) fromYear[year] = cost += costBelow(bounds, power, rent, year);
  return cost;
}

/**
 * A cost below which a type cannot be in a year, or in the plan: the nodes of the month that needs least, or those of the mean need where that is more;
 * each with the spare. Of rent what is never scaled down counts, and the floor's part of the rest.
 */
function costBelow(bounds: CostBounds, power: NodePower, rent: number, at: number): number {
  const { law, cloud, inflation, scaledDown } = bounds;
  const memoryGib = power.memoryGib - law.baseMemoryGib;
  // What every server needs of memory leaves nothing for data: the type cannot serve.
  if (memoryGib <= 0 && bounds.leastMemoryGib[at] > 0) return Infinity;
  const perGib = memoryGib > 0 ? 1 / memoryGib : 0;
  const perCore = 1 / power.cores;
  const isOneCluster = bounds.mostCores[at] * perCore < law.largestCapacity;
  const floor = withSpare(law, Math.ceil(bounds.leastMemoryGib[at] * perGib - NEARLY));
  const least = Math.max(floor, loadedNodes(law, bounds.leastCores[at] * perCore, isOneCluster));
  const rented = Math.max(least, meanNodes(law, cloud, perCore, perGib, at, isOneCluster)) * cloud.one[at];
  const equipped = Math.max(least, meanNodes(law, inflation, perCore, perGib, at, isOneCluster)) * inflation.one[at];
  const billed = rented * (1 - scaledDown) + scaledDown * floor * cloud.one[at];
  return (rent * billed + bounds.perNode * equipped) * (1 - TOLERANCE);
}

/** The number of nodes of a region whose cluster carries a load. */
function loadedNodes(law: ClusterLaw, load: number, isOneCluster: boolean): number {
  const step = isOneCluster ? stepFor(law.steps.load, load * (1 - NEARLY), 0) : law.steps.nodes.length;
  return step < law.steps.nodes.length ? law.steps.nodes[step] : withSpare(law, Math.ceil(load - NEARLY));
}

/** A number of nodes below which a type is in no month of a year. */
export function leastNodes(
  { law, leastCores, leastMemoryGib, mostCores, leastRegions }: CostBounds,
  power: NodePower,
  year: number,
): number {
  const memoryGib = power.memoryGib - law.baseMemoryGib;
  const forData = memoryGib > 0 ? leastMemoryGib[year] / memoryGib : 0;
  const load = leastCores[year] / power.cores;
  const loaded = loadedNodes(law, load, mostCores[year] / power.cores < law.largestCapacity);
  return Math.max(loaded, withSpare(law, Math.ceil(forData - NEARLY))) * leastRegions[year];
}

/** Nodes, not in whole numbers, for the mean need; a cluster needs the more nodes per load the larger it is, so the mean over the months is no less. */
function meanNodes(law: ClusterLaw, sums: WeightedSums, perCore: number, perGib: number, at: number, isOneCluster: boolean): number {
  const load = (sums.cores[at] / sums.one[at]) * perCore;
  const data = (sums.memoryGib[at] / sums.one[at]) * perGib;
  return Math.max(isOneCluster ? clusterFor(load, law.contention, law.coherency) : load, data) + law.spare;
}
