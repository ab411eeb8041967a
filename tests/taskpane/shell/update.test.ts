import { describe, expect, test } from "vitest";
import { INITIAL_STATE, update } from "../../../src/taskpane/shell/update";
import { isFixed, UNHINDERED } from "../../../src/taskpane/shell/state";
import type { Action, PaneState } from "../../../src/taskpane/shell/screens";
import type { WorkbookReading } from "../../../src/workbook/readScenarios";
import { inputTable, wholeModel } from "../../workbook/parts";

const ABSENT: WorkbookReading = { kind: "absent", contents: { sheets: [], tables: [], names: [] } };
const MODEL: WorkbookReading = {
  kind: "model",
  model: { currency: "USD", check: "", scenarios: [], unlinked: [], damage: [] },
  inputs: undefined,
  blocks: [],
  parts: wholeModel(),
};
const EMPTY: PaneState = { ...INITIAL_STATE, reading: ABSENT };
const LOADED: PaneState = { ...INITIAL_STATE, reading: MODEL };
/** A column that nobody has given its place yet. */
const NEW_COLUMN = inputTable(["Base", "Growth", "Lean"].map((name) => ({ name, values: new Map() })));
const WITH_NEW: WorkbookReading = { ...MODEL, parts: wholeModel({ inputs: NEW_COLUMN }) };
const PROPOSED: PaneState = { ...LOADED, home: { ...INITIAL_STATE.home, isRefreshProposed: true } };
const MESSAGES = new Map([["Compare!D8", "demand.growth is 5"]]);
const SELECTION = { address: "Compare!D8", range: "Compare!D8:E9", value: "#VALUE!", formula: "=1" };

const HINDERED = { isReadOnly: true, protectedSheets: ["Assumptions"], isManual: true };
const CAUSE = { name: "Error", message: "m", code: "AccessDenied", place: undefined, statement: undefined, stack: "at x" };
const FAILED = { failure: "Protected", cause: CAUSE };
const DETAILS = { text: "Message: m", isCopied: true };
const UNDO = { words: "Growth", edits: [{ key: "demand.growth", scenario: "Base", before: 0.04, after: 0.02 }] };

describe("how the pane changes", () => {
  test.each<[string, PaneState, Action, Partial<PaneState>]>([
    [
      "a reading replaces the one before",
      EMPTY,
      { type: "read", reading: MODEL, conditions: UNHINDERED, messages: MESSAGES },
      { reading: MODEL, conditions: UNHINDERED, messages: MESSAGES },
    ],
    [
      "a model that appears ends the proposal",
      { ...EMPTY, proposed: "sample" },
      { type: "read", reading: MODEL, conditions: UNHINDERED, messages: MESSAGES },
      { reading: MODEL, messages: MESSAGES, proposed: undefined },
    ],
    [
      "an edit elsewhere keeps the proposal",
      { ...EMPTY, proposed: "sample" },
      { type: "read", reading: ABSENT, conditions: UNHINDERED, messages: MESSAGES },
      { messages: MESSAGES, proposed: "sample" },
    ],
    [
      "a refresh is proposed as long as it would write something",
      PROPOSED,
      { type: "read", reading: WITH_NEW, conditions: UNHINDERED, messages: MESSAGES },
      { reading: WITH_NEW, messages: MESSAGES },
    ],
    [
      "a refresh that would write nothing any more is not proposed any more",
      PROPOSED,
      { type: "read", reading: MODEL, conditions: UNHINDERED, messages: MESSAGES },
      { messages: MESSAGES, home: INITIAL_STATE.home },
    ],
    [
      "a selection brings the messages of its time",
      LOADED,
      { type: "selected", selection: SELECTION, messages: MESSAGES },
      { selection: SELECTION, messages: MESSAGES },
    ],
    ["an insertion is proposed first", EMPTY, { type: "proposed", insertion: "model" }, { proposed: "model" }],
    [
      "what a ribbon command proposes is shown on Home, wherever the pane is",
      { ...EMPTY, place: "help" },
      { type: "proposed", insertion: "sample" },
      { place: "home", proposed: "sample" },
    ],
    [
      "a screen is opened, and the menu closes",
      { ...LOADED, isMenuOpen: true },
      { type: "went", place: "help" },
      { place: "help", isMenuOpen: false },
    ],
    [
      "a screen that is loaded is remembered once",
      { ...LOADED, loaded: ["home", "help"] },
      { type: "loaded", place: "help" },
      { loaded: ["home", "help"] },
    ],
    ["a screen that cannot be loaded is said", LOADED, { type: "unavailable", place: "help" }, { unavailable: "help" }],
    [
      "another try forgets that it could not be loaded",
      { ...LOADED, unavailable: "help" },
      { type: "went", place: "help" },
      { place: "help", unavailable: undefined },
    ],
    [
      "with what was said of it",
      { ...LOADED, ...FAILED, unavailable: "help" },
      { type: "went", place: "home" },
      { unavailable: undefined, failure: undefined, cause: undefined },
    ],
    ["the menu opens", LOADED, { type: "menu", isOpen: true }, { isMenuOpen: true }],
    ["an Excel that is too old is said", INITIAL_STATE, { type: "host", found: { isTooOld: true } }, { isTooOld: true }],
    [
      "protection and calculation come with each reading",
      LOADED,
      { type: "read", reading: MODEL, conditions: HINDERED, messages: MESSAGES },
      { conditions: HINDERED, messages: MESSAGES },
    ],
    [
      "what can be undone is offered with what was done",
      { ...LOADED, busy: "Writing" },
      { type: "finished", notice: "Done", undo: UNDO },
      { busy: undefined, notice: "Done", undo: UNDO },
    ],
    [
      "new work takes the offer back",
      { ...LOADED, undo: UNDO },
      { type: "started", work: "Writing" },
      { busy: "Writing", undo: undefined },
    ],
    [
      "so does closing the report",
      { ...LOADED, notice: "Done", undo: UNDO },
      { type: "dismissed" },
      { notice: undefined, undo: undefined },
    ],
    [
      "so does going to another screen",
      { ...LOADED, notice: "Done", undo: UNDO },
      { type: "went", place: "inputs" },
      { place: "inputs", notice: undefined, undo: undefined },
    ],
    ["opening the screen that is open does not", { ...LOADED, notice: "Done", undo: UNDO }, { type: "went", place: "home" }, {}],
    ["what went wrong goes along", { ...LOADED, failure: "Protected" }, { type: "went", place: "inputs" }, { place: "inputs" }],
    [
      "so does an edit on the sheet: it may have taken back what was done",
      { ...LOADED, notice: "Done", undo: UNDO },
      { type: "edited" },
      { notice: undefined, undo: undefined },
    ],
    ["an edit on the sheet leaves what went wrong", { ...LOADED, failure: "Protected" }, { type: "edited" }, {}],
    [
      "no second model is proposed",
      LOADED,
      { type: "proposed", insertion: "model" },
      { proposed: undefined, notice: "This workbook already has a model. Nothing was changed." },
    ],
    ["a proposal can be declined", { ...EMPTY, proposed: "model" }, { type: "declined" }, { proposed: undefined }],
    [
      "work that starts clears old reports",
      { ...EMPTY, failure: "a", notice: "b" },
      { type: "started", work: "Writing" },
      { busy: "Writing", failure: undefined, notice: undefined },
    ],
    [
      "what waits for a cell that is being edited is said",
      { ...LOADED, busy: "Writing" },
      { type: "heldUp", isHeldUp: true },
      { isHeldUp: true },
    ],
    ["so is that it goes on", { ...LOADED, isHeldUp: true }, { type: "heldUp", isHeldUp: false }, { isHeldUp: false }],
    [
      "work that ends says what was done",
      { ...EMPTY, busy: "Writing" },
      { type: "finished", notice: "Done" },
      { busy: undefined, notice: "Done" },
    ],
    [
      "work that fails says why and leaves the figures",
      { ...LOADED, busy: "Writing" },
      { type: "failed", failure: "Protected" },
      { busy: undefined, failure: "Protected", reading: MODEL },
    ],
    ["an error leaves its details", LOADED, { type: "failed", failure: "Protected", cause: CAUSE }, FAILED],
    ["details that were copied are said", { ...LOADED, ...FAILED }, { type: "details", details: DETAILS }, { details: DETAILS }],
    [
      "another failure has other details",
      { ...LOADED, ...FAILED, details: DETAILS },
      { type: "failed", failure: "Read-only" },
      { failure: "Read-only", cause: undefined, details: undefined },
    ],
    ["a report can be closed", { ...LOADED, failure: "a" }, { type: "dismissed" }, { failure: undefined }],
  ])("%s", (_words, state, action, expected) => {
    const next = update(state, action);
    expect(next).toMatchObject(expected);
    expect(next).toEqual({ ...state, ...expected });
  });
});

describe("what was done is said until the next thing is begun:", () => {
  const DONE: PaneState = { ...LOADED, notice: "Done", undo: UNDO };
  const PROPOSED = { table: "Licenses", preview: [], conflicts: [] } as const;
  const SCENARIO = { copied: "Base", key: "demand.growth", value: 1, name: "New", problem: undefined };
  const PLAN = { fileName: "f.json", problems: [], issues: [], newScenarios: [], changes: [] };

  test.each<[string, Action, boolean]>([
    ["a scenario is going to be named", { type: "home/naming", naming: { kind: "new", scenario: "", text: "" } }, false],
    ["a refresh is proposed", { type: "home/refresh", isProposed: true }, false],
    ["a table is proposed", { type: "inputs/table", proposed: PROPOSED }, false],
    ["a proposal has been carried out", { type: "inputs/table", proposed: undefined }, true],
    ["a question is asked", { type: "analyze/started", kind: "tornado" }, false],
    ["a scenario is proposed", { type: "analyze/proposed", proposal: SCENARIO }, false],
    ["that scenario has been added", { type: "analyze/proposed", proposal: undefined }, true],
    ["a file has been read", { type: "exchange/planned", plan: PLAN }, false],
    ["a field is typed into", { type: "inputs/typed", field: { key: "demand.growth", scenario: "Base" }, text: "3", seen: 0.02 }, true],
    ["another side is compared", { type: "compare/swapped" }, true],
  ])("%s", (_words, action, isSaid) => {
    const { notice, undo } = update(DONE, action);
    expect({ notice, undo }).toEqual(isSaid ? { notice: "Done", undo: UNDO } : { notice: undefined, undo: undefined });
    // What went wrong before is no answer to what is begun.
    expect(update({ ...LOADED, failure: "Protected" }, action).failure).toBe(isSaid ? "Protected" : undefined);
  });
});

describe("whether values can be changed", () => {
  const inputs = { sheet: "Assumptions", row: 4, column: 0, values: [] };

  test.each([
    ["in an open workbook", UNHINDERED, false],
    ["in a file that is read only", { ...UNHINDERED, isReadOnly: true }, true],
    ["while the sheet of the inputs is protected", { ...UNHINDERED, protectedSheets: ["Assumptions"] }, true],
    ["while another sheet is protected", { ...UNHINDERED, protectedSheets: ["Compare"] }, false],
  ])("%s", (_words, conditions, fixed) => {
    expect(isFixed({ ...LOADED, reading: { ...MODEL, kind: "model", inputs }, conditions })).toBe(fixed);
  });
});
