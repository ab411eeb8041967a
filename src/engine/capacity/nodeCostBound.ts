import type { Assumptions } from "../resolved";
import type { SeriesPool } from "../series";
import { MONTHS_PER_YEAR, TOLERANCE } from "../units";
import type { PriceIndices } from "./indices";
import { withSpare } from "./nodes";
import type { ClusterLaw, NodePower } from "./nodes";
import type { RegionNeeds } from "./regionNeed";

/** From which the least that any node type can cost follows, from each month to the end of the plan. */
export interface CostBounds {
  /** Tools and endpoint security per node and month. */
  readonly perNode: number;
  /** Share of the nodes above the floor that is not billed. */
  readonly scaledDown: number;
  readonly months: number;
  readonly spare: number;
  readonly floor: number;
  readonly baseMemoryGib: number;
  readonly cloud: RemainingSums;
  readonly inflation: RemainingSums;
}

/** Sums over the regions and the months from one to the end, weighted by a price index. */
interface RemainingSums {
  /** Cores with what orchestration takes. */
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
  const { a, law } = c;
  return {
    perNode: (a["platform.tools_cost"] + a["security.cost_per_endpoint"]) / MONTHS_PER_YEAR,
    scaledDown: c.owned ? 0 : a["horizontal.elastic_share"] * (1 - 1 / a["demand.peak_to_mean"]),
    months: c.regions.length,
    spare: law.spare,
    floor: withSpare(law, 0),
    baseMemoryGib: law.baseMemoryGib,
    cloud: remainingSums(c, c.indices.cloud),
    inflation: remainingSums(c, c.indices.inflation),
  };
}

function remainingSums({ regions, needs, law, pool }: BoundInputs, index: Float64Array): RemainingSums {
  const sums = { cores: pool.take(), memoryGib: pool.take(), one: pool.take() };
  let cores = 0;
  let memoryGib = 0;
  let one = 0;
  for (let m = regions.length - 1; m >= 0; m--) {
    const weight = regions[m] * index[m];
    sums.cores[m] = cores += (needs.cores[m] * weight) / (1 - law.overheadShare);
    sums.memoryGib[m] = memoryGib += needs.memoryGib[m] * weight;
    sums.one[m] = one += weight;
  }
  return sums;
}

/**
 * A cost below which a type cannot be from a month (index from 0) to the end: nodes >= load in equivalents, >= data over memory, each with the
 * spare; of rent what is never scaled down, and the floor's part of the rest.
 */
export function leastCostFrom(bounds: CostBounds, power: NodePower, rent: number, m: number): number {
  if (m >= bounds.months) return 0;
  const { cloud, inflation, scaledDown } = bounds;
  const memoryGib = power.memoryGib - bounds.baseMemoryGib;
  const perGib = memoryGib > 0 ? 1 / memoryGib : 0;
  const perCore = 1 / power.cores;
  const rented = Math.max(cloud.cores[m] * perCore, cloud.memoryGib[m] * perGib) + bounds.spare * cloud.one[m];
  const equipped = Math.max(inflation.cores[m] * perCore, inflation.memoryGib[m] * perGib) + bounds.spare * inflation.one[m];
  const billed = rented * (1 - scaledDown) + scaledDown * bounds.floor * cloud.one[m];
  return (rent * billed + bounds.perNode * equipped) * (1 - TOLERANCE);
}
