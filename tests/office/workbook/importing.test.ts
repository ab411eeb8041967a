/** Imports as the pane carries them out: all of the file or nothing, and said as it is. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { exchangeEffects } from "../../../src/taskpane/exchange/effects";
import type { ExchangeContext } from "../../../src/taskpane/exchange/effects";
import { INITIAL_STATE, update } from "../../../src/taskpane/shell/update";
import type { PaneState } from "../../../src/taskpane/shell/screens";
import type { CellValue } from "../../../src/workbench/grid/grid";
import { insertModel } from "../../../src/workbook/insertModel";
import { readWorkbook } from "../../../src/workbook/readScenarios";
import { SAMPLE } from "../../../src/workbook/sample";
import { type MemoryGrid, createMemoryGrid } from "../workbench/memoryGrid";
import { hostOf, stubExcel } from "../workbench/excel";

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
const context: ExchangeContext = {
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

/** The row below the table of inputs. */
function belowInputs(): number {
  const { row, rowCount } = grid.tables.list().find(({ name }) => name === "Inputs")!.area;
  return row + rowCount;
}

async function insertSample() {
  await run((excel) => insertModel(excel, SAMPLE));
  ["Base", "Growth", "Distributed"].forEach((name, index) => grid.calculate(cell("Compare", 12, 3 + index), name));
  await read();
}

beforeEach(async () => {
  grid = createMemoryGrid();
  state = INITIAL_STATE;
  await stubExcel(grid);
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

  it("is not taken in an encoding in which its letters would be lost", async () => {
    await read();
    const bytes = Uint8Array.from(fileOf({ Base: { "demand.volume_name": "Zürich" } }), (sign) => sign.charCodeAt(0));
    await exchangeEffects(context).plan("plans.json", () => Promise.resolve(bytes.buffer));
    expect(state.exchange.plan?.problems).toEqual([
      expect.stringMatching(/^The file isn't in UTF-8: letters would be lost \(line 1, after .*Z"\)/),
    ]);
  });

  it("is not taken with a scenario that bears the name of another column", async () => {
    await read();
    await plan(fileOf({ Base: {}, key: {} }));
    expect(state.exchange.plan?.problems).toEqual(['The scenario "key" needs another name. There is a column "Key" already.']);
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
      /^The key demand\.growth appears in rows 15 and 22 of Assumptions\. Choose one of them in Repair; nothing was changed\.$/,
    ],
    [
      "a deal that stands in two rows",
      () => type("Acquisitions", 6, 0, String(at("Acquisitions", 5, 0)?.value)),
      {},
      { volume: 12 },
      /appears twice in the table Deals\. Delete or rename one of the rows, then import again; nothing was changed\.$/,
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

  it("leaves alone what is between the cells that it changes, formulas too", async () => {
    const [first, between, last] = ["demand.growth", "demand.growth.1", "demand.surge"].map(rowOf) as [number, number, number];
    type("Assumptions", between, 11, "=K15*2");
    grid.calculate(cell("Assumptions", between, 11), 0.04);
    await plan(fileOf({ Growth: { "demand.growth": 0.07, "demand.surge": 0.2 }, Lean: { "demand.surge": 0.3 } }));
    await agree();
    expect(state.failure).toBeUndefined();
    expect([first, between, last].map((row) => at("Assumptions", row, 11)?.formula)).toEqual(["0.07", "=K15*2", "0.2"]);
    expect([first, between, last].map((row) => at("Assumptions", row, 13)?.value)).toEqual(["", "", 0.3]);
    expect(at("Assumptions", rowOf("plan.status"), 13)?.value).toBe("Draft");
  });

  it("writes a scenario at once, not value by value: each write costs a host about as much as a column", async () => {
    const values = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`user.value${String(index)}`, index]));
    const names = Array.from({ length: 10 }, (_, index) => `Plan ${String(index)}`);
    await plan(
      fileOf(Object.fromEntries(names.map((name) => [name, { ...values, "demand.growth": 0.01, "finance.discount_rate": 0.05 }]))),
    );
    const before = grid.tables.list().find(({ name }) => name === "Inputs")!.area;
    const writes = vi.spyOn(grid.cells, "write");
    await agree();
    const own = writes.mock.calls.filter(([area]) => area.sheetId === before.sheetId && area.column > before.column + 2);
    expect(own.length).toBeLessThan(names.length * 6);
    const added = { ...cell("Assumptions", before.row + before.rowCount, 13), rowCount: 200, columnCount: 10 };
    expect(grid.cells.read(added).map((row) => row.map(({ value }) => value))).toEqual(
      Object.values(values).map((value) => names.map(() => value)),
    );
    expect(names.map((_, index) => at("Assumptions", rowOf("demand.growth"), 13 + index)?.value)).toEqual(names.map(() => 0.01));
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
      () => type("Assumptions", belowInputs(), 3, "mine"),
      /^The cells below the table Inputs aren't empty: see D\d+\./,
    ],
    [
      "a note below the inputs, where a new key of the new scenario would stand",
      () => type("Assumptions", belowInputs(), 13, "mine"),
      /^The cells below the table Inputs aren't empty: see N\d+\./,
    ],
    [
      "a note right of the inputs, where the new scenario would stand",
      () => type("Assumptions", 20, 13, "mine"),
      /^N21, right of the table Inputs, isn't empty\./,
    ],
    ["a note below the deals", () => type("Acquisitions", 12, 0, "mine"), /^The cells below the table Deals aren't empty: see A13\./],
    [
      "a log that has lost one of its tables",
      () => grid.tables.remove(grid.tables.list().find(({ name }) => name === "Snapshots")?.id ?? ""),
      /^The sheet Log has lost one of its tables \(LogEntries, Snapshots\)\. Nothing was changed\.$/,
    ],
  ])("writes nothing of the file with %s", async (_words, harm, message) => {
    await plan(fileOf({ Growth: { "demand.growth": 0.07 }, Lean: { "user.beds": 3 } }, { "deal.Southwind.volume": 12 }));
    await harm();
    const before = everything();
    await agree();
    expect(state.failure).toMatch(message);
    expect(state.failure).toMatch(/Nothing was changed\.$/);
    expect(everything()).toBe(before);
  });
});
