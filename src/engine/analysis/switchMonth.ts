import type { CalendarDate } from "../catalogue/assumption";
import { netPresentValue } from "../finance/metrics";
import type { InfeasibleProjection } from "../lines";
import { project } from "../plan/project";
import type { Reference } from "../catalogue/reference";
import type { Assumptions } from "../catalogue/resolved";
import type { Architecture, Service } from "../plan/setting";
import { MONTHS_PER_YEAR } from "../units";
import { ENGLISH, shortMoney, monthYearInWords } from "../words";

/** Cost of a plan that is central before a month and distributed from that month. */
export interface SwitchCost {
  /** First month of the distributed system and of the move: 1 is distributed from the start, one past the plan is central to its end. */
  readonly month: number;
  /** Present value over the plan, money; undefined when one of the two systems is infeasible in its months. */
  readonly cost: number | undefined;
}

const BEFORE: Architecture = "vertical";
const AFTER: Architecture = "horizontal";

/**
 * What the plan costs for each month of the switch, from the first to one past the last.
 *
 * Before the switch everything is central, from it on everything is distributed, and the move is paid over its months from then, in full. What the
 * central system has paid is sunk: its servers are retired without proceeds, and nothing is bought or sharded for months that it does not serve.
 * Nodes and licenses of the distributed system are bought for the switch, and learning starts with it. Deals move at the pace of the system in service.
 * @throws {ModelError} when a formula of the scenario gives no number.
 */
export function switchCosts(a: Assumptions, reference: Reference): readonly SwitchCost[] {
  const months = a["plan.years"] * MONTHS_PER_YEAR;
  // What the central system cannot serve it cannot serve either when it stays longer: no later switch has a plan.
  let firstLost = Infinity;
  const costOf = (month: number): number | undefined => {
    if (month > firstLost) return undefined;
    const before = month === 1 ? 0 : presentCost(a, BEFORE, { first: 1, last: month - 1, other: AFTER }, reference);
    if (typeof before !== "number") {
      firstLost = before.infeasibility.month;
      return undefined;
    }
    const after = month > months ? 0 : presentCost(a, AFTER, { first: month, last: months, other: BEFORE }, reference);
    return typeof after === "number" ? before + after : undefined;
  };
  return Array.from({ length: months + 1 }, (_, index) => ({ month: index + 1, cost: costOf(index + 1) }));
}

function presentCost(a: Assumptions, architecture: Architecture, service: Service, reference: Reference): number | InfeasibleProjection {
  const projection = project(a, architecture, reference, service);
  return projection.feasible ? netPresentValue(projection) : projection;
}

/** The cheapest month to move; the earliest of those with the same cost. Undefined when no month has a feasible plan. */
export function cheapestSwitch(costs: readonly SwitchCost[]): { readonly month: number; readonly cost: number } | undefined {
  let best: { month: number; cost: number } | undefined;
  for (const { month, cost } of costs) if (cost !== undefined && (!best || cost < best.cost)) best = { month, cost };
  return best;
}

/** Why there is no month to move. */
export const NO_SWITCH = {
  isDistributed: "Distributed is already in use (plan.current): there is nothing to move.",
  hasNoPlan: "No month has a feasible plan: Central or Distributed can't meet the demand.",
} as const;

/** Says that staying with Central is cheapest, with the cheapest month to move. */
export function staysCentralWords(
  costs: readonly SwitchCost[],
  stay: number,
  { dateOf, currency, locale = ENGLISH }: { dateOf: (month: number) => CalendarDate; currency: string; locale?: string },
): string {
  const next = cheapestSwitch(costs.slice(0, -1));
  if (!next) return "Staying with Central is cheapest.";
  const more = shortMoney(next.cost - stay, currency, locale);
  return `Staying with Central is cheapest. Moving in ${monthYearInWords(dateOf(next.month))}, the next cheapest, costs ${more} more (present value).`;
}
