/** Prices in tiers, owned hardware, power, and availability with what downtime costs. */

import { clusterAvailability } from "../engine/capacity/availability";
import { downtimeHours } from "../engine/capacity/downtime";
import { CATALOGUE } from "../engine/catalogue/assumptions";
import { hardwareCosts } from "../engine/cost/ownedHardware";
import { powerCostPerYear } from "../engine/cost/powerPerYear";
import { graduatedCost, volumeCost } from "../engine/cost/tiers";
import { number, optional } from "../engine/catalogue/assumption";
import { ModelError } from "../engine/errors";
import { HOURS_PER_YEAR } from "../engine/units";
import { choiceOf, numberOf, perPeriod } from "./cells";
import { elementwise } from "./elementwise";
import { answers } from "./excelError";
import { CHANGE_RATE, PERIODS, QUANTITY, required, share, withDefault } from "./rules";
import { requirePriced, tiersOf } from "./tierRange";

/** @customenum {string} */
enum TierMode {
  /** Each tier's price applies to the quantity in that tier. */
  graduated = "graduated",
  /** The price of the tier reached applies to the whole quantity. */
  volume = "volume",
}

/** @customenum {string} */
enum HardwareView {
  /** Payments: purchases and maintenance. */
  cash = "cash",
  /** Purchases alone. */
  purchase = "purchase",
  /** Maintenance alone. */
  maintenance = "maintenance",
  /** Straight-line depreciation of purchases over their life. */
  depreciation = "depreciation",
}

const MOST_NODES = 10_000;
const NODES = optional("integer", "Nodes", "nodes", 1, MOST_NODES);
const AVAILABILITY = required(share(1));
const HOURS = number("Hours", "h/year", HOURS_PER_YEAR, 0, 8784);
const LIFE = number("Life", "years", 5, 1, 30);

/**
 * Returns the cost of a quantity at tiered prices.
 * @customfunction COST.TIERED
 * @param quantity Quantity bought.
 * @param tiers Two columns, from (the first is 0) and price per unit; or three, from, to, and price, with the last to blank if its price has no limit.
 * @param [mode] graduated (default; each price for the quantity in its tier) or volume (the price of the tier reached, for all).
 * @param invocation The calling cell.
 * @returns Cost in the unit of the prices, in the shape of the quantity.
 * @requiresAddress
 * @errors #VALUE! when the tiers don't start at 0, don't rise, leave a gap, overlap, or end below the quantity; or when they don't have two or three columns.
 * @example =TCO.COST.TIERED(150, {0, 0; 100, 0.09}) -> 4.5
 * @example =TCO.COST.TIERED(150, {0, 100, 0.09; 100, 1000, 0.08}) -> 13
 * @example =TCO.COST.TIERED({100, 200}, {0, 1; 200, 0.5}, "volume") -> {100, 100}
 * @related BANDWIDTH.TRANSFER
 */
export function costTiered(quantity: any[][], tiers: any[][], mode: TierMode, invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () => {
    const range = tiersOf("tiers", tiers);
    const costOf = choiceOf("mode", mode, TierMode, "graduated") === "volume" ? volumeCost : graduatedCost;
    const priced = (amount: number): number => {
      requirePriced("quantity", amount, "tiers", range);
      return costOf(amount, range.tiers);
    };
    return elementwise(priced, [["quantity", quantity, QUANTITY]]);
  });
}

/**
 * Returns the cost of owned units in each year, one column per year.
 * @customfunction COST.HARDWARE
 * @param units Units needed: one number, or one per year; units no longer needed stay until the end of their life.
 * @param price Price per unit in year 1.
 * @param [life] Life of a unit in years, 1 to 30; it is replaced at the start of the next year; 5 when left out.
 * @param [maintenance] Yearly maintenance as a share of the purchase value in service; 0.15 when left out.
 * @param [periods] Number of years; 5 when left out.
 * @param [price_change] Yearly change of the price as a share; 0 when left out.
 * @param [return_] cash (default; purchases and maintenance), purchase, maintenance, or depreciation.
 * @param invocation The calling cell.
 * @returns One row: cost of each year, in the unit of the price.
 * @requiresAddress
 * @formula purchases of increases and of replacements at the end of life x price x (1 + price_change)^(year - 1); maintenance x purchase value in service
 * @errors #VALUE! when the list of units has neither one nor `periods` entries.
 * @example =TCO.COST.HARDWARE(10, 1000, 2, 0.1, 3) -> {11000, 1000, 11000}
 * @example =TCO.COST.HARDWARE({10, 15}, 1000, 5, 0.1, 2, 0, "purchase") -> {10000, 5000}
 * @related COST.POWER, FINANCE.DEPRECIATION
 */
export function costHardware(
  units: any[][],
  price: any,
  life: any,
  maintenance: any,
  periods: any,
  price_change: any,
  return_: HardwareView,
  invocation: CustomFunctions.Invocation,
): any[][] {
  return answers(invocation, () => {
    const years = numberOf("periods", periods, PERIODS);
    const costs = hardwareCosts(
      {
        units: perPeriod("units", units, QUANTITY, years),
        price: numberOf("price", price, QUANTITY),
        lifeYears: numberOf("life", life, LIFE),
        maintenance: numberOf("maintenance", maintenance, CATALOGUE["hardware.maintenance"]),
        priceChange: numberOf("price_change", price_change, CHANGE_RATE),
      },
      years,
    );
    const view = choiceOf("return", return_, HardwareView, "cash");
    return [view === "cash" ? costs.purchase.map((bought, index) => bought + costs.maintenance[index]) : costs[view]];
  });
}

/**
 * Returns the cost of electricity per year.
 * @customfunction COST.POWER
 * @param kw Rated power, kW.
 * @param [price_kwh] Price per kWh; 0.12 when left out.
 * @param [pue] Power usage effectiveness of the data center, 1 to 4; 1.6 when left out.
 * @param [utilization] Average power use as a share of rated power, 0 to 1; 0.6 when left out.
 * @param invocation The calling cell.
 * @returns Cost per year, in the shape of the arguments.
 * @requiresAddress
 * @formula kw x utilization x pue x 8,760 x price_kwh
 * @errors #VALUE! for a power usage effectiveness below 1.
 * @example =TCO.COST.POWER(10, 0.1, 1.5, 0.6) -> 7884
 * @related COST.HARDWARE
 */
export function costPower(
  kw: any[][],
  price_kwh: any[][],
  pue: any[][],
  utilization: any[][],
  invocation: CustomFunctions.Invocation,
): any[][] {
  return answers(invocation, () =>
    elementwise(
      (rated, pricePerKwh, effectiveness, meanShare) =>
        powerCostPerYear(rated, { pricePerKwh, pue: effectiveness, utilization: meanShare }),
      [
        ["kw", kw, QUANTITY],
        ["price_kwh", price_kwh, CATALOGUE["power.price"]],
        ["pue", pue, CATALOGUE["power.pue"]],
        ["utilization", utilization, CATALOGUE["power.utilization"]],
      ],
    ),
  );
}

/**
 * Returns the availability of a cluster that works while enough of its nodes are up.
 * @customfunction AVAILABILITY.CLUSTER
 * @param node_availability Availability of one node, 0 to 1.
 * @param nodes Nodes in the cluster.
 * @param required Nodes that must be up.
 * @param invocation The calling cell.
 * @returns Share of time 0 to 1, in the shape of the arguments.
 * @requiresAddress
 * @formula sum over i >= required of binomial(nodes, i) x A^i x (1 - A)^(nodes - i)
 * @errors #VALUE! when required is above the number of nodes.
 * @example =TCO.AVAILABILITY.CLUSTER(0.99, 3, 2) -> 0.999702
 * @related AVAILABILITY.DOWNTIME
 */
export function availabilityCluster(
  node_availability: any[][],
  nodes: any[][],
  required: any[][],
  invocation: CustomFunctions.Invocation,
): any[][] {
  return answers(invocation, () =>
    elementwise(clusterOf, [
      ["node_availability", node_availability, AVAILABILITY],
      ["nodes", nodes, NODES],
      ["required", required, NODES],
    ]),
  );
}

function clusterOf(nodeAvailability: number, nodes: number, needed: number): number {
  if (needed <= nodes) return clusterAvailability(nodeAvailability, nodes, needed);
  throw new ModelError("conflict", "required", `required is ${needed}, but the cluster has ${nodes} nodes. Enter ${nodes} or less.`);
}

/**
 * Returns the yearly downtime for an availability, in hours or as a cost.
 * @customfunction AVAILABILITY.DOWNTIME
 * @param availability Share of time that the system is up, 0 to 1.
 * @param [cost_per_hour] Cost of an hour of full outage; 1 when left out, so that the result is hours.
 * @param [share] Share of the system that is down at a time; 1 when left out.
 * @param [hours] Hours per year that count; 8760 when left out.
 * @param invocation The calling cell.
 * @returns Hours, or their cost, per year in the shape of the arguments.
 * @requiresAddress
 * @formula (1 - availability) x hours x share x cost_per_hour
 * @errors #VALUE! for an availability that isn't a share.
 * @example =TCO.AVAILABILITY.DOWNTIME(0.75) -> 2190
 * @example =TCO.AVAILABILITY.DOWNTIME(0.75, 100, 0.5) -> 109500
 * @related AVAILABILITY.CLUSTER
 */
export function availabilityDowntime(
  availability: any[][],
  cost_per_hour: any[][],
  share: any[][],
  hours: any[][],
  invocation: CustomFunctions.Invocation,
): any[][] {
  return answers(invocation, () =>
    elementwise(
      (up, costPerHour, affected, time) => downtimeHours(up, time) * affected * costPerHour,
      [
        ["availability", availability, AVAILABILITY],
        ["cost_per_hour", cost_per_hour, withDefault(QUANTITY, 1)],
        ["share", share, WHOLE],
        ["hours", hours, HOURS],
      ],
    ),
  );
}

const WHOLE = share(1);
