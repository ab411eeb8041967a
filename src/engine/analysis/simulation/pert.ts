/** Panels into which the density is cut; more would change no digit that a plan shows. */
const PANELS = 192;
/** Weight of the mode in a PERT distribution. */
const WEIGHT = 4;

/** The PERT distribution on 0..1 with its mode at a place, at the ends of the panels: the cumulative one, and the slope of it. */
export interface PertTable {
  readonly cumulative: Float64Array;
  readonly slope: Float64Array;
}

/** Place on 0..1 of a place of the table: panels are narrow at both ends, where the density is steep. */
const placeOf = (t: number): number => t * t * (3 - 2 * t);

/** Density at a place of the table, not scaled: x^(4m) (1-x)^(4(1-m)) dx/dt. */
function densityAt(mode: number, t: number): number {
  const x = placeOf(t);
  return Math.pow(x, WEIGHT * mode) * Math.pow(1 - x, WEIGHT * (1 - mode)) * 6 * t * (1 - t);
}

const HALF_GAUSS = Math.sqrt(3 / 5) / 2;

/** Integral of the density over a stretch of the table: Gauss-Legendre with three points. */
function mass(mode: number, from: number, to: number): number {
  const width = to - from;
  const middle = (from + to) / 2;
  const sides = densityAt(mode, middle - HALF_GAUSS * width) + densityAt(mode, middle + HALF_GAUSS * width);
  return (width * (5 * sides + 8 * densityAt(mode, middle))) / 18;
}

/** The table of a mode, 0..1. */
export function pertTable(mode: number): PertTable {
  const cumulative = new Float64Array(PANELS + 1);
  for (let panel = 0; panel < PANELS; panel++) {
    cumulative[panel + 1] = cumulative[panel] + mass(mode, panel / PANELS, (panel + 1) / PANELS);
  }
  const all = cumulative[PANELS];
  const slope = new Float64Array(PANELS + 1);
  for (let panel = 0; panel <= PANELS; panel++) {
    cumulative[panel] /= all;
    slope[panel] = densityAt(mode, panel / PANELS) / all;
  }
  return { cumulative, slope };
}

const NEWTON_STEPS = 3;

/**
 * Quantile of a PERT distribution on 0..1 at a probability: Beta(1 + 4 m, 5 - 4 m) with mode m; within 1e-7.
 * @example pertQuantile(pertTable(0.5), 0.5) // 0.5
 */
export function pertQuantile(table: PertTable, p: number): number {
  const { cumulative } = table;
  let low = 0;
  let high = PANELS;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (cumulative[middle] <= p) low = middle;
    else high = middle;
  }
  return placeOf((low + shareInside(table, low, p)) / PANELS);
}

/** How far into a panel a probability is reached, 0..1: by the cubic that has the panel's ends and slopes. */
function shareInside({ cumulative, slope }: PertTable, panel: number, p: number): number {
  const inside = cumulative[panel + 1] - cumulative[panel];
  const wanted = (p - cumulative[panel]) / inside;
  const first = slope[panel] / PANELS / inside;
  const last = slope[panel + 1] / PANELS / inside;
  const [square, cube] = [3 - 2 * first - last, first + last - 2];
  let share = wanted;
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const rise = first + share * (2 * square + share * 3 * cube);
    if (rise > 0) share = Math.min(1, Math.max(0, share - (share * (first + share * (square + share * cube)) - wanted) / rise));
  }
  return share;
}
