import { GB_PER_TB, MONTHS_PER_YEAR } from "../units";

export interface DataInputs {
  readonly initialTb: number;
  readonly gbPerVolumeYear: number;
  /** 0 = kept for ever. */
  readonly retentionYears: number;
  /** Volume on the platform at each month's end. */
  readonly volume: Float64Array;
  /** Data that deals bring in the month, TB. */
  readonly acquiredTb: Float64Array;
  /** Data that divestitures take in the month, TB, >= 0. */
  readonly divestedTb: Float64Array;
}

/**
 * Fills the data on the platform at each month's end, TB, never below 0.
 *
 * Each month: what was added 12R months ago leaves, and 1/(12R) of the initial stock; volume and deals add; a divestiture then takes from
 * every cohort in proportion. `added` is room for one number per month.
 */
export function dataStock(inputs: DataInputs, added: Float64Array, out: Float64Array): void {
  const retentionMonths = inputs.retentionYears > 0 ? Math.max(1, Math.round(inputs.retentionYears * MONTHS_PER_YEAR)) : 0;
  const tbPerVolumeMonth = inputs.gbPerVolumeYear / MONTHS_PER_YEAR / GB_PER_TB;
  // Cohorts are kept in units that a divestiture does not touch: a cohort's data is its `added` x scale.
  let scale = 1;
  let initial = inputs.initialTb;
  let stock = initial;
  for (let m = 0; m < out.length; m++) {
    if (retentionMonths > 0) {
      if (m < retentionMonths) stock -= (initial * scale) / retentionMonths;
      else stock -= added[m - retentionMonths] * scale;
    }
    const brought = inputs.volume[m] * tbPerVolumeMonth + inputs.acquiredTb[m];
    added[m] = brought / scale;
    stock = Math.max(0, stock + brought);
    const taken = inputs.divestedTb[m];
    if (taken <= 0) {
      out[m] = stock;
      continue;
    }
    const left = Math.max(0, stock - taken);
    if (left > 0) scale *= left / stock;
    else {
      added.fill(0, 0, m + 1);
      initial = 0;
      scale = 1;
    }
    stock = left;
    out[m] = stock;
  }
}
