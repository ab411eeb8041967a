import { describe, expect, test } from "vitest";
import { INITIAL_PREFERENCES, preferencesOfText, textOfPreferences } from "../../../src/taskpane/shell/preferences";
import { INITIAL_STATE, update } from "../../../src/taskpane/shell/update";

describe("settings", () => {
  test.each([
    [{ metric: "tco" }, { metric: "tco", amounts: "short" }],
    [{ amounts: "whole" }, { metric: "npv", amounts: "whole" }],
  ] as const)("after %j are %j as a browser keeps them", (change, kept) => {
    const { preferences } = update(INITIAL_STATE, { type: "preferred", change });
    expect(preferences).toEqual({ ...INITIAL_PREFERENCES, ...change });
    expect(preferencesOfText(textOfPreferences(preferences))).toEqual(kept);
  });

  test("have the colors of the workbook once they have been read", () => {
    expect(INITIAL_STATE.settings.colors).toBeUndefined();
    expect(update(INITIAL_STATE, { type: "settings/colors", colors: "FAST" }).settings).toEqual({ colors: "FAST" });
  });

  test.each([null, "", "nonsense", "npv"])("in %j are those of the beginning", (text) => {
    expect(preferencesOfText(text)).toEqual({ metric: "npv", amounts: "short" });
  });
});
