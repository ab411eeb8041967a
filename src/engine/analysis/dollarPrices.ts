import { CATALOGUE } from "../catalogue/assumptions";
import type { Assumption } from "../catalogue/assumption";
import type { CostLine } from "../lines";
import { ARCHITECTURES } from "../plan/setting";
import { project } from "../plan/project";
import type { Reference } from "../catalogue/reference";
import type { Assumptions } from "../catalogue/resolved";
import { keysRead } from "./effect";

/** Lines that follow from the prices of servers. */
const SERVER_LINES: readonly string[] = ["cloud.compute", "hardware.purchase", "hardware.maintenance", "residual"];

/** Keys of money that have an amount, in US dollars, until a scenario states them. */
const DOLLAR_DEFAULTS = new Set(
  Object.entries<Assumption<unknown>>(CATALOGUE).flatMap(([key, { unit, default: initial }]) =>
    unit.startsWith("money") && typeof initial === "number" && initial !== 0 ? [key] : [],
  ),
);

/**
 * Ids of the cost lines, under any architecture, whose amounts come from prices in US dollars: rows of the reference data, and defaults that the
 * scenario does not state.
 */
export function linesInDollars(a: Assumptions, reference: Reference): readonly string[] {
  const read = keysRead(a, reference);
  const found = new Set<string>();
  for (const architecture of ARCHITECTURES) {
    const projection = project(a, architecture, reference);
    if (!projection.feasible) continue;
    for (const line of projection.costs)
      if (line.values.some((amount) => amount !== 0) && (isPriced(a, line, read) || line.from.some((id) => found.has(id))))
        found.add(line.id);
  }
  return [...found];
}

/** Whether a line reads a price in US dollars itself. */
function isPriced(a: Assumptions, { id, from }: CostLine, read: ReadonlySet<string>): boolean {
  if (SERVER_LINES.includes(id)) return a.servers.length === 0;
  if (id.startsWith("license.") && a.licenses.some((license) => isUnstated(a, `license.${license.name}.price`) && license.price > 0))
    return true;
  if (from.includes("role.*") && a.roles.some((role) => isUnstated(a, `role.${role.name}.salary`))) return true;
  if (from.includes("transfer.rates") && a["transfer.rates"] !== "none") return true;
  return from.some((key) => DOLLAR_DEFAULTS.has(key) && read.has(key) && isUnstated(a, key));
}

const isUnstated = ({ stated }: Assumptions, key: string): boolean => !stated.has(key);
