import { activeServers, centralServers, effectiveCores, serverNeedTerms, serverNumber, shardsTerm } from "../capacity/centralTerms";
import type { WithCentral } from "../capacity/centralNeedTerms";
import type { NeedTerms } from "../capacity/needTerms";
import { nodeEvidence } from "../capacity/nodeChoiceTerms";
import { distributedCores, nodeNumber, nodesTerm, regionNeedTerms } from "../capacity/nodeTerms";
import type { WithNodes } from "../capacity/nodeTerms";
import type { PlanTotals } from "../capacity/totals";
import type { LineDefinition, Plan } from "../lines";
import { sumOfTerms } from "../terms";
import type { TermWriter } from "../terms";
import { DEAL_KEYS, regionsTerms } from "./demandLines";
import { CENTRAL_KEYS, NEED_KEYS, NODE_KEYS, PRICE_KEYS, REPLICA_KEYS, SHARD_KEYS } from "./keys";
import { filledStock, stock } from "./stock";

/** The terms of each part that a plan has, written by the functions of the parts. */
function partsOf<T>(plan: Plan, ofCentral: (part: WithCentral) => T, ofDistributed: (part: WithNodes) => T): readonly T[] {
  const { central, distributed } = plan;
  return [...(central ? [ofCentral({ ...plan, central })] : []), ...(distributed ? [ofDistributed({ ...plan, distributed })] : [])];
}

const PER_SERVER = { cores: "cores", memory: "GiB", storage: "TB", iops: "1/s" } as const;

/** Need of the busiest server in a dimension. */
function serverNeed(plan: WithCentral, t: TermWriter, dimension: keyof NeedTerms): string {
  if (dimension === "cores") return serverNeedTerms(plan, t).cores;
  return t.term(`${dimension}_needed.server`, PER_SERVER[dimension], () => serverNeedTerms(plan, t)[dimension]);
}

/** Need of a region in a dimension. */
function regionNeed(plan: WithNodes, t: TermWriter, dimension: keyof NeedTerms): string {
  if (dimension === "cores") return regionNeedTerms(plan, t).cores;
  return t.term(`${dimension}_needed.region`, PER_SERVER[dimension], () => regionNeedTerms(plan, t)[dimension]);
}

/** Need of all shards and regions in a dimension. */
const needOf =
  (dimension: keyof NeedTerms): LineDefinition["terms"] =>
  (plan, t) =>
    sumOfTerms(
      partsOf(
        plan,
        (part) => `${serverNeed(part, t, dimension)} * ${activeServers(t)}`,
        (part) => `${regionNeed(part, t, dimension)} * ${t.line("regions")}`,
      ),
    );

/** Capacity of the nodes in memory or storage; as needed where storage has no limit. */
function nodesCapacity(plan: WithNodes, t: TermWriter, dimension: "memory" | "storage"): string {
  if (dimension === "memory") return `${t.line("nodes")} * (${nodeNumber(plan, t, "memoryGib")} - ${t.key("capacity.base_memory")})`;
  if (plan.distributed.shape.storageTb === null) return `${regionNeed(plan, t, "storage")} * ${t.line("regions")}`;
  return `${t.line("nodes")} * ${nodeNumber(plan, t, "storageTb")}`;
}

const CAPACITY: Readonly<Record<"cores" | "memory" | "storage", LineDefinition["terms"]>> = {
  cores: (plan, t) =>
    sumOfTerms(
      partsOf(
        plan,
        (part) => `${effectiveCores(part, t)} * ${activeServers(t)}`,
        (part) => distributedCores(part, t),
      ),
    ),
  memory: (plan, t) =>
    sumOfTerms(
      partsOf(
        plan,
        (part) => `${serverNumber(part, t, "memoryGib")} * ${activeServers(t)}`,
        (part) => nodesCapacity(part, t, "memory"),
      ),
    ),
  storage: (plan, t) =>
    sumOfTerms(
      partsOf(
        plan,
        (part) => `${serverNumber(part, t, "storageTb", serverNeed(part, t, "storage"))} * ${activeServers(t)}`,
        (part) => nodesCapacity(part, t, "storage"),
      ),
    ),
};

/** Need over capacity of the central part: of the dimension in which its busiest server is fullest. */
function centralUtilization(plan: WithCentral, t: TermWriter): string {
  const shapes = plan.central.shapes.filter((_, index) => plan.central.shapeOf.includes(index));
  const ratios = [
    `ratio(${serverNeed(plan, t, "cores")}, ${effectiveCores(plan, t)})`,
    `ratio(${serverNeed(plan, t, "memory")}, ${serverNumber(plan, t, "memoryGib")})`,
    `ratio(${serverNeedTerms(plan, t).shardTb}, ${t.key("shard.max_tb")})`,
  ];
  if (shapes.some(({ storageTb }) => storageTb !== null))
    ratios.push(`ratio(${serverNeed(plan, t, "storage")}, ${serverNumber(plan, t, "storageTb")})`);
  if (shapes.some(({ iops }) => iops !== null)) ratios.push(`ratio(${serverNeed(plan, t, "iops")}, ${serverNumber(plan, t, "iops")})`);
  return t.term("central_utilization", "share", () => `max(${ratios.join(", ")})`);
}

/** Need over capacity of the distributed part, of its fullest dimension. */
function nodesUtilization(plan: WithNodes, t: TermWriter): string {
  const { shape } = plan.distributed;
  const need = (dimension: keyof NeedTerms): string => `${regionNeed(plan, t, dimension)} * ${t.line("regions")}`;
  const ratios = [
    `ratio(${need("cores")}, ${distributedCores(plan, t)})`,
    `ratio(${need("memory")}, ${nodesCapacity(plan, t, "memory")})`,
  ];
  if (shape.storageTb !== null) ratios.push(`ratio(${need("storage")}, ${nodesCapacity(plan, t, "storage")})`);
  if (shape.iops !== null) ratios.push(`ratio(${need("iops")}, ${t.line("nodes")} * ${nodeNumber(plan, t, "iops")})`);
  return t.term("distributed_utilization", "share", () => `max(${ratios.join(", ")})`);
}

const maxOfParts = (parts: readonly string[]): string => (parts.length === 1 ? parts[0] : `max(${parts.join(", ")})`);

function totalsLine(
  id: Parameters<typeof stock>[0],
  label: string,
  unit: string,
  [side, dimension]: readonly [keyof PlanTotals, number],
  from: readonly string[],
  terms: LineDefinition["terms"],
): LineDefinition {
  return filledStock(id, { label, unit, from, terms }, (plan, values) => values.set(plan.totals[side][dimension]));
}

const NEED_FROM = [...NEED_KEYS, ...REPLICA_KEYS, "shards", "regions"];

export const CAPACITY_LINES: readonly LineDefinition[] = [
  totalsLine("need.cores", "Cores needed", "cores", ["need", 0], NEED_FROM, needOf("cores")),
  totalsLine("need.memory_gib", "Memory needed", "GiB", ["need", 1], NEED_FROM, needOf("memory")),
  totalsLine("need.storage_tb", "Storage needed", "TB", ["need", 2], NEED_FROM, needOf("storage")),
  totalsLine("need.iops", "Disk operations needed", "1/s", ["need", 3], NEED_FROM, needOf("iops")),
  totalsLine(
    "capacity.cores",
    "Effective cores in service",
    "cores",
    ["capacity", 0],
    ["servers", "shards", "nodes", ...CENTRAL_KEYS, ...NODE_KEYS],
    CAPACITY.cores,
  ),
  totalsLine(
    "capacity.memory_gib",
    "Memory in service",
    "GiB",
    ["capacity", 1],
    ["servers", "shards", "nodes", "server.*"],
    CAPACITY.memory,
  ),
  totalsLine(
    "capacity.storage_tb",
    "Storage in service",
    "TB",
    ["capacity", 2],
    ["servers", "shards", "nodes", "need.storage_tb", "server.*"],
    CAPACITY.storage,
  ),
  stock(
    "utilization",
    {
      label: "Utilization of the binding dimension",
      unit: "share",
      from: ["need.cores", "need.memory_gib", "need.storage_tb", "need.iops", "capacity.cores", "capacity.memory_gib", "shards", "nodes"],
      terms: (plan, t) =>
        maxOfParts(
          partsOf(
            plan,
            (part) => centralUtilization(part, t),
            (part) => nodesUtilization(part, t),
          ),
        ),
    },
    ({ central, distributed }, m) => Math.max(central ? central.utilization[m] : 0, distributed ? distributed.utilization[m] : 0),
  ),
  stock(
    "servers",
    {
      label: "Servers in service",
      unit: "servers",
      from: ["shards", "nodes", ...CENTRAL_KEYS],
      terms: (plan, t) =>
        sumOfTerms(
          partsOf(
            plan,
            () => centralServers(t),
            () => t.line("nodes"),
          ),
        ),
    },
    ({ central, distributed }, m) => (central ? central.servers[m] : 0) + (distributed ? distributed.nodes[m] : 0),
  ),
  stock(
    "nodes",
    {
      label: "Distributed nodes in service",
      unit: "nodes",
      from: ["regions", ...NEED_KEYS, ...NODE_KEYS, ...PRICE_KEYS],
      terms: (plan, t) => {
        const { distributed } = plan;
        if (!distributed) return "0";
        t.because(nodeEvidence({ ...plan, distributed }, t));
        return nodesTerm({ ...plan, distributed }, t);
      },
    },
    ({ distributed }, m) => (distributed ? distributed.nodes[m] : 0),
  ),
  stock(
    "shards",
    {
      label: "Shards of the central system",
      unit: "shards",
      from: [...NEED_KEYS, ...SHARD_KEYS, ...CENTRAL_KEYS, ...PRICE_KEYS],
      terms: (plan, t) => (plan.central ? shardsTerm({ ...plan, central: plan.central }, t) : "0"),
    },
    ({ central }, m) => (central ? central.shards[m] : 0),
  ),
  stock(
    "regions",
    { label: "Regional hubs", unit: "regions", from: ["horizontal.regions", ...DEAL_KEYS], terms: regionsTerms },
    ({ demand }, m) => demand.regions[m],
  ),
  stock(
    "databases",
    {
      label: "Databases to run",
      unit: "databases",
      from: ["shards", "regions"],
      terms: (plan, t) =>
        sumOfTerms(
          partsOf(
            plan,
            () => t.line("shards"),
            () => t.line("regions"),
          ),
        ),
    },
    ({ central, distributed, demand }, m) => (central ? central.shards[m] : 0) + (distributed ? demand.regions[m] : 0),
  ),
];
