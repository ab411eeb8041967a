import { dateOfMonth, serialOf, timelineOf } from "./timeline";
import type { Timeline } from "./timeline";
import { MONTHS_PER_YEAR } from "./units";
import { monthId } from "./words";

export type PlanStart = Pick<Timeline, "start" | "years">;
export type StepName = "year" | "month";

/** First months of the plan's periods, counted from 1. */
function firstMonths({ years }: PlanStart, step: StepName): readonly number[] {
  return step === "year"
    ? Array.from({ length: years }, (_, index) => index * MONTHS_PER_YEAR + 1)
    : Array.from({ length: years * MONTHS_PER_YEAR }, (_, index) => index + 1);
}

/** A label per period, as text: 2027, or 2027/28 for years that do not start in January; months as 2027-03. */
export function periodLabels(plan: PlanStart, step: StepName): readonly string[] {
  const timeline = timelineOf(plan.start, plan.years);
  return firstMonths(plan, step).map((month) => {
    const date = dateOfMonth(timeline, month);
    if (step === "month") return monthId(date);
    return date.month === 1 ? String(date.year) : `${date.year}/${String(date.year + 1).slice(-2)}`;
  });
}

/** First day of each period, as a serial number. */
export function periodStarts(plan: PlanStart, step: StepName): readonly number[] {
  const timeline = timelineOf(plan.start, plan.years);
  return firstMonths(plan, step).map((month) => serialOf(dateOfMonth(timeline, month)));
}

/** Last day of each period, as a serial number. */
export function periodEnds(plan: PlanStart, step: StepName): readonly number[] {
  const timeline = timelineOf(plan.start, plan.years);
  const length = step === "year" ? MONTHS_PER_YEAR : 1;
  return firstMonths(plan, step).map((month) => serialOf(dateOfMonth(timeline, month + length)) - 1);
}
