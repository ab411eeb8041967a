import { priceIndexIn } from "../capacity/indices";
import { netLicensePrice } from "../capacity/licenses";

/** Terms under which licenses are paid. */
export interface LicenseTerms {
  /** Licenses in use, by year; a short list goes on with its last. */
  readonly licenses: readonly number[];
  /** List price per license: once for a perpetual one, per year for a subscription. */
  readonly price: number;
  readonly model: "perpetual" | "subscription";
  /** Support per year as a share of what was paid; a subscription includes it. */
  readonly support: number;
  readonly uplift: number;
  /** First year in which support or subscription costs more than in year 1. */
  readonly firstUpliftYear: number;
  readonly discount: number;
}

/**
 * Cost of licenses in each of the periods (years), in the unit of the price.
 *
 * Perpetual: licenses are bought when the number rises and never sold; support is a share of the net purchase value so far, from the year of
 * purchase. Subscription: number x net price x index.
 * @example licenseCosts({ licenses: [10], price: 47500, model: "perpetual", support: 0.22, uplift: 0, firstUpliftYear: 2, discount: 0 }, 2) // [579500, 104500]
 */
export function licenseCosts(terms: LicenseTerms, periods: number): readonly number[] {
  const netPrice = netLicensePrice(terms);
  let owned = 0;
  return Array.from({ length: periods }, (_, index) => {
    const count = terms.licenses[Math.min(index, terms.licenses.length - 1)] ?? 0;
    const priceIndex = priceIndexIn(terms.uplift, index + 1, terms.firstUpliftYear);
    if (terms.model === "subscription") return count * netPrice * priceIndex;
    const bought = Math.max(0, count - owned);
    owned += bought;
    return bought * netPrice + owned * netPrice * terms.support * priceIndex;
  });
}
