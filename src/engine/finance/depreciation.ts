import { ModelError } from "../errors";
import { MONTHS_PER_YEAR } from "../units";

export type DepreciationMethod = "straight-line" | "macrs-5";

/** Yearly shares of the five-year class, half-year convention. Source: IRS Publication 946, table A-1. */
export const MACRS_5: readonly number[] = [0.2, 0.32, 0.192, 0.1152, 0.1152, 0.0576];

/** A year of the class: its share, and how many months ago what is in it was bought. */
export interface MacrsYear {
  readonly year: number;
  readonly share: number;
  readonly youngest: number;
  readonly oldest: number;
}

const MACRS_YEARS: readonly MacrsYear[] = MACRS_5.map((share, index) => ({
  year: index + 1,
  share,
  youngest: MONTHS_PER_YEAR * index,
  oldest: MONTHS_PER_YEAR * (index + 1) - 1,
}));

/** The years of the class where it is the method; none under the straight line. */
export function macrsYears(method: DepreciationMethod): readonly MacrsYear[] {
  return method === "macrs-5" ? MACRS_YEARS : [];
}

/**
 * Share of the depreciable cost that is written off in a year (1 = first): 1/life until the life ends, the last year only its part of it;
 * MACRS has fixed shares and no life.
 * @example depreciationShare(1, 4, "straight-line") // 0.25
 */
export function depreciationShare(year: number, life: number, method: DepreciationMethod): number {
  if (method === "macrs-5") return MACRS_5[year - 1] ?? 0;
  return Math.min(1, Math.max(0, life - year + 1)) / life;
}

/**
 * Depreciation in each of the periods (years), in the unit of the cost; MACRS knows no salvage value.
 * @example depreciation(1000, { life: 4, method: "straight-line", salvage: 200 }, 5) // [200, 200, 200, 200, 0]
 * @throws {ModelError} for a life that is not above 0, or a salvage value above the cost.
 */
export function depreciation(
  cost: number,
  { life, method, salvage = 0 }: { life: number; method: DepreciationMethod; salvage?: number },
  periods: number,
): readonly number[] {
  if (!(life > 0)) throw new ModelError("out-of-range", "life", `life is ${life}. Enter a number of years above 0.`);
  if (method === "straight-line" && salvage > cost)
    throw new ModelError("out-of-range", "salvage", `salvage is ${salvage}. Enter 0 to the cost of the asset (${cost}).`);
  const base = method === "macrs-5" ? cost : cost - salvage;
  return Array.from({ length: periods }, (_, index) => base * depreciationShare(index + 1, life, method));
}
