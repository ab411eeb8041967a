// Written by `npm run generate` from the formulas in src/engine/model: change those.

import { effectiveCapacity } from "../../capacity/scalability";
import { ceilTolerant } from "../../units";
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
