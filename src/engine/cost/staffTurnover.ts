import { weighted } from "../capacity/needTerms";
import { MONTHS_PER_YEAR } from "../units";
import { costComponent } from "./component";
import { payrollShare, payrollTerms, STAFF_KEYS } from "./payroll";

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
  terms: (plan, t) => {
    const turnover = weighted(plan, t, t.key("staff.turnover_vertical"), t.key("staff.turnover_horizontal"));
    const rate = t.term("turnover", "share/year", () => turnover);
    return payrollTerms(plan, t, `(1 - ${t.key("staff.contractor_share")}) * ${rate} * ${t.key("staff.replacement_cost")}`);
  },
});
