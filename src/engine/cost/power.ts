import { HOURS_PER_MONTH } from "../units";
import { sumOfTerms } from "../terms";
import { costComponent } from "./component";
import { hasOwned, placements } from "./placements";
import { placementTerms } from "./placementTerms";

export const power = costComponent({
  id: "power",
  label: "Electricity",
  costPool: "Facilities & Power",
  tower: "Data Center",
  spend: "opex",
  from: ["servers", "power.price", "power.pue", "power.utilization", "server.*", "prices.inflation"],
  explanation: "Electricity of owned servers with the overhead of cooling and distribution.",
  write: (plan, values) => {
    const { a, indices } = plan;
    if (!hasOwned(plan)) return;
    const perKw = a["power.utilization"] * a["power.pue"] * HOURS_PER_MONTH * a["power.price"];
    for (let m = 0; m < values.length; m++)
      values[m] = placements(plan, m).reduce((kw, p) => kw + p.shape.kw * p.servers * p.places, 0) * perKw * indices.inflation[m];
  },
  terms: (plan, t) => {
    const kw = placementTerms(plan, t).map(({ servers, places, kw: each }) => `${servers} * ${places} * ${each}`);
    return `(${sumOfTerms(kw)}) * power.utilization * power.pue * 730 * power.price * inflation_index`;
  },
});
