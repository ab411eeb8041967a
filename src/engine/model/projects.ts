import { cost, quantity } from "./entry";
import type { Entry } from "./entry";

/** Projects: the move to another architecture, and shards. */
export const PROJECTS: readonly Entry[] = [
  quantity("switched_share", {
    label: "Share of the system that moves",
    unit: "share",
    formula: "runs_central * distributed_share + runs_distributed * central_share",
  }),
  quantity("switch_months", {
    label: "Months of the move",
    unit: "months",
    formula: "max(1, switch.months)",
  }),
  cost("switch.project", {
    label: "Move to another architecture",
    costPool: "Outside Services",
    tower: "Delivery",
    spend: "opex",
    explanation: "Project that moves the system from the architecture in use today, for the share that moves.",
    formula: "within(month, first_month, first_month + switch_months - 1) * switch.cost * switched_share / switch_months * inflation_index",
  }),
  cost("switch.beyond_plan", {
    label: "Move to another architecture, due after the plan ends",
    costPool: "Outside Services",
    tower: "Delivery",
    spend: "opex",
    explanation: "Cost of the move after the plan's last month, at that month's prices: a move that has started counts in full.",
    formula:
      "month == plan_months ? switch.cost * switched_share * max(0, first_month + switch_months - 1 - plan_months) / switch_months * inflation_index : 0",
  }),
  quantity("shard_rise", {
    label: "Split project for the shards of the month, before the price index",
    unit: "money",
    kind: "flow",
    formula: "(shards > previous(shards, shard.today)) * (shard.project_cost + shard.cost_per_tb * tb * central_share)",
  }),
  quantity("shard_rise_monthly", {
    label: "Split project, per month before the shards are in service",
    unit: "money",
    kind: "flow",
    formula: "month > 1 ? shard_rise / max(1, min(shard.project_months, month - 1)) : 0",
  }),
  quantity("shard_at_once", {
    label: "Split project, if paid in the month of the shards",
    unit: "money",
    kind: "flow",
    formula: "month == 1 or shard.project_months == 0 ? shard_rise : 0",
  }),
  cost("shard.project", {
    label: "Sharding projects",
    costPool: "Outside Services",
    tower: "Delivery",
    spend: "opex",
    explanation: "Project for each split, spread over the months before it; shards added in the first month are paid in that month.",
    formula: "(shard_at_once + window(shard_rise_monthly, month + 1, month + shard.project_months)) * inflation_index",
  }),
];
