import type { LicensedProduct } from "../capacity/licensing";
import type { WeightedDeal } from "../demand/deals";
import { macrsYears } from "../finance/depreciation";
import type { MacrsYear } from "../finance/depreciation";
import type { Plan } from "../lines";
import type { Tier, TransferRates } from "../catalogue/reference";
import type { Role } from "../catalogue/resolved";
import type { TermWriter } from "../terms";
import { countingFields, countingWord, vendorField } from "./licenseFields";
import { decidingField, keyFields, keyWord, rowSet } from "./sets";
import type { RowField } from "./sets";

const nameOfRole = ({ name }: Role): string => name;
const nameOfDeal = ({ deal }: WeightedDeal): string => deal.name;

/** The people that a plan needs, by role. */
const roles = rowSet<Role>({
  row: "role",
  reads: ["step:share", "role.*", "staff.roles"],
  rows: ({ staffing }) => staffing.roles,
  name: nameOfRole,
  fields: {
    ...keyFields("role", nameOfRole, ["minimum", "fixed", "ratio"]),
    // A published salary is brought to the start of the plan by the growth of wages.
    salary: { ...keyFields("role", nameOfRole, ["salary"])["salary"], reads: ["role.*.salary", "staff.wage_growth"] },
    is_driven: decidingField(
      ({ name }) => `role.${name}.driver`,
      ["role.*.ratio", "role.*.driver"],
      ({ ratio }) => Boolean(ratio),
    ),
    oncall: decidingField(
      ({ name }) => `role.${name}.oncall`,
      ["role.*.oncall"],
      ({ oncall }) => oncall,
    ),
  },
  words: {},
});

/** Month of the plan at whose end a deal closes. */
function closeMonth({ deal: { name } }: WeightedDeal, t: TermWriter): string {
  return t.term(`close_month.${name}`, "month", `months_from(plan.start, ${t.key(`deal.${name}.close`)}) + 1`);
}

/** Month at whose end a deal begins to move. */
function startMonth(deal: WeightedDeal, t: TermWriter): string {
  const { name } = deal.deal;
  return t.term(`start_month.${name}`, "month", `${closeMonth(deal, t)} + ${t.key(`deal.${name}.lag_months`)}`);
}

/** How far a deal's probability counts. */
function weightText({ deal }: WeightedDeal, { a }: Plan, t: TermWriter): string | number {
  if (a["deals.weighting"] === "expected") return t.key(`deal.${deal.name}.probability`);
  t.because("deals.weighting");
  return 1;
}

const AMOUNTS = ["volume", "tb", "sites", "regions", "legacy_cost", "integration_cost"] as const;

/** What a deal brings or costs; of a deal that has none of it explanations do not speak. */
const AMOUNTS_OF_DEALS: Readonly<Record<string, RowField<WeightedDeal>>> = Object.fromEntries(
  AMOUNTS.map((field) => {
    const stated = keyFields("deal", nameOfDeal, [field])[field];
    return [field, { ...stated, printed: (deal, plan, t) => (deal.deal[field] === 0 ? 0 : stated.printed(deal, plan, t)) }];
  }),
);

/** The acquisitions and divestitures that count. */
const deals = rowSet<WeightedDeal>({
  row: "deal",
  reads: ["step:deals"],
  rows: ({ demand }) => demand.deals,
  name: nameOfDeal,
  fields: {
    ...AMOUNTS_OF_DEALS,
    ...keyFields("deal", nameOfDeal, ["growth"]),
    has_growth: decidingField(
      ({ deal }) => `deal.${deal.name}.growth`,
      ["deal.*.growth"],
      ({ deal }) => deal.growth !== undefined,
    ),
    close_month: { reads: ["step:deals"], printed: (deal, _plan, t) => closeMonth(deal, t) },
    start_month: { reads: ["step:deals"], printed: (deal, _plan, t) => startMonth(deal, t) },
    integrated_month: {
      reads: ["step:deals"],
      printed: (deal, _plan, t) => `(${startMonth(deal, t)} + integration_months)`,
    },
    weight: { reads: ["step:deals"], printed: weightText },
  },
  words: {},
});

/** A tier of the transfer rates of a plan. */
interface RateTier extends Tier {
  readonly at: number;
  readonly name: string;
  readonly rates: TransferRates;
}

const tierField = (field: "from" | "price"): RowField<RateTier> => ({
  reads: ["transfer.rates"],
  printed: ({ at, name, rates: { unit, source, date }, [field]: value }, _plan, t) =>
    t.cited(`transfer.${name}.${field}.${at}`, field === "from" ? unit : `money/${unit}`, { value, source, date }),
});

/** The tiers by which a cloud bills traffic to sites. */
const tiers = rowSet<RateTier>({
  row: "tier",
  reads: ["transfer.rates"],
  rows: ({ a, reference }) => {
    const name = a["transfer.rates"];
    const rates = reference.transferRates[name];
    return rates.tiers.map((tier, index) => ({ ...tier, at: index + 1, name, rates }));
  },
  name: ({ at }) => String(at),
  fields: { from: tierField("from"), price: tierField("price") },
  words: {},
});

const nameOfProduct = ({ product }: LicensedProduct): string => product.name;

/** The software products that a plan needs. */
const licenses = rowSet<LicensedProduct>({
  row: "license",
  reads: ["step:licensing", "license.*"],
  rows: ({ licensing }) => licensing.products,
  name: nameOfProduct,
  fields: {
    ...keyFields("license", nameOfProduct, ["minimum", "pack", "standby", "users_per_volume", "price", "discount", "support"]),
    ...countingFields("server"),
    ...countingFields("node"),
    minimum_whole_server: vendorField("minimumServer", 0),
    minimum_per_processor: vendorField("minimumPerProcessor", 0),
    minimum_order: vendorField("minimumOrder", 0),
    cores_per_license: vendorField("coresPerLicense", Infinity),
    pooled: decidingField(
      ({ product }) => `license.${product.name}.metric`,
      [],
      ({ product }) => product.vendor?.pooled ?? false,
    ),
    is_central: decidingField(
      ({ product }) => `license.${product.name}.applies`,
      ["license.*.applies"],
      ({ isCentral }) => isCentral,
    ),
    is_distributed: decidingField(
      ({ product }) => `license.${product.name}.applies`,
      ["license.*.applies"],
      ({ isDistributed }) => isDistributed,
    ),
  },
  words: {
    metric: keyWord("license", "metric", nameOfProduct, ({ product }) => product.metric),
    model: keyWord("license", "model", nameOfProduct, ({ product }) => product.model),
    server_metric: countingWord("server"),
    node_metric: countingWord("node"),
  },
});

/** The years over which MACRS writes off; none under the straight line. */
const macrsYearRows = rowSet<MacrsYear>({
  row: "year",
  reads: ["finance.depreciation"],
  rows: ({ a }) => macrsYears(a["finance.depreciation"]),
  name: ({ year }) => String(year),
  fields: {
    share: { reads: [], printed: ({ share }) => share },
    youngest: { reads: [], printed: ({ youngest }) => youngest },
    oldest: { reads: [], printed: ({ oldest }) => oldest },
  },
  words: {},
});

/** THE sets of rows. */
export const SETS = { roles, deals, licenses, tiers, macrs_years: macrsYearRows } as const;

export type SetName = keyof typeof SETS;
