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
  const { a, law, pool, regions, indices } = c;
  const bounds: CostBounds = {
    law,
    perNode: (a["platform.tools_cost"] + a["security.cost_per_endpoint"]) / MONTHS_PER_YEAR,
    scaledDown: c.owned ? 0 : a["horizontal.elastic_share"] * (1 - 1 / a["demand.peak_to_mean"]),
    years: regions.length / MONTHS_PER_YEAR,
    leastCores: pool.take(),
    leastMemoryGib: pool.take(),
    mostCores: pool.take(),
    leastRegions: pool.take(),
    subscriptions: pool.take(),
    lowestInflation: Math.min(1, indices.inflation[regions.length - 1]),
    cloud: { cores: pool.take(), memoryGib: pool.take(), one: pool.take() },
    inflation: { cores: pool.take(), memoryGib: pool.take(), one: pool.take() },
  };
  const { years } = bounds;
  bounds.leastCores[years] = Infinity;
  bounds.leastMemoryGib[years] = Infinity;
  for (let year = 0; year < years; year++) {
    fillExtremes(c, bounds, year);
    addWeighted(c, indices.cloud, year, years, bounds.cloud);
    addWeighted(c, indices.inflation, year, years, bounds.inflation);
  }
  return bounds;
}

/** Fills what a region needs least and most in a year, and so far in the plan. */
function fillExtremes({ needs, regions, law, indices }: BoundInputs, bounds: CostBounds, year: number): void {
  const { years, leastCores, leastMemoryGib, mostCores, leastRegions } = bounds;
  const perCore = 1 / (1 - law.overheadShare);
  let [fewestCores, mostOfCores, memoryGib, fewestRegions, subscription] = [Infinity, 0, Infinity, Infinity, 0];
  for (let m = year * MONTHS_PER_YEAR; m < (year + 1) * MONTHS_PER_YEAR; m++) {
    const cores = needs.cores[m] * perCore;
    fewestCores = Math.min(fewestCores, cores);
    mostOfCores = Math.max(mostOfCores, cores);
    memoryGib = Math.min(memoryGib, needs.memoryGib[m]);
    fewestRegions = Math.min(fewestRegions, regions[m]);
    subscription += indices.licenses[m] / MONTHS_PER_YEAR;
  }
  leastCores[year] = fewestCores;
  mostCores[year] = mostOfCores;
  leastMemoryGib[year] = memoryGib;
  leastRegions[year] = fewestRegions;
  bounds.subscriptions[year] = subscription;
  leastCores[years] = Math.min(leastCores[years], fewestCores);
  mostCores[years] = Math.max(mostCores[years], mostOfCores);
  leastMemoryGib[years] = Math.min(leastMemoryGib[years], memoryGib);
}

/** Fills the sums of a year, and adds them to those of the plan. */
function addWeighted({ needs, regions, law }: BoundInputs, index: Float64Array, year: number, years: number, sums: WeightedSums): void {
  const perCore = 1 / (1 - law.overheadShare);
  let [cores, memoryGib, one] = [0, 0, 0];
  for (let m = year * MONTHS_PER_YEAR; m < (year + 1) * MONTHS_PER_YEAR; m++) {
    const weight = regions[m] * index[m];
    cores += needs.cores[m] * weight * perCore;
    memoryGib += needs.memoryGib[m] * weight;
    one += weight;
  }
  sums.cores[year] = cores;
  sums.memoryGib[year] = memoryGib;
  sums.one[year] = one;
  sums.cores[years] += cores;
  sums.memoryGib[years] += memoryGib;
  sums.one[years] += one;
}

/** A need so near above a whole number of nodes may round down to it. */
const NEARLY = 1e-6;

/** A cost below which a type cannot be over the whole plan, told without a root: no cluster carries more than its nodes one by one. */
export function roughCost(bounds: CostBounds, power: NodePower, rent: number): number {
  const { law, cloud, inflation, years, perNode, scaledDown } = bounds;
  const memoryGib = power.memoryGib - law.baseMemoryGib;
  // What every server needs of memory leaves nothing for data: the type cannot serve.
  if (memoryGib <= 0 && bounds.leastMemoryGib[years] > 0) return Infinity;
  const perGib = memoryGib > 0 ? 1 / memoryGib : 0;
  const perCore = 1 / power.cores;
  const rented = Math.max(cloud.cores[years] * perCore, cloud.memoryGib[years] * perGib) + law.spare * cloud.one[years];
  const equipped = Math.max(inflation.cores[years] * perCore, inflation.memoryGib[years] * perGib) + law.spare * inflation.one[years];
  return (rent * rented * (1 - scaledDown) + perNode * equipped) * (1 - TOLERANCE);
}

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
