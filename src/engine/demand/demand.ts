import type { Assumptions } from "../resolved";
import type { SeriesPool } from "../series";
import type { Timeline } from "../timeline";
import { ceilTolerant, KB_PER_GB, SECONDS_PER_HOUR } from "../units";
import { dataStock } from "./data";
import { addAcquiredVolume, integratedShare, weightedDeals } from "./deals";
import type { IntegrationPace, WeightedDeal } from "./deals";
import { formulaVolumes } from "./expression";
import { organicVolumes } from "./growth";
import { peakFactors } from "./load";

/** What the system has to carry, month by month; the arrays hold one number per month. */
export interface Demand {
  readonly deals: readonly WeightedDeal[];
  /** How fast deals move onto the platform under the architecture. */
  readonly pace: IntegrationPace;
  readonly volume: Float64Array;
  readonly sites: Float64Array;
  readonly regions: Float64Array;
  readonly tpsMean: Float64Array;
  readonly tpsPeak: Float64Array;
  readonly tb: Float64Array;
  /** Acquired data that is not yet on the platform, TB. */
  readonly unsyncedTb: Float64Array;
  /** Bytes of all transactions in the month, GB. */
  readonly trafficGb: Float64Array;
}

/** Room for the demand; each of its steps below fills what it names. */
export function emptyDemand(months: number): DemandDraft {
  const series = (): Float64Array => new Float64Array(months);
  return {
    deals: [],
    pace: { months: 0 },
    volume: series(),
    sites: series(),
    regions: series(),
    tpsMean: series(),
    tpsPeak: series(),
    tb: series(),
    unsyncedTb: series(),
    trafficGb: series(),
  };
}

/** A demand whose deals can be changed. */
export type DemandDraft = { -readonly [K in keyof Demand]: Demand[K] };

/** Sets the deals that count. */
export function setDeals(a: Assumptions, timeline: Timeline, pace: IntegrationPace, demand: DemandDraft): void {
  demand.deals = weightedDeals(a, timeline);
  demand.pace = pace;
}

/** Fills the volume: organic growth, and what the deals have brought. */
export function fillVolume(a: Assumptions, { deals, pace, volume }: Demand): void {
  const curve = a["demand.curve"];
  if (curve === "formula") formulaVolumes(a, volume);
  else organicVolumes(a["demand.volume"], a.growthByYear, curve, a["demand.ceiling"], volume);
  for (const d of deals) addAcquiredVolume(d, pace, volume);
  for (let m = 0; m < volume.length; m++) volume[m] = Math.max(0, volume[m]);
}

/** Sites count whole as soon as a part of them is on the platform; hubs are needed when integration starts. */
export function fillPlaces(a: Assumptions, { deals, pace, sites, regions }: Demand): void {
  for (let month = 1; month <= sites.length; month++) {
    let acquiredSites = 0;
    let acquiredRegions = 0;
    for (const d of deals) {
      acquiredSites += d.weight * ceilTolerant(integratedShare(month, d.startMonth, pace) * d.deal.sites);
      if (month >= d.startMonth) acquiredRegions += d.weight * d.deal.regions;
    }
    sites[month - 1] = Math.max(1, a["demand.sites"] + ceilTolerant(acquiredSites));
    regions[month - 1] = a["horizontal.regions"] + ceilTolerant(acquiredRegions);
  }
}

/** Fills the data on the platform, and what deals have not moved yet. */
export function fillData(a: Assumptions, { deals, pace, volume, tb, unsyncedTb }: Demand, pool: SeriesPool): void {
  const acquiredTb = pool.take();
  const divestedTb = pool.take();
  unsyncedTb.fill(0);
  let initialTb = a["data.tb"];
  for (const d of deals) {
    const dealTb = d.weight * d.deal.tb;
    let moved = integratedShare(0, d.startMonth, pace);
    initialTb = Math.max(0, initialTb + moved * dealTb);
    for (let month = 1; month <= tb.length; month++) {
      const share = integratedShare(month, d.startMonth, pace);
      const target = dealTb >= 0 ? acquiredTb : divestedTb;
      target[month - 1] = target[month - 1] + (share - moved) * Math.abs(dealTb);
      if (dealTb > 0 && month >= d.closeMonth) unsyncedTb[month - 1] = unsyncedTb[month - 1] + (1 - share) * dealTb;
      moved = share;
    }
  }
  const inputs = {
    initialTb,
    gbPerVolumeYear: a["data.gb_per_volume_year"],
    retentionYears: a["data.retention_years"],
    volume,
    acquiredTb,
    divestedTb,
  };
  dataStock(inputs, pool.take(), tb);
}

/** Fills the load that the volume brings, and its traffic. */
export function fillLoad(a: Assumptions, timeline: Timeline, { volume, tpsMean, tpsPeak, trafficGb }: Demand): void {
  const gbPerTps = (a["demand.kb_per_tx"] * SECONDS_PER_HOUR * a["demand.busy_hours_per_month"]) / KB_PER_GB;
  peakFactors(a, timeline, tpsPeak);
  for (let m = 0; m < volume.length; m++) {
    const mean = volume[m] * a["demand.tps_per_volume"];
    tpsMean[m] = mean;
    tpsPeak[m] = mean * tpsPeak[m];
    trafficGb[m] = mean * gbPerTps;
  }
}
