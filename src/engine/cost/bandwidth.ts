import { ceilTolerant, MBPS_PER_KB_PER_SECOND, MEGABITS_PER_TB, SECONDS_PER_DAY } from "../units";

/**
 * Bandwidth that a rate of transactions needs, Mbps: rate x kB x 8/1000 / highest utilization.
 * @example requiredMbps(100, 40, 0.7) // 45.714285714285715
 */
export function requiredMbps(tps: number, kbPerTx: number, utilization: number): number {
  return (tps * kbPerTx * MBPS_PER_KB_PER_SECOND) / utilization;
}

/**
 * Bandwidth that a burstable contract bills, Mbps: the highest sample after the top floor(n x (1 - share)) are dropped; NaN without samples.
 *
 * Source: 95th-percentile billing as providers state it; not Excel's PERCENTILE.INC, which interpolates.
 * @example burstableMbps([100, 100, 100, 1000], 0.75) // 100
 */
export function burstableMbps(samples: readonly number[], share: number): number {
  const rising = Float64Array.from(samples).sort();
  return rising[ceilTolerant(rising.length * share) - 1] ?? Number.NaN;
}

/**
 * Days to move data over a link: TB x 8 x 10^6 / (Mbps x efficiency x 86,400).
 * @example copyDays(10.8, 1000, 1) // 1
 */
export function copyDays(tb: number, mbps: number, efficiency: number): number {
  return (tb * MEGABITS_PER_TB) / (mbps * efficiency * SECONDS_PER_DAY);
}

/**
 * Cost of links over some months: links x (port + Mbps x price per Mbps) x months.
 * @example linkCost(100, 4, { port: 300, links: 2, months: 12 }) // 16800
 */
export function linkCost(mbps: number, pricePerMbps: number, { port = 0, links = 1, months = 1 }): number {
  return links * (port + mbps * pricePerMbps) * months;
}
