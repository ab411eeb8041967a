import { depreciationShare } from "../finance/depreciation";
import { TOLERANCE } from "../units";

/** How owned units are bought and kept. */
export interface OwnedHardware {
  /** Units needed, by year; a short list goes on with its last. */
  readonly units: readonly number[];
  /** Price per unit in year 1, money. */
  readonly price: number;
  /** Years that a unit serves. */
  readonly lifeYears: number;
  /** Maintenance per year as a share of the purchase value in service. */
  readonly maintenance: number;
  readonly priceChange: number;
}

/** What owned units cost in each year, money. */
export interface HardwareCosts {
  readonly purchase: readonly number[];
  readonly maintenance: readonly number[];
  /** Straight line over the life. */
  readonly depreciation: readonly number[];
}

interface Batch {
  readonly year: number;
  readonly units: number;
  readonly value: number;
}

/**
 * Purchases, maintenance and depreciation in each of the periods (years).
 *
 * At the start of a year, units whose life has ended leave, and what is missing is bought; units that are no longer needed stay to the end of
 * their life. A purchase costs price x (1 + change)^(year - 1).
 */
export function hardwareCosts(terms: OwnedHardware, periods: number): HardwareCosts {
  const batches: Batch[] = [];
  const purchase: number[] = [];
  const maintenance: number[] = [];
  for (let year = 1; year <= periods; year++) {
    const inService = batches.filter((batch) => year - batch.year < terms.lifeYears - TOLERANCE);
    const present = inService.reduce((sum, batch) => sum + batch.units, 0);
    const needed = terms.units[Math.min(year, terms.units.length) - 1] ?? 0;
    const units = Math.max(0, needed - present);
    const bought: Batch = { year, units, value: units * terms.price * Math.pow(1 + terms.priceChange, year - 1) };
    batches.push(bought);
    purchase.push(bought.value);
    maintenance.push(terms.maintenance * [...inService, bought].reduce((sum, batch) => sum + batch.value, 0));
  }
  const writtenOff = (year: number): number =>
    batches
      .filter((batch) => batch.year <= year)
      .reduce((sum, { value, year: bought }) => sum + value * depreciationShare(year - bought + 1, terms.lifeYears, "straight-line"), 0);
  return { purchase, maintenance, depreciation: purchase.map((_, index) => writtenOff(index + 1)) };
}
