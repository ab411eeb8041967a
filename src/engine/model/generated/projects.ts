// Written by `npm run generate` from the formulas in src/engine/model: change those.

import { between } from "../functions";
import type { Plan } from "../../lines";
import type { ModelSeries } from "./series";

/** switched_share = runs_central * distributed_share + runs_distributed * central_share */
export function switchedShare(p: Plan, s: ModelSeries): void {
  const runsCentralEtc =
    ((p.service !== undefined && p.service.first > 1 ? p.service.other : p.a["plan.current"]) === "vertical" ? 1 : 0) *
      (1 - p.centralShare) +
    ((p.service !== undefined && p.service.first > 1 ? p.service.other : p.a["plan.current"]) === "horizontal" ? 1 : 0) * p.centralShare;
  const switchedShare = s["switched_share"];
  switchedShare.fill(runsCentralEtc);
}

/** switch_months = max(1, switch.months) */
export function switchMonths({ a }: Plan, s: ModelSeries): void {
  const switchMonths = Math.max(1, a["switch.months"]);
  const switchMonths2 = s["switch_months"];
  switchMonths2.fill(switchMonths);
}

/** switch.project = within(month, first_month, first_month + switch_months - 1) * switch.cost * switched_share / switch_months * inflation_index */
export function switchProject(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const firstMonth = p.service?.first ?? 1;
  const switchMonths = s["switch_months"][0];
  const firstMonthEtc = (p.service?.first ?? 1) + switchMonths - 1;
  const switchedShare = s["switched_share"][0];
  const inflationIndex = s["inflation_index"];
  const switchCostEtc = (a["switch.cost"] * switchedShare) / switchMonths;
  const switchProject = s["switch.project"];
  for (let m = 0; m < switchProject.length; m++) {
    switchProject[m] = (m + 1 >= firstMonth && m + 1 <= firstMonthEtc ? 1 : 0) * inflationIndex[m] * switchCostEtc;
  }
}

/** switch.beyond_plan = month == plan_months ? switch.cost * switched_share * max(0, first_month + switch_months - 1 - plan_months) / switch_months * inflation_index : 0 */
export function switchBeyondPlan(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const planMonths = p.timeline.months;
  const switchedShare = s["switched_share"][0];
  const switchMonths = s["switch_months"][0];
  const inflationIndex = s["inflation_index"];
  const switchCostEtc =
    (a["switch.cost"] * switchedShare * Math.max(0, (p.service?.first ?? 1) + switchMonths - 1 - p.timeline.months)) / switchMonths;
  const switchBeyondPlan = s["switch.beyond_plan"];
  for (let m = 0; m < switchBeyondPlan.length; m++) {
    switchBeyondPlan[m] = m + 1 === planMonths ? inflationIndex[m] * switchCostEtc : 0;
  }
}

/** shard_rise = (shards > previous(shards, shard.today)) * (shard.project_cost + shard.cost_per_tb * tb * central_share) */
export function shardRise(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const shards = s["shards"];
  const shardToday = a["shard.today"];
  const tb = s["tb"];
  const shardCostPerTbEtc = a["shard.cost_per_tb"] * p.centralShare;
  const shardProjectCost = a["shard.project_cost"];
  const shardRise = s["shard_rise"];
  for (let m = 0; m < shardRise.length; m++) {
    shardRise[m] = (shards[m] > (m === 0 ? shardToday : shards[m - 1]) ? 1 : 0) * (shardProjectCost + tb[m] * shardCostPerTbEtc);
  }
}

/** shard_rise_monthly = month > 1 ? shard_rise / max(1, min(shard.project_months, month - 1)) : 0 */
export function shardRiseMonthly({ a }: Plan, s: ModelSeries): void {
  const shardRise = s["shard_rise"];
  const shardProjectMonths = a["shard.project_months"];
  const shardRiseMonthly = s["shard_rise_monthly"];
  const shardRiseMonthlySums = s["shard_rise_monthly (sums)"];
  for (let m = 0; m < shardRiseMonthly.length; m++) {
    shardRiseMonthly[m] = m + 1 > 1 ? shardRise[m] / Math.max(1, Math.min(shardProjectMonths, m + 1 - 1)) : 0;
    shardRiseMonthlySums[m + 1] = shardRiseMonthlySums[m] + shardRiseMonthly[m];
  }
}

/** shard_at_once = month == 1 or shard.project_months == 0 ? shard_rise : 0 */
export function shardAtOnce({ a }: Plan, s: ModelSeries): void {
  const isShardProjectMonths = a["shard.project_months"] === 0;
  const shardRise = s["shard_rise"];
  const shardAtOnce = s["shard_at_once"];
  for (let m = 0; m < shardAtOnce.length; m++) {
    shardAtOnce[m] = m + 1 === 1 || isShardProjectMonths ? shardRise[m] : 0;
  }
}

/** shard.project = (shard_at_once + window(shard_rise_monthly, month + 1, month + shard.project_months)) * inflation_index */
export function shardProject({ a }: Plan, s: ModelSeries): void {
  const shardAtOnce = s["shard_at_once"];
  const shardProjectMonths = a["shard.project_months"];
  const shardRiseMonthlySums = s["shard_rise_monthly (sums)"];
  const inflationIndex = s["inflation_index"];
  const shardProject = s["shard.project"];
  for (let m = 0; m < shardProject.length; m++) {
    shardProject[m] = (shardAtOnce[m] + between(shardRiseMonthlySums, m + 1 + 1, m + 1 + shardProjectMonths)) * inflationIndex[m];
  }
}
