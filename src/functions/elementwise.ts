import { ModelError } from "../engine/errors";
import { cellOf, numberIn, rowsOf } from "./cells";
import type { NumberArgument, NumberRule } from "./cells";
import { Failure } from "./excelError";
import type { Answer } from "./excelError";

/** An argument laid out so that element (row, column) can be read. */
interface Grid {
  readonly name: string;
  readonly rule: NumberRule;
  readonly rows: readonly (readonly unknown[])[];
  readonly isScalar: boolean;
}

/**
 * A function of numbers over ranges of one shape, element by element; single cells stretch. An element that fails is an error in its place, and the
 * whole fails when every element does.
 */
export function elementwise(of: (...numbers: number[]) => Answer, args: readonly NumberArgument[]): readonly (readonly Answer[])[] {
  const grids = args.map(([name, given, rule]): Grid => {
    const rows = rowsOf(given);
    return { name, rule, rows, isScalar: rows.length === 1 && rows[0].length === 1 };
  });
  const shape = shapeOf(grids);
  let failures = 0;
  const element = (row: number, column: number): Answer => {
    try {
      return of(...grids.map((grid) => numberAt(grid, row, column)));
    } catch (cause) {
      failures++;
      return new Failure(cause);
    }
  };
  const result = withoutStacks(() =>
    Array.from({ length: shape.rows }, (_, row) => Array.from({ length: shape.columns }, (__, column) => element(row, column))),
  );
  const first = result[0][0];
  if (failures === shape.rows * shape.columns && first instanceof Failure) throw first.cause;
  return result;
}

/** Thousands of elements may fail, and nobody reads where in the program: taking down the stack of each would cost most of the time. */
function withoutStacks<T>(compute: () => T): T {
  const errors = Error as { stackTraceLimit?: number };
  const limit = errors.stackTraceLimit;
  errors.stackTraceLimit = 0;
  try {
    return compute();
  } finally {
    if (limit !== undefined) errors.stackTraceLimit = limit;
  }
}

function numberAt({ name, rule, rows, isScalar }: Grid, row: number, column: number): number {
  return numberIn(name, cellOf(isScalar ? rows[0][0] : rows[row][column]), rule);
}

function shapeOf(grids: readonly Grid[]): { readonly rows: number; readonly columns: number } {
  const ranges = grids.filter((grid) => !grid.isScalar);
  const first = ranges.at(0) ?? grids[0];
  const [rows, columns] = [first.rows.length, first.rows[0].length];
  const other = ranges.find((grid) => grid.rows.length !== rows || grid.rows[0].length !== columns);
  if (other) {
    const size = `${other.rows.length} x ${other.rows[0].length}`;
    throw new ModelError(
      "conflict",
      other.name,
      `${other.name} has ${size} cells and ${first.name} has ${rows} x ${columns}. Use single cells, or ranges of the same size.`,
    );
  }
  return { rows, columns };
}
