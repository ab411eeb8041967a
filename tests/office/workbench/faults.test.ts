/** What Excel answers where a batch asks for what is not there or not allowed, or is more than goes at once; and what settings of the host change. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { hostOf, openExcel, requirementSetsTo, thrownIn } from "./excel";
import type { Batch } from "./excel";
import { type MemoryGrid, createMemoryGrid } from "./memoryGrid";

let grid: MemoryGrid;

const { run } = hostOf(() => grid);
const thrownBy = (batch: Batch<unknown>) => thrownIn(run, batch);

const G4 = { sheetId: "s1", row: 3, column: 6, rowCount: 1, columnCount: 1 };

beforeEach(() => {
  grid = createMemoryGrid();
});

describe("what goes wrong", () => {
  it("a range that was kept is found no more once its sheet is deleted", async () => {
    const { code } = await thrownBy(async (context) => {
      const sheet = context.workbook.worksheets.add("Draft");
      const range = sheet.getRange("A1");
      range.load("address");
      await context.sync();
      sheet.delete();
      await context.sync();
      range.values = [[1]];
      await context.sync();
    });
    expect(code).toBe("InvalidReference");
  });

  it("what fails in the grid ends the batch with Excel's words; what was written before it stays", async () => {
    const told = vi.spyOn(console, "error").mockReturnValue(undefined);
    const sheets = vi.spyOn(grid.sheets, "add").mockImplementation(() => {
      throw new Error("The grid has no room.");
    });
    const { code, message, debugInfo } = await thrownBy(async (context) => {
      context.workbook.getSelectedRange().values = [["kept"]];
      context.workbook.worksheets.add("Draft");
      await context.sync();
    });
    expect([code, message]).toEqual(["GeneralException", "There was an internal error while processing the request."]);
    expect(debugInfo?.errorLocation).toBe("WorksheetCollection.add");
    expect(grid.cells.read(G4)[0]?.[0]?.value).toBe("kept");
    expect(told).toHaveBeenCalledTimes(1);
    sheets.mockRestore();
    told.mockRestore();
  });

  it("a sheet that is protected is not written to", async () => {
    const { code } = await thrownBy(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").protection.protect();
      await context.sync();
      context.workbook.getSelectedRange().values = [[1]];
      await context.sync();
    });
    expect(code).toBe("AccessDenied");
  });
});

it("two batches at once run one after the other, each as a whole", async () => {
  const add = (value: number) =>
    run(async (context) => {
      const range = context.workbook.getSelectedRange();
      range.values = [[value]];
      range.load("values");
      await context.sync();
      return (range.values as unknown[][])[0]?.[0];
    });
  expect(await Promise.all([add(1), add(2), add(3)])).toEqual([1, 2, 3]);
});

it("an array of more cells than the library sends at once arrives whole, and one that does not fit is refused before", async () => {
  const rows = Array.from({ length: 400 }, (_, row) => Array.from({ length: 8 }, (_cell, column) => row * 8 + column));
  const write = (address: string): Batch<void> => {
    return async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange(address).values = rows;
      await context.sync();
    };
  };
  await run(write("A1:H400"));
  expect(grid.cells.read({ sheetId: "s1", row: 399, column: 7, rowCount: 1, columnCount: 1 })[0]?.[0]?.value).toBe(3199);
  expect((await thrownBy(write("J1:Q399"))).code).toBe("InvalidArgument");
  expect(grid.cells.read({ sheetId: "s1", row: 0, column: 9, rowCount: 1, columnCount: 1 })[0]?.[0]?.value).toBe("");
});

describe("an Excel of other settings", () => {
  it("opens a file for reading only", async () => {
    const { Excel } = await openExcel(grid, { isReadOnly: true });
    const isReadOnly = await Excel.run(async ({ workbook }) => {
      workbook.load("readOnly");
      await workbook.context.sync();
      return workbook.readOnly;
    });
    expect(isReadOnly).toBe(true);
  });

  it("that is older says so", async () => {
    const { Office } = await openExcel(grid, { requirementSets: requirementSetsTo(12) });
    expect(["1.12", "1.13"].map((version) => Office.context.requirements.isSetSupported("ExcelApi", version))).toEqual([true, false]);
  });
});
