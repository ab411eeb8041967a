// Written by `npm run generate` from the formulas in src/engine/model: change those.

import { ceilTolerant } from "../../units";
import { roomFor } from "../functions";
import type { Plan } from "../../lines";
import type { ModelSeries } from "./series";

/** central_servers_licensed = active_servers + roundup(license.standby * passive_servers) */
export function centralServersLicensed(p: Plan, s: ModelSeries): void {
  const rows = p.licensing.products;
  const activeServers = s["active_servers"];
  const passiveServers = s["passive_servers"];
  const centralServersLicensedRows = s["central_servers_licensed"];
  roomFor(centralServersLicensedRows, rows.length, p.timeline.months);
  for (let i = 0; i < rows.length; i++) {
    const license = rows[i];
    const standby = license.product.standby;
    const centralServersLicensed = centralServersLicensedRows[i];
    for (let m = 0; m < centralServersLicensed.length; m++) {
      centralServersLicensed[m] = activeServers[m] + ceilTolerant(passiveServers[m] * standby);
    }
  }
}

/** units_per_server = by(license.server_metric, core, server_sockets * max(server_cores / server_sockets * license.server_factor, license.server_minimum), socket, server_sockets, vcpu, max(server_cores * license.server_factor, license.server_minimum), server_cores * license.server_factor) */
export function unitsPerServer(p: Plan, s: ModelSeries): void {
  const rows = p.licensing.products;
  const serverSockets = s["server_sockets"];
  const serverCores = s["server_cores"];
  const unitsPerServerRows = s["units_per_server"];
  roomFor(unitsPerServerRows, rows.length, p.timeline.months);
  for (let i = 0; i < rows.length; i++) {
    const license = rows[i];
    const serverFactor = license.server.rule.factor;
    const serverMinimum = license.server.rule.minimum;
    const isCore = license.server.metric === "core";
    const isSocket = license.server.metric === "socket";
    const isVcpu = license.server.metric === "vcpu";
    const unitsPerServer = unitsPerServerRows[i];
    for (let m = 0; m < unitsPerServer.length; m++) {
      unitsPerServer[m] = isCore
        ? serverSockets[m] * Math.max((serverCores[m] * serverFactor) / serverSockets[m], serverMinimum)
        : isSocket
          ? serverSockets[m]
          : isVcpu
            ? Math.max(serverCores[m] * serverFactor, serverMinimum)
            : serverCores[m] * serverFactor;
    }
  }
}

/** licenses_per_server = by(license.server_metric, core, max(server_sockets * roundup(units_per_server / server_sockets / license.server_pack), roundup(license.minimum_whole_server / license.server_pack)), socket, max(roundup(units_per_server / license.server_pack), roundup(server_cores / license.cores_per_license)), roundup(units_per_server / license.server_pack)) */
export function licensesPerServer(p: Plan, s: ModelSeries): void {
  const rows = p.licensing.products;
  const serverSockets = s["server_sockets"];
  const serverCores = s["server_cores"];
  const licensesPerServerRows = s["licenses_per_server"];
  roomFor(licensesPerServerRows, rows.length, p.timeline.months);
  for (let i = 0; i < rows.length; i++) {
    const license = rows[i];
    const unitsPerServer = s["units_per_server"][i];
    const serverPack = 1 / license.server.rule.pack;
    const minimumWholeServerEtc = ceilTolerant((license.product.vendor?.minimumServer ?? 0) / license.server.rule.pack);
    const coresPerLicense = 1 / (license.product.vendor?.coresPerLicense ?? Infinity);
    const isCore = license.server.metric === "core";
    const isSocket = license.server.metric === "socket";
    const licensesPerServer = licensesPerServerRows[i];
    for (let m = 0; m < licensesPerServer.length; m++) {
      licensesPerServer[m] = isCore
        ? Math.max(serverSockets[m] * ceilTolerant((unitsPerServer[m] * serverPack) / serverSockets[m]), minimumWholeServerEtc)
        : isSocket
          ? Math.max(ceilTolerant(unitsPerServer[m] * serverPack), ceilTolerant(serverCores[m] * coresPerLicense))
          : ceilTolerant(unitsPerServer[m] * serverPack);
    }
  }
}

/** central_licenses = license.pooled ? roundup(central_servers_licensed * units_per_server / license.server_pack) : by(license.server_metric, processor, roundup(central_servers_licensed * units_per_server), user, roundup(max(volume * central_share * license.users_per_volume, license.minimum * central_servers_licensed, license.minimum_per_processor * roundup(central_servers_licensed * units_per_server)) / license.pack), tb, roundup(max(tb * central_share, license.minimum) / license.pack), server, central_servers_licensed, virtual_server, roundup(central_servers_licensed / license.server_pack), central_servers_licensed * licenses_per_server) */
export function centralLicenses(p: Plan, s: ModelSeries): void {
  const rows = p.licensing.products;
  const volume = s["volume"];
  const tb = s["tb"];
  const centralShare = p.centralShare;
  const centralLicensesRows = s["central_licenses"];
  roomFor(centralLicensesRows, rows.length, p.timeline.months);
  for (let i = 0; i < rows.length; i++) {
    const license = rows[i];
    const centralServersLicensed = s["central_servers_licensed"][i];
    const unitsPerServer = s["units_per_server"][i];
    const serverPack = 1 / license.server.rule.pack;
    const centralShareEtc = p.centralShare * license.product.users_per_volume;
    const minimum = license.product.minimum;
    const minimumPerProcessor = license.product.vendor?.minimumPerProcessor ?? 0;
    const pack = 1 / license.product.pack;
    const licensesPerServer = s["licenses_per_server"][i];
    const isProcessor = license.server.metric === "processor";
    const isUser = license.server.metric === "user";
    const isTb = license.server.metric === "tb";
    const isServer = license.server.metric === "server";
    const isVirtualServer = license.server.metric === "virtual_server";
    const pooled = (license.product.vendor?.pooled ? 1 : 0) !== 0;
    const centralLicenses = centralLicensesRows[i];
    for (let m = 0; m < centralLicenses.length; m++) {
      centralLicenses[m] = pooled
        ? ceilTolerant(centralServersLicensed[m] * unitsPerServer[m] * serverPack)
        : isProcessor
          ? ceilTolerant(centralServersLicensed[m] * unitsPerServer[m])
          : isUser
            ? ceilTolerant(
                Math.max(
                  volume[m] * centralShareEtc,
                  centralServersLicensed[m] * minimum,
                  ceilTolerant(centralServersLicensed[m] * unitsPerServer[m]) * minimumPerProcessor,
                ) * pack,
              )
            : isTb
              ? ceilTolerant(Math.max(tb[m] * centralShare, minimum) * pack)
              : isServer
                ? centralServersLicensed[m]
                : isVirtualServer
                  ? ceilTolerant(centralServersLicensed[m] * serverPack)
                  : centralServersLicensed[m] * licensesPerServer[m];
    }
  }
}

/** units_per_node = by(license.node_metric, core, node_sockets * max(node_cores / node_sockets * license.node_factor, license.node_minimum), socket, node_sockets, vcpu, max(node_cores * license.node_factor, license.node_minimum), node_cores * license.node_factor) */
export function unitsPerNode(p: Plan, s: ModelSeries): void {
  const rows = p.licensing.products;
  const nodeSockets = s["node_sockets"][0];
  const nodeCores = s["node_cores"][0];
  const unitsPerNodeRows = s["units_per_node"];
  roomFor(unitsPerNodeRows, rows.length, p.timeline.months);
  for (let i = 0; i < rows.length; i++) {
    const license = rows[i];
    const nodeSocketsEtc =
      license.node.metric === "core"
        ? nodeSockets * Math.max((nodeCores * license.node.rule.factor) / nodeSockets, license.node.rule.minimum)
        : license.node.metric === "socket"
          ? nodeSockets
          : license.node.metric === "vcpu"
            ? Math.max(nodeCores * license.node.rule.factor, license.node.rule.minimum)
            : nodeCores * license.node.rule.factor;
    const unitsPerNode = unitsPerNodeRows[i];
    unitsPerNode.fill(nodeSocketsEtc);
  }
}

/** licenses_per_node = by(license.node_metric, core, max(node_sockets * roundup(units_per_node / node_sockets / license.node_pack), roundup(license.minimum_whole_server / license.node_pack)), socket, max(roundup(units_per_node / license.node_pack), roundup(node_cores / license.cores_per_license)), roundup(units_per_node / license.node_pack)) */
export function licensesPerNode(p: Plan, s: ModelSeries): void {
  const rows = p.licensing.products;
  const nodeSockets = s["node_sockets"][0];
  const nodeCores = s["node_cores"][0];
  const licensesPerNodeRows = s["licenses_per_node"];
  roomFor(licensesPerNodeRows, rows.length, p.timeline.months);
  for (let i = 0; i < rows.length; i++) {
    const license = rows[i];
    const unitsPerNode = s["units_per_node"][i];
    const nodeSocketsEtc =
      license.node.metric === "core"
        ? Math.max(
            nodeSockets * ceilTolerant(unitsPerNode[0] / nodeSockets / license.node.rule.pack),
            ceilTolerant((license.product.vendor?.minimumServer ?? 0) / license.node.rule.pack),
          )
        : license.node.metric === "socket"
          ? Math.max(
              ceilTolerant(unitsPerNode[0] / license.node.rule.pack),
              ceilTolerant(nodeCores / (license.product.vendor?.coresPerLicense ?? Infinity)),
            )
          : ceilTolerant(unitsPerNode[0] / license.node.rule.pack);
    const licensesPerNode = licensesPerNodeRows[i];
    licensesPerNode.fill(nodeSocketsEtc);
  }
}

/** distributed_licenses = license.pooled ? roundup(nodes * units_per_node / license.node_pack) : by(license.node_metric, processor, roundup(nodes * units_per_node), user, roundup(max(volume * distributed_share * license.users_per_volume, license.minimum * nodes, license.minimum_per_processor * roundup(nodes * units_per_node)) / license.pack), tb, roundup(max(tb * distributed_share, license.minimum) / license.pack), server, nodes, virtual_server, roundup(nodes / license.node_pack), nodes * licenses_per_node) */
export function distributedLicenses(p: Plan, s: ModelSeries): void {
  const rows = p.licensing.products;
  const nodes = s["nodes"];
  const volume = s["volume"];
  const tb = s["tb"];
  const distributedShare = 1 - p.centralShare;
  const distributedLicensesRows = s["distributed_licenses"];
  roomFor(distributedLicensesRows, rows.length, p.timeline.months);
  for (let i = 0; i < rows.length; i++) {
    const license = rows[i];
    const unitsPerNode = s["units_per_node"][i];
    const unitsPerNodeEtc = unitsPerNode[0] / license.node.rule.pack;
    const unitsPerNode2 = unitsPerNode[0];
    const distributedShareEtc = (1 - p.centralShare) * license.product.users_per_volume;
    const minimum = license.product.minimum;
    const minimumPerProcessor = license.product.vendor?.minimumPerProcessor ?? 0;
    const pack = 1 / license.product.pack;
    const nodePack = 1 / license.node.rule.pack;
    const licensesPerNode = s["licenses_per_node"][i];
    const licensesPerNode2 = licensesPerNode[0];
    const isProcessor = license.node.metric === "processor";
    const isUser = license.node.metric === "user";
    const isTb = license.node.metric === "tb";
    const isServer = license.node.metric === "server";
    const isVirtualServer = license.node.metric === "virtual_server";
    const pooled = (license.product.vendor?.pooled ? 1 : 0) !== 0;
    const distributedLicenses = distributedLicensesRows[i];
    for (let m = 0; m < distributedLicenses.length; m++) {
      distributedLicenses[m] = pooled
        ? ceilTolerant(nodes[m] * unitsPerNodeEtc)
        : isProcessor
          ? ceilTolerant(nodes[m] * unitsPerNode2)
          : isUser
            ? ceilTolerant(
                Math.max(
                  volume[m] * distributedShareEtc,
                  nodes[m] * minimum,
                  ceilTolerant(nodes[m] * unitsPerNode2) * minimumPerProcessor,
                ) * pack,
              )
            : isTb
              ? ceilTolerant(Math.max(tb[m] * distributedShare, minimum) * pack)
              : isServer
                ? nodes[m]
                : isVirtualServer
                  ? ceilTolerant(nodes[m] * nodePack)
                  : nodes[m] * licensesPerNode2;
    }
  }
}

/** licenses_needed = (month >= first_month) * max(is(license.metric, site) ? sites : parts(license.is_central * central_licenses, license.is_distributed * distributed_licenses), roundup(license.minimum_order / license.pack)) */
export function licensesNeeded(p: Plan, s: ModelSeries): void {
  const rows = p.licensing.products;
  const firstMonth = p.service?.first ?? 1;
  const sites = s["sites"];
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const licensesNeededRows = s["licenses_needed"];
  roomFor(licensesNeededRows, rows.length, p.timeline.months);
  for (let i = 0; i < rows.length; i++) {
    const license = rows[i];
    const centralLicenses = s["central_licenses"][i];
    const isCentral = license.isCentral ? 1 : 0;
    const distributedLicenses = s["distributed_licenses"][i];
    const isDistributed = license.isDistributed ? 1 : 0;
    const isSite = license.product.metric === "site";
    const minimumOrderEtc = ceilTolerant((license.product.vendor?.minimumOrder ?? 0) / license.product.pack);
    const licensesNeeded = licensesNeededRows[i];
    for (let m = 0; m < licensesNeeded.length; m++) {
      licensesNeeded[m] =
        (m + 1 >= firstMonth ? 1 : 0) *
        Math.max(
          isSite
            ? sites[m]
            : (hasCentral ? centralLicenses[m] * isCentral : 0) + (hasDistributed ? distributedLicenses[m] * isDistributed : 0),
          minimumOrderEtc,
        );
    }
  }
}

/** licenses_held = highest(licenses_needed) */
export function licensesHeld(p: Plan, s: ModelSeries): void {
  const rows = p.licensing.products;
  const licensesHeldRows = s["licenses_held"];
  roomFor(licensesHeldRows, rows.length, p.timeline.months);
  for (let i = 0; i < rows.length; i++) {
    let mostLicensesNeeded = -Infinity;
    const licensesNeeded = s["licenses_needed"][i];
    const licensesHeld = licensesHeldRows[i];
    for (let m = 0; m < licensesHeld.length; m++) {
      mostLicensesNeeded = Math.max(mostLicensesNeeded, licensesNeeded[m]);
      licensesHeld[m] = mostLicensesNeeded;
    }
  }
}

/** licenses_bought = licenses_held - previous(licenses_held, 0) */
export function licensesBought(p: Plan, s: ModelSeries): void {
  const rows = p.licensing.products;
  const licensesBoughtRows = s["licenses_bought"];
  roomFor(licensesBoughtRows, rows.length, p.timeline.months);
  for (let i = 0; i < rows.length; i++) {
    const licensesHeld = s["licenses_held"][i];
    const licensesBought = licensesBoughtRows[i];
    for (let m = 0; m < licensesBought.length; m++) {
      licensesBought[m] = licensesHeld[m] - (m === 0 ? 0 : licensesHeld[m - 1]);
    }
  }
}

/** licenses_paid = licenses_bought * license.price * (1 - license.discount) * inflation_index */
export function licensesPaid(p: Plan, s: ModelSeries): void {
  const rows = p.licensing.products;
  const inflationIndex = s["inflation_index"];
  const licensesPaidRows = s["licenses_paid"];
  roomFor(licensesPaidRows, rows.length, p.timeline.months);
  roomFor(s["licenses_paid (sums)"], rows.length, p.timeline.months + 1);
  for (let i = 0; i < rows.length; i++) {
    const license = rows[i];
    const licensesBought = s["licenses_bought"][i];
    const priceEtc = license.product.price * (1 - license.product.discount);
    const licensesPaid = licensesPaidRows[i];
    const licensesPaidSums = s["licenses_paid (sums)"][i];
    for (let m = 0; m < licensesPaid.length; m++) {
      licensesPaid[m] = licensesBought[m] * inflationIndex[m] * priceEtc;
      licensesPaidSums[m + 1] = licensesPaidSums[m] + licensesPaid[m];
    }
  }
}

/** support = so_far(licenses_paid) * license.support / 12 * license_price_index */
export function support(p: Plan, s: ModelSeries): void {
  const rows = p.licensing.products;
  const licensePriceIndex = s["license_price_index"];
  const supportRows = s["support"];
  roomFor(supportRows, rows.length, p.timeline.months);
  for (let i = 0; i < rows.length; i++) {
    const license = rows[i];
    const licensesPaidSums = s["licenses_paid (sums)"][i];
    const supportPerMonth = license.product.support / 12;
    const support = supportRows[i];
    for (let m = 0; m < support.length; m++) {
      support[m] = licensesPaidSums[m + 1] * licensePriceIndex[m] * supportPerMonth;
    }
  }
}

/** subscription = licenses_needed * license.price * (1 - license.discount) / 12 * license_price_index */
export function subscription(p: Plan, s: ModelSeries): void {
  const rows = p.licensing.products;
  const licensePriceIndex = s["license_price_index"];
  const subscriptionRows = s["subscription"];
  roomFor(subscriptionRows, rows.length, p.timeline.months);
  for (let i = 0; i < rows.length; i++) {
    const license = rows[i];
    const licensesNeeded = s["licenses_needed"][i];
    const priceEtcPerMonth = (license.product.price * (1 - license.product.discount)) / 12;
    const subscription = subscriptionRows[i];
    for (let m = 0; m < subscription.length; m++) {
      subscription[m] = licensesNeeded[m] * licensePriceIndex[m] * priceEtcPerMonth;
    }
  }
}

/** license.purchase = sum(licenses, is(license.model, perpetual) * licenses_paid) */
export function licensePurchase(p: Plan, s: ModelSeries): void {
  const rows = p.licensing.products;
  const licensePurchase = s["license.purchase"].fill(0);
  for (let i = 0; i < rows.length; i++) {
    const license = rows[i];
    const licensesPaid = s["licenses_paid"][i];
    const perpetual = license.product.model === "perpetual" ? 1 : 0;
    for (let m = 0; m < licensePurchase.length; m++) {
      licensePurchase[m] += licensesPaid[m] * perpetual;
    }
  }
}

/** license.support = sum(licenses, is(license.model, perpetual) * support) */
export function licenseSupport(p: Plan, s: ModelSeries): void {
  const rows = p.licensing.products;
  const licenseSupport = s["license.support"].fill(0);
  for (let i = 0; i < rows.length; i++) {
    const license = rows[i];
    const support = s["support"][i];
    const perpetual = license.product.model === "perpetual" ? 1 : 0;
    for (let m = 0; m < licenseSupport.length; m++) {
      licenseSupport[m] += support[m] * perpetual;
    }
  }
}

/** license.subscription = sum(licenses, is(license.model, subscription) * subscription) */
export function licenseSubscription(p: Plan, s: ModelSeries): void {
  const rows = p.licensing.products;
  const licenseSubscription = s["license.subscription"].fill(0);
  for (let i = 0; i < rows.length; i++) {
    const license = rows[i];
    const subscription = s["subscription"][i];
    const subscription2 = license.product.model === "subscription" ? 1 : 0;
    for (let m = 0; m < licenseSubscription.length; m++) {
      licenseSubscription[m] += subscription[m] * subscription2;
    }
  }
}

/** platform.tools = nodes * platform.tools_cost / 12 * inflation_index */
export function platformTools({ a }: Plan, s: ModelSeries): void {
  const nodes = s["nodes"];
  const inflationIndex = s["inflation_index"];
  const platformToolsCostPerMonth = a["platform.tools_cost"] / 12;
  const platformTools = s["platform.tools"];
  for (let m = 0; m < platformTools.length; m++) {
    platformTools[m] = nodes[m] * inflationIndex[m] * platformToolsCostPerMonth;
  }
}
