import { keySeries } from "../keyValue";
import type { Plan, TermDefinitions } from "../lines";
import { stepsOf } from "../terms";
import type { TermWriter } from "../terms";
import { MONTHS_PER_YEAR } from "../units";
import { SEASONS } from "./load";

const NAME = /(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|[\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}\p{N}_$]+)*/gu;

/** A user's formula in which some names are others. */
export function renamed(formula: string, names: (name: string) => string | undefined): string {
  return formula.replace(NAME, (word) => names(word) ?? word);
}

/** What the short names of a growth formula stand for. */
const SHORT_NAMES: Readonly<Record<string, string>> = { volume: "demand.volume", growth: "demand.growth", sites: "demand.sites" };

const EARLIER = "(month > 1 ? organic_volume(month - 1) : demand.volume)";

const ORGANIC: Readonly<Record<Plan["a"]["demand.curve"], (plan: Plan, t: TermWriter) => string>> = {
  compound: ({ a }) => (a.hasYearlyGrowth ? `${EARLIER} * (1 + growth) ^ (1 / 12)` : "demand.volume * (1 + demand.growth) ^ (month / 12)"),
  linear: ({ a }) =>
    `max(0, ${a.hasYearlyGrowth ? `${EARLIER} + demand.volume * growth / 12` : "demand.volume * (1 + demand.growth * month / 12)"})`,
  logistic: () => "demand.ceiling / (1 + (demand.ceiling - demand.volume) / demand.volume * exp(-logistic_rate * month / 12))",
  formula: ({ a }, t) => {
    t.because("demand.formula");
    const keyOf = (name: string): string => (Object.hasOwn(SHORT_NAMES, name) ? SHORT_NAMES[name] : name);
    return `max(0, ${renamed(a["demand.formula"] ?? "", (name) => (keySeries(a, keyOf(name)) ? t.key(keyOf(name)) : undefined))})`;
  },
};

/** Ratio of the peak to the mean. */
export function peakFactor({ a }: Plan, t: TermWriter): string {
  const hasSeasons = a.seasonFactors !== undefined || a["demand.season"] !== "flat";
  if (!hasSeasons) t.because("demand.season");
  return `demand.peak_to_mean${hasSeasons ? " * season" : ""} * (${surge(a["demand.surge_month"], t)})`;
}

function surge(month: number, t: TermWriter): string {
  if (month > 0) return "month == demand.surge_month ? 1 + demand.surge : 1";
  t.because("demand.surge_month");
  return "1 + demand.surge";
}

/** Terms of organic growth and of the load. */
export const GROWTH_TERMS: TermDefinitions = {
  organic_volume: [
    "volume",
    (plan, t) => {
      t.because("demand.curve");
      return ORGANIC[plan.a["demand.curve"]](plan, t);
    },
  ],
  growth: [
    "share/year",
    ({ a, timeline }) => {
      let key = "demand.growth";
      return stepsOf(timeline.months, (month) => {
        const ofYear = `demand.growth.${Math.ceil(month / MONTHS_PER_YEAR)}`;
        return a.stated.has(ofYear) ? (key = ofYear) : key;
      });
    },
  ],
  logistic_rate: ["1/year", "log(1 + demand.growth) / (1 - demand.volume / demand.ceiling)"],
  calendar_month: ["month", "mod(month_of(plan.start) + month - 2, 12) + 1"],
  season: [
    "ratio",
    ({ a }, t) => {
      if (!a.seasonFactors) {
        t.because("demand.season");
        return `pick(calendar_month, ${SEASONS[a["demand.season"]].join(", ")})`;
      }
      const keys = a.seasonFactors.map((_, at) => `demand.season.${at + 1}`);
      return `pick(calendar_month, ${keys.join(", ")}) * 12 / (${keys.join(" + ")})`;
    },
  ],
  traffic_gb: ["GB", "tps_mean * demand.kb_per_tx * 3600 * demand.busy_hours_per_month / 1e6", true],
};
