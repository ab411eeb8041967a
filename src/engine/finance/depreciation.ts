import { ModelError } from "../errors";

export type DepreciationMethod = "straight-line" | "macrs-5";

/** Yearly shares of the five-year class, half-year convention. Source: IRS Publication 946, table A-1. */
export const MACRS_5: readonly number[] = [0.2, 0.32, 0.192, 0.1152, 0.1152, 0.0576];

/**
 * Share of the depreciable cost that is written off in a year (1 = first): 1/life until the life ends, the last year only its part of it;
 * MACRS has shares of its own and no life.
 * @example depreciationShare(1, 4, "straight-line") // 0.25
 */
export function depreciationShare(year: number, life: number, method: DepreciationMethod): number {
  if (method === "macrs-5") return MACRS_5[year - 1] ?? 0;
  return Math.min(1, Math.max(0, life - year + 1)) / life;
}

/**
 * Depreciation in each of the periods (years), in the unit of the cost; MACRS knows no salvage value.
 * @example depreciation(1000, { life: 4, method: "straight-line", salvage: 200 }, 5) // [200, 200, 200, 200, 0]
 * @throws {ModelError} for a life that is not above 0.
 */
export function depreciation(
  cost: number,
  { life, method, salvage = 0 }: { life: number; method: DepreciationMethod; salvage?: number },
  periods: number,
): readonly number[] {
  if (!(life > 0)) throw new ModelError("out-of-range", "life", `life is ${life}; allowed is a number of years above 0.`);
  const base = method === "macrs-5" ? cost : cost - salvage;
  return Array.from({ length: periods }, (_, index) => base * depreciationShare(index + 1, life, method));
}
