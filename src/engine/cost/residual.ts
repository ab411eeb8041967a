import { sumOfFleets } from "../capacity/batchTerms";
import { undepreciatedValue } from "../finance/assets";
import { addTo, costComponent } from "./component";
import { batchesOf } from "../capacity/plan";

export const residual = costComponent({
  id: "residual",
  label: "Residual value",
  costPool: "Hardware",
  tower: "Compute",
  spend: "capex",
  from: ["hardware.purchase", "hardware.life_years", "finance.depreciation", "finance.residual_share"],
  explanation: "What the owned servers are still worth when the plan ends: a negative cost in the last month.",
  write: (plan, values) => {
    const share = plan.a["finance.residual_share"];
    if (share === 0) return;
    for (const batch of batchesOf(plan))
      addTo(values, values.length, -share * undepreciatedValue(plan.a["finance.depreciation"], batch, values.length));
  },
  terms: (plan, t) => {
    const left = sumOfFleets(plan, t, (fleet) => `sum(i, first_in_service.${fleet}, month, not_written_off.${fleet}(i))`);
    return `month == 12 * plan.years ? -finance.residual_share * (${left}) : 0`;
  },
});
