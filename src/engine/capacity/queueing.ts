/** Quality of square-root staffing by tier 0 to 3: Q in a + Q sqrt(a). Source: Halfin-Whitt; Netflix service-capacity-modeling. */
export const QUALITY_FACTORS: readonly number[] = [2.375, 1.761, 1.16, 1.0];

/**
 * Cores (not rounded) by square-root staffing: a + Q sqrt(a) for a busy cores, quality tier 0 (best) to 3.
 * @example squareRootCores(100, 1) // 117.61
 */
export function squareRootCores(busyCores: number, quality: number): number {
  return busyCores + (QUALITY_FACTORS[quality] ?? Number.NaN) * Math.sqrt(busyCores);
}

/** Blocking below this is 0: it changes no response in any digit that a number has. */
const NEGLIGIBLE = 1e-18;

/**
 * Erlang B: probability that all servers are busy when nobody waits.
 *
 * 1/B = sum over k of N!/((N-k)! a^k), load a in erlangs; summed until the rest cannot matter. 0 for no load.
 * @example erlangB(2, 1) // 0.2
 */
export function erlangB(servers: number, load: number): number {
  if (load <= 0) return servers === 0 ? 1 : 0;
  let term = 1;
  let sum = 1;
  for (let k = 1; k <= servers; k++) {
    term *= (servers - k + 1) / load;
    sum += term;
    if (sum * NEGLIGIBLE > 1) return 0;
  }
  return 1 / sum;
}

/**
 * Erlang C: probability that a request waits, for a load in erlangs on whole servers; 1 when the load reaches the servers.
 *
 * C = B / (1 - rho (1 - B)), rho = load / servers.
 * Source: L. Kleinrock, Queueing Systems I (1975).
 * @example erlangC(3, 2) // 0.4444444444444444
 */
export function erlangC(servers: number, load: number): number {
  if (load >= servers) return 1;
  const blocking = erlangB(servers, load);
  return blocking / (1 - (load / servers) * (1 - blocking));
}

/**
 * Mean response of M/M/c in the unit of serviceTime: service time (1 + C / (servers - load)); Infinity when the load reaches the servers.
 * @example meanResponse(2, 3, 1) // 1.4444444444444444
 */
export function meanResponse(load: number, servers: number, serviceTime: number): number {
  return load >= servers ? Infinity : serviceTime * (1 + erlangC(servers, load) / (servers - load));
}

/**
 * Chance (0..1) that at least one of several parts is slow, when each is with chance p: 1 - (1-p)^n.
 *
 * Source: J. Dean and L. A. Barroso, The Tail at Scale, CACM 2013.
 * @example anySlow(0.5, 2) // 0.75
 */
export function anySlow(p: number, parts: number): number {
  return 1 - Math.pow(1 - p, parts);
}
