import { weightedParts } from "../capacity/needTerms";
import { MONTHS_PER_YEAR } from "../units";
import { costComponent } from "./component";
import { payrollShare, STAFF_KEYS } from "./payroll";

export const staffTurnover = costComponent({
  id: "staff.turnover",
  label: "Staff turnover",
  costPool: "Staffing",
  tower: "Delivery",
  spend: "opex",
  from: [
    ...STAFF_KEYS,
    "staff.contractor_share",
    "staff.turnover_vertical",
    "staff.turnover_horizontal",
    "staff.replacement_cost",
    "hybrid.central_share",
  ],
  explanation: "Replacing employees who leave.",
  write: (plan, values) => {
    const { a, centralShare } = plan;
    const turnover = centralShare * a["staff.turnover_vertical"] + (1 - centralShare) * a["staff.turnover_horizontal"];
    payrollShare(plan, values, ((1 - a["staff.contractor_share"]) * turnover * a["staff.replacement_cost"]) / MONTHS_PER_YEAR);
  },
  terms: (plan) => {
    const turnover = weightedParts(plan, { vertical: () => "staff.turnover_vertical", horizontal: () => "staff.turnover_horizontal" });
    return `payroll * (1 - staff.contractor_share) * (${turnover}) * staff.replacement_cost * wage_index / 12`;
  },
});
