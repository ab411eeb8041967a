import { serverNumber, serverRent } from "../capacity/centralTerms";
import { nodeNumber, nodeRent, nodesOfType } from "../capacity/nodeTerms";
import { unitOf } from "../capacity/shapeTerms";
import type { ShapeNumber } from "../capacity/shapeTerms";
import type { Plan } from "../lines";
import type { ServerShape } from "../reference";
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
    label: "First month from which on the central servers have been of their shape",
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
    label: "Central servers that carry load",
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
  decided("nodes_needed", {
    label: "Nodes that load and data need",
    unit: "nodes",
    reads: ["step:distributed"],
    series: ({ distributed }, room) => found(distributed?.neededNodes, room),
    printed: nodesOfType("needed"),
  }),
  decided("nodes_billed", {
    label: "Nodes as billed: those that are scaled down off-peak count for the time they run",
    unit: "nodes",
    reads: ["step:distributed", "horizontal.elastic_share", "demand.peak_to_mean"],
    series: ({ distributed }, room) => found(distributed?.billedNodes, room),
    printed: nodesOfType("billed"),
  }),
];
