/** Groups of cost lines for people who decide: six instead of thirty. */

import type { CostLine, FeasibleProjection } from "../../lines";
import { sumOf } from "../annual";

/** From the top of a stacked column to its axis. */
export const COST_GROUPS = ["Acquisitions", "Other", "Projects", "Licenses", "Servers and cloud", "People"] as const;
export type CostGroup = (typeof COST_GROUPS)[number];

/** By id of a line or its start; the first that fits. A line that none fits is Other. */
const GROUPS: readonly (readonly [start: string, group: CostGroup])[] = [
  ["integration.", "Acquisitions"],
  ["switch.", "Projects"],
  ["shard.", "Projects"],
  ["upgrade.", "Projects"],
  ["staff.learning", "Projects"],
  ["staff.", "People"],
  ["license.", "Licenses"],
  ["platform.", "Licenses"],
  ["hardware.", "Servers and cloud"],
  ["cloud.", "Servers and cloud"],
  ["storage", "Servers and cloud"],
  ["power", "Servers and cloud"],
  ["rack", "Servers and cloud"],
  ["residual", "Servers and cloud"],
];

/** The group of a cost line. */
export function groupOf({ id }: Pick<CostLine, "id">): CostGroup {
  return GROUPS.find(([start]) => id.startsWith(start))?.[1] ?? "Other";
}

/** Total cost of each group over the plan, in the order of the groups; they sum to the total. */
export function groupTotals({ costs }: FeasibleProjection): ReadonlyMap<CostGroup, number> {
  const totals = new Map<CostGroup, number>(COST_GROUPS.map((group) => [group, 0]));
  for (const line of costs) {
    const group = groupOf(line);
    if (line.inTotal) totals.set(group, (totals.get(group) ?? 0) + sumOf(line.values));
  }
  return totals;
}
