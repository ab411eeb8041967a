import type { CostLine, FeasibleProjection } from "../lines";
import { MONTHS_PER_YEAR } from "../units";
import { addDepreciation, depreciatedShare } from "./assets";

const SERVERS = "hardware.purchase";
const NOT_DEPRECIATED = "residual";

/** Capital spending that is written off over the life of servers from the month in which it is paid: all but servers and their residual value. */
export function otherCapital({ costs }: FeasibleProjection): readonly CostLine[] {
  return costs.filter(({ id, spend, inTotal }) => spend === "capex" && inTotal && id !== SERVERS && id !== NOT_DEPRECIATED);
}

/**
 * Depreciation of each month, money: servers over their life from the month in which they enter service, expensed when they leave earlier;
 * other capital spending (licenses, own lines) over the same life from the month in which it is paid.
 */
export function monthlyDepreciation(projection: FeasibleProjection): Float64Array {
  const { plan, series } = projection;
  const out = Float64Array.from(series["depreciation.hardware.purchase"]);
  const method = plan.a["finance.depreciation"];
  const lifeMonths = lifeMonthsOf(projection);
  for (const { values } of otherCapital(projection)) {
    values.forEach((paid, m) => {
      if (paid !== 0) addDepreciation(method, paid, lifeMonths, m + 1, out);
    });
  }
  return out;
}

const lifeMonthsOf = ({ plan }: FeasibleProjection): number => Math.max(1, Math.round(plan.a["hardware.life_years"] * MONTHS_PER_YEAR));

/**
 * What is lost when the plan ends, money: the value that is not written off, less what servers bring then. With it all capital spending is deducted
 * within the plan, whatever the life.
 */
function disposalLoss(projection: FeasibleProjection): number {
  const { plan, total, series } = projection;
  const method = plan.a["finance.depreciation"];
  const lifeMonths = lifeMonthsOf(projection);
  const servers = (1 - plan.a["finance.residual_share"]) * series["book_value"][total.length - 1];
  const leftOf = (paid: number, m: number): number => paid * (1 - depreciatedShare(method, lifeMonths, total.length - m));
  return otherCapital(projection).reduce((sum, { values }) => values.reduce((left, paid, m) => left + leftOf(paid, m), sum), servers);
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
 * Cash flow of each month after tax, money: opex (1-T) + capex - T x depreciation, and in the last month - T x the loss on what is not written off;
 * without tax the total as paid.
 */
export function afterTaxFlow(projection: FeasibleProjection): Float64Array {
  const tax = projection.plan.a["finance.tax_rate"];
  if (tax === 0) return projection.total;
  const capex = monthlySpend(projection, "capex");
  const depreciation = monthlyDepreciation(projection);
  depreciation[depreciation.length - 1] += disposalLoss(projection);
  return monthlySpend(projection, "opex").map((opex, m) => opex * (1 - tax) + capex[m] - tax * depreciation[m]);
}
