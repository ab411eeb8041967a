import { describe, expect, test } from "vitest";
import {
  comparedIn,
  inheritedValue,
  inputAddress,
  inputsOf,
  isOverride,
  overrideCount,
  ownValue,
  statusOf,
} from "../../../src/workbook/edit/inputTable";
import type { WorkbookReading } from "../../../src/workbook/readScenarios";
import { wholeModel } from "../parts";

/** The table with its columns in another order than the add-in writes them, and one row inserted above it. */
const TABLE = {
  sheet: "Assumptions",
  row: 5,
  column: 0,
  values: [
    ["Key", "Section", "Assumption", "Unit", "Low", "High", "Owner", "Source", "As of", "Note", "Base", "Growth", "Old"],
    ["plan.status", "Plan", "Status", "", "", "", "", "", "", "", "Draft", "Approved", "Archived"],
    ["demand.volume", "Demand", "Volume", "volume", 500, 900, "Ann", "count", "2026", "beds", 800, "", ""],
    ["", "", "a note of the user", "", "", "", "", "", "", "", "", "", ""],
    ["demand.growth", "Demand", "Growth", "share/year", "", "", "", "", "", "", "", 0.04, ""],
    ["plan.start", "Plan", "", "date", "", "", "", "", 46478, "", "", "", ""],
  ],
};

const inputs = inputsOf(TABLE)!;
const row = (key: string) => inputs.rows.find((each) => each.key === key)!;

describe("the table of inputs", () => {
  test("is read by its header, wherever the columns stand; rows without a key are left out", () => {
    expect(inputs.scenarios).toEqual(["Base", "Growth", "Old"]);
    expect(inputs.rows.map(({ key, offset }) => [key, offset])).toEqual([
      ["plan.status", 1],
      ["demand.volume", 2],
      ["demand.growth", 4],
      ["plan.start", 5],
    ]);
    expect(row("demand.volume")).toMatchObject({
      label: "Volume",
      unit: "volume",
      low: 500,
      high: 900,
      owner: "Ann",
      source: "count",
      asOf: "2026",
      note: "beds",
    });
    // A day that somebody typed there is a number to a spreadsheet.
    expect(row("plan.start").asOf).toBe("2027-04-01");
    expect(row("plan.start").label).toBe("plan.start");
  });

  test.each([
    ["demand.volume", "Growth", "", 800],
    ["demand.growth", "Growth", 0.04, 0.05],
    ["demand.growth", "Base", "", 0.05],
    ["plan.start", "Old", "", "2027-01-01"],
  ])("%s of %s: own value %j, inherited %j", (key, scenario, own, inherited) => {
    expect(ownValue(inputs, row(key), scenario)).toBe(own);
    expect(inheritedValue(inputs, row(key), scenario)).toBe(inherited);
  });

  test.each<readonly [string, string | number, string | number, string, number]>([
    ["the default where nothing is stated", "", "", "Growth", 18],
    ["what Base states of the key that it follows", 12, "", "Growth", 12],
    ["what the scenario states of it", 12, 7, "Growth", 7],
    ["not what another scenario states of it", 12, 7, "Old", 12],
  ])("a key that follows another takes %s", (_, base, growth, scenario, inherited) => {
    const values = [
      ["integration.vertical_months", base, growth, ""],
      ["integration.horizontal_months", "", "", ""],
    ];
    const followed = inputsOf({ ...TABLE, values: [["Key", "Base", "Growth", "Old"], ...values] })!;
    expect(inheritedValue(followed, followed.rows[1], scenario)).toBe(inherited);
  });

  test.each([
    ["Base", 0, "Draft"],
    ["Growth", 1, "Approved"],
    ["Old", 0, "Archived"],
    ["Gone", 0, ""],
  ])("%s overrides %d values and is %j", (scenario, count, status) => {
    expect(overrideCount(inputs, scenario)).toBe(count);
    expect(statusOf(inputs, scenario)).toBe(status);
  });

  test("the status is no override, and Base overrides nothing", () => {
    expect(isOverride(inputs, row("plan.status"), "Growth")).toBe(false);
    expect(isOverride(inputs, row("demand.volume"), "Base")).toBe(false);
  });

  test("a value's address counts from where the table stands", () => {
    expect(inputAddress(inputs, row("demand.growth"), "Growth")).toBe("Assumptions!L10");
  });

  test.each([
    ["the column of keys", "Key"],
    ["Base", "Base"],
  ])("without %s it cannot be read", (_words, column) => {
    const [header, ...body] = TABLE.values;
    expect(inputsOf({ ...TABLE, values: [header.map((name) => (name === column ? "Renamed" : name)), ...body] })).toBeUndefined();
  });
});

test("archived scenarios are not compared", () => {
  const model = { currency: "", check: "", scenarios: [], unlinked: [], damage: [] };
  const reading: WorkbookReading = { kind: "model", model, inputs: TABLE, blocks: [], parts: wholeModel() };
  expect(comparedIn(reading)).toEqual(["Base", "Growth"]);
  expect(comparedIn({ ...reading, inputs: undefined })).toEqual([]);
  expect(comparedIn(undefined)).toEqual([]);
});
