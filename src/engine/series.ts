/**
 * Room for the series of a projection: one number per month each. A pool that is used again hands out the same arrays in the same order, so
 * that thousands of projections allocate as much as one.
 */
export interface SeriesPool {
  /** A series of zeros. */
  readonly take: () => Float64Array;
  /** Takes all series back: what was projected with them is lost. */
  readonly reset: () => void;
}

/** A pool of series of some months. */
export function seriesPool(months: number): SeriesPool {
  const series: Float64Array[] = [];
  let taken = 0;
  return {
    take: () => {
      if (taken === series.length) series.push(new Float64Array(months));
      else series[taken].fill(0);
      return series[taken++];
    },
    reset: () => {
      taken = 0;
    },
  };
}
