import { CATALOGUE } from "../catalogue/assumptions";
import { ModelError } from "../errors";
import { project } from "../plan/project";
import type { Reference } from "../catalogue/reference";
import type { ScenarioMap } from "../catalogue/resolved";
import { resolveScenario } from "../catalogue/scenario";
import type { Value } from "../catalogue/values";
import { sumOf } from "./annual";
import type { VarianceRow } from "./variance";

const groupOf = (key: string): string => key.slice(0, key.indexOf("."));

/** Groups of assumptions, by the first word of their keys, in the order of the catalogue. */
export const DRIVER_GROUPS: readonly string[] = [...new Set(Object.keys(CATALOGUE).map(groupOf))];

/** What cannot be told apart by group. */
const REMAINDER = "remainder";

/**
 * How the assumptions of one scenario turn the total cost of another into its own, one group after another in the order of the catalogue: each
 * row is the cost before and after its group has been exchanged, under the architecture that the scenario then proposes. A group after which the
 * scenario is invalid or infeasible goes into the remainder, with the group that resolves it. Undefined when either scenario is infeasible.
 * @throws {ModelError} for an error in either scenario.
 */
export function driverRows(from: ScenarioMap, to: ScenarioMap, reference: Reference): readonly VarianceRow[] | undefined {
  const start = plannedCost(from, reference);
  const end = plannedCost(to, reference);
  if (start === undefined || end === undefined) return undefined;
  let present = from;
  let level = start;
  let remainder = 0;
  let isBroken = false;
  const rows = DRIVER_GROUPS.map((item): VarianceRow => {
    const next = exchanged(present, to, item);
    if (next === present) return { item, from: level, to: level };
    present = next;
    const cost = costOrNone(next, reference);
    const before = level;
    if (cost !== undefined) level = cost;
    const isTold = cost !== undefined && !isBroken;
    isBroken = cost === undefined;
    if (isTold) return { item, from: before, to: level };
    remainder += level - before;
    return { item, from: level, to: level };
  });
  // The same keys in another order can differ by rounding.
  remainder += end - level;
  return [...rows, { item: REMAINDER, from: end - remainder, to: end }];
}

function plannedCost(scenario: ScenarioMap, reference: Reference): number | undefined {
  const a = resolveScenario(scenario, reference);
  const projection = project(a, a["plan.architecture"], reference);
  return projection.feasible ? sumOf(projection.total) : undefined;
}

function costOrNone(scenario: ScenarioMap, reference: Reference): number | undefined {
  try {
    return plannedCost(scenario, reference);
  } catch (cause) {
    if (cause instanceof ModelError) return undefined;
    throw cause;
  }
}

/** A scenario with the keys of a group as another states them; the same one when nothing differs. */
function exchanged(scenario: ScenarioMap, other: ScenarioMap, group: string): ScenarioMap {
  const kept = [...scenario].filter(([key]) => groupOf(key) !== group);
  const taken = [...other].filter(([key]) => groupOf(key) === group);
  const isSame = kept.length + taken.length === scenario.size && taken.every(([key, value]) => scenario.get(key) === value);
  return isSame ? scenario : new Map<string, Value>([...kept, ...taken]);
}
