import type { Rejection } from "../errors";
import type { ServerShape } from "../reference";
import type { Assumptions, License } from "../resolved";
import { MONTHS_PER_YEAR, TOLERANCE } from "../units";
import { ownedMonthlyCost, rentOf } from "./ladder";
import { editionExcess, licensesMonthlyCost } from "./licenses";
import type { EditionExcess } from "./licenses";
import { busyCores, coresNeeded, DIMENSIONS } from "./need";
import type { NeedRules } from "./need";
import { effectiveCapacity } from "./scalability";
import { serverCounts } from "./sharding";
import type { ShardFactors } from "./sharding";

/** By how much a capacity may be exceeded before it counts as too small. */
export const SLACK = 1 + TOLERANCE;

/** What a list of shapes is under a hosting and commitment, whatever the scenario's numbers. */
interface ShapeTable {
  readonly shapes: readonly ServerShape[];
  readonly memoryGib: Float64Array;
  /** Infinity where unbounded. */
  readonly storageTb: Float64Array;
  readonly iops: Float64Array;
  /** Rent per month; 0 where owned. */
  readonly rent: Float64Array;
  /** Months of a stay under the commitment; 0 where owned. */
  readonly stay: Float64Array;
  /** From the cheapest on, by rent or price alone; ties by name. */
  readonly byPrice: readonly number[];
}

/** The shapes of the central system in a form that the months' loop can read without looking anything up. */
export interface CentralLadder {
  readonly shapes: readonly ServerShape[];
  readonly table: ShapeTable;
  readonly effectiveCores: Float64Array;
  readonly maxShardTb: number;
  /** Months for which a choice of a shape has to fit, and the most of them. */
  readonly windowOf: (shape: number) => number;
  readonly longestWindow: number;
  /** By shape index: the limit of a product's edition that the shape exceeds. */
  readonly excess: readonly (EditionExcess | undefined)[];
  /** Allowed shapes from the cheapest on, for a shard count. */
  readonly orderFor: (shards: number) => readonly number[];
}

const tables = new WeakMap<readonly ServerShape[], Map<string, ShapeTable>>();

function shapeTable(shapes: readonly ServerShape[], owned: boolean, commitment: Assumptions["cloud.commitment"]): ShapeTable {
  const how = owned ? "owned" : commitment;
  const known = tables.get(shapes) ?? new Map<string, ShapeTable>();
  tables.set(shapes, known);
  let table = known.get(how);
  if (!table) known.set(how, (table = newShapeTable(shapes, owned, commitment)));
  return table;
}

function newShapeTable(shapes: readonly ServerShape[], owned: boolean, commitment: Assumptions["cloud.commitment"]): ShapeTable {
  const column = (of: (shape: ServerShape) => number): Float64Array => Float64Array.from(shapes, of);
  const price = column((shape) => (owned ? (shape.price ?? 0) : rentOf(shape, commitment).monthly));
  return {
    shapes,
    memoryGib: column((shape) => shape.memoryGib),
    storageTb: column((shape) => shape.storageTb ?? Infinity),
    iops: column((shape) => shape.iops ?? Infinity),
    rent: column((shape) => (owned ? 0 : rentOf(shape, commitment).monthly)),
    stay: column((shape) => (owned ? 0 : rentOf(shape, commitment).stayMonths)),
    byPrice: sortedBy(shapes, price),
  };
}

function sortedBy(shapes: readonly ServerShape[], cost: ArrayLike<number>): readonly number[] {
  const compareNames = (s: number, t: number): number => (shapes[s].name < shapes[t].name ? -1 : 1);
  return shapes.map((_, s) => s).sort((s, t) => cost[s] - cost[t] || compareNames(s, t));
}

/** Compiles the shapes for the months' loop. */
export function centralLadder(a: Assumptions, shapes: readonly ServerShape[], licenses: readonly License[]): CentralLadder {
  const owned = a["vertical.hosting"] === "owned";
  const table = shapeTable(shapes, owned, a["cloud.commitment"]);
  const effectiveCores = new Float64Array(shapes.length);
  for (let s = 0; s < shapes.length; s++) {
    effectiveCores[s] = shapes[s].speed * effectiveCapacity(shapes[s].cores, a["vertical.contention"], a["vertical.coherency"]);
  }
  const dwell = a["capacity.dwell_months"];
  return {
    shapes,
    table,
    effectiveCores,
    maxShardTb: a["shard.max_tb"],
    longestWindow: owned ? dwell : table.stay.reduce((longest, stay) => Math.max(longest, stay), 1),
    windowOf: owned ? () => dwell : (shape) => table.stay[shape],
    excess: licenses.length === 0 ? [] : shapes.map((shape) => editionExcess(licenses, shape, !owned)),
    orderFor: licenses.length === 0 ? () => table.byPrice : orderWithLicenses(a, shapes, licenses),
  };
}

/** With licences the order depends on how many servers a shard count needs. */
function orderWithLicenses(
  a: Assumptions,
  shapes: readonly ServerShape[],
  licenses: readonly License[],
): (shards: number) => readonly number[] {
  const owned = a["vertical.hosting"] === "owned";
  const known = new Map<number, readonly number[]>();
  return (shards) => {
    let order = known.get(shards);
    if (order) return order;
    const { active, passive, total } = serverCounts(a, shards);
    const cost = shapes.map((shape) => {
      const perServer = owned ? ownedMonthlyCost(shape, a) : rentOf(shape, a["cloud.commitment"]).monthly;
      return (
        perServer * total + licensesMonthlyCost(licenses, shape, { active, passive, virtual: !owned }, a["plan.years"] * MONTHS_PER_YEAR)
      );
    });
    order = sortedBy(shapes, cost).filter((s) => editionExcess(licenses, shapes[s], !owned) === undefined);
    known.set(shards, order);
    return order;
  };
}

/** Fills what the busiest server of the hottest shard needs, by dimension, for a peak rate and the data of the whole. */
export function serverNeed(rules: NeedRules, factors: ShardFactors, peakTps: number, tb: number, out: Float64Array): void {
  const tps = peakTps * factors.load;
  const shardTb = tb * factors.data;
  out[0] = coresNeeded(rules, busyCores(tps, rules.cpuMs));
  out[1] = shardTb * rules.memoryGibPerTb + rules.baseMemoryGib;
  out[2] = shardTb * rules.storageTbPerTb;
  out[3] = tps * rules.iopsPerTx;
  out[4] = shardTb;
}

/** Whether a shape has enough of everything. */
export function shapeFits(ladder: CentralLadder, shape: number, need: Float64Array): boolean {
  return (
    need[1] <= ladder.table.memoryGib[shape] * SLACK &&
    need[0] <= ladder.effectiveCores[shape] * SLACK &&
    need[2] <= ladder.table.storageTb[shape] * SLACK &&
    need[3] <= ladder.table.iops[shape] * SLACK &&
    need[4] <= ladder.maxShardTb * SLACK
  );
}

/** Capacity of a shape in a dimension; Infinity where unbounded. */
function capacityOf(ladder: CentralLadder, shape: number, dimension: number): number {
  if (dimension === 0) return ladder.effectiveCores[shape];
  if (dimension === 1) return ladder.table.memoryGib[shape];
  if (dimension === 2) return ladder.table.storageTb[shape];
  return dimension === 3 ? ladder.table.iops[shape] : ladder.maxShardTb;
}

/** Need over capacity of a shape in a dimension. */
export function ratioOf(ladder: CentralLadder, shape: number, need: Float64Array, dimension: number): number {
  return need[dimension] === 0 ? 0 : need[dimension] / capacityOf(ladder, shape, dimension);
}

/** Index of the dimension with the largest need over capacity. */
export function bindingDimension(ladder: CentralLadder, shape: number, need: Float64Array): number {
  let binding = 0;
  let largest = ratioOf(ladder, shape, need, 0);
  for (let d = 1; d < DIMENSIONS.length; d++) {
    const ratio = ratioOf(ladder, shape, need, d);
    if (ratio <= largest) continue;
    binding = d;
    largest = ratio;
  }
  return binding;
}

/** At a ceiling: the refusal of the shape whose largest ratio is least; an edition's limit is a ratio like any other. */
export function nearestRefusal(ladder: CentralLadder, need: Float64Array): Rejection {
  let nearest: Rejection = { shape: "", dimension: "none", needed: need[0], available: 0 };
  let least = Infinity;
  ladder.shapes.forEach((shape, s) => {
    const d = bindingDimension(ladder, s, need);
    const limit = ladder.excess[s];
    const ratio = ratioOf(ladder, s, need, d);
    const largest = Math.max(ratio, limit ? limit.needed / limit.available : 0);
    if (largest >= least) return;
    least = largest;
    nearest =
      limit && limit.needed / limit.available >= ratio
        ? { shape: shape.name, dimension: "license", ...limit }
        : { shape: shape.name, dimension: DIMENSIONS[d], needed: need[d], available: capacityOf(ladder, s, d) };
  });
  return nearest;
}
