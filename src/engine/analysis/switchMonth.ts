import type { CalendarDate } from "../catalogue/assumption";
import { netPresentValue } from "../finance/metrics";
import type { InfeasibleProjection } from "../lines";
import { project } from "../plan/project";
import type { Reference } from "../catalogue/reference";
import type { Assumptions } from "../catalogue/resolved";
import type { Architecture, Service } from "../plan/setting";
import { MONTHS_PER_YEAR } from "../units";
import { ENGLISH, inWords, monthInWords } from "../words";

/** What a plan costs that is central up to a month and distributed from it on. */
export interface SwitchCost {
  /** First month of the distributed system and of the move: 1 is distributed from the start, one past the plan is central to its end. */
  readonly month: number;
  /** Present value over the plan, money; undefined when one of the two systems cannot carry its months. */
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

/** The switch that costs least; the earliest of those that cost the same. Undefined when no month has a plan. */
export function cheapestSwitch(costs: readonly SwitchCost[]): { readonly month: number; readonly cost: number } | undefined {
  let best: { month: number; cost: number } | undefined;
  for (const { month, cost } of costs) if (cost !== undefined && (!best || cost < best.cost)) best = { month, cost };
  return best;
}

/** Why there is no month to switch. */
export const NO_SWITCH = {
  isDistributed: "The system is distributed already (plan.current is horizontal).",
  hasNoPlan: "No month has a plan: the central or the distributed system cannot carry the demand.",
} as const;

/** That staying central costs least, with the best month to switch all the same. */
export function staysCentralWords(
  costs: readonly SwitchCost[],
  stay: number,
  dateOf: (month: number) => CalendarDate,
  locale = ENGLISH,
): string {
  const best = cheapestSwitch(costs.slice(0, -1));
  const other = best ? `; a switch in ${monthInWords(dateOf(best.month))} would cost ${inWords(best.cost - stay, locale)} more` : "";
  return `Staying central to the end of the plan costs least${other}.`;
}
