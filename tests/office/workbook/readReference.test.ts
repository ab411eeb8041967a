/** What the preview of a formula reads for the references that it names. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { readReference } from "../../../src/workbook/edit/readReference";
import { showCell } from "../../../src/workbook/host/watch";
import { inputKeys } from "../../../src/workbook/mapping";
import { SAMPLE } from "../../../src/workbook/sample";
import type { MemoryGrid } from "../workbench/memoryGrid";
import { hostOf } from "../workbench/excel";
import { writtenSample } from "./writtenSample";

const ROWS = inputKeys(SAMPLE.scenarios).length;

let grid: MemoryGrid;

const { run, cell } = hostOf(() => grid);

beforeEach(async () => {
  grid = await writtenSample();
});

afterEach(() => vi.unstubAllGlobals());

const read = (text: string) => run((context) => readReference(context, text, ["Inputs", "Deals", "Acquisitions"], []));

it.each<[string, readonly string[], number]>([
  ["Inputs[[#All],[Key]]", ["Key"], ROWS + 1],
  ["Inputs[[#All],[Key]:[High]]", ["Key", "Assumption", "Unit", "Low", "High"], ROWS + 1],
  ["Inputs[[Key]:[Assumption]]", ["plan.status", "Status of the scenario"], ROWS],
  ["Inputs[Key]", ["plan.status"], ROWS],
  ["Assumptions!B5:C6", ["Key", "Assumption"], 2],
  // A table may bear the name of a sheet: what stands before ! is the sheet.
  ["Acquisitions!A5:B6", ["Deal", "Close"], 2],
])("%s begins with %j and has %i rows", async (text, first, rows) => {
  const cells = await read(text);
  expect(cells[0]).toEqual(first);
  expect(cells).toHaveLength(rows);
});

it.each<[string, string]>([
  ["it's [#1] @x", "it''s '['#1'] '@x"],
  ["a, b: (c)", "a, b: (c)"],
  ["#All", "'#All"],
])("the column %s is read by its name as references write it", async (column, escaped) => {
  grid.edit(cell("Assumptions", 4, 9), column);
  expect((await read(`Inputs[[#All],[${escaped}]]`))[0]).toEqual([column]);
  expect((await read(`Inputs[[#All],[Key]:[${escaped}]]`))[0]?.at(-1)).toBe(column);
});

it("cells of a sheet are read by its name in quotation marks", async () => {
  await run(async (context) => {
    context.workbook.worksheets.add("Bob's plan").getRange("B2").values = [["here"]];
    await context.sync();
  });
  expect(await read("'Bob''s plan'!B2:B2")).toEqual([["here"]]);
  await run((context) => showCell(context, "'Bob''s plan'!B2"));
  expect(grid.sheets.active()).toBe(cell("Bob's plan", 0, 0).sheetId);
});
