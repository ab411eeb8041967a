/** What a shape and shard count of the central part cost in some months: what the choice of the servers weighs. Months count from 1. */

import { undepreciatedValue } from "../finance/assets";
import { countServers } from "./centralContext";
import type { ChoiceContext } from "./centralContext";
import { licensesCost } from "./licensePrice";
import type { ServerBatch } from "./plan";
import { lifeMonthsOf, purchaseOf } from "./purchase";
import { centralBlockTb, maintenanceRate, powerRate, racksFor, storagePrice } from "./serverRates";

/**
 * All that depends on the shape: rent; or purchases less their residual value, maintenance, electricity, racks and block storage; and licenses. What is
 * bought counts in equal parts over the months that it serves, to the end of its life or of the service.
 */
export function shapeCost(c: ChoiceContext, shape: number, shards: number, first: number, last: number): number {
  const servers = c.owned ? ownedCost(c, shape, shards, first, last) : rentCost(c, shape, shards, first, last);
  return c.licenses.products.length === 0 ? servers : servers + licensesCost(c, shape, shards, first, last);
}

function rentCost(c: ChoiceContext, shape: number, shards: number, first: number, last: number): number {
  return c.ladder.table.rent[shape] * rentFactor(c, shards, first, last);
}

/** What a rent of 1 a month costs for all servers in some months. */
export function rentFactor(c: ChoiceContext, shards: number, first: number, last: number): number {
  return c.ladder.priceFactor * countServers(c, shards).total * sumOf(c.setting.indices.cloud, first, last);
}

/** Sum of an index over some months. */
function sumOf(index: Float64Array, first: number, last: number): number {
  let sum = 0;
  for (let month = first; month <= last; month++) sum += index[month - 1];
  return sum;
}

function ownedCost(c: ChoiceContext, shape: number, shards: number, first: number, last: number): number {
  let cost = runningCost(c, shape, shards, first, last);
  for (const batch of keptBatches(c, shape, first)) cost += costInService(c, batch, 0, first, last);
  for (const batch of purchasesOf(c, shape, shards, first, last)) cost += costInService(c, batch, batch.unitPrice, first, last);
  return cost;
}

/** Owned servers that stay in service when a shape is chosen for a month: those of the shape in service that are not worn out. */
function keptBatches(c: ChoiceContext, shape: number, month: number): readonly ServerBatch[] {
  return shape === c.shape ? c.batches.filter(({ endMonth }) => endMonth > month) : [];
}

/** What has to be bought for a shape and shard count in some months: what is missing, and as many as wear out. */
function purchasesOf(c: ChoiceContext, shape: number, shards: number, first: number, last: number): readonly ServerBatch[] {
  const { a, indices } = c.setting;
  const kept = keptBatches(c, shape, first);
  const missing = countServers(c, shards).total - kept.reduce((sum, { count }) => sum + count, 0);
  const life = lifeMonthsOf(a);
  const found: ServerBatch[] = [];
  const buy = (start: number, count: number): void => {
    if (count <= 0) return;
    for (let month = start; month <= last; month += life)
      found.push(purchaseOf(a, indices, c.ladder.priceFactor, c.ladder.shapes[shape], count, month));
  };
  buy(first, missing);
  for (const { endMonth, count } of kept) buy(endMonth, count);
  return found;
}

/** What servers cost in some months: their part of a price less the residual value, and maintenance. */
function costInService(c: ChoiceContext, batch: ServerBatch, unitPrice: number, first: number, last: number): number {
  const { a, demand } = c.setting;
  const start = Math.max(first, batch.serviceMonth);
  const endMonth = Math.min(batch.endMonth, c.months + 1);
  const months = Math.min(last + 1, endMonth) - start;
  const planMonths = demand.tb.length;
  const residual = a["finance.residual_share"] * undepreciatedValue(a["finance.depreciation"], { ...batch, endMonth }, planMonths);
  const share = months / (endMonth - start);
  return (batch.count * unitPrice - residual) * share + batch.count * batch.unitPrice * maintenanceRate(a) * months;
}

/** Electricity, racks and block storage. */
function runningCost(c: ChoiceContext, shape: number, shards: number, first: number, last: number): number {
  const { a, indices } = c.setting;
  const { total, disasterRecovery } = countServers(c, shards);
  const server = c.ladder.shapes[shape];
  const racks = racksFor(a, server, total - disasterRecovery) + racksFor(a, server, disasterRecovery);
  const perMonth = server.kw * total * powerRate(a) + racks * a["rack.price"];
  return perMonth * sumOf(indices.inflation, first, last) + blockCost(c, total, shards, server.localDiskTb, first, last);
}

/** Block storage of so many servers. */
function blockCost(c: ChoiceContext, servers: number, shards: number, localDiskTb: number, first: number, last: number): number {
  const { perTb, index } = storagePrice(c.setting.a, c.setting.indices, c.owned);
  const { tb } = c.workload;
  let cost = 0;
  for (let month = first; month <= last; month++) {
    const tbPerShard = (tb[month - 1] * c.rules.storageTbPerTb) / shards;
    cost += centralBlockTb(servers, tbPerShard, localDiskTb) * index[month - 1];
  }
  return cost * perTb;
}
