import { describe, expect, test } from "vitest";
import { examplesOf } from "../../scripts/docs/functionBlocks.mjs";
import { blocks } from "./documentation";
import { evaluate } from "./formula";
import type { Operand } from "./formula";
import { CELLS, kindOf, SAME, serialIn } from "./hostBehaviors";
import type { Cells } from "./hostBehaviors";
import { call, metadata } from "./host";

interface RangeCall {
  readonly id: string;
  readonly args: readonly unknown[];
  /** Place of the argument that is a range. */
  readonly place: number;
}

/** Parameters that take a range, of every function that functions.json has; a repeated one at each of its places. */
function takesRange(id: string, place: number): boolean {
  const parameters = metadata.functions.find((each) => each.id === id)?.parameters ?? [];
  const last = parameters.at(-1);
  return (parameters[place] ?? (last?.repeating ? last : undefined))?.dimensionality === "matrix";
}

/** The calls in the examples of the documentation, once for each of their ranges. */
const CALLS: readonly RangeCall[] = blocks.flatMap((block) =>
  examplesOf(block).flatMap(({ formula }) => {
    const made: RangeCall[] = [];
    const keep = (id: string, args: readonly Operand[]): Operand => {
      args.forEach((arg, place) => {
        if (takesRange(id, place) && arg !== null) made.push({ id, args: args.map((each) => each as unknown), place });
      });
      return call(id, ...args) as Operand;
    };
    try {
      evaluate(formula, keep);
    } catch {
      // An example may show an error: its call is taken all the same.
    }
    return made;
  }),
);

const cellsOf = ({ args, place }: RangeCall): Cells => (Array.isArray(args[place]) ? (args[place] as Cells) : [[args[place]]]);

const MOST_PLACES = 8;

/** The first places of a range, row by row: all of most examples. */
function firstPlaces(cells: Cells): readonly (readonly [row: number, column: number])[] {
  return cells.flatMap((row, r) => row.map((_, c) => [r, c] as const)).slice(0, MOST_PLACES);
}

/** A result, or the error that a cell shows. */
function outcomeOf({ id, args, place }: RangeCall, cells: Cells): unknown {
  try {
    const answer = call(id, ...args.map((arg, index) => (index === place ? cells : arg)));
    // What a function hands on, such as a scenario's dates, it hands on as it came: both are the same date.
    return Array.isArray(answer) ? (answer as unknown[][]).map((row) => row.map(serialIn)) : serialIn(answer);
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return { code, message };
  }
}

const LEAK = /undefined|NaN|\[object|function failed|Infinity|not a function|Cannot read/;

/** What a person must never see in an outcome: what is no value, and messages of the program. */
function leakIn(outcome: unknown): string | undefined {
  const cells = Array.isArray(outcome) ? (outcome as unknown[][]).flat() : [outcome];
  const isPlain = (cell: unknown) => typeof cell === "string" || typeof cell === "boolean" || Number.isFinite(cell);
  const wrong = cells.find((cell) => {
    const { code, message } = (cell ?? {}) as { code?: string; message?: string };
    return !isPlain(cell) && (code === undefined || message === undefined || message === "" || LEAK.test(message));
  });
  return wrong === undefined ? undefined : `${JSON.stringify(wrong)} ${(wrong as Error).message}`;
}

const ids = metadata.functions
  .filter(({ parameters }) => parameters.some(({ dimensionality }) => dimensionality === "matrix"))
  .map(({ id }) => id);

test.each(ids)("%s has an example with a range", (id) => {
  expect(CALLS.some((each) => each.id === id)).toBe(true);
});

test.each(SAME)("a range of an example can have %s", (_what, change) => {
  const changes = CALLS.map((each) => [cellsOf(each), change(cellsOf(each), kindOf(cellsOf(each)))] as const);
  expect(changes.some(([cells, changed]) => changed && JSON.stringify(changed) !== JSON.stringify(cells))).toBe(true);
});

describe.each(ids)("%s", (id) => {
  const calls = CALLS.filter((each) => each.id === id);

  test.each(SAME)("answers the same to %s", (_what, change) => {
    const outcomes = calls.map((each) => {
      const cells = cellsOf(each);
      const changed = change(cells, kindOf(cells)) ?? cells;
      return { changed, plain: outcomeOf(each, cells), outcome: outcomeOf(each, changed) };
    });
    expect(outcomes.map(({ changed, outcome }) => ({ changed, outcome }))).toEqual(
      outcomes.map(({ changed, plain }) => ({ changed, outcome: plain })),
    );
  });

  test.each(CELLS)("has a value or words for %s in any of the first cells", (_what, cell) => {
    const leaks = calls.flatMap((each) => {
      const cells = cellsOf(each);
      return firstPlaces(cells).flatMap(([r, c]) => {
        const changed = cells.map((old, index) => (index === r ? old.map((kept, at) => (at === c ? cell : kept)) : old));
        return leakIn(outcomeOf(each, changed)) ?? [];
      });
    });
    expect(leaks).toEqual([]);
  });
});
