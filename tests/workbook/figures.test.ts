import { describe, expect, test } from "vitest";
import { FIGURES } from "../../src/workbook/compare";
import { issuesOf, modelReading } from "../../src/workbook/figures";
import type { SheetValues } from "../../src/workbook/figures";
import type { CellValue } from "../../src/workbook/plan";

const HEADER = ["Section", "Key", "Base", "Growth"];

/** Compare as it is read: title, status, check, blank, heading, then a row per figure with one value per scenario. */
function compareValues(names: readonly string[]): CellValue[][] {
  const figures = FIGURES.map(({ id, label }, index) => [
    label,
    id.startsWith("tco") ? "EUR" : "",
    "",
    ...names.map((_name, column) => 100 * index + column),
  ]);
  return [["Compare"], ["Base: Draft"], ["All checks hold"], [""], ["Key figures", "Unit", "", ...names], ...figures];
}

const COMPARE: SheetValues = { row: 0, column: 0, values: compareValues(["Base", "Growth"]) };

const CHECKS: SheetValues = {
  row: 0,
  column: 0,
  values: [
    ["Checks"],
    ["Scenario", "Errors", "Warnings", "Scenario", "Errors", "Warnings"],
    ["Base", 0, 1, "Growth", 1, 0],
    ["", "", "", "", "", ""],
    ["Severity", "Key", "Message", "Severity", "Key", "Message"],
    ["warning", "rack.price", "has no effect", "error", "demand.growth", "is 5"],
    ["", "", "", "", "", ""],
  ],
};

describe("the model as the workbook shows it", () => {
  test("a figure is the value of its cell, with the cell's address", () => {
    const { scenarios, currency, check } = modelReading(HEADER, ["Base", "Growth"], COMPARE, [], CHECKS, []);
    expect(scenarios.map(({ name }) => name)).toEqual(["Base", "Growth"]);
    expect(scenarios[1]?.figures.get("tco.vertical")).toEqual({ value: 201, address: "Compare!E8" });
    expect([currency, check]).toEqual(["EUR", "All checks hold"]);
  });

  test("the strip of the picked scenarios above the key figures is not taken for them", () => {
    const strip: CellValue[][] = [["First shard of the central system", "date", "", 1, 2, 1]];
    const values = [...COMPARE.values.slice(0, 3), ...strip, ...COMPARE.values.slice(4)];
    const { scenarios } = modelReading(HEADER, ["Base", "Growth"], { ...COMPARE, values }, [], CHECKS, []);
    expect(scenarios[0]?.figures.get("shardDate")?.address).toBe(
      `Compare!D${String(6 + FIGURES.findIndex(({ id }) => id === "shardDate"))}`,
    );
  });

  test("rows and columns that have been inserted or moved do not matter", () => {
    const shifted = COMPARE.values.map((row) => ["", ...row]);
    const moved: SheetValues = {
      row: 2,
      column: 0,
      values: [["my notes"], ...shifted.slice(0, 6), ["", "a line of my own"], ...shifted.slice(6).reverse()],
    };
    const { scenarios, damage } = modelReading(HEADER, ["Base", "Growth"], moved, [], CHECKS, []);
    expect(scenarios[1]?.figures.get("tco.vertical")?.value).toBe(201);
    expect(damage).toEqual([]);
  });

  test("what the checks say stands with the scenario that it is about", () => {
    const found = issuesOf(CHECKS);
    expect(found.get("Base")).toEqual([{ severity: "warning", key: "rack.price", message: "has no effect" }]);
    expect(found.get("Growth")).toEqual([{ severity: "error", key: "demand.growth", message: "is 5" }]);
  });

  test("a note beside the names of the scenarios is none of them", () => {
    const values = COMPARE.values.map((row) => [...row, row[0] === "Key figures" ? "checked by Priya" : ""]);
    const { scenarios } = modelReading(HEADER, ["Base", "Growth"], { ...COMPARE, values }, [], CHECKS, []);
    expect(scenarios.map(({ name }) => name)).toEqual(["Base", "Growth"]);
  });

  test("a scenario whose new name is not calculated yet is known by the formula of its name", () => {
    const formulas = COMPARE.values.map((row) => (row[0] === "Key figures" ? [...row.slice(0, -1), "=Scenarios!$G$5"] : row));
    const { scenarios } = modelReading(["Section", "Key", "Base", "Boom"], ["Base", "Boom"], COMPARE, formulas, CHECKS, []);
    expect(scenarios.map(({ name }) => name)).toEqual(["Base", "Growth"]);
  });

  test("a column without formulas yet is named", () => {
    expect(modelReading([...HEADER, "Late"], ["Base", "Growth"], COMPARE, [], CHECKS, []).unlinked).toEqual(["Late"]);
  });

  test("a column whose header cannot be a name is not offered: it gets another one first", () => {
    const header = ["Section", "Key", "Base", "Growth", "one\ntwo", "Late"];
    expect(modelReading(header, ["Base", "Growth"], COMPARE, [], CHECKS, []).unlinked).toEqual(["Late"]);
  });
});

describe("what is missing does not hide the rest", () => {
  const withoutRow: SheetValues = { ...COMPARE, values: COMPARE.values.filter(([label]) => label !== "Status") };
  const withoutHeading: SheetValues = { ...COMPARE, values: COMPARE.values.slice(0, 4) };

  test.each<[string, readonly string[] | undefined, SheetValues | undefined, SheetValues | undefined, number]>([
    ["nothing", HEADER, COMPARE, CHECKS, 2],
    ["the table of inputs", undefined, COMPARE, CHECKS, 2],
    ["the column Base", ["Key", "Growth"], COMPARE, CHECKS, 2],
    ["Compare", HEADER, undefined, CHECKS, 0],
    ["the sheet of checks", HEADER, COMPARE, undefined, 2],
    ["a row of Compare", HEADER, withoutRow, CHECKS, 2],
    ["the heading of Compare", HEADER, withoutHeading, CHECKS, 0],
  ])("%s", (_words, header, compare, checks, scenarios) => {
    const reading = modelReading(header, ["Base", "Growth"], compare, [], checks, ["something is missing"]);
    expect([reading.damage, reading.scenarios.length]).toEqual([["something is missing"], scenarios]);
  });
});
