import type { Rejection } from "../errors";
import type { ServerShape } from "../catalogue/reference";
import type { Assumptions, License } from "../catalogue/resolved";
import { TOLERANCE } from "../units";
import { rentOf } from "../capacity/ladder";
import { editionExcess } from "../capacity/licenses";
import type { EditionExcess } from "../capacity/licenses";
import { busyCores, coresNeeded, DIMENSIONS } from "../capacity/need";
import type { NeedRules } from "../capacity/need";
import { effectiveCapacity } from "../capacity/scalability";
import type { ShardFactors } from "../capacity/sharding";

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
  /** From the lowest rent on; ties by list order. */
  readonly byRent: readonly number[];
}

/** The shapes of the central system in a form that the months' loop can read without looking anything up. */
export interface CentralLadder {
  readonly shapes: readonly ServerShape[];
  readonly table: ShapeTable;
  /** By what prices have changed from their date to the start of the plan. */
  readonly priceFactor: number;
  readonly effectiveCores: Float64Array;
  readonly mostEffectiveCores: number;
  readonly mostMemoryGib: number;
  readonly maxShardTb: number;
  /** Months for which a choice of a shape has to fit, and the most of them. */
  readonly windowOf: (shape: number) => number;
  readonly longestWindow: number;
  /** By shape index: the limit of a product's edition that the shape exceeds. */
  readonly excess: readonly (EditionExcess | undefined)[];
  /** Shapes that editions allow, from the lowest rent on; ties by list order. */
  readonly byRent: readonly number[];
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
  const rent = column((shape) => (owned ? 0 : rentOf(shape, commitment).monthly));
  return {
    shapes,
    memoryGib: column((shape) => shape.memoryGib),
    storageTb: column((shape) => shape.storageTb ?? Infinity),
    iops: column((shape) => shape.iops ?? Infinity),
    rent,
    stay: column((shape) => (owned ? 0 : rentOf(shape, commitment).stayMonths)),
    byRent: shapes.map((_, s) => s).sort((s, t) => rent[s] - rent[t]),
  };
}

/** Compiles the shapes for the months' loop. */
export function centralLadder(
  a: Assumptions,
  shapes: readonly ServerShape[],
  licenses: readonly License[],
  priceFactor = 1,
): CentralLadder {
  const owned = a["vertical.hosting"] === "owned";
  const table = shapeTable(shapes, owned, a["cloud.commitment"]);
  const effectiveCores = new Float64Array(shapes.length);
  for (let s = 0; s < shapes.length; s++) {
    effectiveCores[s] = shapes[s].speed * effectiveCapacity(shapes[s].cores, a["vertical.contention"], a["vertical.coherency"]);
  }
  const dwell = a["capacity.dwell_months"];
  const excess = licenses.length === 0 ? undefined : shapes.map((shape) => editionExcess(licenses, shape, !owned));
  return {
    shapes,
    table,
    priceFactor,
    effectiveCores,
    mostEffectiveCores: largestOf(effectiveCores),
    mostMemoryGib: largestOf(table.memoryGib),
    maxShardTb: a["shard.max_tb"],
    longestWindow: owned ? dwell : table.stay.reduce((longest, stay) => Math.max(longest, stay), 1),
    windowOf: owned ? () => dwell : (shape) => table.stay[shape],
    excess: excess ?? shapes.map(() => undefined),
    byRent: excess ? table.byRent.filter((s) => excess[s] === undefined) : table.byRent,
  };
}

const largestOf = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, value), 0);

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

/** Whether no shape has enough cores, or none enough memory, or a shard would hold too much. */
export function isAboveAll({ mostEffectiveCores, mostMemoryGib, maxShardTb }: CentralLadder, need: Float64Array): boolean {
  return need[0] > mostEffectiveCores * SLACK || need[1] > mostMemoryGib * SLACK || need[4] > maxShardTb * SLACK;
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
function ratioOf(ladder: CentralLadder, shape: number, need: Float64Array, dimension: number): number {
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

/** Whether a need is above a multiple of what a shape has, in any dimension. */
function isAbove(ladder: CentralLadder, shape: number, need: Float64Array, ratio: number): boolean {
  for (let d = 0; d < DIMENSIONS.length; d++) if (ratioOf(ladder, shape, need, d) > ratio) return true;
  return false;
}

/** At a ceiling: the refusal of the shape whose largest ratio is least, the first of several; an edition's limit is a ratio like any other. */
export function nearestRefusal(ladder: CentralLadder, need: Float64Array): Rejection {
  let nearest = -1;
  let least = Infinity;
  // Lists mostly rise: the last ones are the nearest, and the others are soon told to be worse.
  for (let s = ladder.shapes.length - 1; s >= 0; s--) {
    if (isAbove(ladder, s, need, least)) continue;
    const largest = Math.max(ratioOf(ladder, s, need, bindingDimension(ladder, s, need)), editionRatio(ladder, s));
    if (largest > least || largest === Infinity) continue;
    least = largest;
    nearest = s;
  }
  return nearest < 0 ? { shape: "", dimension: "none", needed: need[0], available: 0 } : refusalOf(ladder, nearest, need);
}

/** How far a shape is above the limit of a product's edition; 0 when it is not. */
function editionRatio({ excess }: CentralLadder, shape: number): number {
  const limit = excess[shape];
  return limit ? limit.needed / limit.available : 0;
}

function refusalOf(ladder: CentralLadder, s: number, need: Float64Array): Rejection {
  const d = bindingDimension(ladder, s, need);
  const shape = ladder.shapes[s].name;
  const limit = ladder.excess[s];
  if (limit && editionRatio(ladder, s) >= ratioOf(ladder, s, need, d)) return { shape, dimension: "license", ...limit };
  return { shape, dimension: DIMENSIONS[d], needed: need[d], available: capacityOf(ladder, s, d) };
}
