/** Terms of organic growth and of the load. */

import { keySeries } from "../keyValue";
import type { Plan } from "../lines";
import { stepsOf } from "../terms";
import type { TermWriter } from "../terms";
import { MONTHS_PER_YEAR } from "../units";
import { SEASONS } from "./load";

/** Growth rate of the year in which a month falls. */
export function growthTerm({ a, timeline }: Plan, t: TermWriter): string {
  if (!a.hasYearlyGrowth) return t.key("demand.growth");
  return t.term("growth", "share/year", () => {
    let key = "demand.growth";
    return stepsOf(timeline.months, (month) => {
      const ofYear = `demand.growth.${Math.ceil(month / MONTHS_PER_YEAR)}`;
      if (a.stated.has(ofYear)) key = ofYear;
      return t.key(key);
    });
  });
}

/** Volume that grows by itself, without deals. */
export function organicVolume(plan: Plan, t: TermWriter): string {
  return t.term("organic_volume", "volume", () => {
    t.because(t.key("demand.curve"));
    return ORGANIC[plan.a["demand.curve"]](plan, t);
  });
}

const years = `month / ${MONTHS_PER_YEAR}`;

const ORGANIC: Readonly<Record<Plan["a"]["demand.curve"], (plan: Plan, t: TermWriter) => string>> = {
  compound: (plan, t) => {
    const [volume, growth] = [t.key("demand.volume"), growthTerm(plan, t)];
    if (!plan.a.hasYearlyGrowth) return `${volume} * (1 + ${growth}) ^ (${years})`;
    return `(month > 1 ? organic_volume(month - 1) : ${volume}) * (1 + ${growth}) ^ (1 / ${MONTHS_PER_YEAR})`;
  },
  linear: (plan, t) => {
    const [volume, growth] = [t.key("demand.volume"), growthTerm(plan, t)];
    if (!plan.a.hasYearlyGrowth) return `max(0, ${volume} * (1 + ${growth} * ${years}))`;
    return `max(0, (month > 1 ? organic_volume(month - 1) : ${volume}) + ${volume} * ${growth} / ${MONTHS_PER_YEAR})`;
  },
  logistic: (_plan, t) => {
    const [volume, ceiling] = [t.key("demand.volume"), t.key("demand.ceiling")];
    const rate = t.term("logistic_rate", "1/year", () => `log(1 + ${t.key("demand.growth")}) / (1 - ${volume} / ${ceiling})`);
    return `${ceiling} / (1 + (${ceiling} - ${volume}) / ${volume} * exp(-${rate} * ${years}))`;
  },
  formula: ({ a }, t) => {
    t.because(t.key("demand.formula"));
    const short: Readonly<Record<string, string>> = { volume: "demand.volume", growth: "demand.growth", sites: "demand.sites" };
    return `max(0, ${userFormula(a["demand.formula"] ?? "", (name) => {
      const key = Object.hasOwn(short, name) ? short[name] : name;
      return keySeries(a, key) ? t.key(key) : undefined;
    })})`;
  },
};

const NAME = /(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|[\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}\p{N}_$]+)*/gu;

/** A user's formula with the names that it reads as formulas of terms write them. */
export function userFormula(text: string, written: (name: string) => string | undefined): string {
  return text.replace(NAME, (word) => written(word) ?? word);
}

/** Ratio of the peak to the mean: peak, season, surge. */
export function peakFactor(plan: Plan, t: TermWriter): string {
  const { a } = plan;
  const surge = `1 + ${t.key("demand.surge")}`;
  const inMonth =
    a["demand.surge_month"] === 0 ? (t.because(t.key("demand.surge_month")), surge) : `month == ${t.key("demand.surge_month")} ? ${surge} : 1`;
  return `${t.key("demand.peak_to_mean")}${season(plan, t)} * (${inMonth})`;
}

/** Factor of the calendar month with the sign before it; nothing for a load without seasons. */
function season({ a }: Plan, t: TermWriter): string {
  if (!a.seasonFactors) t.because(t.key("demand.season"));
  const own = a.seasonFactors;
  if (!own && a["demand.season"] === "flat") return "";
  const factor = t.term("season", "ratio", () => {
    const month = t.term("calendar_month", "month", () => `mod(month_of(${t.key("plan.start")}) + month - 2, ${MONTHS_PER_YEAR}) + 1`);
    if (!own) return `pick(${month}, ${SEASONS[a["demand.season"]].join(", ")})`;
    const keys = own.map((_, at) => t.key(`demand.season.${at + 1}`));
    return `pick(${month}, ${keys.join(", ")}) * ${MONTHS_PER_YEAR} / (${keys.join(" + ")})`;
  });
  return ` * ${factor}`;
}

