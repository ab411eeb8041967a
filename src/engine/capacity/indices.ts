import type { Assumptions } from "../resolved";
import type { Timeline } from "../timeline";
import { MONTHS_PER_YEAR } from "../units";

/** An index and what it was filled for. */
interface PriceIndex {
  rate: number;
  firstYear: number;
  readonly values: Float64Array;
}

/** Price indices by month: 1 in year 1, then one step a year. */
export interface PriceIndices {
  readonly rooms: readonly PriceIndex[];
  readonly cloud: Float64Array;
  readonly hardware: Float64Array;
  readonly wan: Float64Array;
  readonly wages: Float64Array;
  readonly licenses: Float64Array;
  /** Sum of the licences' index from a month to the end of the plan. */
  readonly licensesLeft: Float64Array;
  readonly inflation: Float64Array;
}

/** Room for the price indices of a plan. */
export function emptyIndices({ months }: Timeline): PriceIndices {
  const room = (): PriceIndex => ({ rate: Number.NaN, firstYear: 0, values: new Float64Array(months) });
  const rooms = [room(), room(), room(), room(), room(), room()];
  const [cloud, hardware, wan, wages, licenses, inflation] = rooms.map(({ values }) => values);
  return { rooms, cloud, hardware, wan, wages, licenses, licensesLeft: new Float64Array(months), inflation };
}

/** Fills the price indices whose rate has changed; each steps once a year and year 1 is not escalated. */
export function fillIndices(a: Assumptions, { rooms, licenses, licensesLeft }: PriceIndices): void {
  const [cloud, hardware, wan, wages, uplift, inflation] = rooms;
  fillIndex(cloud, a["cloud.price_change"], SECOND);
  fillIndex(hardware, a["hardware.price_change"], SECOND);
  fillIndex(wan, a["wan.price_change"], SECOND);
  fillIndex(wages, a["staff.wage_growth"], SECOND);
  fillIndex(inflation, a["prices.inflation"], SECOND);
  if (!fillIndex(uplift, a["license.uplift"], a["license.first_uplift_year"])) return;
  let left = 0;
  for (let m = licenses.length - 1; m >= 0; m--) licensesLeft[m] = left += licenses[m];
}

const SECOND = 2;

/** Fills an index that rises from a year on; false when it is as it was. */
function fillIndex(index: PriceIndex, rate: number, firstYear: number): boolean {
  if (index.rate === rate && index.firstYear === firstYear) return false;
  index.rate = rate;
  index.firstYear = firstYear;
  const { values } = index;
  for (let year = 1; year <= values.length / MONTHS_PER_YEAR; year++) {
    const value = year < firstYear ? 1 : Math.pow(1 + rate, year - firstYear + 1);
    for (let m = (year - 1) * MONTHS_PER_YEAR; m < year * MONTHS_PER_YEAR; m++) values[m] = value;
  }
  return true;
}
