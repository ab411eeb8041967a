import { COST_POOLS } from "../lines";
import type { CostLine, FeasibleProjection } from "../lines";
import { annualValues, sumOf } from "./annual";

/** One part of the total cost under two projections, money over the plan. */
export interface VarianceRow {
  readonly item: string;
  readonly from: number;
  readonly to: number;
}

export const VARIANCE_PARTS = ["component", "pool", "year"] as const;
export type VariancePart = (typeof VARIANCE_PARTS)[number];

type Parts = ReadonlyMap<string, number>;

const counted = ({ costs }: FeasibleProjection): readonly CostLine[] => costs.filter((line) => line.inTotal);

function byPool(projection: FeasibleProjection): Parts {
  const parts = new Map<string, number>(COST_POOLS.map((pool) => [pool, 0]));
  for (const { costPool, values } of counted(projection)) parts.set(costPool, (parts.get(costPool) ?? 0) + sumOf(values));
  return parts;
}

const PARTS: Readonly<Record<VariancePart, (projection: FeasibleProjection) => Parts>> = {
  // A line that does not count has its row all the same, so that rows keep their place.
  component: ({ costs }) => new Map(costs.map(({ id, values, inTotal }) => [id, inTotal ? sumOf(values) : 0])),
  pool: byPool,
  year: ({ total }) => new Map(annualValues("flow", total).map((cost, index) => [`year ${index + 1}`, cost])),
};

/** The parts of the total cost under two projections, in the order of the ledger; what only one has is 0 in the other. The parts sum to the totals. */
export function varianceRows(from: FeasibleProjection, to: FeasibleProjection, part: VariancePart): readonly VarianceRow[] {
  const [before, after] = [PARTS[part](from), PARTS[part](to)];
  return [...new Set([...before.keys(), ...after.keys()])].map((item) => ({ item, from: before.get(item) ?? 0, to: after.get(item) ?? 0 }));
}

/** One column of a bridge chart: an invisible base, then what rises or falls, or a total. */
export interface BridgeColumn {
  readonly label: string;
  readonly base: number;
  readonly up: number;
  readonly down: number;
  readonly total: number;
}

const OTHERS = "others";

/** The columns of a bridge from one total to another: the largest changes first, the rest as one, totals at both ends. */
export function bridgeColumns(
  rows: readonly VarianceRow[],
  totals: VarianceRow,
  labels: readonly [from: string, to: string],
  top: number,
): readonly BridgeColumn[] {
  const changes = rows.map(({ item, from, to }) => ({ item, change: to - from })).filter(({ change }) => change !== 0);
  changes.sort((one, other) => Math.abs(other.change) - Math.abs(one.change));
  const rest = changes.slice(top).reduce((sum, { change }) => sum + change, 0);
  const shown = [...changes.slice(0, top), ...(changes.length > top ? [{ item: OTHERS, change: rest }] : [])];
  let level = totals.from;
  const columns = shown.map(({ item, change }): BridgeColumn => {
    const before = level;
    level += change;
    return { label: item, base: Math.min(before, level), up: Math.max(0, change), down: Math.max(0, -change), total: 0 };
  });
  const totalColumn = (label: string, total: number): BridgeColumn => ({ label, base: 0, up: 0, down: 0, total });
  return [totalColumn(labels[0], totals.from), ...columns, totalColumn(labels[1], totals.to)];
}
