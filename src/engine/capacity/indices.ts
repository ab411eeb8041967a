import type { Assumptions } from "../resolved";
import type { SeriesPool } from "../series";
import type { Timeline } from "../timeline";
import { MONTHS_PER_YEAR } from "../units";

/** Price indices by month: 1 in year 1, then one step a year. */
export interface PriceIndices {
  readonly cloud: Float64Array;
  readonly hardware: Float64Array;
  readonly wan: Float64Array;
  readonly wages: Float64Array;
  readonly licenses: Float64Array;
  /** Sum of the licences' index from a month to the end of the plan. */
  readonly licensesLeft: Float64Array;
  readonly inflation: Float64Array;
}

/** The price indices of a scenario; each steps once a year and year 1 is not escalated. */
export function priceIndices(a: Assumptions, timeline: Timeline, pool: SeriesPool): PriceIndices {
  const index = (rate: number, firstYear = 2): Float64Array => {
    const out = pool.take();
    for (let year = 1; year <= timeline.years; year++) {
      const value = Math.pow(1 + rate, Math.max(0, year - firstYear + 1));
      out.fill(value, (year - 1) * MONTHS_PER_YEAR, year * MONTHS_PER_YEAR);
    }
    return out;
  };
  const licenses = index(a["license.uplift"], a["license.first_uplift_year"]);
  return {
    cloud: index(a["cloud.price_change"]),
    hardware: index(a["hardware.price_change"]),
    wan: index(a["wan.price_change"]),
    wages: index(a["staff.wage_growth"]),
    licenses,
    licensesLeft: remaining(licenses, pool.take()),
    inflation: index(a["prices.inflation"]),
  };
}

function remaining(values: Float64Array, out: Float64Array): Float64Array {
  let left = 0;
  for (let m = values.length - 1; m >= 0; m--) out[m] = left += values[m];
  return out;
}
