export type Timing = "begin" | "mid" | "end";

const SHIFT: Readonly<Record<Timing, number>> = { begin: 1, mid: 0.5, end: 0 };

/**
 * Factor by which a flow of a period (1 = first) is worth less today: (1 + rate)^(-t), t = (period - shift) / periods per year, shift 1 for
 * `begin`, 0.5 for `mid`, 0 for `end`.
 * @example discountFactor(0.1, 1, "begin", 1) // 1
 */
export function discountFactor(ratePerYear: number, period: number, timing: Timing, periodsPerYear: number): number {
  return Math.pow(1 + ratePerYear, -(period - SHIFT[timing]) / periodsPerYear);
}

/**
 * Discount factors of the first periods.
 * @example discountFactors(0.25, 2, "end", 1) // [0.8, 0.64]
 */
export function discountFactors(ratePerYear: number, periods: number, timing: Timing, periodsPerYear: number): readonly number[] {
  return Array.from({ length: periods }, (_, index) => discountFactor(ratePerYear, index + 1, timing, periodsPerYear));
}

/** The factors that were used last: thousands of plans are discounted at one rate. */
const lastUsed = { ratePerYear: Number.NaN, timing: "", periodsPerYear: 0, factors: [] as readonly number[] };

function factorsFor(ratePerYear: number, periods: number, timing: Timing, periodsPerYear: number): readonly number[] {
  const isKnown =
    lastUsed.ratePerYear === ratePerYear &&
    lastUsed.timing === timing &&
    lastUsed.periodsPerYear === periodsPerYear &&
    lastUsed.factors.length >= periods;
  if (isKnown) return lastUsed.factors;
  return Object.assign(lastUsed, {
    ratePerYear,
    timing,
    periodsPerYear,
    factors: discountFactors(ratePerYear, periods, timing, periodsPerYear),
  }).factors;
}

/**
 * Present value of flows, in their unit, and of a flow today that is not discounted.
 * @example presentValue([125, 125], 0.25, "end", 1, -100) // 80
 */
export function presentValue(flows: ArrayLike<number>, ratePerYear: number, timing: Timing, periodsPerYear: number, initial = 0): number {
  const factors = factorsFor(ratePerYear, flows.length, timing, periodsPerYear);
  let sum = initial;
  for (let index = 0; index < flows.length; index++) sum += flows[index] * factors[index];
  return sum;
}

/** Below this a rate changes no digit of a payment. */
const SMALLEST_RATE = 1e-12;

/**
 * Equal payment at the end of each of n periods with a present value: the equivalent annual cost. Rate 0: the value in n equal parts.
 *
 * P r / (1 - (1+r)^(-n)).
 * @example annuity(1000, 0, 4) // 250
 */
export function annuity(value: number, rate: number, periods: number): number {
  return Math.abs(rate) < SMALLEST_RATE ? value / periods : (value * rate) / -Math.expm1(-periods * Math.log1p(rate));
}

/**
 * Amount per year, paid in equal parts of a period each, with a present value: flows of that amount have this value under the same timing.
 * @example levelCost(presentValue([50, 50], 0.1, "mid", 2), 0.1, 2, "mid", 2) // 100
 */
export function levelCost(value: number, ratePerYear: number, periods: number, timing: Timing, periodsPerYear: number): number {
  const rate = Math.expm1(Math.log1p(ratePerYear) / periodsPerYear);
  return (annuity(value, rate, periods) * periodsPerYear) / Math.pow(1 + ratePerYear, SHIFT[timing] / periodsPerYear);
}

const LOWEST = -0.99;
const HIGHEST = 10;
const SCAN_STEP = 0.01;
const BISECTIONS = 100;

/**
 * Internal rate of return per period of flows that start today: the rate at which their present value is 0; the one nearest to 0 when there are
 * several between -99 % and 1,000 %, undefined when there is none.
 * @example internalRate([-100, 110]) // 0.1
 */
export function internalRate(flows: readonly number[]): number | undefined {
  const value = (rate: number): number => flows.reduceRight((sum, flow) => sum / (1 + rate) + flow, 0);
  const steps = Math.round((HIGHEST - LOWEST) / SCAN_STEP);
  let nearest: number | undefined;
  for (let step = 0; step < steps; step++) {
    const low = LOWEST + step * SCAN_STEP;
    const high = low + SCAN_STEP;
    if (value(low) * value(high) > 0) continue;
    const root = bisected(value, low, high);
    if (value(low) !== value(high) && (nearest === undefined || Math.abs(root) < Math.abs(nearest))) nearest = root;
  }
  return nearest;
}

function bisected(value: (rate: number) => number, low: number, high: number): number {
  const rising = value(low) < value(high);
  for (let step = 0; step < BISECTIONS; step++) {
    const middle = (low + high) / 2;
    if (value(middle) > 0 === rising) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}
