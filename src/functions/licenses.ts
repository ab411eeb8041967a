/** Licenses: how many, and what they cost. */

import { CATALOGUE } from "../engine/catalogue/assumptions";
import { licenseCosts } from "../engine/cost/licenseCost";
import { licenseUnits, productLicenses } from "../engine/cost/licenseUnits";
import { integer } from "../engine/catalogue/assumption";
import { ModelError } from "../engine/errors";
import type { LicenseProduct } from "../engine/catalogue/reference";
import { reference } from "../reference/load";
import { choiceOf, flagOf, numberOf, perPeriod, textOf } from "./cells";
import { elementwise } from "./elementwise";
import { answers } from "./excelError";
import { nearestWord } from "../engine/catalogue/nearest";
import { CHANGE_RATE, PERIODS, QUANTITY, withDefault } from "./rules";
import { listInWords } from "../engine/words";

/** @customenum {string} */
enum LicenseModel {
  /** Bought once, with yearly support. */
  perpetual = "perpetual",
  /** Paid every year, support included. */
  subscription = "subscription",
}

const MOST = 1e9;
const SERVERS = integer("Servers", "servers", 1, 0, MOST);
const SOCKETS = CATALOGUE["server.*.sockets"];
const FIRST_UPLIFT_YEAR = integer("First year of the increase", "year", 2, 1, 1200);
const LICENSES = withDefault({ ...QUANTITY, max: MOST }, 0);

/**
 * Returns the licenses for a quantity per server by factor, minimum, and pack size.
 * @customfunction LICENSE.UNITS
 * @param quantity Units per server, such as cores.
 * @param [factor] Licenses per unit, such as a core factor of 0.5; 1 when left out.
 * @param [minimum] Minimum units per server; 0 when left out.
 * @param [pack] Units that one license covers; 1 when left out.
 * @param [servers] Number of equal servers; 1 when left out.
 * @param invocation The calling cell.
 * @returns Licenses, in the shape of the arguments.
 * @requiresAddress
 * @formula ceil(max(quantity x factor, minimum) / pack) x servers
 * @errors #VALUE! for a negative quantity or a pack below 1.
 * @example =TCO.LICENSE.UNITS(16, 0.5) -> 8
 * @example =TCO.LICENSE.UNITS(7, 1, 4, 2, 3) -> 12
 * @related LICENSE.COUNT, LICENSE.COST
 */
export function licenseUnitsOf(
  quantity: any[][],
  factor: any[][],
  minimum: any[][],
  pack: any[][],
  servers: any[][],
  invocation: CustomFunctions.Invocation,
): any[][] {
  return answers(invocation, () =>
    elementwise(
      (units, each, fewest, size, count) => licenseUnits(units, { factor: each, minimum: fewest, pack: size, servers: count }),
      [
        ["quantity", quantity, QUANTITY],
        ["factor", factor, CATALOGUE["license.*.factor"]],
        ["minimum", minimum, CATALOGUE["license.*.minimum"]],
        ["pack", pack, CATALOGUE["license.*.pack"]],
        ["servers", servers, SERVERS],
      ],
    ),
  );
}

/** A product of the catalogue by its name in any case. */
function productNamed(given: unknown): LicenseProduct {
  const name = textOf("product", given);
  const product = reference.licenses.find((each) => each.name === name.toLowerCase());
  if (product) return product;
  const names = reference.licenses.map((each) => each.name);
  const nearest = nearestWord(name, names);
  const hint = nearest === undefined ? `Use ${listInWords(names)}.` : `Did you mean ${nearest}?`;
  throw new ModelError("not-allowed", "product", `product is "${name}", which isn't in REFERENCE("licenses"). ${hint}`);
}

/**
 * Returns the licenses that a product needs for equal servers, by the product's own rules.
 * @customfunction LICENSE.COUNT
 * @param product Name of a product in the built-in catalog, such as oracle-db-ee.
 * @param cores_per_server Cores of each server (vCPU if virtual is TRUE).
 * @param [sockets] Sockets of each server; 1 when left out.
 * @param [servers] Number of servers; 1 when left out.
 * @param [users] Named users, for products that count them; 0 when left out.
 * @param [virtual] TRUE if the cores are virtual and the product has a rule for them; FALSE when left out.
 * @param invocation The calling cell.
 * @returns Whole licenses (packs, pairs, subscriptions) as the vendor sells them, at least the vendor's smallest order; in the shape of the arguments.
 * @requiresAddress
 * @source REFERENCE("licenses", product) names the price list or terms of each rule
 * @errors #VALUE! for an unknown product (with the nearest), or a server above the limits of the edition.
 * @example =TCO.LICENSE.COUNT("oracle-db-ee", 16, 2, 3) -> 24
 * @example =TCO.LICENSE.COUNT("rhel", 16, 1, 10) -> 10
 * @related LICENSE.UNITS, LICENSE.COST, REFERENCE
 */
export function licenseCount(
  product: any,
  cores_per_server: any[][],
  sockets: any[][],
  servers: any[][],
  users: any[][],
  virtual: any,
  invocation: CustomFunctions.Invocation,
): any[][] {
  return answers(invocation, () => {
    const rules = productNamed(product);
    const isVirtual = flagOf("virtual", virtual, false);
    return elementwise(
      (coresPerServer, socketsEach, count, people) =>
        productLicenses(rules, { coresPerServer, sockets: socketsEach, servers: count, users: people, virtual: isVirtual }),
      [
        ["cores_per_server", cores_per_server, CATALOGUE["server.*.cores"]],
        ["sockets", sockets, SOCKETS],
        ["servers", servers, SERVERS],
        ["users", users, LICENSES],
      ],
    );
  });
}

/**
 * Returns the cost of licenses in each year, one column per year.
 * @customfunction LICENSE.COST
 * @param licenses Licenses in use: one number, or one per year; perpetual ones are bought when the number rises and never sold.
 * @param price List price per license: once for perpetual, per year for subscription.
 * @param [model] perpetual (default) or subscription.
 * @param [support] Yearly support as a share of the net purchase value; 0.2 when left out; ignored for subscription.
 * @param [uplift] Yearly increase in support or subscription as a share; 0 when left out.
 * @param [periods] Number of years; 5 when left out.
 * @param [first_uplift_year] First year of the increase; 2 when left out.
 * @param [discount] Discount on the list price as a share; 0 when left out.
 * @param invocation The calling cell.
 * @returns One row: cost of each year, in the unit of the price.
 * @requiresAddress
 * @formula perpetual: licenses added x net price + licenses owned x net price x support x index; subscription: licenses x net price x index; index
 *   (1 + uplift)^(year - first_uplift_year + 1) from that year on
 * @errors #VALUE! when the list of licenses has neither one nor `periods` entries.
 * @example =TCO.LICENSE.COST(10, 47500, "perpetual", 0.22, 0, 2) -> {579500, 104500}
 * @example =TCO.LICENSE.COST({10, 12}, 100, "subscription", , 0.1, 2) -> {1000, 1320}
 * @related LICENSE.COUNT
 */
export function licenseCost(
  licenses: any[][],
  price: any,
  model: LicenseModel,
  support: any,
  uplift: any,
  periods: any,
  first_uplift_year: any,
  discount: any,
  invocation: CustomFunctions.Invocation,
): any[][] {
  return answers(invocation, () => {
    const years = numberOf("periods", periods, PERIODS);
    const terms = {
      licenses: perPeriod("licenses", licenses, QUANTITY, years),
      price: numberOf("price", price, QUANTITY),
      model: choiceOf("model", model, LicenseModel, "perpetual"),
      support: numberOf("support", support, withDefault(CATALOGUE["license.*.support"], 0.2)),
      uplift: numberOf("uplift", uplift, CHANGE_RATE),
      firstUpliftYear: numberOf("first_uplift_year", first_uplift_year, FIRST_UPLIFT_YEAR),
      discount: numberOf("discount", discount, CATALOGUE["license.*.discount"]),
    };
    return [licenseCosts(terms, years)];
  });
}
