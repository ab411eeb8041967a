import type { CalendarDate } from "../catalogue/assumption";
import type { CapacityEvent } from "../search/plan";
import type { Dimension } from "../errors";
import type { FeasibleProjection, Plan, Projection } from "../lines";
import { fillOf } from "../model/capacity";
import type { Fill } from "../model/capacity";
import { dateOfMonth, yearOfMonth } from "../timeline";

/** The first month in which the central system has more shards than run today. */
export interface FirstShard {
  readonly month: number;
  readonly year: number;
  readonly date: CalendarDate;
  /** First day of the month in which the project has to start; it may be before the plan. */
  readonly decision: CalendarDate;
  readonly volume: number;
  readonly tb: number;
  /** What the single system has too little of; `cost` when one system could go on, but costs more. */
  readonly dimension: Dimension;
  readonly shards: number;
}

const isShard = ({ kind }: CapacityEvent): boolean => kind === "shard";

/**
 * When the central system is first split, or split further than today; undefined when it is not within the plan, or there is no central part. A
 * demand that is infeasible from a later month on leaves it as it is.
 */
export function firstShard(projection: Projection): FirstShard | undefined {
  const { timeline, plan } = projection;
  const events = projection.feasible ? projection.events : projection.infeasibility.events;
  const event = events.find(isShard);
  if (!event) return undefined;
  const { month, dimension, shards } = event;
  return {
    month,
    year: yearOfMonth(month),
    date: dateOfMonth(timeline, month),
    decision: dateOfMonth(timeline, month - plan.a["shard.project_months"]),
    volume: plan.demand.volume[month - 1],
    tb: plan.demand.tb[month - 1],
    dimension,
    shards,
  };
}

/** Whether the central system is split further than today within the plan. */
export function isSplit(projection: Projection): boolean {
  if (!projection.feasible) return projection.infeasibility.events.some(isShard);
  const { central, a } = projection.plan;
  return central !== undefined && central.shards[central.shards.length - 1] > a["shard.today"];
}

/** Whether the project of the first split has to start before the plan does. */
export function isOverdue({ a }: Pick<Plan, "a">, { month }: FirstShard): boolean {
  return month - a["shard.project_months"] < 1;
}

/** How full the central system is when the plan ends: the utilization of its binding dimension and that dimension. */
export function fillAtHorizon({ plan, series, timeline }: FeasibleProjection): Fill | undefined {
  return plan.central && fillOf(series, "server", timeline.months - 1);
}
