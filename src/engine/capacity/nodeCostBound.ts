import type { Assumptions } from "../resolved";
import type { SeriesPool } from "../series";
import { MONTHS_PER_YEAR, TOLERANCE } from "../units";
import type { PriceIndices } from "./indices";
import { withSpare } from "./nodes";
import type { ClusterLaw, NodePower } from "./nodes";
import type { RegionNeeds } from "./regionNeed";

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
    cloud: yearlySums(c, c.indices.cloud),
    inflation: yearlySums(c, c.indices.inflation),
  };
  const perCore = 1 / (1 - law.overheadShare);
  for (let m = 0; m < c.regions.length; m++) {
    const year = Math.floor(m / MONTHS_PER_YEAR);
    bounds.leastCores[year] = Math.min(bounds.leastCores[year], c.needs.cores[m] * perCore);
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

/**
 * Fills a cost below which a type cannot be from each year to the end, and gives it for the whole plan. A cluster of n nodes carries no more than n
 * times one, so nodes >= load over cores, >= data over memory, each with the spare and in whole zones in the year's least month; of rent what is
 * never scaled down, and the floor's part of the rest.
 */
export function leastCosts(bounds: CostBounds, power: NodePower, rent: number, fromYear: Float64Array): number {
  const { law, cloud, inflation, scaledDown } = bounds;
  const memoryGib = power.memoryGib - law.baseMemoryGib;
  const perGib = memoryGib > 0 ? 1 / memoryGib : 0;
  const perCore = 1 / power.cores;
  let cost = 0;
  for (let year = bounds.years - 1; year >= 0; year--) {
    const forData = bounds.leastMemoryGib[year] * perGib;
    const floor = withSpare(law, Math.ceil(forData - NEARLY));
    const least = Math.max(floor, withSpare(law, Math.ceil(bounds.leastCores[year] * perCore - NEARLY)));
    const rented = Math.max(least * cloud.one[year], nodesOf(law, cloud, perCore, perGib, year));
    const equipped = Math.max(least * inflation.one[year], nodesOf(law, inflation, perCore, perGib, year));
    const billed = rented * (1 - scaledDown) + scaledDown * floor * cloud.one[year];
    fromYear[year] = cost += (rent * billed + bounds.perNode * equipped) * (1 - TOLERANCE);
  }
  return cost;
}

/** Nodes, not in whole numbers, over a year. */
function nodesOf(law: ClusterLaw, sums: YearlySums, perCore: number, perGib: number, year: number): number {
  return Math.max(sums.cores[year] * perCore, sums.memoryGib[year] * perGib) + law.spare * sums.one[year];
}
