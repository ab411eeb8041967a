// Written by `npm run generate` from the formulas in src/engine/model: change those.

import { macrsYears } from "../../finance/depreciation";
import { at, between, roomFor } from "../functions";
import type { Plan } from "../../lines";
import type { ModelSeries } from "./series";

/** life_months = max(1, round(12 * hardware.life_years)) */
export function lifeMonths({ a }: Plan, s: ModelSeries): void {
  const hardwareLifeYears = Math.max(1, Math.round(12 * a["hardware.life_years"]));
  const lifeMonths = s["life_months"];
  lifeMonths.fill(hardwareLifeYears);
}

/** first_in_service.nodes = is(horizontal.hosting, owned) ? max(1, month - life_months + 1) : 0 */
export function firstInServiceNodes(_p: Plan, s: ModelSeries): void {
  const lifeMonths = s["life_months"][0];
  const firstInServiceNodes = s["first_in_service.nodes"];
  for (let m = 0; m < firstInServiceNodes.length; m++) {
    firstInServiceNodes[m] = Math.max(1, m + 1 - lifeMonths + 1);
  }
}

/** nodes_kept = is(horizontal.hosting, owned) ? window(nodes_bought, first_in_service.nodes, month - 1) : 0 */
/** nodes_bought = is(horizontal.hosting, owned) ? in_service * max(0, nodes_needed - nodes_kept) : 0 */
export function nodesKept(p: Plan, s: ModelSeries): void {
  const firstInServiceNodes = s["first_in_service.nodes"];
  const nodesBoughtSums = s["nodes_bought (sums)"];
  const nodesKept = s["nodes_kept"];
  const nodesNeeded = s["nodes_needed"];
  const nodesBought = s["nodes_bought"];
  for (let m = 0; m < nodesKept.length; m++) {
    nodesKept[m] = between(nodesBoughtSums, firstInServiceNodes[m], m + 1 - 1);
    nodesBought[m] =
      (p.service !== undefined && (m + 1 < p.service.first || m + 1 > p.service.last) ? 0 : 1) * Math.max(0, nodesNeeded[m] - nodesKept[m]);
    nodesBoughtSums[m + 1] = nodesBoughtSums[m] + nodesBought[m];
  }
}

/** macrs_left = is(finance.depreciation, [macrs-5]) ? max(0, 1 - sum(macrs_years, year.share * min(1, max(0, (life_months - year.youngest) / 12)))) : 0 */
export function macrsLeft({ a }: Plan, s: ModelSeries): void {
  const macrsYears2 = macrsYears(a["finance.depreciation"]);
  const lifeMonths = s["life_months"][0];
  let yearSum = 0;
  for (let k = 0; k < macrsYears2.length; k++) {
    const year = macrsYears2[k];
    yearSum += year.share * Math.min(1, Math.max(0, (lifeMonths - year.youngest) / 12));
  }
  const constant = Math.max(0, 1 - yearSum);
  const macrsLeft = s["macrs_left"];
  macrsLeft.fill(constant);
}

/** first_in_service.servers = is(vertical.hosting, owned) ? max(server_shape_since, month - life_months + 1) : 0 */
export function firstInServiceServers(_p: Plan, s: ModelSeries): void {
  const serverShapeSince = s["server_shape_since"];
  const lifeMonths = s["life_months"][0];
  const firstInServiceServers = s["first_in_service.servers"];
  for (let m = 0; m < firstInServiceServers.length; m++) {
    firstInServiceServers[m] = Math.max(serverShapeSince[m], m + 1 - lifeMonths + 1);
  }
}

/** servers_kept = is(vertical.hosting, owned) ? window(servers_bought, first_in_service.servers, month - 1) : 0 */
/** servers_bought = is(vertical.hosting, owned) ? in_service * max(0, central_servers - servers_kept) : 0 */
export function serversKept(p: Plan, s: ModelSeries): void {
  const firstInServiceServers = s["first_in_service.servers"];
  const serversBoughtSums = s["servers_bought (sums)"];
  const serversKept = s["servers_kept"];
  const centralServers = s["central_servers"];
  const serversBought = s["servers_bought"];
  for (let m = 0; m < serversKept.length; m++) {
    serversKept[m] = between(serversBoughtSums, firstInServiceServers[m], m + 1 - 1);
    serversBought[m] =
      (p.service !== undefined && (m + 1 < p.service.first || m + 1 > p.service.last) ? 0 : 1) *
      Math.max(0, centralServers[m] - serversKept[m]);
    serversBoughtSums[m + 1] = serversBoughtSums[m] + serversBought[m];
  }
}

/** value_bought.servers = is(vertical.hosting, owned) ? servers_bought * server_price * (1 - hardware.discount) * at(hardware_price_index, max(1, month - capacity.lead_months)) : 0 */
export function valueBoughtServers({ a }: Plan, s: ModelSeries): void {
  const serversBought = s["servers_bought"];
  const serverPrice = s["server_price"];
  const capacityLeadMonths = a["capacity.lead_months"];
  const hardwarePriceIndex = s["hardware_price_index"];
  const hardwareDiscount = 1 - a["hardware.discount"];
  const valueBoughtServers = s["value_bought.servers"];
  const valueBoughtServersSums = s["value_bought.servers (sums)"];
  for (let m = 0; m < valueBoughtServers.length; m++) {
    valueBoughtServers[m] =
      serversBought[m] * serverPrice[m] * at(hardwarePriceIndex, Math.max(1, m + 1 - capacityLeadMonths)) * hardwareDiscount;
    valueBoughtServersSums[m + 1] = valueBoughtServersSums[m] + valueBoughtServers[m];
  }
}

/** paid.servers = is(vertical.hosting, owned) ? window(value_bought.servers, month == 1 ? 1 : month + capacity.lead_months, month + capacity.lead_months) : 0 */
export function paidServers({ a }: Plan, s: ModelSeries): void {
  const capacityLeadMonths = a["capacity.lead_months"];
  const valueBoughtServersSums = s["value_bought.servers (sums)"];
  const paidServers = s["paid.servers"];
  for (let m = 0; m < paidServers.length; m++) {
    paidServers[m] = between(valueBoughtServersSums, m + 1 === 1 ? 1 : m + 1 + capacityLeadMonths, m + 1 + capacityLeadMonths);
  }
}

/** value_in_service.servers = is(vertical.hosting, owned) ? window(value_bought.servers, first_in_service.servers, month) : 0 */
export function valueInServiceServers(_p: Plan, s: ModelSeries): void {
  const firstInServiceServers = s["first_in_service.servers"];
  const valueBoughtServersSums = s["value_bought.servers (sums)"];
  const valueInServiceServers = s["value_in_service.servers"];
  for (let m = 0; m < valueInServiceServers.length; m++) {
    valueInServiceServers[m] = between(valueBoughtServersSums, firstInServiceServers[m], m + 1);
  }
}

/** worn_out.servers = is(vertical.hosting, owned) ? (month - life_months >= server_shape_since ? at(value_bought.servers, month - life_months) : 0) : 0 */
export function wornOutServers(_p: Plan, s: ModelSeries): void {
  const lifeMonths = s["life_months"][0];
  const serverShapeSince = s["server_shape_since"];
  const valueBoughtServers = s["value_bought.servers"];
  const wornOutServers = s["worn_out.servers"];
  for (let m = 0; m < wornOutServers.length; m++) {
    wornOutServers[m] = m + 1 - lifeMonths >= serverShapeSince[m] ? at(valueBoughtServers, m + 1 - lifeMonths) : 0;
  }
}

/** macrs.servers = year.share / 12 * window(value_bought.servers, max(first_in_service.servers, month - year.oldest), month - year.youngest) */
export function macrsServers(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const rows = macrsYears(a["finance.depreciation"]);
  const firstInServiceServers = s["first_in_service.servers"];
  const valueBoughtServersSums = s["value_bought.servers (sums)"];
  const macrsServersRows = s["macrs.servers"];
  roomFor(macrsServersRows, rows.length, p.timeline.months);
  for (let i = 0; i < rows.length; i++) {
    const year = rows[i];
    const oldest = year.oldest;
    const youngest = year.youngest;
    const sharePerMonth = year.share / 12;
    const macrsServers = macrsServersRows[i];
    for (let m = 0; m < macrsServers.length; m++) {
      macrsServers[m] =
        between(valueBoughtServersSums, Math.max(firstInServiceServers[m], m + 1 - oldest), m + 1 - youngest) * sharePerMonth;
    }
  }
}

/** expensed.servers = is(vertical.hosting, owned) ? (month > 1 and month == server_shape_since ? previous(not_written_off.servers, 0) : worn_out.servers * macrs_left) : 0 */
/** depreciation.servers = is(vertical.hosting, owned) ? (is(finance.depreciation, [macrs-5]) ? sum(macrs_years, macrs.servers) : value_in_service.servers / life_months) + expensed.servers : 0 */
/** not_written_off.servers = is(vertical.hosting, owned) ? max(0, previous(not_written_off.servers, 0) + value_bought.servers - depreciation.servers) : 0 */
export function expensedServers({ a }: Plan, s: ModelSeries): void {
  const serverShapeSince = s["server_shape_since"];
  const notWrittenOffServers = s["not_written_off.servers"];
  const wornOutServers = s["worn_out.servers"];
  const macrsLeft = s["macrs_left"][0];
  const expensedServers = s["expensed.servers"];
  const macrsYears2 = macrsYears(a["finance.depreciation"]);
  const macrsServersRows = s["macrs.servers"];
  const valueInServiceServers = s["value_in_service.servers"];
  const lifeMonths = s["life_months"][0];
  const lifeMonths2 = 1 / lifeMonths;
  const isFinanceDepreciationMacrs5 = a["finance.depreciation"] === "macrs-5";
  const depreciationServers = s["depreciation.servers"];
  const valueBoughtServers = s["value_bought.servers"];
  for (let m = 0; m < expensedServers.length; m++) {
    expensedServers[m] =
      m + 1 > 1 && m + 1 === serverShapeSince[m] ? (m === 0 ? 0 : notWrittenOffServers[m - 1]) : wornOutServers[m] * macrsLeft;
    let yearSum = 0;
    for (let k = 0; k < macrsYears2.length; k++) {
      yearSum += macrsServersRows[k][m];
    }
    depreciationServers[m] = (isFinanceDepreciationMacrs5 ? yearSum : valueInServiceServers[m] * lifeMonths2) + expensedServers[m];
    notWrittenOffServers[m] = Math.max(0, (m === 0 ? 0 : notWrittenOffServers[m - 1]) + valueBoughtServers[m] - depreciationServers[m]);
  }
}

/** value_bought.nodes = is(horizontal.hosting, owned) ? nodes_bought * node_price * (1 - hardware.discount) * at(hardware_price_index, max(1, month - capacity.lead_months)) : 0 */
export function valueBoughtNodes({ a }: Plan, s: ModelSeries): void {
  const nodesBought = s["nodes_bought"];
  const nodePrice = s["node_price"][0];
  const capacityLeadMonths = a["capacity.lead_months"];
  const hardwarePriceIndex = s["hardware_price_index"];
  const nodePriceEtc = nodePrice * (1 - a["hardware.discount"]);
  const valueBoughtNodes = s["value_bought.nodes"];
  const valueBoughtNodesSums = s["value_bought.nodes (sums)"];
  for (let m = 0; m < valueBoughtNodes.length; m++) {
    valueBoughtNodes[m] = nodesBought[m] * at(hardwarePriceIndex, Math.max(1, m + 1 - capacityLeadMonths)) * nodePriceEtc;
    valueBoughtNodesSums[m + 1] = valueBoughtNodesSums[m] + valueBoughtNodes[m];
  }
}

/** paid.nodes = is(horizontal.hosting, owned) ? window(value_bought.nodes, month == 1 ? 1 : month + capacity.lead_months, month + capacity.lead_months) : 0 */
export function paidNodes({ a }: Plan, s: ModelSeries): void {
  const capacityLeadMonths = a["capacity.lead_months"];
  const valueBoughtNodesSums = s["value_bought.nodes (sums)"];
  const paidNodes = s["paid.nodes"];
  for (let m = 0; m < paidNodes.length; m++) {
    paidNodes[m] = between(valueBoughtNodesSums, m + 1 === 1 ? 1 : m + 1 + capacityLeadMonths, m + 1 + capacityLeadMonths);
  }
}

/** value_in_service.nodes = is(horizontal.hosting, owned) ? window(value_bought.nodes, first_in_service.nodes, month) : 0 */
export function valueInServiceNodes(_p: Plan, s: ModelSeries): void {
  const firstInServiceNodes = s["first_in_service.nodes"];
  const valueBoughtNodesSums = s["value_bought.nodes (sums)"];
  const valueInServiceNodes = s["value_in_service.nodes"];
  for (let m = 0; m < valueInServiceNodes.length; m++) {
    valueInServiceNodes[m] = between(valueBoughtNodesSums, firstInServiceNodes[m], m + 1);
  }
}

/** worn_out.nodes = is(horizontal.hosting, owned) ? at(value_bought.nodes, month - life_months) : 0 */
export function wornOutNodes(_p: Plan, s: ModelSeries): void {
  const lifeMonths = s["life_months"][0];
  const valueBoughtNodes = s["value_bought.nodes"];
  const wornOutNodes = s["worn_out.nodes"];
  for (let m = 0; m < wornOutNodes.length; m++) {
    wornOutNodes[m] = at(valueBoughtNodes, m + 1 - lifeMonths);
  }
}

/** macrs.nodes = year.share / 12 * window(value_bought.nodes, max(first_in_service.nodes, month - year.oldest), month - year.youngest) */
export function macrsNodes(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const rows = macrsYears(a["finance.depreciation"]);
  const firstInServiceNodes = s["first_in_service.nodes"];
  const valueBoughtNodesSums = s["value_bought.nodes (sums)"];
  const macrsNodesRows = s["macrs.nodes"];
  roomFor(macrsNodesRows, rows.length, p.timeline.months);
  for (let i = 0; i < rows.length; i++) {
    const year = rows[i];
    const oldest = year.oldest;
    const youngest = year.youngest;
    const sharePerMonth = year.share / 12;
    const macrsNodes = macrsNodesRows[i];
    for (let m = 0; m < macrsNodes.length; m++) {
      macrsNodes[m] = between(valueBoughtNodesSums, Math.max(firstInServiceNodes[m], m + 1 - oldest), m + 1 - youngest) * sharePerMonth;
    }
  }
}

/** expensed.nodes = is(horizontal.hosting, owned) ? worn_out.nodes * macrs_left : 0 */
export function expensedNodes(_p: Plan, s: ModelSeries): void {
  const wornOutNodes = s["worn_out.nodes"];
  const macrsLeft = s["macrs_left"][0];
  const expensedNodes = s["expensed.nodes"];
  for (let m = 0; m < expensedNodes.length; m++) {
    expensedNodes[m] = wornOutNodes[m] * macrsLeft;
  }
}

/** depreciation.nodes = is(horizontal.hosting, owned) ? (is(finance.depreciation, [macrs-5]) ? sum(macrs_years, macrs.nodes) : value_in_service.nodes / life_months) + expensed.nodes : 0 */
export function depreciationNodes({ a }: Plan, s: ModelSeries): void {
  const macrsYears2 = macrsYears(a["finance.depreciation"]);
  const macrsNodesRows = s["macrs.nodes"];
  const valueInServiceNodes = s["value_in_service.nodes"];
  const lifeMonths = s["life_months"][0];
  const lifeMonths2 = 1 / lifeMonths;
  const isFinanceDepreciationMacrs5 = a["finance.depreciation"] === "macrs-5";
  const expensedNodes = s["expensed.nodes"];
  const depreciationNodes = s["depreciation.nodes"];
  for (let m = 0; m < depreciationNodes.length; m++) {
    let yearSum = 0;
    for (let k = 0; k < macrsYears2.length; k++) {
      yearSum += macrsNodesRows[k][m];
    }
    depreciationNodes[m] = (isFinanceDepreciationMacrs5 ? yearSum : valueInServiceNodes[m] * lifeMonths2) + expensedNodes[m];
  }
}

/** not_written_off.nodes = is(horizontal.hosting, owned) ? max(0, previous(not_written_off.nodes, 0) + value_bought.nodes - depreciation.nodes) : 0 */
export function notWrittenOffNodes(_p: Plan, s: ModelSeries): void {
  const notWrittenOffNodes = s["not_written_off.nodes"];
  const valueBoughtNodes = s["value_bought.nodes"];
  const depreciationNodes = s["depreciation.nodes"];
  for (let m = 0; m < notWrittenOffNodes.length; m++) {
    notWrittenOffNodes[m] = Math.max(0, (m === 0 ? 0 : notWrittenOffNodes[m - 1]) + valueBoughtNodes[m] - depreciationNodes[m]);
  }
}

/** depreciation.hardware.purchase = parts(depreciation.servers, depreciation.nodes) */
export function depreciationHardwarePurchase(p: Plan, s: ModelSeries): void {
  const depreciationServers = s["depreciation.servers"];
  const depreciationNodes = s["depreciation.nodes"];
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const depreciationHardwarePurchase = s["depreciation.hardware.purchase"];
  for (let m = 0; m < depreciationHardwarePurchase.length; m++) {
    depreciationHardwarePurchase[m] = (hasCentral ? depreciationServers[m] : 0) + (hasDistributed ? depreciationNodes[m] : 0);
  }
}

/** book_value = parts(not_written_off.servers, not_written_off.nodes) */
export function bookValue(p: Plan, s: ModelSeries): void {
  const notWrittenOffServers = s["not_written_off.servers"];
  const notWrittenOffNodes = s["not_written_off.nodes"];
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const bookValue = s["book_value"];
  for (let m = 0; m < bookValue.length; m++) {
    bookValue[m] = (hasCentral ? notWrittenOffServers[m] : 0) + (hasDistributed ? notWrittenOffNodes[m] : 0);
  }
}
