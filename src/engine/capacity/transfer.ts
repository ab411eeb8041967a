import type { PlanParts, PlanSetting } from "../planSetting";
import type { SeriesPool } from "../series";

/** Traffic of each month that the cloud bills, GB. */
export interface TransferNeeds {
  /** Reads to sites beyond the data centre or the hubs. */
  readonly egressGb: Float64Array;
  /** Between regions: copies for disaster recovery, writes that every region needs, reads served elsewhere. */
  readonly regionGb: Float64Array;
}

/** Billed traffic; parts on owned servers are not billed. */
export function transferNeeds(plan: PlanSetting, { central, distributed }: PlanParts, pool: SeriesPool): TransferNeeds {
  const needs = { egressGb: pool.take(), regionGb: pool.take() };
  if (central && plan.a["vertical.hosting"] === "cloud") addCentral(plan, needs);
  if (distributed && plan.a["horizontal.hosting"] === "cloud") addDistributed(plan, needs);
  return needs;
}

function addCentral({ a, centralShare, demand }: PlanSetting, { egressGb, regionGb }: TransferNeeds): void {
  const reads = centralShare * a["demand.read_share"];
  const copies = a["vertical.dr_share"] > 0 ? centralShare * (1 - a["demand.read_share"]) * a["transfer.write_amplification"] : 0;
  for (let m = 0; m < egressGb.length; m++) {
    egressGb[m] += (demand.trafficGb[m] * reads * (demand.sites[m] - 1)) / demand.sites[m];
    regionGb[m] += demand.trafficGb[m] * copies;
  }
}

function addDistributed({ a, centralShare, demand, globalShare }: PlanSetting, { egressGb, regionGb }: TransferNeeds): void {
  const reads = (1 - centralShare) * a["demand.read_share"];
  const writes = (1 - centralShare) * (1 - a["demand.read_share"]) * a["transfer.write_amplification"] * globalShare;
  const remote = reads * a["horizontal.remote_read_share"];
  for (let m = 0; m < egressGb.length; m++) {
    const regions = demand.regions[m];
    egressGb[m] += (demand.trafficGb[m] * reads * Math.max(0, demand.sites[m] - regions)) / demand.sites[m];
    regionGb[m] += demand.trafficGb[m] * (writes * (regions - 1) + (regions > 1 ? remote : 0));
  }
}
