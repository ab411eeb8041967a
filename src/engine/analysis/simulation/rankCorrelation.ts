import { ModelError } from "../../errors";
import { normalQuantile } from "./normal";
import { correlation, orderOf } from "./ranks";
import { listInWords } from "../../words";

/** How strongly the ranks of two uncertain keys go together, -1..1. */
export interface KeyCorrelation {
  readonly one: string;
  readonly other: string;
  readonly rank: number;
}

type Matrix = readonly (readonly number[])[];

/**
 * Reorders columns of draws so that their ranks have the wanted correlations, without changing what is drawn. A column keeps its values.
 *
 * Source: R. Iman and W. Conover, Communications in Statistics B11 (1982).
 * @throws {ModelError} for an unknown or repeated pair, a correlation outside of -1..1, or correlations that contradict each other.
 */
export function correlate(names: readonly string[], columns: readonly Float64Array[], wanted: readonly KeyCorrelation[]): void {
  if (wanted.length === 0) return;
  // In the order of their names, so that the order of the inputs changes nothing.
  const members = [...new Set(wanted.flatMap(({ one, other }) => [one, other]))].sort();
  const own = members.map((name) => columnNamed(names, columns, name));
  const scores = own.map(normalScores);
  const target = lowerRoot(targetMatrix(members, wanted));
  const present = lowerRoot(scores.map((one) => scores.map((other) => correlation(one, other))));
  const mixed = mixedScores(scores, target, present);
  own.forEach((column, index) => {
    const sorted = Float64Array.from(column).sort();
    orderOf(mixed[index]).forEach((trial, rank) => (column[trial] = sorted[rank]));
  });
}

function columnNamed(names: readonly string[], columns: readonly Float64Array[], name: string): Float64Array {
  const index = names.indexOf(name);
  if (index >= 0) return columns[index];
  throw new ModelError("unknown-key", name, `A correlation names ${name}, which isn't uncertain. Use ${listInWords(names)}.`);
}

/** A normal score for each draw by its rank. */
function normalScores(column: Float64Array): Float64Array {
  const scores = new Float64Array(column.length);
  orderOf(column).forEach((trial, rank) => (scores[trial] = normalQuantile((rank + 1) / (column.length + 1))));
  return scores;
}

function targetMatrix(members: readonly string[], wanted: readonly KeyCorrelation[]): Matrix {
  const matrix = members.map((_, row) => members.map((__, column): number => (row === column ? 1 : 0)));
  for (const { one, other, rank } of wanted) {
    if (one === other || !(rank >= -1 && rank <= 1)) {
      throw new ModelError(
        "out-of-range",
        one,
        `The correlation of ${one} and ${other} is ${rank}. Choose two inputs and a correlation from -1 to 1.`,
      );
    }
    const [row, column] = [members.indexOf(one), members.indexOf(other)];
    // The correlation of normal scores that gives this one of the ranks (Pearson 1907).
    matrix[row][column] = matrix[column][row] = 2 * Math.sin((Math.PI * rank) / 6);
  }
  return matrix;
}

/** Cholesky's lower triangle of a correlation matrix. */
function lowerRoot(matrix: Matrix): Matrix {
  const root = matrix.map((row) => row.map(() => 0));
  matrix.forEach((row, i) => {
    for (let j = 0; j <= i; j++) {
      let rest = row[j];
      for (let k = 0; k < j; k++) rest -= root[i][k] * root[j][k];
      if (i === j && !(rest > 0))
        throw new ModelError("conflict", "correlations", "The correlations contradict each other. Change or remove one of them.");
      root[i][j] = i === j ? Math.sqrt(rest) : rest / root[j][j];
    }
  });
  return root;
}

/** Scores with the target's correlations: T P^-1 x scores, T and P the lower roots of the target and of what is present. */
function mixedScores(scores: readonly Float64Array[], target: Matrix, present: Matrix): readonly Float64Array[] {
  const trials = scores[0].length;
  const mixed = scores.map(() => new Float64Array(trials));
  const independent = new Float64Array(scores.length);
  for (let trial = 0; trial < trials; trial++) {
    for (let i = 0; i < scores.length; i++) {
      let rest = scores[i][trial];
      for (let k = 0; k < i; k++) rest -= present[i][k] * independent[k];
      independent[i] = rest / present[i][i];
    }
    for (let i = 0; i < scores.length; i++) for (let k = 0; k <= i; k++) mixed[i][trial] += target[i][k] * independent[k];
  }
  return mixed;
}
