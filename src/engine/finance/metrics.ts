import { annualValues, sumOf } from "../analysis/annual";
import { firstShard } from "../analysis/shardDate";
import type { FeasibleProjection, InfeasibleProjection, Projection } from "../lines";
import { MONTHS_PER_YEAR } from "../units";
import { levelCost, presentValue } from "./presentValue";
import { afterTaxFlow, monthlySpend } from "./profitAndLoss";

/** One figure about a projection. */
export interface Metric {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** What the figure is, in a sentence. */
  readonly explanation: string;
  /** Keys that the metric reads beside the lines. */
  readonly from: readonly string[];
  /** The figure; undefined where there is none. */
  readonly of: (projection: FeasibleProjection) => number | undefined;
  /** The figure that the months before an infeasible one settle; metrics of the whole plan have none. */
  readonly before?: (projection: InfeasibleProjection) => number | undefined;
}

/** A metric of a projection; undefined where it has none. */
export function metricValue({ of, before }: Metric, projection: Projection): number | undefined {
  return projection.feasible ? of(projection) : before?.(projection);
}

const NPV_KEYS = [
  "finance.discount_rate",
  "finance.timing",
  "finance.tax_rate",
  "finance.depreciation",
  "finance.residual_share",
  "hardware.life_years",
];

/** Present value of the costs after tax. */
export function netPresentValue(projection: FeasibleProjection): number {
  const { a } = projection.plan;
  return presentValue(afterTaxFlow(projection), a["finance.discount_rate"], a["finance.timing"], MONTHS_PER_YEAR);
}

const valuesOf = ({ lines }: FeasibleProjection, id: string): Float64Array =>
  lines.find((line) => line.id === id)?.values ?? new Float64Array(0);

function perMonth(projection: FeasibleProjection, id: string): number | undefined {
  const quantity = sumOf(valuesOf(projection, id));
  return quantity > 0 ? sumOf(projection.total) / quantity : undefined;
}

/** Every metric, in the order in which reports list them. */
export const METRICS: readonly Metric[] = [
  {
    id: "tco",
    label: "Total cost",
    unit: "money",
    explanation: "All costs over the plan as paid, not discounted.",
    from: ["downtime.in_total"],
    of: ({ total }) => sumOf(total),
  },
  {
    id: "npv",
    label: "Present value of costs",
    unit: "money",
    explanation: "All costs after tax, discounted to the start of the plan.",
    from: NPV_KEYS,
    of: netPresentValue,
  },
  {
    id: "capex",
    label: "Capital spending",
    unit: "money",
    explanation: "Purchases over the plan, less the residual value.",
    from: [],
    of: (projection) => sumOf(monthlySpend(projection, "capex")),
  },
  {
    id: "opex",
    label: "Operating cost",
    unit: "money",
    explanation: "All other costs over the plan.",
    from: [],
    of: (projection) => sumOf(monthlySpend(projection, "opex")),
  },
  {
    id: "peak_year",
    label: "Most expensive year",
    unit: "money",
    explanation: "Highest cost in a year of the plan.",
    from: [],
    of: ({ total }) => Math.max(...annualValues("flow", total)),
  },
  {
    id: "per_volume_month",
    label: "Cost per unit of volume per month",
    unit: "money",
    explanation: "Total cost divided by the sum of the months' volumes.",
    from: ["volume"],
    of: (projection) => perMonth(projection, "volume"),
  },
  {
    id: "per_tb_month",
    label: "Cost per TB per month",
    unit: "money",
    explanation: "Total cost divided by the sum of the months' data.",
    from: ["tb"],
    of: (projection) => perMonth(projection, "tb"),
  },
  {
    id: "fte",
    label: "Staff at the end",
    unit: "FTE",
    explanation: "People needed in the last month.",
    from: ["fte"],
    of: (projection) => valuesOf(projection, "fte").at(-1),
  },
  {
    id: "nodes",
    label: "Distributed nodes at the end",
    unit: "nodes",
    explanation: "Nodes in service in the last month.",
    from: ["nodes"],
    of: (projection) => valuesOf(projection, "nodes").at(-1),
  },
  {
    id: "shard_year",
    label: "Year of the first split",
    unit: "year",
    explanation: "Year of the plan in which the central database is first split (sharded).",
    from: ["shards"],
    of: (projection) => firstShard(projection)?.year,
    before: (projection) => firstShard(projection)?.year,
  },
  {
    id: "eac",
    label: "Equivalent annual cost",
    unit: "money/year",
    explanation: "Constant yearly cost with the same present value as the plan.",
    from: NPV_KEYS,
    of: (projection) => {
      const { a } = projection.plan;
      return levelCost(
        netPresentValue(projection),
        a["finance.discount_rate"],
        projection.timeline.months,
        a["finance.timing"],
        MONTHS_PER_YEAR,
      );
    },
  },
];

/** The metric of a name, in any case; undefined for an unknown name. */
export function metricNamed(name: string): Metric | undefined {
  return METRICS.find(({ id }) => id === name.trim().toLowerCase());
}
