import type { Dimension } from "../errors";
import type { ServerShape } from "../reference";
import type { Assumptions, License } from "../resolved";
import type { SeriesPool } from "../series";
import { MONTHS_PER_YEAR } from "../units";
import type { PriceIndices } from "./indices";
import { netPriceOf, rentOf } from "./ladder";
import { editionExcess, licensesNeeded, licenseSpend } from "./licenses";
import { costBounds, leastCostFrom } from "./nodeCostBound";
import type { CostBounds } from "./nodeCostBound";
import { cellsFor, equivalentsOf, nodePower, nodesForData, nodesForLoad, withSpare } from "./nodes";
import type { ClusterLaw, NodePower } from "./nodes";
import type { Infeasibility } from "./plan";
import { forgetNodeRange, isWithin, newNodeRange, setNodeRange } from "./nodeRange";
import type { NodeRange } from "./nodeRange";
import type { RegionNeeds } from "./regionNeed";

/** What the choice of the node type depends on; series hold one number per month. */
export interface NodeTypeContext {
  readonly a: Assumptions;
  readonly owned: boolean;
  readonly indices: PriceIndices;
  readonly licenses: readonly License[];
  readonly law: ClusterLaw;
  readonly needs: RegionNeeds;
  readonly regions: Float64Array;
  readonly tb: Float64Array;
  readonly sites: Float64Array;
  readonly volume: Float64Array;
  readonly pool: SeriesPool;
}

/** Nodes of a type in each month, before owned nodes are kept. */
export interface NodeSeries {
  readonly shape: ServerShape;
  readonly nodes: Float64Array;
  readonly billed: Float64Array;
}

/** A node type as the months' loop reads it. */
interface NodeType {
  readonly shape: ServerShape;
  readonly power: NodePower;
  /** Rent per node and month; 0 where owned. */
  readonly rent: number;
}

const tables = new WeakMap<readonly ServerShape[], Map<string, readonly NodeType[]>>();

/** The types of a list under a hosting and commitment, whatever the scenario's numbers. */
function nodeTypes(shapes: readonly ServerShape[], owned: boolean, commitment: Assumptions["cloud.commitment"]): readonly NodeType[] {
  const how = owned ? "owned" : commitment;
  const known = tables.get(shapes) ?? new Map<string, readonly NodeType[]>();
  tables.set(shapes, known);
  let types = known.get(how);
  if (!types) {
    types = shapes.map((shape) => ({ shape, power: nodePower(shape), rent: owned ? 0 : rentOf(shape, commitment).monthly }));
    known.set(how, types);
  }
  return types;
}

/** The search so far: the cheapest type, its nodes, and room for the next type's. */
interface Search {
  readonly types: readonly NodeType[];
  readonly bounds: CostBounds;
  least: number;
  winner: number;
  best: Filled;
  other: Filled;
}

type Filled = Pick<NodeSeries, "nodes" | "billed">;

/**
 * The node type with the least undiscounted cost over the plan: nodes, their tools, endpoint security and licences; ties by ladder order.
 *
 * The type with the lowest bound of its cost is counted first; one whose bound is above the best cost found cannot win.
 */
export function cheapestNodeType(c: NodeTypeContext, shapes: readonly ServerShape[]): NodeSeries | Infeasibility {
  const room = (): Filled => ({ nodes: c.pool.take(), billed: c.pool.take() });
  const types = nodeTypes(shapes, c.owned, c.a["cloud.commitment"]);
  const search: Search = {
    types,
    bounds: costBounds(c),
    least: Infinity,
    winner: -1,
    best: room(),
    other: room(),
  };
  const promising = mostPromising(search);
  if (promising >= 0) tryType(c, search, promising);
  for (let i = 0; i < types.length; i++) {
    if (i !== promising && leastCostFrom(search.bounds, types[i].power, types[i].rent, 0) <= search.least) tryType(c, search, i);
  }
  const { winner, best } = search;
  return winner < 0 ? refusal(c, shapes) : { shape: shapes[winner], nodes: best.nodes, billed: best.billed };
}

function mostPromising({ types, bounds }: Search): number {
  let lowest = Infinity;
  let found = -1;
  for (let i = 0; i < types.length; i++) {
    const bound = leastCostFrom(bounds, types[i].power, types[i].rent, 0);
    if (bound >= lowest) continue;
    lowest = bound;
    found = i;
  }
  return found;
}

/** Counts a type and keeps it when it is cheaper, or as cheap and earlier in the list. */
function tryType(c: NodeTypeContext, search: Search, i: number): void {
  const type = search.types[i];
  if (editionExcess(c.licenses, type.shape, !c.owned)) return;
  const cost = costWithin(c, search, type);
  if (cost === Infinity || cost > search.least || (cost === search.least && i > search.winner)) return;
  const { best } = search;
  search.best = search.other;
  search.other = best;
  search.least = cost;
  search.winner = i;
}

/**
 * Fills the nodes of a type and gives their cost over the plan: rent, or price x nodes at the largest month; tools and endpoint security;
 * licences. Infinity as soon as it must be above the least, or a month cannot be carried.
 */
function costWithin(c: NodeTypeContext, { bounds, other, least }: Search, { shape, power, rent }: NodeType): number {
  const { indices } = c;
  const { nodes, billed } = other;
  const price = c.owned ? netPriceOf(shape, c.a) : 0;
  let cost = 0;
  let most = 0;
  forgetNodeRange(needed);
  forgetNodeRange(floor);
  for (let first = 0; first < nodes.length; first += MONTHS_PER_YEAR) {
    const last = first + MONTHS_PER_YEAR;
    if (!fillMonths(c, power, first, other)) return Infinity;
    for (let m = first; m < last; m++) {
      billed[m] = nodes[m] - bounds.scaledDown * billed[m];
      cost += billed[m] * rent * indices.cloud[m] + nodes[m] * bounds.perNode * indices.inflation[m] + price * Math.max(0, nodes[m] - most);
      most = Math.max(most, nodes[m]);
    }
    if (cost + leastCostFrom(bounds, power, rent, last) > least) return Infinity;
  }
  for (const license of c.licenses) cost += licenseSpend(license, nodeLicenses(c, license, shape, nodes), indices);
  return cost;
}

/** The nodes of a region in the month before, and of its data alone, each with the needs for which they hold. */
const needed: NodeRange = newNodeRange();
const floor: NodeRange = newNodeRange();

/** Fills the nodes of twelve months, and in `billed` those above the floor; false when a month cannot be carried. */
function fillMonths({ law, needs, regions }: NodeTypeContext, power: NodePower, first: number, { nodes, billed }: Filled): boolean {
  for (let m = first; m < first + MONTHS_PER_YEAR; m++) {
    if (!isWithin(floor, needs, m, 0)) setNodeRange(floor, law, power, withSpare(law, nodesForData(law, power, needs, m)), 1);
    const cores = needs.cores[m];
    if (!isWithin(needed, needs, m, cores)) {
      const forLoad = withSpare(law, nodesForLoad(law, power, cores));
      setNodeRange(needed, law, power, Math.max(floor.nodes, forLoad), cellsFor(law, equivalentsOf(law, power, cores)));
    }
    if (needed.nodes === Infinity) return false;
    nodes[m] = needed.nodes * regions[m];
    billed[m] = (needed.nodes - floor.nodes) * regions[m];
  }
  return true;
}

function nodeLicenses(c: NodeTypeContext, license: License, shape: ServerShape, nodes: Float64Array): Float64Array {
  return nodes.map((active, m) =>
    licensesNeeded(license, shape, { active, passive: 0, virtual: !c.owned, volume: c.volume[m], tb: c.tb[m], sites: c.sites[m] }),
  );
}

/** Why no node type serves: the first month that none carries, and the dimension in which the first type fails. */
function refusal(c: NodeTypeContext, shapes: readonly ServerShape[]): Infeasibility {
  const [shape] = shapes;
  const none: Infeasibility = { part: "horizontal", month: 1, dimension: "none", shape: "", needed: c.needs.cores[0], available: 0 };
  if (shapes.length === 0) return none;
  const excess = editionExcess(c.licenses, shape, !c.owned);
  if (excess) return { ...none, shape: shape.name, dimension: "license", ...excess };
  const lacks = (s: ServerShape, m: number): boolean => nodesForData(c.law, nodePower(s), c.needs, m) === Infinity;
  const at = c.needs.cores.findIndex((_, m) => shapes.every((s) => lacks(s, m)));
  return { part: "horizontal", month: Math.max(0, at) + 1, shape: shape.name, ...lackingDimension(c, shape, Math.max(0, at)) };
}

function lackingDimension(c: NodeTypeContext, shape: ServerShape, m: number): { dimension: Dimension; needed: number; available: number } {
  const base = c.law.baseMemoryGib;
  if (shape.memoryGib <= base) return { dimension: "memory", needed: base + c.needs.memoryGib[m], available: shape.memoryGib };
  if (shape.storageTb === 0) return { dimension: "storage", needed: c.needs.storageTb[m], available: 0 };
  return { dimension: "iops", needed: c.needs.iops[m], available: shape.iops ?? 0 };
}
