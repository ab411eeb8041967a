/** What waits until Excel has calculated, and formulas that Excel has to be given again. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { untilCalculated } from "../../../src/workbook/host/calculated";
import { readDamage, repairDamage } from "../../../src/workbook/repair/repairModel";
import type { MemoryGrid } from "../workbench/memoryGrid";
import { hostOf } from "../workbench/excel";
import { writtenSample } from "./writtenSample";

let grid: MemoryGrid;

const { run, cell } = hostOf(() => grid);

beforeEach(async () => {
  grid = await writtenSample();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("what needs calculated values", () => {
  it.each([
    ["Compare", 15, 3],
    ["Scenarios", 5, 4],
    ["Checks", 7, 0],
    ["Summary", 4, 0],
  ])("waits while %s shows #BUSY!", async (sheet, row, column) => {
    grid.calculate(cell(sheet, row, column), "#BUSY!");
    let isDone = false;
    const waiting = run(untilCalculated).then(() => (isDone = true));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(isDone).toBe(false);
    grid.calculate(cell(sheet, row, column), 1);
    await waiting;
    expect(isDone).toBe(true);
  });

  it("says after a minute that Excel still calculates", async () => {
    vi.useFakeTimers();
    grid.calculate(cell("Compare", 15, 3), "#BUSY!");
    const waiting = run(untilCalculated).catch((error: unknown) => String(error));
    await vi.advanceTimersByTimeAsync(61_000);
    expect(await waiting).toContain("Excel is still calculating.");
  });
});

describe("formulas that show #NAME?", () => {
  it("are written again as they are, a person's too", async () => {
    const own = "=TCO.METRIC(as.Base)*2";
    grid.edit(cell("Compare", 20, 12), own);
    for (const place of [cell("Compare", 15, 3), cell("Compare", 20, 12)]) grid.calculate(place, "#NAME?");
    const [damage, ...others] = await run(readDamage);
    expect(others).toEqual([]);
    expect(damage).toMatchObject({
      id: "names:Compare",
      words: "2 formulas of Compare show #NAME?: entered before the add-in was loaded.",
      address: "Compare!D16",
      preview: ["Writes them again, unchanged."],
    });
    const write = vi.spyOn(grid.cells, "write");
    await run((context) => repairDamage(context, ["names:Compare"]));
    const formulas = write.mock.calls.map(([, cells]) => cells);
    expect(formulas).toEqual([[['=TCO.METRIC(as.Base,"tco","vertical")']], [[own]]]);
  });

  it("are none where another error is shown", async () => {
    grid.calculate(cell("Compare", 15, 3), "#N/A");
    expect(await run(readDamage)).toEqual([]);
  });
});
