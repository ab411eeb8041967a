import type { ServerShape, VirtualRule } from "../reference";
import type { Assumptions, License } from "../resolved";
import { ceilTolerant, MONTHS_PER_YEAR } from "../units";
import type { PriceIndices } from "./indices";
import type { Part } from "./ladder";

/** The quantities by which licences of a part of the system are counted. */
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

/** What a metric counts by: the product, the shape, and the servers that need a licence. */
type MetricRule = (license: License, shape: ServerShape, servers: number, fleet: LicensedFleet) => number;

/** How units become licences. */
type CountRule = Pick<License, "factor" | "pack" | "minimum">;

const packs = ({ pack }: { readonly pack: number }, units: number): number => ceilTolerant(units / pack);
const packsOfCores = (rule: CountRule, cores: number): number => packs(rule, Math.max(cores * rule.factor, rule.minimum));
const perServer: MetricRule = (_license, _shape, servers) => servers;

/** The vendor's rule for virtual cores, when the servers are rented. */
function virtualRule({ vendor }: License, { virtual }: LicensedFleet): VirtualRule | undefined {
  return virtual ? (vendor?.virtual ?? undefined) : undefined;
}

const coreLicenses: MetricRule = (license, { cores, sockets }, servers, fleet) => {
  const virtual = virtualRule(license, fleet);
  if (virtual) return servers * packsOfCores(virtual, cores);
  return servers * Math.max(sockets * packsOfCores(license, cores / sockets), packs(license, license.vendor?.minimumServer ?? 0));
};

const processorLicenses: MetricRule = (license, { cores }, servers, fleet) =>
  ceilTolerant(servers * cores * (virtualRule(license, fleet) ?? license).factor);

const METRIC_RULES: Readonly<Record<License["metric"], MetricRule>> = {
  core: coreLicenses,
  processor: processorLicenses,
  socket: (license, { cores, sockets }, servers, fleet) => {
    const virtual = virtualRule(license, fleet);
    return servers * (virtual ? packsOfCores(virtual, cores) : sockets);
  },
  vcpu: (license, { cores }, servers) => servers * packsOfCores(license, cores),
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

/** Licences that a part of the system needs of a product, by the product's metric and its vendor's rules. */
export function licensesNeeded(license: License, shape: ServerShape, fleet: LicensedFleet): number {
  const servers = fleet.active + ceilTolerant(license.standby * fleet.passive);
  return METRIC_RULES[license.metric](license, shape, servers, fleet);
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
export function licensesOf(a: Assumptions, part: Part): readonly License[] {
  return a.licenses.filter((license) => license.applies === part || license.applies === "both");
}

/** Price per licence after discount: once for a perpetual one, per year for a subscription. */
export function netLicensePrice(license: License): number {
  return license.price * (1 - license.discount);
}

/** Metrics that count by more than the servers: volume, data or sites of the month. */
const FLEET_METRICS: readonly string[] = ["user", "tb", "site"];

/** Whether the licences of a product depend on nothing but the servers: as long as those stay, so do they. */
export function countsServersOnly({ metric }: License): boolean {
  return !FLEET_METRICS.includes(metric);
}

const SHAPE_METRICS: readonly string[] = ["core", "processor", "socket", "vcpu", "server", "node", "instance"];

/** Servers of a shape whose licences are compared. */
export interface ComparedServers {
  readonly active: number;
  readonly passive: number;
  readonly virtual: boolean;
}

/** What the licences that depend on the servers cost per month, in the prices of year 1: subscription / 12, or price / plan + support / 12. */
export function licensesMonthlyCost(
  licenses: readonly License[],
  shape: ServerShape,
  servers: ComparedServers,
  planMonths: number,
): number {
  const fleet = { ...servers, volume: 0, tb: 0, sites: 0 };
  let cost = 0;
  for (const license of licenses) {
    if (!SHAPE_METRICS.includes(license.metric)) continue;
    const price = netLicensePrice(license) * licensesNeeded(license, shape, fleet);
    cost += license.model === "subscription" ? price / MONTHS_PER_YEAR : price / planMonths + (price * license.support) / MONTHS_PER_YEAR;
  }
  return cost;
}

/** Calls with each purchase of a perpetual product, given its count per month: licences bought when the count first rises, at the price as paid. */
export function eachPurchase(
  license: License,
  counts: Float64Array,
  indices: PriceIndices,
  visit: (month: number, bought: number, unitPrice: number) => void,
): void {
  let held = 0;
  for (let m = 0; m < counts.length; m++) {
    if (counts[m] <= held) continue;
    visit(m + 1, counts[m] - held, netLicensePrice(license) * indices.inflation[m]);
    held = counts[m];
  }
}

/** What a product costs over the plan for a count per month: purchases and their support, or subscriptions, as paid. */
export function licenseSpend(license: License, counts: Float64Array, indices: PriceIndices): number {
  const price = netLicensePrice(license);
  let spend = 0;
  let held = 0;
  for (let m = 0; m < counts.length; m++) {
    if (license.model === "subscription") spend += (counts[m] * price * indices.licenses[m]) / MONTHS_PER_YEAR;
    else if (counts[m] > held) {
      const paid = (counts[m] - held) * price * indices.inflation[m];
      spend += paid * (1 + (license.support * indices.licensesLeft[m]) / MONTHS_PER_YEAR);
      held = counts[m];
    }
  }
  return spend;
}
