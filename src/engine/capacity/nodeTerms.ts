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
  return needTerm(plan, t, need, "region", "tps.region", "tb.region");
}

const USL = "horizontal.contention, horizontal.coherency";
const withSpare = (nodes: string): string =>
  `ceil(max(${nodes} + horizontal.spare, horizontal.min_nodes) / horizontal.zones) * horizontal.zones`;

/**
 * Formulas for the nodes of a type, needed and billed, with the terms that they read; `of` tells the types apart and is "" for the chosen one.
 */
export function nodesOfType(
  plan: Plan,
  t: TermWriter,
  shape: ServerShape,
  of: string,
): { readonly needed: string; readonly billed: string } {
  const number = (field: ShapeNumber): string => shapeNumber(plan, t, "horizontal", shape, field);
  const nodes = (name: string, formula: string): string => t.term(name + of, "nodes", formula);
  const power = `(${number("cores")} * ${number("speed")})`;
  const load = nodes("equivalents", `${regionNeed(plan, t, "cores")} / (1 - horizontal.overhead_share) / ${power}`);
  const cells =
    plan.law.largest === Infinity ? "1" : t.term(`clusters${of}`, "clusters", `max(1, roundup(${load} / usl(largest_cluster, ${USL})))`);
  const forLoad = nodes(
    "nodes_for_load",
    cells === "1" ? `usl_nodes(${load}, ${USL})` : `${cells} * usl_nodes(${load} / ${cells}, ${USL})`,
  );
  const ratios = [`roundup(ratio(${regionNeed(plan, t, "memory")}, ${number("memoryGib")} - capacity.base_memory))`];
  if (shape.storageTb !== null) ratios.push(`roundup(ratio(${regionNeed(plan, t, "storage")}, ${number("storageTb")}))`);
  if (shape.iops !== null) ratios.push(`roundup(ratio(${regionNeed(plan, t, "iops")}, ${number("iops")}))`);
  const forData = nodes("nodes_for_data", mostOfTerms(ratios));
  const perRegion = nodes("nodes_per_region", withSpare(`max(${forLoad}, ${forData})`));
  const floor = nodes("nodes_floor", withSpare(forData));
  const needed = of === "" ? "nodes" : nodes("nodes_needed", `regions * ${perRegion}`);
  const scaledDown = "horizontal.elastic_share * (1 - 1 / demand.peak_to_mean)";
  return { needed: `regions * ${perRegion}`, billed: `${needed} - ${scaledDown} * (${needed} - regions * ${floor})` };
}

const chosenNodes =
  (which: "needed" | "billed") =>
  (plan: Plan, t: TermWriter): string =>
    plan.distributed ? nodesOfType(plan, t, plan.distributed.shape, "")[which] : "0";

/** The clusters in service; a larger number of nodes than needed may form more. */
function clustersInService(plan: Plan, t: TermWriter): string {
  if (plan.law.largest === Infinity) return "1";
  chosenNodes("needed")(plan, t);
  return "max(clusters, roundup(nodes / regions / largest_cluster))";
}

const nodeNumber = (unit: string, number: ShapeNumber): TermDefinitions[string] => [
  unit,
  (plan, t) => (plan.distributed ? shapeNumber(plan, t, "horizontal", plan.distributed.shape, number) : "0"),
];

/** Terms of the distributed part: what a region carries, and the nodes in service. */
export const NODE_TERMS: TermDefinitions = {
  global_share: [
    "share",
    ({ centralShare }) =>
      centralShare === 0
        ? "horizontal.global_share"
        : "max(0, horizontal.global_share - hybrid.central_share) / (1 - hybrid.central_share)",
  ],
  region_share: ["ratio", "((1 - global_share) / regions + global_share) * horizontal.replication"],
  "tps.region": [
    "tx/s",
    (plan) => `tps_peak${shareFactor(plan, "horizontal")} * (demand.read_share / regions + (1 - demand.read_share) * region_share)`,
  ],
  "tb.region": ["TB", (plan) => `tb${shareFactor(plan, "horizontal")} * region_share`],
  largest_cluster: ["nodes", `usl_limit(${USL}, horizontal.cell_limit)`],
  nodes_needed: ["nodes", chosenNodes("needed")],
  nodes_billed: ["nodes", chosenNodes("billed")],
  life_months: ["months", "max(1, round(12 * hardware.life_years))"],
  nodes_kept: ["nodes", "sum(i, max(1, month - life_months + 1), month - 1, nodes_bought(i))"],
  nodes_bought: ["nodes", "max(0, nodes_needed - nodes_kept)", true],
  node_cores: nodeNumber("cores", "cores"),
  node_speed: nodeNumber("ratio", "speed"),
  node_memory: nodeNumber("GiB", "memoryGib"),
  node_storage: nodeNumber("TB", "storageTb"),
  node_iops: nodeNumber("1/s", "iops"),
  node_price: nodeNumber("money", "price"),
  node_kw: nodeNumber("kW", "kw"),
  node_rack_units: nodeNumber("U", "rackUnits"),
  node_sockets: nodeNumber("sockets", "sockets"),
  node_rent: ["money/month", (plan, t) => (plan.distributed ? shapeRent(plan, t, "horizontal", plan.distributed.shape) : "0")],
  clusters_in_service: ["clusters", clustersInService],
  distributed_cores: [
    "cores",
    `regions * clusters_in_service * usl(nodes / regions / clusters_in_service, ${USL}) * node_cores * node_speed * (1 - horizontal.overhead_share)`,
  ],
  distributed_memory: ["GiB", "nodes * (node_memory - capacity.base_memory)"],
};
