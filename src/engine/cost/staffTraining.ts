import { MONTHS_PER_YEAR } from "../units";
import { costComponent } from "./component";

export const staffTraining = costComponent({
  id: "staff.training",
  label: "Training",
  costPool: "Staffing",
  tower: "Delivery",
  spend: "opex",
  from: ["fte", "staff.training_cost", "prices.inflation"],
  explanation: "Training of everybody, per year and FTE.",
  write: ({ a, indices }, values, ledger) => {
    const fte = ledger("fte");
    const monthly = a["staff.training_cost"] / MONTHS_PER_YEAR;
    for (let m = 0; m < values.length; m++) values[m] = fte[m] * monthly * indices.inflation[m];
  },
  terms: "fte * staff.training_cost / 12 * inflation_index",
});
