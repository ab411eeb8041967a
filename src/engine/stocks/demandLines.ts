import { acquiredVolume, dealKey, dealsWith, dealTb, closeMonth, initialTb, movedShare, startMonth, weightOf } from "../demand/dealTerms";
import { organicVolume, peakFactor } from "../demand/growthTerms";
import type { Demand } from "../demand/demand";
import type { LineDefinition, Plan } from "../lines";
import { sumOfTerms } from "../terms";
import type { TermWriter } from "../terms";
import { GB_PER_TB, MONTHS_PER_YEAR } from "../units";
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

/** What decides how deals move onto the platform. */
export const DEAL_KEYS = [
  "deal.*",
  "deals.weighting",
  "integration.vertical_months",
  "integration.horizontal_months",
  "hybrid.central_share",
  "plan.start",
  "plan.years",
];

const volumeTerms = (plan: Plan, t: TermWriter): string => {
  const deals = dealsWith(plan, "volume").map((d) => acquiredVolume(plan, t, d));
  return `max(0, ${[organicVolume(plan, t), ...deals].join(" + ")})`;
};

const sitesTerms = (plan: Plan, t: TermWriter): string => {
  const deals = dealsWith(plan, "sites").map((d) =>
    t.term(`sites.${d.deal.name}`, "sites", () => `${weightOf(plan, t, d)}roundup(${movedShare(plan, t, d)} * ${dealKey(t, d, "sites")})`),
  );
  return `max(1, ${t.key("demand.sites")} + roundup(${sumOfTerms(deals)}))`;
};

/** A hub of a deal is needed from the start of its integration. */
export function regionsTerms(plan: Plan, t: TermWriter): string {
  const deals = dealsWith(plan, "regions").map((d) =>
    t.term(
      `regions.${d.deal.name}`,
      "regions",
      () => `${weightOf(plan, t, d)}(month >= ${startMonth(t, d)} ? ${dealKey(t, d, "regions")} : 0)`,
    ),
  );
  return `${t.key("horizontal.regions")} + roundup(${sumOfTerms(deals)})`;
}

/** Data that the month adds: of the volume, and of deals. */
const addedTb = (plan: Plan, t: TermWriter): string =>
  t.flow("added_tb", "TB", () => {
    const acquired = dealTb(plan, t, true);
    const own = `${t.line("volume")} * ${t.key("data.gb_per_volume_year")} / ${MONTHS_PER_YEAR} / ${GB_PER_TB}`;
    return acquired === "" ? own : `${own} + ${acquired}`;
  });

/** Each month's data is kept for the retention; a divestiture takes from every month's in proportion. */
const tbTerms = (plan: Plan, t: TermWriter): string => {
  const added = addedTb(plan, t);
  const divested = dealTb(plan, t, false);
  const before = (): string => `max(0, (month > 1 ? tb(month - 1) : ${initialTb(plan, t)})${expired(plan, t, added, divested)} + ${added})`;
  if (divested === "") return before();
  return `max(0, ${t.term("tb_before_divestiture", "TB", before)} - ${divested})`;
};

/** What leaves because its retention has ended, with its sign; nothing where data is kept for ever. */
function expired(plan: Plan, t: TermWriter, added: string, divested: string): string {
  if (plan.a["data.retention_years"] <= 0) {
    t.because(t.key("data.retention_years"));
    return "";
  }
  const months = t.term("retention_months", "months", () => `max(1, round(${MONTHS_PER_YEAR} * ${t.key("data.retention_years")}))`);
  const term = t.flow("expired_tb", "TB", () => {
    const left = (first: string): string => (divested === "" ? "" : ` * prod(i, ${first}, month - 1, ${keptShare(t, divested)}(i))`);
    return `month <= ${months} ? ${initialTb(plan, t)} / ${months}${left("1")} : ${added}(month - ${months})${left(`month - ${months}`)}`;
  });
  return ` - ${term}`;
}

/** Share of the data that a month's divestitures leave. */
const keptShare = (t: TermWriter, divested: string): string =>
  t.term("kept_share", "share", () => `${divested} > 0 ? ratio(tb, tb_before_divestiture) : 1`);

const unsyncedTerms = (plan: Plan, t: TermWriter): string => {
  const deals = dealsWith(plan, "tb").filter(({ deal }) => deal.tb > 0);
  return sumOfTerms(
    deals.map((d) =>
      t.term(
        `unsynced.${d.deal.name}`,
        "TB",
        () =>
          `month >= ${closeMonth(t, d)} ? ${weightOf(plan, t, d)}(1 - ${movedShare(plan, t, d)}) * ${dealKey(t, d, "tb")} : 0`,
      ),
    ),
  );
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
    (_plan, t) => `${t.line("volume")} * ${t.key("demand.tps_per_volume")}`,
  ),
  demandLine(
    "tps_peak",
    "Peak transactions per second",
    "tx/s",
    "tpsPeak",
    ["tps_mean", "demand.peak_to_mean", "demand.season", "demand.season.*", "demand.surge", "demand.surge_month"],
    (plan, t) => `${t.line("tps_mean")} * ${peakFactor(plan, t)}`,
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
