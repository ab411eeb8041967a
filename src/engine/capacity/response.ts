import type { Plan } from "../lines";
import { distributedCapacity } from "./horizontal";
import { busyCores } from "./need";
import { HIGHEST_UTILIZATION, meanResponse } from "./queueing";
import { shardFactors } from "./sharding";
import type { ShardFactors } from "./sharding";

const capacity = new Float64Array(5);

/** Mean response of one server, ms: M/M/c of its cores, each as fast as the scalability law leaves it. */
function serverResponse(cpuMs: number, busy: number, effectiveCores: number, cores: number): number {
  const servers = Math.max(1, Math.floor(cores));
  const serviceTime = (cpuMs * servers) / effectiveCores;
  return meanResponse(Math.min(HIGHEST_UTILIZATION, busy / effectiveCores) * servers, servers, serviceTime);
}

/** Adds the mean response of the central part, ms, weighted by its share: the busiest server, round trips of the sites beyond the first, and one more for cross-shard work. */
function addCentral({ a, central, demand, centralShare }: Plan, values: Float64Array): void {
  if (!central) return;
  const cpuMs = a["demand.cpu_ms"];
  const readShare = a["demand.read_share"];
  const crossing = readShare * a["shard.cross_read"] + (1 - readShare) * a["shard.cross_write"];
  let factors: ShardFactors = shardFactors(a, central.shards[0]);
  for (let m = 0; m < values.length; m++) {
    if (factors.shards !== central.shards[m]) factors = shardFactors(a, central.shards[m]);
    const s = central.shapeOf[m];
    const busy = busyCores(demand.tpsPeak[m] * centralShare * factors.load, cpuMs);
    const remote = (demand.sites[m] - 1) / demand.sites[m] + (factors.shards === 1 ? 0 : crossing);
    const server = serverResponse(cpuMs, busy, central.effectiveCores[s], central.shapes[s].cores);
    values[m] += centralShare * (server + a["wan.round_trip_ms"] * remote);
  }
}

/** Adds the mean response of the distributed part, ms, weighted by its share: a node at the region's utilization, and round trips of remote reads. */
function addDistributed({ a, distributed, centralShare, law }: Plan, values: Float64Array): void {
  if (!distributed) return;
  const { needs, regions, nodes, shape } = distributed;
  const remote = a["wan.round_trip_ms"] * a["horizontal.remote_read_share"];
  for (let m = 0; m < values.length; m++) {
    distributedCapacity(law, distributed, m, capacity);
    const server = serverResponse(a["demand.cpu_ms"], (needs.busyCores[m] * regions[m]) / nodes[m], capacity[0] / nodes[m], shape.cores);
    values[m] += (1 - centralShare) * (server + remote);
  }
}

/** Fills the mean response in the peak hour of each month, ms; the parts of a hybrid weigh by their share of the load. */
export function responseTimes(plan: Plan, values: Float64Array): void {
  addCentral(plan, values);
  addDistributed(plan, values);
}
