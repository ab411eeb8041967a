import type { Plan, TermDefinitions } from "../lines";
import type { ServerShape } from "../reference";
import { mostOfTerms } from "../terms";
import type { TermWriter } from "../terms";
import { needTerm, shareFactor } from "./needTerms";
import type { NeedName } from "./needTerms";
import { shapeNumber, shapeRent } from "./shapeTerms";
import type { ShapeNumber } from "./shapeTerms";

/** Need of one region. */
export function regionNeed(plan: Plan, t: TermWriter, need: NeedName): string {
  return need === "storage" ? "storage_needed.region" : needTerm(plan, t, need, "region", "tps.region", "tb.region");
}

const USL = "horizontal.contention, horizontal.coherency";
const withSpare = (nodes: string): string =>
  `ceil(max(${nodes} + horizontal.spare, horizontal.min_nodes) / horizontal.zones) * horizontal.zones`;

/** Nodes of a region that stay in service off-peak: those that its data needs, and those whose disks hold it. */
function floorOf(
  plan: Plan,
  t: TermWriter,
  { localDiskTb }: ServerShape,
  of: { readonly forData: string; readonly perRegion: string; readonly number: (field: ShapeNumber) => string },
): string {
  const floor = withSpare(of.forData);
  if (localDiskTb === 0) return floor;
  return `max(${floor}, min(${of.perRegion}, roundup(${regionNeed(plan, t, "storage")} / ${of.number("localDiskTb")})))`;
}

/** Formulas for the nodes, needed and billed, with the terms that they read. */
function nodesOf(plan: Plan, t: TermWriter, shape: ServerShape): { readonly needed: string; readonly billed: string } {
  const number = (field: ShapeNumber): string => shapeNumber(plan, t, "horizontal", shape, field);
  const nodes = (name: string, formula: string): string => t.term(name, "nodes", formula);
  const power = `(${number("cores")} * ${number("speed")})`;
  const load = nodes("equivalents", `${regionNeed(plan, t, "cores")} / (1 - horizontal.overhead_share) / ${power}`);
  const cells =
    plan.law.largest === Infinity ? "1" : t.term("clusters", "clusters", `max(1, roundup(${load} / usl(largest_cluster, ${USL})))`);
  const forLoad = nodes(
    "nodes_for_load",
    cells === "1" ? `usl_nodes(${load}, ${USL})` : `${cells} * usl_nodes(${load} / ${cells}, ${USL})`,
  );
  const ratios = [`roundup(ratio(${regionNeed(plan, t, "memory")}, ${number("memoryGib")} - capacity.base_memory))`];
  if (shape.storageTb !== null) ratios.push(`roundup(ratio(${regionNeed(plan, t, "storage")}, ${number("storageTb")}))`);
  if (shape.iops !== null) ratios.push(`roundup(ratio(${regionNeed(plan, t, "iops")}, ${number("iops")}))`);
  const forData = nodes("nodes_for_data", mostOfTerms(ratios));
  const perRegion = nodes("nodes_per_region", withSpare(`max(${forLoad}, ${forData})`));
  const floor = nodes("nodes_floor", floorOf(plan, t, shape, { forData, perRegion, number }));
  const scaledDown = "horizontal.elastic_share * (1 - 1 / demand.peak_to_mean)";
  return { needed: `regions * ${perRegion}`, billed: `nodes - ${scaledDown} * (nodes - regions * ${floor})` };
}

/** The nodes of the type in service: needed, or billed. */
export const nodesOfType =
  (which: "needed" | "billed") =>
  (plan: Plan, t: TermWriter): string =>
    plan.distributed ? nodesOf(plan, t, plan.distributed.shape)[which] : "0";

/** The clusters in service; a larger number of nodes than needed may form more. */
export function clustersText(plan: Plan, t: TermWriter): string {
  if (plan.law.largest === Infinity) return "1";
  nodesOfType("needed")(plan, t);
  return "max(clusters, roundup(nodes / regions / largest_cluster))";
}

/** A number of the node type in service; `no_limit` where it has no bound. */
export function nodeNumber(plan: Plan, t: TermWriter, number: ShapeNumber): string {
  const shape = plan.distributed?.shape;
  if (!shape) return "0";
  return shape[number] === null ? "no_limit" : shapeNumber(plan, t, "horizontal", shape, number);
}

/** Rent of a node. */
export function nodeRent(plan: Plan, t: TermWriter): string {
  return plan.distributed ? shapeRent(plan, t, "horizontal", plan.distributed.shape) : "0";
}

/** Terms of the distributed part: what a region carries, and the nodes in service. */
export const NODE_TERMS: TermDefinitions = {
  "tps.region": [
    "tx/s",
    (plan) => `tps_peak${shareFactor(plan, "horizontal")} * (demand.read_share / regions + (1 - demand.read_share) * region_share)`,
  ],
  largest_cluster: ["nodes", `usl_limit(${USL}, horizontal.cell_limit)`],
  distributed_memory: ["GiB", "nodes * (node_memory - capacity.base_memory)"],
};
