import type { ServerShape } from "../reference";
import type { Plan } from "../lines";
import { serverCounts } from "../capacity/sharding";

/** Owned servers at one place in a month, and at how many such places. */
export interface Placement {
  readonly shape: ServerShape;
  readonly servers: number;
  readonly places: number;
}

/** Whether servers are bought at all. */
export const hasOwned = ({ central, distributed }: Plan): boolean =>
  (central?.batches.length ?? 0) + (distributed?.batches.length ?? 0) > 0;

/** Where owned servers stand in a month (index from 0): the data centre, its disaster-recovery site, each region. */
export function placements(plan: Plan, m: number): readonly Placement[] {
  const { a, central, distributed } = plan;
  const found: Placement[] = [];
  if (central && a["vertical.hosting"] === "owned") {
    const shape = central.shapes[central.shapeOf[m]];
    const { total, disasterRecovery } = serverCounts(a, central.shards[m]);
    found.push({ shape, servers: total - disasterRecovery, places: 1 }, { shape, servers: disasterRecovery, places: 1 });
  }
  if (distributed && a["horizontal.hosting"] === "owned") {
    const regions = distributed.regions[m];
    found.push({ shape: distributed.shape, servers: distributed.nodes[m] / regions, places: regions });
  }
  return found;
}
