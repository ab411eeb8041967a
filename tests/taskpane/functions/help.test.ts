import { describe, expect, test } from "vitest";
import { choicesOf, functionHelps } from "../../../src/taskpane/functions/help";

const WRITTEN = {
  functions: [
    {
      id: "STAFF.FTE",
      name: "TCO.STAFF.FTE",
      description: "Returns people.",
      parameters: [
        { name: "units", type: "any", dimensionality: "matrix" },
        { name: "round", type: "string", optional: true, customEnumId: "Rounding" },
      ],
      options: { requiresAddress: true },
    },
    { id: "PERIODS", name: "PERIODS", parameters: [] },
  ],
  enums: [{ id: "Rounding", values: [{ stringValue: "none" }, { stringValue: "half", tooltip: "Half a person." }] }],
};

const DETAILS = {
  functions: [
    {
      name: "STAFF.FTE",
      returns: "FTE",
      errors: "#VALUE!",
      examples: [{ formula: "=TCO.STAFF.FTE(25, 40)", result: "0.625" }],
      related: ["PERIODS"],
    },
  ],
};

describe("the help of the functions", () => {
  const [periods, staff] = functionHelps(WRITTEN, DETAILS);

  test("is in alphabetical order, by the name that is typed", () => {
    expect([periods.name, staff.name]).toEqual(["TCO.PERIODS", "TCO.STAFF.FTE"]);
  });

  test("joins what Excel shows with what the block says", () => {
    expect(staff).toMatchObject({ words: "Returns people.", needsAddress: true, details: { returns: "FTE", related: ["PERIODS"] } });
    expect(periods.details).toBeUndefined();
  });

  test("knows ranges, what can be left out, and the words that are allowed", () => {
    expect(staff.parameters.map(({ isRange, isOptional }) => [isRange, isOptional])).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(choicesOf([staff], "STAFF.FTE", "round").map(({ value, words }) => [value, words])).toEqual([
      ["none", ""],
      ["half", "Half a person."],
    ]);
  });
});
