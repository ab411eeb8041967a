import type { Dimension } from "../errors";
import type { FeasibleProjection, InfeasibleProjection, Projection } from "../lines";
import { dateOfMonth } from "../timeline";
import { ARCHITECTURE_NAMES, inWords, monthYearInWords, percentInWords } from "../words";
import { fillAtHorizon, firstShard } from "./shardDate";

const UNITS: Readonly<Partial<Record<Dimension, string>>> = {
  cores: "cores",
  memory: "GiB of memory",
  storage: "TB of storage",
  iops: "disk operations per second",
  "shard data": "TB in a shard",
  license: "cores or sockets under a license's edition",
};

/** Says that a plan is infeasible: from when, the need and the largest server's capacity, and the first split before. */
export function infeasibleWords(projection: InfeasibleProjection): string {
  const { architecture, timeline, infeasibility } = projection;
  const { month, dimension, shape, needed, available } = infeasibility;
  const start = `${ARCHITECTURE_NAMES[architecture]} can't meet the demand from ${monthYearInWords(dateOfMonth(timeline, month))}`;
  if (shape === "") return `${start}: no server has a price for the chosen hosting.`;
  const unit = UNITS[dimension] ?? dimension;
  const lack = `${start}: a server needs ${inWords(needed)} ${unit}; the largest, ${shape}, has ${inWords(available)}.`;
  const first = firstShard(projection);
  return first ? `${lack} The first split is needed in ${monthYearInWords(first.date)}.` : lack;
}

/** Says why a metric has no value. */
export function noFigureWords(projection: Projection, metric: string): string {
  if (!projection.feasible) return infeasibleWords(projection);
  if (metric !== "shard_year") return `${metric} has no value: the plan has no volume or data to divide the cost by.`;
  return neverShardedWords(projection);
}

/** Says that the plan needs no split, with the utilization at its end. */
function neverShardedWords(projection: FeasibleProjection): string {
  const fill = fillAtHorizon(projection);
  if (!fill) return "Distributed has no central database to split (shard).";
  const { timeline } = projection;
  const resource = fill.dimension === "iops" ? "disk operations" : fill.dimension;
  const end = monthYearInWords(dateOfMonth(timeline, timeline.months));
  return `No split needed by ${end}: utilization of ${resource} reaches ${percentInWords(fill.utilization)}.`;
}
