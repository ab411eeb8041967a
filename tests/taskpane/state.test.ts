import { describe, expect, test } from "vitest";
import { INITIAL_STATE, update } from "../../src/taskpane/state";
import type { Action, PaneState } from "../../src/taskpane/state";
import type { WorkbookReading } from "../../src/workbook/readScenarios";

const ABSENT: WorkbookReading = { kind: "absent", contents: { sheets: [], tables: [], names: [] } };
const MODEL: WorkbookReading = {
  kind: "model",
  model: { currency: "USD", check: "", scenarios: [], unlinked: [], damage: [] },
  inputs: undefined,
  blocks: [],
};
const EMPTY: PaneState = { ...INITIAL_STATE, reading: ABSENT };
const LOADED: PaneState = { ...INITIAL_STATE, reading: MODEL };
const MESSAGES = new Map([["Compare!D8", "demand.growth is 5"]]);
const SELECTION = { address: "Compare!D8", value: "#VALUE!", formula: "=1" };

describe("how the pane changes", () => {
  test.each<[string, PaneState, Action, Partial<PaneState>]>([
    [
      "a reading replaces the one before",
      EMPTY,
      { type: "read", reading: MODEL, messages: MESSAGES },
      { reading: MODEL, messages: MESSAGES },
    ],
    [
      "a model that appears ends the proposal",
      { ...EMPTY, proposed: "sample" },
      { type: "read", reading: MODEL, messages: MESSAGES },
      { reading: MODEL, messages: MESSAGES, proposed: undefined },
    ],
    [
      "an edit elsewhere keeps the proposal",
      { ...EMPTY, proposed: "sample" },
      { type: "read", reading: ABSENT, messages: MESSAGES },
      { messages: MESSAGES, proposed: "sample" },
    ],
    [
      "a selection brings the messages of its time",
      LOADED,
      { type: "selected", selection: SELECTION, messages: MESSAGES },
      { selection: SELECTION, messages: MESSAGES },
    ],
    ["an insertion is proposed first", EMPTY, { type: "proposed", insertion: "model" }, { proposed: "model" }],
    [
      "no second model is proposed",
      LOADED,
      { type: "proposed", insertion: "model" },
      { proposed: undefined, notice: "This workbook has a model already. Nothing was written." },
    ],
    ["a proposal can be declined", { ...EMPTY, proposed: "model" }, { type: "declined" }, { proposed: undefined }],
    [
      "work that starts clears old reports",
      { ...EMPTY, failure: "a", notice: "b" },
      { type: "started", work: "Writing" },
      { busy: "Writing", failure: undefined, notice: undefined },
    ],
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
    ["a report can be closed", { ...LOADED, failure: "a" }, { type: "dismissed" }, { failure: undefined }],
  ])("%s", (_words, state, action, expected) => {
    const next = update(state, action);
    expect(next).toMatchObject(expected);
    expect(next).toEqual({ ...state, ...expected });
  });
});
