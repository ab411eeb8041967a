import { quantity } from "./entry";
import type { Entry } from "./entry";

/**
 * Mean response in the peak: of a server or node M/M/c of its cores, each as fast as the scalability law leaves it, at the utilization of the busiest; nearer
 * than 0.999 to full a mean is no planning figure any more.
 */
const RESPONSE: readonly Entry[] = [
  quantity("queue_cores.server", {
    label: "Cores of a central server that work on its queue",
    unit: "cores",
    formula: "max(1, floor(server_cores))",
  }),
  quantity("queue_load.server", {
    label: "Load of a central server's queue",
    unit: "erlang",
    formula: "min(0.999, busy_cores.server / server_effective_cores) * queue_cores.server",
  }),
  quantity("response.server", {
    label: "Average response time of the busiest central server",
    unit: "ms",
    formula:
      "demand.cpu_ms * queue_cores.server / server_effective_cores * (1 + erlang_c(queue_cores.server, queue_load.server) / (queue_cores.server - queue_load.server))",
  }),
  quantity("crossing_share", {
    label: "Share of the work that crosses shards",
    unit: "share",
    formula: "demand.read_share * shard.cross_read + (1 - demand.read_share) * shard.cross_write",
  }),
  quantity("round_trips.central", {
    label: "Round trips per transaction of the central part: one for remote sites, one more for work that crosses shards",
    unit: "ratio",
    formula: "remote_site_share + (shards == 1 ? 0 : crossing_share)",
  }),
  quantity("node_effective_cores", {
    label: "Effective cores of a node",
    unit: "cores",
    formula: "distributed_cores / nodes",
  }),
  quantity("queue_cores.node", {
    label: "Cores of a node that work on its queue",
    unit: "cores",
    formula: "max(1, floor(node_cores))",
  }),
  quantity("queue_load.node", {
    label: "Load of a node's queue",
    unit: "erlang",
    formula: "min(0.999, busy_cores.region * regions / nodes / node_effective_cores) * queue_cores.node",
  }),
  quantity("response.node", {
    label: "Average response time of a node",
    unit: "ms",
    formula:
      "demand.cpu_ms * queue_cores.node / node_effective_cores * (1 + erlang_c(queue_cores.node, queue_load.node) / (queue_cores.node - queue_load.node))",
  }),
  quantity("round_trips.distributed", {
    label:
      "Round trips per transaction of the distributed part: for remote reads, and for writes that every region needs if there is more than one",
    unit: "ratio",
    formula: "horizontal.remote_read_share + (regions > 1 ? (1 - demand.read_share) * global_share : 0)",
  }),
];

/**
 * Expected unplanned downtime with everything down: each shard or region with its share of the whole. The sum over units of hours and share does not depend on
 * how many they are; only the worst single event does.
 */
const DOWNTIME: readonly Entry[] = [
  quantity("node_availability", {
    label: "Availability of a server",
    unit: "share",
    formula: "availability.node_mtbf_hours / (availability.node_mtbf_hours + availability.node_mttr_hours)",
  }),
  quantity("links_down", {
    label: "Hours in which a site has no link",
    unit: "h/year",
    formula: "8760 * (1 - availability.link_availability) ^ wan.links_per_site",
  }),
  quantity("rescued_share", {
    label: "Share of server failures covered by a standby server",
    unit: "share",
    formula: "availability.failover_success * (1 - (1 - node_availability) ^ vertical.standby)",
  }),
  quantity("failovers_down", {
    label: "Hours of failover to standby servers",
    unit: "h/year",
    formula: "8760 / (availability.node_mtbf_hours + availability.node_mttr_hours) * rescued_share * availability.failover_minutes / 60",
  }),
  quantity("shard_down", {
    label: "Hours in which a shard is down",
    unit: "h/year",
    formula: "8760 * (1 - node_availability) * (1 - rescued_share) + failovers_down",
  }),
  quantity("region_down", {
    label: "Hours in which a region has no quorum of copies",
    unit: "h/year",
    formula: "8760 * cluster_down(node_availability, horizontal.replication, floor(horizontal.replication / 2) + 1)",
  }),
  quantity("linked_share", {
    label: "Share of the distributed part's work that depends on site links",
    unit: "share",
    formula: "hub_sites > 0 ? horizontal.remote_read_share : 1",
  }),
];

/** How well the system serves: response and availability. */
export const SERVICE: readonly Entry[] = [
  ...RESPONSE,
  quantity("response_ms", {
    label: "Average response time in the peak hour",
    isLine: true,
    unit: "ms",
    formula:
      "parts(central_share * (response.server + wan.round_trip_ms * round_trips.central), distributed_share * (response.node + wan.round_trip_ms * round_trips.distributed))",
  }),
  ...DOWNTIME,
  quantity("downtime_hours", {
    label: "Expected unplanned downtime",
    isLine: true,
    unit: "h/year",
    formula:
      "min(8760, parts(central_share * (shard_down + links_down * remote_site_share), distributed_share * (region_down + links_down * linked_share)))",
  }),
  quantity("availability", {
    label: "Expected availability",
    isLine: true,
    unit: "share",
    formula: "1 - downtime_hours / 8760",
  }),
];
