import { describe, expect, test } from "vitest";
import { sideLabel } from "../../../src/taskpane/functions/side";
import { INITIAL_COMPARE, updateCompare } from "../../../src/taskpane/compare/state";
import type { CompareAction, CompareState, Comparison } from "../../../src/taskpane/compare/state";
import { COMPARISON } from "../comparison";

const GROWTH = { scenario: "Growth", architecture: "" };

describe("what Compare shows", () => {
  const { from, to } = INITIAL_COMPARE;

  test.each<[string, Partial<CompareState>, CompareAction, Partial<CompareState>]>([
    ["another side", {}, { type: "compare/side", which: "to", side: GROWTH }, { to: GROWTH }],
    ["the sides the other way round", { to: GROWTH }, { type: "compare/swapped" }, { from: GROWTH, to: from }],
    ["another split", {}, { type: "compare/by", by: "year" }, { by: "year" }],
    [
      "the answer to its question",
      {},
      { type: "compare/answered", asked: { from, to, by: "component" }, comparison: COMPARISON, problem: undefined },
      { comparison: COMPARISON },
    ],
    [
      "no answer to an older question",
      { to: GROWTH },
      { type: "compare/answered", asked: { from, to, by: "component" }, comparison: COMPARISON, problem: undefined },
      {},
    ],
    [
      "a problem instead of old figures",
      { comparison: COMPARISON },
      { type: "compare/answered", asked: { from, to, by: "component" }, comparison: undefined, problem: "demand.growth is 5" },
      { comparison: undefined, problem: "demand.growth is 5" },
    ],
  ])("%s", (_words, before, action, change) => {
    const state = { ...INITIAL_COMPARE, ...before };
    expect(updateCompare(state, action)).toEqual({ ...state, ...change });
  });

  test("an answer that says the same as before is the one before: its pictures stay", () => {
    const answered = (comparison: Comparison): CompareAction => {
      return { type: "compare/answered", asked: { from, to, by: "component" }, comparison, problem: undefined };
    };
    const first = updateCompare(INITIAL_COMPARE, answered(COMPARISON));
    const second = updateCompare(first, answered(structuredClone(COMPARISON)));
    expect(second.comparison).toBe(first.comparison);
    const other = { ...COMPARISON, months: { from: [1], to: [2] } };
    expect(updateCompare(second, answered(other)).comparison).toBe(other);
  });

  test.each([
    [GROWTH, "Growth"],
    [from, "Base, vertical"],
  ])("%j in words: %s", (side, words) => {
    expect(sideLabel(side)).toBe(words);
  });
});
