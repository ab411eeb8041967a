/** What the preview of a formula reads for the references that it names. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { readReference } from "../../../src/workbook/edit/readReference";
import type { MemoryGrid } from "../workbench/memoryGrid";
import { hostOf } from "../workbench/memoryHost";
import { writtenSample } from "./writtenSample";

let grid: MemoryGrid;

const { run } = hostOf(() => grid);

beforeEach(async () => {
  grid = await writtenSample();
});

afterEach(() => vi.unstubAllGlobals());

const read = (text: string) => run((context) => readReference(context, text, ["Inputs", "Deals", "Acquisitions"], []));

it.each<[string, readonly string[], number]>([
  ["Inputs[[#All],[Key]]", ["Key"], 154],
  ["Inputs[[#All],[Key]:[High]]", ["Key", "Assumption", "Unit", "Low", "High"], 154],
  ["Inputs[[Key]:[Assumption]]", ["plan.status", "Status of the scenario"], 153],
  ["Inputs[Key]", ["plan.status"], 153],
  ["Assumptions!B5:C6", ["Key", "Assumption"], 2],
  // A table may bear the name of a sheet: what stands before ! is the sheet.
  ["Acquisitions!A5:B6", ["Deal", "Close"], 2],
])("%s begins with %j and has %i rows", async (text, first, rows) => {
  const cells = await read(text);
  expect(cells[0]).toEqual(first);
  expect(cells).toHaveLength(rows);
});
