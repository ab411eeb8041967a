import { cost, quantity } from "./entry";
import type { Entry, Quantity } from "./entry";

/** What licenses of a part of the system are counted by, as formulas name it. */
interface LicensedPart {
  /** What a server of the part is called in names: the cores of one are `server_cores`. */
  readonly server: "server" | "node";
  readonly label: string;
  /** Servers that need a license. */
  readonly servers: string;
  readonly share: "central_share" | "distributed_share";
  readonly licenses: string;
}

/** Licenses that a part needs of each product: units of a server, licenses of a server by itself, and those of all servers. */
function licensesOfPart({ server, label, servers, share, licenses }: LicensedPart): readonly Quantity[] {
  const [cores, sockets, units] = [`${server}_cores`, `${server}_sockets`, `units_per_${server}`];
  const [metric, factor, pack, minimum] = ["metric", "factor", "pack", "minimum"].map((field) => `license.${server}_${field}`);
  const users = `volume * ${share} * license.users_per_volume`;
  const fewestUsers = `license.minimum * ${servers}, license.minimum_per_processor * roundup(${servers} * ${units})`;
  return [
    quantity(units, {
      label: `License units of a ${label}`,
      unit: "units",
      over: "licenses",
      formula: `by(${metric}, core, ${sockets} * max(${cores} / ${sockets} * ${factor}, ${minimum}), socket, ${sockets}, vcpu, max(${cores} * ${factor}, ${minimum}), ${cores} * ${factor})`,
    }),
    quantity(`licenses_per_${server}`, {
      label: `Licenses of one ${label}`,
      unit: "licenses",
      over: "licenses",
      formula: `by(${metric}, core, max(${sockets} * roundup(${units} / ${sockets} / ${pack}), roundup(license.minimum_whole_server / ${pack})), socket, max(roundup(${units} / ${pack}), roundup(${cores} / license.cores_per_license)), roundup(${units} / ${pack}))`,
    }),
    quantity(licenses, {
      label: `Licenses of all ${label}s`,
      unit: "licenses",
      over: "licenses",
      formula: `license.pooled ? roundup(${servers} * ${units} / ${pack}) : by(${metric}, processor, roundup(${servers} * ${units}), user, roundup(max(${users}, ${fewestUsers}) / license.pack), tb, roundup(max(tb * ${share}, license.minimum) / license.pack), server, ${servers}, virtual_server, roundup(${servers} / ${pack}), ${servers} * licenses_per_${server})`,
    }),
  ];
}

/** Software: licenses by the products' metrics and their vendors' rules, what they cost, and tools. */
export const SOFTWARE: readonly Entry[] = [
  quantity("central_servers_licensed", {
    label: "Central servers that need a license",
    unit: "servers",
    over: "licenses",
    formula: "active_servers + roundup(license.standby * passive_servers)",
  }),
  ...licensesOfPart({
    server: "server",
    label: "central server",
    servers: "central_servers_licensed",
    share: "central_share",
    licenses: "central_licenses",
  }),
  ...licensesOfPart({ server: "node", label: "node", servers: "nodes", share: "distributed_share", licenses: "distributed_licenses" }),
  quantity("licenses_needed", {
    label: "Licenses needed",
    unit: "licenses",
    over: "licenses",
    // Sites are those of both parts of a hybrid: they count once. What serves before needs none.
    formula:
      "(month >= first_month) * max(is(license.metric, site) ? sites : parts(license.is_central * central_licenses, license.is_distributed * distributed_licenses), roundup(license.minimum_order / license.pack))",
  }),
  quantity("licenses_held", {
    label: "Licenses bought so far",
    unit: "licenses",
    over: "licenses",
    formula: "highest(licenses_needed)",
  }),
  quantity("licenses_bought", {
    label: "Licenses bought",
    unit: "licenses",
    kind: "flow",
    over: "licenses",
    formula: "licenses_held - previous(licenses_held, 0)",
  }),
  quantity("licenses_paid", {
    label: "License purchases",
    unit: "money",
    kind: "flow",
    over: "licenses",
    formula: "licenses_bought * license.price * (1 - license.discount) * inflation_index",
  }),
  quantity("support", {
    label: "License support",
    unit: "money",
    kind: "flow",
    over: "licenses",
    formula: "so_far(licenses_paid) * license.support / 12 * license_price_index",
  }),
  quantity("subscription", {
    label: "License subscriptions",
    unit: "money",
    kind: "flow",
    over: "licenses",
    formula: "licenses_needed * license.price * (1 - license.discount) / 12 * license_price_index",
  }),
  cost("license.purchase", {
    label: "License purchases",
    costPool: "Software",
    tower: "Application",
    spend: "capex",
    explanation: "Perpetual licenses, bought when the number needed reaches a new high.",
    formula: "sum(licenses, is(license.model, perpetual) * licenses_paid)",
  }),
  cost("license.support", {
    label: "License support",
    costPool: "Software",
    tower: "Application",
    spend: "opex",
    explanation: "Yearly support of all perpetual licenses, as a share of their purchase price, with the vendor's increases.",
    formula: "sum(licenses, is(license.model, perpetual) * support)",
  }),
  cost("license.subscription", {
    label: "Software subscriptions",
    costPool: "Software",
    tower: "Application",
    spend: "opex",
    explanation: "Subscriptions for the licenses needed in the month, with the vendor's increases.",
    formula: "sum(licenses, is(license.model, subscription) * subscription)",
  }),
  cost("platform.tools", {
    label: "Platform tools",
    costPool: "Software",
    tower: "Platform",
    spend: "opex",
    explanation: "Observability and orchestration of the distributed nodes.",
    formula: "nodes * platform.tools_cost / 12 * inflation_index",
  }),
];
