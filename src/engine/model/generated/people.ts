// Written by `npm run generate` from the formulas in src/engine/model: change those.

import { proRata, roomFor } from "../functions";
import type { Plan } from "../../lines";
import type { ModelSeries } from "./series";

/** work = max(role.minimum, role.is_driven ? role.fixed + role_units / role.ratio * (1 - staff.automation) : role.fixed) */
export function work(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const rows = p.staffing.roles;
  const workRows = s["work"];
  roomFor(workRows, rows.length, p.timeline.months);
  for (let i = 0; i < rows.length; i++) {
    const role = rows[i];
    const roleUnits = s["role_units"][i];
    const staffAutomationEtc = (1 - a["staff.automation"]) / Number(role.ratio);
    const fixed = role.fixed;
    const isDriven = (role.ratio ? 1 : 0) !== 0;
    const minimum = role.minimum;
    const work = workRows[i];
    for (let m = 0; m < work.length; m++) {
      work[m] = Math.max(minimum, isDriven ? fixed + roleUnits[m] * staffAutomationEtc : fixed);
    }
  }
}

/** on_call_work = sum(roles, role.oncall * work) */
export function onCallWork(p: Plan, s: ModelSeries): void {
  const rows = p.staffing.roles;
  const onCallWork = s["on_call_work"].fill(0);
  for (let i = 0; i < rows.length; i++) {
    const role = rows[i];
    const work = s["work"][i];
    const oncall = role.oncall ? 1 : 0;
    for (let m = 0; m < onCallWork.length; m++) {
      onCallWork[m] += work[m] * oncall;
    }
  }
}

/** rota_floor = largest_part(staff.oncall_floor_vertical, staff.oncall_floor_horizontal) */
export function rotaFloor(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const staffOncallFloorVerticalEtc = Math.max(
    hasCentral ? a["staff.oncall_floor_vertical"] : 0,
    hasDistributed ? a["staff.oncall_floor_horizontal"] : 0,
  );
  const rotaFloor = s["rota_floor"];
  rotaFloor.fill(staffOncallFloorVerticalEtc);
}

/** people_on_call = max(on_call_work, rota_floor) */
export function peopleOnCall(_p: Plan, s: ModelSeries): void {
  const onCallWork = s["on_call_work"];
  const rotaFloor = s["rota_floor"][0];
  const peopleOnCall = s["people_on_call"];
  for (let m = 0; m < peopleOnCall.length; m++) {
    peopleOnCall[m] = Math.max(onCallWork[m], rotaFloor);
  }
}

/** role_fte = role.oncall ? pro_rata(people_on_call, work, on_call_work, sum(roles, role.oncall)) : work */
export function roleFte(p: Plan, s: ModelSeries): void {
  const rows = p.staffing.roles;
  const peopleOnCall = s["people_on_call"];
  const onCallWork = s["on_call_work"];
  const roles = p.staffing.roles;
  let roleSum = 0;
  for (let k = 0; k < roles.length; k++) {
    const role = roles[k];
    roleSum += role.oncall ? 1 : 0;
  }
  const roleFteRows = s["role_fte"];
  roomFor(roleFteRows, rows.length, p.timeline.months);
  for (let i = 0; i < rows.length; i++) {
    const role = rows[i];
    const work = s["work"][i];
    const oncall = (role.oncall ? 1 : 0) !== 0;
    const roleFte = roleFteRows[i];
    for (let m = 0; m < roleFte.length; m++) {
      roleFte[m] = oncall ? proRata(peopleOnCall[m], work[m], onCallWork[m], roleSum) : work[m];
    }
  }
}

/** fte = sum(roles, role_fte) */
export function fte(p: Plan, s: ModelSeries): void {
  const rows = p.staffing.roles;
  const fte = s["fte"].fill(0);
  for (let i = 0; i < rows.length; i++) {
    const roleFte = s["role_fte"][i];
    for (let m = 0; m < fte.length; m++) {
      fte[m] += roleFte[m];
    }
  }
}

/** payroll = sum(roles, role_fte * role.salary) */
export function payroll(p: Plan, s: ModelSeries): void {
  const rows = p.staffing.roles;
  const payroll = s["payroll"].fill(0);
  for (let i = 0; i < rows.length; i++) {
    const role = rows[i];
    const roleFte = s["role_fte"][i];
    const salary = role.salary;
    for (let m = 0; m < payroll.length; m++) {
      payroll[m] += roleFte[m] * salary;
    }
  }
}

/** sharded_months = shard.today == 1 and highest(shards) > 1 ? previous(sharded_months, 0) + 1 : 0 */
export function shardedMonths({ a }: Plan, s: ModelSeries): void {
  let mostShards = -Infinity;
  const shards = s["shards"];
  const isShardToday = a["shard.today"] === 1;
  const shardedMonths = s["sharded_months"];
  for (let m = 0; m < shardedMonths.length; m++) {
    mostShards = Math.max(mostShards, shards[m]);
    shardedMonths[m] = isShardToday && mostShards > 1 ? (m === 0 ? 0 : shardedMonths[m - 1]) + 1 : 0;
  }
}

/** learning_sharded = sharded_months == 0 ? 0 : max(0, 1 - (sharded_months - 1) / max(1, staff.learning_months)) */
export function learningSharded({ a }: Plan, s: ModelSeries): void {
  const shardedMonths = s["sharded_months"];
  const staffLearningMonths = 1 / Math.max(1, a["staff.learning_months"]);
  const learningSharded = s["learning_sharded"];
  for (let m = 0; m < learningSharded.length; m++) {
    learningSharded[m] = shardedMonths[m] === 0 ? 0 : Math.max(0, 1 - (shardedMonths[m] - 1) * staffLearningMonths);
  }
}

/** learning_distributed = is(plan.current, horizontal) or month < first_month ? 0 : max(0, 1 - (month - first_month) / max(1, staff.learning_months)) */
export function learningDistributed(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const firstMonth = p.service?.first ?? 1;
  const isPlanCurrentHorizontal = a["plan.current"] === "horizontal";
  const staffLearningMonths = 1 / Math.max(1, a["staff.learning_months"]);
  const learningDistributed = s["learning_distributed"];
  for (let m = 0; m < learningDistributed.length; m++) {
    learningDistributed[m] =
      isPlanCurrentHorizontal || m + 1 < firstMonth ? 0 : Math.max(0, 1 - (m + 1 - firstMonth) * staffLearningMonths);
  }
}

/** learning_left = staff.learning_months == 0 ? 0 : parts(central_share * learning_sharded, distributed_share * learning_distributed) */
export function learningLeft(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const learningSharded = s["learning_sharded"];
  const centralShare = p.centralShare;
  const learningDistributed = s["learning_distributed"];
  const distributedShare = 1 - p.centralShare;
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const isStaffLearningMonths = a["staff.learning_months"] === 0;
  const learningLeft = s["learning_left"];
  for (let m = 0; m < learningLeft.length; m++) {
    learningLeft[m] = isStaffLearningMonths
      ? 0
      : (hasCentral ? learningSharded[m] * centralShare : 0) + (hasDistributed ? learningDistributed[m] * distributedShare : 0);
  }
}

/** staff.salaries = payroll * (1 - staff.contractor_share) * staff.loaded * wage_index / 12 */
export function staffSalaries({ a }: Plan, s: ModelSeries): void {
  const payroll = s["payroll"];
  const wageIndex = s["wage_index"];
  const staffContractorShareEtcPerMonth = ((1 - a["staff.contractor_share"]) * a["staff.loaded"]) / 12;
  const staffSalaries = s["staff.salaries"];
  for (let m = 0; m < staffSalaries.length; m++) {
    staffSalaries[m] = payroll[m] * wageIndex[m] * staffContractorShareEtcPerMonth;
  }
}

/** staff.contractors = payroll * staff.contractor_share * staff.loaded * (1 + staff.contractor_premium) * wage_index / 12 */
export function staffContractors({ a }: Plan, s: ModelSeries): void {
  const payroll = s["payroll"];
  const wageIndex = s["wage_index"];
  const staffContractorShareEtcPerMonth = (a["staff.contractor_share"] * a["staff.loaded"] * (1 + a["staff.contractor_premium"])) / 12;
  const staffContractors = s["staff.contractors"];
  for (let m = 0; m < staffContractors.length; m++) {
    staffContractors[m] = payroll[m] * wageIndex[m] * staffContractorShareEtcPerMonth;
  }
}

/** staff.turnover = payroll * (1 - staff.contractor_share) * parts(central_share * staff.turnover_vertical, distributed_share * staff.turnover_horizontal) * staff.replacement_cost * wage_index / 12 */
export function staffTurnover(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const payroll = s["payroll"];
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const wageIndex = s["wage_index"];
  const staffContractorShareEtcPerMonth =
    ((1 - a["staff.contractor_share"]) *
      ((hasCentral ? p.centralShare * a["staff.turnover_vertical"] : 0) +
        (hasDistributed ? (1 - p.centralShare) * a["staff.turnover_horizontal"] : 0)) *
      a["staff.replacement_cost"]) /
    12;
  const staffTurnover = s["staff.turnover"];
  for (let m = 0; m < staffTurnover.length; m++) {
    staffTurnover[m] = payroll[m] * wageIndex[m] * staffContractorShareEtcPerMonth;
  }
}

/** staff.training = fte * staff.training_cost / 12 * inflation_index */
export function staffTraining({ a }: Plan, s: ModelSeries): void {
  const fte = s["fte"];
  const inflationIndex = s["inflation_index"];
  const staffTrainingCostPerMonth = a["staff.training_cost"] / 12;
  const staffTraining = s["staff.training"];
  for (let m = 0; m < staffTraining.length; m++) {
    staffTraining[m] = fte[m] * inflationIndex[m] * staffTrainingCostPerMonth;
  }
}

/** staff.learning = payroll * staff.loaded * staff.learning_loss * learning_left * wage_index / 12 */
export function staffLearning({ a }: Plan, s: ModelSeries): void {
  const payroll = s["payroll"];
  const learningLeft = s["learning_left"];
  const wageIndex = s["wage_index"];
  const staffLoadedEtcPerMonth = (a["staff.loaded"] * a["staff.learning_loss"]) / 12;
  const staffLearning = s["staff.learning"];
  for (let m = 0; m < staffLearning.length; m++) {
    staffLearning[m] = payroll[m] * learningLeft[m] * wageIndex[m] * staffLoadedEtcPerMonth;
  }
}
