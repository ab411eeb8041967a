/** Evidence for the node type: what it costs over the plan, and what the next cheapest would. */

import type { TermWriter } from "../terms";
import { MONTHS_PER_YEAR } from "../units";
import { indexTerm } from "./indexTerms";
import { ladderFor } from "./ladder";
import { editionExcess, licensesOf } from "./licenses";
import { cheapestNodeType } from "./nodeType";
import type { NodeSeries } from "./nodeType";
import { billedNodes, neededNodes, nodeNumber, nodeRent } from "./nodeTerms";
import type { NodeType, WithNodes } from "./nodeTerms";
import { isInfeasible } from "./plan";
import { seriesPool } from "../series";

/** The node type that would be chosen if the chosen one were not offered; undefined when no other serves. */
function nextCheapest(plan: WithNodes): NodeSeries | undefined {
  const { a, distributed, demand, centralShare, timeline, indices, law, reference } = plan;
  const licenses = licensesOf(a, "horizontal");
  const owned = a["horizontal.hosting"] === "owned";
  const others = ladderFor(a, "horizontal", reference).shapes.filter(
    (shape) => shape.name !== distributed.shape.name && !editionExcess(licenses, shape, !owned),
  );
  const part = (values: Float64Array): Float64Array => values.map((value) => value * (1 - centralShare));
  const { regions, sites } = demand;
  const pool = seriesPool(timeline.months);
  const context = { a, owned, indices, licenses, law, needs: distributed.needs, regions, sites, volume: part(demand.volume), tb: part(demand.tb), pool };
  const best = others.length === 0 ? undefined : cheapestNodeType(context, others);
  return best && !isInfeasible(best) ? best : undefined;
}

/** What the nodes of a type cost over the plan, with their tools and endpoint security, as the choice counts it. */
function costOfType(plan: WithNodes, t: TermWriter, type: NodeType): string {
  return t.term(`cost_over_plan.${type.shape.name}`, "money", () => {
    const last = `${MONTHS_PER_YEAR} * ${t.key("plan.years")}`;
    const nodes = neededNodes(plan, t, type);
    const equipped = `(${t.key("platform.tools_cost")} + ${t.key("security.cost_per_endpoint")}) / ${MONTHS_PER_YEAR}`;
    const inflation = `${indexTerm(t, "inflation")}(i)`;
    const tools = `sum(i, 1, ${last}, ${nodes}(i) * ${inflation}) * ${equipped}`;
    if (plan.a["horizontal.hosting"] === "owned") {
      const price = `${nodeNumber(plan, t, "price", type)} * (1 - ${t.key("hardware.discount")})`;
      return `${price} * most(i, 1, ${last}, ${nodes}(i)) + ${tools}`;
    }
    const rent = `${nodeRent(plan, t, type)} * sum(i, 1, ${last}, ${billedNodes(plan, t, type)}(i) * ${indexTerm(t, "cloud")}(i))`;
    return `${rent} + ${tools}`;
  });
}

/** Why the nodes are of their type: no other costs less over the plan. */
export function nodeEvidence(plan: WithNodes, t: TermWriter): string {
  const { shape } = plan.distributed;
  return t.choice("node_type", `${shape.name}: costs least over the plan`, () => {
    t.because(t.key("horizontal.hosting"));
    const licensed = licensesOf(plan.a, "horizontal");
    if (licensed.length > 0) {
      // The licences that each type causes weigh too: they are told by their prices.
      t.because(...licensed.map(({ name }) => t.key(`license.${name}.price`)));
      return;
    }
    t.because(costOfType(plan, t, { shape, of: `.${shape.name}` }));
    const next = nextCheapest(plan);
    if (next) t.because(costOfType(plan, t, { shape: next.shape, of: `.${next.shape.name}` }));
  });
}
