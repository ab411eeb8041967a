import type { TermDefinitions } from "../lines";

const YEARS = "floor((month - 1) / 12)";

const index = (key: string, years = YEARS): TermDefinitions[string] => ["ratio", `(1 + ${key}) ^ ${years}`];

/** Price indices: 1 in year 1, then one step a year. */
export const INDEX_TERMS: TermDefinitions = {
  cloud_price_index: index("cloud.price_change"),
  hardware_price_index: index("hardware.price_change"),
  bandwidth_price_index: index("wan.price_change"),
  wage_index: index("staff.wage_growth"),
  license_price_index: index("license.uplift", `max(0, ${YEARS} + 2 - license.first_uplift_year)`),
  inflation_index: index("prices.inflation"),
};
