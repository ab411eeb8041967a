import { MONTHS_PER_YEAR } from "../units";
import { costComponent } from "./component";
import { payrollShare, STAFF_KEYS } from "./payroll";

export const staffContractors = costComponent({
  id: "staff.contractors",
  label: "Contractors",
  costPool: "Outside Services",
  tower: "Delivery",
  spend: "opex",
  from: [...STAFF_KEYS, "staff.loaded", "staff.contractor_share", "staff.contractor_premium"],
  explanation: "The contracted share of the people, at loaded cost and the contractors' premium.",
  write: (plan, values) => {
    const { a } = plan;
    payrollShare(plan, values, (a["staff.contractor_share"] * a["staff.loaded"] * (1 + a["staff.contractor_premium"])) / MONTHS_PER_YEAR);
  },
  terms: "payroll * staff.contractor_share * staff.loaded * (1 + staff.contractor_premium) * wage_index / 12",
});
