import type { ModelSeries } from "../model/generated/series";

/** Price indices by month: 1 in year 1, then one step a year. */
export interface PriceIndices {
  readonly cloud: Float64Array;
  readonly hardware: Float64Array;
  readonly wan: Float64Array;
  readonly wages: Float64Array;
  readonly licenses: Float64Array;
  readonly inflation: Float64Array;
}

/** The price indices among the series of the model. */
export function indicesOf(series: ModelSeries): PriceIndices {
  return {
    cloud: series["cloud_price_index"],
    hardware: series["hardware_price_index"],
    wan: series["bandwidth_price_index"],
    wages: series["wage_index"],
    licenses: series["license_price_index"],
    inflation: series["inflation_index"],
  };
}

/** A price index in a year (1 = first) when prices rise from a year on: (1 + rate)^(year - first + 1), 1 before it. */
export function priceIndexIn(rate: number, year: number, firstYear: number): number {
  return Math.pow(1 + rate, Math.max(0, year - firstYear + 1));
}
