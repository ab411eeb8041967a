/** Licenses of the central part as the choice of its servers weighs them: those whose number depends on the servers, and how many are held. */

import { MONTHS_PER_YEAR } from "../units";
import type { ChoiceContext } from "./centralContext";
import { countServers } from "./centralContext";
import { licensesNeeded, netLicensePrice, orderedLicenses } from "../capacity/licenses";

/** Licenses of a product that the servers of a shape need in a month (from 1): as many as its users need, where it counts them, and those that servers need without any. */
function needed(c: ChoiceContext, product: number, shape: number, shards: number, month: number): number {
  const { licenses, ladder } = c;
  if (licenses.shards !== shards) licenses.byServers.fill(Number.NaN);
  licenses.shards = shards;
  const at = product * ladder.shapes.length + shape;
  const known = licenses.byServers[at];
  const byServers = known >= 0 ? known : (licenses.byServers[at] = licensesByServers(c, product, shape, shards));
  const byUsers = licenses.byUsers[product];
  return byUsers ? Math.max(byServers, byUsers[month - 1]) : byServers;
}

function licensesByServers(c: ChoiceContext, product: number, shape: number, shards: number): number {
  const license = c.licenses.products[product];
  const { active, passive } = countServers(c, shards);
  return orderedLicenses(
    license,
    licensesNeeded(license, c.ladder.shapes[shape], { active, passive, virtual: !c.owned, volume: 0, tb: 0, sites: 0 }),
  );
}

/**
 * What the licenses of a shape and shard count cost in some months: subscriptions and the support of what is bought as they are paid, purchases in equal
 * parts over the months to the end of the service. What is held is not bought again.
 */
export function licensesCost(c: ChoiceContext, shape: number, shards: number, first: number, last: number): number {
  const { products } = c.licenses;
  let cost = 0;
  for (let i = 0; i < products.length; i++) {
    const costOf = products[i].model === "subscription" ? subscriptionCost : perpetualCost;
    cost += costOf(c, i, shape, shards, first, last);
  }
  return cost;
}

function subscriptionCost(c: ChoiceContext, product: number, shape: number, shards: number, first: number, last: number): number {
  const index = c.setting.indices.licenses;
  let yearly = 0;
  for (let month = first; month <= last; month++) yearly += needed(c, product, shape, shards, month) * index[month - 1];
  return (yearly * netLicensePrice(c.licenses.products[product])) / MONTHS_PER_YEAR;
}

function perpetualCost(c: ChoiceContext, product: number, shape: number, shards: number, first: number, last: number): number {
  const license = c.licenses.products[product];
  const { inflation, licenses: uplift } = c.setting.indices;
  let held = c.licenses.held[product];
  let supported = 0;
  let cost = 0;
  for (let month = first; month <= last; month++) {
    const count = needed(c, product, shape, shards, month);
    if (count > held) {
      const paid = (count - held) * netLicensePrice(license) * inflation[month - 1];
      cost += (paid * (last - month + 1)) / (c.months - month + 1);
      supported += paid;
      held = count;
    }
    cost += (supported * license.support * uplift[month - 1]) / MONTHS_PER_YEAR;
  }
  return cost;
}

/** Notes the licenses that are bought for a month by what is in service. */
export function holdLicenses(c: ChoiceContext, shape: number, shards: number, month: number): void {
  const { products, held } = c.licenses;
  for (let i = 0; i < products.length; i++) {
    if (products[i].model !== "subscription") held[i] = Math.max(held[i], needed(c, i, shape, shards, month));
  }
}
