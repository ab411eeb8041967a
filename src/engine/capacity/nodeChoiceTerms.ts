import type { Plan } from "../lines";
import type { ServerShape } from "../reference";
import { seriesPool } from "../series";
import { quoted } from "../terms";
import type { Found, TermWriter } from "../terms";
import { nodeTypeContext } from "./horizontal";
import { ladderFor } from "./ladder";
import { licensesOf } from "./licenses";
import { cheapestNodeType } from "./nodeType";
import type { NodeSeries } from "./nodeType";
import type { DistributedPlan } from "./plan";
import { isInfeasible } from "./plan";

/** The choice among some node types; undefined when none serves. */
function choiceAmong(plan: Plan, shapes: readonly ServerShape[]): NodeSeries | undefined {
  const best = cheapestNodeType(nodeTypeContext(plan, seriesPool(plan.timeline.months)), shapes);
  return isInfeasible(best) ? undefined : best;
}

/** What a type costs over the plan, as the choice weighs it. */
const costOf = (t: TermWriter, { shape, cost }: NodeSeries): string => t.weighed(`cost_over_plan.${shape.name}`, "money", cost);

/** Why the nodes are of their type: no other costs less over the plan. */
export function nodeEvidence(plan: Plan, t: TermWriter): string {
  const { distributed } = plan;
  return distributed ? t.choice("node_type", () => typeFound(plan, t, distributed)) : "horizontal.hosting";
}

/** The chosen type and the one that would be chosen if that were not offered, with what each costs. */
function typeFound(plan: Plan, t: TermWriter, distributed: DistributedPlan): Found {
  const { name } = distributed.shape;
  const { shapes } = ladderFor(plan.a, "horizontal", plan.reference);
  const isChosen = (shape: ServerShape): boolean => shape.name === name;
  const weighed = [shapes.filter(isChosen), shapes.filter((shape) => !isChosen(shape))].flatMap((some) => choiceAmong(plan, some) ?? []);
  const licensed = licensesOf(plan.a, "horizontal").map((license) => quoted(`license.${license.name}.price`));
  return [`${name}: costs least over the plan`, ...weighed.map((one) => costOf(t, one)), "horizontal.hosting", ...licensed];
}
