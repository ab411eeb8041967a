import { ceilTolerant, TOLERANCE } from "../units";

/**
 * Capacity of n servers or cores in equivalents of one, by the Universal Scalability Law.
 *
 * C(n) = n / (1 + s(n-1) + k n(n-1)), s = contention, k = coherency; n = 0 gives 0.
 * Source: N. Gunther, Guerrilla Capacity Planning (2007), eq. 4.31.
 * @example effectiveCapacity(4, 0.02, 0) // 3.7735849056603774
 */
export function effectiveCapacity(n: number, contention: number, coherency: number): number {
  return n / (1 + contention * (n - 1) + coherency * n * (n - 1));
}

/**
 * The n (a real number) at which capacity is highest; Infinity when coherency is 0, since capacity then only levels off.
 *
 * n* = sqrt((1-s)/k), at least 1.
 * @example peakNodes(0.02, 0.0002) // 70
 */
export function peakNodes(contention: number, coherency: number): number {
  return coherency === 0 ? Infinity : Math.max(1, Math.sqrt((1 - contention) / coherency));
}

/**
 * The highest capacity of whole nodes, in equivalents of one: at the peak, or the level 1/s that is approached when coherency is 0.
 * @example highestCapacity(0.02, 0) // 50
 */
export function highestCapacity(contention: number, coherency: number): number {
  const peak = peakNodes(contention, coherency);
  // A coherency that is next to 0 has its peak beyond every number.
  if (peak === Infinity) return contention === 0 ? Infinity : 1 / contention;
  const below = effectiveCapacity(Math.floor(peak), contention, coherency);
  return Math.max(below, effectiveCapacity(Math.ceil(peak), contention, coherency));
}

/**
 * Smallest whole number of nodes whose capacity reaches the target (equivalents of one); Infinity when none does.
 *
 * Lower root of k y n^2 - (1 + k y - s y) n + y(1-s) = 0, rounded up; 0 for a target of 0.
 * @example smallestNodes(3.7, 0.02, 0) // 4
 */
export function smallestNodes(target: number, contention: number, coherency: number): number {
  if (target > highestCapacity(contention, coherency) * (1 + TOLERANCE)) return Infinity;
  return nodesBelowPeak(target, contention, coherency);
}

/** The size (a real number) of the cluster whose capacity is the target; the target must not be above the highest capacity. */
export function clusterFor(target: number, contention: number, coherency: number): number {
  const b = 1 + target * (coherency - contention);
  const discriminant = b * b - 4 * target * target * coherency * (1 - contention);
  return (2 * target * (1 - contention)) / (b + Math.sqrt(Math.max(0, discriminant)));
}

/** As smallestNodes, for a target that is known not to be above the highest capacity. */
export function nodesBelowPeak(target: number, contention: number, coherency: number): number {
  if (target <= 0) return 0;
  if (target <= 1 + TOLERANCE) return 1;
  const root = clusterFor(target, contention, coherency);
  const up = Math.ceil(root);
  if (up - root > ROUNDING && up - root < 1 - ROUNDING) return up;
  return root > 0 && root < Number.MAX_SAFE_INTEGER ? correctedNodes(ceilTolerant(root), target, contention, coherency) : Infinity;
}

/** Nearer than this to a whole number the root may have been rounded across it. */
const ROUNDING = 1e-6;

/** The root may be off by one where rounding met a whole number or the peak: step to the smallest n that reaches the target. */
function correctedNodes(start: number, target: number, contention: number, coherency: number): number {
  const reaches = (n: number): boolean => effectiveCapacity(n, contention, coherency) * (1 + TOLERANCE) >= target;
  const n = Math.max(1, start);
  if (n > 1 && reaches(n - 1)) return n - 1;
  if (reaches(n)) return n;
  return reaches(n + 1) ? n + 1 : Infinity;
}

/**
 * Nodes up to which a cluster usefully grows: the smallest number whose capacity is the given share of the highest; Infinity when
 * contention and coherency are 0.
 * @example largestUsefulCluster(0.02, 0.0002, 0.85) // 33
 */
export function largestUsefulCluster(contention: number, coherency: number, limit: number): number {
  const highest = highestCapacity(contention, coherency);
  return highest === Infinity ? Infinity : smallestNodes(limit * highest, contention, coherency);
}
