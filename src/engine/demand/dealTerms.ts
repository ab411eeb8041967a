import type { Plan, TermDefinitions } from "../lines";
import { quoted, sumOfTerms } from "../terms";
import type { TermWriter } from "../terms";
import { integratedShare } from "./deals";
import type { WeightedDeal } from "./deals";

/** A field of a deal. */
export const dealKey = ({ deal }: WeightedDeal, field: string): string => quoted(`deal.${deal.name}.${field}`);

/** Month of the plan at whose end a deal closes. */
export function closeMonth(t: TermWriter, d: WeightedDeal): string {
  return t.term(`close_month.${d.deal.name}`, "month", `months_from(plan.start, ${dealKey(d, "close")}) + 1`);
}

/** Month at whose end a deal begins to move. */
export function startMonth(t: TermWriter, d: WeightedDeal): string {
  return t.term(`start_month.${d.deal.name}`, "month", `${closeMonth(t, d)} + ${dealKey(d, "lag_months")}`);
}

/** Share of a deal that is on the platform. */
export function movedShare({ demand }: Plan, t: TermWriter, d: WeightedDeal): string {
  const start = startMonth(t, d);
  const ramp = `min(1, max(0, (month - ${start}) / integration_months))`;
  const formula = demand.pace.months === 0 ? `month >= ${start} + integration_months ? 1 : 0` : ramp;
  return t.term(`moved.${d.deal.name}`, "share", formula);
}

/** How far a deal's probability counts, with the sign of the product that follows. */
export function weightOf({ a }: Plan, t: TermWriter, d: WeightedDeal): string {
  if (a["deals.weighting"] === "expected") return `${dealKey(d, "probability")} * `;
  t.because("deals.weighting");
  return "";
}

/** What deals bring of a field that is not 0: a term for each. */
export function dealTerms(
  plan: Plan,
  field: "volume" | "sites" | "regions" | "tb" | "legacy_cost",
  ofDeal: (d: WeightedDeal, key: string) => string,
): readonly string[] {
  return plan.demand.deals.filter(({ deal }) => deal[field] !== 0).map((d) => ofDeal(d, dealKey(d, field)));
}

/** Volume of a deal on the platform. */
export function acquiredVolume(plan: Plan, t: TermWriter, d: WeightedDeal, volume: string): string {
  const owned = ownedVolume(plan, t, d, volume);
  return t.term(`acquired.${d.deal.name}`, "volume", `${weightOf(plan, t, d)}${movedShare(plan, t, d)} * ${owned}`);
}

/** What the business of a deal has grown to. */
function ownedVolume({ a }: Plan, t: TermWriter, d: WeightedDeal, volume: string): string {
  const name = `owned.${d.deal.name}`;
  const close = closeMonth(t, d);
  const own = a.hasYearlyGrowth ? "growth" : "demand.growth";
  const growth = d.deal.growth === undefined ? own : dealKey(d, "growth");
  if (growth !== "growth") return t.term(name, "volume", `${volume} * (1 + ${growth}) ^ ((month - ${close}) / 12)`);
  const first = `${volume} * (1 + ${growth}(1)) ^ (max(0, 0 - ${close}) / 12)`;
  const before = `(month > max(1, ${close} + 1) ? ${quoted(name)}(month - 1) : ${first})`;
  return t.term(name, "volume", `${before} * (month > ${close} ? (1 + ${growth}) ^ (1 / 12) : 1)`);
}

/** Data that deals of one sign bring or take in the month. */
function movedTb(plan: Plan, t: TermWriter, sign: 1 | -1): string {
  const deals = dealTerms(plan, "tb", (d, tb) => {
    if (Math.sign(d.deal.tb) !== sign) return "";
    const moved = movedShare(plan, t, d);
    return `${weightOf(plan, t, d)}(${moved} - ${moved}(month - 1)) * ${sign > 0 ? tb : `abs(${tb})`}`;
  });
  return sumOfTerms(deals.filter((text) => text !== ""));
}

const bringsTb = ({ demand }: Plan, sign: 1 | -1): boolean => demand.deals.some(({ deal }) => Math.sign(deal.tb) === sign);

/** Data on the platform: each month's is kept for the retention, and a divestiture takes from every month's in proportion. */
export function tbTerms(plan: Plan, t: TermWriter): string {
  if (bringsTb(plan, -1)) return "max(0, tb_before_divestiture - divested_tb)";
  return tbBefore(plan, t);
}

function tbBefore({ a }: Plan, t: TermWriter): string {
  const expires = a["data.retention_years"] > 0;
  if (!expires) t.because("data.retention_years");
  return `max(0, (month > 1 ? tb(month - 1) : initial_tb)${expires ? " - expired_tb" : ""} + added_tb)`;
}

/** Terms of deals and of the data. */
export const DEAL_TERMS: TermDefinitions = {
  integration_months: [
    "months",
    ({ centralShare: c }) => {
      if (c === 1) return "integration.vertical_months";
      if (c === 0) return "integration.horizontal_months";
      return "roundup(hybrid.central_share * integration.vertical_months + (1 - hybrid.central_share) * integration.horizontal_months)";
    },
  ],
  initial_tb: [
    "TB",
    (plan, t) => {
      const { deals, pace } = plan.demand;
      const moved = deals.filter((d) => d.deal.tb !== 0 && integratedShare(0, d.startMonth, pace) > 0);
      return moved.reduce(
        (before, d) => `max(0, ${before} + ${weightOf(plan, t, d)}${movedShare(plan, t, d)}(0) * ${dealKey(d, "tb")})`,
        "data.tb",
      );
    },
  ],
  added_tb: ["TB", (plan) => `volume * data.gb_per_volume_year / 12 / 1000${bringsTb(plan, 1) ? " + acquired_tb" : ""}`, true],
  acquired_tb: ["TB", (plan, t) => movedTb(plan, t, 1), true],
  divested_tb: ["TB", (plan, t) => movedTb(plan, t, -1), true],
  tb_before_divestiture: ["TB", tbBefore],
  retention_months: ["months", "max(1, round(12 * data.retention_years))"],
  expired_tb: [
    "TB",
    (plan) => {
      const kept = (first: string): string => (bringsTb(plan, -1) ? ` * prod(i, ${first}, month - 1, kept_share(i))` : "");
      const first = `initial_tb / retention_months${kept("1")}`;
      return `month <= retention_months ? ${first} : added_tb(month - retention_months)${kept("month - retention_months")}`;
    },
    true,
  ],
  kept_share: ["share", "divested_tb > 0 ? ratio(tb, tb_before_divestiture) : 1"],
};
