import { describe, expect, test } from "vitest";
import { INITIAL_STATE, update } from "../../../src/taskpane/shell/update";
import { UNHINDERED } from "../../../src/taskpane/shell/state";
import type { PaneState } from "../../../src/taskpane/shell/screens";
import { draftOf } from "../../../src/taskpane/inputs/state";
import type { WorkbookReading } from "../../../src/workbook/readScenarios";
import { wholeModel } from "../../workbook/parts";

/** A workbook with these columns in the table of inputs; none where the table is gone. */
function reading(...columns: readonly string[]): WorkbookReading {
  return {
    kind: "model",
    model: { currency: "USD", check: "", scenarios: [], unlinked: [], damage: [] },
    inputs: columns.length === 0 ? undefined : { sheet: "Assumptions", row: 4, column: 0, values: [["Key", ...columns]] },
    blocks: [],
    parts: wholeModel(),
  };
}

/** A workbook with Growth, and the other scenarios, of which this one was put aside. */
function archived(scenario: string): WorkbookReading {
  const columns = ["Base", "Growth", "Lean"];
  const status = ["plan.status", ...columns.map((name) => (name === scenario ? "Archived" : "Draft"))];
  return {
    ...reading(...columns),
    inputs: { sheet: "Assumptions", row: 4, column: 0, values: [["Key", ...columns], status] },
  } as WorkbookReading;
}

/** The pane with Growth chosen everywhere, and something typed into a field of it. */
const CHOSEN: PaneState = update(
  {
    ...INITIAL_STATE,
    reading: reading("Base", "Growth", "Lean"),
    inputs: { ...INITIAL_STATE.inputs, scenario: "Growth" },
    compare: { ...INITIAL_STATE.compare, to: { scenario: "Growth", architecture: "hybrid" } },
    analyze: { ...INITIAL_STATE.analyze, scenario: "Growth", fields: { "crossing.scenario": "Growth", "solve.target": "40M" } },
    exchange: { ...INITIAL_STATE.exchange, scenario: "Growth" },
  },
  { type: "inputs/typed", field: { scenario: "Growth", key: "demand.growth" }, text: "3 %", seen: 0.02 },
);

function chosenIn({ inputs, compare, analyze, exchange }: PaneState) {
  return {
    screens: [inputs.scenario, compare.from.scenario, compare.to.scenario, analyze.scenario, exchange.scenario],
    crossing: analyze.fields["crossing.scenario"],
  };
}

describe("the scenario that is chosen", () => {
  test.each<[string, WorkbookReading, string, string]>([
    ["stays while it stands", reading("Base", "Growth", "Lean"), "Growth", "Growth"],
    ["stays wherever its column is moved", reading("Base", "Lean", "Growth"), "Growth", "Growth"],
    ["follows its new name, in the pane or typed into the header", reading("Base", "Expansion", "Lean"), "Expansion", "Expansion"],
    ["is Base when its column is gone", reading("Base", "Lean"), "Base", ""],
    ["is Base when its column is gone and another is added", reading("Base", "Lean", "New"), "Base", ""],
    ["stays while nobody can read the table", reading(), "Growth", "Growth"],
  ])("%s", (_words, next, scenario, crossing) => {
    const state = update(CHOSEN, { type: "read", reading: next, conditions: UNHINDERED, messages: new Map() });
    expect(chosenIn(state)).toEqual({ screens: [scenario, "Base", scenario, scenario, scenario], crossing });
    expect(state.compare.to.architecture).toBe("hybrid");
    expect(state.analyze.fields["solve.target"]).toBe("40M");
  });

  test.each<[string, WorkbookReading, string | undefined]>([
    ["goes along with its new name", reading("Base", "Expansion", "Lean"), "Expansion"],
    ["stays while it stands", reading("Base", "Growth"), "Growth"],
    ["is not asked for any more when its column is gone", reading("Base", "Lean"), undefined],
    ["is not asked for any more when it is put aside", archived("Growth"), undefined],
  ])("a name that is being typed for it %s", (_words, next, scenario) => {
    const naming = { kind: "rename", scenario: "Growth", text: "Fast" } as const;
    const typing = update(CHOSEN, { type: "home/naming", naming });
    const { home } = update(typing, { type: "read", reading: next, conditions: UNHINDERED, messages: new Map() });
    expect(home.naming?.scenario).toBe(scenario);
    expect(home.naming?.text).toBe(scenario === undefined ? undefined : "Fast");
  });

  test("a name for a new one stays whatever becomes of the others", () => {
    const typing = update(CHOSEN, { type: "home/naming", naming: { kind: "new", scenario: "", text: "Slow" } });
    const { home } = update(typing, { type: "read", reading: reading("Base"), conditions: UNHINDERED, messages: new Map() });
    expect(home.naming).toMatchObject({ kind: "new", text: "Slow" });
  });

  test("takes what is typed along to its new name", () => {
    const next = reading("Base", "Expansion", "Lean");
    const { inputs } = update(CHOSEN, { type: "read", reading: next, conditions: UNHINDERED, messages: new Map() });
    expect(draftOf(inputs, { scenario: "Expansion", key: "demand.growth" })?.text).toBe("3 %");
    expect(draftOf(inputs, { scenario: "Growth", key: "demand.growth" })).toBeUndefined();
  });
});
