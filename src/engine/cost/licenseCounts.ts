import { eachPurchase, licensesNeeded, licensesOf } from "../capacity/licenses";
import type { CentralPlan, DistributedPlan } from "../capacity/plan";
import { serverCounts } from "../capacity/sharding";
import type { Plan } from "../lines";
import type { License } from "../resolved";

/** Licences of a product that the parts of a plan need in each month in service; sites of a hybrid need them once. */
export function licenseCounts(plan: Plan, license: License): Float64Array {
  const counts = new Float64Array(plan.timeline.months);
  const central = licensesOf(plan.a, "vertical").includes(license) ? plan.central : undefined;
  const distributed = licensesOf(plan.a, "horizontal").includes(license) ? plan.distributed : undefined;
  if (central) addCentral(plan, central, license, counts);
  if (distributed && !(central && license.metric === "site")) addDistributed(plan, distributed, license, counts);
  if (plan.service) counts.fill(0, 0, plan.service.first - 1);
  return counts;
}

function addCentral({ a, demand, centralShare }: Plan, central: CentralPlan, license: License, counts: Float64Array): void {
  const virtual = a["vertical.hosting"] === "cloud";
  for (let m = 0; m < counts.length; m++) {
    const { active, passive } = serverCounts(a, central.shards[m]);
    const fleet = {
      active,
      passive,
      virtual,
      volume: demand.volume[m] * centralShare,
      tb: demand.tb[m] * centralShare,
      sites: demand.sites[m],
    };
    counts[m] += licensesNeeded(license, central.shapes[central.shapeOf[m]], fleet);
  }
}

function addDistributed({ a, demand, centralShare }: Plan, distributed: DistributedPlan, license: License, counts: Float64Array): void {
  const virtual = a["horizontal.hosting"] === "cloud";
  const share = 1 - centralShare;
  for (let m = 0; m < counts.length; m++) {
    const fleet = {
      active: distributed.nodes[m],
      passive: 0,
      virtual,
      volume: demand.volume[m] * share,
      tb: demand.tb[m] * share,
      sites: demand.sites[m],
    };
    counts[m] += licensesNeeded(license, distributed.shape, fleet);
  }
}

/** Calls with each purchase of each perpetual product that applies. */
export function eachPlanPurchase(plan: Plan, visit: (license: License, month: number, bought: number, unitPrice: number) => void): void {
  for (const license of plan.a.licenses) {
    if (license.model !== "perpetual" || license.applies === "none") continue;
    const counts = licenseCounts(plan, license);
    eachPurchase(license, counts, plan.indices, (month, bought, unitPrice) => visit(license, month, bought, unitPrice));
  }
}

/** What every licence line is computed from. */
export const LICENSE_KEYS = ["servers", "shards", "nodes", "volume", "tb", "sites", "vertical.hosting", "horizontal.hosting", "license.*"];
