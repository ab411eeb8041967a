import { fillAtHorizon } from "../engine/analysis/shardDate";
import type { Dimension } from "../engine/errors";
import type { FeasibleProjection, InfeasibleProjection } from "../engine/lines";
import { dateOfMonth } from "../engine/timeline";
import { NoAnswer } from "./excelError";
import { inWords, monthInWords, percentInWords } from "../engine/words";

const UNITS: Readonly<Partial<Record<Dimension, string>>> = {
  cores: "cores",
  memory: "GiB of memory",
  storage: "TB of storage",
  iops: "disk operations per second",
  "shard data": "TB in a shard",
  license: "cores or sockets under a licence's edition",
};

/** That no plan carries the demand: from when on, what was needed and what the best shape offers. */
export function infeasible({ architecture, timeline, infeasibility }: InfeasibleProjection): NoAnswer {
  const { month, dimension, shape, needed, available } = infeasibility;
  const start = `No ${architecture} plan carries the demand from ${monthInWords(dateOfMonth(timeline, month))} (month ${month}) on`;
  if (shape === "") return new NoAnswer(`${start}: no server shape has a price under the hosting chosen.`);
  const unit = UNITS[dimension] ?? dimension;
  return new NoAnswer(`${start}: a server needs ${inWords(needed)} ${unit}, and the best shape, ${shape}, has ${inWords(available)}.`);
}

/** That the central system is not sharded within the plan, with how full it is at its end. */
export function neverSharded(projection: FeasibleProjection): NoAnswer {
  const fill = fillAtHorizon(projection);
  if (!fill) return new NoAnswer("A distributed system has no central part that could be sharded.");
  return new NoAnswer(
    `The central system is not sharded within the plan: at its end its ${fill.dimension} is ${percentInWords(fill.utilization)} used.`,
  );
}
