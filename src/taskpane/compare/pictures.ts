/** The pictures of Compare as data: the bridge between two sides, what both have cost up to each year, and what each costs and needs by itself. Pure. */

import { MONTHS_PER_YEAR } from "../../engine/units";
import { isResultError } from "../functions/protocol";
import type { ResultCell } from "../functions/protocol";
import { wordOf } from "../functions/protocol";
import type { Bridge, Lines, LinesOverColumns, StackedColumns } from "../pictures/picture";
import type { Comparison } from "./state";
import type { Capacity, YearlyCosts } from "./figures";
import type { PictureSize } from "../pictures/pictureView";

interface Sides {
  readonly from: string;
  readonly to: string;
  readonly by: string;
}

/** A side's name, and what its picture says in a sentence. */
interface Named {
  readonly label: string;
  readonly caption: string;
}

interface Frame extends PictureSize {
  readonly unit: string;
  readonly locale: string;
}

const ROW_PX = 26;
const HEAD_PX = 70;

const amount = (cell: ResultCell | undefined): number => (typeof cell === "number" ? cell : 0);

/** The steps from the cost of one side to that of the other. */
export function bridgePicture({ bridge }: Comparison, { from, to, by }: Sides, frame: Frame): Bridge {
  const steps = bridge.slice(1).map(([label, base, up, down, total]) => ({
    label: wordOf(label),
    base: amount(base),
    up: amount(up),
    down: amount(down),
    total: amount(total),
  }));
  return {
    ...frame,
    kind: "bridge",
    heightPx: Math.max(frame.heightPx, HEAD_PX + ROW_PX * steps.length),
    title: `From ${from} to ${to} by ${by}`,
    caption: `The largest differences between ${from} and ${to}, step by step; the table below has them all.`,
    steps,
  };
}

/** Sums up to the end of each year, from nothing at the start. */
function cumulated(months: readonly number[]): readonly number[] {
  let sum = 0;
  const sums = months.map((cost) => (sum += cost));
  return [0, ...sums.filter((_sum, index) => (index + 1) % MONTHS_PER_YEAR === 0)];
}

/** Where the second side begins to have cost no more, on the line of the first. */
function breakEvenMarker({ breakEven, months }: Comparison): Lines["markers"] {
  if (isResultError(breakEven) || typeof breakEven !== "number") return [];
  const month = Math.ceil(breakEven);
  const value = months.from.slice(0, month).reduce((sum, cost) => sum + cost, 0);
  return [{ label: `Month ${String(month)}`, symbol: "diamond", x: breakEven / MONTHS_PER_YEAR, value }];
}

/** What both sides have cost up to each year of the plan, with the month from which the second has cost no more. */
export function cumulativePicture(comparison: Comparison, { from, to }: Sides, frame: Frame): Lines {
  const [before, after] = [cumulated(comparison.months.from), cumulated(comparison.months.to)];
  const markers = breakEvenMarker(comparison);
  const words = markers[0]
    ? `${to} has cost no more from ${markers[0].label.toLowerCase()} on.`
    : `${to} doesn't break even within the plan.`;
  return {
    ...frame,
    kind: "lines",
    title: "Cumulative cost",
    caption: `Cumulative cost of ${from} and ${to} by year of the plan. ${words}`,
    xs: before.map((_sum, year) => year),
    xTitle: "Years from the start",
    series: [
      { name: from, values: before },
      { name: to, values: after },
    ],
    markers,
  };
}

const STACK_PX = 290;

/**
 * What a side costs in each year, by cost pool; a pool without a cost is named too, so that each has one color in every picture.
 * @param reach what the axis reaches at least: the most expensive year of both sides
 */
export function yearsPicture({ years, pools }: YearlyCosts, { label, caption }: Named, reach: number, frame: Frame): StackedColumns {
  const title = `Cost per year by cost pool: ${label}`;
  return { ...frame, kind: "stackedColumns", heightPx: STACK_PX, title, caption, categories: years, series: pools, reach };
}

/** What a side needs and has month by month; months in which servers change stand out by color and by a symbol. */
export function capacityPicture(figures: Capacity, { label, caption }: Named, frame: Frame): LinesOverColumns {
  const { months, need, capacity, changes, dimension } = figures;
  const kinds = new Map(changes.map(({ month, isShard }) => [month, isShard ? "shard" : "change"]));
  const within = (kind: string | undefined) => capacity.map((value, month) => (kinds.get(month) === kind ? value : 0));
  return {
    ...frame,
    kind: "linesOverColumns",
    heightPx: STACK_PX,
    title: `Demand against capacity: ${label}`,
    caption,
    unit: dimension,
    categories: months,
    columns: { name: "Capacity", values: within(undefined) },
    events: [
      { name: "Upgrade or change", values: within("change") },
      { name: "Shard", values: within("shard") },
    ],
    lines: [{ name: "Need", values: need }],
  };
}
