/** Rows that the add-in appends to its tables, in an Excel that can resize a table and in one that cannot. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { appendRows } from "../../../src/workbook/edit/appendRows";
import { keepSnapshot, readEntries } from "../../../src/workbook/exchange/logSheet";
import { insertModel } from "../../../src/workbook/insertModel";
import { SAMPLE } from "../../../src/workbook/sample";
import { type MemoryGrid, createMemoryGrid } from "../workbench/memoryGrid";
import { hostOf, requirementSetsTo, stubExcel } from "../workbench/excel";

let grid: MemoryGrid;

const { run, cell, everything } = hostOf(() => grid);

const snapshot = (why: string) => ({
  when: "2026-11-03 14:05:33",
  why,
  hash: "0123456789abcdef",
  content: { scenarios: [{ name: "Base", values: new Map([["demand.growth", 0.02]]) }], shared: new Map() },
  figures: [],
});
const areaOf = (name: string) => grid.tables.list().find((table) => table.name === name)?.area;

describe.each([
  ["an Excel that can resize tables", 13],
  ["an Excel that cannot", 12],
])("in %s", (_words, newest) => {
  beforeEach(async () => {
    grid = createMemoryGrid();
    await stubExcel(grid, { requirementSets: requirementSetsTo(newest) });
    await run((context) => insertModel(context, SAMPLE));
  });

  afterEach(() => vi.unstubAllGlobals());

  it("snapshots are rows of their tables, and are read again", async () => {
    for (const why of ["Q1", "Q2", "Q3"]) await run((context) => keepSnapshot(context, snapshot(why)));
    expect([areaOf("LogEntries")?.rowCount, areaOf("Snapshots")?.rowCount]).toEqual([4, 4]);
    expect((await run(readEntries)).map(({ why }) => why)).toEqual(["Q3", "Q2", "Q1"]);
  });

  it("blank rows at the end of a table are taken first, and what stands beside it stays", async () => {
    grid.edit(cell("Log", 6, 5), "mine");
    const row = (name: string) => ["2026-11-03", name, "", "", ""];
    await run((context) => appendRows(context, "LogEntries", [row("first"), row("second"), row("third")]));
    const column = grid.cells.read({ ...cell("Log", 4, 1), rowCount: 5 }).map(([each]) => each?.value);
    expect(column).toEqual(["What", "first", "second", "third", ""]);
    expect([areaOf("LogEntries")?.rowCount, grid.cells.read(cell("Log", 6, 5))[0]?.[0]?.value]).toEqual([4, "mine"]);
  });

  it("nothing is written where the rows have no room", async () => {
    grid.edit(cell("Log", 6, 1), "mine");
    const before = everything();
    await expect(run((context) => appendRows(context, "LogEntries", [["a"], ["b"]]))).rejects.toThrow(/aren't empty: see B7\./);
    expect(everything()).toBe(before);
  });
});
