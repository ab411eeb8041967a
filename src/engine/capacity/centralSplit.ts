/** What more shards cost, to the end, beside larger servers. */

import { cheapestShape, fitsWindow, smallestCount } from "./centralChoice";
import { countServers } from "./centralContext";
import type { ChoiceContext } from "./centralContext";
import { blockCost, purchasesOf, shapeCost, sumOf } from "./centralPrice";
import { centralPeopleCost } from "./nodePeople";
import type { CapacityEvent } from "./plan";
import { breachRate, endpointRate } from "./serverRates";
import { splitProject } from "./sharding";
import { MOST_SHARDS } from "./shards";

/** A month in which larger servers are due, and more shards of smaller ones are the other way. */
export interface SplitQuestion {
  readonly month: number;
  /** Shards before it. */
  readonly shards: number;
  readonly larger: number;
  /** Whether a shape is larger than any before, so that to replace servers by it is a project. */
  readonly isLargest: (shape: number) => boolean;
  /** Whether servers are worn out in the month: they are replaced either way. */
  readonly isWorn: boolean;
  /** Changes of capacity before it. */
  readonly events: readonly CapacityEvent[];
}

/** What both ways cost from the month to the end of the service, each held to the end, with their projects. */
export interface SplitPrices {
  /** Shards at which the shape in service lasts the runway, and the cheapest shape for so many. */
  readonly shards: number;
  readonly shape: number;
  readonly split: number;
  readonly larger: number;
}

/** What both ways cost; undefined when no number of shards lasts the runway. */
export function splitPrices(c: ChoiceContext, question: SplitQuestion): SplitPrices | undefined {
  const { a, indices } = c.setting;
  const { month, larger, isLargest, isWorn, events } = question;
  const runway = a["shard.runway_months"];
  const shards = smallestCount(a, question.shards + 1, (count) => fitsWindow(c, c.shape, count, month, runway));
  if (shards > MOST_SHARDS) return undefined;
  const shape = cheapestShape(c, month, shards);
  const effort = a["upgrade.cost"] * indices.inflation[month - 1];
  const replacement = (next: number): number => (isWorn || isLargest(next) ? effort : 0);
  const event = { month, kind: "shard", shape: c.ladder.shapes[shape].name, shards, dimension: "cost" } as const;
  return {
    shards,
    shape,
    split: costToEnd(c, shape, shards, month, [...events, event]) + projectCost(c, month) + replacement(shape),
    larger: costToEnd(c, larger, question.shards, month, events) + replacement(larger),
  };
}

/** All that depends on the shape or the shard count, from a month to the end of the service. */
function costToEnd(c: ChoiceContext, shape: number, shards: number, month: number, events: readonly CapacityEvent[]): number {
  return shapeCost(c, shape, shards, month, c.months) + refreshCost(c, shape, shards, month) + shardsCost(c, shards, month, events);
}

/** The effort to replace owned servers that wear out after the month. */
function refreshCost(c: ChoiceContext, shape: number, shards: number, month: number): number {
  if (!c.owned) return 0;
  const { a, indices } = c.setting;
  const months = new Set(purchasesOf(c, shape, shards, month, c.months).map(({ serviceMonth }) => serviceMonth));
  months.delete(month);
  let index = 0;
  for (const each of months) index += indices.inflation[each - 1];
  return a["upgrade.cost"] * index;
}

/** What depends on the shard count alone: endpoint security, block storage of rented servers, breaches, and people. */
function shardsCost(c: ChoiceContext, shards: number, month: number, events: readonly CapacityEvent[]): number {
  const { setting, months } = c;
  const { a, indices, centralShare } = setting;
  const { total } = countServers(c, shards);
  const perMonth = total * endpointRate(a) + breachRate(a, centralShare / shards, total);
  const storage = c.owned ? 0 : blockCost(c, total, shards, 0, month, months);
  return (
    perMonth * sumOf(indices.inflation, month, months) +
    storage +
    centralPeopleCost(setting, { shards, servers: total, events }, month, months)
  );
}

/** The project that splits the system for a month, as it is paid. */
function projectCost({ setting, workload }: ChoiceContext, month: number): number {
  const { amount, first, last } = splitProject(setting.a, workload.tb[month - 1], month);
  return (amount * sumOf(setting.indices.inflation, first, last)) / (last - first + 1);
}
