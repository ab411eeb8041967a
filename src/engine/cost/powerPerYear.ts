import { HOURS_PER_YEAR } from "../units";

/**
 * Cost of electricity in a year, money: rated kW x mean share of it x power usage effectiveness x 8,760 h x price per kWh.
 * @example powerCostPerYear(10, { pricePerKwh: 0.1, pue: 1.5, utilization: 0.6 }) // 7884
 */
export function powerCostPerYear(kw: number, terms: { pricePerKwh: number; pue: number; utilization: number }): number {
  return kw * terms.utilization * terms.pue * HOURS_PER_YEAR * terms.pricePerKwh;
}
