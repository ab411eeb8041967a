/** Numbers as the grid shows them and offers them for editing, in the language of the browser. */
import { BEFORE_CELL_EDIT, SheetInterceptorService } from "@univerjs/preset-sheets-core";
import { describe, expect, it } from "vitest";
import type { Area } from "../../../src/workbench/grid/grid";
import { showNumbersIn } from "../../../src/workbench/grid/languageNumbers";
import { openCalculatingGrid } from "./calculatingGrid";

const cell = (row: number): Area => ({ sheetId: "s1", row, column: 0, rowCount: 1, columnCount: 1 });

async function gridIn(language: string) {
  const { grid, open } = await openCalculatingGrid();
  showNumbersIn(open, language);
  const write = async (row: number, content: number | string, format = "General") => {
    grid.cells.write(cell(row), [[content]]);
    if (format !== "General") grid.cells.setNumberFormats(cell(row), [[format]]);
    await grid.settled();
  };
  const edited = (row: number) => {
    const worksheet = open.workbook.getActiveSheet().getSheet();
    const workbook = open.workbook.getWorkbook();
    const place = { workbook, worksheet, unitId: workbook.getUnitId(), subUnitId: "s1", row, col: 0, origin: worksheet.getCellRaw(row, 0) };
    const shown = worksheet.getCell(row, 0);
    return open.injector.get(SheetInterceptorService).writeCellInterceptor.fetchThroughInterceptors(BEFORE_CELL_EDIT)(shown, place)?.v;
  };
  return { grid, write, edited };
}

describe.each([
  ["en-US", "0.5", "1,234,567.50", "3.8%"],
  ["de-DE", "0,5", "1.234.567,50", "3,8%"],
  ["pl-PL", "0,5", "1\u00a0234\u00a0567,50", "3,8%"],
  ["pt-BR", "0,5", "1.234.567,50", "3,8%"],
  ["en-GB", "0.5", "1,234,567.50", "3.8%"],
  ["sr-Latn-RS", "0,5", "1.234.567,50", "3,8%"],
])("a cell in %s", (language, half, grouped, percent) => {
  it.each<[string, number | string, string, string]>([
    ["a number without a format", 0.5, "General", half],
    ["the result of a formula", "=1/2", "General", half],
    ["a number with thousands", 1234567.5, "#,##0.00", grouped],
    ["a percentage", 0.038, "0.0%", percent],
    ["a whole number", 1200, "General", "1200"],
    ["a date", 46388, "yyyy-mm-dd", "2027-01-01"],
    ["a text", "1.2.3 and 0.5", "General", "1.2.3 and 0.5"],
    ["a text that looks like a number", "'0.5", "General", "0.5"],
  ])("shows %s", async (_what, content, format, shown) => {
    const { grid, write } = await gridIn(language);
    await write(0, content, format);
    expect(grid.cells.text(cell(0))).toEqual([[shown]]);
  });

  it("gives code the number itself", async () => {
    const { grid, write } = await gridIn(language);
    await write(0, 0.5);
    await write(1, "=A1*3");
    expect([0, 1].map((row) => grid.cells.read(cell(row))[0]?.[0]?.value)).toEqual([0.5, 1.5]);
  });
});

it.each([
  ["de-DE", 0.5, "0,5"],
  ["de-DE", 1.234, "1,234"],
  ["de-DE", 1200, "1200"],
  ["en-US", 1234.5, "1234.5"],
])("in %s %d is offered for editing as it is typed: %s", async (language, content, text) => {
  const { write, edited } = await gridIn(language);
  await write(0, content);
  expect(String(edited(0))).toBe(text);
});
