import type { CalendarDate } from "../assumption";
import { DIMENSIONS } from "../capacity/need";
import type { Dimension } from "../errors";
import type { FeasibleProjection } from "../lines";
import { dateOfMonth, yearOfMonth } from "../timeline";

/** The first month in which the central system has more than one shard. */
export interface FirstShard {
  readonly month: number;
  readonly year: number;
  readonly date: CalendarDate;
  /** First day of the month in which the project has to start; it may be before the plan. */
  readonly decision: CalendarDate;
  readonly volume: number;
  readonly tb: number;
  /** What the single system has too little of; `none` when it is sharded from the start by nothing but its own choice. */
  readonly dimension: Dimension;
  readonly shards: number;
}

/** When the central system is first sharded; undefined when it is not within the plan, or there is no central part. */
export function firstShard({ plan, timeline }: FeasibleProjection): FirstShard | undefined {
  const { central, demand, a } = plan;
  const index = central?.shards.findIndex((shards) => shards > 1) ?? -1;
  if (!central || index < 0) return undefined;
  const month = index + 1;
  const event = central.events.find((candidate) => candidate.kind === "shard" && candidate.month === month);
  return {
    month,
    year: yearOfMonth(month),
    date: dateOfMonth(timeline, month),
    decision: dateOfMonth(timeline, month - a["shard.project_months"]),
    volume: demand.volume[index],
    tb: demand.tb[index],
    dimension: event?.dimension ?? "none",
    shards: central.shards[index],
  };
}

/** How full the central system is when the plan ends: the utilization of its binding dimension and that dimension. */
export function fillAtHorizon({
  plan,
  timeline,
}: FeasibleProjection): { readonly utilization: number; readonly dimension: Dimension } | undefined {
  const { central } = plan.fill;
  if (!central) return undefined;
  const last = timeline.months - 1;
  return { utilization: central.utilization[last], dimension: DIMENSIONS[central.binding[last]] ?? "none" };
}
