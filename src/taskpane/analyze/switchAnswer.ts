import { cheapestSwitch, NO_SWITCH, staysCentralWords, switchCosts } from "../../engine/analysis/switchMonth";
import { ModelError } from "../../engine/errors";
import { dateOfMonth, serialOf, timelineOf } from "../../engine/timeline";
import { monthId } from "../../engine/words";
import { reference } from "../../reference/load";
import type { Steps, SwitchAnswer, SwitchQuestion } from "./question";
import { meaningOf, metricOf, subjectOf } from "./subject";

/** What the plan costs for each month in which it could become distributed, by present value. */
export function* switchAnswer({ side }: SwitchQuestion, locale: string): Steps<SwitchAnswer> {
  const subject = subjectOf(side);
  const { a } = subject;
  if (a["plan.current"] === "horizontal") throw new ModelError("conflict", "plan.current", NO_SWITCH.isDistributed);
  yield { done: 0, total: 1, steps: "steps" };
  const costs = switchCosts(a, reference);
  const best = cheapestSwitch(costs);
  if (!best) throw new ModelError("missing", "plan.current", NO_SWITCH.hasNoPlan);
  const dateOf = (month: number) => dateOfMonth(timelineOf(a["plan.start"], a["plan.years"]), month);
  const stay = costs[costs.length - 1];
  return {
    kind: "switch",
    ...meaningOf(metricOf("npv"), subject),
    costs,
    months: costs.map(({ month }) => monthId(dateOf(month))),
    best: { ...best, serial: serialOf(dateOf(best.month)) },
    stay: stay.cost,
    stays: best.month === stay.month ? staysCentralWords(costs, best.cost, { dateOf, currency: a["plan.currency"], locale }) : undefined,
  };
}
