import type { Assumptions, License } from "../catalogue/resolved";
import { virtualRule } from "./licenses";
import type { CountRule } from "./licenses";
import type { HasParts } from "./people";

/** What licenses of a product count on the servers of a part. */
type CountedMetric = Exclude<License["metric"], "node" | "instance"> | "virtual_server";

/** How a product counts on the servers of a part. */
interface Counting {
  readonly metric: CountedMetric;
  /** The product's own rule, or its vendor's for virtual cores. */
  readonly rule: CountRule;
}

/** A product that a part of the plan needs. */
export interface LicensedProduct {
  readonly product: License;
  readonly isCentral: boolean;
  readonly isDistributed: boolean;
  /** How it counts on central servers. */
  readonly server: Counting;
  /** How it counts on nodes. */
  readonly node: Counting;
}

/** The software of a plan. */
export interface Licensing {
  readonly products: readonly LicensedProduct[];
}

/** Servers count alike, whatever the product calls them. */
function metricOf({ metric }: License): CountedMetric {
  return metric === "node" || metric === "instance" ? "server" : metric;
}

/** How a product counts on servers: on rented ones by its vendor's rule for virtual cores, where there is one. */
function countingOf(product: License, virtual: boolean): Counting {
  const metric = metricOf(product);
  const rule = virtualRule(product, virtual);
  if (!rule) return { metric, rule: product };
  if (metric !== "core" && metric !== "socket") return { metric, rule };
  return { metric: rule.metric === "server" ? "virtual_server" : "vcpu", rule };
}

/** The products that the parts of a plan need. */
export function licensingOf(a: Assumptions, { central, distributed }: HasParts): Licensing {
  const products = a.licenses.map((product) => ({
    product,
    isCentral: central && (product.applies === "both" || product.applies === "vertical"),
    isDistributed: distributed && (product.applies === "both" || product.applies === "horizontal"),
    server: countingOf(product, a["vertical.hosting"] === "cloud"),
    node: countingOf(product, a["horizontal.hosting"] === "cloud"),
  }));
  return { products: products.filter(({ isCentral, isDistributed }) => isCentral || isDistributed) };
}
