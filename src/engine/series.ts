/**
 * Room for the series of a projection: one number per month each. A pool that is used again hands out the same arrays in the same order, so
 * that thousands of projections allocate as much as one.
 */
export interface SeriesPool {
  /** A series of zeros. */
  readonly take: () => Float64Array;
  /** A series with numbers of an earlier projection: for what is filled in every month. */
  readonly room: () => Float64Array;
  /** Takes all series back: what was projected with them is lost. */
  readonly reset: () => void;
}

/** Adds series to another one in their order, four at a time: the digits are those of adding one after the other, and sums are stored less often. */
export function addSeries(sum: Float64Array, series: readonly Float64Array[]): void {
  const whole = series.length - (series.length % 4);
  for (let i = 0; i < whole; i += 4) {
    const [one, two, three, four] = [series[i], series[i + 1], series[i + 2], series[i + 3]];
    for (let m = 0; m < sum.length; m++) sum[m] = sum[m] + one[m] + two[m] + three[m] + four[m];
  }
  for (let i = whole; i < series.length; i++) {
    const one = series[i];
    for (let m = 0; m < sum.length; m++) sum[m] += one[m];
  }
}

/** A share of a series; the series itself where that is all of it. */
export function scaledSeries(values: Float64Array, share: number, pool: SeriesPool): Float64Array {
  if (share === 1) return values;
  const out = pool.room();
  for (let m = 0; m < out.length; m++) out[m] = values[m] * share;
  return out;
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
    room: () => {
      if (taken === series.length) series.push(new Float64Array(months));
      return series[taken++];
    },
    reset: () => {
      taken = 0;
    },
  };
}
