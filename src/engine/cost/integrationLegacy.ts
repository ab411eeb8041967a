import { closeMonth, dealTerms, startMonth, weightOf } from "../demand/dealTerms";
import { sumOfTerms } from "../terms";
import { integratedMonth } from "../demand/deals";
import { MONTHS_PER_YEAR } from "../units";
import { costComponent } from "./component";

export const integrationLegacy = costComponent({
  id: "integration.legacy",
  label: "Legacy systems of acquisitions",
  costPool: "Outside Services",
  tower: "Delivery",
  spend: "opex",
  from: [
    "deal.*",
    "deals.weighting",
    "integration.vertical_months",
    "integration.horizontal_months",
    "integration.dual_run_months",
    "hybrid.central_share",
    "prices.inflation",
  ],
  explanation: "Running the acquired systems in full until cut-over, and for the months in which both run.",
  write: ({ a, demand, indices }, values) => {
    for (const d of demand.deals) {
      const last = integratedMonth(d.startMonth, demand.pace) + a["integration.dual_run_months"];
      const monthly = (d.weight * d.deal.legacy_cost) / MONTHS_PER_YEAR;
      const end = Math.min(last, values.length);
      for (let m = Math.max(0, d.closeMonth); m < end; m++) values[m] += monthly * indices.inflation[m];
    }
  },
  terms: (plan, t) =>
    sumOfTerms(
      dealTerms(plan, "legacy_cost", (d, cost) => {
        const last = `${startMonth(t, d)} + integration_months + integration.dual_run_months`;
        const formula = `month > ${closeMonth(t, d)} and month <= ${last} ? ${weightOf(plan, t, d)}${cost} / 12 * inflation_index : 0`;
        return t.flow(`legacy.${d.deal.name}`, "money", formula);
      }),
    ),
});
