/** Scenarios by every name that Excel allows: their figures, the pickers, and the way back, in a grid with its formulas. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { CellValue, Grid } from "../../../src/workbench/grid/grid";
import { addScenarios, renameScenario } from "../../../src/workbook/edit/scenarios";
import { insertModel } from "../../../src/workbook/insertModel";
import type { ModelContent } from "../../../src/workbook/modelPlan";
import { readWorkbook } from "../../../src/workbook/readScenarios";
import { createCalculatingGrid } from "../workbench/calculatingGrid";
import { hostOf, stubExcel } from "../workbench/excel";

const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));

const NAMES: readonly string[] = [
  "High (P90)",
  "[draft] @home, 'x'",
  ASCII.join("").trim(),
  "Größe ± 3 €",
  "日本 😀 👩‍💻",
  "TRUE",
  "007",
  "=1+1",
  "<5",
  "G*",
  "n".repeat(255),
];

/** A plan of one year, which is calculated soon. */
const MODEL: ModelContent = {
  scenarios: [
    { name: "Base", values: new Map([["plan.years", 1]]) },
    { name: "Growth", values: new Map([["demand.volume", 2000]]) },
  ],
  deals: [],
  evidence: new Map(),
};

/** Against what hangs, not a measure. */
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let grid: Grid;
const { run, cell, sheetId } = hostOf(() => grid);
const value = (sheet: string, row: number, column: number) => grid.cells.read(cell(sheet, row, column))[0]?.[0]?.value;
const line = (sheet: string, row: number, column: number, columnCount: number) =>
  grid.cells.read({ sheetId: sheetId(sheet), row, column, rowCount: 1, columnCount })[0]?.map((each) => each.value);

/** Until everything is calculated: what a calculation spills is the start of another. */
const calculated = async () => {
  for (let round = 0; round < 2; round += 1) await grid.recalculate();
};

const byName = (values: readonly (CellValue | undefined)[] | undefined) =>
  Object.fromEntries(NAMES.map((name, at) => [name, values?.[at]]));

/** Column of the first of the names on Compare: Base and Growth are left of it. */
const FIRST = 5;
const PICK_ROW = 4;

beforeAll(async () => {
  grid = await createCalculatingGrid();
  await stubExcel(grid);
  await run((context) => insertModel(context, MODEL));
  await run((context) => addScenarios(context, NAMES, "Growth"));
  await calculated();
});

afterAll(() => vi.unstubAllGlobals());

describe("scenarios by any name", () => {
  it("bear it in the inputs and on Compare", () => {
    expect(byName(line("Assumptions", 4, 12, NAMES.length))).toEqual(byName(NAMES));
    expect(byName(line("Compare", 12, FIRST, NAMES.length))).toEqual(byName(NAMES));
  });

  it("have the figures of the scenario that they copy", () => {
    const growth = value("Compare", 15, 4);
    expect(growth).toBeTypeOf("number");
    expect(byName(line("Compare", 15, FIRST, NAMES.length))).toEqual(byName(NAMES.map(() => growth)));
  });

  it("are read by the pane with their figures and without damage", async () => {
    const reading = await run(readWorkbook);
    const model = reading.kind === "model" ? reading.model : undefined;
    expect(model?.scenarios.map(({ name }) => name).slice(2)).toEqual(NAMES);
    expect([model?.unlinked, model?.damage]).toEqual([[], []]);
  });

  it.each(["[draft] @home, 'x'", "007", "<5"])("can be chosen on Compare: %s", async (name) => {
    await run(async (context) => {
      context.workbook.worksheets.getItem("Compare").getRange("E5").values = [[`'${name}`]];
      await context.sync();
    });
    await grid.recalculate();
    await grid.recalculate();
    expect(value("Compare", PICK_ROW + 6, 0)).toEqual(expect.stringContaining(`${name} costs USD`));
  });
});

describe("renaming", () => {
  it("takes the figures along, there and back", async () => {
    const before = line("Compare", 15, 3, 2);
    await run((context) => renameScenario(context, "Growth", "What's [new] #3 (x)"));
    await calculated();
    expect(line("Compare", 12, 3, 2)).toEqual(["Base", "What's [new] #3 (x)"]);
    expect(line("Compare", 15, 3, 2)).toEqual(before);
    await run((context) => renameScenario(context, "What's [new] #3 (x)", "Growth"));
    await calculated();
    expect(line("Compare", 15, 3, 2)).toEqual(before);
  });
});
