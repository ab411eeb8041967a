/** Whether Excel has calculated: while it waits for the add-in's functions, cells show #BUSY!, which is neither a value nor a failure. */

import { SHEETS } from "../layout";
import type { CellValue } from "../plan";

const BUSY = "#BUSY!";

/** Sheets of the model in which the add-in's functions are, and those that read them. */
const CALCULATED = [SHEETS.summary, SHEETS.compare, SHEETS.scenarios, SHEETS.checks, SHEETS.chartData];

/** Between two looks, ms: Excel takes half a second for each round of the functions' results. */
const LOOK_MS = 250;

/** How long it is waited for, ms. */
const LONGEST_MS = 60_000;

/** Whether one of these cells is still being calculated. */
export function isCalculating(values: readonly (readonly CellValue[])[]): boolean {
  return values.some((line) => line.includes(BUSY));
}

async function isModelCalculating({ workbook }: Excel.RequestContext): Promise<boolean> {
  const sheets = CALCULATED.map((name) => workbook.worksheets.getItemOrNullObject(name));
  await workbook.context.sync();
  const used = sheets.filter((sheet) => !sheet.isNullObject).map((sheet) => sheet.getUsedRangeOrNullObject(true).load("values"));
  await workbook.context.sync();
  return used.some((range) => !range.isNullObject && isCalculating(range.values as CellValue[][]));
}

/** Waits until the model is calculated, before its values are kept, exported or judged; fails where that takes longer than a minute. */
export async function untilCalculated(context: Excel.RequestContext): Promise<void> {
  for (let waited = 0; await isModelCalculating(context); waited += LOOK_MS) {
    if (waited >= LONGEST_MS) throw new Error("Excel is still calculating. Nothing was changed; try again when it has finished.");
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
