import type { Tier, TransferRates } from "../catalogue/reference";
import { GIB_PER_GB } from "../units";

/** Units in which transfer rates count, per GB. */
export const unitsPerGb = ({ unit }: Pick<TransferRates, "unit">): number => (unit === "GiB" ? GIB_PER_GB : 1);

/**
 * Cost of a quantity in each tier of a graduated price: what lies between two bounds costs the lower bound's price.
 * @example tierCosts(150, [{ from: 0, price: 0 }, { from: 100, price: 0.09 }]) // [0, 4.5]
 */
export function tierCosts(quantity: number, tiers: readonly Tier[]): readonly number[] {
  return tiers.map(({ from, price }, index) => {
    const to = Math.min(quantity, tiers[index + 1]?.from ?? Infinity);
    return Math.max(0, to - from) * price;
  });
}

/** Tiers as a month's loop reads them. */
interface TierTable {
  readonly from: Float64Array;
  readonly price: Float64Array;
}

const tables = new WeakMap<readonly Tier[], TierTable>();

/** The table of tiers. */
export function tierTable(tiers: readonly Tier[]): TierTable {
  const known = tables.get(tiers);
  if (known) return known;
  const table = { from: Float64Array.from(tiers, ({ from }) => from), price: Float64Array.from(tiers, ({ price }) => price) };
  tables.set(tiers, table);
  return table;
}

/** Cost of a quantity when each tier's price holds for the part that falls into it. */
export function graduatedBy({ from, price }: TierTable, quantity: number): number {
  let cost = 0;
  for (let index = 0; index < from.length && quantity > from[index]; index++) {
    const next = index + 1 < from.length ? from[index + 1] : Infinity;
    cost += (Math.min(quantity, next) - from[index]) * price[index];
  }
  return cost;
}

/**
 * Cost of a quantity when each tier's price holds for the part that falls into it; 0 for no quantity.
 * @example graduatedCost(57000, [{ from: 0, price: 0.09 }, { from: 10240, price: 0.085 }, { from: 51200, price: 0.07 }]) // 4809.2
 */
export function graduatedCost(quantity: number, tiers: readonly Tier[]): number {
  return graduatedBy(tierTable(tiers), quantity);
}

/**
 * Cost of a quantity when the price of the tier that it reaches holds for all of it; a quantity on a bound has reached that tier.
 * @example volumeCost(200, [{ from: 0, price: 1 }, { from: 200, price: 0.5 }]) // 100
 */
export function volumeCost(quantity: number, tiers: readonly Tier[]): number {
  let reached = 0;
  for (const { from, price } of tiers) if (quantity >= from) reached = price;
  return quantity * reached;
}

/** What is wrong with tiers (they must start at 0 and rise, prices at least 0), in words; undefined when nothing is. */
export function tierProblem(tiers: readonly Tier[]): string | undefined {
  const [first] = tiers;
  if (!first) return "there is no tier; enter at least one, from 0";
  if (first.from !== 0) return `the first tier starts at ${first.from}; start it at 0`;
  const negative = tiers.find((tier) => !(tier.price >= 0));
  if (negative) return `the price from ${negative.from} is ${negative.price}; enter 0 or more`;
  const index = tiers.findIndex((tier, at) => at > 0 && !(tier.from > tiers[at - 1].from));
  return index < 0 ? undefined : `tier ${index + 1} starts at ${tiers[index].from}; start it above ${tiers[index - 1].from}`;
}
