import { describe, expect, test } from "vitest";
import type { Difference } from "../../../src/taskpane/shell/difference";
import { INITIAL_HOME, updateHome } from "../../../src/taskpane/home/state";
import type { HomeAction, HomeState, Naming } from "../../../src/taskpane/home/state";

const NAMING: Naming = { kind: "copy", scenario: "Growth", text: "Growth copy", problem: undefined };

const SINCE: Difference = { entry: { when: "2026-11-03T14:05:00Z", why: "Q3", hash: "ab" }, changes: [], figures: [], isIntact: true };

describe("what Home asks", () => {
  test.each<[string, Partial<HomeState>, HomeAction, Partial<HomeState>]>([
    [
      "an answer stands beside those before",
      { answers: { sites: "3" } },
      { type: "home/answered", answer: { field: "growth", text: "5 %" } },
      { answers: { sites: "3", growth: "5 %" } },
    ],
    [
      "a name is asked for, and the actions close",
      { actionsOf: "Growth" },
      { type: "home/naming", naming: NAMING },
      { naming: NAMING, actionsOf: undefined },
    ],
    [
      "a name that is typed loses the remark",
      { naming: { ...NAMING, problem: "taken" } },
      { type: "home/named", text: "Lean" },
      { naming: { ...NAMING, text: "Lean" } },
    ],
    [
      "a name that is refused stays",
      { naming: NAMING },
      { type: "home/refused", problem: "taken" },
      { naming: { ...NAMING, problem: "taken" } },
    ],
    ["a late refusal asks for nothing", {}, { type: "home/refused", problem: "taken" }, {}],
    ["a name that is done is gone", { naming: NAMING }, { type: "home/settled" }, { naming: undefined }],
    ["a refresh is proposed", {}, { type: "home/refresh", isProposed: true }, { isRefreshProposed: true }],
    [
      "a refresh is declined or done",
      { isRefreshProposed: true },
      { type: "home/refresh", isProposed: false },
      { isRefreshProposed: false },
    ],
    ["actions open and close", { actionsOf: "Growth" }, { type: "home/actions", scenario: "Growth" }, { actionsOf: undefined }],
    ["what is different since the latest snapshot", {}, { type: "home/since", since: SINCE }, { since: SINCE }],
  ])("%s", (_words, before, action, change) => {
    const state = { ...INITIAL_HOME, ...before };
    expect(updateHome(state, action)).toEqual({ ...state, ...change });
  });
});
