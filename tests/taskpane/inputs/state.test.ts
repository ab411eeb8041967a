import { describe, expect, test } from "vitest";
import { draftOf, INITIAL_INPUTS, updateInputs } from "../../../src/taskpane/inputs/state";
import type { Draft, InputsAction, InputsState } from "../../../src/taskpane/inputs/state";

const FIELD = { scenario: "Growth", key: "demand.growth" };
const OTHER = { scenario: "Base", key: "demand.growth" };
const typed = (text: string, seen: number | string = 0.02): InputsAction => ({ type: "inputs/typed", field: FIELD, text, seen });

/** The draft of a field after some actions. */
function draftAfter(...actions: readonly InputsAction[]): Draft | undefined {
  return draftOf(actions.reduce(updateInputs, INITIAL_INPUTS), FIELD);
}

describe("a draft in Inputs", () => {
  test.each<[string, readonly InputsAction[], Draft | undefined]>([
    ["begins with the first key, and remembers what the cell held", [typed("3")], { text: "3", seen: 0.02 }],
    ["remembers what was seen first, whatever the cell holds by now", [typed("3"), typed("3 %", 0.05)], { text: "3 %", seen: 0.02 }],
    ["keeps its text when it is refused", [typed("lots"), refused("no number")], { text: "lots", seen: 0.02, problem: "no number" }],
    ["loses the remark with the next key", [typed("lots"), refused("no number"), typed("4 %")], { text: "4 %", seen: 0.02 }],
    ["shows the formula that it would replace", [typed("3 %"), formula("=A1")], { text: "3 %", seen: 0.02, formula: "=A1" }],
    [
      "that is kept over another's value counts that as seen",
      [typed("3 %"), { type: "inputs/kept", field: FIELD, now: 0.05 }],
      { text: "3 %", seen: 0.05 },
    ],
    ["ends when it is written or given up", [typed("3 %"), { type: "inputs/settled", field: FIELD }], undefined],
    [
      "that ended is not brought back by a late answer",
      [typed("3 %"), { type: "inputs/settled", field: FIELD }, refused("late")],
      undefined,
    ],
    ["of another scenario's field is another draft", [{ type: "inputs/typed", field: OTHER, text: "9", seen: 1 }], undefined],
    [
      "outlives a change of scenario and of filters",
      [typed("3 %"), { type: "inputs/shown", shown: { scenario: "Base", search: "x" } }],
      { text: "3 %", seen: 0.02 },
    ],
  ])("%s", (_words, actions, draft) => {
    expect(draftAfter(...actions)).toEqual(draft);
  });
});

function refused(problem: string): InputsAction {
  return { type: "inputs/refused", field: FIELD, remark: { problem } };
}

function formula(text: string): InputsAction {
  return { type: "inputs/refused", field: FIELD, remark: { formula: text } };
}

describe("what Inputs shows", () => {
  test.each<[string, Partial<InputsState>, InputsAction, Partial<InputsState>]>([
    ["another scenario", {}, { type: "inputs/shown", shown: { scenario: "Growth" } }, { scenario: "Growth" }],
    [
      "a section, with the search as it was",
      { search: "x" },
      { type: "inputs/shown", shown: { section: "Demand" } },
      { section: "Demand" },
    ],
    ["details of a row", {}, { type: "inputs/details", key: "a" }, { open: "a" }],
    ["details of another row instead", { open: "a" }, { type: "inputs/details", key: "b" }, { open: "b" }],
    ["no details when they are closed", { open: "a" }, { type: "inputs/details", key: "a" }, { open: undefined }],
  ])("%s", (_words, before, action, change) => {
    const state = { ...INITIAL_INPUTS, ...before };
    expect(updateInputs(state, action)).toEqual({ ...state, ...change });
  });
});
