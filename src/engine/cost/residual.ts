import { firstInService, fleets, valueBought, writtenOff } from "../capacity/batchTerms";
import { MONTHS_PER_YEAR } from "../units";
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
    const share = t.key("finance.residual_share");
    const left = fleets(plan, t).map((fleet) => {
      const value = valueBought(t, fleet);
      const unwritten = t.flow(`not_written_off.${fleet.of}`, "money", () => {
        const months = `${MONTHS_PER_YEAR} * ${t.key("plan.years")} - month + 1`;
        return `${value} * (1 - ${writtenOff(plan, t, `(${months})`)})`;
      });
      return `sum(i, ${firstInService(t, fleet)}, month, ${unwritten}(i))`;
    });
    if (left.length === 0) return "0";
    return `month == ${MONTHS_PER_YEAR} * ${t.key("plan.years")} ? -${share} * (${left.join(" + ")}) : 0`;
  },
});
