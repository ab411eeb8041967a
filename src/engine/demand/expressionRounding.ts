/** Rounding as spreadsheets do it: of the decimal number that a cell shows, so that 1.005, which is stored as 1.00499999999999989, rounds to 1.01. */

/** Digits of a number that spreadsheets count. */
const DIGITS = 15;
/** From here on a number has no decimals. */
const WHOLE_FROM = 2 ** 52;
/** What is nearer to a step than this part of the number may be on it but for the way in which it is stored. */
const NEARLY = 1e-14;

/** The number of 15 digits that is nearest. */
function shown(x: number): number {
  return Number(x.toPrecision(DIGITS));
}

type Whole = (x: number) => number;

const halfUp: Whole = (x) => Math.floor(x + 0.5);

/** Rounds an amount of 0 or more to a whole number; `edge` is the fraction at which the result jumps. */
function whole(x: number, edge: number, of: Whole): number {
  if (x >= WHOLE_FROM) return x;
  const past = x - Math.floor(x) - edge;
  const isNearly = Math.abs(past) <= x * NEARLY || 1 - Math.abs(past) <= x * NEARLY;
  return of(isNearly ? shown(x) : x);
}

/** A number rounded away from 0 or towards it at a number of decimals, which may be negative. */
function rounded(x: number, decimals: number, edge: number, of: Whole): number {
  if (Number.isNaN(x + decimals)) return Number.NaN;
  const power = Math.pow(10, Math.abs(Math.trunc(decimals)));
  const size = Math.abs(x);
  const result = decimals >= 0 ? whole(size * power, edge, of) / power : whole(size / power, edge, of) * power;
  // More decimals than a number has change nothing.
  if (!Number.isFinite(size * power)) return decimals >= 0 ? x : 0;
  return x < 0 ? 0 - result : result;
}

/** Rounded at a number of decimals, halves away from 0. */
export const round = (x = 0, decimals = 0): number => rounded(x, decimals, 0.5, halfUp);
/** Rounded away from 0. */
export const roundUp = (x = 0, decimals = 0): number => rounded(x, decimals, 0, Math.ceil);
/** Rounded towards 0. */
export const roundDown = (x = 0, decimals = 0): number => rounded(x, decimals, 0, Math.floor);

/** The multiple of a step that is next: `of` rounds the number of steps. NaN for a step of another sign than a positive number has. */
function multiple(x: number, step: number, of: Whole): number {
  if (x === 0) return 0;
  if (x > 0 && step < 0) return Number.NaN;
  if (step === 1) return of(x);
  const steps = shown(x / step);
  return shown(of(steps) * step);
}

/** The next multiple of a step that is not below the number (of a negative step: not above it). */
export const ceiling = (x = 0, step = 1): number => (step === 0 ? 0 : multiple(x, step, Math.ceil));

/** The next multiple of a step that is not above the number (of a negative step: not below it). */
export function floor(x = 0, step = 1): number {
  if (step === 0) return x === 0 ? 0 : Number.NaN;
  return multiple(x, step, Math.floor);
}

/** Whether two numbers are the same in the 15 digits that spreadsheets compare. */
export function same(x: number, y: number): boolean {
  if (x === y) return true;
  return Math.abs(x - y) <= NEARLY * Math.max(Math.abs(x), Math.abs(y)) && Number.isFinite(x) && shown(x) === shown(y);
}
