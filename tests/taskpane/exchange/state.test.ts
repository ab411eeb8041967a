import { describe, expect, test } from "vitest";
import { INITIAL_EXCHANGE, updateExchange } from "../../../src/taskpane/exchange/state";
import type { ExchangeAction, ExchangeState } from "../../../src/taskpane/exchange/state";

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
