import { shareFactor } from "../capacity/needTerms";
import type { Plan } from "../lines";
import { sumOfTerms } from "../terms";
import type { TermWriter } from "../terms";
import { MONTHS_PER_YEAR } from "../units";
import { costComponent } from "./component";
import { payrollShare, STAFF_KEYS } from "./payroll";

/** First month with more than one shard, when there is one after the first month of the plan. */
function firstShardMonth({ central }: Plan): number {
  if (!central || central.shards[0] > 1) return Infinity;
  return central.events.find((event) => event.kind === "shard")?.month ?? Infinity;
}

/** Share of the learning effort that is left in a month: all of it at adoption, falling to 0 over the learning months. */
function learningLeft(month: number, adopted: number, length: number): number {
  return month < adopted || length === 0 ? 0 : Math.max(0, 1 - (month - adopted) / length);
}

/** The learning effort that is left, of each part that has adopted a distributed platform. */
function learningTerms(plan: Plan, t: TermWriter): string {
  const { a, central, distributed } = plan;
  t.because("staff.learning_months", ...(distributed ? ["plan.current"] : []), ...(central ? ["shards"] : []));
  if (a["staff.learning_months"] === 0) return "0";
  const left = (adopted: number): string => `(month < ${adopted} ? 0 : max(0, 1 - (month - ${adopted}) / staff.learning_months))`;
  const sharded = firstShardMonth(plan);
  return sumOfTerms([
    ...(distributed && a["plan.current"] !== "horizontal" ? [left(1) + shareFactor(plan, "horizontal")] : []),
    ...(sharded === Infinity ? [] : [left(sharded) + shareFactor(plan, "vertical")]),
  ]);
}

export const staffLearning = costComponent({
  id: "staff.learning",
  label: "Learning a distributed platform",
  costPool: "Staffing",
  tower: "Delivery",
  spend: "opex",
  from: [...STAFF_KEYS, "shards", "plan.current", "staff.loaded", "staff.learning_months", "staff.learning_loss", "hybrid.central_share"],
  explanation: "Extra effort while the team learns: from the start of a distributed platform, or from the central system's first shard.",
  write: (plan, values) => {
    payrollShare(plan, values, plan.a["staff.loaded"] / MONTHS_PER_YEAR);
    const { a, centralShare, distributed } = plan;
    const length = a["staff.learning_months"];
    const sharded = firstShardMonth(plan);
    const adopted = distributed && a["plan.current"] !== "horizontal" ? (plan.service?.first ?? 1) : Infinity;
    for (let m = 0; m < values.length; m++) {
      const left = (1 - centralShare) * learningLeft(m + 1, adopted, length) + centralShare * learningLeft(m + 1, sharded, length);
      values[m] *= a["staff.learning_loss"] * left;
    }
  },
  terms: (plan, t) => `payroll * staff.loaded * staff.learning_loss * (${learningTerms(plan, t)}) * wage_index / 12`,
});
