import { serverNeed, loadInService } from "../capacity/centralTerms";
import { shardEvidence } from "../capacity/choiceTerms";
import { partsOf } from "../capacity/needTerms";
import type { NeedName } from "../capacity/needTerms";
import { nodeEvidence } from "../capacity/nodeChoiceTerms";
import { regionNeed } from "../capacity/nodeTerms";
import type { PlanTotals } from "../capacity/totals";
import type { LineDefinition, Plan, WrittenLine } from "../lines";
import { DATABASES_LINE, REGIONS_LINE } from "../model/demand";
import { mostOfTerms, stepsOf, sumOfTerms } from "../terms";
import type { TermWriter } from "../terms";
import { CENTRAL_KEYS, NEED_KEYS, NODE_KEYS, OWNED_KEYS, PEOPLE_KEYS, PRICE_KEYS, REPLICA_KEYS, SHARD_KEYS, SPLIT_KEYS } from "../sources";
import { filledStock, stock } from "./stock";

/** A term of each part that a plan has, added up. */
const sumOfParts =
  (vertical: (plan: Plan, t: TermWriter) => string, horizontal: (plan: Plan, t: TermWriter) => string): WrittenLine["terms"] =>
  (plan, t) =>
    sumOfTerms(partsOf(plan, { vertical: () => vertical(plan, t), horizontal: () => horizontal(plan, t) }));

/** Need of all shards and regions in a dimension. */
const needOf = (need: NeedName): WrittenLine["terms"] =>
  sumOfParts(
    (plan, t) => `${serverNeed(plan, t, need)} * active_servers`,
    (plan, t) => `${regionNeed(plan, t, need)} * regions`,
  );

/** Capacity of the nodes in storage; as needed where nothing limits it. */
function storageOfNodes(plan: Plan, t: TermWriter): string {
  return plan.distributed?.shape.storageTb === null ? `${regionNeed(plan, t, "storage")} * regions` : "nodes * node_storage";
}

/** Need over capacity of the central part: of the dimension in which its busiest server is fullest. */
function centralUtilization(plan: Plan, t: TermWriter): string {
  const shapes = plan.central?.shapes.filter((_, index) => plan.central?.shapeOf.includes(index)) ?? [];
  const ratio = (need: NeedName, capacity: string): string => `ratio(${serverNeed(plan, t, need)}, ${capacity})`;
  const ratios = [
    ratio("cores", "server_effective_cores"),
    ratio("memory", "server_memory"),
    `ratio(${loadInService(plan, t).tb}, shard.max_tb)`,
    ...(shapes.some(({ storageTb }) => storageTb !== null) ? [ratio("storage", "server_storage")] : []),
    ...(shapes.some(({ iops }) => iops !== null) ? [ratio("iops", "server_iops")] : []),
  ];
  return t.term("central_utilization", "share", mostOfTerms(ratios));
}

/** Need over capacity of the distributed part, of its fullest dimension. */
function nodesUtilization(plan: Plan, t: TermWriter): string {
  const shape = plan.distributed?.shape;
  const ratio = (need: NeedName, capacity: string): string => `ratio(${regionNeed(plan, t, need)} * regions, ${capacity})`;
  const ratios = [
    ratio("cores", "distributed_cores"),
    ratio("memory", "distributed_memory"),
    ...(shape?.storageTb === null ? [] : [ratio("storage", "nodes * node_storage")]),
    ...(shape?.iops === null ? [] : [ratio("iops", "nodes * node_iops")]),
  ];
  return t.term("distributed_utilization", "share", mostOfTerms(ratios));
}

/** Nodes in service: as needed where rented; owned ones stay to the end of their life. */
function nodesTerms(plan: Plan, t: TermWriter): string {
  if (!plan.distributed) return "0";
  t.because(nodeEvidence(plan, t));
  return plan.a["horizontal.hosting"] === "owned" ? "nodes_bought + nodes_kept" : "nodes_needed";
}

function shardsTerms(plan: Plan, t: TermWriter): string {
  const { central, timeline } = plan;
  if (!central) return "0";
  t.because(shardEvidence(plan, t));
  return stepsOf(timeline.months, (month) => String(central.shards[month - 1]));
}

function totalsLine(
  id: Parameters<typeof stock>[0],
  label: string,
  unit: string,
  [side, dimension]: readonly [keyof PlanTotals, number],
  from: readonly string[],
  terms: WrittenLine["terms"],
): WrittenLine {
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
    sumOfParts(
      () => "server_effective_cores * active_servers",
      () => "distributed_cores",
    ),
  ),
  totalsLine(
    "capacity.memory_gib",
    "Memory in service",
    "GiB",
    ["capacity", 1],
    ["servers", "shards", "nodes", "server.*"],
    sumOfParts(
      () => "server_memory * active_servers",
      () => "distributed_memory",
    ),
  ),
  totalsLine(
    "capacity.storage_tb",
    "Storage in service",
    "TB",
    ["capacity", 2],
    ["servers", "shards", "nodes", "need.storage_tb", "server.*"],
    sumOfParts(() => "server_storage_or_need * active_servers", storageOfNodes),
  ),
  stock(
    "utilization",
    {
      label: "Utilization of the binding dimension",
      unit: "share",
      from: ["need.cores", "need.memory_gib", "need.storage_tb", "need.iops", "capacity.cores", "capacity.memory_gib", "shards", "nodes"],
      terms: (plan, t) =>
        mostOfTerms(partsOf(plan, { vertical: () => centralUtilization(plan, t), horizontal: () => nodesUtilization(plan, t) })),
    },
    ({ fill }, m) => Math.max(fill.central ? fill.central.utilization[m] : 0, fill.distributed ? fill.distributed.utilization[m] : 0),
  ),
  filledStock(
    "servers",
    {
      label: "Servers in service",
      unit: "servers",
      from: ["shards", "nodes", ...CENTRAL_KEYS],
      terms: sumOfParts(
        () => "central_servers",
        () => "nodes",
      ),
    },
    ({ central, distributed }, values) => {
      if (central) values.set(central.servers);
      if (distributed) for (let m = 0; m < values.length; m++) values[m] += distributed.nodes[m];
    },
  ),
  filledStock(
    "nodes",
    {
      label: "Distributed nodes in service",
      unit: "nodes",
      from: ["regions", ...NEED_KEYS, ...NODE_KEYS, ...PRICE_KEYS, ...PEOPLE_KEYS],
      terms: nodesTerms,
    },
    ({ distributed }, values) => {
      if (distributed) values.set(distributed.nodes);
    },
  ),
  filledStock(
    "shards",
    {
      label: "Shards of the central system",
      unit: "shards",
      from: [...NEED_KEYS, ...SHARD_KEYS, ...CENTRAL_KEYS, ...PRICE_KEYS, ...OWNED_KEYS, ...SPLIT_KEYS, ...PEOPLE_KEYS, "volume", "sites"],
      terms: shardsTerms,
    },
    ({ central }, values) => {
      if (central) values.set(central.shards);
    },
  ),
  REGIONS_LINE,
  DATABASES_LINE,
];
