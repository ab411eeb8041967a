/** Values that a key does not allow, typed into a workbook whose formulas calculate: what the checks say, and how the model goes on once they are mended. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { CellValue, Grid } from "../../../src/workbench/grid/grid";
import { insertModel } from "../../../src/workbook/insertModel";
import { readWorkbook } from "../../../src/workbook/readScenarios";
import { createCalculatingGrid } from "../workbench/calculatingGrid";
import { hostOf, stubExcel } from "../workbench/excel";

/** Against what hangs, not a measure. */
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let grid: Grid;
const { run, cell } = hostOf(() => grid);

const VALUES = new Map<string, CellValue>([
  ["plan.years", 1],
  ["demand.volume", 800],
  ["demand.growth", 0.02],
  ["storage.backup_share", 0.5],
]);
const BASE_COLUMN = 10;

const rowOf = (key: string) => grid.cells.read({ ...cell("Assumptions", 0, 1), rowCount: 400 }).findIndex(([each]) => each?.value === key);

async function type(key: string, value: CellValue): Promise<void> {
  await run(async (context) => {
    context.workbook.worksheets.getItem("Assumptions").getRangeByIndexes(rowOf(key), BASE_COLUMN, 1, 1).values = [[value]];
    await context.sync();
  });
  // What a calculation spills is the start of another.
  for (let round = 0; round < 2; round += 1) await grid.recalculate();
}

async function base() {
  const reading = await run(readWorkbook);
  const found = reading.kind === "model" ? reading.model.scenarios.find(({ name }) => name === "Base") : undefined;
  const errors = found?.issues.filter(({ severity }) => severity === "error").map(({ key, message }) => [key, message]);
  return { errors, total: found?.figures.get("tco.vertical")?.value };
}

beforeAll(async () => {
  grid = await createCalculatingGrid();
  await stubExcel(grid);
  await run((context) => insertModel(context, { scenarios: [{ name: "Base", values: VALUES }], deals: [], evidence: new Map() }));
  for (let round = 0; round < 2; round += 1) await grid.recalculate();
});

afterAll(() => vi.unstubAllGlobals());

describe("a value that is not allowed is named by its key with what is, and the nearest that may be meant", () => {
  it.each<[string, string, CellValue, string]>([
    ["fewer beds than none", "demand.volume", -5, "Business volume today is -5. Enter 0 to 1,000,000,000 (demand.volume); did you mean 5?"],
    [
      "per cent without their sign",
      "demand.growth",
      50,
      "Organic growth per year is 50. Enter -90% to 1,000% (demand.growth); did you mean 50% (0.5)?",
    ],
    ["half a year", "plan.years", 1.5, "Years planned is 1.5. Enter a whole number from 1 to 30 years (plan.years)."],
    [
      "a share below nothing",
      "storage.backup_share",
      -0.5,
      "Backup copies is -0.5. Enter 0% to 1,000% (storage.backup_share); did you mean 0.5?",
    ],
    [
      "an amount as text",
      "demand.volume",
      "1,200 beds",
      'Business volume today is "1,200 beds". Enter 0 to 1,000,000,000 (demand.volume).',
    ],
  ])("%s", async (_what, key, value, message) => {
    const before = await base();
    expect([before.errors, typeof before.total]).toEqual([[], "number"]);
    await type(key, value);
    expect((await base()).errors).toEqual([[key, message]]);
    await type(key, VALUES.get(key) ?? "");
    expect(await base()).toEqual(before);
  });
});
