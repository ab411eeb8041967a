import type { Assumptions } from "../resolved";
import type { SeriesPool } from "../series";
import type { Timeline } from "../timeline";
import { ceilTolerant, KB_PER_GB, SECONDS_PER_HOUR } from "../units";
import { dataStock } from "./data";
import { addAcquiredVolume, integratedMonth, integratedShare, weightedDeals } from "./deals";
import type { IntegrationPace, WeightedDeal } from "./deals";
import { formulaVolumes } from "./formulaVolume";
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
  sites.fill(0);
  regions.fill(0);
  for (const d of deals) addPlaces(d, pace, sites, regions);
  const [ownSites, ownRegions] = [a["demand.sites"], a["horizontal.regions"]];
  for (let m = 0; m < sites.length; m++) {
    sites[m] = Math.max(1, ownSites + ceilTolerant(sites[m]));
    regions[m] = ownRegions + ceilTolerant(regions[m]);
  }
}

function addPlaces({ deal, startMonth, weight }: WeightedDeal, pace: IntegrationPace, sites: Float64Array, regions: Float64Array): void {
  const last = Math.min(sites.length, integratedMonth(startMonth, pace));
  let month = Math.max(1, startMonth);
  for (; month <= last; month++) sites[month - 1] += weight * ceilTolerant(integratedShare(month, startMonth, pace) * deal.sites);
  const all = weight * ceilTolerant(deal.sites);
  for (; month <= sites.length; month++) sites[month - 1] += all;
  if (deal.regions === 0) return;
  const hubs = weight * deal.regions;
  for (month = Math.max(1, startMonth); month <= regions.length; month++) regions[month - 1] += hubs;
}

/** Fills the data on the platform, and what deals have not moved yet. */
export function fillData(a: Assumptions, { deals, pace, volume, tb, unsyncedTb }: Demand, pool: SeriesPool): void {
  const acquiredTb = pool.take();
  const divestedTb = pool.take();
  unsyncedTb.fill(0);
  let initialTb = a["data.tb"];
  for (const d of deals) {
    if (d.deal.tb === 0) continue;
    initialTb = Math.max(0, initialTb + integratedShare(0, d.startMonth, pace) * (d.weight * d.deal.tb));
    addMovedData(d, pace, d.deal.tb > 0 ? acquiredTb : divestedTb, unsyncedTb);
  }
  const inputs = {
    initialTb,
    gbPerVolumeYear: a["data.gb_per_volume_year"],
    retentionYears: a["data.retention_years"],
    volume,
    acquiredTb,
    divestedTb,
  };
  dataStock(inputs, pool.room(), tb);
}

/** Adds the data that a deal moves in each month, and what of an acquisition is still to be moved after it. */
function addMovedData(
  { deal, startMonth, closeMonth, weight }: WeightedDeal,
  pace: IntegrationPace,
  moves: Float64Array,
  left: Float64Array,
): void {
  const dealTb = weight * deal.tb;
  const last = Math.min(moves.length, integratedMonth(startMonth, pace));
  if (dealTb > 0) for (let month = Math.max(1, closeMonth); month <= Math.min(last, startMonth - 1); month++) left[month - 1] += dealTb;
  let moved = integratedShare(Math.max(0, startMonth - 1), startMonth, pace);
  for (let month = Math.max(1, startMonth); month <= last; month++) {
    const share = integratedShare(month, startMonth, pace);
    moves[month - 1] += (share - moved) * Math.abs(dealTb);
    if (dealTb > 0 && month >= closeMonth) left[month - 1] += (1 - share) * dealTb;
    moved = share;
  }
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
