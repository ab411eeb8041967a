import { acquiredVolume, closeMonth, dealTerms, movedShare, startMonth, tbTerms, weightOf } from "../demand/dealTerms";
import { peakFactor } from "../demand/growthTerms";
import type { Demand } from "../demand/demand";
import type { LineDefinition, Plan } from "../lines";
import { DEAL_KEYS } from "../sources";
import { sumOfTerms } from "../terms";
import type { TermWriter } from "../terms";
import { filledStock } from "./stock";

type DemandSeries = { [K in keyof Demand]: Demand[K] extends Float64Array ? K : never }[keyof Demand];

function demandLine(
  id: Parameters<typeof filledStock>[0],
  label: string,
  unit: string,
  series: DemandSeries,
  from: readonly string[],
  terms: LineDefinition["terms"],
): LineDefinition {
  return filledStock(id, { label, unit, from, terms }, (plan, values) => values.set(plan.demand[series]));
}

const volumeTerms = (plan: Plan, t: TermWriter): string => {
  const acquired = dealTerms(plan, "volume", (d, volume) => acquiredVolume(plan, t, d, volume));
  return `max(0, ${["organic_volume", ...acquired].join(" + ")})`;
};

const sitesTerms = (plan: Plan, t: TermWriter): string => {
  const acquired = dealTerms(plan, "sites", (d, sites) => {
    const formula = `${weightOf(plan, t, d)}roundup(${movedShare(plan, t, d)} * ${sites})`;
    return t.term(`sites.${d.deal.name}`, "sites", formula);
  });
  return `max(1, demand.sites + roundup(${sumOfTerms(acquired)}))`;
};

/** A hub of a deal is needed from the start of its integration. */
export function regionsTerms(plan: Plan, t: TermWriter): string {
  const acquired = dealTerms(plan, "regions", (d, regions) => {
    const formula = `${weightOf(plan, t, d)}(month >= ${startMonth(t, d)} ? ${regions} : 0)`;
    return t.term(`regions.${d.deal.name}`, "regions", formula);
  });
  return `horizontal.regions + roundup(${sumOfTerms(acquired)})`;
}

const unsyncedTerms = (plan: Plan, t: TermWriter): string => {
  const acquired = dealTerms(plan, "tb", (d, tb) => {
    if (d.deal.tb < 0) return "0";
    const formula = `month >= ${closeMonth(t, d)} ? ${weightOf(plan, t, d)}(1 - ${movedShare(plan, t, d)}) * ${tb} : 0`;
    return t.term(`unsynced.${d.deal.name}`, "TB", formula);
  });
  return sumOfTerms(acquired.filter((text) => text !== "0"));
};

export const DEMAND_LINES: readonly LineDefinition[] = [
  demandLine(
    "volume",
    "Business volume on the platform",
    "volume",
    "volume",
    [
      "demand.volume",
      "demand.volume_name",
      "demand.growth",
      "demand.growth.*",
      "demand.curve",
      "demand.ceiling",
      "demand.formula",
      ...DEAL_KEYS,
    ],
    volumeTerms,
  ),
  demandLine("sites", "Sites on the platform", "sites", "sites", ["demand.sites", ...DEAL_KEYS], sitesTerms),
  demandLine(
    "tps_mean",
    "Mean transactions per second",
    "tx/s",
    "tpsMean",
    ["volume", "demand.tps_per_volume"],
    "volume * demand.tps_per_volume",
  ),
  demandLine(
    "tps_peak",
    "Peak transactions per second",
    "tx/s",
    "tpsPeak",
    ["tps_mean", "demand.peak_to_mean", "demand.season", "demand.season.*", "demand.surge", "demand.surge_month"],
    (plan, t) => `tps_mean * ${peakFactor(plan, t)}`,
  ),
  demandLine(
    "tb",
    "Data on the platform",
    "TB",
    "tb",
    ["volume", "data.tb", "data.gb_per_volume_year", "data.retention_years", ...DEAL_KEYS],
    tbTerms,
  ),
  demandLine("integration.unsynced_tb", "Acquired data not yet on the platform", "TB", "unsyncedTb", DEAL_KEYS, unsyncedTerms),
];
