/** Terms of deals: when they close, how far they have moved, and what they bring. */

import type { Plan } from "../lines";
import type { TermWriter } from "../terms";
import { sumOfTerms } from "../terms";
import { MONTHS_PER_YEAR } from "../units";
import type { WeightedDeal } from "./deals";
import { integratedShare } from "./deals";
import { growthTerm } from "./growthTerms";

/** A field of a deal. */
export const dealKey = (t: TermWriter, { deal }: WeightedDeal, field: string): string => t.key(`deal.${deal.name}.${field}`);

/** Month of the plan at whose end a deal closes. */
export function closeMonth(t: TermWriter, d: WeightedDeal): string {
  return t.term(`close_month.${d.deal.name}`, "month", () => `months_from(${t.key("plan.start")}, ${dealKey(t, d, "close")}) + 1`);
}

/** Month at whose end a deal begins to move. */
export function startMonth(t: TermWriter, d: WeightedDeal): string {
  return t.term(`start_month.${d.deal.name}`, "month", () => `${closeMonth(t, d)} + ${dealKey(t, d, "lag_months")}`);
}

/** Months over which a deal moves. */
export function integrationMonthsTerm({ centralShare }: Plan, t: TermWriter): string {
  if (centralShare === 1) return t.key("integration.vertical_months");
  if (centralShare === 0) return t.key("integration.horizontal_months");
  return t.term("integration_months", "months", () => {
    const c = t.key("hybrid.central_share");
    return `roundup(${c} * ${t.key("integration.vertical_months")} + (1 - ${c}) * ${t.key("integration.horizontal_months")})`;
  });
}

/** Share of a deal that is on the platform. */
export function movedShare(plan: Plan, t: TermWriter, d: WeightedDeal): string {
  return t.term(`moved.${d.deal.name}`, "share", () => {
    const [start, months] = [startMonth(t, d), integrationMonthsTerm(plan, t)];
    if (plan.demand.integrationMonths === 0) return `month >= ${start} + ${months} ? 1 : 0`;
    return `min(1, max(0, (month - ${start}) / ${months}))`;
  });
}

/** What a deal's probability counts, with the sign of the product that follows. */
export function weightOf({ a }: Plan, t: TermWriter, d: WeightedDeal): string {
  if (a["deals.weighting"] === "expected") return `${dealKey(t, d, "probability")} * `;
  t.because(t.key("deals.weighting"));
  return "";
}

/** Volume that a deal brings to the platform. */
export function acquiredVolume(plan: Plan, t: TermWriter, d: WeightedDeal): string {
  return t.term(`acquired.${d.deal.name}`, "volume", () => `${weightOf(plan, t, d)}${movedShare(plan, t, d)} * ${ownedVolume(plan, t, d)}`);
}

/** What the business of a deal has grown to. */
function ownedVolume(plan: Plan, t: TermWriter, d: WeightedDeal): string {
  const name = `owned.${d.deal.name}`;
  return t.term(name, "volume", () => {
    const [volume, close] = [dealKey(t, d, "volume"), closeMonth(t, d)];
    const growth = d.deal.growth === undefined ? growthTerm(plan, t) : dealKey(t, d, "growth");
    const monthly = `(1 + ${growth}) ^ (1 / ${MONTHS_PER_YEAR})`;
    if (d.growthByYear.every((rate) => rate === d.growthByYear[0]))
      return `${volume} * (1 + ${growth}) ^ ((month - ${close}) / ${MONTHS_PER_YEAR})`;
    const before = `${volume} * (1 + ${growth}(1)) ^ (max(0, 0 - ${close}) / ${MONTHS_PER_YEAR})`;
    return `(month > max(1, ${close} + 1) ? ${earlier(name)} : ${before}) * (month > ${close} ? ${monthly} : 1)`;
  });
}

const earlier = (name: string): string => `[${name.replaceAll("]", "]]")}](month - 1)`;

/** Deals that bring something of a field. */
export function dealsWith({ demand }: Plan, field: "volume" | "sites" | "regions" | "tb"): readonly WeightedDeal[] {
  return demand.deals.filter(({ deal }) => deal[field] !== 0);
}

/** Data that deals bring (positive) or take (negative) in the month. */
export function dealTb(plan: Plan, t: TermWriter, brings: boolean): string {
  const deals = dealsWith(plan, "tb").filter(({ deal }) => deal.tb > 0 === brings);
  if (deals.length === 0) return "";
  return t.flow(brings ? "acquired_tb" : "divested_tb", "TB", () =>
    sumOfTerms(
      deals.map((d) => {
        const moved = movedShare(plan, t, d);
        const tb = dealKey(t, d, "tb");
        return `${weightOf(plan, t, d)}(${moved} - ${moved}(month - 1)) * ${brings ? tb : `abs(${tb})`}`;
      }),
    ),
  );
}

/** Data at the start of the plan: today's, with that of deals that have moved before. */
export function initialTb(plan: Plan, t: TermWriter): string {
  const { demand } = plan;
  const moved = dealsWith(plan, "tb").filter((d) => integratedShare(0, d.startMonth, demand.integrationMonths) > 0);
  if (moved.length === 0) return t.key("data.tb");
  return t.term("initial_tb", "TB", () =>
    moved.reduce(
      (before, d) => `max(0, ${before} + ${weightOf(plan, t, d)}${movedShare(plan, t, d)}(0) * ${dealKey(t, d, "tb")})`,
      t.key("data.tb"),
    ),
  );
}
