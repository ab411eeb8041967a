/** The copy with values frozen, read back from the file that is written, over office.js and a grid in memory. */
import { readXlsx } from "hucre/xlsx";
import type { CellStyle, Sheet } from "hucre/xlsx";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { exchangeEffects } from "../../../src/taskpane/exchange/effects";
import { INITIAL_STATE, update } from "../../../src/taskpane/shell/update";
import type { PaneState } from "../../../src/taskpane/shell/screens";
import { frozenCopy, readShownSheets } from "../../../src/workbook/exchange/frozenCopy";
import { insertModel } from "../../../src/workbook/insertModel";
import { SAMPLE } from "../../../src/workbook/sample";
import type { ShownSheet } from "../../../src/workbook/exchange/frozenCopy";
import { stubExcel } from "../workbench/excel";
import { type MemoryGrid, createMemoryGrid } from "../workbench/memoryGrid";
import { definedNames, xlsxFaults, xlsxParts } from "./xlsxParts";

let grid: MemoryGrid;

const sheetId = (name: string): string => grid.sheets.list().find((sheet) => sheet.name === name)?.id ?? "";
const cell = (sheet: string, row: number, column: number) => ({ sheetId: sheetId(sheet), row, column, rowCount: 1, columnCount: 1 });

beforeEach(async () => {
  grid = createMemoryGrid();
  await stubExcel(grid);
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
    expect(names).toEqual(["Sheet1", "Summary", "Assumptions", "Acquisitions", "Compare", "Charts", "Checks", "Log", "Chart data"]);
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
      "what is centered, in italics and of another font",
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

  it("has no fill and no color where the sheet has none", async () => {
    grid.edit(cell("Compare", 40, 9), "plain");
    grid.formats.write(cell("Compare", 40, 9), { fillColor: "#ffffff", fontColor: "#000000" });
    const { fill, font } = styleAt(named(await copied(), "Compare"), 40, 9);
    expect([fill, font?.color]).toEqual([undefined, undefined]);
  });

  it("keeps the panes, the page, the widths, the gridlines and the color of the tab", async () => {
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
    vi.spyOn(Excel, "createWorkbook").mockImplementation((base64 = "") => Promise.resolve(void opened.push(base64)));
    let state: PaneState = INITIAL_STATE;
    await exchangeEffects({
      dispatch: (action) => void (state = update(state, action)),
      state: () => state,
      locale: "en-US",
      read: () => Promise.resolve(),
    }).exportFrozen();
    expect(state.failure).toBeUndefined();
    expect(state.notice).toBe("The copy is open as a new workbook: save it under a new name.");
    const sheets = await readBack(Buffer.from(opened[0] ?? "", "base64"));
    expect(named(sheets, "Compare").rows[0]?.[0]).toBe("Compare");
  });
});

/** A sheet of one cell, with two rows on every page. */
function sheetOf(name: string, value: string, look: { readonly format?: string; readonly font?: string } = {}): ShownSheet {
  return {
    name,
    row: 0,
    column: 0,
    values: [[value]],
    formats: [[look.format ?? "General"]],
    looks: [[{ font: { name: look.font ?? "Aptos" } }]],
    widths: [],
    frozen: { rows: 0, columns: 0 },
    page: { orientation: "portrait" },
    titles: "$1:$6",
    showsGridlines: true,
    tabColor: "",
  };
}

describe("the file of a copy", () => {
  it("is sound XML in all of its parts, for the sample", async () => {
    const parts = xlsxParts(await frozenCopy(await Excel.run(readShownSheets)));
    expect(parts.size).toBeGreaterThan(10);
    expect(await xlsxFaults(parts)).toEqual([]);
    expect(await definedNames(parts)).toContainEqual(["_xlnm.Print_Titles", "Compare!$1:$5", "Compare"]);
  });

  it.each([
    ["Report 1", "'Report 1'!$1:$6"],
    ["Summary", "Summary!$1:$6"],
    ["Bob's plan", "'Bob''s plan'!$1:$6"],
    ["2027", "'2027'!$1:$6"],
    ["A1", "'A1'!$1:$6"],
    ["XFD12", "'XFD12'!$1:$6"],
    ["R1C1", "'R1C1'!$1:$6"],
    ["rc", "'rc'!$1:$6"],
    ["R2", "'R2'!$1:$6"],
    ["C", "'C'!$1:$6"],
    ["True", "'True'!$1:$6"],
    ["A1 plan", "'A1 plan'!$1:$6"],
    ["Zürich", "'Zürich'!$1:$6"],
    ["a,b", "'a,b'!$1:$6"],
    ["a!b", "'a!b'!$1:$6"],
    ['<&>"', "'<&>\"'!$1:$6"],
    ["Q3-Q4", "'Q3-Q4'!$1:$6"],
    ["漢字 🏥", "'漢字 🏥'!$1:$6"],
    ["lost\uD83C", "'lost\uFFFD'!$1:$6"],
    ["not\uFFFE", "'not\uFFFD'!$1:$6"],
  ])("repeats the rows of a sheet called %j on every page", async (name, reference) => {
    const parts = xlsxParts(await frozenCopy([sheetOf("First", "x"), sheetOf(name, "x")]));
    expect(await xlsxFaults(parts)).toEqual([]);
    expect((await definedNames(parts))[1]).toEqual(["_xlnm.Print_Titles", reference, name.replace(/\p{Cs}|\uFFFE/u, "\uFFFD")]);
  });

  it.each(["A1", "R1C1", "C3"])("repeats the rows of a sheet of the workbook that is called %s", async (name) => {
    grid.sheets.change(sheetId("Compare"), { name });
    const parts = xlsxParts(await frozenCopy(await Excel.run(readShownSheets)));
    expect(await xlsxFaults(parts)).toEqual([]);
    expect(await definedNames(parts)).toContainEqual(["_xlnm.Print_Titles", `'${name}'!$1:$5`, name]);
  });

  it.each<[string, string, string]>([
    ["U+FFFE", "a\uFFFEb", "a\uFFFDb"],
    ["U+FFFF", "a\uFFFFb", "a\uFFFDb"],
    ["the first half of a sign", "a\uD83Cb", "a\uFFFDb"],
    ["the second half of a sign", "a\uDFE5b", "a\uFFFDb"],
    ["halves in the wrong order", "\uDFE5\uD83C", "\uFFFD\uFFFD"],
    ["a whole sign of two halves", "🏥", "🏥"],
    ["a control character", "a\u0001b", "a\u0001b"],
    ["a 0", "a\u0000b", "a\u0000b"],
    ["a vertical tab, as PowerPoint breaks lines", "a\u000Bb", "a\u000Bb"],
    ["an escape", "a\u001Bb", "a\u001Bb"],
    ["a carriage return", "a\rb", "a\rb"],
    ["a line break and a tab", "a\n\tb", "a\n\tb"],
    ["a delete and a control character of Latin-1", "a\u007F\u0085b", "a\u007F\u0085b"],
    ["a place of the second plane that is kept for nothing", "a\u{1FFFE}b", "a\u{1FFFE}b"],
    ["what looks like an escaped sign", "_x000D_ and _x0041_", "_x000D_ and _x0041_"],
    ["signs of XML", '<a href="x">&amp;]]></a>', '<a href="x">&amp;]]></a>'],
    ["blanks at the ends", "  a  ", "  a  "],
  ])("can have %s in a cell", async (_words, text, shown) => {
    const file = await frozenCopy([sheetOf("Sheet", text)]);
    expect(await xlsxFaults(xlsxParts(file))).toEqual([]);
    expect((await readBack(file))[0]?.rows[0]?.[0]).toBe(shown);
  });

  it.each(["\uFFFE", "\uFFFF", "\uD83C", "\u0001", "<", '"', "&"])(
    "can have %j in a number format and the name of a font",
    async (sign) => {
      const file = await frozenCopy([sheetOf("Sheet", "x", { format: `0"${sign}"`, font: `Font${sign}` })]);
      expect(await xlsxFaults(xlsxParts(file))).toEqual([]);
    },
  );
});

describe("the check of a file", () => {
  const faultsWith = async (path: string, change: (xml: string) => string) => {
    const parts = new Map(xlsxParts(await frozenCopy([sheetOf("Sheet", "x")])));
    return xlsxFaults(parts.set(path, change(parts.get(path) ?? "")));
  };

  it.each<[string, string, (xml: string) => string, RegExp]>([
    ["a forbidden sign", "xl/sharedStrings.xml", (xml) => xml.replace("x</t>", "\uFFFE</t>"), /U\+FFFE is forbidden/],
    ["a reference to one", "xl/sharedStrings.xml", (xml) => xml.replace("x</t>", "&#1;</t>"), /U\+0001 is forbidden/],
    ["a tag that is not closed", "xl/sharedStrings.xml", (xml) => xml.replace("</t>", ""), /Unexpected close tag/],
    ["a sheet without apostrophes", "xl/workbook.xml", (xml) => xml.replace("Sheet!$1", "Sheet 1!$1"), /Sheet 1!\$1:\$6 is no reference/],
  ])("finds %s", async (_words, path, change, fault) => {
    expect((await faultsWith(path, change)).join("; ")).toMatch(fault);
  });
});
