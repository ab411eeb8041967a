import { cost, quantity } from "./entry";
import type { Entry } from "./entry";

/** What servers cost: bought and maintained, or rented. */
export const HARDWARE: readonly Entry[] = [
  cost("hardware.purchase", {
    label: "Server purchases",
    costPool: "Hardware",
    tower: "Compute",
    spend: "capex",
    paidAhead: true,
    explanation: "Purchases of owned servers, when paid: first servers, upgrades, growth, and replacements at the end of life.",
    formula: "parts(paid.servers, paid.nodes)",
  }),
  cost("hardware.maintenance", {
    label: "Server maintenance",
    costPool: "Hardware",
    tower: "Compute",
    spend: "opex",
    explanation: "Yearly maintenance as a share of the purchase cost of the servers in service.",
    formula: "owns_servers ? parts(value_in_service.servers, value_in_service.nodes) * key(hardware.maintenance) / 12 : 0",
  }),
  cost("cloud.compute", {
    label: "Cloud servers",
    costPool: "Cloud Services",
    tower: "Compute",
    spend: "opex",
    explanation: "Rent for servers and nodes in service; nodes that are scaled down off-peak are billed for the hours they run.",
    formula:
      "parts(is(vertical.hosting, cloud) ? central_servers * server_rent : 0, is(horizontal.hosting, cloud) ? nodes_billed * node_rent : 0) * cloud_price_index",
  }),
];

/** Whole racks for servers in one place: by their height or their power, whichever takes more. */
const racks = (servers: string, server: "server" | "node"): string =>
  `max(roundup(${servers} * ${server}_rack_units / rack.units), roundup(${servers} * ${server}_kw / rack.kw))`;

/** Where owned servers are: their power and space. */
export const PLACES: readonly Entry[] = [
  quantity("owned_kw", {
    label: "Rated power of owned servers",
    unit: "kW",
    formula: "parts(is(vertical.hosting, owned) ? central_servers * server_kw : 0, is(horizontal.hosting, owned) ? nodes * node_kw : 0)",
  }),
  cost("power", {
    label: "Electricity",
    costPool: "Facilities & Power",
    tower: "Data Center",
    spend: "opex",
    explanation: "Electricity of owned servers with the overhead of cooling and distribution.",
    formula: "owns_servers ? owned_kw * power.utilization * power.pue * 730 * power.price * inflation_index : 0",
  }),
  quantity("center_servers", {
    label: "Owned servers in the data center",
    unit: "servers",
    formula: "is(vertical.hosting, owned) ? central_servers - recovery_servers : 0",
  }),
  quantity("center_racks", {
    label: "Racks in the data center",
    unit: "racks",
    formula: `is(vertical.hosting, owned) ? ${racks("center_servers", "server")} : 0`,
  }),
  quantity("recovery_racks", {
    label: "Racks at the disaster-recovery site",
    unit: "racks",
    formula: `is(vertical.hosting, owned) ? ${racks("recovery_servers", "server")} : 0`,
  }),
  quantity("region_racks", {
    label: "Racks in a region",
    unit: "racks",
    formula: `is(horizontal.hosting, owned) ? ${racks("nodes / regions", "node")} : 0`,
  }),
  cost("rack", {
    label: "Racks",
    costPool: "Facilities & Power",
    tower: "Data Center",
    spend: "opex",
    explanation: "Space for owned servers in whole racks at each location; disaster recovery has a separate location.",
    formula: "owns_servers ? parts(center_racks + recovery_racks, region_racks * regions) * rack.price * inflation_index : 0",
  }),
];

/** The effort to replace servers. */
export const REPLACEMENTS: readonly Entry[] = [
  quantity("most_server_cores", {
    label: "Highest number of cores of a central server so far",
    unit: "cores",
    formula: "highest(server_cores)",
  }),
  quantity("most_server_memory", {
    label: "Highest memory of a central server so far",
    unit: "GiB",
    formula: "highest(server_memory)",
  }),
  quantity("servers_worn_out", {
    label: "Central servers in service whose life ends",
    unit: "servers",
    formula:
      "is(vertical.hosting, owned) ? (month - life_months >= previous(server_shape_since, 1)) * at(servers_bought, month - life_months) : 0",
  }),
  quantity("replacements.servers", {
    label: "Replacements of central servers, by larger ones or at the end of life",
    unit: "replacements",
    kind: "flow",
    formula:
      "month > 1 and (server_cores > previous(most_server_cores, 0) or server_memory > previous(most_server_memory, 0) or servers_worn_out > 0)",
  }),
  quantity("replacements.nodes", {
    label: "Replacements of nodes at the end of life",
    unit: "replacements",
    kind: "flow",
    formula: "is(horizontal.hosting, owned) ? (nodes_bought > 0 and at(nodes_bought, month - life_months) > 0) : 0",
  }),
  cost("upgrade.project", {
    label: "Server replacement effort",
    costPool: "Staffing",
    tower: "Delivery",
    spend: "opex",
    explanation: "Work to replace servers, by larger ones or at the end of life.",
    formula: "parts(replacements.servers, replacements.nodes) * upgrade.cost * inflation_index",
  }),
];

/** What is left at the end. */
export const RESIDUAL: readonly Entry[] = [
  cost("residual", {
    label: "Residual value",
    costPool: "Hardware",
    tower: "Compute",
    spend: "capex",
    explanation: "Value of the owned servers when the plan ends: a negative cost in the last month.",
    formula: "month == plan_months ? -(finance.residual_share * book_value) : 0",
  }),
];
