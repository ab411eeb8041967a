import { MONTHS_PER_YEAR } from "../units";

export type GrowthMethod = "compound" | "linear" | "logistic";

/**
 * Amount after some years of growth at one rate, in the unit of the base.
 *
 * compound V0 (1+g)^t; linear V0 (1 + g t); logistic K / (1 + ((K-V0)/V0) e^(-r t)) with r = ln(1+g) / (1 - V0/K).
 * Logistic needs ceiling > base > 0. Linear decline stops at 0.
 * @example grownAmount(100, 0.1, 2, "compound") // 121
 */
export function grownAmount(base: number, rate: number, years: number, method: GrowthMethod, ceiling = Infinity): number {
  if (method === "compound") return base * Math.pow(1 + rate, years);
  if (method === "linear") return Math.max(0, base * (1 + rate * years));
  const r = Math.log(1 + rate) / (1 - base / ceiling);
  return ceiling / (1 + ((ceiling - base) / base) * Math.exp(-r * years));
}

/**
 * Amount after some years when each year has its own rate, in the unit of the base; the last rate goes on for ever.
 *
 * compound: chained year by year; linear: each year adds V0 x its rate.
 * @example grownAmountByYear(100, [0.1, 0.2], 2, "compound") // 132
 */
export function grownAmountByYear(base: number, rates: readonly number[], years: number, method: "compound" | "linear"): number {
  let amount = base;
  for (let year = 0; year < years; year++) {
    const rate = rates[Math.min(year, rates.length - 1)] ?? 0;
    const part = Math.min(1, years - year);
    amount = method === "compound" ? amount * Math.pow(1 + rate, part) : Math.max(0, amount + base * rate * part);
  }
  return amount;
}

/** The latest factor: years, acquisitions and thousands of plans mostly grow at one rate. */
const lastFactor = { rate: 0, factor: 1 };

/** Growth of a month, chained, at a rate per year. */
export function monthlyFactor(rate: number): number {
  if (rate !== lastFactor.rate) {
    lastFactor.rate = rate;
    lastFactor.factor = Math.pow(1 + rate, 1 / MONTHS_PER_YEAR);
  }
  return lastFactor.factor;
}
