/** What the pane hears of the workbook: that it has changed, and that it was a hand that changed it. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { watchWorkbook } from "../../../src/workbook/host/watch";
import { type MemoryGrid, createMemoryGrid } from "../workbench/memoryGrid";
import { hostOf, requirementSetsTo, stubExcel } from "../workbench/excel";

let grid: MemoryGrid;
let heard: string[];

const { run, cell } = hostOf(() => grid);
const CELL = () => cell("Sheet1", 0, 0);

const byHand = () => {
  grid.edit(CELL(), 1);
  return Promise.resolve();
};
const byTheAddIn = () =>
  run(async (excel) => {
    excel.workbook.worksheets.getItem("Sheet1").getRange("A1").values = [[1]];
    await excel.sync();
  });

beforeEach(() => {
  grid = createMemoryGrid();
  heard = [];
});

afterEach(() => void vi.unstubAllGlobals());

/** Watches in an Excel with requirement sets up to a version of ExcelApi. */
async function watchIn(version: number) {
  await stubExcel(grid, { requirementSets: requirementSetsTo(version) });
  const hear = (what: string) => () => void heard.push(what);
  await run((excel) => watchWorkbook(excel, { changed: hear("changed"), edited: hear("edited"), selected: hear("selected") }));
}

describe("an edit of a cell", () => {
  it.each<[string, number, () => Promise<void>, readonly string[]]>([
    ["by hand, such as an undo, is told as that", 14, byHand, ["changed", "edited"]],
    ["by the add-in is a change alone", 14, byTheAddIn, ["changed"]],
    ["in an Excel that does not say whose it was is a change alone", 13, byHand, ["changed"]],
  ])("%s", async (_words, version, edit, told) => {
    await watchIn(version);
    await edit();
    await Promise.resolve();
    expect(heard).toEqual(told);
  });
});
