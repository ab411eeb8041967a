/** What follows a scenario that gets another name, and what stays as it was written. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CellValue } from "../../../src/workbench/grid/grid";
import { writeAnalysis } from "../../../src/workbook/analysis/analysisSheets";
import { renameScenario } from "../../../src/workbook/edit/scenarios";
import { readDamage } from "../../../src/workbook/repair/repairModel";
import type { MemoryGrid } from "../workbench/memoryGrid";
import { hostOf } from "../workbench/excel";
import { writtenSample } from "./writtenSample";

let grid: MemoryGrid;

const { run, cell } = hostOf(() => grid);

const at = (sheet: string, row: number, column: number) => grid.cells.read(cell(sheet, row, column))[0]?.[0];
const type = (sheet: string, row: number, column: number, value: CellValue) => grid.edit(cell(sheet, row, column), value);
const rename = (name: string, renamed: string) => run((context) => renameScenario(context, name, renamed));
const pickers = () => [at("Compare", 4, 3)?.value, at("Compare", 4, 4)?.value];

beforeEach(async () => {
  grid = await writtenSample();
});

afterEach(() => vi.unstubAllGlobals());

describe("the pickers of Compare", () => {
  it.each<[string, readonly [CellValue, CellValue], string, string, readonly CellValue[]]>([
    ["follow the scenario that one of them holds", ["Base", "Growth"], "Growth", "Faster", ["Base", "Faster"]],
    ["follow it in both", ["Growth", "Growth"], "Growth", "Faster", ["Faster", "Faster"]],
    ["follow it however it was typed", ["Base", "GROWTH"], "Growth", "Faster", ["Base", "Faster"]],
    ["hold a name that looks like a date as text", ["Base", "Growth"], "Growth", "3-5", ["Base", "3-5"]],
    ["stay where they hold another scenario", ["Base", "Distributed"], "Growth", "Faster", ["Base", "Distributed"]],
  ])("%s", async (_words, picked, name, renamed, after) => {
    picked.forEach((value, index) => type("Compare", 4, 3 + index, value));
    await rename(name, renamed);
    expect(pickers()).toEqual(after);
    expect(at("Assumptions", 4, 11)?.value).toBe(renamed);
  });

  it("are found where rows that were inserted have moved them", async () => {
    const name = grid.names.list().find((each) => each.name === "pick.To");
    grid.names.set({ ...name, name: "pick.To", comment: "", formula: "=Compare!$E$9" });
    type("Compare", 8, 4, "Growth");
    await rename("Growth", "Faster");
    expect([at("Compare", 8, 4)?.value, at("Compare", 4, 4)?.value]).toEqual(["Faster", "Distributed"]);
  });

  it("keep a formula of a person", async () => {
    type("Compare", 4, 4, "=Sheet1!A1");
    grid.calculate(cell("Compare", 4, 4), "Growth");
    await rename("Growth", "Faster");
    expect(at("Compare", 4, 4)?.formula).toBe("=Sheet1!A1");
  });

  it("that are gone are no reason not to rename", async () => {
    grid.names.remove("pick.To");
    await rename("Growth", "Faster");
    expect(at("Assumptions", 4, 11)?.value).toBe("Faster");
  });

  it("choose no scenario that there is not: nothing is damaged", async () => {
    await rename("Growth", "Faster");
    expect((await run(readDamage)).filter(({ id }) => id.startsWith("picker:"))).toEqual([]);
  });
});

describe("an analysis on the sheets", () => {
  const bar = { key: "demand.growth", label: "Growth", low: 1, high: 2, atLow: 1, atHigh: 3 };
  const write = () =>
    run((context) =>
      writeAnalysis(
        context,
        {
          kind: "tornado",
          scenario: "Growth",
          architecture: "vertical",
          metric: "TCO",
          unit: "USD",
          varied: "stated",
          base: 2,
          bars: [bar],
        },
        new Date(2026, 10, 26),
      ),
    );

  it("finds the scenario by its new name, so that its caption does not say that inputs have changed", async () => {
    await write();
    const formula = at("Charts", 57, 15)?.formula;
    await rename("Growth", "Faster");
    expect([at("Charts", 57, 6)?.value, at("Charts", 57, 15)?.formula]).toEqual(["Faster", formula]);
  });

  it("says in its caption and in the log what it was called then", async () => {
    await write();
    await rename("Growth", "Faster");
    expect(at("Charts", 4, 13)?.formula).toContain('="Growth, vertical, TCO, computed on 2026-11-26: "');
    expect(at("Log", 5, 2)?.value).toBe("Growth, vertical, TCO");
  });
});
