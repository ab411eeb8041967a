import type { Dimension } from "../errors";
import type { ServerShape } from "../reference";
import type { Assumptions, License } from "../resolved";
import type { SeriesPool } from "../series";
import { MONTHS_PER_YEAR } from "../units";
import type { PriceIndices } from "./indices";
import { netPriceOf, rentOf } from "./ladder";
import { beyondDisks, nodesWithData, usesLocalDisks, withDiskChoice } from "./localDisks";
import { countsServersOnly, editionExcess, licensesNeeded, licenseSpend, orderedLicenses } from "./licenses";
import { costBounds, leastCost, leastCosts, leastLicenses, roughCost } from "./nodeCostBound";
import type { CostBounds } from "./nodeCostBound";
import { peopleCost } from "./nodePeople";
import type { NodePeople } from "./nodePeople";
import { nodePower, nodesForData, nodesForLoad, withSpare } from "./nodes";
import type { ClusterLaw, NodePower, RegionNeeds } from "./nodes";
import type { Infeasibility } from "./plan";
import { stepFor, toldFrom, toldTo } from "./nodeSteps";

/** What the choice of the node type depends on; series hold one number per month. */
export interface NodeTypeContext {
  readonly a: Assumptions;
  readonly owned: boolean;
  readonly indices: PriceIndices;
  /** By what the prices of the shapes have changed from their date to the start of the plan. */
  readonly priceFactor: number;
  readonly licenses: readonly License[];
  readonly law: ClusterLaw;
  readonly needs: RegionNeeds;
  readonly regions: Float64Array;
  readonly tb: Float64Array;
  readonly sites: Float64Array;
  readonly volume: Float64Array;
  /** People whose work follows from the nodes; undefined where none does. */
  readonly people: NodePeople | undefined;
  readonly pool: SeriesPool;
}

/** Nodes of a type in each month, before owned nodes are kept. */
export interface NodeSeries {
  readonly shape: ServerShape;
  readonly nodes: Float64Array;
  readonly billed: Float64Array;
  /** What the choice weighs, over the plan. */
  readonly cost: number;
}

/** A node type as the months' loop reads it. */
interface NodeType {
  readonly shape: ServerShape;
  readonly power: NodePower;
  /** Rent per node and month; 0 where owned. */
  readonly rent: number;
}

/** The types of a list. */
interface TypeTable {
  readonly types: readonly NodeType[];
  /** The type that won last: of a plan that is much like the last one it is nearly the best. It changes what is counted, not what is found. */
  lastWinner: number;
}

const tables = new WeakMap<readonly ServerShape[], Map<string, TypeTable>>();

/** The types of a list under a hosting and commitment, with or without their disks, whatever the scenario's numbers. */
function nodeTypes(shapes: readonly ServerShape[], owned: boolean, a: Assumptions): TypeTable {
  const commitment = a["cloud.commitment"];
  const usesDisks = usesLocalDisks(a, "horizontal");
  const how = usesDisks ? (owned ? "owned" : commitment) : `${commitment} without disks`;
  const known = tables.get(shapes) ?? new Map<string, TypeTable>();
  tables.set(shapes, known);
  let table = known.get(how);
  if (!table) {
    const rent = (shape: ServerShape): number => (owned ? 0 : rentOf(shape, commitment).monthly);
    const types = withDiskChoice(shapes, usesDisks).map((shape) => ({ shape, power: nodePower(shape), rent: rent(shape) }));
    known.set(how, (table = { types, lastWinner: -1 }));
  }
  return table;
}

/** The search so far: the cheapest type, its nodes, and room for the next type's. */
interface Search {
  readonly types: readonly NodeType[];
  readonly bounds: CostBounds;
  /** Least cost of the type that is looked at from each year to the end. */
  readonly leastFrom: Float64Array;
  /** Room for the licenses of a product by month. */
  readonly licenses: Float64Array;
  least: number;
  winner: number;
  best: Filled;
  other: Filled;
}

type Filled = Pick<NodeSeries, "nodes" | "billed">;

/**
 * The node type with the least undiscounted cost over the plan: nodes, their tools, endpoint security and licenses, block storage, and the
 * people whom they take; ties by ladder order. A type with a disk is weighed with it and without.
 *
 * The last winner, or the type with the lowest bound of its cost, is counted first; one whose bound is above the best cost found cannot win.
 */
export function cheapestNodeType(c: NodeTypeContext, shapes: readonly ServerShape[]): NodeSeries | Infeasibility {
  const room = (): Filled => ({ nodes: c.pool.room(), billed: c.pool.room() });
  const table = nodeTypes(shapes, c.owned, c.a);
  const { types } = table;
  const search: Search = {
    types,
    bounds: costBounds(c),
    leastFrom: c.pool.room(),
    licenses: c.pool.room(),
    least: Infinity,
    winner: -1,
    best: room(),
    other: room(),
  };
  const first = table.lastWinner < 0 ? mostPromising(c, search) : table.lastWinner;
  if (first >= 0 && mayCostLess(c, search, first)) tryType(c, search, first);
  for (let i = 0; i < types.length; i++) if (i !== first && mayCostLess(c, search, i)) tryType(c, search, i);
  const { winner, best, least } = search;
  table.lastWinner = winner;
  return winner < 0 ? refusal(c, shapes) : { shape: types[winner].shape, nodes: best.nodes, billed: best.billed, cost: least };
}

function mostPromising({ priceFactor }: NodeTypeContext, { types, bounds }: Search): number {
  let lowest = Infinity;
  let found = -1;
  for (let i = 0; i < types.length; i++) {
    const bound = leastCost(bounds, types[i].power, types[i].rent * priceFactor);
    if (bound >= lowest) continue;
    lowest = bound;
    found = i;
  }
  return found;
}

/** Whether a type may cost as little as the best one found; fills its least cost from each year on when it may. */
function mayCostLess(c: NodeTypeContext, { types, bounds, leastFrom, least }: Search, i: number): boolean {
  const { power } = types[i];
  const rent = types[i].rent * c.priceFactor;
  if (roughCost(bounds, power, rent) > least || leastCost(bounds, power, rent) > least) return false;
  const nodes = leastCosts(bounds, power, rent, leastFrom);
  return !(nodes > least) && (c.licenses.length === 0 || !(nodes + leastLicenses(bounds, c, types[i]) > least));
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
 * Fills the nodes of a type and gives their cost over the plan: rent, or price x nodes at the largest month; tools and endpoint security; people;
 * block storage of what their disks do not hold; licenses. Infinity as soon as it must be above the least, or a month cannot be carried.
 */
function costWithin(c: NodeTypeContext, { bounds, leastFrom, licenses, other, least }: Search, type: NodeType): number {
  const { shape, power } = type;
  const rent = type.rent * c.priceFactor;
  const { indices, regions, people, needs } = c;
  const { nodes, billed } = other;
  const { scaledDown, toolsPerNode, perTb, storageIndex } = bounds;
  const { localDiskTb } = power;
  const price = c.owned ? netPriceOf(shape, c.a) * c.priceFactor : 0;
  let cost = 0;
  let most = 0;
  walk.floor = 0;
  walk.load = 0;
  for (let first = 0; first < nodes.length; first += MONTHS_PER_YEAR) {
    const last = first + MONTHS_PER_YEAR;
    fillFloor(c, power, first, last, billed);
    fillLoaded(c, power, first, last, nodes);
    const [cloud, inflation] = [indices.cloud[first], indices.inflation[first]];
    for (let m = first; m < last; m++) {
      const perRegion = Math.max(billed[m], nodes[m]);
      const count = perRegion * regions[m];
      const kept = Math.max(billed[m], nodesWithData(perRegion, needs.storageTb[m], localDiskTb));
      const paid = count - scaledDown * ((perRegion - kept) * regions[m]);
      nodes[m] = count;
      billed[m] = paid;
      cost += paid * rent * cloud + count * toolsPerNode * inflation + price * Math.max(0, count - most);
      cost += beyondDisks(needs.storageTb[m], perRegion, localDiskTb) * regions[m] * perTb * storageIndex[m];
      most = Math.max(most, count);
      if (people) cost += peopleCost(people, count, m);
    }
    // Infinity, or NaN where nothing is paid for nodes, when a month cannot be carried.
    if (!(cost < Infinity) || (last < nodes.length && cost + leastFrom[last / MONTHS_PER_YEAR] > least)) return Infinity;
  }
  for (const license of c.licenses) cost += licenseSpend(license, fillNodeLicenses(c, license, shape, nodes, licenses), indices);
  return cost;
}

/** Where the month before was among the steps: the next one is there too, or near. */
const walk = { floor: 0, load: 0 };

/** Fills the nodes of a region that its data needs in some months. While a need stays within what one step is told by, nothing is looked up. */
function fillFloor({ law, needs }: NodeTypeContext, power: NodePower, first: number, last: number, out: Float64Array): void {
  const { data, nodes } = law.steps;
  const { memoryGib, storageTb, iops } = needs;
  const perGib = 1 / (power.memoryGib - law.baseMemoryGib);
  const [perTb, perIops] = [1 / power.storageTb, 1 / power.iops];
  const isMemory = perTb === 0 && perIops === 0;
  let [from, to, told] = [Infinity, -Infinity, 0];
  for (let m = first; m < last; m++) {
    const forMemory = memoryGib[m] * perGib;
    const need = isMemory ? forMemory : Math.max(forMemory, storageTb[m] * perTb, iops[m] * perIops);
    if (!(need >= from && need <= to)) {
      walk.floor = stepFor(data, need, walk.floor);
      [from, to, told] = [toldFrom(data, walk.floor), toldTo(data, walk.floor), nodes[walk.floor]];
    }
    out[m] = perGib > 0 && need >= from && need <= to ? told : withSpare(law, nodesForData(law, power, needs, m));
  }
}

/** Fills the nodes of a region that its load needs in some months, likewise. */
function fillLoaded({ law, needs }: NodeTypeContext, power: NodePower, first: number, last: number, out: Float64Array): void {
  const { load, nodes } = law.steps;
  const { cores } = needs;
  const perCore = 1 / ((1 - law.overheadShare) * power.cores);
  let [from, to, told] = [Infinity, -Infinity, 0];
  for (let m = first; m < last; m++) {
    const need = cores[m] * perCore;
    if (!(need >= from && need <= to)) {
      walk.load = stepFor(load, need, walk.load);
      [from, to, told] = [toldFrom(load, walk.load), toldTo(load, walk.load), nodes[walk.load]];
    }
    const isTold = need >= from && need <= to && need < law.largestCapacity;
    out[m] = isTold ? told : withSpare(law, nodesForLoad(law, power, cores[m]));
  }
}

/** Fills the licenses that the nodes of a type need in each month. */
function fillNodeLicenses(
  c: NodeTypeContext,
  license: License,
  shape: ServerShape,
  nodes: Float64Array,
  counts: Float64Array,
): Float64Array {
  const repeats = countsServersOnly(license);
  for (let m = 0; m < nodes.length; m++) {
    if (repeats && m > 0 && nodes[m] === nodes[m - 1]) counts[m] = counts[m - 1];
    else {
      const fleet = { active: nodes[m], passive: 0, virtual: !c.owned, volume: c.volume[m], tb: c.tb[m], sites: c.sites[m] };
      counts[m] = orderedLicenses(license, licensesNeeded(license, shape, fleet));
    }
  }
  return counts;
}

/** Why no node type serves: the first month that none carries, and the dimension in which the first type fails. */
function refusal(c: NodeTypeContext, shapes: readonly ServerShape[]): Infeasibility {
  const [shape] = shapes;
  const none = { part: "horizontal", month: 1, dimension: "none", shape: "", needed: c.needs.cores[0], available: 0, events: [] } as const;
  if (shapes.length === 0) return none;
  const excess = editionExcess(c.licenses, shape, !c.owned);
  if (excess) return { ...none, shape: shape.name, dimension: "license", ...excess };
  const lacks = (s: ServerShape, m: number): boolean => nodesForData(c.law, nodePower(s), c.needs, m) === Infinity;
  const at = c.needs.cores.findIndex((_, m) => shapes.every((s) => lacks(s, m)));
  return { ...none, month: Math.max(0, at) + 1, shape: shape.name, ...lackingDimension(c, shape, Math.max(0, at)) };
}

function lackingDimension(c: NodeTypeContext, shape: ServerShape, m: number): { dimension: Dimension; needed: number; available: number } {
  const base = c.law.baseMemoryGib;
  if (shape.memoryGib <= base) return { dimension: "memory", needed: base + c.needs.memoryGib[m], available: shape.memoryGib };
  if (shape.storageTb === 0) return { dimension: "storage", needed: c.needs.storageTb[m], available: 0 };
  return { dimension: "iops", needed: c.needs.iops[m], available: shape.iops ?? 0 };
}
