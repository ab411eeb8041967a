import { cost, quantity } from "./entry";
import type { Entry } from "./entry";

/** Projects: the move to another architecture, and shards. */
export const PROJECTS: readonly Entry[] = [
  quantity("switched_share", {
    label: "Share of the system that moves from what runs before",
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
    explanation: "The project that moves what runs today to another architecture, for the share that moves.",
    formula: "within(month, first_month, first_month + switch_months - 1) * switch.cost * switched_share / switch_months * inflation_index",
  }),
  cost("switch.beyond_plan", {
    label: "Move to another architecture, due after the plan ends",
    costPool: "Outside Services",
    tower: "Delivery",
    spend: "opex",
    explanation:
      "What the move still costs after the plan's last month, in that month and at its prices: a move that starts counts in full.",
    formula:
      "month == plan_months ? switch.cost * switched_share * max(0, first_month + switch_months - 1 - plan_months) / switch_months * inflation_index : 0",
  }),
  quantity("shard_rise", {
    label: "Project for more shards in the month, before its price index",
    unit: "money",
    kind: "flow",
    formula: "(shards > previous(shards, shard.today)) * (shard.project_cost + shard.cost_per_tb * tb * central_share)",
  }),
  quantity("shard_rise_monthly", {
    label: "Project for more shards, for each month of it before the shards",
    unit: "money",
    kind: "flow",
    formula: "month > 1 ? shard_rise / max(1, min(shard.project_months, month - 1)) : 0",
  }),
  quantity("shard_at_once", {
    label: "Project for more shards, where it is paid in the month of the shards",
    unit: "money",
    kind: "flow",
    formula: "month == 1 or shard.project_months == 0 ? shard_rise : 0",
  }),
  cost("shard.project", {
    label: "Sharding projects",
    costPool: "Outside Services",
    tower: "Delivery",
    spend: "opex",
    explanation:
      "Each rise of the shard count, spread over the months of the project before it; more shards in the first month than run today are paid in it.",
    formula: "(shard_at_once + window(shard_rise_monthly, month + 1, month + shard.project_months)) * inflation_index",
  }),
];
