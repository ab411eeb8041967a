import { ModelError } from "../errors";
import { licensesOfServers, licensesOfUnits, orderedLicenses } from "../capacity/licenses";
import type { LicenseProduct } from "../catalogue/reference";

/**
 * Licenses for a quantity per server: ceil(max(quantity x factor, minimum) / pack) x servers.
 * @example licenseUnits(7, { pack: 2, minimum: 4 }) // 4
 */
export function licenseUnits(quantity: number, rule: { factor?: number; minimum?: number; pack?: number; servers?: number }): number {
  const { factor = 1, minimum = 0, pack = 1, servers = 1 } = rule;
  return licensesOfUnits({ factor, minimum, pack }, quantity) * servers;
}

/** Equal servers on which a product runs, and its users. */
export interface ProductUse {
  readonly coresPerServer: number;
  readonly sockets: number;
  readonly servers: number;
  readonly users: number;
  /** Cores are virtual (vCPU): the product's rule for them applies, where its vendor has one. */
  readonly virtual: boolean;
}

/**
 * Licenses of a catalogue product by its vendor's rules.
 * @throws {ModelError} when the edition does not allow such a server, or the product counts sites or data.
 */
export function productLicenses(product: LicenseProduct, use: ProductUse): number {
  requireEdition(product, use);
  const { metric } = product;
  if (metric === "site" || metric === "tb")
    throw new ModelError("not-allowed", "product", `${product.name} is licensed per ${metric}, not per server.`);
  const { servers, users, virtual, coresPerServer: cores, sockets } = use;
  const counted = { ...product, users_per_volume: 1, vendor: product };
  const fleet = { active: servers, passive: 0, virtual, volume: users, tb: 0, sites: 0 };
  return orderedLicenses(counted, licensesOfServers(counted, { cores, sockets }, servers, fleet));
}

function requireEdition(product: LicenseProduct, { coresPerServer, sockets, virtual }: ProductUse): void {
  const most = (virtual ? product.virtual?.maxCores : null) ?? product.maxCores ?? Infinity;
  if (coresPerServer > most) {
    const message = `cores is ${coresPerServer}. ${product.label} allows up to ${most} per server.`;
    throw new ModelError("out-of-range", "cores_per_server", message);
  }
  const mostSockets = product.maxSockets ?? Infinity;
  if (!virtual && sockets > mostSockets) {
    throw new ModelError("out-of-range", "sockets", `sockets is ${sockets}. ${product.label} allows up to ${mostSockets} per server.`);
  }
}
