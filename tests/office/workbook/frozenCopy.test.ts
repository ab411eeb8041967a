/** The copy with values frozen, read back from the file that is written, over the workbench's Office.js and a grid in memory. */
import { readXlsx } from "hucre/xlsx";
import type { CellStyle, Sheet } from "hucre/xlsx";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { exchangeEffects } from "../../../src/taskpane/effects/exchange";
import { INITIAL_STATE, update } from "../../../src/taskpane/state";
import type { PaneState } from "../../../src/taskpane/state";
import { frozenCopy, readShownSheets } from "../../../src/workbook/exchange/frozenCopy";
import { insertModel } from "../../../src/workbook/insertModel";
import { SAMPLE } from "../../../src/workbook/sample";
import { createRun } from "../../../src/workbench/office/requestContext";
import { type MemoryGrid, createMemoryGrid } from "../workbench/memoryGrid";

let grid: MemoryGrid;

const sheetId = (name: string): string => grid.sheets.list().find((sheet) => sheet.name === name)?.id ?? "";
const cell = (sheet: string, row: number, column: number) => ({ sheetId: sheetId(sheet), row, column, rowCount: 1, columnCount: 1 });

beforeEach(async () => {
  grid = createMemoryGrid();
  vi.stubGlobal("Office", { context: { requirements: { isSetSupported: () => true } } });
  vi.stubGlobal("Excel", { run: createRun(() => Promise.resolve(grid)) });
  await Excel.run((context) => insertModel(context, SAMPLE));
  return () => void vi.unstubAllGlobals();
});

async function readBack(bytes: Uint8Array): Promise<readonly Sheet[]> {
  return (await readXlsx(bytes, { readStyles: true })).sheets;
}

async function copied(): Promise<readonly Sheet[]> {
  return readBack(await frozenCopy(await Excel.run(readShownSheets)));
}

const named = (sheets: readonly Sheet[], name: string): Sheet => sheets.find((sheet) => sheet.name === name)!;
const cellAt = (sheet: Sheet, row: number, column: number) => sheet.cells?.get(`${String(row)},${String(column)}`);
const styleAt = (sheet: Sheet, row: number, column: number): CellStyle => cellAt(sheet, row, column)?.style ?? {};

describe("a copy with values frozen", () => {
  it("has the visible sheets in their order, and none that is hidden", async () => {
    grid.sheets.change(sheetId("Scenarios"), { isHidden: true });
    const names = (await copied()).map(({ name }) => name);
    expect(names).toEqual(["Sheet1", "Summary", "Assumptions", "Acquisitions", "Compare", "Charts", "Checks", "Log"]);
  });

  it("has values in place of formulas: numbers, dates, text like a formula, and errors as they are shown", async () => {
    grid.calculate(cell("Compare", 15, 3), 35_700_000.5);
    grid.calculate(cell("Compare", 25, 3), 46_388);
    grid.cells.setNumberFormats(cell("Compare", 25, 3), [["mmm yyyy"]]);
    grid.edit(cell("Compare", 15, 6), "'=not a formula");
    grid.calculate(cell("Compare", 16, 3), "#N/A");
    const compare = named(await copied(), "Compare");
    expect(compare.rows[15]?.[3]).toBe(35_700_000.5);
    expect(compare.rows[25]?.[3]).toEqual(new Date("2027-01-01"));
    expect([compare.rows[15]?.[6], compare.rows[16]?.[3]]).toEqual(["=not a formula", "#N/A"]);
    expect([...(compare.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)).toEqual([]);
  });

  it.each<[string, string, number, number, CellStyle]>([
    ["the title large and bold", "Compare", 0, 0, { font: { bold: true, size: 14 } }],
    [
      "the header of a table with its fill",
      "Assumptions",
      4,
      0,
      { font: { bold: true, color: { rgb: "242424" } }, fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "E8EEF4" } } },
    ],
    [
      "cells to edit in blue on a pale fill, blank ones too",
      "Assumptions",
      6,
      12,
      { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "FFF8E1" } } },
    ],
    ["numbers in their format", "Compare", 15, 3, { numFmt: '#,##0;(#,##0);"-"' }],
    ["what is aligned to the right", "Compare", 12, 3, { alignment: { horizontal: "right" } }],
    ["what is wrapped", "Compare", 40, 9, { alignment: { wrapText: true } }],
    [
      "what is centred, in italics and of another font",
      "Compare",
      41,
      9,
      { alignment: { horizontal: "center", vertical: "top" }, font: { italic: true, name: "Georgia" } },
    ],
  ])("shows %s", async (_words, sheet, row, column, style) => {
    grid.calculate(cell("Compare", 15, 3), 35_700_000);
    grid.calculate(cell("Compare", 12, 3), "Base");
    grid.edit(cell("Compare", 40, 9), "a long comment of hers");
    grid.formats.write(cell("Compare", 40, 9), { wrapText: true });
    grid.edit(cell("Compare", 41, 9), "hers");
    grid.formats.write(cell("Compare", 41, 9), {
      italic: true,
      fontName: "Georgia",
      horizontalAlignment: "Center",
      verticalAlignment: "Top",
    });
    expect(styleAt(named(await copied(), sheet), row, column)).toMatchObject(style);
  });

  it("has no fill and no colour where the sheet has none", async () => {
    grid.edit(cell("Compare", 40, 9), "plain");
    grid.formats.write(cell("Compare", 40, 9), { fillColor: "#ffffff", fontColor: "#000000" });
    const { fill, font } = styleAt(named(await copied(), "Compare"), 40, 9);
    expect([fill, font?.color]).toEqual([undefined, undefined]);
  });

  it("keeps the panes, the page, the widths, the gridlines and the colour of the tab", async () => {
    grid.sheets.change(sheetId("Compare"), { showGridlines: false, tabColor: "#0078D4" });
    const { freezePane, pageSetup, columns, view } = named(await copied(), "Compare");
    expect(freezePane).toEqual({ rows: 5, columns: 1 });
    expect(pageSetup).toMatchObject({ orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: "$1:$5" });
    // 210 points, 5.25 for a character.
    expect(columns?.[0]?.width).toBe(40);
    expect(view).toMatchObject({ showGridLines: false, tabColor: { rgb: "0078D4" } });
  });

  it.each<[string, number, number, { rows?: number; columns?: number }]>([
    ["rows alone", 3, 0, { rows: 3 }],
    ["columns alone", 0, 2, { columns: 2 }],
    ["nothing", 0, 0, {}],
  ])("freezes what the sheet does: %s", async (_words, rows, columns, expected) => {
    grid.edit(cell("Sheet1", 0, 0), "mine");
    grid.sheets.freeze(sheetId("Sheet1"), rows, columns);
    const { freezePane } = named(await copied(), "Sheet1");
    expect({ rows: freezePane?.rows || undefined, columns: freezePane?.columns || undefined }).toEqual(expected);
  });
});

describe("inside Excel", () => {
  it("opens the copy as a new workbook, and saves nothing", async () => {
    const opened: string[] = [];
    vi.stubGlobal("Excel", { run: Excel.run, createWorkbook: (base64: string) => Promise.resolve(void opened.push(base64)) });
    let state: PaneState = INITIAL_STATE;
    await exchangeEffects({
      dispatch: (action) => void (state = update(state, action)),
      state: () => state,
      locale: "en-US",
      read: () => Promise.resolve(),
    }).exportFrozen();
    expect(state.failure).toBeUndefined();
    expect(state.notice).toBe("The copy is open as a new workbook: save it under a name of its own.");
    const sheets = await readBack(Buffer.from(opened[0] ?? "", "base64"));
    expect(named(sheets, "Compare").rows[0]?.[0]).toBe("Compare");
  });
});
