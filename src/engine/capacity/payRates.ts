/** What a payroll costs in a month, per unit of pay a year at the wages of year 1: stated once for the cost lines and for what searches weigh. */

import type { PlanSetting } from "../planSetting";
import type { Assumptions } from "../resolved";
import { MONTHS_PER_YEAR } from "../units";
import type { CentralPlan } from "./plan";

/** Salaries of employees, loaded. */
export function salaryRate(a: Assumptions): number {
  return ((1 - a["staff.contractor_share"]) * a["staff.loaded"]) / MONTHS_PER_YEAR;
}

/** Contractors, at the same loaded cost with their premium. */
export function contractorRate(a: Assumptions): number {
  return (a["staff.contractor_share"] * a["staff.loaded"] * (1 + a["staff.contractor_premium"])) / MONTHS_PER_YEAR;
}

/** Replacing employees who leave. */
export function turnoverRate(a: Assumptions, centralShare: number): number {
  const turnover = centralShare * a["staff.turnover_vertical"] + (1 - centralShare) * a["staff.turnover_horizontal"];
  return ((1 - a["staff.contractor_share"]) * turnover * a["staff.replacement_cost"]) / MONTHS_PER_YEAR;
}

/** First month with more than one shard; none when the system is sharded today: its team knows how. */
function firstShardMonth(a: Assumptions, central: Pick<CentralPlan, "events"> | undefined): number {
  if (!central || a["shard.today"] > 1) return Infinity;
  return central.events.find((event) => event.kind === "shard")?.month ?? Infinity;
}

/** Share of the learning effort that is left in a month: all of it at adoption, falling to 0 over the learning months. */
function learningLeft(month: number, adopted: number, length: number): number {
  return month < adopted || length === 0 ? 0 : Math.max(0, 1 - (month - adopted) / length);
}

/** Extra effort while a team learns a distributed platform, in a month (from 1). */
export function learningRates(
  { a, centralShare, service }: Pick<PlanSetting, "a" | "centralShare" | "service">,
  central: Pick<CentralPlan, "events"> | undefined,
): (month: number) => number {
  const length = a["staff.learning_months"];
  const sharded = firstShardMonth(a, central);
  const adopted = centralShare < 1 && a["plan.current"] !== "horizontal" ? (service?.first ?? 1) : Infinity;
  const whole = (a["staff.loaded"] * a["staff.learning_loss"]) / MONTHS_PER_YEAR;
  return (month) =>
    whole * ((1 - centralShare) * learningLeft(month, adopted, length) + centralShare * learningLeft(month, sharded, length));
}
