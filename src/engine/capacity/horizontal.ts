import type { ServerShape } from "../reference";
import type { License, Assumptions } from "../resolved";
import type { SeriesPool } from "../series";
import type { PriceIndices } from "./indices";
import { rentOf } from "./ladder";
import type { Workload } from "./need";
import { cheapestNodeType } from "./nodeType";
import type { NodePeople } from "./nodePeople";
import type { NodeSeries, NodeTypeContext } from "./nodeType";
import { cellsFor, equivalentsOf, nodePower, regionCapacity } from "./nodes";
import type { ClusterLaw } from "./nodes";
import type { CapacityEvent, DistributedPlan, Infeasibility, ServerBatch } from "./plan";
import { isInfeasible } from "./plan";
import { purchaseOf } from "./purchase";
import { regionNeeds } from "./regionNeed";

/** What the distributed part stands in, month by month. */
export interface DistributedSetting {
  readonly workload: Workload;
  readonly regions: Float64Array;
  readonly sites: Float64Array;
  /** The part's share of the volume. */
  readonly volume: Float64Array;
  /** Share of the part's data and writes that every region needs. */
  readonly globalShare: number;
  readonly law: ClusterLaw;
  readonly indices: PriceIndices;
  /** By what the prices of the shapes have changed from their date to the start of the plan. */
  readonly priceFactor: number;
  readonly people: NodePeople | undefined;
  /** First month in service: owned nodes are bought for it. */
  readonly firstMonth: number;
}

/**
 * The distributed part of a system: regions of nodes of one type, the one that costs least over the plan with its tools, endpoint security,
 * licenses and people; ties by ladder order. An Infeasibility when no type carries every month.
 */
export function planDistributed(
  a: Assumptions,
  setting: DistributedSetting,
  shapes: readonly ServerShape[],
  licenses: readonly License[],
  pool: SeriesPool,
): DistributedPlan | Infeasibility {
  const needs = regionNeeds(a, setting.globalShare, setting.regions, setting.workload, pool);
  const owned = a["horizontal.hosting"] === "owned";
  const { law, indices, priceFactor, regions, sites, volume, people, workload } = setting;
  const context: NodeTypeContext = {
    a,
    owned,
    indices,
    priceFactor,
    licenses,
    law,
    needs,
    regions,
    sites,
    volume,
    people,
    tb: workload.tb,
    pool,
  };
  const best = cheapestNodeType(context, shapes);
  return isInfeasible(best) ? best : planOf(context, best, setting.firstMonth);
}

function planOf(c: NodeTypeContext, best: NodeSeries, firstMonth: number): DistributedPlan {
  const events: CapacityEvent[] = [];
  const batches: ServerBatch[] = [];
  const { shape } = best;
  const nodes = c.owned ? ownedNodes(c, best, firstMonth, batches, events) : best.nodes;
  const power = nodePower(shape);
  const cells = c.pool.room();
  for (let m = 0; m < cells.length; m++) cells[m] = cellsFor(c.law, equivalentsOf(c.law, power, c.needs.cores[m]));
  return {
    shape,
    needs: c.needs,
    regions: c.regions,
    nodes,
    neededNodes: best.nodes,
    cells,
    batches,
    events,
    billedNodes: c.owned ? nodes : best.billed,
    priceFactor: c.priceFactor,
    monthlyRent: c.owned ? 0 : rentOf(shape, c.a["cloud.commitment"]).monthly * c.priceFactor,
  };
}

/** Owned nodes never leave before their life ends; each month in service buys what is missing. */
function ownedNodes(
  c: NodeTypeContext,
  { shape, nodes }: NodeSeries,
  firstMonth: number,
  batches: ServerBatch[],
  events: CapacityEvent[],
): Float64Array {
  const inService = c.pool.room();
  inService.set(nodes);
  for (let month = firstMonth; month <= inService.length; month++) {
    const kept = batches.reduce((sum, batch) => sum + (batch.endMonth > month ? batch.count : 0), 0);
    const missing = Math.max(0, nodes[month - 1] - kept);
    inService[month - 1] = kept + missing;
    if (missing === 0) continue;
    const worn = batches.some((batch) => batch.endMonth === month);
    batches.push(purchaseOf(c.a, c.indices, c.priceFactor, shape, missing, month));
    if (worn) events.push({ month, kind: "refresh", shape: shape.name, shards: 1, dimension: "none" });
  }
  return inService;
}

type NodesInService = Pick<DistributedPlan, "shape" | "nodes" | "regions" | "cells">;

/** Capacity of the distributed part's regions in a month, by dimension; Infinity where unbounded. */
export function distributedCapacity(law: ClusterLaw, plan: NodesInService, m: number, out: Float64Array): void {
  const { shape } = plan;
  const nodes = plan.nodes[m];
  const regions = plan.regions[m];
  const equivalents = regionCapacity(law, nodes / regions, plan.cells[m]) * regions;
  out[0] = equivalents * shape.cores * shape.speed * (1 - law.overheadShare);
  out[1] = nodes * (shape.memoryGib - law.baseMemoryGib);
  out[2] = nodes * (shape.storageTb ?? Infinity);
  out[3] = nodes * (shape.iops ?? Infinity);
}
