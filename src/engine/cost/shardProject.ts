import { shareFactor } from "../capacity/needTerms";
import type { Plan } from "../lines";
import { sumOfTerms } from "../terms";
import type { TermWriter } from "../terms";
import { costComponent, spreadOver } from "./component";

/** What the rise of the shard count in a month costs: in equal parts over the months of the project before it. */
function riseTerm(plan: Plan, t: TermWriter, month: number): string {
  const amount = `(shard.project_cost + shard.cost_per_tb * tb(${month})${shareFactor(plan, "vertical")}) * inflation_index`;
  const months = `min(shard.project_months, ${month - 1})`;
  const spread = `month >= ${month} - ${months} and month < ${month} ? ${amount} / ${months} : 0`;
  const atOnce = `month == ${month} + shard.project_months ? ${amount} : 0`;
  return t.flow(`shard_project.month_${month}`, "money", plan.a["shard.project_months"] === 0 ? atOnce : spread);
}

export const shardProject = costComponent({
  id: "shard.project",
  label: "Sharding projects",
  costPool: "Outside Services",
  tower: "Delivery",
  spend: "opex",
  from: ["shards", "tb", "shard.project_cost", "shard.cost_per_tb", "shard.project_months", "prices.inflation"],
  explanation: "Each rise of the shard count, spread over the months of the project before it.",
  write: ({ a, central, centralShare, demand, indices }, values) => {
    for (const { month, kind } of central?.events ?? []) {
      if (kind !== "shard" || month === 1) continue;
      const amount = a["shard.project_cost"] + a["shard.cost_per_tb"] * demand.tb[month - 1] * centralShare;
      const length = a["shard.project_months"];
      if (length === 0) spreadOver(values, month, month, amount, indices.inflation);
      else spreadOver(values, Math.max(1, month - length), month - 1, amount, indices.inflation);
    }
  },
  terms: (plan, t) => {
    const rises = (plan.central?.events ?? []).filter(({ kind, month }) => kind === "shard" && month > 1);
    t.because("shards");
    return sumOfTerms(rises.map(({ month }) => riseTerm(plan, t, month)));
  },
});
