import { ModelError } from "../errors";
import type { LicenseMetric, LicenseProduct } from "../reference";
import { ceilTolerant } from "../units";

/**
 * Licences for a quantity per server: ceil(max(quantity x factor, minimum) / pack) x servers.
 * @example licenseUnits(7, { pack: 2, minimum: 4 }) // 4
 */
export function licenseUnits(quantity: number, rule: { factor?: number; minimum?: number; pack?: number; servers?: number }): number {
  const { factor = 1, minimum = 0, pack = 1, servers = 1 } = rule;
  return ceilTolerant(Math.max(quantity * factor, minimum) / pack) * servers;
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
 * Licences of a catalogue product by its vendor's rules.
 * @throws {ModelError} when the edition does not allow such a server, or the product counts sites or data.
 */
export function productLicenses(product: LicenseProduct, use: ProductUse): number {
  requireEdition(product, use);
  const count = COUNTS[product.metric];
  if (count) return count(product, use);
  throw new ModelError("not-allowed", "product", `${product.name} is licensed per ${product.metric}: count those, not servers.`);
}

type Count = (product: LicenseProduct, use: ProductUse) => number;

const perServer: Count = (_product, { servers }) => servers;

const COUNTS: Readonly<Partial<Record<LicenseMetric, Count>>> = {
  core: (product, { coresPerServer, sockets, servers, virtual }) =>
    servers * (virtual && product.virtual ? licenseUnits(coresPerServer, product.virtual) : corePacks(product, coresPerServer, sockets)),
  processor: processors,
  socket: (product, { coresPerServer, sockets, servers, virtual }) =>
    servers * (virtual && product.virtual ? licenseUnits(coresPerServer, product.virtual) : sockets),
  vcpu: (product, { coresPerServer, servers }) => licenseUnits(coresPerServer, { ...product, servers }),
  user: (product, use) => Math.max(use.users, product.minimum * use.servers, product.minimumPerProcessor * processors(product, use)),
  server: perServer,
  node: perServer,
  instance: perServer,
};

/** Packs of one physical server: the fewest per socket, and the fewest per server. */
function corePacks({ factor, minimum, minimumServer, pack }: LicenseProduct, cores: number, sockets: number): number {
  const bySocket = licenseUnits(cores / sockets, { factor, minimum, pack, servers: sockets });
  return Math.max(bySocket, ceilTolerant(minimumServer / pack));
}

function processors(product: LicenseProduct, { coresPerServer, servers, virtual }: ProductUse): number {
  const factor = virtual ? (product.virtual ?? product).factor : product.factor;
  return ceilTolerant(coresPerServer * servers * factor);
}

function requireEdition(product: LicenseProduct, { coresPerServer, sockets, virtual }: ProductUse): void {
  const most = (virtual ? product.virtual?.maxCores : null) ?? product.maxCores ?? Infinity;
  if (coresPerServer > most) {
    const message = `${product.label} allows ${most} cores per server; it got ${coresPerServer}.`;
    throw new ModelError("out-of-range", "cores_per_server", message);
  }
  const mostSockets = product.maxSockets ?? Infinity;
  if (!virtual && sockets > mostSockets) {
    throw new ModelError("out-of-range", "sockets", `${product.label} allows ${mostSockets} sockets per server; it got ${sockets}.`);
  }
}
