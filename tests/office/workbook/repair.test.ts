/** Repairs carried out over office.js, on a grid in memory. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CellValue } from "../../../src/workbench/grid/grid";
import { insertModel } from "../../../src/workbook/insertModel";
import { readConditions } from "../../../src/workbook/host/conditions";
import { addScenarios } from "../../../src/workbook/edit/scenarios";
import { compareScenarios, refreshModel } from "../../../src/workbook/refreshModel";
import { writeInputs } from "../../../src/workbook/edit/writeInputs";
import { readDamage, repairDamage } from "../../../src/workbook/repair/repairModel";
import { SAMPLE } from "../../../src/workbook/sample";
import { type MemoryGrid, createMemoryGrid } from "../workbench/memoryGrid";
import { hostOf, requirementSetsTo, stubExcel } from "../workbench/excel";
import { LAST_INPUT_ROW } from "./inputArea";

let grid: MemoryGrid;

const { run, sheetId, cell } = hostOf(() => grid);

const at = (sheet: string, row: number, column: number) => grid.cells.read(cell(sheet, row, column))[0]?.[0];
const type = (sheet: string, row: number, column: number, value: CellValue) => grid.edit(cell(sheet, row, column), value);
const tableArea = (name: string) => grid.tables.list().find((table) => table.name === name)?.area;

const found = async () => (await run(readDamage)).map(({ id }) => id);

const beOlder = () => stubExcel(grid, { requirementSets: requirementSetsTo(12) });

afterEach(() => vi.unstubAllGlobals());

beforeEach(async () => {
  grid = createMemoryGrid();
  await stubExcel(grid);
  await run((context) => insertModel(context, SAMPLE));
  // What the formulas would show.
  ["Base", "Growth", "Distributed"].forEach((name, index) => grid.calculate(cell("Compare", 12, 3 + index), name));
});

it("a model that was just written has no damage", async () => {
  expect(await found()).toEqual([]);
});

describe("a repair puts right what was chosen and leaves the rest", () => {
  it.each<[string, () => void, string, () => unknown, unknown]>([
    ["a renamed header", () => type("Assumptions", 4, 1, "Schlüssel"), "header:Inputs:Key", () => at("Assumptions", 4, 1)?.value, "Key"],
    [
      "an overwritten block",
      () => type("Scenarios", 5, 6, "mine"),
      "block:as.Growth",
      () => at("Scenarios", 5, 6)?.formula.slice(0, 14),
      "=TCO.SCENARIO(",
    ],
    [
      "a duplicate key",
      () => type("Assumptions", 20, 1, "demand.growth"),
      "duplicate:demand.growth",
      () => at("Assumptions", 14, 1)?.value,
      "",
    ],
    ["pasted text", () => type("Assumptions", 14, 10, "3,8 %"), "text:demand.growth:Base", () => at("Assumptions", 14, 10)?.value, 0.038],
    ["an error", () => type("Assumptions", 14, 11, "#REF!"), "error:demand.growth:Growth", () => at("Assumptions", 14, 11)?.value, ""],
    [
      "a renamed column of a table",
      () => type("Acquisitions", 4, 1, "Closing"),
      "header:Deals:Close",
      () => at("Acquisitions", 4, 1)?.value,
      "Close",
    ],
    ["a stale picker", () => type("Compare", 4, 4, "Faster"), "picker:to", () => at("Compare", 4, 4)?.value, "Growth"],
    [
      "a deleted name",
      () => grid.names.remove("as.Growth"),
      "name:as.Growth",
      () =>
        grid.names
          .list()
          .map(({ name }) => name)
          .includes("as.Growth"),
      true,
    ],
  ])("%s", async (_words, harm, id, read, expected) => {
    harm();
    type("Acquisitions", 5, 0, "");
    expect(await found()).toEqual(expect.arrayContaining([id, "row:Deals:0"]));
    expect(await run((context) => repairDamage(context, [id]))).toHaveLength(1);
    expect(read()).toBe(expected);
    expect((await found()).filter((each) => each !== "rows:Inputs:data.tb")).toContain("row:Deals:0");
  });

  it("a table that was made a range, with its contents", async () => {
    await grid.tables.remove(grid.tables.list().find(({ name }) => name === "Deals")?.id ?? "");
    expect(await found()).toEqual(["table:Deals"]);
    await run((context) => repairDamage(context, ["table:Deals"]));
    expect(tableArea("Deals")).toMatchObject({ row: 4, column: 0, rowCount: 8, columnCount: 13 });
    expect(at("Acquisitions", 5, 0)?.value).toBe("Northwind Regional");
    expect(await found()).toEqual([]);
  });

  it("a sheet that was deleted, and the formulas that had named it", async () => {
    grid.sheets.remove(sheetId("Checks"));
    // What Excel makes of formulas that named it.
    type("Compare", 2, 0, at("Compare", 2, 0)?.formula.replaceAll("Checks!", "#REF!") ?? "");
    type("Compare", 29, 3, "=#REF!B6");
    expect(await found()).toEqual(["sheet:Checks", "formulas:Compare"]);
    await run((context) => repairDamage(context, ["sheet:Checks", "formulas:Compare"]));
    expect(at("Compare", 29, 3)?.formula).toBe("=Checks!B6");
    expect(at("Checks", 7, 0)?.formula).toBe("=TCO.SCENARIO.CHECK(as.Base)");
    expect(await found()).toEqual([]);
  });

  it("a column of keys that was deleted", async () => {
    grid.cells.remove({ sheetId: sheetId("Assumptions"), row: 0, column: 1, rowCount: 3000, columnCount: 1 }, "Left");
    const table = grid.tables.list().find(({ name }) => name === "Inputs");
    await grid.tables.resize(table?.id ?? "", { ...table!.area, columnCount: 12 });
    expect(await found()).toEqual(["column:Inputs:Key"]);
    await run(async (context) => {
      const inserted = repairDamage(context, ["column:Inputs:Key"]);
      // A table takes a column in that is inserted inside it.
      await grid.tables.resize(table?.id ?? "", { ...table!.area, columnCount: 13 });
      return inserted;
    });
    expect([at("Assumptions", 4, 1)?.value, at("Assumptions", 14, 1)?.value, at("Assumptions", 14, 10)?.value]).toEqual([
      "Key",
      "demand.growth",
      0.02,
    ]);
  });

  const deleteRow = async () => {
    grid.cells.remove({ sheetId: sheetId("Assumptions"), row: 14, column: 0, rowCount: 1, columnCount: 100 }, "Up");
    const table = grid.tables.list().find(({ name }) => name === "Inputs")!;
    await grid.tables.resize(table.id, { ...table.area, rowCount: table.area.rowCount - 1 });
    return table;
  };

  it("rows that were deleted", async () => {
    const table = await deleteRow();
    await run((context) => repairDamage(context, ["rows:Inputs:demand.growth"]));
    expect(at("Assumptions", table.area.row + table.area.rowCount - 1, 1)?.value).toBe("demand.growth");
    expect(tableArea("Inputs")?.rowCount).toBe(table.area.rowCount);
  });

  it("rows that were deleted, in the blank rows at the end of the table first", async () => {
    const table = await deleteRow();
    // As somebody leaves it who has dragged the corner of the table a row down.
    await grid.tables.resize(table.id, table.area);
    await beOlder();
    await run((context) => repairDamage(context, ["rows:Inputs:demand.growth"]));
    expect(at("Assumptions", table.area.row + table.area.rowCount - 1, 1)?.value).toBe("demand.growth");
    expect(tableArea("Inputs")).toEqual(table.area);
  });

  const deleteClose = async () => {
    grid.cells.remove({ sheetId: sheetId("Acquisitions"), row: 0, column: 1, rowCount: 3000, columnCount: 1 }, "Left");
    const table = grid.tables.list().find(({ name }) => name === "Deals")!;
    await grid.tables.resize(table.id, { ...table.area, columnCount: table.area.columnCount - 1 });
  };

  it.each<[string, () => Promise<unknown>, string, string]>([
    [
      "rows",
      deleteRow,
      "rows:Inputs:demand.growth",
      `This Excel cannot make a table longer from here: drag the lower right corner of the table Inputs to M${LAST_INPUT_ROW}, then look here again.`,
    ],
    [
      "a column",
      deleteClose,
      "header:Deals:Close",
      "This Excel cannot make a table wider from here: type Close into M5, right of its headers.",
    ],
  ])(
    "no %s where Excel is too old to resize a table: nothing is written, and it says what to do by hand",
    async (_words, harm, id, advice) => {
      await harm();
      await beOlder();
      const before = grid.cells.read({ ...cell("Assumptions", 0, 0), rowCount: 200, columnCount: 14 });
      expect((await run(readDamage)).find((damage) => damage.id === id)).toMatchObject({ steps: [], preview: [], advice });
      expect(await run((context) => repairDamage(context, [id]))).toEqual([]);
      expect(grid.cells.read({ ...cell("Assumptions", 0, 0), rowCount: 200, columnCount: 14 })).toEqual(before);
    },
  );

  it.each<[string, () => Promise<unknown>, string, readonly [string, number, number], string]>([
    ["below the inputs", deleteRow, "rows:Inputs:demand.growth", ["Assumptions", LAST_INPUT_ROW - 1, 3], `D${LAST_INPUT_ROW}`],
    ["right of the deals", deleteClose, "header:Deals:Close", ["Acquisitions", 6, 12], "M7"],
  ])("nothing over a note or a formula %s: the cell is named, and the note stays", async (_words, harm, id, place, address) => {
    await harm();
    const advice = `Nothing is written over ${address}, where something stands. Move it elsewhere, then look here again.`;
    for (const content of ["my note", '=""']) {
      type(...place, content);
      expect((await run(readDamage)).find((damage) => damage.id === id)).toMatchObject({ steps: [], advice });
      expect(await run((context) => repairDamage(context, [id]))).toEqual([]);
      expect(at(...place)?.formula).toBe(content);
    }
  });

  it("nothing when nothing was chosen", async () => {
    type("Assumptions", 4, 1, "Schlüssel");
    expect(await run((context) => repairDamage(context, []))).toEqual([]);
    expect(at("Assumptions", 4, 1)?.value).toBe("Schlüssel");
  });
});

it("an edit of a key that stands twice is refused and points to Repair, after which it counts", async () => {
  type("Assumptions", 20, 1, "demand.growth");
  const edit = { key: "demand.growth", scenario: "Base", before: at("Assumptions", 20, 10)?.value ?? "", after: 0.05 };
  await expect(run((context) => writeInputs(context, [edit]))).rejects.toThrow(
    "The key demand.growth appears in rows 15 and 21 of Assumptions. Choose one of them in Repair; nothing was changed.",
  );
  await run((context) => repairDamage(context, ["duplicate:demand.growth"]));
  await run((context) => writeInputs(context, [edit]));
  expect(at("Assumptions", 20, 10)?.value).toBe(0.05);
});

describe("a repair does what is listed and chosen, and nothing else", () => {
  const OWN = '=TCO.SCENARIO.WITH(as.Base,"demand.growth",0.1)';

  it("leaves a block that somebody has replaced on purpose", async () => {
    type("Scenarios", 5, 6, OWN);
    type("Assumptions", 14, 10, "3,8 %");
    expect(await found()).toEqual(["text:demand.growth:Base", "block:as.Growth"]);
    await run((context) => repairDamage(context, ["text:demand.growth:Base"]));
    expect(at("Scenarios", 5, 6)?.formula).toBe(OWN);
  });

  it("leaves sheets gone and formulas broken whose repair was not chosen", async () => {
    grid.sheets.remove(sheetId("Charts"));
    grid.sheets.remove(sheetId("Checks"));
    type("Compare", 29, 3, "=#REF!B6");
    type("Assumptions", 14, 10, "3,8 %");
    await run((context) => repairDamage(context, ["text:demand.growth:Base", "sheet:Checks"]));
    expect(grid.sheets.list().map(({ name }) => name)).not.toContain("Charts");
    expect(at("Compare", 29, 3)?.formula).toBe("=#REF!B6");
  });

  it("gives no scenario its place that was not there before", async () => {
    type("Assumptions", 4, 13, "Lean");
    const table = grid.tables.list().find(({ name }) => name === "Inputs")!;
    await grid.tables.resize(table.id, { ...table.area, columnCount: 14 });
    type("Assumptions", 14, 10, "3,8 %");
    await run((context) => repairDamage(context, ["text:demand.growth:Base"]));
    expect(at("Scenarios", 5, 10)?.formula).toBe("");
  });

  it("gives a scenario whose pasted header cannot be a name the nearest name, and then its place", async () => {
    type("Assumptions", 4, 13, "one\ntwo");
    const table = grid.tables.list().find(({ name }) => name === "Inputs")!;
    await grid.tables.resize(table.id, { ...table.area, columnCount: 14 });
    expect((await run(refreshModel)).added).toEqual([]);
    expect(await found()).toEqual(["name:Inputs:one\ntwo"]);
    await run((context) => repairDamage(context, ["name:Inputs:one\ntwo"]));
    expect([at("Assumptions", 4, 13)?.value, at("Scenarios", 5, 10)?.formula]).toEqual(["one two", ""]);
    expect((await run(refreshModel)).added).toEqual(["one two"]);
    expect(at("Scenarios", 5, 10)?.formula.slice(0, 14)).toBe("=TCO.SCENARIO(");
  });

  it("renames a scenario that is compared with its picker", async () => {
    type("Assumptions", 4, 11, "Growth ");
    type("Compare", 4, 4, "Growth ");
    expect(await found()).toContain("name:Inputs:Growth ");
    await run((context) => repairDamage(context, ["name:Inputs:Growth "]));
    expect([at("Assumptions", 4, 11)?.value, at("Compare", 4, 4)?.value]).toEqual(["Growth", "Growth"]);
    expect(await found()).toEqual([]);
  });

  it("says that there is no Compare to be shown, and writes none", async () => {
    grid.sheets.remove(sheetId("Compare"));
    await expect(run(compareScenarios)).rejects.toThrow("The sheet Compare is missing. Repair writes it again.");
    expect(grid.sheets.list().map(({ name }) => name)).not.toContain("Compare");
  });

  it("a scenario that is added brings no sheet back", async () => {
    grid.sheets.remove(sheetId("Charts"));
    await run((context) => addScenarios(context, ["Lean"]));
    expect(grid.sheets.list().map(({ name }) => name)).not.toContain("Charts");
    expect(at("Scenarios", 5, 10)?.formula.slice(0, 14)).toBe("=TCO.SCENARIO(");
  });
});

describe("what keeps the add-in from writing is told as facts", () => {
  it("nothing does in a new workbook", async () => {
    expect(await run(readConditions)).toEqual({ isReadOnly: false, protectedSheets: [], isManual: false });
  });

  it("protected sheets and manual calculation do", async () => {
    await run((context) => {
      context.workbook.worksheets.getItem("Compare").protection.protect();
      context.workbook.application.calculationMode = "Manual";
      return context.sync();
    });
    expect(await run(readConditions)).toEqual({ isReadOnly: false, protectedSheets: ["Compare"], isManual: true });
  });

  it("a write on a protected sheet is refused as Excel refuses it, and nothing behind it is written", async () => {
    await run((context) => {
      context.workbook.worksheets.getItem("Scenarios").protection.protect();
      return context.sync();
    });
    type("Scenarios", 5, 6, "mine");
    await expect(run((context) => repairDamage(context, ["block:as.Growth"]))).rejects.toMatchObject({ code: "AccessDenied" });
    expect(at("Scenarios", 5, 6)?.value).toBe("mine");
  });
});
