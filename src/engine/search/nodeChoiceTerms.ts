import type { Plan } from "../lines";
import { quoted } from "../terms";
import type { Found, TermWriter } from "../terms";
import { licensesOf } from "../capacity/licenses";
import type { DistributedPlan } from "./plan";

/** What a type costs over the plan, with all that follows from it. */
const costOf = (t: TermWriter, { shape, cost }: DistributedPlan): string => t.weighed(`cost_over_plan.${shape.name}`, "money", cost);

/** Why the nodes are of their type: no other costs less over the plan. */
export function nodeEvidence(plan: Plan, t: TermWriter): string {
  const { distributed } = plan;
  return distributed ? t.choice("node_type", () => typeFound(plan, t, distributed)) : "horizontal.hosting";
}

/** The chosen type and the one that would be chosen if that were not offered, with what each costs. */
function typeFound(plan: Plan, t: TermWriter, distributed: DistributedPlan): Found {
  const { name } = distributed.shape;
  const next = t.without(name);
  const weighed = next ? [distributed, next] : [distributed];
  const licensed = licensesOf(plan.a, "horizontal").map((license) => quoted(`license.${license.name}.price`));
  return [`${name}: costs least over the plan`, ...weighed.map((one) => costOf(t, one)), "horizontal.hosting", ...licensed];
}
