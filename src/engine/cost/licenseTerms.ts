import { hasPart, shareFactor } from "../capacity/needTerms";
import { licensesOf } from "../capacity/licenses";
import type { Part } from "../capacity/ladder";
import type { Plan } from "../lines";
import type { LicenseProduct } from "../reference";
import type { License } from "../resolved";
import { quoted, sumOfTerms } from "../terms";
import type { TermWriter } from "../terms";

/** What licences of a part of the system are counted by. */
interface Fleet {
  readonly servers: string;
  readonly cores: string;
  readonly sockets: string;
  readonly share: string;
  /** A field of the rule by which cores count: of the product, or the vendor's for virtual cores. */
  readonly rule: (field: "factor" | "pack" | "minimum") => string;
  readonly isVirtual: boolean;
}

/** Names and numbers of a product. */
interface Product {
  readonly license: License;
  readonly key: (field: string) => string;
  /** A number of the vendor's own rules, which no key states. */
  readonly vendor: (field: string, value: number) => string;
}

function productOf({ reference }: Plan, t: TermWriter, license: License): Product {
  const { name } = license;
  return {
    license,
    key: (field) => quoted(`license.${name}.${field}`),
    vendor: (field, value) => {
      const { source, date } = reference.licenses.find((product) => product.name === name) as LicenseProduct;
      return t.cited(`licenses.${name}.${field}`, "units", { value, source, date });
    },
  };
}

function fleetOf(plan: Plan, t: TermWriter, part: Part, { license, key, vendor }: Product): Fleet {
  const virtual = plan.a[`${part}.hosting`] === "cloud" ? license.vendor?.virtual : undefined;
  const name = `central_servers_licensed.${license.name}`;
  const isCentral = part === "vertical";
  return {
    servers: isCentral ? t.term(name, "servers", `active_servers + roundup(${key("standby")} * passive_servers)`) : "nodes",
    cores: isCentral ? "server_cores" : "node_cores",
    sockets: isCentral ? "server_sockets" : "node_sockets",
    share: shareFactor(plan, part),
    rule: (field) => (virtual ? vendor(`virtual.${field}`, virtual[field]) : key(field)),
    isVirtual: Boolean(virtual),
  };
}

const packsOf = (rule: (field: "factor" | "pack" | "minimum") => string, cores: string): string =>
  `roundup(max(${cores} * ${rule("factor")}, ${rule("minimum")}) / ${rule("pack")})`;

type MetricTerms = (product: Product, fleet: Fleet) => string;

const coreTerms: MetricTerms = ({ license, key, vendor }, { servers, cores, sockets, rule, isVirtual }) => {
  if (isVirtual) return `${servers} * ${packsOf(rule, cores)}`;
  const perSocket = `${sockets} * ${packsOf(key, `${cores} / ${sockets}`)}`;
  const fewest = license.vendor?.minimumServer ?? 0;
  return `${servers} * ${fewest === 0 ? perSocket : `max(${perSocket}, roundup(${vendor("minimumServer", fewest)} / ${key("pack")}))`}`;
};

const processorTerms: MetricTerms = (_product, { servers, cores, rule }) => `roundup(${servers} * ${cores} * ${rule("factor")})`;

const userTerms: MetricTerms = (product, fleet) => {
  const { license, key, vendor } = product;
  const perProcessor = license.vendor?.minimumPerProcessor ?? 0;
  const fewest = [`volume${fleet.share} * ${key("users_per_volume")}`, `${key("minimum")} * ${fleet.servers}`];
  if (perProcessor > 0) fewest.push(`${vendor("minimumPerProcessor", perProcessor)} * ${processorTerms(product, fleet)}`);
  return `roundup(max(${fewest.join(", ")}) / ${key("pack")})`;
};

const serverTerms: MetricTerms = (_product, { servers }) => servers;

const METRIC_TERMS: Readonly<Record<License["metric"], MetricTerms>> = {
  core: coreTerms,
  processor: processorTerms,
  socket: (_product, { servers, cores, sockets, rule, isVirtual }) => `${servers} * ${isVirtual ? packsOf(rule, cores) : sockets}`,
  vcpu: ({ key }, { servers, cores }) => `${servers} * ${packsOf(key, cores)}`,
  user: userTerms,
  tb: ({ key }, { share }) => `roundup(max(tb${share}, ${key("minimum")}) / ${key("pack")})`,
  site: () => "sites",
  server: serverTerms,
  node: serverTerms,
  instance: serverTerms,
};

/** Licences of a product that the month needs; sites of a hybrid need them once. */
function licensesNeeded(plan: Plan, t: TermWriter, product: Product): string {
  const { license, key } = product;
  t.because(key("metric"), key("applies"));
  const parts = (["vertical", "horizontal"] as const).filter((part) => hasPart(plan, part) && licensesOf(plan.a, part).includes(license));
  const counted = license.metric === "site" ? parts.slice(0, 1) : parts;
  const counts = counted.map((part) => METRIC_TERMS[license.metric](product, fleetOf(plan, t, part, product)));
  return t.term(`licenses_needed.${license.name}`, "licences", sumOfTerms(counts));
}

/** A term of each product of a model that applies, added up. */
function sumOfProducts(plan: Plan, t: TermWriter, model: License["model"], ofProduct: (product: Product) => string): string {
  const counted = plan.a.licenses.filter((license) => license.model === model && license.applies !== "none");
  return sumOfTerms(counted.map((license) => ofProduct(productOf(plan, t, license))));
}

/** What is paid in the month for licences of a perpetual product: those by which the count rises above what is held. */
function paidFor(plan: Plan, t: TermWriter, product: Product): string {
  const { license, key } = product;
  const held = `licenses_held.${license.name}`;
  const before = `(month > 1 ? ${quoted(held)}(month - 1) : 0)`;
  const now = t.term(held, "licences", `max(${before}, ${licensesNeeded(plan, t, product)})`);
  const formula = `(${now} - ${before}) * ${key("price")} * (1 - ${key("discount")}) * inflation_index`;
  return t.flow(`licenses_paid.${license.name}`, "money", formula);
}

/** Terms of purchases of perpetual licences. */
export function purchaseTerms(plan: Plan, t: TermWriter): string {
  return sumOfProducts(plan, t, "perpetual", (product) => paidFor(plan, t, product));
}

/** Terms of the support of perpetual licences, on what was paid for them so far. */
export function supportTerms(plan: Plan, t: TermWriter): string {
  return sumOfProducts(plan, t, "perpetual", (product) => {
    const formula = `sum(i, 1, month, ${paidFor(plan, t, product)}(i)) * ${product.key("support")} / 12 * license_price_index`;
    return t.flow(`support.${product.license.name}`, "money", formula);
  });
}

/** Terms of subscriptions. */
export function subscriptionTerms(plan: Plan, t: TermWriter): string {
  return sumOfProducts(plan, t, "subscription", (product) => {
    const { license, key } = product;
    const formula = `${licensesNeeded(plan, t, product)} * ${key("price")} * (1 - ${key("discount")}) / 12 * license_price_index`;
    return t.flow(`subscription.${license.name}`, "money", formula);
  });
}
