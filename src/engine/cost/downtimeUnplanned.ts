import { MONTHS_PER_YEAR } from "../units";
import { costComponent } from "./component";

export const downtimeUnplanned = costComponent({
  id: "downtime.unplanned",
  label: "Unplanned downtime (risk)",
  costPool: "Other",
  tower: "Application",
  spend: "opex",
  from: ["downtime_hours", "downtime.cost_per_hour", "downtime.in_total", "prices.inflation"],
  explanation: "Expected hours without service at what such an hour costs: a risk, not an invoice.",
  inTotal: ({ a }) => a["downtime.in_total"],
  write: ({ a, indices }, values, ledger) => {
    const hours = ledger("downtime_hours");
    for (let m = 0; m < values.length; m++) values[m] = (hours[m] / MONTHS_PER_YEAR) * a["downtime.cost_per_hour"] * indices.inflation[m];
  },
  terms: "downtime_hours / 12 * downtime.cost_per_hour * inflation_index",
});
