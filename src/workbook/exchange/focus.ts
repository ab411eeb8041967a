/**
 * Costs of a plan in the columns of FOCUS 1.2 (FinOps Open Cost and Usage Specification): every mandatory and recommended column, then the TBM cost pool and tower in
 * columns with the prefix x_. A row per month and cost line with a cost. Amounts are as paid: a purchase is in its month, and as no row spreads it over later ones,
 * EffectiveCost is the same amount. The conditional columns describe what a plan does not have: invoices' SKUs, metered usage, commitments, resources. Pure.
 */

import type { CostComponent } from "../../engine/cost/component";
import type { Spend } from "../../engine/lines";
import { dateOfSerial, textOfDate } from "../../engine/timeline";
import type { CellValue } from "../plan";
import { billingCurrency } from "./billingCurrency";

/** A cost line with its months, as the functions return it. */
export interface MonthlyLine {
  readonly id: string;
  readonly costPool: string;
  readonly months: readonly number[];
  /** How the user books a line of the user's own; the built-in lines have theirs. */
  readonly spend?: Spend;
}

/** What the functions say about a plan's costs: a row per line with its pool and its months. */
export interface MonthlyCosts {
  readonly scenario: string;
  readonly architecture: string;
  readonly currency: string;
  /** First and last day of each month, as the spreadsheet counts days. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly lines: readonly MonthlyLine[];
}

type LineWords = Pick<CostComponent, "label" | "tower" | "spend">;

interface Service {
  readonly category: string;
  readonly subcategory: string;
}

const SERVICES: Readonly<Record<CostComponent["tower"], Service>> = {
  Compute: { category: "Compute", subcategory: "Virtual Machines" },
  Storage: { category: "Storage", subcategory: "Other (Storage)" },
  Network: { category: "Networking", subcategory: "Network Connectivity" },
  "Data Center": { category: "Other", subcategory: "Other (Other)" },
  Platform: { category: "Management and Governance", subcategory: "Other (Management and Governance)" },
  Delivery: { category: "Other", subcategory: "Other (Other)" },
  "Security & Compliance": { category: "Security", subcategory: "Other (Security)" },
  Application: { category: "Business Applications", subcategory: "Other (Business Applications)" },
};

/** Lines that end with a project; all other operating costs recur every month. */
const PROJECTS: readonly string[] = [
  "integration.oneoff",
  "integration.beyond_plan",
  "switch.project",
  "switch.beyond_plan",
  "shard.project",
  "upgrade.project",
];

const PLANNER = "TCO Planner";
/** What the ids of the user's own cost lines begin with. */
export const OWN_LINE_PREFIX = "custom.";

type Column = readonly [name: string, value: (charge: Charge) => CellValue];

interface Charge {
  readonly costs: MonthlyCosts;
  readonly id: string;
  readonly costPool: string;
  readonly words: LineWords;
  readonly month: number;
  readonly amount: number;
}

/** A day as FOCUS writes a time: the end of a period is the first day after it. */
function dayShown(serial: number | undefined, daysLater: number): string {
  const date = dateOfSerial((serial ?? 0) + daysLater);
  return date ? `${textOfDate(date)}T00:00:00Z` : "";
}

function categoryOf({ amount, words }: Charge): "Credit" | "Purchase" | "Usage" {
  if (amount < 0) return "Credit";
  return words.spend === "capex" ? "Purchase" : "Usage";
}

function frequencyOf(charge: Charge): "One-Time" | "Recurring" {
  return categoryOf(charge) === "Usage" && !PROJECTS.includes(charge.id) ? "Recurring" : "One-Time";
}

/** What is priced: a month of a service, or the purchase as one unit; a credit has no price. */
function pricing(charge: Charge): readonly [quantity: CellValue, unit: string] {
  if (categoryOf(charge) === "Credit") return ["", ""];
  return [1, frequencyOf(charge) === "Recurring" ? "Months" : "Units"];
}

const amountOf = ({ amount }: Charge): number => amount;
const startOf = ({ costs, month }: Charge): string => dayShown(costs.starts[month], 0);
const endOf = ({ costs, month }: Charge): string => dayShown(costs.ends[month], 1);
const labelOf = ({ words }: Charge): string => words.label;
const none = (): string => "";

const COLUMNS: readonly Column[] = [
  ["AvailabilityZone", none],
  ["BilledCost", amountOf],
  ["BillingAccountId", ({ costs }) => costs.scenario],
  ["BillingAccountName", ({ costs }) => costs.scenario],
  ["BillingCurrency", ({ costs }) => billingCurrency(costs.currency)],
  ["BillingPeriodEnd", endOf],
  ["BillingPeriodStart", startOf],
  ["ChargeCategory", categoryOf],
  ["ChargeClass", none],
  ["ChargeDescription", labelOf],
  ["ChargeFrequency", frequencyOf],
  ["ChargePeriodEnd", endOf],
  ["ChargePeriodStart", startOf],
  ["ContractedCost", amountOf],
  ["EffectiveCost", amountOf],
  // A plan has no invoices.
  ["InvoiceId", none],
  ["InvoiceIssuerName", () => PLANNER],
  ["ListCost", amountOf],
  ["PricingQuantity", (charge) => pricing(charge)[0]],
  ["PricingUnit", (charge) => pricing(charge)[1]],
  ["ProviderName", () => PLANNER],
  ["PublisherName", () => PLANNER],
  ["ServiceCategory", ({ words }) => SERVICES[words.tower].category],
  ["ServiceName", labelOf],
  ["ServiceSubcategory", ({ words }) => SERVICES[words.tower].subcategory],
  ["x_CostLine", ({ id }) => id],
  ["x_TbmCostPool", ({ costPool }) => costPool],
  ["x_TbmTower", ({ words }) => words.tower],
  ["x_Spend", ({ words }) => words.spend],
  ["x_Scenario", ({ costs }) => costs.scenario],
  ["x_Architecture", ({ costs }) => costs.architecture],
];

/** A line of the user's own is in no list: its name is its label, and the user says how it is booked. */
function ownLine({ id, spend = "opex" }: MonthlyLine): LineWords {
  return { label: id.startsWith(OWN_LINE_PREFIX) ? id.slice(OWN_LINE_PREFIX.length) : id, tower: "Application", spend };
}

/** The charges of a plan under a header, month by month in the order of the cost lines; months in which a line costs nothing are left out. */
export function focusRows(costs: MonthlyCosts, components: readonly CostComponent[]): readonly (readonly CellValue[])[] {
  // Also without a single charge the currency is checked.
  billingCurrency(costs.currency);
  const words = new Map<string, LineWords>(components.map((component) => [component.id, component]));
  const charges = costs.starts.flatMap((_start, month) =>
    costs.lines.flatMap((line): Charge[] => {
      const { id, costPool, months } = line;
      const amount = months[month] ?? 0;
      return amount === 0 ? [] : [{ costs, id, costPool, words: words.get(id) ?? ownLine(line), month, amount }];
    }),
  );
  return [COLUMNS.map(([name]) => name), ...charges.map((charge) => COLUMNS.map(([, value]) => value(charge)))];
}
