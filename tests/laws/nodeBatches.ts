import type { ServerBatch } from "../../src/engine/search/plan";
import { purchaseOf } from "../../src/engine/search/purchase";
import type { FeasibleProjection } from "../../src/engine/lines";

/** The owned nodes of a plan as they are bought: each month in service buys what is missing; none leaves before its life ends. */
export function nodeBatches({ plan, series, timeline }: FeasibleProjection): readonly ServerBatch[] {
  const { a, distributed, indices, service } = plan;
  const batches: ServerBatch[] = [];
  if (!distributed || a["horizontal.hosting"] !== "owned") return batches;
  for (let month = service?.first ?? 1; month <= (service?.last ?? timeline.months); month++) {
    const kept = batches.reduce((sum, batch) => sum + (batch.endMonth > month ? batch.count : 0), 0);
    const missing = series["nodes_needed"][month - 1] - kept;
    if (missing > 0) batches.push(purchaseOf(a, indices, distributed.priceFactor, distributed.shape, missing, month));
  }
  return batches;
}
