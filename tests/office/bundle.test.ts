import { createContext, runInContext } from "node:vm";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { COMPONENTS } from "../../src/engine/cost/components";
import { METRICS } from "../../src/engine/finance/metrics";
import { FIXED_LINES } from "../../src/engine/plan/stockLines";
import { built, builtText } from "./build";

interface Parameter {
  readonly name: string;
  readonly dimensionality?: "matrix";
  readonly repeating?: true;
}

interface Declared {
  readonly id: string;
  readonly options?: { readonly requiresAddress?: true };
  readonly parameters: readonly Parameter[];
}

const declared = (JSON.parse(builtText("functions.json")) as { functions: readonly Declared[] }).functions;

/** The runtime that Excel gives a custom function, and nothing else: no window, document, console, timers or Office. */
function bareRealm() {
  const associated = new Map<string, (...args: unknown[]) => unknown>();
  class CustomFunctionsError extends Error {
    constructor(
      readonly code: string,
      message?: string,
    ) {
      super(message);
    }
  }
  const ErrorCode = {
    divisionByZero: "#DIV/0!",
    invalidName: "#NAME?",
    invalidNumber: "#NUM!",
    invalidReference: "#REF!",
    invalidValue: "#VALUE!",
    notAvailable: "#N/A",
    nullReference: "#NULL!",
  };
  const associate = (id: string, callback: (...args: unknown[]) => unknown) => associated.set(id, callback);
  const realm = createContext({ CustomFunctions: { associate, Error: CustomFunctionsError, ErrorCode } });
  return { realm, associated };
}

const { realm, associated } = bareRealm();
runInContext(builtText("functions.js"), realm);

/** Calls a function as Excel does: ranges as rows of cells, what is left out as null, the cell's address last where it is asked for. */
function call(id: string, ...given: readonly unknown[]): unknown {
  const { parameters, options } = declared.find((each) => each.id === id)!;
  const asCells = (value: unknown) => (Array.isArray(value) ? (value as unknown[]) : [[value]]);
  const args = parameters.map(({ dimensionality, repeating }, index) => {
    if (repeating) return given.slice(index).map((value) => (dimensionality === "matrix" ? asCells(value) : value));
    const value = given[index] ?? null;
    return dimensionality === "matrix" && value !== null ? asCells(value) : value;
  });
  const result = associated.get(id)!(...args, ...(options?.requiresAddress ? [{ address: "Sheet1!A1" }] : []));
  // Arrays of another realm have another prototype.
  return structuredClone(result);
}

function thrownBy(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

function firstCell(result: unknown): unknown {
  return Array.isArray(result) ? (result as unknown[][])[0][0] : result;
}

describe("dist/functions.js in a realm that has nothing but CustomFunctions", () => {
  test("associates every function of functions.json, and no other, before the script ends", () => {
    expect([...associated.keys()].sort()).toEqual(declared.map((each) => each.id).sort());
    expect(declared.length).toBeGreaterThan(0);
  });

  test("has one global of its own at most: the messages that the pane reads", () => {
    const globals = runInContext("Object.getOwnPropertyNames(globalThis)", realm) as string[];
    const standard = runInContext("Object.getOwnPropertyNames(globalThis)", createContext({ CustomFunctions: {} })) as string[];
    expect(globals.filter((name) => !standard.includes(name) && name !== "tcoMessages")).toEqual([]);
  });
});

/** Values that follow from the definitions in docs/functions by hand; the same functions have tables of their own in tests/functions. */
describe("a call as Excel makes it", () => {
  test.each([
    ["CAPACITY.EFFECTIVE", [4, 0.05, 0.02], 4 / (1 + 0.05 * 3 + 0.02 * 4 * 3)],
    ["CAPACITY.NODES", [1000, 120], Math.ceil(1000 / (120 * 0.75))],
    ["CAPACITY.SHARDS", [1000, 300], Math.ceil(1000 / (300 * 0.8))],
    ["GROWTH.AT", [100, 0.1, 2], 121],
    ["GROWTH.PROJECT", [100, 0.1], 110],
    ["SCENARIO.GET", [[["demand.growth", 0.1]], "demand.growth"], 0.1],
  ])("%s(%j) is %d", (id, args, value) => {
    expect(firstCell(call(id, ...args))).toBeCloseTo(value, 9);
  });

  test("spills a column per year, as many as are asked for", () => {
    expect(call("GROWTH.PROJECT", 100, 0, 3)).toEqual([[100, 100, 100]]);
  });

  test("projects a whole scenario: the yearly totals add up to the metric", () => {
    const scenario = [["plan.years", 4]];
    const years = call("VERTICAL", scenario) as readonly (readonly number[])[];
    const total = years[0].reduce((sum, year) => sum + year, 0);
    expect(years[0]).toHaveLength(4);
    expect(total).toBeGreaterThan(0);
    expect(firstCell(call("METRIC", scenario, "tco", "vertical"))).toBeCloseTo(total, 6);
  });

  test("throws Excel's own error with a message that names the argument", () => {
    const error = thrownBy(() => call("CAPACITY.EFFECTIVE", 4, 25));
    expect(error).toMatchObject({ code: "#VALUE!", message: expect.stringContaining("contention") as string });
  });
});

describe("texts of the model in functions.js (docs/decisions/0100)", () => {
  const text = builtText("functions.js");
  const isShipped = (words: string): boolean => text.includes(words);

  test("has the labels of all lines", () => {
    expect([...FIXED_LINES, ...COMPONENTS].filter(({ label }) => !isShipped(label)).map(({ id }) => id)).toEqual([]);
  });

  test("has no text that docs alone print", () => {
    expect([...COMPONENTS, ...METRICS].filter(({ explanation }) => isShipped(explanation)).map(({ id }) => id)).toEqual([]);
  });
});

describe("sizes", () => {
  // Not the 60 kB of the first functions: docs/decisions/0011-room-for-questions-and-explanations.md
  test("functions.js is at most 113 kB brotli (docs/decisions/0101)", () => {
    expect(brotliCompressSync(built("functions.js")).length).toBeLessThanOrEqual(113_000);
  });

  test("functions.json is at most 200 kB", () => {
    expect(built("functions.json").length).toBeLessThanOrEqual(200_000);
  });

  test("taskpane.js is at most 70 kB brotli", () => {
    expect(brotliCompressSync(built("taskpane.js")).length).toBeLessThanOrEqual(70_000);
  });
});
