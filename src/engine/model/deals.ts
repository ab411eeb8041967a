import { cost, quantity } from "./entry";
import type { Entry } from "./entry";

const MOVED =
  "min(1, ramp(pace_until, deal.start_month, integration_months) + ramp(month, max(pace_until, deal.start_month), later_months))";

/** What acquisitions cost: moving them, running what they bring until they have moved, and what is left when the plan ends. */
export const DEALS: readonly Entry[] = [
  quantity("integration_months", {
    label: "Months over which an acquisition moves to the platform",
    unit: "months",
    formula: "roundup(parts(central_share * integration.vertical_months, distributed_share * integration.horizontal_months))",
  }),
  quantity("moved", {
    label: "Share of the acquisition on the platform",
    unit: "share",
    over: "deals",
    formula: `has_one_pace or month <= pace_until ? ramp(month, deal.start_month, integration_months) : ${MOVED}`,
  }),
  quantity("one_off_cost", {
    label: "Total cost of moving the acquisition, before the price index",
    unit: "money",
    over: "deals",
    formula:
      "deal.integration_cost" +
      " + parts(central_share * integration.vertical_cost_per_volume, distributed_share * integration.horizontal_cost_per_volume) * abs(deal.volume)" +
      " + parts(central_share * integration.vertical_cost_per_tb, distributed_share * integration.horizontal_cost_per_tb) * abs(deal.tb)",
  }),
  quantity("moved_before", {
    label: "Share of the acquisition that moved before the plan; one that moves as the plan starts is paid in month 1",
    unit: "share",
    over: "deals",
    formula: "deal.start_month == 0 and integration_months == 0 ? 0 : moved_at_start",
  }),
  quantity("one_off", {
    label: "Moving the acquisition",
    unit: "money",
    kind: "flow",
    over: "deals",
    formula: "deal.weight * one_off_cost * (moved - previous(moved, moved_before)) * inflation_index",
  }),
  cost("integration.oneoff", {
    label: "Integration of acquisitions",
    costPool: "Outside Services",
    tower: "Delivery",
    spend: "opex",
    explanation: "One-off cost of moving each acquisition to the platform, spread over the months of the move.",
    formula: "sum(deals, one_off)",
  }),
  quantity("legacy", {
    label: "Running the acquired systems until they have moved",
    unit: "money",
    kind: "flow",
    over: "deals",
    formula:
      "within(month, deal.close_month + 1, deal.integrated_month + integration.dual_run_months) * deal.weight * deal.legacy_cost / 12 * inflation_index",
  }),
  cost("integration.legacy", {
    label: "Legacy systems of acquisitions",
    costPool: "Outside Services",
    tower: "Delivery",
    spend: "opex",
    explanation: "Full cost of the acquired systems until cut-over, and for the months of parallel running.",
    formula: "sum(deals, legacy)",
  }),
  quantity("legacy_months_left", {
    label: "Months after the plan in which the acquired systems still run",
    unit: "months",
    over: "deals",
    formula: "max(0, deal.integrated_month + integration.dual_run_months - plan_months)",
  }),
  quantity("beyond_plan", {
    label: "Cost of the acquisition after the plan",
    unit: "money",
    kind: "flow",
    over: "deals",
    formula:
      "month == plan_months ? deal.weight * ((1 - moved) * one_off_cost + legacy_months_left * deal.legacy_cost / 12) * inflation_index : 0",
  }),
  cost("integration.beyond_plan", {
    label: "Acquisitions, due after the plan ends",
    costPool: "Outside Services",
    tower: "Delivery",
    spend: "opex",
    explanation: "Cost of the plan's acquisitions after its last month, at that month's prices: an acquisition that closes counts in full.",
    formula: "sum(deals, beyond_plan)",
  }),
];
