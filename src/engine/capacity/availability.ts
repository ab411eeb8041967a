/**
 * Probability that at least `required` of `nodes` are up, each with the same availability, 0..1 (binomial).
 * @example clusterAvailability(0.99, 3, 2) // 0.999702
 */
export function clusterAvailability(nodeAvailability: number, nodes: number, required: number): number {
  if (nodeAvailability === 0) return required <= 0 ? 1 : 0;
  return chanceOfFailures(nodeAvailability, nodes, 0, nodes - required);
}

/**
 * Probability that fewer than `required` of `nodes` are up: to full precision also where it is tiny, which 1 less the availability is not.
 * @example clusterDown(0.99, 3, 2) // 0.000298
 */
export function clusterDown(nodeAvailability: number, nodes: number, required: number): number {
  if (nodeAvailability === 0) return required <= 0 ? 0 : 1;
  return chanceOfFailures(nodeAvailability, nodes, Math.max(0, nodes - required + 1), nodes);
}

/** Chance that from `fewest` to `most` of the nodes have failed (binomial). */
function chanceOfFailures(nodeAvailability: number, nodes: number, fewest: number, most: number): number {
  const down = 1 - nodeAvailability;
  let term = Math.pow(nodeAvailability, nodes);
  let sum = 0;
  for (let failed = 0; failed <= most; failed++) {
    if (failed >= fewest) sum += term;
    term = (term * (nodes - failed) * down) / ((failed + 1) * nodeAvailability);
  }
  return Math.min(1, sum);
}
