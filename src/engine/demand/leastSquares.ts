/** Value at x of a curve with these parameters. */
export type Curve = (parameters: readonly number[], x: number) => number;

const MOST_STEPS = 500;
const SMALLEST_GAIN = 1e-15;
const STIFFEST = 1e16;

/** Sum of squared errors of a curve. */
export function squaredError(curve: Curve, parameters: readonly number[], xs: readonly number[], ys: readonly number[]): number {
  return xs.reduce((sum, x, index) => sum + (curve(parameters, x) - (ys[index] ?? 0)) ** 2, 0);
}

/**
 * Parameters (none below 0) with the least squared error, found from a start by Levenberg-Marquardt steps; a parameter that is pressed against
 * 0 stays there, so that a bound can be the answer.
 *
 * Source: D. Marquardt, An Algorithm for Least-Squares Estimation of Nonlinear Parameters (1963), damping scaled by the diagonal.
 */
export function fittedParameters(curve: Curve, xs: readonly number[], ys: readonly number[], start: readonly number[]): readonly number[] {
  let parameters = start.map((value) => Math.max(0, value));
  let error = squaredError(curve, parameters, xs, ys);
  let damping = 1e-3;
  for (let step = 0; step < MOST_STEPS && damping < STIFFEST && error > 0; step++) {
    const move = dampedMove(curve, parameters, xs, ys, damping);
    const moved = parameters.map((value, index) => Math.max(0, value + (move[index] ?? 0)));
    const movedError = squaredError(curve, moved, xs, ys);
    if (!(movedError < error)) {
      damping *= 10;
      continue;
    }
    const gain = (error - movedError) / error;
    parameters = moved;
    error = movedError;
    damping /= 10;
    if (gain < SMALLEST_GAIN) break;
  }
  return parameters;
}

/** Solution of (J'J + damping diag(J'J)) move = J'r over the parameters that are free to move. */
function dampedMove(curve: Curve, parameters: readonly number[], xs: readonly number[], ys: readonly number[], damping: number): number[] {
  const slopes = parameters.map((_, index) => xs.map((x) => slopeAt(curve, parameters, index, x)));
  const residuals = xs.map((x, index) => (ys[index] ?? 0) - curve(parameters, x));
  const gradient = slopes.map((slope) => dot(slope, residuals));
  const free = parameters.map((value, index) => value > 0 || (gradient[index] ?? 0) > 0);
  const rows = slopes.map((slope, i) => {
    if (!free[i]) return [...slopes.map((_, j) => (i === j ? 1 : 0)), 0];
    const products = slopes.map((other, j) => (free[j] ? dot(slope, other) * (i === j ? 1 + damping : 1) : 0));
    return [...products, gradient[i] ?? 0];
  });
  return solved(rows);
}

function slopeAt(curve: Curve, parameters: readonly number[], index: number, x: number): number {
  const value = parameters[index] ?? 0;
  const step = 1e-6 * Math.max(Math.abs(value), 1e-6);
  const at = (shifted: number): number =>
    curve(
      parameters.map((parameter, i) => (i === index ? shifted : parameter)),
      x,
    );
  return (at(value + step) - at(value - step)) / (2 * step);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

/** Solution of linear equations given as rows with the right side last (Gauss elimination with pivots); a singular part moves by 0. */
function solved(equations: readonly (readonly number[])[]): number[] {
  const rows = equations.map((row) => [...row]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const pivot = rows
      .slice(column)
      .reduce((best, row, at) => (Math.abs(row[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0) ? column + at : best), column);
    [rows[column], rows[pivot]] = [rows[pivot], rows[column]];
    const lead = rows[column];
    const head = lead[column];
    if (head === 0) continue;
    for (const row of rows) {
      if (row === lead) continue;
      const factor = row[column] / head;
      for (let j = column; j <= size; j++) row[j] = row[j] - factor * lead[j];
    }
  }
  return rows.map((row, index) => (row[index] === 0 ? 0 : row[size] / row[index]));
}
