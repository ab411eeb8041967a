import { DRIVER_LINES } from "../drivers";
import { cost, namedByCell, quantity } from "./entry";
import type { Entry } from "./entry";

/** People: the work of each role, the rota, and what they are paid. */
export const PEOPLE: readonly Entry[] = [
  namedByCell("role_units", {
    label: "Driver of the role",
    unit: "units",
    over: "roles",
    lines: DRIVER_LINES,
    names: ({ staffing }) => staffing.roles.map(({ driver }) => driver),
  }),
  quantity("work", {
    label: "People needed for the role's work, before the on-call minimum",
    unit: "FTE",
    over: "roles",
    formula: "max(role.minimum, role.is_driven ? role.fixed + role_units / role.ratio * (1 - staff.automation) : role.fixed)",
  }),
  quantity("on_call_work", {
    label: "People needed for the work of the on-call roles",
    unit: "FTE",
    formula: "sum(roles, role.oncall * work)",
  }),
  quantity("rota_floor", {
    label: "Minimum people on call",
    unit: "FTE",
    formula: "largest_part(staff.oncall_floor_vertical, staff.oncall_floor_horizontal)",
  }),
  quantity("people_on_call", {
    label: "People on call",
    unit: "FTE",
    formula: "max(on_call_work, rota_floor)",
  }),
  quantity("role_fte", {
    label: "Staff",
    isLine: true,
    unit: "FTE",
    over: "roles",
    as: "fte",
    // Those on call are together at least the rota floor; the lift is shared in proportion.
    formula: "role.oncall ? pro_rata(people_on_call, work, on_call_work, sum(roles, role.oncall)) : work",
  }),
  quantity("fte", {
    label: "Staff",
    isLine: true,
    unit: "FTE",
    formula: "sum(roles, role_fte)",
  }),
  quantity("payroll", {
    label: "Pay of all roles, at the wages of year 1",
    unit: "money/year",
    formula: "sum(roles, role_fte * role.salary)",
  }),
  quantity("sharded_months", {
    label: "Months since the first split, including the first month",
    unit: "months",
    formula: "shard.today == 1 and highest(shards) > 1 ? previous(sharded_months, 0) + 1 : 0",
  }),
  quantity("learning_left", {
    label: "Learning effort left",
    unit: "share",
    formula: "staff.learning_months == 0 ? 0 : parts(central_share * learning_sharded, distributed_share * learning_distributed)",
  }),
  quantity("learning_sharded", {
    label: "Learning effort left after the first split",
    unit: "share",
    formula: "sharded_months == 0 ? 0 : max(0, 1 - (sharded_months - 1) / max(1, staff.learning_months))",
  }),
  quantity("learning_distributed", {
    label: "Learning effort left after the move to Distributed",
    unit: "share",
    formula: "is(plan.current, horizontal) or month < first_month ? 0 : max(0, 1 - (month - first_month) / max(1, staff.learning_months))",
  }),
  cost("staff.salaries", {
    label: "Salaries",
    costPool: "Staffing",
    tower: "Delivery",
    spend: "opex",
    explanation: "Employees of every role at their fully loaded cost.",
    formula: "payroll * (1 - staff.contractor_share) * staff.loaded * wage_index / 12",
  }),
  cost("staff.contractors", {
    label: "Contractors",
    costPool: "Outside Services",
    tower: "Delivery",
    spend: "opex",
    explanation: "Contractors at fully loaded cost plus the contractor premium.",
    formula: "payroll * staff.contractor_share * staff.loaded * (1 + staff.contractor_premium) * wage_index / 12",
  }),
  cost("staff.turnover", {
    label: "Staff turnover",
    costPool: "Staffing",
    tower: "Delivery",
    spend: "opex",
    explanation: "Replacing employees who leave.",
    formula:
      "payroll * (1 - staff.contractor_share) * parts(central_share * staff.turnover_vertical, distributed_share * staff.turnover_horizontal) * staff.replacement_cost * wage_index / 12",
  }),
  cost("staff.training", {
    label: "Training",
    costPool: "Staffing",
    tower: "Delivery",
    spend: "opex",
    explanation: "Yearly training for each FTE.",
    formula: "fte * staff.training_cost / 12 * inflation_index",
  }),
  cost("staff.learning", {
    label: "Learning a distributed platform",
    costPool: "Staffing",
    tower: "Delivery",
    spend: "opex",
    explanation:
      "Extra effort while the team learns: from the start of a distributed platform, or from the first split of the central database.",
    formula: "payroll * staff.loaded * staff.learning_loss * learning_left * wage_index / 12",
  }),
];
