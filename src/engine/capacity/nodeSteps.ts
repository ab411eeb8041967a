import { effectiveCapacity } from "./scalability";

/**
 * The numbers of nodes that a region can have, smallest first:each is a multiple of the zones. A need is found by comparing it with their capacity,
 * which is the same for every node type when it is counted in nodes.
 */
export interface NodeSteps {
  readonly nodes: Float64Array;
  /** Nodes without the spare ones: what they hold of data, in nodes. */
  readonly data: Float64Array;
  /** Their capacity in one cluster, in single nodes. */
  readonly load: Float64Array;
}

/** Regions larger than this many steps are counted one by one. */
const MOST_STEPS = 64;

/** The steps from a smallest number of nodes on; in one cluster, nodes above the largest useful number add no capacity. */
export function nodeSteps(
  fewest: number,
  {
    zones,
    spare,
    largest,
    contention,
    coherency,
  }: { zones: number; spare: number; largest: number; contention: number; coherency: number },
): NodeSteps {
  const steps = { nodes: new Float64Array(MOST_STEPS), data: new Float64Array(MOST_STEPS), load: new Float64Array(MOST_STEPS) };
  for (let step = 0; step < MOST_STEPS; step++) {
    const count = fewest + step * zones;
    steps.nodes[step] = count;
    steps.data[step] = count - spare;
    steps.load[step] = effectiveCapacity(Math.min(count - spare, largest), contention, coherency);
  }
  return steps;
}

/** Index of the first step that is not below a need, looked for from another one on; the number of steps when there is none. */
export function stepFor(limits: Float64Array, need: number, from: number): number {
  let step = from;
  while (step < limits.length && need > limits[step]) step++;
  while (step > 0 && need <= limits[step - 1]) step--;
  return step;
}

/** Nearer than this to a step, rounding decides: the nodes are then counted, not told by comparing. */
const MARGIN = 1e-7;

/** The least need that is told to take a step; -Infinity for the first. */
export function toldFrom(limits: Float64Array, step: number): number {
  return step === 0 ? -Infinity : limits[step - 1] * (1 + MARGIN) + MARGIN;
}

/** The largest need that is told to take a step; -Infinity above all steps. */
export function toldTo(limits: Float64Array, step: number): number {
  return step >= limits.length ? -Infinity : limits[step] * (1 - MARGIN) - MARGIN;
}
