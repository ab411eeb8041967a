import type { CountRule } from "../capacity/licenses";
import type { LicensedProduct } from "../capacity/licensing";
import type { LicenseProduct } from "../catalogue/reference";
import type { VendorRules } from "../catalogue/resolved";
import type { TermWriter } from "../terms";
import type { RowField, RowWord } from "./sets";

/** The hosting that decides whether cores are virtual. */
const HOSTING = { server: "vertical.hosting", node: "horizontal.hosting" } as const;

const RULES: readonly (keyof CountRule)[] = ["factor", "pack", "minimum"];

/** A number of the vendor's own rules, which no key states. */
function cited(products: readonly LicenseProduct[], t: TermWriter, name: string, field: string, value: number): string {
  const { source, date } = products.find((product) => product.name === name) as LicenseProduct;
  return t.cited(`licenses.${name}.${field}`, "units", { value, source, date });
}

/** The rule by which a product counts on central servers or on nodes: `license.server_factor` is its own factor, or its vendor's for virtual cores. */
export function countingFields(of: "server" | "node"): Readonly<Record<string, RowField<LicensedProduct>>> {
  return Object.fromEntries(
    RULES.map((field) => [
      `${of}_${field}`,
      {
        reads: [`license.*.${field}`, HOSTING[of]],
        printed: ({ product, [of]: { rule } }, { reference }, t) =>
          rule === product
            ? t.key(`license.${product.name}.${field}`)
            : cited(reference.licenses, t, product.name, `virtual.${field}`, rule[field]),
      } satisfies RowField<LicensedProduct>,
    ]),
  );
}

/** What a product counts on central servers or on nodes. */
export function countingWord(of: "server" | "node"): RowWord<LicensedProduct> {
  return {
    reads: ["license.*.metric", HOSTING[of]],
    also: ["virtual_server"],
    of: (row) => row[of].metric,
    keys: ({ product: { name, vendor } }) => [`license.${name}.metric`, ...(vendor?.virtual ? [HOSTING[of]] : [])],
  };
}

/** A number of the vendor's own rules; where there is none, what leaves it out of a formula. */
export function vendorField(
  field: "minimumServer" | "minimumPerProcessor" | "minimumOrder" | "coresPerLicense",
  none: number,
): RowField<LicensedProduct> {
  const numberOf = (vendor: VendorRules | undefined): number => vendor?.[field] ?? none;
  return {
    reads: [],
    printed: ({ product: { name, vendor } }, { reference }, t) => {
      const value = numberOf(vendor);
      return value === none ? none : cited(reference.licenses, t, name, field, value);
    },
  };
}
