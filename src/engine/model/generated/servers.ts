// Written by `npm run generate` from the formulas in src/engine/model: change those.

import { effectiveCapacity, largestUsefulCluster, nodesBelowPeak } from "../../capacity/scalability";
import { ceilTolerant } from "../../units";
import { ratio } from "../functions";
import type { Plan } from "../../lines";
import type { ModelSeries } from "./series";

/** server_effective_cores = server_speed * usl(server_cores, vertical.contention, vertical.coherency) */
export function serverEffectiveCores({ a }: Plan, s: ModelSeries): void {
  const serverSpeed = s["server_speed"];
  const serverCores = s["server_cores"];
  const verticalContention = a["vertical.contention"];
  const verticalCoherency = a["vertical.coherency"];
  const serverEffectiveCores = s["server_effective_cores"];
  for (let m = 0; m < serverEffectiveCores.length; m++) {
    serverEffectiveCores[m] = serverSpeed[m] * effectiveCapacity(serverCores[m], verticalContention, verticalCoherency);
  }
}

/** active_servers = shards * (1 + vertical.read_replicas) */
export function activeServers({ a }: Plan, s: ModelSeries): void {
  const shards = s["shards"];
  const verticalReadReplicas = 1 + a["vertical.read_replicas"];
  const activeServers = s["active_servers"];
  for (let m = 0; m < activeServers.length; m++) {
    activeServers[m] = shards[m] * verticalReadReplicas;
  }
}

/** recovery_servers = roundup((active_servers + shards * vertical.standby) * vertical.dr_share) */
export function recoveryServers({ a }: Plan, s: ModelSeries): void {
  const activeServers = s["active_servers"];
  const shards = s["shards"];
  const verticalStandby = a["vertical.standby"];
  const verticalDrShare = a["vertical.dr_share"];
  const recoveryServers = s["recovery_servers"];
  for (let m = 0; m < recoveryServers.length; m++) {
    recoveryServers[m] = ceilTolerant((activeServers[m] + shards[m] * verticalStandby) * verticalDrShare);
  }
}

/** central_servers = active_servers + shards * vertical.standby + recovery_servers */
export function centralServers({ a }: Plan, s: ModelSeries): void {
  const activeServers = s["active_servers"];
  const shards = s["shards"];
  const verticalStandby = a["vertical.standby"];
  const recoveryServers = s["recovery_servers"];
  const centralServers = s["central_servers"];
  for (let m = 0; m < centralServers.length; m++) {
    centralServers[m] = activeServers[m] + shards[m] * verticalStandby + recoveryServers[m];
  }
}

/** passive_servers = central_servers - active_servers */
export function passiveServers(_p: Plan, s: ModelSeries): void {
  const centralServers = s["central_servers"];
  const activeServers = s["active_servers"];
  const passiveServers = s["passive_servers"];
  for (let m = 0; m < passiveServers.length; m++) {
    passiveServers[m] = centralServers[m] - activeServers[m];
  }
}

/** equivalents = cores_needed.region / (1 - horizontal.overhead_share) / (node_cores * node_speed) */
export function equivalents({ a }: Plan, s: ModelSeries): void {
  const coresNeededRegion = s["cores_needed.region"];
  const nodeCores = s["node_cores"][0];
  const nodeSpeed = s["node_speed"][0];
  const horizontalOverheadShareEtc = 1 / (1 - a["horizontal.overhead_share"]) / nodeCores / nodeSpeed;
  const equivalents = s["equivalents"];
  for (let m = 0; m < equivalents.length; m++) {
    equivalents[m] = coresNeededRegion[m] * horizontalOverheadShareEtc;
  }
}

/** largest_cluster = usl_limit(horizontal.contention, horizontal.coherency, horizontal.cell_limit) */
export function largestCluster({ a }: Plan, s: ModelSeries): void {
  const horizontalContentionEtc = largestUsefulCluster(a["horizontal.contention"], a["horizontal.coherency"], a["horizontal.cell_limit"]);
  const largestCluster = s["largest_cluster"];
  largestCluster.fill(horizontalContentionEtc);
}

/** cluster_capacity = largest_cluster == no_limit ? no_limit : usl(largest_cluster, horizontal.contention, horizontal.coherency) */
export function clusterCapacity({ a }: Plan, s: ModelSeries): void {
  const largestCluster = s["largest_cluster"][0];
  const largestClusterEtc =
    largestCluster === Infinity ? Infinity : effectiveCapacity(largestCluster, a["horizontal.contention"], a["horizontal.coherency"]);
  const clusterCapacity = s["cluster_capacity"];
  clusterCapacity.fill(largestClusterEtc);
}

/** clusters = max(1, roundup(equivalents / cluster_capacity)) */
export function clusters(_p: Plan, s: ModelSeries): void {
  const equivalents = s["equivalents"];
  const clusterCapacity = s["cluster_capacity"][0];
  const clusterCapacity2 = 1 / clusterCapacity;
  const clusters = s["clusters"];
  for (let m = 0; m < clusters.length; m++) {
    clusters[m] = Math.max(1, ceilTolerant(equivalents[m] * clusterCapacity2));
  }
}

/** nodes_for_load = clusters * usl_nodes(equivalents / clusters, horizontal.contention, horizontal.coherency) */
export function nodesForLoad({ a }: Plan, s: ModelSeries): void {
  const clusters = s["clusters"];
  const equivalents = s["equivalents"];
  const horizontalContention = a["horizontal.contention"];
  const horizontalCoherency = a["horizontal.coherency"];
  const nodesForLoad = s["nodes_for_load"];
  for (let m = 0; m < nodesForLoad.length; m++) {
    nodesForLoad[m] = clusters[m] * nodesBelowPeak(equivalents[m] / clusters[m], horizontalContention, horizontalCoherency);
  }
}

/** nodes_for_data = max(roundup(ratio(memory_needed.region, node_memory - capacity.base_memory)), roundup(ratio(storage_needed.region, node_storage)), roundup(ratio(iops_needed.region, node_iops))) */
export function nodesForData({ a }: Plan, s: ModelSeries): void {
  const memoryNeededRegion = s["memory_needed.region"];
  const nodeMemory = s["node_memory"][0];
  const nodeMemoryEtc = nodeMemory - a["capacity.base_memory"];
  const storageNeededRegion = s["storage_needed.region"];
  const nodeStorage = s["node_storage"][0];
  const iopsNeededRegion = s["iops_needed.region"];
  const nodeIops = s["node_iops"][0];
  const nodesForData = s["nodes_for_data"];
  for (let m = 0; m < nodesForData.length; m++) {
    nodesForData[m] = Math.max(
      ceilTolerant(ratio(memoryNeededRegion[m], nodeMemoryEtc)),
      ceilTolerant(ratio(storageNeededRegion[m], nodeStorage)),
      ceilTolerant(ratio(iopsNeededRegion[m], nodeIops)),
    );
  }
}

/** nodes_per_region = roundup(max(max(nodes_for_load, nodes_for_data) + horizontal.spare, horizontal.min_nodes) / horizontal.zones) * horizontal.zones */
export function nodesPerRegion({ a }: Plan, s: ModelSeries): void {
  const nodesForLoad = s["nodes_for_load"];
  const nodesForData = s["nodes_for_data"];
  const horizontalSpare = a["horizontal.spare"];
  const horizontalMinNodes = a["horizontal.min_nodes"];
  const horizontalZones = 1 / a["horizontal.zones"];
  const horizontalZones2 = a["horizontal.zones"];
  const nodesPerRegion = s["nodes_per_region"];
  for (let m = 0; m < nodesPerRegion.length; m++) {
    nodesPerRegion[m] =
      ceilTolerant(Math.max(Math.max(nodesForLoad[m], nodesForData[m]) + horizontalSpare, horizontalMinNodes) * horizontalZones) *
      horizontalZones2;
  }
}

/** nodes_floor = node_local_disk == 0 ? roundup(max(nodes_for_data + horizontal.spare, horizontal.min_nodes) / horizontal.zones) * horizontal.zones : max(roundup(max(nodes_for_data + horizontal.spare, horizontal.min_nodes) / horizontal.zones) * horizontal.zones, min(nodes_per_region, roundup(storage_needed.region / node_local_disk))) */
export function nodesFloor({ a }: Plan, s: ModelSeries): void {
  const nodeLocalDisk = s["node_local_disk"][0];
  const nodesForData = s["nodes_for_data"];
  const isNodeLocalDisk = nodeLocalDisk === 0;
  const horizontalSpare = isNodeLocalDisk ? a["horizontal.spare"] : 0;
  const horizontalMinNodes = isNodeLocalDisk ? a["horizontal.min_nodes"] : 0;
  const horizontalZones = isNodeLocalDisk ? 1 / a["horizontal.zones"] : 0;
  const horizontalZones2 = isNodeLocalDisk ? a["horizontal.zones"] : 0;
  const horizontalSpare2 = !isNodeLocalDisk ? a["horizontal.spare"] : 0;
  const horizontalMinNodes2 = !isNodeLocalDisk ? a["horizontal.min_nodes"] : 0;
  const horizontalZones3 = !isNodeLocalDisk ? 1 / a["horizontal.zones"] : 0;
  const horizontalZones4 = !isNodeLocalDisk ? a["horizontal.zones"] : 0;
  const nodesPerRegion = s["nodes_per_region"];
  const storageNeededRegion = s["storage_needed.region"];
  const nodeLocalDisk2 = 1 / nodeLocalDisk;
  const nodesFloor = s["nodes_floor"];
  for (let m = 0; m < nodesFloor.length; m++) {
    nodesFloor[m] = isNodeLocalDisk
      ? ceilTolerant(Math.max(nodesForData[m] + horizontalSpare, horizontalMinNodes) * horizontalZones) * horizontalZones2
      : Math.max(
          ceilTolerant(Math.max(nodesForData[m] + horizontalSpare2, horizontalMinNodes2) * horizontalZones3) * horizontalZones4,
          Math.min(nodesPerRegion[m], ceilTolerant(storageNeededRegion[m] * nodeLocalDisk2)),
        );
  }
}

/** nodes_needed = regions * nodes_per_region */
export function nodesNeeded(_p: Plan, s: ModelSeries): void {
  const regions = s["regions"];
  const nodesPerRegion = s["nodes_per_region"];
  const nodesNeeded = s["nodes_needed"];
  for (let m = 0; m < nodesNeeded.length; m++) {
    nodesNeeded[m] = regions[m] * nodesPerRegion[m];
  }
}

/** nodes_billed = is(horizontal.hosting, owned) ? nodes : nodes_needed - horizontal.elastic_share * (1 - 1 / demand.peak_to_mean) * (nodes_needed - regions * nodes_floor) */
export function nodesBilled({ a }: Plan, s: ModelSeries): void {
  const nodes = s["nodes"];
  const nodesNeeded = s["nodes_needed"];
  const regions = s["regions"];
  const nodesFloor = s["nodes_floor"];
  const isHorizontalHostingOwned = a["horizontal.hosting"] === "owned";
  const horizontalElasticShareEtc = !isHorizontalHostingOwned ? a["horizontal.elastic_share"] * (1 - 1 / a["demand.peak_to_mean"]) : 0;
  const nodesBilled = s["nodes_billed"];
  for (let m = 0; m < nodesBilled.length; m++) {
    nodesBilled[m] = isHorizontalHostingOwned
      ? nodes[m]
      : nodesNeeded[m] - (nodesNeeded[m] - regions[m] * nodesFloor[m]) * horizontalElasticShareEtc;
  }
}

/** clusters_in_service = max(clusters, roundup(nodes / regions / largest_cluster)) */
export function clustersInService(_p: Plan, s: ModelSeries): void {
  const clusters = s["clusters"];
  const nodes = s["nodes"];
  const regions = s["regions"];
  const largestCluster = s["largest_cluster"][0];
  const largestCluster2 = 1 / largestCluster;
  const clustersInService = s["clusters_in_service"];
  for (let m = 0; m < clustersInService.length; m++) {
    clustersInService[m] = Math.max(clusters[m], ceilTolerant((nodes[m] * largestCluster2) / regions[m]));
  }
}

/** distributed_cores = regions * clusters_in_service * usl(nodes / regions / clusters_in_service, horizontal.contention, horizontal.coherency) * node_cores * node_speed * (1 - horizontal.overhead_share) */
export function distributedCores({ a }: Plan, s: ModelSeries): void {
  const regions = s["regions"];
  const clustersInService = s["clusters_in_service"];
  const nodes = s["nodes"];
  const horizontalContention = a["horizontal.contention"];
  const horizontalCoherency = a["horizontal.coherency"];
  const nodeCores = s["node_cores"][0];
  const nodeSpeed = s["node_speed"][0];
  const nodeCoresEtc = nodeCores * nodeSpeed * (1 - a["horizontal.overhead_share"]);
  const distributedCores = s["distributed_cores"];
  for (let m = 0; m < distributedCores.length; m++) {
    distributedCores[m] =
      regions[m] *
      clustersInService[m] *
      effectiveCapacity(nodes[m] / regions[m] / clustersInService[m], horizontalContention, horizontalCoherency) *
      nodeCoresEtc;
  }
}
