import type { Dimension } from "../errors";
import type { ServerShape } from "../catalogue/reference";
import type { CentralLadder } from "./centralLadder";

/** Servers bought together: paid in one month, in service from another, until they are retired. Months count from 1. */
export interface ServerBatch {
  readonly shape: ServerShape;
  readonly count: number;
  readonly paidMonth: number;
  readonly serviceMonth: number;
  readonly lifeMonths: number;
  /** Price per server as paid, money. */
  readonly unitPrice: number;
  /** First month in which the servers are not in service any more; beyond the plan when they outlive it. */
  endMonth: number;
}

export type EventKind = "shard" | "upgrade" | "refresh" | "change";

/** A change of the capacity in service. */
export interface CapacityEvent {
  readonly month: number;
  readonly kind: EventKind;
  readonly shape: string;
  readonly shards: number;
  /** What made the change necessary; `none` for a change to a cheaper shape. */
  readonly dimension: Dimension;
}

/** An infeasible plan: from this month no allowed shape and shard count fits. Needed and available are in the dimension's unit. */
export interface Infeasibility {
  readonly part: "vertical" | "horizontal";
  readonly month: number;
  readonly dimension: Dimension;
  readonly shape: string;
  readonly needed: number;
  readonly available: number;
  /** Changes of the central part's capacity in the months before, which are feasible. */
  readonly events: readonly CapacityEvent[];
}

/** A shape, by its index, and shard count with what all that follows costs over the plan when they are held to its end. */
export interface Held {
  readonly shape: number;
  readonly shards: number;
  readonly cost: number;
}

/** Two ways from a month on: more shards, or larger servers. */
export interface SplitPrices {
  readonly month: number;
  readonly split: Held;
  readonly larger: Held;
}

/** The central part of a system, month by month; arrays hold one number per month. */
export interface CentralPlan {
  readonly ladder: CentralLadder;
  readonly shapes: readonly ServerShape[];
  /** Effective cores of each shape: speed x C(cores). */
  readonly effectiveCores: Float64Array;
  /** Index of the shape in service. */
  readonly shapeOf: Float64Array;
  readonly shards: Float64Array;
  /** Rent per server and month in the prices of year 1; 0 where owned. */
  readonly rent: Float64Array;
  readonly batches: readonly ServerBatch[];
  readonly events: readonly CapacityEvent[];
  /** What was weighed where more shards may cost less than larger servers. */
  readonly weighed: readonly SplitPrices[];
}

/** The distributed part of a system: how many nodes there are in each month follows from their type. */
export interface DistributedPlan {
  readonly shape: ServerShape;
  /** By what prices have changed from their date to the start of the plan. */
  readonly priceFactor: number;
  /** Rent per node and month in the prices of year 1; 0 where owned. */
  readonly monthlyRent: number;
  /** What all that follows from the type costs over the plan. */
  readonly cost: number;
}

/** Whether planning ended without a plan. */
export function isInfeasible(plan: object): plan is Infeasibility {
  return "needed" in plan;
}
