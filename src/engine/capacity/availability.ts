import type { Plan } from "../lines";
import { HOURS_PER_YEAR } from "../units";

const MINUTES_PER_HOUR = 60;

/**
 * Probability that at least `required` of `nodes` are up, each with the same availability, 0..1 (binomial).
 * @example clusterAvailability(0.99, 3, 2) // 0.999702
 */
export function clusterAvailability(nodeAvailability: number, nodes: number, required: number): number {
  const down = 1 - nodeAvailability;
  let term = Math.pow(nodeAvailability, nodes);
  if (nodeAvailability === 0) return required <= 0 ? 1 : 0;
  let sum = 0;
  for (let failed = 0; failed <= nodes - required; failed++) {
    sum += term;
    term = (term * (nodes - failed) * down) / ((failed + 1) * nodeAvailability);
  }
  return Math.min(1, sum);
}

/** Hours a year for which a shard is down: failures without a working failover, and the failovers themselves. */
function shardHours({ a }: Plan): number {
  const mtbf = a["availability.node_mtbf_hours"];
  const cycle = mtbf + a["availability.node_mttr_hours"];
  const down = 1 - mtbf / cycle;
  const rescued = a["availability.failover_success"] * (1 - Math.pow(down, a["vertical.standby"]));
  return (
    HOURS_PER_YEAR * down * (1 - rescued) + ((HOURS_PER_YEAR / cycle) * rescued * a["availability.failover_minutes"]) / MINUTES_PER_HOUR
  );
}

/** Hours a year for which a region has no quorum of its replicas. */
function regionHours({ a }: Plan): number {
  const mtbf = a["availability.node_mtbf_hours"];
  const copies = a["horizontal.replication"];
  return HOURS_PER_YEAR * (1 - clusterAvailability(mtbf / (mtbf + a["availability.node_mttr_hours"]), copies, Math.floor(copies / 2) + 1));
}

/**
 * Fills the expected unplanned downtime of each month, hours a year with everything down: each shard or region with its share of the whole,
 * and the site links.
 *
 * The sum over units of hours x blast share (1/k, 1/R) does not depend on k or R; only the worst single event does.
 */
export function downtimeHours(plan: Plan, values: Float64Array): void {
  const { a, centralShare } = plan;
  const linksDown = HOURS_PER_YEAR * Math.pow(1 - a["availability.link_availability"], a["wan.links_per_site"]);
  const central = shardHours(plan);
  const distributed = regionHours(plan) + linksDown * a["horizontal.remote_read_share"];
  for (let m = 0; m < values.length; m++) {
    const sites = plan.demand.sites[m];
    const hours = centralShare * (central + (linksDown * (sites - 1)) / sites) + (1 - centralShare) * distributed;
    values[m] = Math.min(HOURS_PER_YEAR, hours);
  }
}
