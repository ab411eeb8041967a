import type { PlanSetting } from "../planSetting";
import { scaledSeries } from "../series";
import type { SeriesPool } from "../series";
import { ladderFactor, ladderFor, rentOf } from "./ladder";
import { licensesOf } from "./licenses";
import { nodePeople } from "./nodePeople";
import { regionNeeds } from "./nodes";
import { cheapestNodeType } from "./nodeType";
import type { NodeTypeContext } from "./nodeType";
import type { CentralPlan, DistributedPlan, Infeasibility } from "./plan";
import { isInfeasible } from "./plan";

/** What the choice of the node type depends on, in a plan whose central part is known. */
export function nodeTypeContext(plan: PlanSetting & { readonly central: CentralPlan | undefined }, pool: SeriesPool): NodeTypeContext {
  const { a, reference, series, demand, indices, law, centralShare } = plan;
  const ofPart = (values: Float64Array): Float64Array => scaledSeries(values, 1 - centralShare, pool);
  return {
    a,
    owned: a["horizontal.hosting"] === "owned",
    indices,
    priceFactor: ladderFactor(a, "horizontal", reference),
    licenses: licensesOf(a, "horizontal"),
    law,
    needs: regionNeeds(series),
    regions: demand.regions,
    sites: demand.sites,
    volume: ofPart(demand.volume),
    tb: ofPart(demand.tb),
    people: nodePeople(plan, plan.central, pool),
    pool,
  };
}

/**
 * The distributed part of a system: regions of nodes of one type, the one that costs least over the plan with its tools, endpoint security,
 * licenses and people; ties by ladder order. An Infeasibility when no type carries every month.
 */
export function planDistributed(
  plan: PlanSetting & { readonly central: CentralPlan | undefined },
  pool: SeriesPool,
): DistributedPlan | Infeasibility {
  const { a, reference } = plan;
  const context = nodeTypeContext(plan, pool);
  const best = cheapestNodeType(context, ladderFor(a, "horizontal", reference).shapes);
  if (isInfeasible(best)) return best;
  const { owned, priceFactor } = context;
  const { shape } = best;
  return { shape, priceFactor, monthlyRent: owned ? 0 : rentOf(shape, a["cloud.commitment"]).monthly * priceFactor };
}
