/** What one side of Compare costs per year and needs of servers, from what the functions answer. Pure. */

import { hottestLoad } from "../../engine/capacity/shards";
import { COST_POOLS } from "../../engine/lines";
import { CAPACITY_DIMENSIONS, SHARD_DATA } from "../../workbook/sheets/capacityDimensions";
import type { ResultCell, ResultRows } from "../functions/protocol";
import { wordOf } from "../functions/protocol";

/** A line of the projection with a value for each period of the plan. */
export interface Row {
  /** What TCO.EXPLAIN takes. */
  readonly id: string;
  /** In words. */
  readonly name: string;
  readonly values: readonly number[];
}

/** What a side costs in each year, money. */
export interface YearlyCosts {
  readonly years: readonly string[];
  /** The cost pools of the chart on the sheet, those without a cost too: a pool keeps its color. */
  readonly pools: readonly Row[];
  /** The cost lines that are not zero throughout. */
  readonly components: readonly Row[];
}

/** A month in which the servers change. */
export interface CapacityChange {
  /** Index of the month. */
  readonly month: number;
  readonly isShard: boolean;
  /** Such as "upgrade to r6i.8xlarge (memory)". */
  readonly words: string;
}

/** What a side needs and has of the dimension that matters most, month by month. */
export interface Capacity {
  /** Such as Memory GiB. */
  readonly dimension: string;
  /** Labels such as 2027-01. */
  readonly months: readonly string[];
  readonly need: readonly number[];
  readonly capacity: readonly number[];
  readonly changes: readonly CapacityChange[];
  /** Databases of the central system; 0 without one. */
  readonly shards: readonly number[];
}

export interface SideFigures {
  readonly costs: YearlyCosts;
  readonly capacity: Capacity;
}

const numberOf = (cell: ResultCell | undefined): number => (typeof cell === "number" ? cell : 0);

/** Sums of rows, place by place. */
export function sumOf(rows: readonly Row[], length: number): readonly number[] {
  return Array.from({ length }, (_, index) => rows.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
}

/** How cost lines are named and which of them count. */
export interface LineWords {
  readonly labelOf: (id: string) => string;
  readonly isCounted: (id: string) => boolean;
}

/** The costs of each year from the answer of COST for all lines; a pool that is none of the list is part of the last, Other. */
export function yearlyCosts([header = [], ...lines]: ResultRows, { labelOf, isCounted }: LineWords): YearlyCosts {
  const years = header.slice(2).map(wordOf);
  const counted = lines
    .filter(([id]) => isCounted(wordOf(id)))
    .map(([id, pool, ...values]) => ({ id: wordOf(id), name: labelOf(wordOf(id)), pool: wordOf(pool), values: values.map(numberOf) }));
  const last = COST_POOLS[COST_POOLS.length - 1];
  const poolOf = (pool: string) => COST_POOLS.find((name) => name === pool) ?? last;
  return {
    years,
    pools: COST_POOLS.map((name) => ({
      id: name,
      name,
      values: sumOf(
        counted.filter(({ pool }) => poolOf(pool) === name),
        years.length,
      ),
    })),
    components: counted.filter(({ values }) => values.some((value) => value !== 0)).map(({ id, name, values }) => ({ id, name, values })),
  };
}

/** What the data of one shard is compared with: the most that it may hold, TB, and the hottest shard over the mean. */
export interface ShardLimits {
  readonly mostTb: number;
  readonly skew: number;
}

/** An event as the plan lists it, without its month: the line that shows it begins with that. */
const withoutMonth = (event: string): string => event.replace(/^\d{4}-\d{2} /, "");

function changesIn(events: readonly string[]): readonly CapacityChange[] {
  return events.flatMap((words, month): CapacityChange[] =>
    words === "" ? [] : [{ month, isShard: words.includes(" shards"), words: words.split("; ").map(withoutMonth).join("; ") }],
  );
}

/**
 * Need and capacity from the answer of CAPACITY.PLAN by month, by the rules of the sheet's chart: of data, what the shards may hold while the hottest
 * has more than its part.
 * @param word what the dimension is called that is to be shown; where it is left out, what binds at the end of the plan
 */
export function capacityOf([header = [], ...months]: ResultRows, { mostTb, skew }: ShardLimits, word?: string): Capacity {
  const column = (title: string) => {
    const index = header.indexOf(title);
    return months.map((month) => month[index]);
  };
  const shown = word ?? wordOf(column("Binding").at(-1));
  const { name, needHeader } = CAPACITY_DIMENSIONS.find((dimension) => dimension.word === shown) ?? CAPACITY_DIMENSIONS[0];
  const shards = column("Shards").map(numberOf);
  const perShard = (count: number) => mostTb / hottestLoad(1, count, { skew, crossShare: 0, crossPenalty: 0 });
  return {
    dimension: name,
    months: column("Period").map(wordOf),
    need: column(needHeader).map(numberOf),
    capacity: name === SHARD_DATA ? shards.map(perShard) : column(name).map(numberOf),
    changes: changesIn(column("Events").map(wordOf)),
    shards,
  };
}
