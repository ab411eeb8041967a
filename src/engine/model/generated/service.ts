// Written by `npm run generate` from the formulas in src/engine/model: change those.

import { clusterDown } from "../../capacity/availability";
import { erlangC } from "../../capacity/queueing";
import type { Plan } from "../../lines";
import type { ModelSeries } from "./series";

/** queue_cores.server = max(1, floor(server_cores)) */
export function queueCoresServer(_p: Plan, s: ModelSeries): void {
  const serverCores = s["server_cores"];
  const queueCoresServer = s["queue_cores.server"];
  for (let m = 0; m < queueCoresServer.length; m++) {
    queueCoresServer[m] = Math.max(1, Math.floor(serverCores[m]));
  }
}

/** queue_load.server = min(0.999, busy_cores.server / server_effective_cores) * queue_cores.server */
export function queueLoadServer(_p: Plan, s: ModelSeries): void {
  const busyCoresServer = s["busy_cores.server"];
  const serverEffectiveCores = s["server_effective_cores"];
  const queueCoresServer = s["queue_cores.server"];
  const queueLoadServer = s["queue_load.server"];
  for (let m = 0; m < queueLoadServer.length; m++) {
    queueLoadServer[m] = Math.min(0.999, busyCoresServer[m] / serverEffectiveCores[m]) * queueCoresServer[m];
  }
}

/** response.server = demand.cpu_ms * queue_cores.server / server_effective_cores * (1 + erlang_c(queue_cores.server, queue_load.server) / (queue_cores.server - queue_load.server)) */
export function responseServer({ a }: Plan, s: ModelSeries): void {
  const queueCoresServer = s["queue_cores.server"];
  const serverEffectiveCores = s["server_effective_cores"];
  const queueLoadServer = s["queue_load.server"];
  const demandCpuMs = a["demand.cpu_ms"];
  const responseServer = s["response.server"];
  for (let m = 0; m < responseServer.length; m++) {
    responseServer[m] =
      (queueCoresServer[m] *
        (1 + erlangC(queueCoresServer[m], queueLoadServer[m]) / (queueCoresServer[m] - queueLoadServer[m])) *
        demandCpuMs) /
      serverEffectiveCores[m];
  }
}

/** crossing_share = demand.read_share * shard.cross_read + (1 - demand.read_share) * shard.cross_write */
export function crossingShare({ a }: Plan, s: ModelSeries): void {
  const demandReadShareEtc = a["demand.read_share"] * a["shard.cross_read"] + (1 - a["demand.read_share"]) * a["shard.cross_write"];
  const crossingShare = s["crossing_share"];
  crossingShare.fill(demandReadShareEtc);
}

/** round_trips.central = remote_site_share + (shards == 1 ? 0 : crossing_share) */
export function roundTripsCentral(_p: Plan, s: ModelSeries): void {
  const remoteSiteShare = s["remote_site_share"];
  const shards = s["shards"];
  const crossingShare = s["crossing_share"][0];
  const roundTripsCentral = s["round_trips.central"];
  for (let m = 0; m < roundTripsCentral.length; m++) {
    roundTripsCentral[m] = remoteSiteShare[m] + (shards[m] === 1 ? 0 : crossingShare);
  }
}

/** node_effective_cores = distributed_cores / nodes */
export function nodeEffectiveCores(_p: Plan, s: ModelSeries): void {
  const distributedCores = s["distributed_cores"];
  const nodes = s["nodes"];
  const nodeEffectiveCores = s["node_effective_cores"];
  for (let m = 0; m < nodeEffectiveCores.length; m++) {
    nodeEffectiveCores[m] = distributedCores[m] / nodes[m];
  }
}

/** queue_cores.node = max(1, floor(node_cores)) */
export function queueCoresNode(_p: Plan, s: ModelSeries): void {
  const nodeCores = s["node_cores"][0];
  const nodeCores2 = Math.max(1, Math.floor(nodeCores));
  const queueCoresNode = s["queue_cores.node"];
  queueCoresNode.fill(nodeCores2);
}

/** queue_load.node = min(0.999, busy_cores.region * regions / nodes / node_effective_cores) * queue_cores.node */
export function queueLoadNode(_p: Plan, s: ModelSeries): void {
  const busyCoresRegion = s["busy_cores.region"];
  const regions = s["regions"];
  const nodes = s["nodes"];
  const nodeEffectiveCores = s["node_effective_cores"];
  const queueCoresNode = s["queue_cores.node"][0];
  const queueLoadNode = s["queue_load.node"];
  for (let m = 0; m < queueLoadNode.length; m++) {
    queueLoadNode[m] = Math.min(0.999, (busyCoresRegion[m] * regions[m]) / nodes[m] / nodeEffectiveCores[m]) * queueCoresNode;
  }
}

/** response.node = demand.cpu_ms * queue_cores.node / node_effective_cores * (1 + erlang_c(queue_cores.node, queue_load.node) / (queue_cores.node - queue_load.node)) */
export function responseNode({ a }: Plan, s: ModelSeries): void {
  const queueCoresNode = s["queue_cores.node"][0];
  const nodeEffectiveCores = s["node_effective_cores"];
  const queueLoadNode = s["queue_load.node"];
  const demandCpuMsEtc = a["demand.cpu_ms"] * queueCoresNode;
  const responseNode = s["response.node"];
  for (let m = 0; m < responseNode.length; m++) {
    responseNode[m] =
      ((1 + erlangC(queueCoresNode, queueLoadNode[m]) / (queueCoresNode - queueLoadNode[m])) * demandCpuMsEtc) / nodeEffectiveCores[m];
  }
}

/** round_trips.distributed = horizontal.remote_read_share + (regions > 1 ? (1 - demand.read_share) * global_share : 0) */
export function roundTripsDistributed({ a }: Plan, s: ModelSeries): void {
  const regions = s["regions"];
  const globalShare = s["global_share"][0];
  const demandReadShareEtc = (1 - a["demand.read_share"]) * globalShare;
  const horizontalRemoteReadShare = a["horizontal.remote_read_share"];
  const roundTripsDistributed = s["round_trips.distributed"];
  for (let m = 0; m < roundTripsDistributed.length; m++) {
    roundTripsDistributed[m] = horizontalRemoteReadShare + (regions[m] > 1 ? demandReadShareEtc : 0);
  }
}

/** response_ms = parts(central_share * (response.server + wan.round_trip_ms * round_trips.central), distributed_share * (response.node + wan.round_trip_ms * round_trips.distributed)) */
export function responseMs(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const responseServer = s["response.server"];
  const roundTripsCentral = s["round_trips.central"];
  const wanRoundTripMs = a["wan.round_trip_ms"];
  const centralShare = p.centralShare;
  const responseNode = s["response.node"];
  const roundTripsDistributed = s["round_trips.distributed"];
  const distributedShare = 1 - p.centralShare;
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const responseMs = s["response_ms"];
  for (let m = 0; m < responseMs.length; m++) {
    responseMs[m] =
      (hasCentral ? (responseServer[m] + roundTripsCentral[m] * wanRoundTripMs) * centralShare : 0) +
      (hasDistributed ? (responseNode[m] + roundTripsDistributed[m] * wanRoundTripMs) * distributedShare : 0);
  }
}

/** node_availability = availability.node_mtbf_hours / (availability.node_mtbf_hours + availability.node_mttr_hours) */
export function nodeAvailability({ a }: Plan, s: ModelSeries): void {
  const availabilityNodeMtbfHoursEtc =
    a["availability.node_mtbf_hours"] / (a["availability.node_mtbf_hours"] + a["availability.node_mttr_hours"]);
  const nodeAvailability = s["node_availability"];
  nodeAvailability.fill(availabilityNodeMtbfHoursEtc);
}

/** links_down = 8760 * (1 - availability.link_availability) ^ wan.links_per_site */
export function linksDown({ a }: Plan, s: ModelSeries): void {
  const availabilityLinkAvailabilityEtc = 8760 * Math.pow(1 - a["availability.link_availability"], a["wan.links_per_site"]);
  const linksDown = s["links_down"];
  linksDown.fill(availabilityLinkAvailabilityEtc);
}

/** rescued_share = availability.failover_success * (1 - (1 - node_availability) ^ vertical.standby) */
export function rescuedShare({ a }: Plan, s: ModelSeries): void {
  const nodeAvailability = s["node_availability"][0];
  const availabilityFailoverSuccessEtc = a["availability.failover_success"] * (1 - Math.pow(1 - nodeAvailability, a["vertical.standby"]));
  const rescuedShare = s["rescued_share"];
  rescuedShare.fill(availabilityFailoverSuccessEtc);
}

/** failovers_down = 8760 / (availability.node_mtbf_hours + availability.node_mttr_hours) * rescued_share * availability.failover_minutes / 60 */
export function failoversDown({ a }: Plan, s: ModelSeries): void {
  const rescuedShare = s["rescued_share"][0];
  const rescuedShareEtc =
    (8760 * rescuedShare * a["availability.failover_minutes"]) /
    (a["availability.node_mtbf_hours"] + a["availability.node_mttr_hours"]) /
    60;
  const failoversDown = s["failovers_down"];
  failoversDown.fill(rescuedShareEtc);
}

/** shard_down = 8760 * (1 - node_availability) * (1 - rescued_share) + failovers_down */
export function shardDown(_p: Plan, s: ModelSeries): void {
  const nodeAvailability = s["node_availability"][0];
  const rescuedShare = s["rescued_share"][0];
  const failoversDown = s["failovers_down"][0];
  const nodeAvailabilityEtc = 8760 * (1 - nodeAvailability) * (1 - rescuedShare) + failoversDown;
  const shardDown = s["shard_down"];
  shardDown.fill(nodeAvailabilityEtc);
}

/** region_down = 8760 * cluster_down(node_availability, horizontal.replication, floor(horizontal.replication / 2) + 1) */
export function regionDown({ a }: Plan, s: ModelSeries): void {
  const nodeAvailability = s["node_availability"][0];
  const nodeAvailabilityEtc =
    8760 * clusterDown(nodeAvailability, a["horizontal.replication"], Math.floor(a["horizontal.replication"] / 2) + 1);
  const regionDown = s["region_down"];
  regionDown.fill(nodeAvailabilityEtc);
}

/** linked_share = hub_sites > 0 ? horizontal.remote_read_share : 1 */
export function linkedShare({ a }: Plan, s: ModelSeries): void {
  const hubSites = s["hub_sites"];
  const horizontalRemoteReadShare = a["horizontal.remote_read_share"];
  const linkedShare = s["linked_share"];
  for (let m = 0; m < linkedShare.length; m++) {
    linkedShare[m] = hubSites[m] > 0 ? horizontalRemoteReadShare : 1;
  }
}

/** downtime_hours = min(8760, parts(central_share * (shard_down + links_down * remote_site_share), distributed_share * (region_down + links_down * linked_share))) */
export function downtimeHours(p: Plan, s: ModelSeries): void {
  const shardDown = s["shard_down"][0];
  const linksDown = s["links_down"][0];
  const remoteSiteShare = s["remote_site_share"];
  const centralShare = p.centralShare;
  const regionDown = s["region_down"][0];
  const linkedShare = s["linked_share"];
  const distributedShare = 1 - p.centralShare;
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const downtimeHours = s["downtime_hours"];
  for (let m = 0; m < downtimeHours.length; m++) {
    downtimeHours[m] = Math.min(
      8760,
      (hasCentral ? (shardDown + remoteSiteShare[m] * linksDown) * centralShare : 0) +
        (hasDistributed ? (regionDown + linkedShare[m] * linksDown) * distributedShare : 0),
    );
  }
}

/** availability = 1 - downtime_hours / 8760 */
export function availability(_p: Plan, s: ModelSeries): void {
  const downtimeHours = s["downtime_hours"];
  const availability = s["availability"];
  for (let m = 0; m < availability.length; m++) {
    availability[m] = 1 - downtimeHours[m] / 8760;
  }
}
