import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CATALOGUE } from "../../../src/engine/catalogue/assumptions";
import { examplesOf } from "../../../scripts/docs/functionBlocks.mjs";
import { blocks } from "../../functions/documentation";
import { evaluate } from "../../functions/formula";
import type { Operand } from "../../functions/formula";
import { call, callAt, metadata } from "../../functions/host";

const SEED = 20270101;
const CALLS = 10_000;
/** What hangs, on a machine of any speed, ms of its processor. */
const LONGEST_MS = 20_000;

const ERROR = fc
  .constantFrom("#N/A", "#VALUE!", "#REF!", "#DIV/0!")
  .map((code) => ({ type: "Error", basicType: "Error", basicValue: code }));
const ENTITY = fc
  .oneof(fc.double(), fc.string())
  .map((basicValue) => ({ type: "Entity", text: "x", basicType: typeof basicValue === "number" ? "Double" : "String", basicValue }));
const WORDS = [
  ...metadata.enums.flatMap(({ values }) => values.map(({ stringValue }) => stringValue)),
  "total",
  "all",
  "Deal",
  "Close",
  "Volume",
  "Key",
  "aws-memory",
  "oracle-db-ee",
  "t + 1",
  "=1+1",
  "2027-06-30",
  "𝔘ñí©ødé",
  "a\nb",
  "Total",
  "Volume (beds)",
  "demand.volume\u200B",
  "Demand.Growth",
  "\u00A0",
  "1.234,50 €",
];

const cell = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: -10, max: 100, noNaN: true }) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 12 }) },
  { weight: 2, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.constantFrom(1e300, -1e300, 1e15, 5e-324, Number.MAX_SAFE_INTEGER, 2027, 46388, 0.1 * 3 * 10) },
  { weight: 1, arbitrary: fc.constantFrom("", null, true, false) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  { weight: 1, arbitrary: ERROR },
  { weight: 1, arbitrary: ENTITY },
);

const KEYS = Object.keys(CATALOGUE).map((key) => key.replace("*", "1"));

/** A range that is nearly a scenario, so that calls come as far as the model. */
const scenario = fc.array(
  fc.tuple(fc.constantFrom(...KEYS), fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 5 }) }, { weight: 1, arbitrary: cell })),
  { minLength: 1, maxLength: 3 },
);

const shape = fc.oneof(
  { weight: 10, arbitrary: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })) },
  { weight: 1, arbitrary: fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 50 })) },
);

/** Rows of cells of one shape, made of a few different cells. */
const range = fc
  .tuple(shape, fc.array(cell, { minLength: 1, maxLength: 9 }))
  .map(([[rows, columns], cells]) =>
    Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (__, column) => cells[(row * columns + column) % cells.length]),
    ),
  );

const matrix = fc.oneof(
  { weight: 2, arbitrary: cell.map((each) => [[each]]) },
  { weight: 2, arbitrary: scenario },
  { weight: 1, arbitrary: range },
);

interface Call {
  readonly id: string;
  readonly args: readonly unknown[];
}

/** Calls of any function with any arguments. */
const arbitraryCalls: fc.Arbitrary<Call> = fc.constantFrom(...metadata.functions).chain(({ id, parameters }) =>
  fc.record({
    id: fc.constant(id),
    args: fc.tuple(
      ...parameters.flatMap(({ dimensionality, repeating, optional }) => {
        const one: fc.Arbitrary<unknown> = dimensionality === "matrix" ? matrix : cell;
        const given = optional ? fc.option(one, { nil: null, freq: 2 }) : one;
        return repeating ? [given, given] : [given];
      }),
    ),
  }),
);

/** The calls in the examples of the documentation. */
const exampleCalls: readonly Call[] = blocks.flatMap((block) =>
  examplesOf(block).flatMap(({ formula }) => {
    const made: Call[] = [];
    try {
      evaluate(formula, (id, args) => {
        made.push({ id, args });
        return call(id, ...args) as Operand;
      });
    } catch {
      // An example may show an error: its call is taken all the same.
    }
    return made;
  }),
);

/** The same argument with one of its cells, chosen by a number, replaced. */
function withCell(argument: unknown, place: number, replacement: unknown): unknown {
  if (!Array.isArray(argument)) return replacement;
  const rows = (argument as unknown[][]).map((row) => [...row]);
  const row = rows[place % rows.length];
  row[Math.floor(place / rows.length) % row.length] = replacement;
  return rows;
}

/** A cell of the row that a host hands over below the rows of a table: a blank one, or that of its totals. */
const BELOW: Readonly<Record<string, (column: readonly unknown[], index: number) => unknown>> = {
  "blank as 0": () => 0,
  "blank as null": () => null,
  'blank as ""': () => "",
  totals: (column, index) => (index === 0 ? "Total" : column.reduce<number>((sum, each) => sum + (typeof each === "number" ? each : 0), 0)),
};

/** A range with one more row below it; what is no range stays. */
function withRowBelow(argument: unknown, cellBelow: (typeof BELOW)[string] | undefined): unknown {
  if (!Array.isArray(argument) || cellBelow === undefined) return argument;
  const rows = argument as unknown[][];
  return [
    ...rows,
    rows[0].map((_, index) =>
      cellBelow(
        rows.map((row) => row[index]),
        index,
      ),
    ),
  ];
}

/** Calls of examples in which one cell is another, some with a row below a range that a host hands over: they come as far as the model. */
const alteredCalls: fc.Arbitrary<Call> = fc
  .tuple(
    fc.constantFrom(...exampleCalls),
    fc.nat(99),
    fc.nat(99),
    cell,
    fc.option(fc.constantFrom(...Object.values(BELOW)), { nil: undefined }),
  )
  .map(([{ id, args }, which, place, replacement, cellBelow]) => {
    const index = which % args.length;
    const altered = (argument: unknown): unknown => withRowBelow(withCell(argument, place, replacement), cellBelow);
    return { id, args: args.map((argument, at) => (at === index ? altered(argument) : argument)) };
  });

const isValue = (value: unknown): boolean =>
  typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));

/** An error that Excel shows, with words beside it. */
function isWordedError(value: unknown): boolean {
  const { code, message } = value as { code?: unknown; message?: unknown };
  return (
    (code === "#VALUE!" || code === "#N/A") && typeof message === "string" && message !== "" && !message.startsWith("The function failed")
  );
}

/** What is wrong with a result; undefined when it is a value, or a table whose cells are values and worded errors. */
function problemOf(result: unknown): string | undefined {
  if (!Array.isArray(result)) return isValue(result) ? undefined : `gave ${String(result)}`;
  const rows = result as unknown[][];
  if (rows.length === 0 || rows.some((row) => row.length !== rows[0].length || row.length === 0)) return "gave rows of unequal length";
  const wrong = rows.flat().find((each) => !isValue(each) && !isWordedError(each));
  return wrong === undefined ? undefined : `gave a cell ${JSON.stringify(wrong)}`;
}

function attempt(
  id: string,
  args: readonly unknown[],
): { readonly problem: string | undefined; readonly ms: number; readonly answered: boolean } {
  const before = process.cpuUsage();
  let problem: string | undefined;
  let answered = true;
  try {
    problem = problemOf(callAt("Sheet1!A1", id, ...args));
  } catch (error) {
    answered = false;
    problem = isWordedError(error) ? undefined : `threw ${String(error)}`;
  }
  const { user, system } = process.cpuUsage(before);
  return { problem, ms: (user + system) / 1000, answered };
}

describe(`${CALLS} calls with arbitrary cells, seed ${SEED}`, () => {
  const sampled = [arbitraryCalls, alteredCalls].flatMap((calls) => fc.sample(calls, { numRuns: CALLS / 2, seed: SEED }));
  const outcomes = sampled.map(({ id, args }) => ({ id, args, ...attempt(id, args) }));

  test("give a value, a table of values, or #VALUE! or #N/A with a message", () => {
    expect(outcomes.filter(({ problem }) => problem !== undefined).slice(0, 5)).toEqual([]);
  });

  test("do not hang", () => {
    expect(outcomes.filter(({ ms }) => ms > LONGEST_MS).slice(0, 5)).toEqual([]);
  });

  test.each(metadata.functions.map(({ id }) => [id]))("reach an answer of %s at least once", (id) => {
    expect(outcomes.some((outcome) => outcome.id === id && outcome.answered)).toBe(true);
  });
});
