// Written by `npm run generate` from the formulas in src/engine/model: change those.

import { ceilTolerant } from "../../units";
import { at } from "../functions";
import type { Plan } from "../../lines";
import type { ModelSeries } from "./series";

/** hardware.purchase = parts(paid.servers, paid.nodes) */
export function hardwarePurchase(p: Plan, s: ModelSeries): void {
  const paidServers = s["paid.servers"];
  const paidNodes = s["paid.nodes"];
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const hardwarePurchase = s["hardware.purchase"];
  for (let m = 0; m < hardwarePurchase.length; m++) {
    hardwarePurchase[m] = (hasCentral ? paidServers[m] : 0) + (hasDistributed ? paidNodes[m] : 0);
  }
}

/** hardware.maintenance = owns_servers ? parts(value_in_service.servers, value_in_service.nodes) * key(hardware.maintenance) / 12 : 0 */
export function hardwareMaintenance(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const valueInServiceServers = s["value_in_service.servers"];
  const valueInServiceNodes = s["value_in_service.nodes"];
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const hardwareMaintenancePerMonth = a["hardware.maintenance"] / 12;
  const hardwareMaintenance = s["hardware.maintenance"];
  for (let m = 0; m < hardwareMaintenance.length; m++) {
    hardwareMaintenance[m] =
      ((hasCentral ? valueInServiceServers[m] : 0) + (hasDistributed ? valueInServiceNodes[m] : 0)) * hardwareMaintenancePerMonth;
  }
}

/** cloud.compute = parts(is(vertical.hosting, cloud) ? central_servers * server_rent : 0, is(horizontal.hosting, cloud) ? nodes_billed * node_rent : 0) * cloud_price_index */
export function cloudCompute(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const centralServers = s["central_servers"];
  const serverRent = s["server_rent"];
  const isVerticalHostingCloud = a["vertical.hosting"] === "cloud";
  const nodesBilled = s["nodes_billed"];
  const nodeRent = s["node_rent"][0];
  const isHorizontalHostingCloud = a["horizontal.hosting"] === "cloud";
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const cloudPriceIndex = s["cloud_price_index"];
  const cloudCompute = s["cloud.compute"];
  for (let m = 0; m < cloudCompute.length; m++) {
    cloudCompute[m] =
      ((hasCentral ? (isVerticalHostingCloud ? centralServers[m] * serverRent[m] : 0) : 0) +
        (hasDistributed ? (isHorizontalHostingCloud ? nodesBilled[m] * nodeRent : 0) : 0)) *
      cloudPriceIndex[m];
  }
}

/** owned_kw = parts(is(vertical.hosting, owned) ? central_servers * server_kw : 0, is(horizontal.hosting, owned) ? nodes * node_kw : 0) */
export function ownedKw(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const centralServers = s["central_servers"];
  const serverKw = s["server_kw"];
  const isVerticalHostingOwned = a["vertical.hosting"] === "owned";
  const nodes = s["nodes"];
  const nodeKw = s["node_kw"][0];
  const isHorizontalHostingOwned = a["horizontal.hosting"] === "owned";
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const ownedKw = s["owned_kw"];
  for (let m = 0; m < ownedKw.length; m++) {
    ownedKw[m] =
      (hasCentral ? (isVerticalHostingOwned ? centralServers[m] * serverKw[m] : 0) : 0) +
      (hasDistributed ? (isHorizontalHostingOwned ? nodes[m] * nodeKw : 0) : 0);
  }
}

/** power = owns_servers ? owned_kw * power.utilization * power.pue * 730 * power.price * inflation_index : 0 */
export function power({ a }: Plan, s: ModelSeries): void {
  const ownedKw = s["owned_kw"];
  const inflationIndex = s["inflation_index"];
  const powerUtilizationEtc = a["power.utilization"] * a["power.pue"] * 730 * a["power.price"];
  const power = s["power"];
  for (let m = 0; m < power.length; m++) {
    power[m] = ownedKw[m] * inflationIndex[m] * powerUtilizationEtc;
  }
}

/** center_servers = is(vertical.hosting, owned) ? central_servers - recovery_servers : 0 */
export function centerServers(_p: Plan, s: ModelSeries): void {
  const centralServers = s["central_servers"];
  const recoveryServers = s["recovery_servers"];
  const centerServers = s["center_servers"];
  for (let m = 0; m < centerServers.length; m++) {
    centerServers[m] = centralServers[m] - recoveryServers[m];
  }
}

/** center_racks = is(vertical.hosting, owned) ? max(roundup(center_servers * server_rack_units / rack.units), roundup(center_servers * server_kw / rack.kw)) : 0 */
export function centerRacks({ a }: Plan, s: ModelSeries): void {
  const centerServers = s["center_servers"];
  const serverRackUnits = s["server_rack_units"];
  const rackUnits = 1 / a["rack.units"];
  const serverKw = s["server_kw"];
  const rackKw = 1 / a["rack.kw"];
  const centerRacks = s["center_racks"];
  for (let m = 0; m < centerRacks.length; m++) {
    centerRacks[m] = Math.max(
      ceilTolerant(centerServers[m] * serverRackUnits[m] * rackUnits),
      ceilTolerant(centerServers[m] * serverKw[m] * rackKw),
    );
  }
}

/** recovery_racks = is(vertical.hosting, owned) ? max(roundup(recovery_servers * server_rack_units / rack.units), roundup(recovery_servers * server_kw / rack.kw)) : 0 */
export function recoveryRacks({ a }: Plan, s: ModelSeries): void {
  const recoveryServers = s["recovery_servers"];
  const serverRackUnits = s["server_rack_units"];
  const rackUnits = 1 / a["rack.units"];
  const serverKw = s["server_kw"];
  const rackKw = 1 / a["rack.kw"];
  const recoveryRacks = s["recovery_racks"];
  for (let m = 0; m < recoveryRacks.length; m++) {
    recoveryRacks[m] = Math.max(
      ceilTolerant(recoveryServers[m] * serverRackUnits[m] * rackUnits),
      ceilTolerant(recoveryServers[m] * serverKw[m] * rackKw),
    );
  }
}

/** region_racks = is(horizontal.hosting, owned) ? max(roundup(nodes / regions * node_rack_units / rack.units), roundup(nodes / regions * node_kw / rack.kw)) : 0 */
export function regionRacks({ a }: Plan, s: ModelSeries): void {
  const nodes = s["nodes"];
  const regions = s["regions"];
  const nodeRackUnits = s["node_rack_units"][0];
  const nodeRackUnitsEtc = nodeRackUnits / a["rack.units"];
  const nodeKw = s["node_kw"][0];
  const nodeKwEtc = nodeKw / a["rack.kw"];
  const regionRacks = s["region_racks"];
  for (let m = 0; m < regionRacks.length; m++) {
    regionRacks[m] = Math.max(ceilTolerant((nodes[m] * nodeRackUnitsEtc) / regions[m]), ceilTolerant((nodes[m] * nodeKwEtc) / regions[m]));
  }
}

/** rack = owns_servers ? parts(center_racks + recovery_racks, region_racks * regions) * rack.price * inflation_index : 0 */
export function rack(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const centerRacks = s["center_racks"];
  const recoveryRacks = s["recovery_racks"];
  const regionRacks = s["region_racks"];
  const regions = s["regions"];
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const inflationIndex = s["inflation_index"];
  const rackPrice = a["rack.price"];
  const rack = s["rack"];
  for (let m = 0; m < rack.length; m++) {
    rack[m] =
      ((hasCentral ? centerRacks[m] + recoveryRacks[m] : 0) + (hasDistributed ? regionRacks[m] * regions[m] : 0)) *
      inflationIndex[m] *
      rackPrice;
  }
}

/** most_server_cores = highest(server_cores) */
export function mostServerCores(_p: Plan, s: ModelSeries): void {
  let mostServerCores = -Infinity;
  const serverCores = s["server_cores"];
  const mostServerCores2 = s["most_server_cores"];
  for (let m = 0; m < mostServerCores2.length; m++) {
    mostServerCores = Math.max(mostServerCores, serverCores[m]);
    mostServerCores2[m] = mostServerCores;
  }
}

/** most_server_memory = highest(server_memory) */
export function mostServerMemory(_p: Plan, s: ModelSeries): void {
  let mostServerMemory = -Infinity;
  const serverMemory = s["server_memory"];
  const mostServerMemory2 = s["most_server_memory"];
  for (let m = 0; m < mostServerMemory2.length; m++) {
    mostServerMemory = Math.max(mostServerMemory, serverMemory[m]);
    mostServerMemory2[m] = mostServerMemory;
  }
}

/** servers_worn_out = is(vertical.hosting, owned) ? (month - life_months >= previous(server_shape_since, 1)) * at(servers_bought, month - life_months) : 0 */
export function serversWornOut(_p: Plan, s: ModelSeries): void {
  const lifeMonths = s["life_months"][0];
  const serverShapeSince = s["server_shape_since"];
  const serversBought = s["servers_bought"];
  const serversWornOut = s["servers_worn_out"];
  for (let m = 0; m < serversWornOut.length; m++) {
    serversWornOut[m] = (m + 1 - lifeMonths >= (m === 0 ? 1 : serverShapeSince[m - 1]) ? 1 : 0) * at(serversBought, m + 1 - lifeMonths);
  }
}

/** replacements.servers = month > 1 and (server_cores > previous(most_server_cores, 0) or server_memory > previous(most_server_memory, 0) or servers_worn_out > 0) */
export function replacementsServers(_p: Plan, s: ModelSeries): void {
  const serverCores = s["server_cores"];
  const mostServerCores = s["most_server_cores"];
  const serverMemory = s["server_memory"];
  const mostServerMemory = s["most_server_memory"];
  const serversWornOut = s["servers_worn_out"];
  const replacementsServers = s["replacements.servers"];
  for (let m = 0; m < replacementsServers.length; m++) {
    replacementsServers[m] =
      m + 1 > 1 &&
      (serverCores[m] > (m === 0 ? 0 : mostServerCores[m - 1]) ||
        serverMemory[m] > (m === 0 ? 0 : mostServerMemory[m - 1]) ||
        serversWornOut[m] > 0)
        ? 1
        : 0;
  }
}

/** replacements.nodes = is(horizontal.hosting, owned) ? (nodes_bought > 0 and at(nodes_bought, month - life_months) > 0) : 0 */
export function replacementsNodes(_p: Plan, s: ModelSeries): void {
  const nodesBought = s["nodes_bought"];
  const lifeMonths = s["life_months"][0];
  const replacementsNodes = s["replacements.nodes"];
  for (let m = 0; m < replacementsNodes.length; m++) {
    replacementsNodes[m] = nodesBought[m] > 0 && at(nodesBought, m + 1 - lifeMonths) > 0 ? 1 : 0;
  }
}

/** upgrade.project = parts(replacements.servers, replacements.nodes) * upgrade.cost * inflation_index */
export function upgradeProject(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const replacementsServers = s["replacements.servers"];
  const replacementsNodes = s["replacements.nodes"];
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const inflationIndex = s["inflation_index"];
  const upgradeCost = a["upgrade.cost"];
  const upgradeProject = s["upgrade.project"];
  for (let m = 0; m < upgradeProject.length; m++) {
    upgradeProject[m] =
      ((hasCentral ? replacementsServers[m] : 0) + (hasDistributed ? replacementsNodes[m] : 0)) * inflationIndex[m] * upgradeCost;
  }
}

/** residual = month == plan_months ? -(finance.residual_share * book_value) : 0 */
export function residual(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const planMonths = p.timeline.months;
  const bookValue = s["book_value"];
  const financeResidualShare = a["finance.residual_share"];
  const residual = s["residual"];
  for (let m = 0; m < residual.length; m++) {
    residual[m] = m + 1 === planMonths ? 0 - bookValue[m] * financeResidualShare : 0;
  }
}
