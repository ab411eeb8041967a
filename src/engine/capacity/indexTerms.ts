import type { TermWriter } from "../terms";
import { MONTHS_PER_YEAR } from "../units";
import type { PriceIndices } from "./indices";

type Index = Exclude<keyof PriceIndices, "licensesLeft">;

/** The key that an index follows, and its name in formulas. */
const INDICES: Readonly<Record<Index, readonly [key: string, name: string]>> = {
  cloud: ["cloud.price_change", "cloud_price_index"],
  hardware: ["hardware.price_change", "hardware_price_index"],
  wan: ["wan.price_change", "bandwidth_price_index"],
  wages: ["staff.wage_growth", "wage_index"],
  licenses: ["license.uplift", "license_price_index"],
  inflation: ["prices.inflation", "inflation_index"],
};

/** A price index: 1 in year 1, then one step a year. */
export function indexTerm(t: TermWriter, index: Index): string {
  const [key, name] = INDICES[index];
  return t.term(name, "ratio", () => {
    const years = `floor((month - 1) / ${MONTHS_PER_YEAR})`;
    const steps = index === "licenses" ? `max(0, ${years} + 2 - ${t.key("license.first_uplift_year")})` : years;
    return `(1 + ${t.key(key)}) ^ ${steps}`;
  });
}
