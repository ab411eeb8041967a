import { fittedParameters } from "../demand/leastSquares";
import type { Curve } from "../demand/leastSquares";
import { ModelError } from "../errors";
import { effectiveCapacity, peakNodes } from "./scalability";

/** The scalability law fitted to measurements. */
export interface ScalabilityFit {
  /** Throughput of one node, in the unit of the measurements. */
  readonly gamma: number;
  readonly contention: number;
  readonly coherency: number;
  /** Nodes (a real number) at which throughput is highest; Infinity when it only levels off. */
  readonly peakNodes: number;
  /** Highest throughput; the level that is approached when there is no peak. */
  readonly peakThroughput: number;
  readonly rSquared: number;
}

const FEWEST_POINTS = 4;

// Below this a coherency says no more than rounding: the law levels off.
const NO_COHERENCY = 1e-9;

/**
 * Fit of X(N) = gamma C(N) to measured throughput by least squares, contention 0..1, coherency at least 0.
 *
 * Source: N. Gunther, Guerrilla Capacity Planning (2007); the R package usl.
 * @throws {ModelError} for fewer than four measurements, or throughput for another number of nodes.
 */
export function scalabilityFit(nodes: readonly number[], throughput: readonly number[]): ScalabilityFit {
  if (nodes.length < FEWEST_POINTS || throughput.length !== nodes.length) {
    const got = `${nodes.length} numbers of nodes and ${throughput.length} of throughput`;
    throw new ModelError("out-of-range", "nodes", `The fit got ${got}; allowed are ${FEWEST_POINTS} or more, as many of each.`);
  }
  const curve: Curve = ([gamma = 0, contention = 0, coherency = 0], n) => gamma * effectiveCapacity(n, Math.min(1, contention), coherency);
  const best = Math.max(...nodes.map((n, index) => (throughput[index] ?? 0) / n));
  const [gamma = 0, serial = 0, crosstalk = 0] = fittedParameters(curve, nodes, throughput, [best, 0.01, 0.0001]);
  const contention = Math.min(1, serial);
  const coherency = crosstalk < NO_COHERENCY ? 0 : crosstalk;
  const peak = peakNodes(contention, coherency);
  return {
    gamma,
    contention,
    coherency,
    peakNodes: peak,
    peakThroughput: peak === Infinity ? gamma / contention : gamma * effectiveCapacity(peak, contention, coherency),
    rSquared: rSquared(
      nodes.map((n) => curve([gamma, contention, coherency], n)),
      throughput,
    ),
  };
}

function rSquared(fitted: readonly number[], measured: readonly number[]): number {
  const mean = measured.reduce((sum, value) => sum + value, 0) / measured.length;
  const spread = measured.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const error = measured.reduce((sum, value, index) => sum + (value - (fitted[index] ?? 0)) ** 2, 0);
  return spread === 0 ? 1 : 1 - error / spread;
}
