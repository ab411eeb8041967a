// Written by `npm run generate` from the formulas in src/engine/model: change those.

import { ceilTolerant } from "../../units";
import { at, ramp, ratio, roomFor } from "../functions";
import type { Plan } from "../../lines";
import type { ModelSeries } from "./series";

/** month_of_year = month - 12 * floor((month - 1) / 12) */
export function monthOfYear(_p: Plan, s: ModelSeries): void {
  const monthOfYear = s["month_of_year"];
  for (let m = 0; m < monthOfYear.length; m++) {
    monthOfYear[m] = m + 1 - 12 * Math.floor((m + 1 - 1) / 12);
  }
}

/** logistic_rate = is(demand.curve, logistic) ? log(1 + at(growth, 1)) / (1 - demand.volume / demand.ceiling) : 0 */
export function logisticRate({ a }: Plan, s: ModelSeries): void {
  const growth = s["growth"];
  const growthEtc = Math.log(1 + at(growth, 1)) / (1 - a["demand.volume"] / (a["demand.ceiling"] ?? 0));
  const logisticRate = s["logistic_rate"];
  logisticRate.fill(growthEtc);
}

/** organic_volume_before_year = month_of_year == 1 ? previous(organic_volume, demand.volume) : previous(organic_volume_before_year, demand.volume) */
/** organic_volume = is(demand.curve, compound) ? organic_volume_before_year * (1 + growth) ^ (month_of_year / 12) : is(demand.curve, linear) ? max(0, previous(organic_volume, demand.volume) + demand.volume * growth / 12) : is(demand.curve, logistic) ? demand.ceiling / (1 + (demand.ceiling - demand.volume) / demand.volume * exp(-logistic_rate * month / 12)) : formula_volume */
export function organicVolumeBeforeYear({ a }: Plan, s: ModelSeries): void {
  const monthOfYear = s["month_of_year"];
  const organicVolume = s["organic_volume"];
  const demandVolume = a["demand.volume"];
  const organicVolumeBeforeYear = s["organic_volume_before_year"];
  const growth = s["growth"];
  const isDemandCurveCompound = a["demand.curve"] === "compound";
  const isDemandCurveLinear = !isDemandCurveCompound ? a["demand.curve"] === "linear" : false;
  const demandVolumePerMonth = !isDemandCurveCompound && isDemandCurveLinear ? a["demand.volume"] / 12 : 0;
  const logisticRate = s["logistic_rate"][0];
  const logisticRatePerMonth = (0 - logisticRate) / 12;
  const isDemandCurveLogistic = !isDemandCurveCompound && !isDemandCurveLinear ? a["demand.curve"] === "logistic" : false;
  const demandCeilingEtc =
    !isDemandCurveCompound && !isDemandCurveLinear && isDemandCurveLogistic
      ? ((a["demand.ceiling"] ?? 0) - a["demand.volume"]) / a["demand.volume"]
      : 0;
  const demandCeiling = !isDemandCurveCompound && !isDemandCurveLinear && isDemandCurveLogistic ? (a["demand.ceiling"] ?? 0) : 0;
  const formulaVolume = s["formula_volume"];
  for (let m = 0; m < organicVolumeBeforeYear.length; m++) {
    organicVolumeBeforeYear[m] =
      monthOfYear[m] === 1 ? (m === 0 ? demandVolume : organicVolume[m - 1]) : m === 0 ? demandVolume : organicVolumeBeforeYear[m - 1];
    organicVolume[m] = isDemandCurveCompound
      ? organicVolumeBeforeYear[m] * Math.pow(1 + growth[m], monthOfYear[m] / 12)
      : isDemandCurveLinear
        ? Math.max(0, (m === 0 ? demandVolume : organicVolume[m - 1]) + growth[m] * demandVolumePerMonth)
        : isDemandCurveLogistic
          ? demandCeiling / (1 + Math.exp((m + 1) * logisticRatePerMonth) * demandCeilingEtc)
          : formulaVolume[m];
  }
}

/** growth_index = is(demand.curve, linear) ? max(0, previous(growth_index, 1) + growth / 12) : organic_volume */
export function growthIndex({ a }: Plan, s: ModelSeries): void {
  const growthIndex = s["growth_index"];
  const growth = s["growth"];
  const organicVolume = s["organic_volume"];
  const isDemandCurveLinear = a["demand.curve"] === "linear";
  for (let m = 0; m < growthIndex.length; m++) {
    growthIndex[m] = isDemandCurveLinear ? Math.max(0, (m === 0 ? 1 : growthIndex[m - 1]) + growth[m] / 12) : organicVolume[m];
  }
}

/** growth_index_at_close = deal.close_month < 1 ? (growth_index_at_start > 0 ? growth_index_at_start : at(growth_index, 1)) : at(growth_index, deal.close_month) */
export function growthIndexAtClose(p: Plan, s: ModelSeries): void {
  const rows = p.demand.deals;
  const growthIndexAtStart = s["growth_index_at_start"];
  const growthIndex = s["growth_index"];
  const growthIndex2 = at(growthIndex, 1);
  const growthIndexAtCloseRows = s["growth_index_at_close"];
  roomFor(growthIndexAtCloseRows, rows.length, p.timeline.months);
  for (let i = 0; i < rows.length; i++) {
    const deal = rows[i];
    const closeMonth = deal.closeMonth < 1;
    const growthIndex3 = at(growthIndex, deal.closeMonth);
    const growthIndexAtClose = growthIndexAtCloseRows[i];
    for (let m = 0; m < growthIndexAtClose.length; m++) {
      growthIndexAtClose[m] = closeMonth ? (growthIndexAtStart[m] > 0 ? growthIndexAtStart[m] : growthIndex2) : growthIndex3;
    }
  }
}

/** month_growth = (1 + growth) ^ (1 / 12) */
export function monthGrowth(_p: Plan, s: ModelSeries): void {
  const growth = s["growth"];
  const constantPerMonth = 1 / 12;
  const monthGrowth = s["month_growth"];
  for (let m = 0; m < monthGrowth.length; m++) {
    monthGrowth[m] = Math.pow(1 + growth[m], constantPerMonth);
  }
}

/** owned_at_start = deal.volume * (1 + (deal.has_growth ? deal.growth : at(growth, 1))) ^ (max(0, -deal.close_month) / 12) */
export function ownedAtStart(p: Plan, s: ModelSeries): void {
  const rows = p.demand.deals;
  const growth = s["growth"];
  const ownedAtStartRows = s["owned_at_start"];
  roomFor(ownedAtStartRows, rows.length, p.timeline.months);
  for (let i = 0; i < rows.length; i++) {
    const deal = rows[i];
    const volumeEtc =
      deal.deal.volume *
      Math.pow(
        1 + ((deal.deal.growth !== undefined ? 1 : 0) !== 0 ? Number(deal.deal.growth) : at(growth, 1)),
        Math.max(0, 0 - deal.closeMonth) / 12,
      );
    const ownedAtStart = ownedAtStartRows[i];
    ownedAtStart.fill(volumeEtc);
  }
}

/** owned = deal.has_growth ? previous(owned, owned_at_start) * (month > deal.close_month ? (1 + deal.growth) ^ (1 / 12) : 1) : is(demand.curve, compound) ? previous(owned, owned_at_start) * (month > deal.close_month ? month_growth : 1) : owned_at_start * (growth_index_at_close > 0.000000001 ? growth_index / growth_index_at_close : 1) */
export function owned(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const rows = p.demand.deals;
  const ownedRows = s["owned"];
  const monthGrowth = s["month_growth"];
  const growthIndex = s["growth_index"];
  const isDemandCurveCompound = a["demand.curve"] === "compound";
  roomFor(ownedRows, rows.length, p.timeline.months);
  for (let i = 0; i < rows.length; i++) {
    const deal = rows[i];
    const owned = ownedRows[i];
    const ownedAtStart = s["owned_at_start"][i];
    const ownedAtStart2 = ownedAtStart[0];
    const closeMonth = deal.closeMonth;
    const growth = Math.pow(1 + Number(deal.deal.growth), 1 / 12);
    const growthIndexAtClose = s["growth_index_at_close"][i];
    const hasGrowth = (deal.deal.growth !== undefined ? 1 : 0) !== 0;
    for (let m = 0; m < owned.length; m++) {
      owned[m] = hasGrowth
        ? (m === 0 ? ownedAtStart2 : owned[m - 1]) * (m + 1 > closeMonth ? growth : 1)
        : isDemandCurveCompound
          ? (m === 0 ? ownedAtStart2 : owned[m - 1]) * (m + 1 > closeMonth ? monthGrowth[m] : 1)
          : (growthIndexAtClose[m] > 0.000000001 ? growthIndex[m] / growthIndexAtClose[m] : 1) * ownedAtStart2;
    }
  }
}

/** acquired = deal.weight * moved * owned */
export function acquired(p: Plan, s: ModelSeries): void {
  const rows = p.demand.deals;
  const acquiredRows = s["acquired"];
  roomFor(acquiredRows, rows.length, p.timeline.months);
  for (let i = 0; i < rows.length; i++) {
    const deal = rows[i];
    const moved = s["moved"][i];
    const owned = s["owned"][i];
    const weight = deal.weight;
    const acquired = acquiredRows[i];
    for (let m = 0; m < acquired.length; m++) {
      acquired[m] = moved[m] * owned[m] * weight;
    }
  }
}

/** volume = max(0, organic_volume + sum(deals, acquired)) */
export function volume(p: Plan, s: ModelSeries): void {
  const organicVolume = s["organic_volume"];
  const deals = p.demand.deals;
  const acquiredRows = s["acquired"];
  const volume = s["volume"];
  for (let m = 0; m < volume.length; m++) {
    let dealSum = 0;
    for (let k = 0; k < deals.length; k++) {
      dealSum += acquiredRows[k][m];
    }
    volume[m] = Math.max(0, organicVolume[m] + dealSum);
  }
}

/** sites = max(1, demand.sites + roundup(sum(deals, deal.weight * roundup(moved * deal.sites)))) */
export function sites(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const deals = p.demand.deals;
  const movedRows = s["moved"];
  const demandSites = a["demand.sites"];
  const sites = s["sites"];
  for (let m = 0; m < sites.length; m++) {
    let dealSum = 0;
    for (let k = 0; k < deals.length; k++) {
      const deal = deals[k];
      dealSum += deal.weight * ceilTolerant(movedRows[k][m] * deal.deal.sites);
    }
    sites[m] = Math.max(1, demandSites + ceilTolerant(dealSum));
  }
}

/** regions = horizontal.regions + roundup(sum(deals, deal.weight * (month >= deal.start_month) * deal.regions)) */
export function regions(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const deals = p.demand.deals;
  const horizontalRegions = a["horizontal.regions"];
  const regions = s["regions"];
  for (let m = 0; m < regions.length; m++) {
    let dealSum = 0;
    for (let k = 0; k < deals.length; k++) {
      const deal = deals[k];
      dealSum += deal.weight * (m + 1 >= deal.startMonth ? 1 : 0) * deal.deal.regions;
    }
    regions[m] = horizontalRegions + ceilTolerant(dealSum);
  }
}

/** databases = parts(shards, regions) */
export function databases(p: Plan, s: ModelSeries): void {
  const shards = s["shards"];
  const regions = s["regions"];
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const databases = s["databases"];
  for (let m = 0; m < databases.length; m++) {
    databases[m] = (hasCentral ? shards[m] : 0) + (hasDistributed ? regions[m] : 0);
  }
}

/** tps_mean = volume * demand.tps_per_volume */
export function tpsMean({ a }: Plan, s: ModelSeries): void {
  const volume = s["volume"];
  const demandTpsPerVolume = a["demand.tps_per_volume"];
  const tpsMean = s["tps_mean"];
  for (let m = 0; m < tpsMean.length; m++) {
    tpsMean[m] = volume[m] * demandTpsPerVolume;
  }
}

/** tps_peak = tps_mean * demand.peak_to_mean * season * (demand.surge_month == 0 or month == demand.surge_month ? 1 + demand.surge : 1) */
export function tpsPeak({ a }: Plan, s: ModelSeries): void {
  const tpsMean = s["tps_mean"];
  const season = s["season"];
  const demandSurgeMonth = a["demand.surge_month"];
  const isDemandSurgeMonth = a["demand.surge_month"] === 0;
  const demandSurge = 1 + a["demand.surge"];
  const demandPeakToMean = a["demand.peak_to_mean"];
  const tpsPeak = s["tps_peak"];
  for (let m = 0; m < tpsPeak.length; m++) {
    tpsPeak[m] = tpsMean[m] * season[m] * (isDemandSurgeMonth || m + 1 === demandSurgeMonth ? demandSurge : 1) * demandPeakToMean;
  }
}

/** moved_at_start = ramp(0, deal.start_month, integration_months) */
export function movedAtStart(p: Plan, s: ModelSeries): void {
  const rows = p.demand.deals;
  const movedAtStartRows = s["moved_at_start"];
  roomFor(movedAtStartRows, rows.length, p.timeline.months);
  for (let i = 0; i < rows.length; i++) {
    const deal = rows[i];
    const startMonthEtc = ramp(0, deal.startMonth, p.demand.pace.months);
    const movedAtStart = movedAtStartRows[i];
    movedAtStart.fill(startMonthEtc);
  }
}

/** initial_tb = max(0, data.tb + sum(deals, deal.weight * moved_at_start * deal.tb)) */
export function initialTb(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const deals = p.demand.deals;
  const movedAtStartRows = s["moved_at_start"];
  let dealSum = 0;
  for (let k = 0; k < deals.length; k++) {
    const deal = deals[k];
    dealSum += deal.weight * movedAtStartRows[k][0] * deal.deal.tb;
  }
  const dataTb = Math.max(0, a["data.tb"] + dealSum);
  const initialTb = s["initial_tb"];
  initialTb.fill(dataTb);
}

/** acquired_tb = sum(deals, deal.weight * (moved - previous(moved, moved_at_start)) * max(0, deal.tb)) */
export function acquiredTb(p: Plan, s: ModelSeries): void {
  const rows = p.demand.deals;
  const acquiredTb = s["acquired_tb"].fill(0);
  for (let i = 0; i < rows.length; i++) {
    const deal = rows[i];
    const moved = s["moved"][i];
    const movedAtStart = s["moved_at_start"][i];
    const movedAtStart2 = movedAtStart[0];
    const weightEtc = deal.weight * Math.max(0, deal.deal.tb);
    for (let m = 0; m < acquiredTb.length; m++) {
      acquiredTb[m] += (moved[m] - (m === 0 ? movedAtStart2 : moved[m - 1])) * weightEtc;
    }
  }
}

/** added_tb = volume * data.gb_per_volume_year / 12 / 1000 + acquired_tb */
export function addedTb({ a }: Plan, s: ModelSeries): void {
  const volume = s["volume"];
  const dataGbPerVolumeYear = a["data.gb_per_volume_year"] / 12 / 1000;
  const acquiredTb = s["acquired_tb"];
  const addedTb = s["added_tb"];
  for (let m = 0; m < addedTb.length; m++) {
    addedTb[m] = volume[m] * dataGbPerVolumeYear + acquiredTb[m];
  }
}

/** divested_tb = sum(deals, deal.weight * (moved - previous(moved, moved_at_start)) * max(0, -deal.tb)) */
export function divestedTb(p: Plan, s: ModelSeries): void {
  const rows = p.demand.deals;
  const divestedTb = s["divested_tb"].fill(0);
  for (let i = 0; i < rows.length; i++) {
    const deal = rows[i];
    const moved = s["moved"][i];
    const movedAtStart = s["moved_at_start"][i];
    const movedAtStart2 = movedAtStart[0];
    const weightEtc = deal.weight * Math.max(0, 0 - deal.deal.tb);
    for (let m = 0; m < divestedTb.length; m++) {
      divestedTb[m] += (moved[m] - (m === 0 ? movedAtStart2 : moved[m - 1])) * weightEtc;
    }
  }
}

/** retention_months = max(1, round(12 * data.retention_years)) */
export function retentionMonths({ a }: Plan, s: ModelSeries): void {
  const dataRetentionYears = Math.max(1, Math.round(12 * a["data.retention_years"]));
  const retentionMonths = s["retention_months"];
  retentionMonths.fill(dataRetentionYears);
}

/** leaving_units = month <= retention_months ? (previous(emptied, 0) == 0) * initial_tb / retention_months : at(added_units, month - retention_months) * (month - retention_months > previous(emptied, 0)) */
/** expired_tb = previous(kept_since_start, 1) * leaving_units */
/** tb_before_divestiture = max(0, previous(tb, initial_tb) - expires * expired_tb + added_tb) */
/** tb = has_divestitures ? max(0, tb_before_divestiture - divested_tb) : tb_before_divestiture */
/** emptied = divested_tb > 0 and tb == 0 ? month : previous(emptied, 0) */
/** added_units = added_tb / previous(kept_since_start, 1) */
/** kept_share = divested_tb > 0 ? ratio(tb, tb_before_divestiture) : 1 */
/** kept_since_start = emptied == month ? 1 : previous(kept_since_start, 1) * kept_share */
export function leavingUnits(p: Plan, s: ModelSeries): void {
  const retentionMonths = s["retention_months"][0];
  const emptied = s["emptied"];
  const initialTb = s["initial_tb"][0];
  const initialTbEtc = initialTb / retentionMonths;
  const addedUnits = s["added_units"];
  const leavingUnits = s["leaving_units"];
  const keptSinceStart = s["kept_since_start"];
  const expiredTb = s["expired_tb"];
  const tb = s["tb"];
  const expires = p.a["data.retention_years"] > 0 ? 1 : 0;
  const addedTb = s["added_tb"];
  const tbBeforeDivestiture = s["tb_before_divestiture"];
  const divestedTb = s["divested_tb"];
  const hasDivestitures = (p.demand.deals.some(({ deal }) => deal.tb < 0) ? 1 : 0) !== 0;
  const keptShare = s["kept_share"];
  for (let m = 0; m < leavingUnits.length; m++) {
    leavingUnits[m] =
      m + 1 <= retentionMonths
        ? ((m === 0 ? 0 : emptied[m - 1]) === 0 ? 1 : 0) * initialTbEtc
        : at(addedUnits, m + 1 - retentionMonths) * (m + 1 - retentionMonths > (m === 0 ? 0 : emptied[m - 1]) ? 1 : 0);
    expiredTb[m] = (m === 0 ? 1 : keptSinceStart[m - 1]) * leavingUnits[m];
    tbBeforeDivestiture[m] = Math.max(0, (m === 0 ? initialTb : tb[m - 1]) - expiredTb[m] * expires + addedTb[m]);
    tb[m] = hasDivestitures ? Math.max(0, tbBeforeDivestiture[m] - divestedTb[m]) : tbBeforeDivestiture[m];
    emptied[m] = divestedTb[m] > 0 && tb[m] === 0 ? m + 1 : m === 0 ? 0 : emptied[m - 1];
    addedUnits[m] = addedTb[m] / (m === 0 ? 1 : keptSinceStart[m - 1]);
    keptShare[m] = divestedTb[m] > 0 ? ratio(tb[m], tbBeforeDivestiture[m]) : 1;
    keptSinceStart[m] = emptied[m] === m + 1 ? 1 : (m === 0 ? 1 : keptSinceStart[m - 1]) * keptShare[m];
  }
}

/** unsynced = (month >= deal.close_month) * deal.weight * (1 - moved) * max(0, deal.tb) */
export function unsynced(p: Plan, s: ModelSeries): void {
  const rows = p.demand.deals;
  const unsyncedRows = s["unsynced"];
  roomFor(unsyncedRows, rows.length, p.timeline.months);
  for (let i = 0; i < rows.length; i++) {
    const deal = rows[i];
    const closeMonth = deal.closeMonth;
    const moved = s["moved"][i];
    const weightEtc = deal.weight * Math.max(0, deal.deal.tb);
    const unsynced = unsyncedRows[i];
    for (let m = 0; m < unsynced.length; m++) {
      unsynced[m] = (m + 1 >= closeMonth ? 1 : 0) * (1 - moved[m]) * weightEtc;
    }
  }
}

/** integration.unsynced_tb = sum(deals, unsynced) */
export function integrationUnsyncedTb(p: Plan, s: ModelSeries): void {
  const rows = p.demand.deals;
  const integrationUnsyncedTb = s["integration.unsynced_tb"].fill(0);
  for (let i = 0; i < rows.length; i++) {
    const unsynced = s["unsynced"][i];
    for (let m = 0; m < integrationUnsyncedTb.length; m++) {
      integrationUnsyncedTb[m] += unsynced[m];
    }
  }
}
