import type { Plan } from "../lines";
import type { ServerShape } from "../reference";
import { seriesPool } from "../series";
import { quoted } from "../terms";
import type { Found, TermWriter } from "../terms";
import { ladderFor } from "./ladder";
import { licensesOf } from "./licenses";
import { cheapestNodeType } from "./nodeType";
import { nodesOfType } from "./nodeTerms";
import type { DistributedPlan } from "./plan";
import { isInfeasible } from "./plan";
import { shapeNumber, shapeRent } from "./shapeTerms";

/** The node type that would be chosen if the chosen one were not offered; undefined when no other serves. */
function nextCheapest(plan: Plan, { shape, needs }: DistributedPlan): ServerShape | undefined {
  const { a, demand, centralShare, timeline, indices, law, reference } = plan;
  const others = ladderFor(a, "horizontal", reference).shapes.filter(({ name }) => name !== shape.name);
  if (others.length === 0) return undefined;
  const part = (values: Float64Array): Float64Array => values.map((value) => value * (1 - centralShare));
  const { regions, sites } = demand;
  const setting = { law, needs, regions, sites, volume: part(demand.volume), tb: part(demand.tb), pool: seriesPool(timeline.months) };
  const owned = a["horizontal.hosting"] === "owned";
  const best = cheapestNodeType({ a, owned, indices, licenses: [], ...setting }, others);
  return isInfeasible(best) ? undefined : best.shape;
}

/** What the nodes of a type cost over the plan, with their tools and endpoint security, as the choice counts it. */
function costOfType(plan: Plan, t: TermWriter, shape: ServerShape, of: string): string {
  const { needed, billed } = nodesOfType(plan, t, shape, of);
  const [nodes, paid] = [t.term(`nodes_needed${of}`, "nodes", needed), t.term(`nodes_billed${of}`, "nodes", billed)];
  const over = (each: string): string => `sum(i, 1, 12 * plan.years, ${each})`;
  const tools = `${over(`${nodes}(i) * inflation_index(i)`)} * (platform.tools_cost + security.cost_per_endpoint) / 12`;
  const rented = (): string => `${shapeRent(plan, t, "horizontal", shape)} * ${over(`${paid}(i) * cloud_price_index(i)`)}`;
  const bought = (): string =>
    `${shapeNumber(plan, t, "horizontal", shape, "price")} * (1 - hardware.discount) * most(i, 1, 12 * plan.years, ${nodes}(i))`;
  const servers = plan.a["horizontal.hosting"] === "owned" ? bought() : rented();
  return t.term(`cost_over_plan.${shape.name}`, "money", `${servers} + ${tools}`);
}

/** Why the nodes are of their type: no other costs less over the plan. */
export function nodeEvidence(plan: Plan, t: TermWriter): string {
  const { distributed } = plan;
  return distributed ? t.choice("node_type", () => typeFound(plan, t, distributed)) : "horizontal.hosting";
}

function typeFound(plan: Plan, t: TermWriter, distributed: DistributedPlan): Found {
  const { shape } = distributed;
  const words = `${shape.name}: costs least over the plan`;
  const licensed = licensesOf(plan.a, "horizontal").map(({ name }) => quoted(`license.${name}.price`));
  // With licences their prices weigh too, and are told.
  if (licensed.length > 0) return [words, "horizontal.hosting", ...licensed];
  const next = nextCheapest(plan, distributed);
  return [words, costOfType(plan, t, shape, ""), ...(next ? [costOfType(plan, t, next, `.${next.name}`)] : []), "horizontal.hosting"];
}
