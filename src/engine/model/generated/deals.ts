// Written by `npm run generate` from the formulas in src/engine/model: change those.

import { ceilTolerant } from "../../units";
import { ramp, roomFor } from "../functions";
import type { Plan } from "../../lines";
import type { ModelSeries } from "./series";

/** moved = has_one_pace or month <= pace_until ? ramp(month, deal.start_month, integration_months) : min(1, ramp(pace_until, deal.start_month, integration_months) + ramp(month, max(pace_until, deal.start_month), later_months)) */
export function moved(p: Plan, s: ModelSeries): void {
  const rows = p.demand.deals;
  const paceUntil = p.demand.pace.later?.after ?? 0;
  const hasOnePace = (p.demand.pace.later === undefined ? 1 : 0) !== 0;
  const integrationMonths = p.demand.pace.months;
  const laterMonths = p.demand.pace.later?.months ?? 0;
  const movedRows = s["moved"];
  roomFor(movedRows, rows.length, p.timeline.months);
  for (let i = 0; i < rows.length; i++) {
    const deal = rows[i];
    const startMonth = deal.startMonth;
    const paceUntilEtc = Math.max(p.demand.pace.later?.after ?? 0, deal.startMonth);
    const paceUntilEtc2 = ramp(p.demand.pace.later?.after ?? 0, deal.startMonth, p.demand.pace.months);
    const moved = movedRows[i];
    for (let m = 0; m < moved.length; m++) {
      moved[m] =
        hasOnePace || m + 1 <= paceUntil
          ? ramp(m + 1, startMonth, integrationMonths)
          : Math.min(1, paceUntilEtc2 + ramp(m + 1, paceUntilEtc, laterMonths));
    }
  }
}

/** integration_months = roundup(parts(central_share * integration.vertical_months, distributed_share * integration.horizontal_months)) */
export function integrationMonths(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const centralShareEtc = ceilTolerant(
    (hasCentral ? p.centralShare * a["integration.vertical_months"] : 0) +
      (hasDistributed ? (1 - p.centralShare) * a["integration.horizontal_months"] : 0),
  );
  const integrationMonths = s["integration_months"];
  integrationMonths.fill(centralShareEtc);
}

/** one_off_cost = deal.integration_cost + parts(central_share * integration.vertical_cost_per_volume, distributed_share * integration.horizontal_cost_per_volume) * abs(deal.volume) + parts(central_share * integration.vertical_cost_per_tb, distributed_share * integration.horizontal_cost_per_tb) * abs(deal.tb) */
export function oneOffCost(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const rows = p.demand.deals;
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const oneOffCostRows = s["one_off_cost"];
  roomFor(oneOffCostRows, rows.length, p.timeline.months);
  for (let i = 0; i < rows.length; i++) {
    const deal = rows[i];
    const integrationCostEtc =
      deal.deal.integration_cost +
      ((hasCentral ? p.centralShare * a["integration.vertical_cost_per_volume"] : 0) +
        (hasDistributed ? (1 - p.centralShare) * a["integration.horizontal_cost_per_volume"] : 0)) *
        Math.abs(deal.deal.volume) +
      ((hasCentral ? p.centralShare * a["integration.vertical_cost_per_tb"] : 0) +
        (hasDistributed ? (1 - p.centralShare) * a["integration.horizontal_cost_per_tb"] : 0)) *
        Math.abs(deal.deal.tb);
    const oneOffCost = oneOffCostRows[i];
    oneOffCost.fill(integrationCostEtc);
  }
}

/** moved_before = deal.start_month == 0 and integration_months == 0 ? 0 : moved_at_start */
export function movedBefore(p: Plan, s: ModelSeries): void {
  const rows = p.demand.deals;
  const movedBeforeRows = s["moved_before"];
  roomFor(movedBeforeRows, rows.length, p.timeline.months);
  for (let i = 0; i < rows.length; i++) {
    const deal = rows[i];
    const movedAtStart = s["moved_at_start"][i];
    const startMonthEtc = deal.startMonth === 0 && p.demand.pace.months === 0 ? 0 : movedAtStart[0];
    const movedBefore = movedBeforeRows[i];
    movedBefore.fill(startMonthEtc);
  }
}

/** one_off = deal.weight * one_off_cost * (moved - previous(moved, moved_before)) * inflation_index */
export function oneOff(p: Plan, s: ModelSeries): void {
  const rows = p.demand.deals;
  const inflationIndex = s["inflation_index"];
  const oneOffRows = s["one_off"];
  roomFor(oneOffRows, rows.length, p.timeline.months);
  for (let i = 0; i < rows.length; i++) {
    const deal = rows[i];
    const oneOffCost = s["one_off_cost"][i];
    const moved = s["moved"][i];
    const movedBefore = s["moved_before"][i];
    const movedBefore2 = movedBefore[0];
    const weightEtc = deal.weight * oneOffCost[0];
    const oneOff = oneOffRows[i];
    for (let m = 0; m < oneOff.length; m++) {
      oneOff[m] = (moved[m] - (m === 0 ? movedBefore2 : moved[m - 1])) * inflationIndex[m] * weightEtc;
    }
  }
}

/** integration.oneoff = sum(deals, one_off) */
export function integrationOneoff(p: Plan, s: ModelSeries): void {
  const rows = p.demand.deals;
  const integrationOneoff = s["integration.oneoff"].fill(0);
  for (let i = 0; i < rows.length; i++) {
    const oneOff = s["one_off"][i];
    for (let m = 0; m < integrationOneoff.length; m++) {
      integrationOneoff[m] += oneOff[m];
    }
  }
}

/** legacy = within(month, deal.close_month + 1, deal.integrated_month + integration.dual_run_months) * deal.weight * deal.legacy_cost / 12 * inflation_index */
export function legacy(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const rows = p.demand.deals;
  const inflationIndex = s["inflation_index"];
  const legacyRows = s["legacy"];
  roomFor(legacyRows, rows.length, p.timeline.months);
  for (let i = 0; i < rows.length; i++) {
    const deal = rows[i];
    const closeMonth = deal.closeMonth + 1;
    const integratedMonthEtc = deal.integratedMonth + a["integration.dual_run_months"];
    const weightEtcPerMonth = (deal.weight * deal.deal.legacy_cost) / 12;
    const legacy = legacyRows[i];
    for (let m = 0; m < legacy.length; m++) {
      legacy[m] = (m + 1 >= closeMonth && m + 1 <= integratedMonthEtc ? 1 : 0) * inflationIndex[m] * weightEtcPerMonth;
    }
  }
}

/** integration.legacy = sum(deals, legacy) */
export function integrationLegacy(p: Plan, s: ModelSeries): void {
  const rows = p.demand.deals;
  const integrationLegacy = s["integration.legacy"].fill(0);
  for (let i = 0; i < rows.length; i++) {
    const legacy = s["legacy"][i];
    for (let m = 0; m < integrationLegacy.length; m++) {
      integrationLegacy[m] += legacy[m];
    }
  }
}

/** legacy_months_left = max(0, deal.integrated_month + integration.dual_run_months - plan_months) */
export function legacyMonthsLeft(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const rows = p.demand.deals;
  const legacyMonthsLeftRows = s["legacy_months_left"];
  roomFor(legacyMonthsLeftRows, rows.length, p.timeline.months);
  for (let i = 0; i < rows.length; i++) {
    const deal = rows[i];
    const integratedMonthEtc = Math.max(0, deal.integratedMonth + a["integration.dual_run_months"] - p.timeline.months);
    const legacyMonthsLeft = legacyMonthsLeftRows[i];
    legacyMonthsLeft.fill(integratedMonthEtc);
  }
}

/** beyond_plan = month == plan_months ? deal.weight * ((1 - moved) * one_off_cost + legacy_months_left * deal.legacy_cost / 12) * inflation_index : 0 */
export function beyondPlan(p: Plan, s: ModelSeries): void {
  const rows = p.demand.deals;
  const planMonths = p.timeline.months;
  const inflationIndex = s["inflation_index"];
  const beyondPlanRows = s["beyond_plan"];
  roomFor(beyondPlanRows, rows.length, p.timeline.months);
  for (let i = 0; i < rows.length; i++) {
    const deal = rows[i];
    const moved = s["moved"][i];
    const oneOffCost = s["one_off_cost"][i];
    const oneOffCost2 = oneOffCost[0];
    const legacyMonthsLeft = s["legacy_months_left"][i];
    const legacyMonthsLeftEtcPerMonth = (legacyMonthsLeft[0] * deal.deal.legacy_cost) / 12;
    const weight = deal.weight;
    const beyondPlan = beyondPlanRows[i];
    for (let m = 0; m < beyondPlan.length; m++) {
      beyondPlan[m] = m + 1 === planMonths ? ((1 - moved[m]) * oneOffCost2 + legacyMonthsLeftEtcPerMonth) * inflationIndex[m] * weight : 0;
    }
  }
}

/** integration.beyond_plan = sum(deals, beyond_plan) */
export function integrationBeyondPlan(p: Plan, s: ModelSeries): void {
  const rows = p.demand.deals;
  const integrationBeyondPlan = s["integration.beyond_plan"].fill(0);
  for (let i = 0; i < rows.length; i++) {
    const beyondPlan = s["beyond_plan"][i];
    for (let m = 0; m < integrationBeyondPlan.length; m++) {
      integrationBeyondPlan[m] += beyondPlan[m];
    }
  }
}
