import { monthlyDepreciation, monthlySpend, otherCapital, profitAndLoss } from "../finance/profitAndLoss";
import { COST_POOLS } from "../lines";
import type { CostLine, FeasibleProjection, Line, Plan } from "../lines";
import { quoted, sumOfTerms } from "../terms";
import type { RootTerm, TermWriter } from "../terms";

interface Sum {
  readonly label: string;
  readonly of: (projection: FeasibleProjection) => Float64Array;
  readonly terms: (projection: FeasibleProjection, t: TermWriter) => string;
}

/** The cost lines that count in totals, as a sum; those that are 0 throughout are left out. */
function countedTerms({ costs }: FeasibleProjection, isCounted: (line: CostLine) => boolean): string {
  const counted = costs.filter((line) => line.inTotal && isCounted(line) && hasAmount(line.values));
  return sumOfTerms(counted.map(({ id }) => quoted(id)));
}

/** Share of a purchase that is written off after some months. */
function writtenOff({ a }: Plan, t: TermWriter, months: string): string {
  t.because("finance.depreciation");
  return a["finance.depreciation"] === "macrs-5" ? `macrs(${months})` : `min(1, max(0, ${months}) / life_months)`;
}

const hasAmount = (values: Float64Array): boolean => values.some((value) => value !== 0);

/** Depreciation of servers, and of other capital spending from the month in which it is paid. */
function depreciationTerms(projection: FeasibleProjection, t: TermWriter): string {
  const { plan, series } = projection;
  const servers = "depreciation.hardware.purchase";
  const others = otherCapital(projection)
    .filter(({ values }) => hasAmount(values))
    .map(({ id }) => {
      const [before, after] = [writtenOff(plan, t, "(month - i)"), writtenOff(plan, t, "(month - i + 1)")];
      return t.flow(`depreciation.${id}`, "money", `sum(i, 1, month, ${quoted(id)}(i) * (${after} - ${before}))`);
    });
  return sumOfTerms([...(hasAmount(series[servers]) ? [servers] : []), ...others]);
}

/** Sums over the cost lines, with names like those of lines. */
const SUMS: Readonly<Record<string, Sum>> = {
  total: { label: "Total cost", of: ({ total }) => total, terms: (projection) => countedTerms(projection, () => true) },
  capex: {
    label: "Capital spending",
    of: (projection) => monthlySpend(projection, "capex"),
    terms: (projection) => countedTerms(projection, ({ spend }) => spend === "capex"),
  },
  opex: {
    label: "Operating cost",
    of: (projection) => monthlySpend(projection, "opex"),
    terms: (projection) => countedTerms(projection, ({ spend }) => spend === "opex"),
  },
  depreciation: { label: "Depreciation", of: monthlyDepreciation, terms: depreciationTerms },
  pnl: {
    label: "Cost in the profit-and-loss view",
    of: profitAndLoss,
    terms: (projection, t) => ["opex", "depreciation"].map((name) => t.flow(name, "money", SUMS[name].terms(projection, t))).join(" + "),
  },
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

/** From what an explanation of a name starts; undefined for an unknown name. */
export function namedTerm(projection: FeasibleProjection, name: string): RootTerm | undefined {
  const line = namedLine(projection, name);
  if (!line) return undefined;
  const { id } = line;
  if (projection.lines.includes(line)) return { name: id };
  const sum = Object.hasOwn(SUMS, id) ? SUMS[id].terms : () => countedTerms(projection, ({ costPool }) => costPool === id);
  return { name: id, formula: (t) => sum(projection, t) };
}

function poolLine({ costs, total }: FeasibleProjection, pool: string): Line {
  const members = costs.filter((line: CostLine) => line.costPool === pool && line.inTotal);
  const values = new Float64Array(total.length);
  for (const line of members) line.values.forEach((value, m) => (values[m] = values[m] + value));
  return { id: pool, label: pool, unit: "money", kind: "flow", values, from: members.map(({ id }) => id) };
}
