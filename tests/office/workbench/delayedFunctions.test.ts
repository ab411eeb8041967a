/** Functions as Excel calls them: by the library, which answers in rounds. What a formula shows until then, and which formulas wait for which. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { delayedCalls } from "../../../src/workbench/functions/delayedCalls";
import type { Grid } from "../../../src/workbench/grid/grid";
import { type FunctionResult, createExcelHost } from "../../../src/workbench/office/external";
import { USUAL_SETTINGS } from "../../../src/workbench/office/settings";
import { bodies } from "../../functions/host";
import { openCalculatingGrid } from "./calculatingGrid";
import { type Library, loadLibrary } from "./library";

let library: Library;
let rounds: number;

beforeEach(async () => {
  let provideGrid: (grid: Grid) => void = () => undefined;
  let take: (results: readonly FunctionResult[]) => void = () => undefined;
  rounds = 0;
  const takeResults = (results: readonly FunctionResult[]) => {
    rounds += 1;
    take(results);
  };
  const host = createExcelHost(new Promise((resolve) => (provideGrid = resolve)), USUAL_SETTINGS, {
    setPaneVisible: () => undefined,
    takeResults,
  });
  library = await loadLibrary(host.external);
  for (const [id, body] of bodies) library.CustomFunctions.associate(id, body);
  const { grid } = await openCalculatingGrid({
    callsOver: ({ recalculate, allowsErrors }) => {
      const calls = delayedCalls({ allowsErrors, invoke: host.invoke, recalculate });
      take = calls.take;
      return calls;
    },
  });
  provideGrid(grid);
});

async function values(address: string): Promise<unknown[]> {
  return library.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange(address);
    range.load("values");
    await context.sync();
    return (range.values as unknown[][]).flat();
  });
}

function write(address: string, formulas: unknown[][]): Promise<void> {
  return library.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange(address).formulas = formulas;
    await context.sync();
  });
}

const AGAINST_HANGING = { timeout: 30_000 };
/** The values of cells once none of them waits. */
const calculated = (address: string) =>
  vi.waitFor(async () => {
    const now = await values(address);
    if (now.includes("#BUSY!")) throw new Error(`${address} waits.`);
    return now;
  }, AGAINST_HANGING);

describe("a formula with a function of the add-in", () => {
  it("is #BUSY!, and what reads it too, until the library has answered", async () => {
    await write("A1:B1", [["=TCO.GROWTH.AT(100,50%,2)", "=A1+1"]]);
    expect(await values("A1:B1")).toEqual(["#BUSY!", "#BUSY!"]);
    expect(await calculated("A1:B1")).toEqual([225, 226]);
    expect(rounds).toBe(1);
  });

  it("that reads another one waits for a round of its own", async () => {
    await write("A1:C1", [["=TCO.GROWTH.AT(100,50%,1)", "=TCO.GROWTH.AT(A1,50%,1)", "=TCO.GROWTH.AT(200,50%,1)"]]);
    expect(await calculated("A1:C1")).toEqual([150, 225, 300]);
    expect(rounds).toBe(2);
  });

  it("spills what the library answers", async () => {
    await write("A1", [["=TCO.GROWTH.PROJECT(100,50%,2)"]]);
    expect(await calculated("A1:B1")).toEqual([150, 225]);
  });

  it("is asked again when a cell that it reads is edited, and nothing else is", async () => {
    await write("A1:C1", [[100, "=TCO.GROWTH.AT(A1,50%,1)", "=TCO.GROWTH.AT(200,50%,1)"]]);
    expect(await calculated("B1:C1")).toEqual([150, 300]);
    await write("A1", [[300]]);
    expect(await values("B1:C1")).toEqual(["#BUSY!", 300]);
    expect(await calculated("B1:C1")).toEqual([450, 300]);
  });

  it("shows the error that the function gives", async () => {
    await write("A1", [["=TCO.GROWTH.AT(100,-3,1)"]]);
    expect(await calculated("A1")).toEqual(["#VALUE!"]);
  });
});
