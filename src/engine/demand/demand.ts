import type { ModelSeries } from "../model/generated/series";
import type { Assumptions } from "../catalogue/resolved";
import type { Timeline } from "../timeline";
import { weightedDeals } from "./deals";
import type { IntegrationPace, WeightedDeal } from "./deals";

/** The demand, month by month: series of the model, one number per month each, and the acquisitions. */
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
}

/** A demand whose deals can be changed. */
export type DemandDraft = { -readonly [K in keyof Demand]: Demand[K] };

/** The demand among the series of the model; no deals yet. */
export function demandOf(series: ModelSeries): DemandDraft {
  return {
    deals: [],
    pace: { months: 0 },
    volume: series["volume"],
    sites: series["sites"],
    regions: series["regions"],
    tpsMean: series["tps_mean"],
    tpsPeak: series["tps_peak"],
    tb: series["tb"],
    unsyncedTb: series["integration.unsynced_tb"],
  };
}

/** Sets the deals that count. */
export function setDeals(a: Assumptions, timeline: Timeline, pace: IntegrationPace, demand: DemandDraft): void {
  demand.deals = weightedDeals(a, timeline, pace);
  demand.pace = pace;
}
