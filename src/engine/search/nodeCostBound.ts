import type { ServerShape } from "../catalogue/reference";
import type { Assumptions, License } from "../catalogue/resolved";
import { MONTHS_PER_YEAR, TOLERANCE } from "../units";
import type { PriceIndices } from "../capacity/indices";
import { licensesNeeded, netLicensePrice } from "../capacity/licenses";
import { withSpare } from "../capacity/nodes";
import type { NodePeople } from "./nodePeople";
import type { ClusterLaw, NodePower, RegionNeeds } from "../capacity/nodes";
import { stepFor } from "../capacity/nodeSteps";
import { endpointRate, storagePrice } from "./serverRates";
import { clusterFor } from "../capacity/scalability";

/** From which the least that any node type can cost follows. */
export interface CostBounds {
  readonly law: ClusterLaw;
  /** Tools and endpoint security per node and month, and training of the people whom it takes. */
  readonly perNode: number;
  /** Tools and endpoint security alone. */
  readonly toolsPerNode: number;
  /** Pay a year of the people whom a node takes: of those on call, and of the others. */
  readonly onCallPay: number;
  readonly otherPay: number;
  /** Share of the nodes above the floor that is not billed. */
  readonly scaledDown: number;
  /** The years of the plan, and after them the whole of it; lists hold one number for each. */
  readonly years: number;
  readonly lowestInflation: number;
  /** Price of block storage per TB and month, and the index that it follows. */
  readonly perTb: number;
  readonly storageIndex: Float64Array;
  readonly room: BoundRoom;
}

interface BoundRoom {
  /** What a region needs in the month in which it needs least: cores with what orchestration takes, and memory. */
  readonly leastCores: Float64Array;
  readonly leastMemoryGib: Float64Array;
  /** Cores in the month in which it needs most. */
  readonly mostCores: Float64Array;
  readonly leastRegions: Float64Array;
  /** Data of a region in the month in which it has least. */
  readonly leastStorageTb: Float64Array;
  /** Block storage for all data. */
  readonly storage: Float64Array;
  /** Index of a subscription's price, summed over the months and per month of a year's price. */
  readonly subscriptions: Float64Array;
  readonly cloud: WeightedSums;
  readonly inflation: WeightedSums;
  readonly pay: WeightedSums;
  /** What people cost without any node: those on call, and the others; and those on call when they are no more than the rota floor. */
  readonly onCallFixed: Float64Array;
  readonly otherFixed: Float64Array;
  readonly onCallFloor: Float64Array;
  /** What a region needs in the mean of its months, weighted by whichever index gives least. */
  readonly meanCores: Float64Array;
  readonly meanMemoryGib: Float64Array;
}

/** Sums over the regions and the months, weighted by a price index. */
interface WeightedSums {
  readonly cores: Float64Array;
  readonly memoryGib: Float64Array;
  readonly one: Float64Array;
}

interface BoundInputs {
  readonly a: Assumptions;
  readonly owned: boolean;
  readonly indices: PriceIndices;
  readonly law: ClusterLaw;
  readonly needs: RegionNeeds;
  readonly regions: Float64Array;
  readonly people: NodePeople | undefined;
}

/** Bounds are needed while one choice is made: plans of as many years share their room. */
const rooms = new Map<number, BoundRoom>();

function roomFor(years: number): BoundRoom {
  let room = rooms.get(years);
  if (!room) {
    const list = (): Float64Array => new Float64Array(years + 1);
    const sums = (): WeightedSums => ({ cores: list(), memoryGib: list(), one: list() });
    room = {
      leastCores: list(),
      leastMemoryGib: list(),
      mostCores: list(),
      leastRegions: list(),
      leastStorageTb: list(),
      storage: list(),
      subscriptions: list(),
      cloud: sums(),
      inflation: sums(),
      pay: sums(),
      onCallFixed: list(),
      otherFixed: list(),
      onCallFloor: list(),
      meanCores: list(),
      meanMemoryGib: list(),
    };
    rooms.set(years, room);
  }
  return room;
}

/** What a node costs beside its rent. */
function perNodeCosts(
  a: Assumptions,
  people: NodePeople | undefined,
): Pick<CostBounds, "perNode" | "toolsPerNode" | "onCallPay" | "otherPay"> {
  const toolsPerNode = a["platform.tools_cost"] / MONTHS_PER_YEAR + endpointRate(a);
  if (!people) return { perNode: toolsPerNode, toolsPerNode, onCallPay: 0, otherPay: 0 };
  const { onCall, others } = people;
  const training = (onCall.ftePerNode + others.ftePerNode) * a["staff.training_cost"];
  return { perNode: toolsPerNode + training / MONTHS_PER_YEAR, toolsPerNode, onCallPay: onCall.payPerNode, otherPay: others.payPerNode };
}

/** The bounds of a scenario's distributed part; they hold until the next ones are made. */
export function costBounds(c: BoundInputs): CostBounds {
  const { a, law, regions, indices, people } = c;
  const years = regions.length / MONTHS_PER_YEAR;
  const room = roomFor(years);
  room.leastCores[years] = Infinity;
  room.leastMemoryGib[years] = Infinity;
  room.mostCores[years] = 0;
  room.leastStorageTb[years] = Infinity;
  room.storage[years] = 0;
  for (const { cores, memoryGib, one } of [room.cloud, room.inflation, room.pay]) cores[years] = memoryGib[years] = one[years] = 0;
  for (const list of [room.pay.one, room.onCallFixed, room.otherFixed, room.onCallFloor]) list.fill(0);
  for (let year = 0; year < years; year++) {
    fillExtremes(c, room, year, years);
    fillStorage(c, room, year, years);
    addWeighted(c, indices.cloud, year, years, room.cloud);
    addWeighted(c, indices.inflation, year, years, room.inflation);
    if (!people) continue;
    addWeighted(c, people.payRate, year, years, room.pay);
    addPeople(people, year, years, room);
  }
  for (let at = 0; at <= years; at++) fillMeans(room, at);
  const { perTb, index: storageIndex } = storagePrice(a, indices, c.owned);
  return {
    law,
    ...perNodeCosts(a, people),
    scaledDown: c.owned ? 0 : a["horizontal.elastic_share"] * (1 - 1 / a["demand.peak_to_mean"]),
    years,
    lowestInflation: Math.min(1, indices.inflation[regions.length - 1]),
    perTb,
    storageIndex,
    room,
  };
}

/** Fills the least data of a year and the block storage of all data, and those of the plan so far. */
function fillStorage(c: BoundInputs, { leastStorageTb, storage }: BoundRoom, year: number, years: number): void {
  const { needs, regions } = c;
  const { perTb, index } = storagePrice(c.a, c.indices, c.owned);
  let [least, cost] = [Infinity, 0];
  for (let m = year * MONTHS_PER_YEAR; m < (year + 1) * MONTHS_PER_YEAR; m++) {
    least = Math.min(least, needs.storageTb[m]);
    cost += needs.storageTb[m] * regions[m] * perTb * index[m];
  }
  leastStorageTb[year] = least;
  storage[year] = cost;
  leastStorageTb[years] = Math.min(leastStorageTb[years], least);
  storage[years] += cost;
}

/** Fills what people cost at least in a year without any node, and adds it to that of the plan. A role below its minimum counts as none. */
function addPeople({ onCall, others, payRate, floor, lowestPay }: NodePeople, year: number, years: number, room: BoundRoom): void {
  let [rota, rest, rates] = [0, 0, 0];
  for (let m = year * MONTHS_PER_YEAR; m < (year + 1) * MONTHS_PER_YEAR; m++) {
    rota += onCall.pay[m] * payRate[m];
    rest += others.pay[m] * payRate[m];
    rates += payRate[m];
  }
  room.onCallFixed[years] += room.onCallFixed[year] = rota;
  room.otherFixed[years] += room.otherFixed[year] = rest;
  room.onCallFloor[years] += room.onCallFloor[year] = floor > 0 ? floor * lowestPay * rates : 0;
}

/** A cost below which people cannot be with so many nodes in each region; those on call are never fewer than the rota floor. */
function peopleBelow({ onCallPay, otherPay, room }: CostBounds, nodes: number, at: number): number {
  const perPay = nodes * room.pay.one[at];
  return Math.max(room.onCallFixed[at] + perPay * onCallPay, room.onCallFloor[at]) + room.otherFixed[at] + perPay * otherPay;
}

/** Fills what a region needs least and most in a year, and so far in the plan. */
function fillExtremes({ needs, regions, law, indices }: BoundInputs, room: BoundRoom, year: number, years: number): void {
  const { leastCores, leastMemoryGib, mostCores } = room;
  const perCore = 1 / (1 - law.overheadShare);
  let [fewestCores, mostOfCores, memoryGib, fewestRegions, subscription] = [Infinity, 0, Infinity, Infinity, 0];
  for (let m = year * MONTHS_PER_YEAR; m < (year + 1) * MONTHS_PER_YEAR; m++) {
    const cores = needs.cores[m] * perCore;
    fewestCores = Math.min(fewestCores, cores);
    mostOfCores = Math.max(mostOfCores, cores);
    memoryGib = Math.min(memoryGib, needs.memoryGib[m]);
    fewestRegions = Math.min(fewestRegions, regions[m]);
    subscription += indices.licenses[m] / MONTHS_PER_YEAR;
  }
  leastCores[year] = fewestCores;
  mostCores[year] = mostOfCores;
  leastMemoryGib[year] = memoryGib;
  room.leastRegions[year] = fewestRegions;
  room.subscriptions[year] = subscription;
  leastCores[years] = Math.min(leastCores[years], fewestCores);
  mostCores[years] = Math.max(mostCores[years], mostOfCores);
  leastMemoryGib[years] = Math.min(leastMemoryGib[years], memoryGib);
}

/** Fills the sums of a year, and adds them to those of the plan. */
function addWeighted({ needs, regions, law }: BoundInputs, index: Float64Array, year: number, years: number, sums: WeightedSums): void {
  const perCore = 1 / (1 - law.overheadShare);
  let [cores, memoryGib, one] = [0, 0, 0];
  for (let m = year * MONTHS_PER_YEAR; m < (year + 1) * MONTHS_PER_YEAR; m++) {
    const weight = regions[m] * index[m];
    cores += needs.cores[m] * weight * perCore;
    memoryGib += needs.memoryGib[m] * weight;
    one += weight;
  }
  sums.cores[year] = cores;
  sums.memoryGib[year] = memoryGib;
  sums.one[year] = one;
  sums.cores[years] += cores;
  sums.memoryGib[years] += memoryGib;
  sums.one[years] += one;
}

function fillMeans({ cloud, inflation, pay, meanCores, meanMemoryGib }: BoundRoom, at: number): void {
  meanCores[at] = Math.min(cloud.cores[at] / cloud.one[at], inflation.cores[at] / inflation.one[at]);
  meanMemoryGib[at] = Math.min(cloud.memoryGib[at] / cloud.one[at], inflation.memoryGib[at] / inflation.one[at]);
  if (pay.one[at] === 0) return;
  meanCores[at] = Math.min(meanCores[at], pay.cores[at] / pay.one[at]);
  meanMemoryGib[at] = Math.min(meanMemoryGib[at], pay.memoryGib[at] / pay.one[at]);
}

/** A need so near above a whole number of nodes may round down to it. */
const NEARLY = 1e-6;

/** A lower bound on the cost of a type over the plan, without a root: no cluster has more capacity than its nodes one by one. */
export function roughCost(bounds: CostBounds, power: NodePower, rent: number): number {
  const { law, years, perNode, scaledDown, room } = bounds;
  const memoryGib = power.memoryGib - law.baseMemoryGib;
  // What every server needs of memory leaves nothing for data: the type cannot serve.
  if (memoryGib <= 0 && room.leastMemoryGib[years] > 0) return Infinity;
  const perGib = memoryGib > 0 ? 1 / memoryGib : 0;
  const nodes = Math.max(room.meanCores[years] / power.cores, room.meanMemoryGib[years] * perGib) + law.spare;
  const perServer = rent * (1 - scaledDown) * room.cloud.one[years] + perNode * room.inflation.one[years];
  const storage = power.localDiskTb === 0 ? room.storage[years] : 0;
  return (nodes * perServer + peopleBelow(bounds, nodes, years) + storage) * (1 - TOLERANCE);
}

/** A cost below which a type cannot be over the whole plan, told without looking at its years. */
export function leastCost(bounds: CostBounds, power: NodePower, rent: number): number {
  return costBelow(bounds, power, rent, bounds.years);
}

/** Fills a cost below which a type cannot be from each year to the end, and gives it for the whole plan. */
export function leastCosts(bounds: CostBounds, power: NodePower, rent: number, fromYear: Float64Array): number {
  let cost = 0;
  for (let year = bounds.years - 1; year >= 0; year--) fromYear[year] = cost += costBelow(bounds, power, rent, year);
  return cost;
}

/**
 * A cost below which a type cannot be in a year, or in the plan: the nodes of the month that needs least, or those of the mean need where that is more;
 * each with the spare. Of rent what is never scaled down counts, and the floor's part of the rest.
 */
function costBelow(bounds: CostBounds, power: NodePower, rent: number, at: number): number {
  const { law, scaledDown, perNode, room } = bounds;
  const memoryGib = power.memoryGib - law.baseMemoryGib;
  // What every server needs of memory leaves nothing for data: the type cannot serve.
  if (memoryGib <= 0 && room.leastMemoryGib[at] > 0) return Infinity;
  const perGib = memoryGib > 0 ? 1 / memoryGib : 0;
  const perCore = 1 / power.cores;
  const isOneCluster = room.mostCores[at] * perCore < law.largestCapacity;
  const floor = withSpare(law, Math.ceil(room.leastMemoryGib[at] * perGib - NEARLY));
  const least = Math.max(floor, loadedNodes(law, room.leastCores[at] * perCore, isOneCluster));
  const nodes = Math.max(least, meanNodes(law, room.meanCores[at] * perCore, room.meanMemoryGib[at] * perGib, isOneCluster));
  const billed = (nodes * (1 - scaledDown) + scaledDown * floor) * room.cloud.one[at];
  const cost = rent * billed + perNode * nodes * room.inflation.one[at] + peopleBelow(bounds, nodes, at);
  if (power.localDiskTb === 0) return (cost + room.storage[at]) * (1 - TOLERANCE);
  return Math.max(cost, costWithDisks(bounds, power, rent, { at, least, floor })) * (1 - TOLERANCE);
}

/**
 * The same for nodes with disks: the nodes that hold data are never scaled down, and what their disks do not hold is block storage. It rises with the
 * nodes where a node costs more than the block storage that it saves, so the fewest nodes and the least data bound it; elsewhere nothing is told.
 */
function costWithDisks(
  bounds: CostBounds,
  { localDiskTb }: NodePower,
  rent: number,
  { at, least, floor }: { readonly at: number; readonly least: number; readonly floor: number },
): number {
  const { scaledDown, perNode, perTb, room } = bounds;
  if (rent <= perTb * localDiskTb) return 0;
  const storageTb = room.leastStorageTb[at];
  const kept = Math.max(floor, Math.min(least, storageTb / localDiskTb));
  const billed = least * (1 - scaledDown) + scaledDown * kept;
  const beyond = Math.max(0, storageTb - least * localDiskTb);
  return (rent * billed + perTb * beyond) * room.cloud.one[at] + perNode * least * room.inflation.one[at] + peopleBelow(bounds, least, at);
}

/** The number of nodes of a region whose cluster meets a load. */
function loadedNodes(law: ClusterLaw, load: number, isOneCluster: boolean): number {
  const step = isOneCluster ? stepFor(law.steps.load, load * (1 - NEARLY), 0) : law.steps.nodes.length;
  return step < law.steps.nodes.length ? law.steps.nodes[step] : withSpare(law, Math.ceil(load - NEARLY));
}

/** A number of nodes below which a type is in no month of a year. */
function leastNodes({ law, room }: CostBounds, power: NodePower, year: number): number {
  const { leastCores, leastMemoryGib, mostCores, leastRegions } = room;
  const memoryGib = power.memoryGib - law.baseMemoryGib;
  const forData = memoryGib > 0 ? leastMemoryGib[year] / memoryGib : 0;
  const load = leastCores[year] / power.cores;
  const loaded = loadedNodes(law, load, mostCores[year] / power.cores < law.largestCapacity);
  return Math.max(loaded, withSpare(law, Math.ceil(forData - NEARLY))) * leastRegions[year];
}

/** A cost below which the licenses of a type cannot be: subscriptions, or what has to be bought, for the fewest nodes of each year. */
export function leastLicenses(
  bounds: CostBounds,
  { licenses, owned }: { readonly licenses: readonly License[]; readonly owned: boolean },
  { shape, power }: { readonly shape: ServerShape; readonly power: NodePower },
): number {
  let cost = 0;
  for (const license of licenses) {
    let subscribed = 0;
    let most = 0;
    for (let year = 0; year < bounds.years; year++) {
      const active = leastNodes(bounds, power, year);
      const count =
        active === Infinity ? 0 : licensesNeeded(license, shape, { active, passive: 0, virtual: !owned, volume: 0, tb: 0, sites: 0 });
      subscribed += count * bounds.room.subscriptions[year];
      most = Math.max(most, count);
    }
    cost += netLicensePrice(license) * (license.model === "subscription" ? subscribed : most * bounds.lowestInflation);
  }
  return cost * (1 - TOLERANCE);
}

/** Nodes, not in whole numbers, for the mean need; a cluster needs the more nodes per load the larger it is, so the mean over the months is no less. */
function meanNodes(law: ClusterLaw, load: number, data: number, isOneCluster: boolean): number {
  return Math.max(isOneCluster ? clusterFor(load, law.contention, law.coherency) : load, data) + law.spare;
}
