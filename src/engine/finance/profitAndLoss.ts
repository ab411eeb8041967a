import type { CostLine, FeasibleProjection } from "../lines";
import { MONTHS_PER_YEAR } from "../units";
import { addDepreciation } from "./assets";

const SERVERS = "hardware.purchase";
const NOT_DEPRECIATED = "residual";

/** Capital spending that is written off over the life of servers from the month in which it is paid: all but servers and their residual value. */
export function otherCapital({ costs }: FeasibleProjection): readonly CostLine[] {
  return costs.filter(({ id, spend, inTotal }) => spend === "capex" && inTotal && id !== SERVERS && id !== NOT_DEPRECIATED);
}

/**
 * Depreciation of each month, money: servers over their life from the month in which they enter service, expensed when they leave earlier;
 * other capital spending (licences, own lines) over the same life from the month in which it is paid.
 */
export function monthlyDepreciation(projection: FeasibleProjection): Float64Array {
  const { plan, total } = projection;
  const out = new Float64Array(total.length);
  const method = plan.a["finance.depreciation"];
  const lifeMonths = Math.max(1, Math.round(plan.a["hardware.life_years"] * MONTHS_PER_YEAR));
  for (const part of [plan.central, plan.distributed]) {
    for (const batch of part?.batches ?? [])
      addDepreciation(method, batch.count * batch.unitPrice, batch.lifeMonths, batch.serviceMonth, batch.endMonth, out);
  }
  for (const { values } of otherCapital(projection)) {
    values.forEach((paid, m) => {
      if (paid > 0) addDepreciation(method, paid, lifeMonths, m + 1, Infinity, out);
    });
  }
  return out;
}

/** Sum of the cost lines of one kind of spending that count in totals, per month, money. */
export function monthlySpend({ costs, total }: FeasibleProjection, spend: "capex" | "opex"): Float64Array {
  const out = new Float64Array(total.length);
  for (const line of costs) if (line.spend === spend && line.inTotal) line.values.forEach((value, m) => (out[m] = out[m] + value));
  return out;
}

/** The profit-and-loss view of each month, money: operating cost, depreciation in place of capital spending. */
export function profitAndLoss(projection: FeasibleProjection): Float64Array {
  const depreciation = monthlyDepreciation(projection);
  return monthlySpend(projection, "opex").map((opex, m) => opex + depreciation[m]);
}

/**
 * Cash flow of each month after tax, money: opex (1-T) + capex - T x depreciation; without tax the total as paid.
 */
export function afterTaxFlow(projection: FeasibleProjection): Float64Array {
  const tax = projection.plan.a["finance.tax_rate"];
  if (tax === 0) return projection.total;
  const capex = monthlySpend(projection, "capex");
  const depreciation = monthlyDepreciation(projection);
  return monthlySpend(projection, "opex").map((opex, m) => opex * (1 - tax) + capex[m] - tax * depreciation[m]);
}
