/** What is not the add-in's stays: nothing is written over cells of a person, and where that cannot be avoided nothing is written at all. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CellValue } from "../../../src/workbench/grid/grid";
import { addScenarios } from "../../../src/workbook/edit/scenarios";
import { insertFormula, insertValues } from "../../../src/workbook/edit/readReference";
import { keepEvent, keepSnapshot, readEntries } from "../../../src/workbook/exchange/logSheet";
import { fixedAddress } from "../../../src/workbook/layout";
import { refreshModel } from "../../../src/workbook/refreshModel";
import type { MemoryGrid } from "../workbench/memoryGrid";
import { hostOf } from "../workbench/excel";
import { writtenSample } from "./writtenSample";

let grid: MemoryGrid;

const { run, cell, everything } = hostOf(() => grid);

const typedAt = (sheet: string, row: number, column: number) => grid.cells.read(cell(sheet, row, column))[0]?.[0]?.formula;
const type = (sheet: string, row: number, column: number, value: CellValue) => grid.edit(cell(sheet, row, column), value);

/** A formula that shows nothing: it is content all the same. */
const SILENT = '=IF(TRUE,"","")';

beforeEach(async () => {
  grid = await writtenSample();
});

afterEach(() => vi.unstubAllGlobals());

describe("a new scenario gets its places beside what a person has written there", () => {
  const add = () => run((context) => addScenarios(context, ["Lean"]));

  it.each<[string, number, CellValue, number]>([
    ["a note beside a figure", 16, "wages +8 %?", 7],
    ["a note beside the first figure", 13, 0, 7],
    ["a formula that shows nothing", 20, SILENT, 7],
    ["a note in a row without a figure", 90, "mine", 6],
    ["a note in the row of the names", 12, "mine", 7],
  ])("on Compare: %s", async (_words, row, note, column) => {
    type("Compare", row, 6, note);
    await add();
    expect(typedAt("Compare", row, 6)).toBe(String(note));
    expect([typedAt("Compare", 12, column), typedAt("Compare", 15, column)]).toEqual([
      "=Scenarios!$K$5",
      '=TCO.METRIC(as.Lean,"tco","vertical")',
    ]);
    // The headers of the inputs: neither a blank between the columns of Compare nor a note above them is an entry.
    expect([3, 4].map((picker) => grid.validations.read(cell("Compare", 4, picker))?.source)).toEqual(
      Array(2).fill("=Assumptions!$K$5:$N$5"),
    );
  });

  it("and the pickers list it where they stand", async () => {
    await run(async (context) => {
      context.workbook.worksheets.getItem("Compare").getRange("D1").getEntireColumn().insert("Right");
      await context.sync();
    });
    // As Excel does with the names of cells that move.
    grid.names.set({ name: "pick.From", formula: "=Compare!$E$5", comment: "" });
    grid.names.set({ name: "pick.To", formula: "=Compare!$F$5", comment: "" });
    await add();
    expect([4, 5].map((picker) => grid.validations.read(cell("Compare", 4, picker))?.source)).toEqual(
      Array(2).fill("=Assumptions!$K$5:$N$5"),
    );
    expect(grid.validations.read(cell("Compare", 4, 3))?.source).not.toBe("=Assumptions!$K$5:$N$5");
  });

  it.each<[string, string, number, number, CellValue, number, number]>([
    ["a note beside the blocks", "Scenarios", 3, 10, "mine", 11, 9],
    ["a formula that shows nothing beside the blocks", "Scenarios", 700, 11, SILENT, 12, 9],
    ["a note beside the checks", "Checks", 40, 10, "mine", 10, 11],
  ])("on the sheets of blocks: %s", async (_words, sheet, row, column, note, scenario, check) => {
    type(sheet, row, column, note);
    await add();
    expect(typedAt(sheet, row, column)).toBe(String(note));
    expect(grid.names.list().find(({ name }) => name === "as.Lean")?.formula).toContain(`=Scenarios!${fixedAddress(5, scenario)}:`);
    expect([typedAt("Scenarios", 5, scenario)?.slice(0, 14), typedAt("Checks", 7, check)]).toEqual([
      "=TCO.SCENARIO(",
      "=TCO.SCENARIO.CHECK(as.Lean)",
    ]);
  });

  it("a column that has not been calculated yet is not added a second time", async () => {
    await add();
    const before = everything();
    await run(refreshModel);
    expect(everything()).toBe(before);
  });
});

const content = { scenarios: [{ name: "Base", values: new Map([["demand.growth", 0.02]]) }], shared: new Map() };
const snapshot = { when: "2026-11-03 14:05:33", why: "Q3", hash: "0123456789abcdef", content, figures: [] };
/** The table of values has one blank row of its own, so two values need one cell row below it. */
const twoValues = {
  ...content,
  scenarios: [
    {
      name: "Base",
      values: new Map([
        ["demand.growth", 0.02],
        ["demand.volume", 9],
      ]),
    },
  ],
};

describe("nothing at all is written where there is no room", () => {
  it.each<[string, () => void, () => Promise<unknown>, RegExp]>([
    [
      "a scenario beside a note right of the inputs",
      () => type("Assumptions", 30, 13, "mine"),
      () => run((context) => addScenarios(context, ["Lean"])),
      /^N31, right of the table Inputs, isn't empty\. Move its contents, then try again\. Nothing was changed\.$/,
    ],
    [
      "a scenario beside a formula that shows nothing",
      () => type("Assumptions", 30, 13, SILENT),
      () => run((context) => addScenarios(context, ["Lean"])),
      /N31, right of the table Inputs, isn't empty/,
    ],
    [
      "a formula over one that shows nothing",
      () => type("Sheet1", 4, 6, SILENT),
      () => run((context) => insertFormula(context, "=1", 2, 1)),
      /The result needs empty cells in/,
    ],
    [
      "values over a formula that shows nothing",
      () => type("Sheet1", 3, 7, SILENT),
      () => run((context) => insertValues(context, [[1, 2]])),
      /The result needs empty cells in/,
    ],
    [
      "an event in a log with a note below it",
      () => {
        type("Log", 5, 1, "first");
        type("Log", 6, 2, "mine");
      },
      () => run((context) => keepEvent(context, { when: "2026-11-03 14:05:33", what: "Import", why: "", hash: "" })),
      /^The cells below the table LogEntries aren't empty: see C7\. Move them, then try again\. Nothing was changed\.$/,
    ],
    [
      "an event over a formula that shows nothing",
      () => {
        type("Log", 5, 1, "first");
        type("Log", 6, 4, SILENT);
      },
      () => run((context) => keepEvent(context, { when: "2026-11-03 14:05:33", what: "Import", why: "", hash: "" })),
      /aren't empty: see E7\./,
    ],
    [
      "a snapshot, not even its line in the list, with a note below the values",
      () => type("Log", 6, 8, "mine"),
      () => run((context) => keepSnapshot(context, { ...snapshot, content: twoValues })),
      /^The cells below the table Snapshots aren't empty: see I7\. Move them, then try again\. Nothing was changed\.$/,
    ],
  ])("%s", async (_words, note, write, message) => {
    note();
    const before = everything();
    await expect(write()).rejects.toThrow(message);
    expect(everything()).toBe(before);
    expect(await run(readEntries)).toEqual([]);
  });
});
