// @vitest-environment happy-dom
import { render } from "lit";
import { describe, expect, test } from "vitest";
import type { Conditions } from "../../../src/workbook/host/conditions";
import type { PaneQuestion } from "../../../src/taskpane/analyze/question";
import type { Effects, Place, PaneState } from "../../../src/taskpane/shell/screens";
import { INITIAL_STATE } from "../../../src/taskpane/shell/update";
import { UNHINDERED } from "../../../src/taskpane/shell/state";
import type { Answered } from "../../../src/taskpane/analyze/state";
import { paneView } from "../../../src/taskpane/shell/pane";
import { loadScreen } from "../../../src/taskpane/shell/screens";
import type { ReadModel } from "../../../src/workbook/readScenarios";
import { standingBlocks } from "../../../src/workbook/standing";
import { inputTable, wholeModel } from "../../workbook/parts";
import { COMPARISON } from "../comparison";

/** States that the workbench cannot be in, drawn from the state alone; nothing here is pressed, so no effect is called. */
const EFFECTS = {} as Effects;

const INPUTS = {
  sheet: "Assumptions",
  row: 4,
  column: 0,
  values: [
    ["Section", "Key", "Assumption", "Unit", "Base", "Growth"],
    ["Plan", "plan.status", "Status", "", "Draft", "Draft"],
    ["Demand", "demand.growth", "Growth", "share/year", 0.02, 0.04],
  ],
};

const PARTS = wholeModel();

const MODEL: ReadModel = {
  kind: "model",
  model: { currency: "USD", check: "All checks hold", scenarios: [], unlinked: [], damage: [] },
  inputs: INPUTS,
  blocks: standingBlocks(PARTS),
  parts: PARTS,
};

function stateWith(change: Partial<PaneState>, conditions: Partial<Conditions> = {}): PaneState {
  return {
    ...INITIAL_STATE,
    reading: MODEL,
    conditions: { ...UNHINDERED, ...conditions },
    ...change,
  };
}

function drawn(state: PaneState, locale = "en-US"): HTMLElement {
  const root = document.createElement("div");
  render(paneView(state, { dispatch: () => undefined, effects: EFFECTS, locale }), root);
  return root;
}

describe("what keeps a workbook from being changed", () => {
  test.each<[string, Partial<Conditions>, RegExp]>([
    ["a file that is open for reading only", { isReadOnly: true }, /open for reading only\. Save a copy/],
    ["a protected sheet", { protectedSheets: ["Assumptions"] }, /protected: values can be read, not changed\. Remove the protection/],
  ])("%s is said, and no field takes a key", async (_words, host, words) => {
    await loadScreen("inputs");
    const root = drawn(stateWith({ place: "inputs" }, host));
    expect(root.textContent).toMatch(words);
    expect(root.querySelector<HTMLInputElement>("#input-demand\\.growth")?.readOnly).toBe(true);
    expect(root.querySelector<HTMLSelectElement>("#input-plan\\.status")?.disabled).toBe(true);
  });

  test.each([["a workbook without a model", undefined] as const, ["one with a model", MODEL] as const])(
    "a date system that counts from 1904 is said in %s",
    (_words, reading) => {
      const root = drawn(stateWith({ countsFrom1904: true, ...(reading && { reading }) }));
      expect(root.querySelector(".banner")?.textContent).toMatch(/counts dates from 1904.*Turn off the 1904 date system/);
    },
  );

  test("nothing does in an open workbook", async () => {
    await loadScreen("inputs");
    const root = drawn(stateWith({ place: "inputs" }));
    expect(root.querySelectorAll(".banner")).toHaveLength(0);
    expect(root.querySelector<HTMLInputElement>("#input-demand\\.growth")?.readOnly).toBe(false);
  });
});

const INPUT_TABLE = inputTable();
const UNLINKED = { currency: "USD", check: "", scenarios: [], unlinked: ["Lean"], damage: [] };
const TYPED = { ...INPUT_TABLE, values: INPUT_TABLE.values.map((row, index) => [...row, index === 0 ? "Lean" : ""]) };
const ANSWERED: Answered = {
  question: {
    kind: "tornado",
    side: { scenario: "Growth", rows: [], architecture: "vertical" },
  } as unknown as PaneQuestion,
  answer: {
    kind: "tornado",
    architecture: "vertical",
    metric: "npv",
    label: "Present value",
    unit: "USD",
    varied: "stated",
    base: 1,
    bars: [],
  },
  when: "2026-11-26 14:05:33",
};

describe("a button says what it writes, to a screen reader too", () => {
  test.each<[string, Place, Partial<PaneState>, RegExp]>([
    ["Insert report", "compare", { compare: { ...INITIAL_STATE.compare, comparison: COMPARISON } }, /^Adds the sheet Report 1\./],
    [
      "Add",
      "home",
      { home: { ...INITIAL_STATE.home, naming: { kind: "new", scenario: "", text: "", problem: undefined } } },
      /^Adds Assumptions M5:M\d+ to the table/,
    ],
    [
      "Add to the comparison",
      "home",
      { reading: { ...MODEL, model: UNLINKED, parts: { ...PARTS, inputs: TYPED } } },
      /^Writes Assumptions M6; Sc/,
    ],
    [
      "Onto Charts and Summary",
      "analyze",
      { analyze: { ...INITIAL_STATE.analyze, open: "tornado", answered: { tornado: ANSWERED } } },
      /Writes Charts N5 and G56:Q75; Summary A34:D40\. Draws a chart/,
    ],
  ])("%s", async (words, place, change, description) => {
    await loadScreen(place);
    const root = drawn(stateWith({ place, ...change }));
    const found = [...root.querySelectorAll("fluent-button")].find((each) => each.textContent.trim() === words);
    const line = root.querySelector(`#${found?.getAttribute("aria-describedby") ?? ""}`);
    expect(line?.textContent).toMatch(description);
  });
});

describe("the inputs that a tornado varies", () => {
  const TENTHS = ["Inputs you estimate, 10% down and up", "Inputs you decide, 10% down and up", "All inputs, 10% down and up"];
  const RANGED = {
    ...INPUTS,
    values: [
      ["Section", "Key", "Assumption", "Unit", "Low", "High", "Base"],
      ["Demand", "demand.growth", "Growth", "share/year", 0.01, 0.04, 0.02],
    ],
  };

  const STATED = ["Low and High of the inputs (1 row)", ...TENTHS];
  const TENTH_HINT = "A share above 50% moves by 10% of what it lacks to 100%, a whole number by at least 1.";

  test.each<[string, PaneState["analyze"]["fields"], typeof INPUTS, readonly string[], string | undefined]>([
    ["are a tenth down and up, where no range is stated, and how is said", {}, INPUTS, TENTHS, TENTH_HINT],
    ["are the stated ranges first, where there are some", {}, RANGED, STATED, undefined],
    ["are a tenth down and up where that is chosen", { "tornado.ranges": "all" }, RANGED, STATED, TENTH_HINT],
  ])("%s", async (_words, fields, inputs, labels, hint) => {
    await loadScreen("analyze");
    const analyze = { ...INITIAL_STATE.analyze, open: "tornado", fields } as const;
    const root = drawn(stateWith({ place: "analyze", analyze, reading: { ...MODEL, inputs } }));
    expect([...root.querySelectorAll("#tornado-ranges option")].map(({ textContent }) => textContent)).toEqual(labels);
    expect(root.querySelector("#tornado-ranges-hint")?.textContent).toBe(hint);
  });
});

describe("other states", () => {
  test.each<[string, PaneState, RegExp]>([
    [
      "manual calculation is said, and offers to calculate",
      stateWith({}, { isManual: true }),
      /Calculation is set to manual.*Calculate now/s,
    ],
    ["the first reading is waited for", { ...INITIAL_STATE }, /Reading the workbook/],
    ["an old Excel leaves the functions", { ...INITIAL_STATE, isTooOld: true }, /older than the pane needs.*=TCO\./s],
    ["work is named while it is done", stateWith({ busy: "Importing" }), /Importing \.\.\./],
    ["a screen that is not loaded yet is waited for", stateWith({ place: "help" }), /Loading \.\.\./],
    [
      "a screen that cannot be loaded can be tried again",
      stateWith({ place: "help", unavailable: "help" }),
      /other screens still work\..*Try again/s,
    ],
    [
      "what waits for a cell that is being edited says how to go on",
      stateWith({ isHeldUp: true }),
      /Excel waits until the cell being edited is finished: press Enter or Esc in the sheet\./,
    ],
    ["a failure is said", stateWith({ failure: "The sheet is protected." }), /The sheet is protected\./],
    [
      "what was done can be undone",
      stateWith({ notice: "Growth: 3 %.", undo: { words: "Growth", edits: [] } }),
      /Growth: 3 %\..*Undo.*Close/s,
    ],
  ])("%s", (_words, state, words) => {
    expect(drawn(state).textContent).toMatch(words);
  });

  test.each([
    ["en-US", "USD", ["in short, such as $12.35M", "to the unit, such as $12,345,678"]],
    ["de-DE", "EUR", ["in short, such as 12,35 Mio. €", "to the unit, such as 12.345.678 €"]],
    ["en-US", "points", ["in short, such as 12.35M points", "to the unit, such as 12,345,678 points"]],
  ])("amounts in Settings are those of the plan, for %s in %s", async (locale, currency, words) => {
    await loadScreen("settings");
    const reading = { ...MODEL, model: { ...MODEL.model, currency } };
    const options = drawn(stateWith({ place: "settings", reading }), locale).querySelectorAll("#amounts option");
    expect([...options].map(({ textContent }) => textContent.replaceAll("\u00a0", " "))).toEqual(words);
  });

  test("a screen of a workbook without a model leads back to Home", async () => {
    const reading = { kind: "absent", contents: { sheets: [], tables: [], names: [] } } as const;
    for (const place of ["inputs", "compare", "snapshots", "repair"] as const) {
      await loadScreen(place);
      expect(drawn({ ...INITIAL_STATE, place, reading }).textContent).toMatch(/no model yet\. Begin on Home/);
    }
  });
});
