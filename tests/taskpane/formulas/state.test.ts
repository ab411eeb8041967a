import { describe, expect, test } from "vitest";
import { INITIAL_FORMULAS, updateFormulas } from "../../../src/taskpane/formulas/state";
import type { FormulasAction, FormulasState } from "../../../src/taskpane/formulas/state";

const PREVIEW = { formula: "=TCO.A(1)", rows: undefined, problem: undefined };

describe("what Formulas shows", () => {
  test.each<[string, Partial<FormulasState>, FormulasAction, Partial<FormulasState>]>([
    [
      "the form of a function",
      { preview: PREVIEW },
      { type: "formulas/chosen", id: "A", fields: ["", ""] },
      { chosen: "A", fields: ["", ""], preview: undefined },
    ],
    ["what is typed in its field", { fields: ["a", "b"] }, { type: "formulas/typed", index: 1, text: "c" }, { fields: ["a", "c"] }],
    ["one field more", { fields: ["a"] }, { type: "formulas/more" }, { fields: ["a", ""] }],
    ["the preview", {}, { type: "formulas/previewed", preview: PREVIEW }, { preview: PREVIEW }],
    [
      "all functions again, with the search as it was",
      { chosen: "A", fields: ["1"], search: "x", preview: PREVIEW },
      { type: "formulas/left" },
      { chosen: undefined, fields: [], preview: undefined },
    ],
  ])("%s", (_words, before, action, change) => {
    const state = { ...INITIAL_FORMULAS, ...before };
    expect(updateFormulas(state, action)).toEqual({ ...state, ...change });
  });
});
