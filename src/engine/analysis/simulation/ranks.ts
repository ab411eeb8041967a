/** Indices of values from the least to the largest; equal ones in their order. */
export function orderOf(values: ArrayLike<number>): Uint32Array {
  return Uint32Array.from({ length: values.length }, (_, index) => index).sort((one, other) => values[one] - values[other] || one - other);
}

/** Ranks of values, 1 for the least; equal values share the mean of theirs. */
export function ranksOf(values: ArrayLike<number>): Float64Array {
  // Sorting numbers and looking each up is several times as fast as sorting by a comparison.
  const sorted = Float64Array.from(values).sort();
  return Float64Array.from(values, (value) => {
    const first = countWhere(sorted, (other) => other < value);
    const next = first + 1 === sorted.length || sorted[first + 1] > value ? first + 1 : countWhere(sorted, (other) => other <= value);
    return (first + next + 1) / 2;
  });
}

/** How many of sorted numbers, from the least on, something holds for. */
function countWhere(sorted: Float64Array, holds: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(sorted[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Correlation (Pearson) of two lists of numbers, -1..1; 0 where one of them does not vary. */
export function correlation(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const [meanOne, meanOther] = [meanOf(one), meanOf(other)];
  let [both, squaresOne, squaresOther] = [0, 0, 0];
  for (let index = 0; index < one.length; index++) {
    const [x, y] = [one[index] - meanOne, other[index] - meanOther];
    both += x * y;
    squaresOne += x * x;
    squaresOther += y * y;
  }
  const scale = Math.sqrt(squaresOne * squaresOther);
  return scale > 0 ? both / scale : 0;
}

/** Mean of a list of numbers; NaN for none. */
export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index];
  return sum / values.length;
}

/**
 * Value below which a share of sorted numbers lies, interpolated between two of them as Excel's PERCENTILE.INC does; NaN for none.
 * @example percentileOf([10, 20, 30], 0.25) // 15
 */
export function percentileOf(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}
