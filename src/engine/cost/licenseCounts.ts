import { countsServersOnly, eachPurchase, licensesNeeded } from "../capacity/licenses";
import type { CentralPlan, DistributedPlan } from "../capacity/plan";
import { serverCounts } from "../capacity/sharding";
import type { Plan } from "../lines";
import type { License } from "../resolved";

/** Licences of a product that the parts of a plan need in each month in service; sites of a hybrid need them once. */
export function licenseCounts(plan: Plan, license: License): Float64Array {
  const counts = new Float64Array(plan.timeline.months);
  const { applies } = license;
  const central = applies === "both" || applies === "vertical" ? plan.central : undefined;
  const distributed = applies === "both" || applies === "horizontal" ? plan.distributed : undefined;
  if (central) addCentral(plan, central, license, counts);
  if (distributed && !(central && license.metric === "site")) addDistributed(plan, distributed, license, counts);
  if (plan.service) counts.fill(0, 0, plan.service.first - 1);
  return counts;
}

function addCentral({ a, demand, centralShare }: Plan, central: CentralPlan, license: License, counts: Float64Array): void {
  const { shards, shapes, shapeOf } = central;
  const virtual = a["vertical.hosting"] === "cloud";
  const repeats = countsServersOnly(license);
  let needed = 0;
  for (let m = 0; m < counts.length; m++) {
    const isNew = m === 0 || shards[m] !== shards[m - 1] || shapeOf[m] !== shapeOf[m - 1];
    if (isNew || !repeats) {
      const { active, passive } = serverCounts(a, shards[m]);
      const [volume, tb] = [demand.volume[m] * centralShare, demand.tb[m] * centralShare];
      needed = licensesNeeded(license, shapes[shapeOf[m]], { active, passive, virtual, volume, tb, sites: demand.sites[m] });
    }
    counts[m] += needed;
  }
}

function addDistributed({ a, demand, centralShare }: Plan, distributed: DistributedPlan, license: License, counts: Float64Array): void {
  const { nodes, shape } = distributed;
  const virtual = a["horizontal.hosting"] === "cloud";
  const share = 1 - centralShare;
  const repeats = countsServersOnly(license);
  let needed = 0;
  for (let m = 0; m < counts.length; m++) {
    if (m === 0 || !repeats || nodes[m] !== nodes[m - 1]) {
      const [volume, tb] = [demand.volume[m] * share, demand.tb[m] * share];
      needed = licensesNeeded(license, shape, { active: nodes[m], passive: 0, virtual, volume, tb, sites: demand.sites[m] });
    }
    counts[m] += needed;
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
