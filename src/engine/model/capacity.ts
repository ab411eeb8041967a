import { shardEvidence } from "../search/choiceTerms";
import { nodeEvidence } from "../search/nodeChoiceTerms";
import type { Dimension } from "../errors";
import { stepsOf } from "../terms";
import { decided, quantity } from "./entry";
import type { Entry, Quantity } from "./entry";
import type { ModelSeries } from "./generated/series";

/** A dimension in which servers can be too small: its need and capacity of a central server, and of all nodes. */
interface Measured {
  readonly id: string;
  readonly dimension: Dimension;
  readonly label: string;
  readonly server: readonly [need: string, capacity: string];
  readonly nodes?: readonly [need: string, capacity: string];
}

/** In the order in which ties are told. */
const MEASURED: readonly Measured[] = [
  {
    id: "cores",
    dimension: "cores",
    label: "Cores",
    server: ["cores_needed.server", "server_effective_cores"],
    nodes: ["cores_needed.region * regions", "distributed_cores"],
  },
  {
    id: "memory",
    dimension: "memory",
    label: "Memory",
    server: ["memory_needed.server", "server_memory"],
    nodes: ["memory_needed.region * regions", "distributed_memory"],
  },
  {
    id: "storage",
    dimension: "storage",
    label: "Storage",
    server: ["storage_needed.server", "server_storage"],
    nodes: ["storage_needed.region * regions", "nodes * node_storage"],
  },
  {
    id: "iops",
    dimension: "iops",
    label: "Disk operations",
    server: ["iops_needed.server", "server_iops"],
    nodes: ["iops_needed.region * regions", "nodes * node_iops"],
  },
  { id: "data", dimension: "shard data", label: "Data of a shard", server: ["tb.server", "shard.max_tb"] },
];

/** Need over capacity in each dimension; `used.server.cores`. */
const USED: readonly Quantity[] = MEASURED.flatMap(({ id, label, server, nodes }) => [
  quantity(`used.server.${id}`, {
    label: `${label} needed, as a share of the busiest central server's capacity`,
    unit: "share",
    formula: `ratio(${server.join(", ")})`,
  }),
  ...(nodes === undefined
    ? []
    : [
        quantity(`used.nodes.${id}`, {
          label: `${label} needed, as a share of the nodes' capacity`,
          unit: "share",
          formula: `ratio(${nodes.join(", ")})`,
        }),
      ]),
]);

/** How full a part of the system is, and in which dimension. */
export interface Fill {
  readonly utilization: number;
  readonly dimension: Dimension;
}

/** How full the busiest central server, or all nodes, are in a month (index from 0), in the dimension in which they are fullest; the first of several. */
export function fillOf(series: ModelSeries, of: "server" | "nodes", m: number): Fill {
  const all = series as unknown as Readonly<Record<string, Float64Array>>;
  return MEASURED.filter((measured) => of in measured)
    .map(({ id, dimension }) => ({ utilization: all[`used.${of}.${id}`][m], dimension }))
    .reduce((fullest, fill) => (fill.utilization > fullest.utilization ? fill : fullest));
}

const mostUsed = (of: "server" | "nodes"): string =>
  `max(${MEASURED.flatMap((measured) => (of in measured ? [`used.${of}.${measured.id}`] : [])).join(", ")})`;

/** A line of the need of all shards and regions. */
const needed = (id: string, label: string, unit: string, need: string): Quantity =>
  quantity(id, { label, unit, isLine: true, formula: `parts(${need}.server * active_servers, ${need}.region * regions)` });

/**
 * Need and capacity of all shards and regions. The central part counts every active server of every shard at the need of the busiest, since all are of its
 * size; storage without a bound is provisioned as needed, so its capacity is the need.
 */
const TOTALS: readonly Entry[] = [
  needed("need.cores", "Cores needed", "cores", "cores_needed"),
  needed("need.memory_gib", "Memory needed", "GiB", "memory_needed"),
  needed("need.storage_tb", "Storage needed", "TB", "storage_needed"),
  needed("need.iops", "Disk operations needed", "1/s", "iops_needed"),
  quantity("capacity.cores", {
    label: "Effective cores in service",
    unit: "cores",
    isLine: true,
    formula: "parts(server_effective_cores * active_servers, distributed_cores)",
  }),
  quantity("distributed_memory", {
    label: "Memory of all nodes for data",
    unit: "GiB",
    formula: "nodes * (node_memory - capacity.base_memory)",
  }),
  quantity("capacity.memory_gib", {
    label: "Memory in service",
    unit: "GiB",
    isLine: true,
    formula: "parts(server_memory * active_servers, distributed_memory)",
  }),
  quantity("server_storage_or_need", {
    label: "Storage of a central server; as needed if it has no limit",
    unit: "TB",
    formula: "server_storage == no_limit ? storage_needed.server : server_storage",
  }),
  quantity("distributed_storage", {
    label: "Storage of all nodes; as needed if they have no limit",
    unit: "TB",
    formula: "node_storage == no_limit ? storage_needed.region * regions : nodes * node_storage",
  }),
  quantity("capacity.storage_tb", {
    label: "Storage in service",
    unit: "TB",
    isLine: true,
    formula: "parts(server_storage_or_need * active_servers, distributed_storage)",
  }),
];

/** Capacity in service: need, capacity and how full the system is; servers, nodes and shards. */
export const CAPACITY: readonly Entry[] = [
  ...TOTALS,
  ...USED,
  quantity("central_utilization", {
    label: "Utilization of the busiest central server's limiting resource",
    unit: "share",
    formula: mostUsed("server"),
  }),
  quantity("distributed_utilization", {
    label: "Utilization of the nodes' limiting resource",
    unit: "share",
    formula: mostUsed("nodes"),
  }),
  quantity("utilization", {
    label: "Utilization of the limiting resource",
    unit: "share",
    isLine: true,
    formula: "largest_part(central_utilization, distributed_utilization)",
  }),
  quantity("servers", {
    label: "Servers in service",
    unit: "servers",
    isLine: true,
    formula: "parts(central_servers, nodes)",
  }),
  quantity("nodes", {
    label: "Distributed nodes in service",
    unit: "nodes",
    isLine: true,
    // Rented ones are as many as needed; owned ones stay to the end of their life.
    formula: "parts(0, is(horizontal.hosting, owned) ? max(nodes_needed, nodes_kept) : nodes_needed)",
    evidence: nodeEvidence,
  }),
  decided("shards", {
    label: "Shards of the central database",
    unit: "shards",
    isLine: true,
    reads: ["step:central"],
    series: ({ central }, room) => {
      if (central) room.set(central.shards);
      return central ? room : room.fill(0);
    },
    printed: (plan, t) => {
      const { central, timeline } = plan;
      if (!central) return "0";
      t.because(shardEvidence(plan, t));
      return stepsOf(timeline.months, (month) => String(central.shards[month - 1]));
    },
  }),
];
