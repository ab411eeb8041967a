import type { PriceIndices } from "../capacity/indices";
import type { ClusterLaw } from "../capacity/nodes";
import type { CentralPlan, DistributedPlan } from "../search/plan";
import type { Demand } from "../demand/demand";
import type { ModelSeries } from "../model/generated/series";
import type { Reference } from "../catalogue/reference";
import type { Assumptions } from "../catalogue/resolved";
import type { Timeline } from "../timeline";

export const ARCHITECTURES = ["vertical", "horizontal", "hybrid"] as const;
export type Architecture = (typeof ARCHITECTURES)[number];

/** The months in which an architecture is in service, the first and the last; before and after it another is. */
export interface Service {
  readonly first: number;
  readonly last: number;
  readonly other: Architecture;
}

/** A scenario under an architecture, before capacity is planned for it. */
export interface PlanSetting {
  readonly a: Assumptions;
  readonly reference: Reference;
  readonly timeline: Timeline;
  readonly architecture: Architecture;
  /** Share of load and data that is central: 1 vertical, 0 horizontal. */
  readonly centralShare: number;
  /** Undefined: in service in every month. */
  readonly service: Service | undefined;
  /** The series of the model. */
  readonly series: ModelSeries;
  readonly demand: Demand;
  readonly indices: PriceIndices;
  readonly law: ClusterLaw;
}

/** The capacity in service; a part without a share of the load does not exist. */
export interface PlanParts {
  readonly central: CentralPlan | undefined;
  readonly distributed: DistributedPlan | undefined;
}
