import { hostingOf } from "../capacity/ladder";
import type { Part } from "../capacity/ladder";
import type { Plan } from "../lines";
import { cost, quantity } from "./entry";
import type { Entry } from "./entry";

const isOwned = ({ a }: Plan, part: Part): boolean => hostingOf(a, part) === "owned";

const STORED = "(1 + data.index_overhead) / capacity.storage_fill";

/** Block storage and backups of a part, at the price of its hosting. */
const storageOf = (hosting: string, block: string, stored: string): string =>
  `(${block} + ${stored} * storage.backup_share) * (is(${hosting}, owned) ? storage.owned_price : storage.cloud_price) * (is(${hosting}, owned) ? inflation_index : cloud_price_index)`;

/** Where data is, and what it costs to store it. */
export const STORAGE: readonly Entry[] = [
  quantity("central_tb", {
    label: "Storage for one copy of the central part's data, with indexes",
    unit: "TB",
    formula: `parts(tb * central_share * ${STORED}, 0)`,
  }),
  quantity("central_block_tb", {
    label: "Block storage of the central servers: the data of the shard on each, less local disks",
    unit: "TB",
    // What is on a rented server's disk is lost with the server.
    formula:
      "parts(central_servers * (is(vertical.hosting, owned) ? max(0, central_tb / shards - server_local_disk) : central_tb / shards), 0)",
  }),
  quantity("distributed_tb", {
    label: "Storage for one copy of the distributed part's data, with indexes",
    unit: "TB",
    formula: `parts(0, tb * distributed_share * ${STORED})`,
  }),
  quantity("distributed_block_tb", {
    label: "Block storage of the nodes: all copies of a region's data, less local disks",
    unit: "TB",
    formula: "parts(0, regions * max(0, storage_needed.region - nodes / regions * node_local_disk))",
  }),
  quantity("storage.vertical", {
    label: "Storage and backup of the central part",
    unit: "money",
    kind: "flow",
    formula: `parts(${storageOf("vertical.hosting", "central_block_tb", "central_tb")}, 0)`,
  }),
  quantity("storage.horizontal", {
    label: "Storage and backup of the distributed part",
    unit: "money",
    kind: "flow",
    formula: `parts(0, ${storageOf("horizontal.hosting", "distributed_block_tb", "distributed_tb")})`,
  }),
  cost("storage", {
    label: "Storage and backup",
    costPool: (plan) => {
      const owned = (!plan.central || isOwned(plan, "vertical")) && (!plan.distributed || isOwned(plan, "horizontal"));
      return owned ? "Hardware" : "Cloud Services";
    },
    tower: "Storage",
    spend: "opex",
    explanation: "Block storage for every copy of the data with indexes, less local disks, and for backups.",
    formula: "parts(storage.vertical, storage.horizontal)",
  }),
];
