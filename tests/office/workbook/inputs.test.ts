/** What Inputs writes into the table, over office.js on a grid in memory. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { undo } from "../../../src/taskpane/shell/undo";
import { inputEffects } from "../../../src/taskpane/inputs/effects";
import type { InputContext } from "../../../src/taskpane/inputs/effects";
import { INITIAL_STATE, update } from "../../../src/taskpane/shell/update";
import { UNHINDERED } from "../../../src/taskpane/shell/state";
import type { PaneState } from "../../../src/taskpane/shell/screens";
import { draftOf } from "../../../src/taskpane/inputs/state";
import type { Draft } from "../../../src/taskpane/inputs/state";
import type { Area, CellValue } from "../../../src/workbench/grid/grid";
import { writeInputs } from "../../../src/workbook/edit/writeInputs";
import { insertModel } from "../../../src/workbook/insertModel";
import { readWorkbook } from "../../../src/workbook/readScenarios";
import { SAMPLE } from "../../../src/workbook/sample";
import { type MemoryGrid, createMemoryGrid } from "../workbench/memoryGrid";
import { hostOf, stubExcel } from "../workbench/excel";

const COLUMNS = { Base: 10, Growth: 11 } as const;
const BASE = { scenario: "Base", key: "demand.growth" } as const;
const GROWTH = { scenario: "Growth", key: "demand.growth" } as const;
type Place = typeof BASE | typeof GROWTH;

let grid: MemoryGrid;
let state: PaneState;

const { run } = hostOf(() => grid);

const context: InputContext = {
  dispatch: (action) => void (state = update(state, action)),
  state: () => state,
  locale: "en-US",
  read: async () => context.dispatch({ type: "read", reading: await run(readWorkbook), conditions: UNHINDERED, messages: new Map() }),
};
const effects = inputEffects(context);

/** The cell of demand.growth in a scenario of the sample. */
const cellOf = ({ scenario }: Place): Area => {
  const sheetId = grid.sheets.list().find(({ name }) => name === "Assumptions")?.id ?? "";
  return { sheetId, row: 14, column: COLUMNS[scenario], rowCount: 1, columnCount: 1 };
};
const held = (place: Place) => {
  const cell = grid.cells.read(cellOf(place))[0]?.[0];
  return cell?.formula.startsWith("=") ? cell.formula : cell?.value;
};
const draft = (place: Place): Draft | undefined => draftOf(state.inputs, place);

/** Types into a field what the pane has shown of its cell. */
function type(place: Place, text: string, seen: CellValue) {
  context.dispatch({ type: "inputs/typed", field: place, text, seen });
}

/** As somebody does who works on the sheet: a value, or a formula with what it gives. */
function onSheet(place: Place, content: CellValue, result?: CellValue) {
  grid.edit(cellOf(place), content);
  if (result !== undefined) grid.calculate(cellOf(place), result);
}

beforeEach(async () => {
  grid = createMemoryGrid();
  await stubExcel(grid);
  state = INITIAL_STATE;
  await run((excel) => insertModel(excel, SAMPLE));
  await context.read();
});

afterEach(() => vi.unstubAllGlobals());

describe("edits of the table", () => {
  const edit = (place: Place, before: CellValue, after: CellValue) => ({ ...place, before, after });

  it("are written where the cells hold what was seen", async () => {
    const edits = [edit(BASE, 0.02, 0.03), edit(GROWTH, 0.04, "")];
    expect(await run((excel) => writeInputs(excel, edits))).toEqual({
      kind: "written",
      inverse: [edit(BASE, 0.03, 0.02), edit(GROWTH, "", 0.04)],
    });
    expect([held(BASE), held(GROWTH)]).toEqual([0.03, ""]);
  });

  it("are not written, none of them, where one cell has changed since it was seen", async () => {
    onSheet(GROWTH, 0.5);
    const edits = [edit(BASE, 0.02, 0.03), edit(GROWTH, 0.04, 0.07)];
    expect(await run((excel) => writeInputs(excel, edits))).toEqual({ kind: "changed", edit: edits[1], now: 0.5 });
    expect([held(BASE), held(GROWTH)]).toEqual([0.02, 0.5]);
  });

  it("are not written, none of them, over a formula, even one that gives what was seen", async () => {
    onSheet(GROWTH, "=0.02*2", 0.04);
    const edits = [edit(BASE, 0.02, 0.03), edit(GROWTH, 0.04, 0.07)];
    expect(await run((excel) => writeInputs(excel, edits))).toEqual({ kind: "formula", edit: edits[1], formula: "=0.02*2" });
    expect([held(BASE), held(GROWTH)]).toEqual([0.02, "=0.02*2"]);
  });

  it("that replace a formula when asked to are taken back with the formula", async () => {
    onSheet(GROWTH, "=0.02*2", 0.04);
    const outcome = await run((excel) => writeInputs(excel, [edit(GROWTH, 0.04, 0.07)], true));
    expect(held(GROWTH)).toBe(0.07);
    expect(outcome).toMatchObject({ kind: "written" });
    await run((excel) => writeInputs(excel, outcome.kind === "written" ? outcome.inverse : []));
    expect(held(GROWTH)).toBe("=0.02*2");
  });
});

describe("a field of a key that there is not", () => {
  const UNKNOWN = { scenario: "Growth", key: "demand.grwth" } as const;
  beforeEach(async () => {
    const { sheetId } = cellOf(GROWTH);
    grid.edit({ sheetId, row: 14, column: 1, rowCount: 1, columnCount: 1 }, UNKNOWN.key);
    await context.read();
  });

  it("takes no value, and says which key is near", async () => {
    context.dispatch({ type: "inputs/typed", field: UNKNOWN, text: "5 %", seen: 0.04 });
    await effects.commit(UNKNOWN);
    expect(draftOf(state.inputs, UNKNOWN)?.problem).toBe(
      'Unknown key "demand.grwth". Did you mean demand.growth? Fix the key on the sheet.',
    );
    expect(held(GROWTH)).toBe(0.04);
  });

  it("can be emptied", async () => {
    await effects.reset(UNKNOWN);
    expect([held(GROWTH), draftOf(state.inputs, UNKNOWN), state.notice]).toEqual([
      "",
      undefined,
      expect.stringMatching(/, Growth: as in Base\.$/),
    ]);
  });
});

it("a field of Base that is emptied has its default again, which is said", async () => {
  type(BASE, "", 0.02);
  await effects.commit(BASE);
  expect([held(BASE), state.notice]).toEqual(["", expect.stringMatching(/, Base: its default\.$/)]);
});

describe("a field whose cell somebody else changes while one types", () => {
  it.each([["9 %"], [""], ["  "]])("with %j in it is not written, and asks which value holds", async (text) => {
    type(BASE, text, 0.02);
    onSheet(BASE, 0.03);
    await context.read();
    await effects.commit(BASE);
    expect(held(BASE)).toBe(0.03);
    expect(draft(BASE)).toEqual({ text, seen: 0.02 });
  });

  it.each([
    ["9 %", 0.09],
    ["", ""],
  ])("with %j in it is written once the user keeps it", async (text, value) => {
    type(BASE, text, 0.02);
    onSheet(BASE, 0.03);
    await context.read();
    context.dispatch({ type: "inputs/kept", field: BASE, now: 0.03 });
    await effects.commit(BASE);
    expect(held(BASE)).toBe(value);
    expect(draft(BASE)).toBeUndefined();
  });

  it.each([["9 %"], [""]])("is not written either when the change comes between the last reading and Enter: %j", async (text) => {
    type(BASE, text, 0.02);
    onSheet(BASE, 0.03);
    await effects.commit(BASE);
    expect(held(BASE)).toBe(0.03);
    expect(draft(BASE)).toEqual({ text, seen: 0.02 });
  });

  it("has nothing to ask when both wrote the same", async () => {
    type(BASE, "3 %", 0.02);
    onSheet(BASE, 0.03);
    await context.read();
    await effects.commit(BASE);
    expect(draft(BASE)).toBeUndefined();
  });
});

describe("a field whose cell holds a formula", () => {
  beforeEach(async () => {
    onSheet(GROWTH, "=0.02*2", 0.04);
    await context.read();
  });

  it.each([
    ["typed", () => (type(GROWTH, "7 %", 0.04), effects.commit(GROWTH)), "7 %", 0.07],
    ["emptied", () => (type(GROWTH, "", 0.04), effects.commit(GROWTH)), "", ""],
    ["reset", () => effects.reset(GROWTH), "", ""],
  ] as const)("%s, asks first, then replaces it, and Undo brings the formula back", async (_words, change, text, value) => {
    await change();
    expect(held(GROWTH)).toBe("=0.02*2");
    expect(draft(GROWTH)).toEqual({ text, seen: 0.04, formula: "=0.02*2" });
    await effects.commit(GROWTH, true);
    expect(held(GROWTH)).toBe(value);
    expect(draft(GROWTH)).toBeUndefined();
    await undo(context, state.undo ?? { words: "", edits: [] });
    expect(held(GROWTH)).toBe("=0.02*2");
    expect(state.notice).toContain("as it was before");
  });

  it("is not brought back over what somebody has written since", async () => {
    type(GROWTH, "7 %", 0.04);
    await effects.commit(GROWTH, true);
    onSheet(GROWTH, 0.08);
    await undo(context, state.undo ?? { words: "", edits: [] });
    expect(held(GROWTH)).toBe(0.08);
    expect(state.notice).toContain("Nothing was undone");
  });
});

describe("a field that is typed into while its value is being written", () => {
  it("keeps what was typed meanwhile, over the value that stands now", async () => {
    type(BASE, "7 %", 0.02);
    const written = effects.commit(BASE);
    type(BASE, "75 %", 0.02);
    await written;
    expect(held(BASE)).toBe(0.07);
    expect(draft(BASE)).toEqual({ text: "75 %", seen: 0.07 });
  });

  it("writes both in turn when Enter is pressed twice", async () => {
    type(BASE, "7 %", 0.02);
    const first = effects.commit(BASE);
    await Promise.resolve();
    type(BASE, "8 %", 0.02);
    await Promise.all([first, effects.commit(BASE)]);
    expect(held(BASE)).toBe(0.08);
    expect(draft(BASE)).toBeUndefined();
  });
});

it("a value waits while a cell is being edited, and asks when that was its own cell", async () => {
  grid.editCell(true);
  type(BASE, "7 %", 0.02);
  type(GROWTH, "9 %", 0.04);
  const both = Promise.all([effects.commit(BASE), effects.commit(GROWTH)]);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect([held(BASE), held(GROWTH)]).toEqual([0.02, 0.04]);
  onSheet(GROWTH, 0.05);
  grid.editCell(false);
  await both;
  expect([held(BASE), held(GROWTH)]).toEqual([0.07, 0.05]);
  expect(draft(GROWTH)).toEqual({ text: "9 %", seen: 0.04 });
});

it("a value that is given back to Base leaves its cell empty, and Undo brings it back", async () => {
  await effects.reset(GROWTH);
  expect(held(GROWTH)).toBe("");
  await undo(context, state.undo ?? { words: "", edits: [] });
  expect(held(GROWTH)).toBe(0.04);
});
