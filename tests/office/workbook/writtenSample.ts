/** The sample written into a workbook in memory, for tests of what is done to a model that stands. */
import { insertModel } from "../../../src/workbook/insertModel";
import { SAMPLE } from "../../../src/workbook/sample";
import { type MemoryGrid, createMemoryGrid } from "../workbench/memoryGrid";
import { hostOf, stubExcel } from "../workbench/excel";

/** A new workbook with the sample, in an Excel that can do everything; tests end with `vi.unstubAllGlobals`. */
export async function writtenSample(): Promise<MemoryGrid> {
  const grid = createMemoryGrid();
  await stubExcel(grid);
  const { run, cell } = hostOf(() => grid);
  await run((context) => insertModel(context, SAMPLE));
  // The values of Compare's heading, which nothing calculates here.
  ["Base", "Growth", "Distributed"].forEach((name, index) => grid.calculate(cell("Compare", 12, 3 + index), name));
  return grid;
}
