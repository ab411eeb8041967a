import { weightedParts } from "../capacity/needTerms";
import { dealKey, startMonth, weightOf } from "../demand/dealTerms";
import { integratedShare } from "../demand/deals";
import type { WeightedDeal } from "../demand/deals";
import type { Plan } from "../lines";
import { sumOfTerms } from "../terms";
import type { TermWriter } from "../terms";
import { addTo, costComponent, spreadOver } from "./component";

/** A rate, by the architecture's share of both. */
const weighted = ({ centralShare }: Plan, vertical: number, horizontal: number): number =>
  centralShare * vertical + (1 - centralShare) * horizontal;

/** Adds in each month the part of an amount that the share moved in it is of the whole. */
function addAsItMoves({ demand, indices }: Plan, { startMonth }: WeightedDeal, amount: number, values: Float64Array): void {
  let moved = integratedShare(0, startMonth, demand.pace);
  for (let month = 1; month <= values.length; month++) {
    const share = integratedShare(month, startMonth, demand.pace);
    addTo(values, month, amount * (share - moved) * indices.inflation[month - 1]);
    moved = share;
  }
}

/** What a deal's integration costs in a month: its cost in equal parts over the months of the move, or all in the month in which it starts. */
function spreadTerm(plan: Plan, t: TermWriter, d: WeightedDeal): string {
  const start = startMonth(t, d);
  const amount = `${weightOf(plan, t, d)}${amountTerm(plan, t, d)} * inflation_index`;
  const spread = `month > ${start} and month <= ${start} + integration_months ? ${amount} / integration_months : 0`;
  const atOnce = `month == (${start} == 0 ? 1 : ${start}) + integration_months ? ${amount} : 0`;
  return t.flow(`one_off.${d.deal.name}`, "money", plan.demand.pace.months > 0 ? spread : atOnce);
}

function amountTerm(plan: Plan, t: TermWriter, d: WeightedDeal): string {
  const rate = (unit: string): string =>
    weightedParts(plan, {
      vertical: () => `integration.vertical_cost_per_${unit}`,
      horizontal: () => `integration.horizontal_cost_per_${unit}`,
    });
  const variable = (["volume", "tb"] as const)
    .filter((unit) => d.deal[unit] !== 0)
    .map((unit) => `(${rate(unit)}) * abs(${dealKey(d, unit)})`);
  return t.term(`one_off_cost.${d.deal.name}`, "money", sumOfTerms([dealKey(d, "integration_cost"), ...variable]));
}

export const integrationOneOff = costComponent({
  id: "integration.oneoff",
  label: "Integration of acquisitions",
  costPool: "Outside Services",
  tower: "Delivery",
  spend: "opex",
  from: [
    "deal.*",
    "deals.weighting",
    "integration.vertical_months",
    "integration.horizontal_months",
    "integration.vertical_cost_per_volume",
    "integration.vertical_cost_per_tb",
    "integration.horizontal_cost_per_volume",
    "integration.horizontal_cost_per_tb",
    "hybrid.central_share",
    "prices.inflation",
  ],
  explanation: "The one-off cost of moving each acquisition onto the platform, spread over the months of the move.",
  write: (plan, values) => {
    const { deals, pace } = plan.demand;
    const { a } = plan;
    const perVolume = weighted(plan, a["integration.vertical_cost_per_volume"], a["integration.horizontal_cost_per_volume"]);
    const perTb = weighted(plan, a["integration.vertical_cost_per_tb"], a["integration.horizontal_cost_per_tb"]);
    for (const d of deals) {
      const amount = d.weight * (d.deal.integration_cost + perVolume * Math.abs(d.deal.volume) + perTb * Math.abs(d.deal.tb));
      if (pace.later) addAsItMoves(plan, d, amount, values);
      else if (pace.months > 0) spreadOver(values, d.startMonth + 1, d.startMonth + pace.months, amount, plan.indices.inflation);
      else {
        const month = d.startMonth === 0 ? 1 : d.startMonth;
        spreadOver(values, month, month, amount, plan.indices.inflation);
      }
    }
  },
  terms: (plan, t) => sumOfTerms(plan.demand.deals.map((d) => spreadTerm(plan, t, d))),
});
