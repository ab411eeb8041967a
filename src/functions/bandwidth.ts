/** Links, transfer and the time to move data. */

import { burstableMbps, copyDays, linkCost, requiredMbps } from "../engine/cost/bandwidth";
import { graduatedCost, unitsPerGb } from "../engine/cost/tiers";
import { integer, number } from "../engine/catalogue/assumption";
import { ModelError } from "../engine/errors";
import { MONTHS_PER_YEAR } from "../engine/units";
import { reference } from "../reference/load";
import { isOmitted, numberOf, perPeriod, rowsOf, textOf } from "./cells";
import { elementwise } from "./elementwise";
import { answer, answers } from "./excelError";
import { CHANGE_RATE, PERIODS, POSITIVE, QUANTITY, utilizationRule, withDefault } from "./rules";
import { measurementsOf } from "./series";
import { requirePriced, tiersOf } from "./tierRange";
import type { PricedRange } from "./tierRange";

const NOTHING = withDefault(QUANTITY, 0);
const LINKS = integer("Links", "links", 1, 1, 10_000);
const MONTHS = number("Months", "months", MONTHS_PER_YEAR, 0, 1200);
const EFFICIENCY = number("Efficiency", "share", 0.8, 0.01, 1);
const BILLED_SHARE = number("Share", "share", 0.95, 0.01, 1);
const STANDARD_RATES = "aws-internet";

/**
 * Returns the bandwidth needed for a rate of transactions.
 * @customfunction BANDWIDTH.MBPS
 * @param tps Peak load, transactions per second.
 * @param kb_per_tx Bytes moved per transaction, kB.
 * @param [utilization] Maximum utilization of the link in the busy hour, 0.05 to 1; 0.7 when left out.
 * @param invocation The calling cell.
 * @returns Mbps, in the shape of the arguments.
 * @requiresAddress
 * @formula tps x kb_per_tx x 8 / 1000 / utilization
 * @errors #VALUE! for a utilization that isn't a share.
 * @example =TCO.BANDWIDTH.MBPS(70, 40) -> 32
 * @related BANDWIDTH.LINK, BANDWIDTH.COST
 */
export function bandwidthMbps(tps: any[][], kb_per_tx: any[][], utilization: any[][], invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () =>
    elementwise(requiredMbps, [
      ["tps", tps, QUANTITY],
      ["kb_per_tx", kb_per_tx, QUANTITY],
      ["utilization", utilization, utilizationRule(0.7)],
    ]),
  );
}

/**
 * Returns the cost of links over a number of months.
 * @customfunction BANDWIDTH.LINK
 * @param mbps Bandwidth of each link, Mbps.
 * @param price_per_mbps Price per Mbps and month.
 * @param [port] Fixed price per link and month; 0 when left out.
 * @param [links] Number of links; 1 when left out.
 * @param [months] Number of months; 12 when left out.
 * @param invocation The calling cell.
 * @returns Cost in the unit of the prices, in the shape of the arguments.
 * @requiresAddress
 * @formula links x (port + mbps x price_per_mbps) x months
 * @errors #VALUE! for negative amounts.
 * @example =TCO.BANDWIDTH.LINK(100, 4, 300, 2) -> 16800
 * @related BANDWIDTH.COST, BANDWIDTH.MBPS
 */
export function bandwidthLink(
  mbps: any[][],
  price_per_mbps: any[][],
  port: any[][],
  links: any[][],
  months: any[][],
  invocation: CustomFunctions.Invocation,
): any[][] {
  return answers(invocation, () =>
    elementwise(
      (bandwidth, price, fixed, count, time) => linkCost(bandwidth, price, { port: fixed, links: count, months: time }),
      [
        ["mbps", mbps, QUANTITY],
        ["price_per_mbps", price_per_mbps, QUANTITY],
        ["port", port, NOTHING],
        ["links", links, LINKS],
        ["months", months, MONTHS],
      ],
    ),
  );
}

/**
 * Returns the cost of links in each year, one column per year.
 * @customfunction BANDWIDTH.COST
 * @param mbps Bandwidth of each link, Mbps: one number, or one per year.
 * @param price_per_mbps Price per Mbps and month in year 1.
 * @param [port] Fixed price per link and month in year 1; 0 when left out.
 * @param [links] Number of links; 1 when left out.
 * @param [price_change] Yearly change of the prices as a share; 0 when left out.
 * @param [periods] Number of years; 5 when left out.
 * @param invocation The calling cell.
 * @returns One row: cost of each year, in the unit of the prices.
 * @requiresAddress
 * @formula links x (port + mbps x price_per_mbps) x 12 x (1 + price_change)^(year - 1)
 * @errors #VALUE! when the list of bandwidths has neither one nor `periods` entries.
 * @example =TCO.BANDWIDTH.COST(100, 4, 300, 2, -0.05, 2) -> {16800, 15960}
 * @related BANDWIDTH.LINK
 */
export function bandwidthCost(
  mbps: any[][],
  price_per_mbps: any,
  port: any,
  links: any,
  price_change: any,
  periods: any,
  invocation: CustomFunctions.Invocation,
): any[][] {
  return answers(invocation, () => {
    const years = numberOf("periods", periods, PERIODS);
    const price = numberOf("price_per_mbps", price_per_mbps, QUANTITY);
    const terms = { port: numberOf("port", port, NOTHING), links: numberOf("links", links, LINKS), months: MONTHS_PER_YEAR };
    const change = numberOf("price_change", price_change, CHANGE_RATE);
    const bandwidths = perPeriod("mbps", mbps, QUANTITY, years);
    return [bandwidths.map((bandwidth, index) => linkCost(bandwidth, price, terms) * Math.pow(1 + change, index))];
  });
}

/** Tiers in which GB are priced, whatever unit their bounds count in. */
interface TransferTiers extends PricedRange {
  readonly unitsPerGb: number;
}

function transferTiers(given: unknown): TransferTiers {
  const rows = rowsOf(given);
  if (rows.length > 1 || rows[0].length > 1) return { ...tiersOf("rates", given), unitsPerGb: 1 };
  const name = isOmitted(given) ? STANDARD_RATES : textOf("rates", given, STANDARD_RATES);
  const rates = reference.transferRates[name.toLowerCase()] as (typeof reference.transferRates)[string] | undefined;
  if (!rates) {
    const names = Object.keys(reference.transferRates).join(", ");
    throw new ModelError(
      "not-allowed",
      "rates",
      `rates is "${name}". Use ${names}, or a range with two columns (from, price) or three (from, to, price).`,
    );
  }
  return { tiers: rates.tiers, end: Infinity, unitsPerGb: unitsPerGb(rates) };
}

/**
 * Returns the cost of data sent out of a cloud.
 * @customfunction BANDWIDTH.TRANSFER
 * @param gb_per_month Data per month, GB (10^9 bytes).
 * @param [rates] Name of built-in rates (aws-internet when left out, azure-internet, gcp-premium, gcp-standard, none), or a range: from GB, price per GB; or from, to, price.
 * @param [months] Number of months; 12 when left out.
 * @param invocation The calling cell.
 * @returns Cost over the months, in the shape of the arguments.
 * @requiresAddress
 * @formula each tier's price for the quantity in that tier, x months
 * @source REFERENCE("transfer") names the price list and its date
 * @errors #VALUE! for unknown rates, or tiers that COST.TIERED rejects.
 * @example =TCO.BANDWIDTH.TRANSFER(150, {0, 0; 100, 0.09}, 1) -> 4.5
 * @related COST.TIERED, REFERENCE
 */
export function bandwidthTransfer(gb_per_month: any[][], rates: any[][], months: any[][], invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () => {
    const priced = transferTiers(rates);
    return elementwise(
      (gb, time) => {
        requirePriced("gb_per_month", gb, "rates", priced);
        return graduatedCost(gb * priced.unitsPerGb, priced.tiers) * time;
      },
      [
        ["gb_per_month", gb_per_month, QUANTITY],
        ["months", months, MONTHS],
      ],
    );
  });
}

/**
 * Returns the bandwidth that a burstable contract bills.
 * @customfunction BANDWIDTH.PERCENTILE
 * @param samples Samples of the month (usually 5-minute averages), Mbps; blank cells and zeros at the end are ignored.
 * @param [share] Share of the samples to bill at or below; 0.95 when left out.
 * @param invocation The calling cell.
 * @returns Mbps billed.
 * @requiresAddress
 * @formula drop the highest floor(n x (1 - share)) samples, bill the next; not PERCENTILE.INC, which interpolates
 * @errors #VALUE! without samples.
 * @example =TCO.BANDWIDTH.PERCENTILE({100, 100, 100, 1000}, 0.75) -> 100
 * @related BANDWIDTH.LINK
 */
export function bandwidthPercentile(samples: any[][], share: any, invocation: CustomFunctions.Invocation): any {
  return answer(invocation, () => burstableMbps(measurementsOf("samples", samples, QUANTITY), numberOf("share", share, BILLED_SHARE)));
}

/**
 * Returns the number of days to copy data over a link.
 * @customfunction BANDWIDTH.COPYDAYS
 * @param tb Data to move, TB (10^12 bytes).
 * @param mbps Bandwidth of the link, Mbps.
 * @param [efficiency] Share of the bandwidth available for the data, 0.01 to 1; 0.8 when left out.
 * @param invocation The calling cell.
 * @returns Days, in the shape of the arguments.
 * @requiresAddress
 * @formula tb x 8,000,000 / (mbps x efficiency x 86,400)
 * @errors #VALUE! for a bandwidth of 0.
 * @example =TCO.BANDWIDTH.COPYDAYS(10.8, 1000, 1) -> 1
 * @related BANDWIDTH.MBPS
 */
export function bandwidthCopyDays(tb: any[][], mbps: any[][], efficiency: any[][], invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () =>
    elementwise(copyDays, [
      ["tb", tb, QUANTITY],
      ["mbps", mbps, POSITIVE],
      ["efficiency", efficiency, EFFICIENCY],
    ]),
  );
}
