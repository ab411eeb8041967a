/**
 * Costs of a plan in the columns of FOCUS 1.2 (FinOps Open Cost and Usage Specification), a row per month and cost line that costs anything, with the TBM cost pool and
 * tower in columns of our own (x_). Amounts are as paid: a purchase stands in its month. Pure.
 */

import type { CostComponent } from "../../engine/cost/component";
import { dateOfSerial, textOfDate } from "../../engine/timeline";
import type { CellValue } from "../plan";

/** What the functions say about a plan's costs: a row per line with its pool and its months. */
export interface MonthlyCosts {
  readonly scenario: string;
  readonly architecture: string;
  readonly currency: string;
  /** First and last day of each month, as the spreadsheet counts days. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly lines: readonly { readonly id: string; readonly costPool: string; readonly months: readonly number[] }[];
}

type LineWords = Pick<CostComponent, "label" | "tower" | "spend">;

const SERVICE_CATEGORIES: Readonly<Record<CostComponent["tower"], string>> = {
  Compute: "Compute",
  Storage: "Storage",
  Network: "Networking",
  "Data Center": "Other",
  Platform: "Management and Governance",
  Delivery: "Other",
  "Security & Compliance": "Security",
  Application: "Business Applications",
};

/** A line of the user's own is in no list: it is booked as the engine books it. */
const OWN_LINE: LineWords = { label: "", tower: "Application", spend: "opex" };

const PLANNER = "TCO Planner";
const OWN_LINE_PREFIX = "custom.";

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

function categoryOf({ amount, words }: Charge): string {
  if (amount < 0) return "Credit";
  return words.spend === "capex" ? "Purchase" : "Usage";
}

const amountOf = ({ amount }: Charge): number => amount;
const startOf = ({ costs, month }: Charge): string => dayShown(costs.starts[month], 0);
const endOf = ({ costs, month }: Charge): string => dayShown(costs.ends[month], 1);

const COLUMNS: readonly Column[] = [
  ["BilledCost", amountOf],
  ["BillingAccountId", ({ costs }) => costs.scenario],
  ["BillingAccountName", ({ costs }) => costs.scenario],
  ["BillingCurrency", ({ costs }) => costs.currency],
  ["BillingPeriodEnd", endOf],
  ["BillingPeriodStart", startOf],
  ["ChargeCategory", categoryOf],
  ["ChargeClass", () => ""],
  ["ChargeDescription", ({ id, words }) => words.label || id.replace(OWN_LINE_PREFIX, "")],
  ["ChargePeriodEnd", endOf],
  ["ChargePeriodStart", startOf],
  ["ContractedCost", amountOf],
  ["EffectiveCost", amountOf],
  ["InvoiceIssuerName", () => PLANNER],
  ["ListCost", amountOf],
  ["PricingQuantity", () => ""],
  ["PricingUnit", () => ""],
  ["ProviderName", () => PLANNER],
  ["PublisherName", () => PLANNER],
  ["ServiceCategory", ({ words }) => SERVICE_CATEGORIES[words.tower]],
  ["ServiceName", ({ id, words }) => words.label || id.replace(OWN_LINE_PREFIX, "")],
  ["x_CostLine", ({ id }) => id],
  ["x_TbmCostPool", ({ costPool }) => costPool],
  ["x_TbmTower", ({ words }) => words.tower],
  ["x_Spend", ({ words }) => words.spend],
  ["x_Scenario", ({ costs }) => costs.scenario],
  ["x_Architecture", ({ costs }) => costs.architecture],
];

/** The charges of a plan under a header, month by month in the order of the cost lines; months in which a line costs nothing are left out. */
export function focusRows(costs: MonthlyCosts, components: readonly CostComponent[]): readonly (readonly CellValue[])[] {
  const words = new Map<string, LineWords>(components.map((component) => [component.id, component]));
  const charges = costs.starts.flatMap((_start, month) =>
    costs.lines.flatMap(({ id, costPool, months }): Charge[] => {
      const amount = months[month] ?? 0;
      return amount === 0 ? [] : [{ costs, id, costPool, words: words.get(id) ?? OWN_LINE, month, amount }];
    }),
  );
  return [COLUMNS.map(([name]) => name), ...charges.map((charge) => COLUMNS.map(([, value]) => value(charge)))];
}
