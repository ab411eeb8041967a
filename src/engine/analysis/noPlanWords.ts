import type { Dimension } from "../errors";
import type { FeasibleProjection, InfeasibleProjection, Projection } from "../lines";
import { dateOfMonth } from "../timeline";
import { inWords, monthInWords, percentInWords } from "../words";
import { fillAtHorizon, firstShard } from "./shardDate";

const UNITS: Readonly<Partial<Record<Dimension, string>>> = {
  cores: "cores",
  memory: "GiB of memory",
  storage: "TB of storage",
  iops: "disk operations per second",
  "shard data": "TB in a shard",
  license: "cores or sockets under a license's edition",
};

/** That no plan carries the demand: from when on, what was needed and what the best shape offers, and the first split before. */
export function infeasibleWords(projection: InfeasibleProjection): string {
  const { architecture, timeline, infeasibility } = projection;
  const { month, dimension, shape, needed, available } = infeasibility;
  const start = `No ${architecture} plan carries the demand from ${monthInWords(dateOfMonth(timeline, month))} (month ${month}) on`;
  if (shape === "") return `${start}: no server shape has a price under the hosting chosen.`;
  const unit = UNITS[dimension] ?? dimension;
  const lack = `${start}: a server needs ${inWords(needed)} ${unit}, and the best shape, ${shape}, has ${inWords(available)}.`;
  const first = firstShard(projection);
  return first ? `${lack} The first split is needed in ${monthInWords(first.date)} (month ${first.month}).` : lack;
}

/** That a metric has no value, with the nearest fact. */
export function noFigureWords(projection: Projection, metric: string): string {
  if (!projection.feasible) return infeasibleWords(projection);
  if (metric !== "shard_year") return `${metric} has no value: the plan has nothing to divide the cost by.`;
  return neverShardedWords(projection);
}

/** That the central system is not sharded within the plan, with how full it is at its end. */
function neverShardedWords(projection: FeasibleProjection): string {
  const fill = fillAtHorizon(projection);
  if (!fill) return "A distributed system has no central part that could be sharded.";
  return `The central system is not sharded within the plan: at its end its ${fill.dimension} is ${percentInWords(fill.utilization)} used.`;
}
