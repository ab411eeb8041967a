import { indicesOf } from "../../../src/engine/capacity/indices";
import type { PriceIndices } from "../../../src/engine/capacity/indices";
import type { Plan } from "../../../src/engine/lines";
import * as prices from "../../../src/engine/model/generated/prices";
import { emptySeries } from "../../../src/engine/model/series";
import type { Assumptions } from "../../../src/engine/catalogue/resolved";

/** The price indices of a scenario over some months, by the model's loops. */
export function priceIndices(a: Assumptions, months: number): PriceIndices {
  const series = emptySeries(months);
  // Of the plan they read nothing else.
  const plan = { a, timeline: { months } } as Plan;
  for (const compute of Object.values(prices)) compute(plan, series);
  return indicesOf(series);
}
