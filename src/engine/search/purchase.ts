import type { ServerShape } from "../catalogue/reference";
import type { Assumptions } from "../catalogue/resolved";
import { MONTHS_PER_YEAR } from "../units";
import type { PriceIndices } from "../capacity/indices";
import { netPriceOf } from "../capacity/ladder";
import type { ServerBatch } from "./plan";

/** Months in which an owned server is in service, at least one. */
export function lifeMonthsOf(a: Assumptions): number {
  return Math.max(1, Math.round(a["hardware.life_years"] * MONTHS_PER_YEAR));
}

/** Servers bought to be in service from a month (from 1): paid before it, at the prices of the month in which they are paid. */
export function purchaseOf(
  a: Assumptions,
  indices: PriceIndices,
  priceFactor: number,
  shape: ServerShape,
  count: number,
  serviceMonth: number,
): ServerBatch {
  const paidMonth = Math.max(1, serviceMonth - a["capacity.lead_months"]);
  const lifeMonths = lifeMonthsOf(a);
  const unitPrice = netPriceOf(shape, a) * priceFactor * indices.hardware[paidMonth - 1];
  return { shape, count, paidMonth, serviceMonth, lifeMonths, unitPrice, endMonth: serviceMonth + lifeMonths };
}
