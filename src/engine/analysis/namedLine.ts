import { profitAndLoss, monthlyDepreciation, monthlySpend } from "../finance/profitAndLoss";
import { COST_POOLS } from "../lines";
import type { CostLine, FeasibleProjection, Line } from "../lines";

/** Sums over the cost lines that can be asked for like a line. */
const SUMS: Readonly<Record<string, { readonly label: string; readonly of: (projection: FeasibleProjection) => Float64Array }>> = {
  total: { label: "Total cost", of: ({ total }) => total },
  capex: { label: "Capital spending", of: (projection) => monthlySpend(projection, "capex") },
  opex: { label: "Operating cost", of: (projection) => monthlySpend(projection, "opex") },
  depreciation: { label: "Depreciation", of: monthlyDepreciation },
  pnl: { label: "Cost in the profit-and-loss view", of: profitAndLoss },
};

/** Names of the sums: total, capex, opex, depreciation, pnl. */
export const SUM_NAMES: readonly string[] = Object.keys(SUMS);

/**
 * The line of a name, in any case: a line's id, a cost pool (the sum of its lines that count in totals), or one of SUM_NAMES; undefined for an
 * unknown name.
 */
export function namedLine(projection: FeasibleProjection, name: string): Line | undefined {
  const wanted = name.trim().toLowerCase();
  const line = projection.lines.find(({ id }) => id.toLowerCase() === wanted);
  if (line) return line;
  const sum = Object.hasOwn(SUMS, wanted) ? SUMS[wanted] : undefined;
  if (sum)
    return {
      id: wanted,
      label: sum.label,
      unit: "money",
      kind: "flow",
      values: sum.of(projection),
      from: projection.costs.map(({ id }) => id),
    };
  const pool = COST_POOLS.find((candidate) => candidate.toLowerCase() === wanted);
  return pool && poolLine(projection, pool);
}

function poolLine({ costs, total }: FeasibleProjection, pool: string): Line {
  const members = costs.filter((line: CostLine) => line.costPool === pool && line.inTotal);
  const values = new Float64Array(total.length);
  for (const line of members) line.values.forEach((value, m) => (values[m] = values[m] + value));
  return { id: pool, label: pool, unit: "money", kind: "flow", values, from: members.map(({ id }) => id) };
}
