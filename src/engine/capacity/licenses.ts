import type { ServerShape, VirtualRule } from "../catalogue/reference";
import type { Assumptions, License } from "../catalogue/resolved";
import { ceilTolerant } from "../units";

/** A part of the system to which a license applies. */
type LicensedPart = Exclude<License["applies"], "both" | "none">;

/** The quantities by which licenses of a part of the system are counted. */
export interface LicensedFleet {
  readonly active: number;
  /** Standby and disaster-recovery servers. */
  readonly passive: number;
  /** Cores are virtual (rented): the vendor's rule for them applies, where there is one. */
  readonly virtual: boolean;
  readonly volume: number;
  readonly tb: number;
  readonly sites: number;
}

/** How a product counts: its metric, how units become licenses, and its vendor's own rules. */
export type CountedLicense = Pick<License, "metric" | "factor" | "pack" | "minimum" | "users_per_volume" | "vendor">;

/** What licenses count of a server. */
export type LicensedShape = Pick<ServerShape, "cores" | "sockets">;

/** What a metric counts by: the product, the shape, and the servers that need a license. */
type MetricRule = (license: CountedLicense, shape: LicensedShape, servers: number, fleet: LicensedFleet) => number;

/** How units become licenses. */
export type CountRule = Pick<License, "factor" | "pack" | "minimum">;

const packs = ({ pack }: { readonly pack: number }, units: number): number => ceilTolerant(units / pack);
const unitsOf = (rule: CountRule, units: number): number => Math.max(units * rule.factor, rule.minimum);
/** Licenses for so many units: at least the fewest, in whole packs. */
export const licensesOfUnits = (rule: CountRule, units: number): number => packs(rule, unitsOf(rule, units));
const perServer: MetricRule = (_license, _shape, servers) => servers;

/** The vendor's rule for virtual cores, when the servers are rented. */
export function virtualRule({ vendor }: CountedLicense, virtual: boolean): VirtualRule | undefined {
  return virtual ? (vendor?.virtual ?? undefined) : undefined;
}

/** Licenses for units of each server: rounded up per server, or once for all where the vendor adds them first. */
function packsOfServers({ vendor }: CountedLicense, rule: CountRule, units: number, servers: number): number {
  return vendor?.pooled ? packs(rule, unitsOf(rule, units) * servers) : licensesOfUnits(rule, units) * servers;
}

/** Licenses of virtual servers by the vendor's rule for them. */
function virtualLicenses(license: CountedLicense, rule: VirtualRule, cores: number, servers: number): number {
  if (rule.metric === "server") return packs(rule, servers);
  return packsOfServers(license, rule, cores, servers);
}

const coreLicenses: MetricRule = (license, { cores, sockets }, servers, fleet) => {
  const virtual = virtualRule(license, fleet.virtual);
  if (virtual) return virtualLicenses(license, virtual, cores, servers);
  const perSocket = unitsOf(license, cores / sockets);
  if (license.vendor?.pooled) return packs(license, servers * sockets * perSocket);
  return servers * Math.max(sockets * packs(license, perSocket), packs(license, license.vendor?.minimumServer ?? 0));
};

const processorLicenses: MetricRule = (license, { cores }, servers, fleet) =>
  ceilTolerant(servers * cores * (virtualRule(license, fleet.virtual) ?? license).factor);

/** Packs of sockets of one server (pairs, where a pack is two), the more where a license covers only so many cores. */
const socketLicenses: MetricRule = (license, { cores, sockets }, servers, fleet) => {
  const virtual = virtualRule(license, fleet.virtual);
  if (virtual) return virtualLicenses(license, virtual, cores, servers);
  const mostCores = license.vendor?.coresPerLicense ?? Infinity;
  return servers * Math.max(packs(license, sockets), ceilTolerant(cores / mostCores));
};

const METRIC_RULES: Readonly<Record<License["metric"], MetricRule>> = {
  core: coreLicenses,
  processor: processorLicenses,
  socket: socketLicenses,
  vcpu: (license, { cores }, servers) => packsOfServers(license, license, cores, servers),
  user: (license, shape, servers, fleet) => {
    const byProcessor = (license.vendor?.minimumPerProcessor ?? 0) * processorLicenses(license, shape, servers, fleet);
    return packs(license, Math.max(fleet.volume * license.users_per_volume, license.minimum * servers, byProcessor));
  },
  tb: (license, _shape, _servers, { tb }) => packs(license, Math.max(tb, license.minimum)),
  site: (_license, _shape, _servers, { sites }) => sites,
  server: perServer,
  node: perServer,
  instance: perServer,
};

/** Licenses for a number of servers by the product's metric and its vendor's rules, before the vendor's smallest order. */
export function licensesOfServers(license: CountedLicense, shape: LicensedShape, servers: number, fleet: LicensedFleet): number {
  return METRIC_RULES[license.metric](license, shape, servers, fleet);
}

/** As many licenses as have to be ordered for those needed: the vendor's smallest order at least, where any is needed. */
export function orderedLicenses(license: CountedLicense, needed: number): number {
  return needed === 0 ? 0 : Math.max(needed, packs(license, license.vendor?.minimumOrder ?? 0));
}

/** Licenses that have to be ordered for the users of a volume alone, of a product that counts users. */
export function userLicenses(license: License, volume: number): number {
  return orderedLicenses(license, packs(license, volume * license.users_per_volume));
}

/** Licenses that a part of the system needs of a product, standby servers by the product's share of them. */
export function licensesNeeded(license: License, shape: LicensedShape, fleet: LicensedFleet): number {
  return licensesOfServers(license, shape, fleet.active + ceilTolerant(license.standby * fleet.passive), fleet);
}

/** A limit of a product's edition that a shape exceeds: cores or sockets of the shape, and how many the edition allows. */
export interface EditionExcess {
  readonly needed: number;
  readonly available: number;
}

/** The first limit of a product's edition that a shape exceeds; undefined when every product allows the shape. */
export function editionExcess(licenses: readonly License[], shape: ServerShape, virtual: boolean): EditionExcess | undefined {
  for (const license of licenses) {
    const { cores, sockets } = editionLimits(license, virtual);
    if (shape.cores > cores) return { needed: shape.cores, available: cores };
    if (shape.sockets > sockets) return { needed: shape.sockets, available: sockets };
  }
  return undefined;
}

/** On virtual cores the vendor's limit for them holds, and sockets are no limit. */
function editionLimits(license: License, virtual: boolean): { readonly cores: number; readonly sockets: number } {
  const rule = virtual ? license.vendor?.virtual : undefined;
  if (rule) return { cores: rule.maxCores ?? license.max_cores ?? Infinity, sockets: Infinity };
  return { cores: license.max_cores ?? Infinity, sockets: license.max_sockets ?? Infinity };
}

/** The products that a part of the system needs. */
export function licensesOf(a: Assumptions, part: LicensedPart): readonly License[] {
  return a.licenses.filter((license) => license.applies === part || license.applies === "both");
}

/** Most memory of a server that the products of a part use, GiB; Infinity without a limit. */
export function usableMemoryGib(a: Assumptions, part: LicensedPart): number {
  let most = Infinity;
  for (const { maxMemoryGib = Infinity } of licensesOf(a, part)) most = Math.min(most, maxMemoryGib);
  return most;
}

/** Price per license after discount: once for a perpetual one, per year for a subscription. */
export function netLicensePrice({ price, discount }: Pick<License, "price" | "discount">): number {
  return price * (1 - discount);
}

/** Whether the licenses of a product depend on the servers: users do where servers or processors need a minimum of them, data and sites never do. */
export function dependsOnServers({ metric, minimum, vendor }: License): boolean {
  if (metric === "user") return minimum > 0 || (vendor?.minimumPerProcessor ?? 0) > 0;
  return metric !== "tb" && metric !== "site";
}
