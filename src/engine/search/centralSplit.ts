/** What more shards cost beside larger servers. */

import { cheapestShape, fitsWindow, smallestCount } from "./centralChoice";
import type { ChoiceContext } from "./centralContext";
import type { SplitPrices } from "./plan";
import { MOST_SHARDS } from "../capacity/shards";

/** What all that follows costs over the plan when a shape and shard count are held from the month to the end. */
export type CostToEnd = (shape: number, shards: number) => number;

/** What both ways cost in a month in which larger servers are due; undefined when no number of shards lasts the runway. */
export function splitPrices(c: ChoiceContext, month: number, larger: SplitPrices["larger"], costOf: CostToEnd): SplitPrices | undefined {
  const { a } = c.setting;
  const runway = a["shard.runway_months"];
  // The shards at which the shape in service lasts the runway, and the cheapest shape for so many.
  const shards = smallestCount(a, larger.shards + 1, (count) => fitsWindow(c, c.shape, count, month, runway));
  if (shards > MOST_SHARDS) return undefined;
  const shape = cheapestShape(c, month, shards);
  return {
    month,
    split: { shape, shards, cost: costOf(shape, shards) },
    larger: { ...larger, cost: costOf(larger.shape, larger.shards) },
  };
}
