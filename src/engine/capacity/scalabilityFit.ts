import { fittedParameters } from "../demand/leastSquares";
import type { Curve } from "../demand/leastSquares";
import { ModelError } from "../errors";
import { effectiveCapacity, peakNodes } from "./scalability";

/** The scalability law fitted to measurements. */
export interface ScalabilityFit {
  /** Throughput of one node, in the unit of the measurements. */
  readonly gamma: number;
  /** Below 0 where throughput rises faster than the nodes. */
  readonly contention: number;
  readonly coherency: number;
  /** Nodes (a real number) at which throughput is highest; Infinity when it only levels off. */
  readonly peakNodes: number;
  /** Highest throughput; the level that is approached when there is no peak. */
  readonly peakThroughput: number;
  readonly rSquared: number;
}

const FEWEST_POINTS = 4;
const FEWEST_SIZES = 3;

// Below this a coherency or contention says no more than rounding: the law levels off, or is a straight line.
const ROUNDING = 1e-9;

type Law = readonly [gamma: number, contention: number, coherency: number];

/**
 * Fit of X(N) = gamma C(N) to measured throughput by least squares, contention at most 1, coherency at least 0. Contention is below 0 only where the
 * measurements are super-linear: then no fit from 0 on is as near.
 *
 * Source: N. Gunther, Guerrilla Capacity Planning (2007); the R package usl.
 * @throws {ModelError} for fewer than four measurements or three different sizes, throughput for another number of nodes, or nodes of 0 or less.
 */
export function scalabilityFit(nodes: readonly number[], throughput: readonly number[]): ScalabilityFit {
  requireFittable(nodes, throughput);
  const law = fittedLaw(nodes, throughput);
  const [gamma, contention, coherency] = law;
  const peak = peakNodes(contention, coherency);
  return {
    gamma,
    contention,
    coherency,
    peakNodes: peak,
    peakThroughput: peak === Infinity ? levelOf(law) : throughputOf(law, peak),
    rSquared: rSquared(
      nodes.map((n) => throughputOf(law, n)),
      throughput,
    ),
  };
}

function requireFittable(nodes: readonly number[], throughput: readonly number[]): void {
  if (nodes.length < FEWEST_POINTS || throughput.length !== nodes.length) {
    const got = `${nodes.length} numbers of nodes and ${throughput.length} of throughput`;
    throw new ModelError("out-of-range", "nodes", `The fit has ${got}. Enter ${FEWEST_POINTS} or more, the same number of each.`);
  }
  const none = nodes.find((n) => !(n > 0));
  if (none !== undefined) throw new ModelError("out-of-range", "nodes", `nodes is ${none}. Enter a number above 0.`);
  const sizes = [...new Set(nodes)].sort((a, b) => a - b);
  if (sizes.length >= FEWEST_SIZES) return;
  const got = sizes.length === 1 ? `one size only, ${sizes[0]}` : `two different sizes only, ${sizes.join(" and ")}`;
  throw new ModelError("out-of-range", "nodes", `nodes has ${got}. Add measurements for ${FEWEST_SIZES} different sizes or more.`);
}

const throughputOf = ([gamma, contention, coherency]: Law, n: number): number => gamma * effectiveCapacity(n, contention, coherency);

/** The level that throughput approaches without a peak. */
const levelOf = ([gamma, contention]: Law): number => (contention > 0 ? gamma / contention : Infinity);

/** The law from contention 0 on; where the measurements press against that bound, the one below it, if that is nearer to them. */
function fittedLaw(nodes: readonly number[], throughput: readonly number[]): Law {
  const best = Math.max(...nodes.map((n, index) => throughput[index] / n));
  const bounded = fitFrom(nodes, throughput, [best, 0.01, 0.0001], 0);
  if (bounded[1] > 0) return bounded;
  const free = fitFrom(nodes, throughput, [bounded[0], 1, bounded[2]], 1);
  const isLaw = nodes.every((n) => throughputOf(free, n) > 0);
  return isLaw && free[1] < 0 ? free : bounded;
}

/** A fit of parameters that are not below 0: contention is the second of them less a shift. */
function fitFrom(nodes: readonly number[], throughput: readonly number[], start: readonly number[], shift: number): Law {
  const law = ([gamma = 0, shifted = 0, coherency = 0]: readonly number[]): Law => [gamma, Math.min(1, shifted - shift), coherency];
  const curve: Curve = (parameters, n) => throughputOf(law(parameters), n);
  const [gamma, contention, coherency] = law(fittedParameters(curve, nodes, throughput, start));
  return [gamma, Math.abs(contention) < ROUNDING ? 0 : contention, coherency < ROUNDING ? 0 : coherency];
}

function rSquared(fitted: readonly number[], measured: readonly number[]): number {
  const mean = measured.reduce((sum, value) => sum + value, 0) / measured.length;
  const spread = measured.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const error = measured.reduce((sum, value, index) => sum + (value - (fitted[index] ?? 0)) ** 2, 0);
  return spread === 0 ? 1 : 1 - error / spread;
}
