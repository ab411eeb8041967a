import { nodeNumber, nodeRent, serverNumber, serverRent } from "../capacity/inService";
import { unitOf } from "../capacity/shapeTerms";
import type { ShapeNumber } from "../capacity/shapeTerms";
import type { Plan } from "../lines";
import type { ServerShape } from "../catalogue/reference";
import { stepsOf } from "../terms";
import { decided, quantity } from "./entry";
import type { Decided, Entry } from "./entry";

/** A number of the server that is in service in each month. */
function ofServers({ central }: Plan, room: Float64Array, number: (shape: ServerShape) => number): Float64Array {
  if (!central) return room.fill(0);
  const { shapes, shapeOf } = central;
  let value = 0;
  for (let m = 0; m < room.length; m++) {
    if (m === 0 || shapeOf[m] !== shapeOf[m - 1]) value = number(shapes[shapeOf[m]]);
    room[m] = value;
  }
  return room;
}

/** What a shape has; Infinity where it has no bound. A price is that of the start of the plan, 0 for what is not sold. */
function numberOf(shape: ServerShape, number: ShapeNumber, priceFactor: number): number {
  return number === "price" ? (shape.price ?? 0) * priceFactor : (shape[number] ?? Infinity);
}

/** The same number of the central server and of the node in service. */
function shapeNumber(id: string, label: string, number: ShapeNumber, also: readonly string[] = []): readonly Decided[] {
  const unit = unitOf(number);
  return [
    decided(`server_${id}`, {
      label: `${label} of a central server`,
      unit,
      reads: ["step:central", "vertical.servers", "server.*", ...also],
      series: (plan, room) => ofServers(plan, room, (shape) => numberOf(shape, number, plan.central?.ladder.priceFactor ?? 1)),
      printed: (plan, t) => serverNumber(plan, t, number),
    }),
    decided(`node_${id}`, {
      label: `${label} of a node`,
      unit,
      isConstant: true,
      reads: ["step:distributed", "horizontal.servers", "server.*", ...also],
      series: ({ distributed }, room) => room.fill(distributed ? numberOf(distributed.shape, number, distributed.priceFactor) : 0),
      printed: (plan, t) => nodeNumber(plan, t, number),
    }),
  ];
}

/** For each month the first one from which on all servers have been of one shape; past the last month in service there are none. */
function shapeSince({ central, service }: Plan, since: Float64Array): Float64Array {
  if (!central) return since.fill(1);
  const last = service?.last ?? since.length;
  for (let m = 0; m < since.length; m++) {
    if (m >= last) since[m] = last + 1;
    else since[m] = m > 0 && central.shapeOf[m] === central.shapeOf[m - 1] ? since[m - 1] : m + 1;
  }
  return since;
}

/** What a part of the plan has found by month; 0 without the part. */
function found(series: Float64Array | undefined, room: Float64Array): Float64Array {
  if (series) room.set(series);
  else room.fill(0);
  return room;
}

const RENT_KEYS = ["cloud.commitment", "cloud.price_change", "plan.start"];

/** Nodes of a region with its spare, at least the minimum, a multiple of the zones. */
const withSpare = (nodes: string): string =>
  `roundup(max(${nodes} + horizontal.spare, horizontal.min_nodes) / horizontal.zones) * horizontal.zones`;

const USL = "horizontal.contention, horizontal.coherency";

/**
 * Nodes that a region needs: the fewest whose capacity reaches its load, in equal clusters of a useful size, and those that hold its data. Those that hold
 * data stay in service off-peak.
 */
const NODES: readonly Entry[] = [
  quantity("equivalents", {
    label: "Load of a region with orchestration, in single nodes",
    unit: "nodes",
    formula: "cores_needed.region / (1 - horizontal.overhead_share) / (node_cores * node_speed)",
  }),
  quantity("largest_cluster", {
    label: "Maximum nodes of a cluster",
    unit: "nodes",
    formula: `usl_limit(${USL}, horizontal.cell_limit)`,
  }),
  quantity("cluster_capacity", {
    label: "Capacity of the largest cluster, in single nodes",
    unit: "nodes",
    formula: `largest_cluster == no_limit ? no_limit : usl(largest_cluster, ${USL})`,
  }),
  quantity("clusters", {
    label: "Clusters needed for the load of a region",
    unit: "clusters",
    formula: "max(1, roundup(equivalents / cluster_capacity))",
  }),
  quantity("nodes_for_load", {
    label: "Nodes needed for the load of a region",
    unit: "nodes",
    formula: `clusters * usl_nodes(equivalents / clusters, ${USL})`,
  }),
  quantity("nodes_for_data", {
    label: "Nodes needed for the memory, storage, and disk operations of a region",
    unit: "nodes",
    formula:
      "max(roundup(ratio(memory_needed.region, node_memory - capacity.base_memory)), roundup(ratio(storage_needed.region, node_storage)), roundup(ratio(iops_needed.region, node_iops)))",
  }),
  quantity("nodes_per_region", {
    label: "Nodes needed in a region",
    unit: "nodes",
    formula: withSpare("max(nodes_for_load, nodes_for_data)"),
  }),
  quantity("nodes_floor", {
    label: "Nodes of a region that stay in service off-peak: those needed for its data, and those with data on local disks",
    unit: "nodes",
    formula: `node_local_disk == 0 ? ${withSpare("nodes_for_data")} : max(${withSpare("nodes_for_data")}, min(nodes_per_region, roundup(storage_needed.region / node_local_disk)))`,
  }),
  quantity("nodes_needed", {
    label: "Nodes needed for load and data",
    unit: "nodes",
    formula: "regions * nodes_per_region",
  }),
  quantity("nodes_billed", {
    label: "Nodes billed: nodes scaled down off-peak count for the hours they run",
    unit: "nodes",
    formula:
      "is(horizontal.hosting, owned) ? nodes : nodes_needed - horizontal.elastic_share * (1 - 1 / demand.peak_to_mean) * (nodes_needed - regions * nodes_floor)",
  }),
  quantity("clusters_in_service", {
    label: "Clusters in a region",
    unit: "clusters",
    formula: "max(clusters, roundup(nodes / regions / largest_cluster))",
  }),
  quantity("distributed_cores", {
    label: "Effective cores of all nodes",
    unit: "cores",
    formula: `regions * clusters_in_service * usl(nodes / regions / clusters_in_service, ${USL}) * node_cores * node_speed * (1 - horizontal.overhead_share)`,
  }),
];

/** Servers and nodes: what those in service have, and how many they are. */
export const SERVERS: readonly Entry[] = [
  ...shapeNumber("cores", "Cores", "cores"),
  ...shapeNumber("speed", "Speed", "speed"),
  ...shapeNumber("memory", "Memory", "memoryGib", ["license.*"]),
  ...shapeNumber("storage", "Storage", "storageTb"),
  ...shapeNumber("local_disk", "Disks", "localDiskTb"),
  ...shapeNumber("iops", "Disk operations", "iops"),
  ...shapeNumber("price", "Price", "price", ["hardware.price_change", "plan.start"]),
  ...shapeNumber("kw", "Rated power", "kw"),
  ...shapeNumber("rack_units", "Height", "rackUnits"),
  ...shapeNumber("sockets", "Sockets", "sockets"),
  decided("server_rent", {
    label: "Rent of a central server, at the prices of year 1",
    unit: "money/month",
    reads: ["step:central", "vertical.servers", "server.*", ...RENT_KEYS],
    series: ({ central }, room) => found(central?.rent, room),
    printed: serverRent,
  }),
  decided("node_rent", {
    label: "Rent of a node, at the prices of year 1",
    unit: "money/month",
    isConstant: true,
    reads: ["step:distributed", "horizontal.servers", "server.*", ...RENT_KEYS],
    series: ({ distributed }, room) => room.fill(distributed?.monthlyRent ?? 0),
    printed: nodeRent,
  }),
  decided("server_shape_since", {
    label: "First month of the current type of central server",
    unit: "month",
    reads: ["step:central"],
    series: shapeSince,
    printed: (plan) => {
      const since = shapeSince(plan, new Float64Array(plan.timeline.months));
      return stepsOf(since.length, (month) => String(since[month - 1]));
    },
  }),
  quantity("server_effective_cores", {
    label: "Effective cores of a central server",
    unit: "cores",
    formula: "server_speed * usl(server_cores, vertical.contention, vertical.coherency)",
  }),
  quantity("active_servers", {
    label: "Central servers in production",
    unit: "servers",
    formula: "shards * (1 + vertical.read_replicas)",
  }),
  quantity("recovery_servers", {
    label: "Disaster-recovery servers",
    unit: "servers",
    formula: "roundup((active_servers + shards * vertical.standby) * vertical.dr_share)",
  }),
  quantity("central_servers", {
    label: "Central servers",
    unit: "servers",
    formula: "active_servers + shards * vertical.standby + recovery_servers",
  }),
  quantity("passive_servers", {
    label: "Standby and disaster-recovery servers",
    unit: "servers",
    formula: "central_servers - active_servers",
  }),
  ...NODES,
];
