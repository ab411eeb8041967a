// Written by `npm run generate` from the formulas in src/engine/model: change those.

import { ratio } from "../functions";
import type { Plan } from "../../lines";
import type { ModelSeries } from "./series";

/** nodes = parts(0, is(horizontal.hosting, owned) ? max(nodes_needed, nodes_kept) : nodes_needed) */
export function nodes({ a }: Plan, s: ModelSeries): void {
  const nodesNeeded = s["nodes_needed"];
  const nodesKept = s["nodes_kept"];
  const isHorizontalHostingOwned = a["horizontal.hosting"] === "owned";
  const nodes = s["nodes"];
  for (let m = 0; m < nodes.length; m++) {
    nodes[m] = isHorizontalHostingOwned ? Math.max(nodesNeeded[m], nodesKept[m]) : nodesNeeded[m];
  }
}

/** need.cores = parts(cores_needed.server * active_servers, cores_needed.region * regions) */
export function needCores(p: Plan, s: ModelSeries): void {
  const coresNeededServer = s["cores_needed.server"];
  const activeServers = s["active_servers"];
  const coresNeededRegion = s["cores_needed.region"];
  const regions = s["regions"];
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const needCores = s["need.cores"];
  for (let m = 0; m < needCores.length; m++) {
    needCores[m] = (hasCentral ? coresNeededServer[m] * activeServers[m] : 0) + (hasDistributed ? coresNeededRegion[m] * regions[m] : 0);
  }
}

/** need.memory_gib = parts(memory_needed.server * active_servers, memory_needed.region * regions) */
export function needMemoryGib(p: Plan, s: ModelSeries): void {
  const memoryNeededServer = s["memory_needed.server"];
  const activeServers = s["active_servers"];
  const memoryNeededRegion = s["memory_needed.region"];
  const regions = s["regions"];
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const needMemoryGib = s["need.memory_gib"];
  for (let m = 0; m < needMemoryGib.length; m++) {
    needMemoryGib[m] =
      (hasCentral ? memoryNeededServer[m] * activeServers[m] : 0) + (hasDistributed ? memoryNeededRegion[m] * regions[m] : 0);
  }
}

/** need.storage_tb = parts(storage_needed.server * active_servers, storage_needed.region * regions) */
export function needStorageTb(p: Plan, s: ModelSeries): void {
  const storageNeededServer = s["storage_needed.server"];
  const activeServers = s["active_servers"];
  const storageNeededRegion = s["storage_needed.region"];
  const regions = s["regions"];
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const needStorageTb = s["need.storage_tb"];
  for (let m = 0; m < needStorageTb.length; m++) {
    needStorageTb[m] =
      (hasCentral ? storageNeededServer[m] * activeServers[m] : 0) + (hasDistributed ? storageNeededRegion[m] * regions[m] : 0);
  }
}

/** need.iops = parts(iops_needed.server * active_servers, iops_needed.region * regions) */
export function needIops(p: Plan, s: ModelSeries): void {
  const iopsNeededServer = s["iops_needed.server"];
  const activeServers = s["active_servers"];
  const iopsNeededRegion = s["iops_needed.region"];
  const regions = s["regions"];
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const needIops = s["need.iops"];
  for (let m = 0; m < needIops.length; m++) {
    needIops[m] = (hasCentral ? iopsNeededServer[m] * activeServers[m] : 0) + (hasDistributed ? iopsNeededRegion[m] * regions[m] : 0);
  }
}

/** capacity.cores = parts(server_effective_cores * active_servers, distributed_cores) */
export function capacityCores(p: Plan, s: ModelSeries): void {
  const serverEffectiveCores = s["server_effective_cores"];
  const activeServers = s["active_servers"];
  const distributedCores = s["distributed_cores"];
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const capacityCores = s["capacity.cores"];
  for (let m = 0; m < capacityCores.length; m++) {
    capacityCores[m] = (hasCentral ? serverEffectiveCores[m] * activeServers[m] : 0) + (hasDistributed ? distributedCores[m] : 0);
  }
}

/** distributed_memory = nodes * (node_memory - capacity.base_memory) */
export function distributedMemory({ a }: Plan, s: ModelSeries): void {
  const nodes = s["nodes"];
  const nodeMemory = s["node_memory"][0];
  const nodeMemoryEtc = nodeMemory - a["capacity.base_memory"];
  const distributedMemory = s["distributed_memory"];
  for (let m = 0; m < distributedMemory.length; m++) {
    distributedMemory[m] = nodes[m] * nodeMemoryEtc;
  }
}

/** capacity.memory_gib = parts(server_memory * active_servers, distributed_memory) */
export function capacityMemoryGib(p: Plan, s: ModelSeries): void {
  const serverMemory = s["server_memory"];
  const activeServers = s["active_servers"];
  const distributedMemory = s["distributed_memory"];
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const capacityMemoryGib = s["capacity.memory_gib"];
  for (let m = 0; m < capacityMemoryGib.length; m++) {
    capacityMemoryGib[m] = (hasCentral ? serverMemory[m] * activeServers[m] : 0) + (hasDistributed ? distributedMemory[m] : 0);
  }
}

/** server_storage_or_need = server_storage == no_limit ? storage_needed.server : server_storage */
export function serverStorageOrNeed(_p: Plan, s: ModelSeries): void {
  const serverStorage = s["server_storage"];
  const storageNeededServer = s["storage_needed.server"];
  const serverStorageOrNeed = s["server_storage_or_need"];
  for (let m = 0; m < serverStorageOrNeed.length; m++) {
    serverStorageOrNeed[m] = serverStorage[m] === Infinity ? storageNeededServer[m] : serverStorage[m];
  }
}

/** distributed_storage = node_storage == no_limit ? storage_needed.region * regions : nodes * node_storage */
export function distributedStorage(_p: Plan, s: ModelSeries): void {
  const nodeStorage = s["node_storage"][0];
  const storageNeededRegion = s["storage_needed.region"];
  const regions = s["regions"];
  const nodes = s["nodes"];
  const isNodeStorageEtc = nodeStorage === Infinity;
  const distributedStorage = s["distributed_storage"];
  for (let m = 0; m < distributedStorage.length; m++) {
    distributedStorage[m] = isNodeStorageEtc ? storageNeededRegion[m] * regions[m] : nodes[m] * nodeStorage;
  }
}

/** capacity.storage_tb = parts(server_storage_or_need * active_servers, distributed_storage) */
export function capacityStorageTb(p: Plan, s: ModelSeries): void {
  const serverStorageOrNeed = s["server_storage_or_need"];
  const activeServers = s["active_servers"];
  const distributedStorage = s["distributed_storage"];
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const capacityStorageTb = s["capacity.storage_tb"];
  for (let m = 0; m < capacityStorageTb.length; m++) {
    capacityStorageTb[m] = (hasCentral ? serverStorageOrNeed[m] * activeServers[m] : 0) + (hasDistributed ? distributedStorage[m] : 0);
  }
}

/** used.server.cores = ratio(cores_needed.server, server_effective_cores) */
export function usedServerCores(_p: Plan, s: ModelSeries): void {
  const coresNeededServer = s["cores_needed.server"];
  const serverEffectiveCores = s["server_effective_cores"];
  const usedServerCores = s["used.server.cores"];
  for (let m = 0; m < usedServerCores.length; m++) {
    usedServerCores[m] = ratio(coresNeededServer[m], serverEffectiveCores[m]);
  }
}

/** used.nodes.cores = ratio(cores_needed.region * regions, distributed_cores) */
export function usedNodesCores(_p: Plan, s: ModelSeries): void {
  const coresNeededRegion = s["cores_needed.region"];
  const regions = s["regions"];
  const distributedCores = s["distributed_cores"];
  const usedNodesCores = s["used.nodes.cores"];
  for (let m = 0; m < usedNodesCores.length; m++) {
    usedNodesCores[m] = ratio(coresNeededRegion[m] * regions[m], distributedCores[m]);
  }
}

/** used.server.memory = ratio(memory_needed.server, server_memory) */
export function usedServerMemory(_p: Plan, s: ModelSeries): void {
  const memoryNeededServer = s["memory_needed.server"];
  const serverMemory = s["server_memory"];
  const usedServerMemory = s["used.server.memory"];
  for (let m = 0; m < usedServerMemory.length; m++) {
    usedServerMemory[m] = ratio(memoryNeededServer[m], serverMemory[m]);
  }
}

/** used.nodes.memory = ratio(memory_needed.region * regions, distributed_memory) */
export function usedNodesMemory(_p: Plan, s: ModelSeries): void {
  const memoryNeededRegion = s["memory_needed.region"];
  const regions = s["regions"];
  const distributedMemory = s["distributed_memory"];
  const usedNodesMemory = s["used.nodes.memory"];
  for (let m = 0; m < usedNodesMemory.length; m++) {
    usedNodesMemory[m] = ratio(memoryNeededRegion[m] * regions[m], distributedMemory[m]);
  }
}

/** used.server.storage = ratio(storage_needed.server, server_storage) */
export function usedServerStorage(_p: Plan, s: ModelSeries): void {
  const storageNeededServer = s["storage_needed.server"];
  const serverStorage = s["server_storage"];
  const usedServerStorage = s["used.server.storage"];
  for (let m = 0; m < usedServerStorage.length; m++) {
    usedServerStorage[m] = ratio(storageNeededServer[m], serverStorage[m]);
  }
}

/** used.nodes.storage = ratio(storage_needed.region * regions, nodes * node_storage) */
export function usedNodesStorage(_p: Plan, s: ModelSeries): void {
  const storageNeededRegion = s["storage_needed.region"];
  const regions = s["regions"];
  const nodes = s["nodes"];
  const nodeStorage = s["node_storage"][0];
  const usedNodesStorage = s["used.nodes.storage"];
  for (let m = 0; m < usedNodesStorage.length; m++) {
    usedNodesStorage[m] = ratio(storageNeededRegion[m] * regions[m], nodes[m] * nodeStorage);
  }
}

/** used.server.iops = ratio(iops_needed.server, server_iops) */
export function usedServerIops(_p: Plan, s: ModelSeries): void {
  const iopsNeededServer = s["iops_needed.server"];
  const serverIops = s["server_iops"];
  const usedServerIops = s["used.server.iops"];
  for (let m = 0; m < usedServerIops.length; m++) {
    usedServerIops[m] = ratio(iopsNeededServer[m], serverIops[m]);
  }
}

/** used.nodes.iops = ratio(iops_needed.region * regions, nodes * node_iops) */
export function usedNodesIops(_p: Plan, s: ModelSeries): void {
  const iopsNeededRegion = s["iops_needed.region"];
  const regions = s["regions"];
  const nodes = s["nodes"];
  const nodeIops = s["node_iops"][0];
  const usedNodesIops = s["used.nodes.iops"];
  for (let m = 0; m < usedNodesIops.length; m++) {
    usedNodesIops[m] = ratio(iopsNeededRegion[m] * regions[m], nodes[m] * nodeIops);
  }
}

/** used.server.data = ratio(tb.server, shard.max_tb) */
export function usedServerData({ a }: Plan, s: ModelSeries): void {
  const tbServer = s["tb.server"];
  const shardMaxTb = a["shard.max_tb"];
  const usedServerData = s["used.server.data"];
  for (let m = 0; m < usedServerData.length; m++) {
    usedServerData[m] = ratio(tbServer[m], shardMaxTb);
  }
}

/** central_utilization = max(used.server.cores, used.server.memory, used.server.storage, used.server.iops, used.server.data) */
export function centralUtilization(_p: Plan, s: ModelSeries): void {
  const usedServerCores = s["used.server.cores"];
  const usedServerMemory = s["used.server.memory"];
  const usedServerStorage = s["used.server.storage"];
  const usedServerIops = s["used.server.iops"];
  const usedServerData = s["used.server.data"];
  const centralUtilization = s["central_utilization"];
  for (let m = 0; m < centralUtilization.length; m++) {
    centralUtilization[m] = Math.max(usedServerCores[m], usedServerMemory[m], usedServerStorage[m], usedServerIops[m], usedServerData[m]);
  }
}

/** distributed_utilization = max(used.nodes.cores, used.nodes.memory, used.nodes.storage, used.nodes.iops) */
export function distributedUtilization(_p: Plan, s: ModelSeries): void {
  const usedNodesCores = s["used.nodes.cores"];
  const usedNodesMemory = s["used.nodes.memory"];
  const usedNodesStorage = s["used.nodes.storage"];
  const usedNodesIops = s["used.nodes.iops"];
  const distributedUtilization = s["distributed_utilization"];
  for (let m = 0; m < distributedUtilization.length; m++) {
    distributedUtilization[m] = Math.max(usedNodesCores[m], usedNodesMemory[m], usedNodesStorage[m], usedNodesIops[m]);
  }
}

/** utilization = largest_part(central_utilization, distributed_utilization) */
export function utilization(p: Plan, s: ModelSeries): void {
  const centralUtilization = s["central_utilization"];
  const distributedUtilization = s["distributed_utilization"];
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const utilization = s["utilization"];
  for (let m = 0; m < utilization.length; m++) {
    utilization[m] = Math.max(hasCentral ? centralUtilization[m] : 0, hasDistributed ? distributedUtilization[m] : 0);
  }
}

/** servers = parts(central_servers, nodes) */
export function servers(p: Plan, s: ModelSeries): void {
  const centralServers = s["central_servers"];
  const nodes = s["nodes"];
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const servers = s["servers"];
  for (let m = 0; m < servers.length; m++) {
    servers[m] = (hasCentral ? centralServers[m] : 0) + (hasDistributed ? nodes[m] : 0);
  }
}
