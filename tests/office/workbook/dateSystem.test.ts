/** The date system of a workbook, by what Excel's own DATE returns in it. */
import { afterEach, expect, it, vi } from "vitest";
import { countsFrom1904 } from "../../../src/workbook/host/dateSystem";
import { hostOf, stubExcel } from "../workbench/excel";
import { createMemoryGrid } from "../workbench/memoryGrid";

afterEach(() => vi.unstubAllGlobals());

it.each([true, false])("of a workbook that counts from 1904 or not is told: %s", async (isFrom1904) => {
  const grid = createMemoryGrid();
  await stubExcel(grid, { countsFrom1904: isFrom1904 });
  expect(await hostOf(() => grid).run(countsFrom1904)).toBe(isFrom1904);
});

it.each([
  [1900, false, 46388],
  [1904, true, 44926],
])("in the system of %d the first day of 2027 is %s %d", async (_system, isFrom1904, serial) => {
  const grid = createMemoryGrid();
  await stubExcel(grid, { countsFrom1904: isFrom1904 });
  const value = await hostOf(() => grid).run(async (excel) => {
    const date = excel.workbook.functions.date(2027, 1, 1).load("value");
    await excel.sync();
    return date.value;
  });
  expect(value).toBe(serial);
});
