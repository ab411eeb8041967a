import { describe, expect, it } from "vitest";
import { type CallSite, call } from "../../../src/workbench/functions/call";
import { type Argument, FormulaError } from "../../../src/workbench/functions/marshal";
import { ErrorMessages, cellKey } from "../../../src/workbench/functions/messages";
import type { FunctionMetadata, FunctionParameter } from "../../../src/workbench/functions/metadata";

const SITE: CallSite = { address: "Plan!B2", parameterAddresses: ["Plan!A1"] };
const NA = new FormulaError("#N/A");

function metadata(parameters: readonly FunctionParameter[], options?: FunctionMetadata["options"]): FunctionMetadata {
  return { id: "PROBE", name: "PROBE", parameters, ...(options && { options }) };
}

/** What a function with these parameters receives for these arguments. */
function received(parameters: readonly FunctionParameter[], given: readonly Argument[], allowsErrors = true): unknown[] {
  let arrived: unknown[] = [];
  const body = (...args: unknown[]) => {
    arrived = args;
    return "";
  };
  call(metadata(parameters), body, given, SITE, allowsErrors);
  return arrived;
}

function errorOf(act: () => unknown): { code: string; message: string } {
  try {
    act();
  } catch (error) {
    const { code, message } = error as FormulaError;
    return { code, message };
  }
  throw new Error("Nothing was thrown.");
}

const ANY = { name: "a", type: "any" };
const ANY_RANGE = { ...ANY, dimensionality: "matrix" };
const NUMBER = { name: "n", type: "number" };
const TEXT = { name: "t", type: "string" };
const YES_NO = { name: "b", type: "boolean" };

describe("an argument reaches the function as Excel hands it over", () => {
  it.each<[string, FunctionParameter, Argument, unknown]>([
    ["an omitted optional one as null", { ...NUMBER, optional: true }, undefined, null],
    ["an omitted optional range as null", { ...ANY_RANGE, optional: true }, undefined, null],
    ["a blank cell as 0 for any", ANY, [[null]], 0],
    ["blank cells of a range as 0 for any", ANY_RANGE, [[null, "x"]], [[0, "x"]]],
    ["an empty text as an empty text", ANY, [[""]], ""],
    ["a blank cell as 0 for a number", NUMBER, [[null]], 0],
    ["a text that reads as a number as that number", NUMBER, [["1.5"]], 1.5],
    ["TRUE as 1 for a number", NUMBER, [[true]], 1],
    ["a blank cell as an empty text for a text", TEXT, [[null]], ""],
    ["a number as its text", TEXT, [[2.5]], "2.5"],
    ["TRUE as its text", TEXT, [[true]], "TRUE"],
    ["a number other than 0 as true", YES_NO, [[2]], true],
    ["the text false as false", YES_NO, [["false"]], false],
    ["a single cell as a range of one", ANY_RANGE, [[7]], [[7]]],
    [
      "an error for any as an error value",
      ANY,
      [[NA]],
      { type: "Error", errorType: "NotAvailable", basicType: "Error", basicValue: "#N/A" },
    ],
  ])("%s", (_case, parameter, argument, value) => {
    expect(received([parameter], [argument])).toEqual([value]);
  });

  it("gathers repeating ones in one list, with null where one is left out", () => {
    const repeating = { ...ANY_RANGE, repeating: true };
    expect(received([TEXT, repeating], [[["x"]], [[1]], undefined, [[2, 3]]])).toEqual(["x", [[[1]], null, [[2, 3]]]]);
  });

  it("is followed by the invocation where the function asks for its address", () => {
    const body = (...args: unknown[]) => JSON.stringify(args);
    const result = call(metadata([NUMBER], { requiresAddress: true }), body, [[[1]]], SITE, true);
    expect(JSON.parse(String(result[0]?.[0]))).toEqual([1, { functionName: "PROBE", address: "Plan!B2" }]);
  });
});

describe("the function is not called, and the cell shows the error,", () => {
  it.each<[string, readonly FunctionParameter[], readonly Argument[], string]>([
    ["where a number is a word", [NUMBER], [[["many"]]], "#VALUE!"],
    ["where a number is an empty text", [NUMBER], [[[""]]], "#VALUE!"],
    ["where yes or no is a word", [YES_NO], [[["maybe"]]], "#VALUE!"],
    ["where a required argument is missing", [NUMBER], [undefined], "#VALUE!"],
    ["where there are more arguments than parameters", [NUMBER], [[[1]], [[2]]], "#VALUE!"],
    ["where one cell is a range", [NUMBER], [[[1, 2]]], "#VALUE!"],
    ["where a number is an error", [NUMBER], [[[NA]]], "#N/A"],
  ])("%s", (_case, parameters, given, code) => {
    const act = () => call(metadata(parameters), () => expect.unreachable(), given, SITE, true);
    expect(errorOf(act).code).toBe(code);
  });

  it("where any is an error and functions.json does not allow errors", () => {
    expect(errorOf(() => received([ANY], [[[NA]]], false)).code).toBe("#N/A");
  });
});

describe("a result becomes cells", () => {
  it.each<[string, unknown, unknown]>([
    ["a number", 1.5, [[1.5]]],
    ["nothing as 0", null, [[0]]],
    [
      "rows as a spill",
      [
        [1, "a"],
        [true, ""],
      ],
      [
        [1, "a"],
        [true, ""],
      ],
    ],
    ["nothing among others as 0", [[1, null]], [[1, 0]]],
    ["a flat list as a column", [1, 2], [[1], [2]]],
  ])("%s", (_case, result, cells) => {
    expect(call(metadata([]), () => result, [], SITE, true)).toEqual(cells);
  });

  it.each([NaN, Infinity, -Infinity])("%s as #NUM!", (result) => {
    expect(call(metadata([]), () => result, [], SITE, true)[0]?.[0]).toMatchObject({ code: "#NUM!" });
  });

  it("but rows of unequal length are #VALUE!", () => {
    expect(errorOf(() => call(metadata([]), () => [[1, 2], [3]], [], SITE, true)).code).toBe("#VALUE!");
  });
});

describe("what a function throws", () => {
  it.each([
    [
      "an error with a code keeps it and its message",
      { code: "#N/A", message: "never reached" },
      { code: "#N/A", message: "never reached" },
    ],
    ["any other exception is #VALUE! with its message", new TypeError("x is undefined"), { code: "#VALUE!", message: "x is undefined" }],
    ["an error of an unknown code is #VALUE!", { code: "E42", message: "odd" }, { code: "#VALUE!", message: "odd" }],
  ])("%s", (_case, thrown, error) => {
    const body = () => {
      // CustomFunctions.Error of the runtime's typings is no Error of the language.
      throw thrown as Error;
    };
    expect(errorOf(() => call(metadata([]), body, [], SITE, true))).toEqual(error);
  });
});

describe("messages of errors", () => {
  const cell = cellKey("s1", 0, 0);

  it("stay within a calculation, though another call of the same formula succeeds", () => {
    const messages = new ErrorMessages();
    messages.startRun();
    messages.set(cell, "first");
    messages.succeed(cell);
    messages.set(cell, "second");
    expect(messages.get(cell)).toBe("first");
  });

  it("go when a later calculation succeeds", () => {
    const messages = new ErrorMessages();
    messages.set(cell, "first");
    messages.startRun();
    messages.succeed(cell);
    expect(messages.get(cell)).toBeUndefined();
  });

  it("are replaced when a later calculation fails otherwise", () => {
    const messages = new ErrorMessages();
    messages.set(cell, "first");
    messages.startRun();
    messages.set(cell, "second");
    expect(messages.get(cell)).toBe("second");
  });
});
