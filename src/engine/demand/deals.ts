import { ramp } from "../model/functions";
import type { Assumptions, Deal } from "../catalogue/resolved";
import type { Timeline } from "../timeline";
import { monthIndex } from "../timeline";
import { ceilTolerant, MONTHS_PER_YEAR } from "../units";
import { monthlyFactor } from "./growth";

/** A deal as the model counts it. */
export interface WeightedDeal {
  readonly deal: Deal;
  /** Month of the plan at whose end the deal closes; 0 or less: before the plan. */
  readonly closeMonth: number;
  /** Month at whose end integration starts. */
  readonly startMonth: number;
  /** Month at whose end all of it is on the platform. */
  readonly integratedMonth: number;
  /** How far volume, data, regions, sites and costs are counted, 0..1. */
  readonly weight: number;
  /** Organic growth of the acquired volume in each year of the plan; the first also holds before it. */
  readonly growthByYear: readonly number[];
}

/** The deals that count, in the scenario's order, each with its weight. */
export function weightedDeals(a: Assumptions, timeline: Timeline, pace: IntegrationPace): readonly WeightedDeal[] {
  return a.deals
    .filter((deal) => deal.include)
    .map((deal) => {
      const closeMonth = monthIndex(timeline, deal.close);
      const growthByYear = deal.growth === undefined ? a.growthByYear : [deal.growth];
      return {
        deal,
        closeMonth,
        startMonth: closeMonth + deal.lag_months,
        integratedMonth: integratedMonth(closeMonth + deal.lag_months, pace),
        weight: weightOf(deal.probability, a["deals.weighting"]),
        growthByYear,
      };
    })
    .filter(({ weight, closeMonth }) => weight > 0 && closeMonth <= timeline.months);
}

function weightOf(probability: number, weighting: Assumptions["deals.weighting"]): number {
  if (weighting === "all") return 1;
  if (weighting === "likely") return probability < 0.5 ? 0 : 1;
  return probability;
}

/** How fast deals move onto the platform. */
export interface IntegrationPace {
  /** Months for all of a deal; 0: at once. */
  readonly months: number;
  /** From the end of a month on another pace may hold, because another architecture takes over. */
  readonly later?: { readonly after: number; readonly months: number } | undefined;
}

/** Share of a deal that is on the platform at the end of a month, 0..1: a ramp over the integration months, or all at its start. */
export function integratedShare(month: number, startMonth: number, { months, later }: IntegrationPace): number {
  if (!later || month <= later.after) return ramp(month, startMonth, months);
  const moved = ramp(later.after, startMonth, months);
  return Math.min(1, moved + ramp(month, Math.max(later.after, startMonth), later.months));
}

/** Month at whose end all of a deal is on the platform. */
export function integratedMonth(startMonth: number, { months, later }: IntegrationPace): number {
  if (!later || startMonth + months <= later.after) return startMonth + months;
  const moved = ramp(later.after, startMonth, months);
  return Math.max(later.after, startMonth) + ceilTolerant((1 - moved) * later.months);
}

/** By what factor the volume of a deal that closed before the plan has grown when the plan starts. */
function grownBefore({ closeMonth, growthByYear }: WeightedDeal): number {
  return Math.pow(1 + growthByYear[0], Math.max(0, -closeMonth) / MONTHS_PER_YEAR);
}

/** Adds what a deal brings to the platform's volume at each month's end: its weight x the share that has moved x what the business has grown to. */
export function addAcquiredVolume(d: WeightedDeal, pace: IntegrationPace, volume: Float64Array): void {
  const { weight, closeMonth, startMonth, growthByYear } = d;
  const ramped = integratedMonth(startMonth, pace);
  let owned = d.deal.volume * grownBefore(d);
  for (let month = Math.max(1, closeMonth); month <= volume.length;) {
    const year = Math.ceil(month / MONTHS_PER_YEAR);
    const rate = growthByYear[Math.min(growthByYear.length, year) - 1];
    const factor = monthlyFactor(rate);
    for (; month <= year * MONTHS_PER_YEAR && month <= volume.length; month++) {
      if (month > closeMonth) owned *= factor;
      if (month >= ramped) volume[month - 1] += weight * owned;
      else if (month >= startMonth) volume[month - 1] += weight * integratedShare(month, startMonth, pace) * owned;
    }
  }
}

/** What a deal that closed before the plan has brought to the platform when the plan starts: as addAcquiredVolume, a moment before month 1. */
export function volumeBeforePlan({ deal, weight, closeMonth, startMonth, growthByYear }: WeightedDeal, pace: IntegrationPace): number {
  if (closeMonth > 0) return 0;
  const owned = deal.volume * Math.pow(1 + growthByYear[0], -closeMonth / MONTHS_PER_YEAR);
  return weight * integratedShare(0, startMonth, pace) * owned;
}

/** Months over which a deal moves onto the platform; for a hybrid weighted by its central share, rounded up. */
export function integrationMonths(a: Assumptions, centralShare: number): number {
  return ceilTolerant(centralShare * a["integration.vertical_months"] + (1 - centralShare) * a["integration.horizontal_months"]);
}
