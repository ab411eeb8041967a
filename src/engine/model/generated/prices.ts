// Written by `npm run generate` from the formulas in src/engine/model: change those.

import type { Plan } from "../../lines";
import type { ModelSeries } from "./series";

/** cloud_price_index = yearly(cloud.price_change, 2) */
export function cloudPriceIndex({ a }: Plan, s: ModelSeries): void {
  const cloudPriceChange = a["cloud.price_change"];
  let index = 1;
  const cloudPriceIndex = s["cloud_price_index"];
  for (let m = 0; m < cloudPriceIndex.length; m++) {
    if (m % 12 === 0) index = Math.pow(1 + cloudPriceChange, Math.max(0, m / 12 + 2 - 2));
    cloudPriceIndex[m] = index;
  }
}

/** hardware_price_index = yearly(hardware.price_change, 2) */
export function hardwarePriceIndex({ a }: Plan, s: ModelSeries): void {
  const hardwarePriceChange = a["hardware.price_change"];
  let index = 1;
  const hardwarePriceIndex = s["hardware_price_index"];
  for (let m = 0; m < hardwarePriceIndex.length; m++) {
    if (m % 12 === 0) index = Math.pow(1 + hardwarePriceChange, Math.max(0, m / 12 + 2 - 2));
    hardwarePriceIndex[m] = index;
  }
}

/** bandwidth_price_index = yearly(wan.price_change, 2) */
export function bandwidthPriceIndex({ a }: Plan, s: ModelSeries): void {
  const wanPriceChange = a["wan.price_change"];
  let index = 1;
  const bandwidthPriceIndex = s["bandwidth_price_index"];
  for (let m = 0; m < bandwidthPriceIndex.length; m++) {
    if (m % 12 === 0) index = Math.pow(1 + wanPriceChange, Math.max(0, m / 12 + 2 - 2));
    bandwidthPriceIndex[m] = index;
  }
}

/** wage_index = yearly(staff.wage_growth, 2) */
export function wageIndex({ a }: Plan, s: ModelSeries): void {
  const staffWageGrowth = a["staff.wage_growth"];
  let index = 1;
  const wageIndex = s["wage_index"];
  for (let m = 0; m < wageIndex.length; m++) {
    if (m % 12 === 0) index = Math.pow(1 + staffWageGrowth, Math.max(0, m / 12 + 2 - 2));
    wageIndex[m] = index;
  }
}

/** license_price_index = yearly(license.uplift, license.first_uplift_year) */
export function licensePriceIndex({ a }: Plan, s: ModelSeries): void {
  const licenseUplift = a["license.uplift"];
  const licenseFirstUpliftYear = a["license.first_uplift_year"];
  let index = 1;
  const licensePriceIndex = s["license_price_index"];
  for (let m = 0; m < licensePriceIndex.length; m++) {
    if (m % 12 === 0) index = Math.pow(1 + licenseUplift, Math.max(0, m / 12 + 2 - licenseFirstUpliftYear));
    licensePriceIndex[m] = index;
  }
}

/** inflation_index = yearly(prices.inflation, 2) */
export function inflationIndex({ a }: Plan, s: ModelSeries): void {
  const pricesInflation = a["prices.inflation"];
  let index = 1;
  const inflationIndex = s["inflation_index"];
  for (let m = 0; m < inflationIndex.length; m++) {
    if (m % 12 === 0) index = Math.pow(1 + pricesInflation, Math.max(0, m / 12 + 2 - 2));
    inflationIndex[m] = index;
  }
}
