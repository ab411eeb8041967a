/** How generated loops read what formulas name of the plan: its words, the rows of its sets, and their fields. */
import { nameIn, rowWord } from "../../src/engine/model/language/names";
import type { Names } from "../../src/engine/model/language/names";
import type { Expression } from "../../src/engine/demand/expressionTree";
import type { PlanWord } from "../../src/engine/model/language/planWords";
import type { SetName } from "../../src/engine/model/rows";

/** The code of a word of the plan `p`, and of the month `m` (from 0) where it changes from month to month. */
interface WordReading {
  readonly code: string;
  readonly changes?: true;
}

/** Whether an architecture runs before the plan's own is in service. */
const runsBefore = (architecture: string): WordReading => ({
  code: `((p.service !== undefined && p.service.first > 1 ? p.service.other : p.a["plan.current"]) === "${architecture}" ? 1 : 0)`,
});

const isOwned = (share: string, part: string): string => `(p.centralShare ${share} && p.a["${part}.hosting"] === "owned")`;

export const PLAN_READINGS: Readonly<Record<PlanWord, WordReading>> = {
  no_limit: { code: "Infinity" },
  plan_months: { code: "p.timeline.months" },
  central_share: { code: "p.centralShare" },
  distributed_share: { code: "(1 - p.centralShare)" },
  first_month: { code: "(p.service?.first ?? 1)" },
  owns_servers: { code: `(${isOwned("> 0", "vertical")} || ${isOwned("< 1", "horizontal")} ? 1 : 0)` },
  in_service: { code: "(p.service !== undefined && (m + 1 < p.service.first || m + 1 > p.service.last) ? 0 : 1)", changes: true },
  runs_central: runsBefore("vertical"),
  runs_distributed: runsBefore("horizontal"),
  expires: { code: '(p.a["data.retention_years"] > 0 ? 1 : 0)' },
  has_divestitures: { code: "(p.demand.deals.some(({ deal }) => deal.tb < 0) ? 1 : 0)" },
  integration_months: { code: "p.demand.pace.months" },
  has_one_pace: { code: "(p.demand.pace.later === undefined ? 1 : 0)" },
  pace_until: { code: "(p.demand.pace.later?.after ?? 0)" },
  later_months: { code: "(p.demand.pace.later?.months ?? 0)" },
};

/** How loops find the rows of a set, and read from `row`. */
interface SetReading {
  /** The rows in the plan `p` and its assumptions `a`. */
  readonly rows: string;
  /** A function that this calls, with its file from that of the loops. */
  readonly calls?: { readonly name: string; readonly from: string };
  /** The object that holds a field under its name. */
  readonly of: string;
  /** Fields and words that are read in another way. */
  readonly others?: Readonly<Record<string, string>>;
}

const truth = (code: string): string => `(${code} ? 1 : 0)`;
const vendor = (field: string, none = "0"): string => `(row.product.vendor?.${field} ?? ${none})`;

/** The rule by which a product counts on servers of a part. */
const counting = (part: "server" | "node"): Readonly<Record<string, string>> => ({
  [`${part}_metric`]: `row.${part}.metric`,
  [`${part}_factor`]: `row.${part}.rule.factor`,
  [`${part}_pack`]: `row.${part}.rule.pack`,
  [`${part}_minimum`]: `row.${part}.rule.minimum`,
});

const SET_READINGS: Readonly<Record<SetName, SetReading>> = {
  roles: {
    rows: "p.staffing.roles",
    of: "row",
    others: { ratio: "Number(row.ratio)", is_driven: truth("row.ratio"), oncall: truth("row.oncall") },
  },
  deals: {
    rows: "p.demand.deals",
    of: "row.deal",
    others: {
      growth: "Number(row.deal.growth)",
      has_growth: truth("row.deal.growth !== undefined"),
      close_month: "row.closeMonth",
      start_month: "row.startMonth",
      integrated_month: "row.integratedMonth",
      weight: "row.weight",
    },
  },
  licenses: {
    rows: "p.licensing.products",
    of: "row.product",
    others: {
      ...counting("server"),
      ...counting("node"),
      minimum_whole_server: vendor("minimumServer"),
      minimum_per_processor: vendor("minimumPerProcessor"),
      minimum_order: vendor("minimumOrder"),
      cores_per_license: vendor("coresPerLicense", "Infinity"),
      pooled: truth("row.product.vendor?.pooled"),
      is_central: truth("row.isCentral"),
      is_distributed: truth("row.isDistributed"),
    },
  },
  tiers: { rows: `p.reference.transferRates[a["transfer.rates"]].tiers`, of: "row" },
  macrs_years: {
    rows: 'macrsYears(a["finance.depreciation"])',
    calls: { name: "macrsYears", from: "../../finance/depreciation" },
    of: "row",
  },
};

/** How loops find the rows of a set. */
export const setReading = (set: string): SetReading => SET_READINGS[set as SetName];

/** The code of a field of a row, or of its word, by the variable of the row. */
export function fieldCode(set: string, field: string, row: string): string {
  const { of, others = {} } = setReading(set);
  const code = Object.hasOwn(others, field) ? others[field] : `${of}.${field}`;
  return code.replaceAll(/\brow\b/g, row);
}

/** The code of the word that a key, or a field of a row, holds; of a row when `isOfRow`. */
export function wordCode(
  of: Expression,
  sets: Names["sets"],
  rows: Readonly<Record<string, string>>,
): { readonly code: string; readonly isOfRow: boolean } {
  const name = nameIn(of);
  const found = rowWord(sets, name, Object.keys(rows));
  if (!found) return { code: `a[${JSON.stringify(name)}]`, isOfRow: false };
  const field = name.slice(sets[found.set].row.length + 1);
  return { code: fieldCode(found.set, field, rows[found.set]), isOfRow: true };
}
