/** What an import costs a workbook that calculates: one calculation, however many scenarios and values it adds. Counted, not timed. */
import { FormulaExecutedStateType, SetFormulaCalculationNotificationMutation } from "@univerjs/preset-sheets-core";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Value } from "../../../src/engine/catalogue/values";
import { onCommand } from "../../../src/workbench/grid/workbook";
import { applyImport } from "../../../src/workbook/exchange/applyImport";
import { importPlan } from "../../../src/workbook/exchange/importPlan";
import { readStanding } from "../../../src/workbook/exchange/readContent";
import { addScenarios } from "../../../src/workbook/edit/scenarios";
import { insertModel } from "../../../src/workbook/insertModel";
import { SAMPLE } from "../../../src/workbook/sample";
import { openCalculatingGrid } from "../workbench/calculatingGrid";
import { type Batch, hostOf, stubExcel } from "../workbench/excel";

/** A workbook with the sample, and how many calculations something in it completes: one that begins before all is written is stopped, and how often depends on the machine. */
async function sampleWorkbook() {
  const { grid, open } = await openCalculatingGrid();
  await stubExcel(grid);
  const { run, cell } = hostOf(() => grid);
  await run((excel) => insertModel(excel, SAMPLE));
  await grid.settled();
  let completed = 0;
  onCommand(open, ({ id, params }) => {
    if (id !== SetFormulaCalculationNotificationMutation.id) return;
    const { functionsExecutedState } = (params ?? {}) as { functionsExecutedState?: FormulaExecutedStateType };
    if (functionsExecutedState === FormulaExecutedStateType.SUCCESS) completed += 1;
  });
  const calculations = async (batch: Batch<unknown>) => {
    completed = 0;
    await run(batch);
    await grid.settled();
    return completed;
  };
  const rows = (sheet: string) => grid.cells.read({ ...cell(sheet, 0, 0), rowCount: 400, columnCount: 40 });
  return { calculations, rows };
}

const SCENARIOS = ["Lean", "Plan #2", "007"].map((name, at) => ({
  name,
  values: new Map<string, Value>([
    ["demand.growth", 0.01 + at / 100],
    ["user.first", at],
    ["user.second", `text ${String(at)}`],
  ]),
}));

afterEach(() => vi.unstubAllGlobals());

describe("a workbook that calculates", () => {
  it("calculates once for new scenarios with values for keys that it has and lacks", async () => {
    const { calculations, rows } = await sampleWorkbook();
    const content = { scenarios: SCENARIOS, shared: new Map<string, Value>() };
    const imports: Batch<unknown> = async (excel) => applyImport(excel, importPlan("f.json", content, await readStanding(excel)), content);
    expect(await calculations(imports)).toBe(1);
    const table = rows("Assumptions").map((line) => line.map(({ value }) => value));
    const header = table.find((line) => line.includes("Lean")) ?? [];
    const stated = (key: string) => {
      const line = table.find((cells) => cells[1] === key) ?? [];
      return SCENARIOS.map(({ name }) => line[header.indexOf(name)]);
    };
    expect(stated("demand.growth")).toEqual([0.01, 0.02, 0.03]);
    expect(stated("user.first")).toEqual([0, 1, 2]);
    expect(stated("user.second")).toEqual(["text 0", "text 1", "text 2"]);
    expect(stated("plan.status")).toEqual(["Draft", "Draft", "Draft"]);
    const compare = rows("Compare").find((line) => line.some(({ value }) => value === "Lean")) ?? [];
    expect(compare.map(({ value }) => value)).toEqual(expect.arrayContaining(SCENARIOS.map(({ name }) => name)));
  });

  it("calculates once for a scenario that is added", async () => {
    const { calculations } = await sampleWorkbook();
    expect(await calculations((excel) => addScenarios(excel, ["Lean"], "Growth"))).toBe(1);
  });
});
