import { describe, expect, test } from "vitest";
import { INITIAL_COMPARE, sideLabel, updateCompare } from "../../../src/taskpane/states/compare";
import type { CompareAction, CompareState, Comparison } from "../../../src/taskpane/states/compare";
import { INITIAL_EXCHANGE, updateExchange } from "../../../src/taskpane/states/exchange";
import type { ExchangeAction, ExchangeState } from "../../../src/taskpane/states/exchange";
import { INITIAL_FORMULAS, updateFormulas } from "../../../src/taskpane/states/formulas";
import type { FormulasAction, FormulasState } from "../../../src/taskpane/states/formulas";
import { INITIAL_HOME, updateHome } from "../../../src/taskpane/states/home";
import type { HomeAction, HomeState, Naming } from "../../../src/taskpane/states/home";
import { draftOf, INITIAL_INPUTS, updateInputs } from "../../../src/taskpane/states/inputs";
import type { Draft, InputsAction, InputsState } from "../../../src/taskpane/states/inputs";
import { chosenDamage, INITIAL_REPAIR, updateRepair } from "../../../src/taskpane/states/repair";
import { INITIAL_SETTINGS, settingsOfText, textOfSettings, updateSettings } from "../../../src/taskpane/states/settings";
import { INITIAL_SNAPSHOTS, updateSnapshots } from "../../../src/taskpane/states/snapshots";
import type { Difference, SnapshotsAction, SnapshotsState } from "../../../src/taskpane/states/snapshots";
import { COMPARISON } from "../comparison";

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

const NAMING: Naming = { kind: "copy", scenario: "Growth", text: "Growth copy", problem: undefined };

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
  ])("%s", (_words, before, action, change) => {
    const state = { ...INITIAL_HOME, ...before };
    expect(updateHome(state, action)).toEqual({ ...state, ...change });
  });
});

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

const ENTRY = { when: "2026-11-03T14:05:00Z", why: "Q3", hash: "ab" };
const DIFFERENCE: Difference = { entry: ENTRY, changes: [], figures: [], isIntact: true };

describe("what Snapshots shows", () => {
  test.each<[string, Partial<SnapshotsState>, SnapshotsAction, Partial<SnapshotsState>]>([
    [
      "the snapshots, and what is different since the latest",
      {},
      { type: "snapshots/read", entries: [ENTRY], latest: DIFFERENCE },
      { entries: [ENTRY], latest: DIFFERENCE },
    ],
    [
      "the open one while it stands",
      { open: DIFFERENCE },
      { type: "snapshots/read", entries: [ENTRY], latest: undefined },
      { entries: [ENTRY], open: DIFFERENCE },
    ],
    [
      "the list again when the open one is gone",
      { open: DIFFERENCE },
      { type: "snapshots/read", entries: [], latest: undefined },
      { entries: [], open: undefined },
    ],
    ["one that is opened", {}, { type: "snapshots/opened", difference: DIFFERENCE }, { open: DIFFERENCE }],
    ["the list when it is closed", { open: DIFFERENCE }, { type: "snapshots/closed" }, { open: undefined }],
    ["why the next is taken", {}, { type: "snapshots/why", why: "Q3" }, { why: "Q3" }],
  ])("%s", (_words, before, action, change) => {
    const state = { ...INITIAL_SNAPSHOTS, ...before };
    expect(updateSnapshots(state, action)).toEqual({ ...state, ...change });
  });
});

const PLAN = { fileName: "f.json", problems: [], issues: [], newScenarios: [], changes: [] };

describe("what Import and export shows", () => {
  test.each<[string, Partial<ExchangeState>, ExchangeAction, Partial<ExchangeState>]>([
    ["a text that is pasted", {}, { type: "exchange/pasted", text: "{}" }, { pasted: "{}" }],
    [
      "what a file would change, instead of what was exported",
      { made: { name: "a", text: "b" } },
      { type: "exchange/planned", plan: PLAN },
      { plan: PLAN, made: undefined },
    ],
    [
      "the start again when it is declined or done",
      { plan: PLAN, pasted: "{}" },
      { type: "exchange/declined" },
      { plan: undefined, pasted: "" },
    ],
    [
      "the tables, the first one chosen",
      {},
      { type: "exchange/tables", tables: ["Inputs", "Deals"] },
      { tables: ["Inputs", "Deals"], table: "Inputs" },
    ],
    [
      "the chosen table as long as it stands",
      { table: "Deals" },
      { type: "exchange/tables", tables: ["Inputs", "Deals"] },
      { tables: ["Inputs", "Deals"] },
    ],
    ["no table when there is none", { table: "Deals" }, { type: "exchange/tables", tables: [] }, { tables: [], table: "" }],
    ["no file while the next is written", { made: { name: "a", text: "b" } }, { type: "exchange/making" }, { made: undefined }],
    ["what was chosen", {}, { type: "exchange/chosen", choice: { scenario: "Growth" } }, { scenario: "Growth" }],
  ])("%s", (_words, before, action, change) => {
    const state = { ...INITIAL_EXCHANGE, ...before };
    expect(updateExchange(state, action)).toEqual({ ...state, ...change });
  });
});

describe("settings", () => {
  test.each([
    [{ metric: "tco" }, { metric: "tco", amounts: "short" }],
    [{ amounts: "whole" }, { metric: "npv", amounts: "whole" }],
    [{ colors: "FAST" }, { metric: "npv", amounts: "short" }],
  ] as const)("after %j are %j as a browser keeps them", (change, settings) => {
    const changed = updateSettings(INITIAL_SETTINGS, { type: "settings/changed", change });
    expect(changed).toEqual({ ...INITIAL_SETTINGS, ...change });
    expect(settingsOfText(textOfSettings(changed))).toEqual(settings);
  });

  test.each([null, "", "nonsense", "npv"])("in %j are those of the beginning", (text) => {
    expect(settingsOfText(text)).toEqual({ metric: "npv", amounts: "short" });
  });
});

describe("what Repair shows", () => {
  const [gone, hand] = [
    { id: "sheet:Compare", words: "Gone.", preview: ["Writes it."], steps: [{ kind: "calculate" } as const] },
    { id: "cell", words: "Changed by hand.", preview: [], steps: [], advice: "Look at it." },
  ];
  const read = updateRepair(INITIAL_REPAIR, { type: "repair/read", damage: [gone, hand] });
  const spare = (isChosen: boolean) => ({ type: "repair/chosen", id: gone.id, isChosen }) as const;

  test("at first repairs everything that can be repaired", () => {
    expect(chosenDamage(read)).toEqual([gone]);
  });

  test("spares what the user does not want, also after another reading", () => {
    const spared = updateRepair(updateRepair(read, spare(false)), { type: "repair/read", damage: [gone, hand] });
    expect(chosenDamage(spared)).toEqual([]);
    expect(chosenDamage(updateRepair(spared, spare(true)))).toEqual([gone]);
  });

  test("lets a repair wait for that of the sheet that its formulas name, unless both are chosen", () => {
    const formulas = { ...gone, id: "formulas:Summary", after: [gone.id] };
    const both = updateRepair(INITIAL_REPAIR, { type: "repair/read", damage: [gone, formulas] });
    expect(chosenDamage(both)).toEqual([gone, formulas]);
    expect(chosenDamage(updateRepair(both, spare(false)))).toEqual([]);
    const restored = updateRepair(INITIAL_REPAIR, { type: "repair/read", damage: [formulas] });
    expect(chosenDamage(restored)).toEqual([formulas]);
  });

  test("forgets the choice when the damage is gone", () => {
    const healed = updateRepair(updateRepair(read, spare(false)), { type: "repair/read", damage: [] });
    expect(chosenDamage(updateRepair(healed, { type: "repair/read", damage: [gone] }))).toEqual([gone]);
  });
});
