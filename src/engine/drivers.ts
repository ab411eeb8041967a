import { keySeries } from "./catalogue/keyValue";
import type { Assumptions } from "./catalogue/resolved";

/** Stock lines that can drive the number of people: all that do not depend on people themselves. */
export const DRIVER_LINES = [
  "volume",
  "sites",
  "tps_mean",
  "tps_peak",
  "tb",
  "integration.unsynced_tb",
  "need.cores",
  "need.memory_gib",
  "need.storage_tb",
  "need.iops",
  "capacity.cores",
  "capacity.memory_gib",
  "capacity.storage_tb",
  "utilization",
  "servers",
  "nodes",
  "shards",
  "regions",
  "databases",
  "link_mbps",
  "transfer_gb",
  "response_ms",
  "downtime_hours",
  "availability",
] as const;

/** Whether a role can be driven by a name: a stock line, or a key that holds a number. */
export function isDriver(a: Assumptions, name: string): boolean {
  return (DRIVER_LINES as readonly string[]).includes(name) || keySeries(a, name) !== undefined;
}
