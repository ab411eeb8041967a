import type { Dimension } from "../errors";
import type { ServerShape } from "../catalogue/reference";
import type { Assumptions, License } from "../catalogue/resolved";
import type { SeriesPool } from "../series";
import { TOLERANCE } from "../units";
import type { PriceIndices } from "../capacity/indices";
import { rentOf } from "../capacity/ladder";
import { usesLocalDisks, withDiskChoice } from "../capacity/localDisks";
import { editionExcess } from "../capacity/licenses";
import { costBounds, leastCost, leastCosts, leastLicenses, roughCost } from "./nodeCostBound";
import type { CostBounds } from "./nodeCostBound";
import { fillRates, peopleCost } from "./nodePeople";
import type { NodePeople, PeopleCosts } from "./nodePeople";
import { nodePower } from "../capacity/nodes";
import type { ClusterLaw, NodePower, RegionNeeds } from "../capacity/nodes";
import type { Infeasibility } from "./plan";

/** What a choice of node types weighs. */
export interface NodeWeighing {
  /** What all that follows from a type costs over the plan; Infinity when it cannot win, as told once its nodes are known. */
  readonly costOf: (shape: ServerShape, canWin?: () => boolean) => number;
  /** What is known of it without counting. */
  readonly bounding: NodeBounding | undefined;
}

/** How costs of types can be told to be too high without counting them. */
export interface NodeBounding {
  /** Months of the nodes, of those billed and of the licenses' cost lines, of the type that was counted last. */
  readonly nodes: Float64Array;
  readonly billed: Float64Array;
  readonly licenseCosts: readonly Float64Array[];
  readonly people: PeopleCosts;
}

/** What the choice of the node type depends on; series hold one number per month. */
export interface NodeTypeContext extends NodeWeighing {
  readonly a: Assumptions;
  readonly owned: boolean;
  readonly indices: PriceIndices;
  /** By what the prices of the shapes have changed from their date to the start of the plan. */
  readonly priceFactor: number;
  readonly licenses: readonly License[];
  readonly law: ClusterLaw;
  readonly needs: RegionNeeds;
  readonly regions: Float64Array;
  /** People whose work follows from the nodes; undefined where none does. */
  readonly people: NodePeople | undefined;
  readonly pool: SeriesPool;
}

/** The type that is chosen, and what all that follows from it costs over the plan. */
export interface NodeChoice {
  readonly shape: ServerShape;
  readonly cost: number;
}

/** A node type as the search reads it. */
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

/** What costs of types are told by before they are counted. */
interface Told {
  readonly bounds: CostBounds;
  /** Room for the least cost of a type from each year to the end. */
  readonly fromYear: Float64Array;
  /** What a type costs beside what the bounds tell, at least; licenses as far as they are told. */
  readonly beside: number;
  readonly licenses: number;
}

/** The search so far: the cheapest type. */
interface Search {
  readonly types: readonly NodeType[];
  readonly told: Told | undefined;
  least: number;
  winner: number;
}

/**
 * The node type that costs least over the plan, with all that follows from it; ties by ladder order. A type with a disk is weighed with it and without.
 *
 * The last winner, or the type with the lowest bound of its cost, is counted first; one whose bound is above the best cost found cannot win.
 */
export function cheapestNodeType(c: NodeTypeContext, shapes: readonly ServerShape[]): NodeChoice | Infeasibility {
  const table = nodeTypes(shapes, c.owned, c.a);
  const { types } = table;
  const search: Search = { types, told: toldCosts(c), least: Infinity, winner: -1 };
  const first = table.lastWinner < 0 ? mostPromising(c, search) : table.lastWinner;
  if (first >= 0) tryType(c, search, first);
  for (let i = 0; i < types.length; i++) if (i !== first && mayCostLess(c, search, i)) tryType(c, search, i);
  const { winner, least } = search;
  table.lastWinner = winner;
  return winner < 0 ? refusal(c, shapes) : { shape: types[winner].shape, cost: least };
}

/** A node that meets any demand and costs nothing: with the minimum number of nodes of a plan. */
const FREE: ServerShape = {
  name: "",
  role: "both",
  cores: 1e-9,
  speed: 1e99,
  memoryGib: Infinity,
  storageTb: null,
  localDiskTb: 0,
  iops: null,
  sockets: 1,
  price: 0,
  monthly: 0,
  monthly1y: 0,
  monthly3y: 0,
  kw: 0,
  rackUnits: 0,
};

/** What is told of costs: those of the free node, less its part of what the bounds tell, are beside the bounds of every type. */
function toldCosts(c: NodeTypeContext): Told | undefined {
  const { bounding } = c;
  if (!bounding) return undefined;
  const least = c.costOf(FREE);
  if (!(least < Infinity)) return undefined;
  if (c.people) fillRates(c.people, bounding.people);
  const bounds = costBounds(c);
  const within = costWithin(c, bounding, bounds, 0) + bounds.room.storage[bounds.years];
  const licenses = bounding.licenseCosts.reduce((sum, months) => months.reduce((all, cost) => all + cost, sum), 0);
  return { bounds, fromYear: c.pool.room(), beside: least - within, licenses };
}

/** What the nodes that were counted last cost at a rent, with their tools and people. */
function costWithin(
  { indices, people }: NodeTypeContext,
  { nodes, billed }: NodeBounding,
  { toolsPerNode }: CostBounds,
  rent: number,
): number {
  let cost = 0;
  for (let m = 0; m < nodes.length; m++) {
    cost += billed[m] * rent * indices.cloud[m] + nodes[m] * toolsPerNode * indices.inflation[m];
    if (people) cost += peopleCost(people, nodes[m], m);
  }
  return cost;
}

/** The most that a type may cost by its nodes, their tools and people, to win. */
function mostToWin({ beside }: Told, least: number): number {
  // Both sides are sums over the same lines, in another order.
  return least - beside + TOLERANCE * (Math.abs(least) + Math.abs(beside));
}

function mostPromising({ priceFactor }: NodeTypeContext, { types, told }: Search): number {
  if (!told) return -1;
  let lowest = Infinity;
  let found = -1;
  for (let i = 0; i < types.length; i++) {
    const bound = leastCost(told.bounds, types[i].power, types[i].rent * priceFactor);
    if (bound >= lowest) continue;
    lowest = bound;
    found = i;
  }
  return found;
}

/** Whether a type may cost as little as the best one found. */
function mayCostLess(c: NodeTypeContext, { types, told, least }: Search, i: number): boolean {
  if (!told || least === Infinity) return true;
  const { bounds, licenses, fromYear } = told;
  const { power } = types[i];
  const rent = types[i].rent * c.priceFactor;
  const most = mostToWin(told, least);
  if (roughCost(bounds, power, rent) > most || leastCost(bounds, power, rent) > most) return false;
  const nodes = leastCosts(bounds, power, rent, fromYear);
  return !(nodes > most) && (c.licenses.length === 0 || !(nodes + Math.max(0, leastLicenses(bounds, c, types[i]) - licenses) > most));
}

/** Counts a type and keeps it when it is cheaper, or as cheap and earlier in the list. */
function tryType(c: NodeTypeContext, search: Search, i: number): void {
  const { shape, power } = search.types[i];
  if (editionExcess(c.licenses, shape, !c.owned) || lacksFor(c, power) !== undefined) return;
  const cost = c.costOf(shape, canWinBy(c, search, i));
  if (!(cost < Infinity) || cost > search.least || (cost === search.least && i > search.winner)) return;
  search.least = cost;
  search.winner = i;
}

/** Whether a type may still win once its nodes are known. */
function canWinBy(c: NodeTypeContext, { types, told, least }: Search, i: number): (() => boolean) | undefined {
  const { bounding } = c;
  if (!told || !bounding || least === Infinity) return undefined;
  const storage = types[i].power.localDiskTb === 0 ? told.bounds.room.storage[told.bounds.years] : 0;
  return () => !(costWithin(c, bounding, told.bounds, types[i].rent * c.priceFactor) + storage > mostToWin(told, least));
}

/** The first month (index from 0) that no number of nodes can meet: they have none of a needed resource. */
function lacksFor({ law, needs }: NodeTypeContext, power: NodePower): number | undefined {
  const memoryGib = power.memoryGib - law.baseMemoryGib;
  if (memoryGib > 0 && power.storageTb > 0 && power.iops > 0) return undefined;
  const m = needs.cores.findIndex(
    (_, at) => lacks(needs.memoryGib[at], memoryGib) || lacks(needs.storageTb[at], power.storageTb) || lacks(needs.iops[at], power.iops),
  );
  return m < 0 ? undefined : m;
}

/** Whether no number of nodes has what is needed. */
const lacks = (need: number, perNode: number): boolean => (need <= 0 ? perNode < 0 : perNode <= 0);

/** Why all node types are infeasible: the first month that none meets, and the dimension in which the first type fails. */
function refusal(c: NodeTypeContext, shapes: readonly ServerShape[]): Infeasibility {
  const [shape] = shapes;
  const none = { part: "horizontal", month: 1, dimension: "none", shape: "", needed: c.needs.cores[0], available: 0, events: [] } as const;
  if (shapes.length === 0) return none;
  const excess = editionExcess(c.licenses, shape, !c.owned);
  if (excess) return { ...none, shape: shape.name, dimension: "license", ...excess };
  const at = Math.max(0, ...shapes.map((each) => lacksFor(c, nodePower(each)) ?? 0));
  return { ...none, month: at + 1, shape: shape.name, ...lackingDimension(c, shape, at) };
}

function lackingDimension(c: NodeTypeContext, shape: ServerShape, m: number): { dimension: Dimension; needed: number; available: number } {
  const base = c.law.baseMemoryGib;
  if (shape.memoryGib <= base) return { dimension: "memory", needed: base + c.needs.memoryGib[m], available: shape.memoryGib };
  if (shape.storageTb === 0) return { dimension: "storage", needed: c.needs.storageTb[m], available: 0 };
  return { dimension: "iops", needed: c.needs.iops[m], available: shape.iops ?? 0 };
}
