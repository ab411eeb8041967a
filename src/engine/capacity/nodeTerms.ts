/** Terms of the distributed part: what a region needs, and the nodes that it has. */

import type { Plan } from "../lines";
import type { TermWriter } from "../terms";
import { MONTHS_PER_YEAR } from "../units";
import { rentField } from "./ladder";
import { needTerms, shareFactor } from "./needTerms";
import type { NeedTerms } from "./needTerms";
import type { DistributedPlan } from "./plan";
import type { ServerShape } from "../reference";
import { shapeNumber } from "./shapeTerms";

/** A plan that has a distributed part. */
export type WithNodes = Plan & { readonly distributed: DistributedPlan };

/** The load and data that the distributed part carries. */
export function distributedLoad(plan: Plan, t: TermWriter, what: "tps_peak" | "tb" | "volume"): string {
  const factor = shareFactor(plan, t, "horizontal");
  const unit = { tps_peak: "tx/s", tb: "TB", volume: "volume" }[what];
  return factor === "" ? t.line(what) : t.term(`distributed_${what}`, unit, () => t.line(what) + factor);
}

/** Share of the distributed part's data and writes that every region needs. */
export function globalShareTerm({ centralShare }: Plan, t: TermWriter): string {
  const share = t.key("horizontal.global_share");
  if (centralShare === 0) return share;
  const c = t.key("hybrid.central_share");
  return t.term("global_share", "share", () => `max(0, ${share} - ${c}) / (1 - ${c})`);
}

/** Share of writes and data that a region carries, with its copies. */
function regionShare(plan: Plan, t: TermWriter): string {
  return t.term("region_share", "ratio", () => {
    const g = globalShareTerm(plan, t);
    return `((1 - ${g}) / ${t.line("regions")} + ${g}) * ${t.key("horizontal.replication")}`;
  });
}

/** What one region needs; memory is without the base of each node. */
export interface RegionNeedTerms extends NeedTerms {
  readonly busy: string;
}

/** The need of one region. */
export function regionNeedTerms(plan: Plan, t: TermWriter): RegionNeedTerms {
  const tps = t.term("tps.region", "tx/s", () => {
    const reads = t.key("demand.read_share");
    return `${distributedLoad(plan, t, "tps_peak")} * (${reads} / ${t.line("regions")} + (1 - ${reads}) * ${regionShare(plan, t)})`;
  });
  const tb = t.term("tb.region", "TB", () => `${distributedLoad(plan, t, "tb")} * ${regionShare(plan, t)}`);
  return { ...needTerms(plan, t, "region", tps, tb), busy: "busy_cores.region" };
}

type NodeNumber = Parameters<typeof shapeNumber>[4];

/** The node type whose nodes are counted: the chosen one, or one that was compared with it. */
export interface NodeType {
  readonly shape: ServerShape;
  /** What tells its terms from those of another; "" for the chosen type. */
  readonly of: string;
}

const chosen = ({ distributed }: WithNodes): NodeType => ({ shape: distributed.shape, of: "" });

/** A number of a node type. */
export function nodeNumber(plan: WithNodes, t: TermWriter, number: NodeNumber, type = chosen(plan)): string {
  return shapeNumber(plan, t, "horizontal", type.shape, number);
}

/** Rent of a node per month, in the prices of year 1. */
export function nodeRent(plan: WithNodes, t: TermWriter, type = chosen(plan)): string {
  t.because(t.key("cloud.commitment"));
  return nodeNumber(plan, t, rentField(type.shape, plan.a["cloud.commitment"]), type);
}

const USL_KEYS = ["horizontal.contention", "horizontal.coherency"] as const;
const uslKeys = (t: TermWriter): string => USL_KEYS.map(t.key).join(", ");

/** Nodes up to which a cluster grows; undefined where nothing limits it. */
function largestCluster({ law }: Plan, t: TermWriter): string | undefined {
  if (law.largest === Infinity) return undefined;
  return t.term("largest_cluster", "nodes", () => `usl_limit(${uslKeys(t)}, ${t.key("horizontal.cell_limit")})`);
}

/** Load of a region in equivalents of one node. */
function equivalents(plan: WithNodes, t: TermWriter, type: NodeType): string {
  return t.term(`equivalents${type.of}`, "nodes", () => {
    const power = `(${nodeNumber(plan, t, "cores", type)} * ${nodeNumber(plan, t, "speed", type)})`;
    return `${regionNeedTerms(plan, t).cores} / (1 - ${t.key("horizontal.overhead_share")}) / ${power}`;
  });
}

/** Clusters into which a region splits; undefined where nothing limits one. */
function cellsTerm(plan: WithNodes, t: TermWriter, type: NodeType): string | undefined {
  const largest = largestCluster(plan, t);
  if (largest === undefined) return undefined;
  return t.term(`clusters${type.of}`, "clusters", () => `max(1, roundup(${equivalents(plan, t, type)} / usl(${largest}, ${uslKeys(t)})))`);
}

function nodesForLoadTerm(plan: WithNodes, t: TermWriter, type: NodeType): string {
  return t.term(`nodes_for_load${type.of}`, "nodes", () => {
    const [load, cells] = [equivalents(plan, t, type), cellsTerm(plan, t, type)];
    return cells === undefined ? `usl_nodes(${load}, ${uslKeys(t)})` : `${cells} * usl_nodes(${load} / ${cells}, ${uslKeys(t)})`;
  });
}

function nodesForDataTerm(plan: WithNodes, t: TermWriter, type: NodeType): string {
  return t.term(`nodes_for_data${type.of}`, "nodes", () => {
    const { memory, storage, iops } = regionNeedTerms(plan, t);
    const perNode = `(${nodeNumber(plan, t, "memoryGib", type)} - ${t.key("capacity.base_memory")})`;
    const parts = [`roundup(ratio(${memory}, ${perNode}))`];
    if (type.shape.storageTb !== null) parts.push(`roundup(ratio(${storage}, ${nodeNumber(plan, t, "storageTb", type)}))`);
    if (type.shape.iops !== null) parts.push(`roundup(ratio(${iops}, ${nodeNumber(plan, t, "iops", type)}))`);
    return parts.length === 1 ? parts[0] : `max(${parts.join(", ")})`;
  });
}

/** Nodes of a region with its spare, at least the minimum, a multiple of the zones. */
function withSpareTerm(t: TermWriter, nodes: string): string {
  const zones = t.key("horizontal.zones");
  return `ceil(max(${nodes} + ${t.key("horizontal.spare")}, ${t.key("horizontal.min_nodes")}) / ${zones}) * ${zones}`;
}

/** Nodes that the month needs, of all regions. */
export function neededNodes(plan: WithNodes, t: TermWriter, type = chosen(plan)): string {
  const perRegion = t.term(`nodes_per_region${type.of}`, "nodes", () =>
    withSpareTerm(t, `max(${nodesForLoadTerm(plan, t, type)}, ${nodesForDataTerm(plan, t, type)})`),
  );
  return t.term(`nodes_needed${type.of}`, "nodes", () => `${t.line("regions")} * ${perRegion}`);
}

/** Months that an owned server serves. */
export function lifeMonthsTerm(t: TermWriter): string {
  return t.term("life_months", "months", () => `max(1, round(${MONTHS_PER_YEAR} * ${t.key("hardware.life_years")}))`);
}

/** Owned nodes bought in the month. */
export function nodesBought(plan: WithNodes, t: TermWriter): string {
  return t.flow("nodes_bought", "nodes", () => `max(0, ${neededNodes(plan, t)} - ${nodesKept(t)})`);
}

function nodesKept(t: TermWriter): string {
  return t.term("nodes_kept", "nodes", () => `sum(i, max(1, month - ${lifeMonthsTerm(t)} + 1), month - 1, nodes_bought(i))`);
}

/** Nodes in service: as needed where rented; owned ones stay to the end of their life. */
export function nodesTerm(plan: WithNodes, t: TermWriter): string {
  if (plan.a["horizontal.hosting"] === "cloud") return neededNodes(plan, t);
  t.because(t.key("horizontal.hosting"));
  return `${nodesBought(plan, t)} + ${nodesKept(t)}`;
}

/** Nodes as billed: of those above the floor a share is scaled down off-peak. */
export function billedNodes(plan: WithNodes, t: TermWriter, type = chosen(plan)): string {
  const nodes = type.of === "" ? t.line("nodes") : neededNodes(plan, t, type);
  return t.term(`nodes_billed${type.of}`, "nodes", () => {
    const floor = t.term(`nodes_floor${type.of}`, "nodes", () => withSpareTerm(t, nodesForDataTerm(plan, t, type)));
    const scaledDown = `${t.key("horizontal.elastic_share")} * (1 - 1 / ${t.key("demand.peak_to_mean")})`;
    return `${nodes} - ${scaledDown} * (${nodes} - ${t.line("regions")} * ${floor})`;
  });
}

/** Cores of the distributed part as they are worth together in their clusters. */
export function distributedCores(plan: WithNodes, t: TermWriter): string {
  return t.term("distributed_cores", "cores", () => {
    const perRegion = `${t.line("nodes")} / ${t.line("regions")}`;
    const cells = cellsTerm(plan, t, chosen(plan));
    const largest = largestCluster(plan, t);
    const clusters =
      cells === undefined || largest === undefined
        ? "1"
        : t.term("clusters_in_service", "clusters", () => `max(${cells}, roundup(${perRegion} / ${largest}))`);
    const capacity = `${t.line("regions")} * ${clusters} * usl(${perRegion} / ${clusters}, ${uslKeys(t)})`;
    return `${capacity} * ${nodeNumber(plan, t, "cores")} * ${nodeNumber(plan, t, "speed")} * (1 - ${t.key("horizontal.overhead_share")})`;
  });
}
