import { quantity } from "./entry";
import type { Entry } from "./entry";

/** A price index: 1 in year 1, then one step a year. */
const priceIndex = (id: string, label: string, formula: string): Entry => quantity(id, { label, unit: "ratio", formula });

/** Price indices. */
export const PRICES: readonly Entry[] = [
  priceIndex("cloud_price_index", "Price index of the cloud", "yearly(cloud.price_change, 2)"),
  priceIndex("hardware_price_index", "Price index of servers", "yearly(hardware.price_change, 2)"),
  priceIndex("bandwidth_price_index", "Price index of bandwidth", "yearly(wan.price_change, 2)"),
  priceIndex("wage_index", "Wage index", "yearly(staff.wage_growth, 2)"),
  priceIndex("license_price_index", "Price index of licenses", "yearly(license.uplift, license.first_uplift_year)"),
  priceIndex("inflation_index", "Price index of everything else", "yearly(prices.inflation, 2)"),
];
