import { MONTHS_PER_YEAR } from "../units";
import { costComponent } from "./component";
import { payrollShare, STAFF_KEYS } from "./payroll";

export const staffSalaries = costComponent({
  id: "staff.salaries",
  label: "Salaries",
  costPool: "Staffing",
  tower: "Delivery",
  spend: "opex",
  from: [...STAFF_KEYS, "staff.loaded", "staff.contractor_share"],
  explanation: "Employees of every role at their loaded cost.",
  write: (plan, values) => payrollShare(plan, values, ((1 - plan.a["staff.contractor_share"]) * plan.a["staff.loaded"]) / MONTHS_PER_YEAR),
  terms: "payroll * (1 - staff.contractor_share) * staff.loaded * wage_index / 12",
});
