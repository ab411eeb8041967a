/** Imports as the pane carries them out: all of the file or nothing, and said as it is. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { exchangeEffects } from "../../../src/taskpane/effects/exchange";
import type { EffectContext } from "../../../src/taskpane/effects/host";
import { INITIAL_STATE, update } from "../../../src/taskpane/state";
import type { PaneState } from "../../../src/taskpane/state";
import type { CellValue } from "../../../src/workbench/grid/grid";
import { insertModel } from "../../../src/workbook/insertModel";
import { readWorkbook } from "../../../src/workbook/readScenarios";
import { SAMPLE } from "../../../src/workbook/sample";
import { type MemoryGrid, createMemoryGrid } from "../workbench/memoryGrid";
import { hostOf } from "../workbench/memoryHost";
import type { Batch } from "../workbench/memoryHost";

let grid: MemoryGrid;
let state: PaneState;

const { run, cell, everything } = hostOf(() => grid);

const at = (sheet: string, row: number, column: number) => grid.cells.read(cell(sheet, row, column))[0]?.[0];
const type = (sheet: string, row: number, column: number, value: CellValue) => grid.edit(cell(sheet, row, column), value);

const read = async () => {
  const reading = await run(readWorkbook);
  state = { ...state, reading };
};

/** What the pane needs to carry out an import, without its page. */
const context: EffectContext = {
  dispatch: (action) => {
    state = update(state, action);
  },
  state: () => state,
  locale: "en",
  read,
};

const fileOf = (
  scenarios: Readonly<Record<string, Readonly<Record<string, CellValue>>>>,
  shared: Readonly<Record<string, CellValue>> = {},
) =>
  JSON.stringify({
    schema: "tco-planner/scenarios",
    version: 1,
    scenarios: Object.entries(scenarios).map(([name, values]) => ({ name, values })),
    shared,
  });

const plan = (text: string) => exchangeEffects(context).plan("plans.json", () => Promise.resolve(text));
const agree = () => exchangeEffects(context).agree();

/** Row of a key on the sheet of assumptions. */
const rowOf = (key: string): number =>
  grid.cells.read({ ...cell("Assumptions", 0, 1), rowCount: 300 }).findIndex(([each]) => each?.value === key);

async function insertSample() {
  await run((excel) => insertModel(excel, SAMPLE));
  ["Base", "Growth", "Distributed"].forEach((name, index) => grid.calculate(cell("Compare", 12, 3 + index), name));
  await read();
}

beforeEach(() => {
  grid = createMemoryGrid();
  state = INITIAL_STATE;
  vi.stubGlobal("Office", { context: { requirements: { isSetSupported: () => true } } });
  vi.stubGlobal("Excel", { run: (_options: object, batch: Batch<unknown>) => run(batch) });
});

afterEach(() => vi.unstubAllGlobals());

describe("a file in a workbook without a model", () => {
  it("gives Base its values however the file spells it", async () => {
    await read();
    await plan(fileOf({ base: { "demand.growth": 0.07 }, Lean: { "demand.growth": 0.01 } }));
    await agree();
    expect(state.failure).toBeUndefined();
    expect([at("Assumptions", 4, 10)?.value, at("Assumptions", 4, 11)?.value]).toEqual(["Base", "Lean"]);
    expect([at("Assumptions", rowOf("demand.growth"), 10)?.value, at("Assumptions", rowOf("demand.growth"), 11)?.value]).toEqual([
      0.07, 0.01,
    ]);
    expect(state.notice).toBe("plans.json was imported. The sheet Log says so.");
  });

  it("is not taken with a scenario that bears the name of another column", async () => {
    await read();
    await plan(fileOf({ Base: {}, key: {} }));
    expect(state.exchange.plan?.problems).toEqual(['The scenario "key" needs another name: the table of inputs has a column Key.']);
  });
});

describe("a file in a workbook with a model", () => {
  beforeEach(insertSample);

  it("is imported, with a line in the log", async () => {
    await plan(fileOf({ Growth: { "demand.growth": 0.07 }, Lean: { "user.beds": 3 } }, { "deal.Southwind.volume": 12 }));
    await agree();
    expect(state.failure).toBeUndefined();
    expect(at("Assumptions", rowOf("demand.growth"), 11)?.value).toBe(0.07);
    expect([at("Assumptions", 4, 13)?.value, at("Assumptions", rowOf("user.beds"), 13)?.value]).toEqual(["Lean", 3]);
    expect(grid.cells.read({ ...cell("Acquisitions", 5, 0), rowCount: 10 }).map(([name]) => name?.value)).toContain("Southwind");
    expect([at("Log", 5, 1)?.value, at("Log", 5, 2)?.value]).toEqual(["Import", "plans.json"]);
  });

  it("is told as imported where only its line in the log could not be written", async () => {
    await run((excel) => {
      excel.workbook.worksheets.getItem("Log").protection.protect();
      return excel.sync();
    });
    await plan(fileOf({ Growth: { "demand.growth": 0.07 } }));
    await agree();
    expect(at("Assumptions", rowOf("demand.growth"), 11)?.value).toBe(0.07);
    expect(state.notice).toMatch(/^plans\.json was imported, but not noted on the sheet Log: The sheet is protected/);
  });

  it.each<[string, () => unknown, Readonly<Record<string, CellValue>>, Readonly<Record<string, CellValue>>, RegExp]>([
    [
      "a key that stands in two rows",
      () => type("Assumptions", rowOf("demand.surge"), 1, "demand.growth"),
      { "demand.growth": 0.07 },
      {},
      /^The key demand\.growth stands in rows 15 and 22 of Assumptions\. Nothing was written: choose one of them in Repair\.$/,
    ],
    [
      "a deal that stands in two rows",
      () => type("Acquisitions", 6, 0, String(at("Acquisitions", 5, 0)?.value)),
      {},
      { volume: 12 },
      /stands twice in the table Deals\. Nothing was written: delete or rename one of the rows on the sheet, then import again\.$/,
    ],
  ])("is refused where it changes %s", async (_words, repeat, own, fields, failure) => {
    const deal = String(at("Acquisitions", 5, 0)?.value);
    repeat();
    await plan(
      fileOf({ Growth: own }, Object.fromEntries(Object.entries(fields).map(([field, value]) => [`deal.${deal}.${field}`, value]))),
    );
    const before = everything();
    await agree();
    expect(state.failure).toMatch(failure);
    expect(everything()).toBe(before);
  });

  it("says which formulas its values would replace, in the inputs and in the tables", async () => {
    const row = rowOf("demand.growth");
    type("Assumptions", row, 11, "=K15*2");
    grid.calculate(cell("Assumptions", row, 11), 0.04);
    type("Acquisitions", 5, 2, "=200+20");
    grid.calculate(cell("Acquisitions", 5, 2), 220);
    const deal = String(at("Acquisitions", 5, 0)?.value);
    await plan(fileOf({ Growth: { "demand.growth": 0.07, "demand.surge": 0.2 } }, { [`deal.${deal}.volume`]: 12 }));
    expect(state.exchange.plan?.changes.map(({ key, replaces }) => [key, replaces])).toEqual([
      [`deal.${deal}.volume`, "=200+20"],
      ["demand.growth", "=K15*2"],
      ["demand.surge", undefined],
    ]);
    await agree();
    expect(state.failure).toBeUndefined();
    expect(at("Assumptions", row, 11)?.formula).toBe("0.07");
  });

  it.each<[string, () => unknown, RegExp]>([
    [
      "a note below the inputs, where a new key would stand",
      () => type("Assumptions", 158, 3, "mine"),
      /^The cells below the table Inputs are not empty: D159 has contents of yours\./,
    ],
    [
      "a note below the inputs, where a new key of the new scenario would stand",
      () => type("Assumptions", 158, 13, "mine"),
      /^The cells below the table Inputs are not empty: N159 has contents of yours\./,
    ],
    [
      "a note right of the inputs, where the new scenario would stand",
      () => type("Assumptions", 20, 13, "mine"),
      /^The column right of the table Inputs is not empty: N21 has contents of yours\./,
    ],
    [
      "a note below the deals",
      () => type("Acquisitions", 12, 0, "mine"),
      /^The cells below the table Deals are not empty: A13 has contents of yours\./,
    ],
    [
      "a log that has lost one of its tables",
      () => grid.tables.remove(grid.tables.list().find(({ name }) => name === "Snapshots")?.id ?? ""),
      /^The sheet Log has lost one of its tables \(LogEntries, Snapshots\)\. Nothing was written\.$/,
    ],
  ])("writes nothing of the file with %s", async (_words, harm, message) => {
    await plan(fileOf({ Growth: { "demand.growth": 0.07 }, Lean: { "user.beds": 3 } }, { "deal.Southwind.volume": 12 }));
    await harm();
    const before = everything();
    await agree();
    expect(state.failure).toMatch(message);
    expect(state.failure).toMatch(/Nothing was written\.$/);
    expect(everything()).toBe(before);
  });
});
