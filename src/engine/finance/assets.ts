import type { ServerBatch } from "../search/plan";
import { MONTHS_PER_YEAR } from "../units";
import { MACRS_5 } from "./depreciation";
import type { DepreciationMethod } from "./depreciation";

/**
 * Share of an asset's cost that is written off after some months in service, 0..1: months / life, or MACRS by years in service with each
 * year's share spread evenly over its months.
 * @example depreciatedShare("straight-line", 60, 12) // 0.2
 */
export function depreciatedShare(method: DepreciationMethod, lifeMonths: number, monthsInService: number): number {
  if (method === "straight-line") return Math.min(1, Math.max(0, monthsInService / lifeMonths));
  let written = 0;
  for (let year = 0; year < MACRS_5.length; year++) {
    const part = Math.min(1, Math.max(0, monthsInService / MONTHS_PER_YEAR - year));
    written += MACRS_5[year] * part;
  }
  return Math.min(1, written);
}

/** Adds the depreciation of an asset to each month from the one in which it enters service. */
export function addDepreciation(
  method: DepreciationMethod,
  value: number,
  lifeMonths: number,
  serviceMonth: number,
  out: Float64Array,
): void {
  let written = 0;
  for (let month = serviceMonth; month <= out.length; month++) {
    const share = depreciatedShare(method, lifeMonths, month - serviceMonth + 1);
    out[month - 1] += value * (share - written);
    written = share;
    if (share >= 1) return;
  }
}

/** Value of servers that is not written off when the plan ends, money; 0 for those that have left before. */
export function undepreciatedValue(method: DepreciationMethod, batch: ServerBatch, months: number): number {
  if (batch.endMonth <= months) return 0;
  const inService = Math.max(0, months - batch.serviceMonth + 1);
  return batch.count * batch.unitPrice * (1 - depreciatedShare(method, batch.lifeMonths, inService));
}
