// @vitest-environment happy-dom
/** The ribbon's commands over office.js and a grid in memory: what became of one is always in sight. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createEffects } from "../../src/taskpane/shell/effects";
import type { Effects, PaneState } from "../../src/taskpane/shell/screens";
import { ribbonCommands } from "../../src/taskpane/home/ribbonCommands";
import { INITIAL_STATE, update } from "../../src/taskpane/shell/update";
import { insertModel } from "../../src/workbook/insertModel";
import { SAMPLE } from "../../src/workbook/sample";
import { stubExcel } from "./workbench/excel";
import { type MemoryGrid, createMemoryGrid } from "./workbench/memoryGrid";

let grid: MemoryGrid;
let isPaneOpen: boolean;
let state: PaneState;
let effects: Effects;
let commands: ReturnType<typeof ribbonCommands>;

beforeEach(async () => {
  grid = createMemoryGrid();
  isPaneOpen = false;
  state = INITIAL_STATE;
  await stubExcel(grid, { setPaneVisible: (isVisible) => void (isPaneOpen = isVisible) });
  const dispatch = (action: Parameters<typeof update>[1]) => void (state = update(state, action));
  effects = createEffects(
    dispatch,
    () => state,
    () => "en-US",
    () => Promise.resolve(),
  );
  commands = ribbonCommands({ dispatch, state: () => state, home: effects.home });
});

afterEach(() => void vi.unstubAllGlobals());

const sheetId = (name: string) => grid.sheets.list().find((sheet) => sheet.name === name)?.id ?? "";
const NO_MODEL = "This workbook has no model yet. Begin on Home.";
const OLD_MODEL = "An earlier version of the add-in has written this model. Repair brings it up to date.";

async function withSample() {
  await Excel.run((context) => insertModel(context, SAMPLE));
}

async function withEarlierLayout() {
  await withSample();
  grid.names.set({ name: "tco.Layout", formula: "=1", comment: "" });
}

async function withoutInputs() {
  await withSample();
  const table = grid.tables.list().find(({ name }) => name === "Inputs");
  await grid.tables.remove(table?.id ?? "");
}

/** A header typed right of the table of inputs, over which the table has grown. */
async function withNewHeader() {
  await withSample();
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("Inputs");
    const range = table.getRange().load("rowCount");
    await context.sync();
    table.columns.add(
      undefined,
      Array.from({ length: range.rowCount }, (_, row) => [row === 0 ? "Lean" : ""]),
    );
    await context.sync();
  });
}

const names = () => grid.names.list().map(({ name }) => name);

describe("Refresh with something to write", () => {
  beforeEach(async () => {
    await withNewHeader();
    state = { ...state, place: "help", notice: "Done" };
    await commands["refreshModel"]?.();
  });

  it("opens the pane, which asks on Home before anything is written", () => {
    const { place, notice, failure, home } = state;
    expect({ isPaneOpen, place, notice, failure }).toEqual({ isPaneOpen: true, place: "home", notice: undefined, failure: undefined });
    expect(home.isRefreshProposed).toBe(true);
    expect(names()).not.toContain("as.Lean");
  });

  it("writes once the user agrees, and says what was added", async () => {
    await effects.home.refreshModel();
    expect(names()).toContain("as.Lean");
    expect({ notice: state.notice, isProposed: state.home.isRefreshProposed }).toEqual({
      notice: "Added to the comparison: Lean.",
      isProposed: false,
    });
  });
});

describe("Refresh of a model of which a part is deleted", () => {
  const PARTLY = "Only a part of the model is refreshed. The sheet Compare is missing. Repair writes it again.";

  it("before it: the pane says what is missing", async () => {
    await withSample();
    grid.sheets.remove(sheetId("Compare"));
    await effects.home.refreshModel();
    expect({ failure: state.failure, notice: state.notice }).toEqual({ failure: PARTLY, notice: undefined });
  });

  it("while it is written: the pane does not say that the model is up to date", async () => {
    await withNewHeader();
    const write = grid.cells.write.bind(grid.cells);
    vi.spyOn(grid.cells, "write").mockImplementationOnce((...given) => {
      write(...given);
      grid.sheets.remove(sheetId("Compare"));
    });
    await effects.home.refreshModel();
    expect(state.notice).toBeUndefined();
    expect(state.failure).toContain("Compare");
  });
});

describe("with the pane closed", () => {
  it.each<[string, string, () => Promise<void>, string | undefined, string | undefined]>([
    ["Refresh without a model opens the pane, which says so", "refreshModel", () => Promise.resolve(), NO_MODEL, undefined],
    ["Refresh of an earlier layout opens the pane, which says what to do", "refreshModel", withEarlierLayout, OLD_MODEL, undefined],
    [
      "Refresh without the table of inputs opens the pane, which says what to do",
      "refreshModel",
      withoutInputs,
      "The table Inputs is missing. Repair the model, then try again.",
      undefined,
    ],
    ["Refresh with nothing to do opens the pane, which says so", "refreshModel", withSample, undefined, "The model is up to date."],
    ["Compare without a model opens the pane, which says so", "compareScenarios", () => Promise.resolve(), NO_MODEL, undefined],
  ])("%s", async (_words, name, prepare, failure, notice) => {
    await prepare();
    await commands[name]?.();
    expect({ isPaneOpen, failure: state.failure, notice: state.notice }).toEqual({ isPaneOpen: true, failure, notice });
  });

  it("Compare with a model shows its sheet, and leaves the pane closed", async () => {
    await withSample();
    await commands["compareScenarios"]?.();
    expect({ isPaneOpen, active: grid.sheets.active() }).toEqual({ isPaneOpen: false, active: sheetId("Compare") });
  });
});
