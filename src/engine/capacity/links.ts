import type { PlanParts, PlanSetting } from "../planSetting";
import type { SeriesPool } from "../series";
import { MBPS_PER_KB_PER_SECOND } from "../units";

/** Links of each month: how many sites and hubs have them, and the Mbps of each. */
export interface LinkNeeds {
  readonly sites: Float64Array;
  readonly siteMbps: Float64Array;
  readonly hubs: Float64Array;
  readonly hubMbps: Float64Array;
}

/**
 * Links that sites and hubs need. Central: every site beyond the data centre; distributed: every site beyond the hubs, and the hubs among each
 * other; hybrid: one set for both, and the data centre is one of the hubs.
 */
export function linkNeeds(plan: PlanSetting, { distributed }: PlanParts, pool: SeriesPool): LinkNeeds {
  const { a, centralShare, demand } = plan;
  const needs = { sites: pool.room(), siteMbps: pool.room(), hubs: pool.take(), hubMbps: pool.take() };
  const base = a["wan.base_mbps"];
  const mbpsPerTps = (a["demand.kb_per_tx"] * MBPS_PER_KB_PER_SECOND) / a["wan.utilization"];
  const remoteReads = a["horizontal.remote_read_share"] * a["demand.read_share"];
  const globalWrites = plan.globalShare * (1 - a["demand.read_share"]);
  for (let m = 0; m < needs.sites.length; m++) {
    const perSite = (demand.tpsPeak[m] / demand.sites[m]) * mbpsPerTps;
    const regions = distributed ? demand.regions[m] : 1;
    needs.sites[m] = Math.max(0, demand.sites[m] - regions);
    needs.siteMbps[m] = Math.max(base, perSite);
    if (regions <= 1) continue;
    const between = (demand.tpsPeak[m] / regions) * (remoteReads + globalWrites * (regions - 1));
    needs.hubs[m] = regions;
    needs.hubMbps[m] = Math.max(base, perSite * centralShare + between * mbpsPerTps * (1 - centralShare));
  }
  return needs;
}
