/** Questions of Analyze that are asked while another is being answered. */
import { afterEach, expect, test, vi } from "vitest";
import { analyzeEffects } from "../../../src/taskpane/analyze/effects";
import type { AnalyzeContext } from "../../../src/taskpane/analyze/effects";
import { INITIAL_STATE, update } from "../../../src/taskpane/shell/update";
import type { PaneState } from "../../../src/taskpane/shell/screens";
import type { ScenarioRows } from "../../../src/workbook/edit/scenarioRows";

afterEach(() => vi.unstubAllGlobals());

test("a question that is asked again while it is answered goes on, and can be cancelled", async () => {
  // A worker that never has an answer.
  vi.stubGlobal(
    "Worker",
    class {
      readonly addEventListener = vi.fn();
      readonly postMessage = vi.fn();
    },
  );
  const rows = new Map<string, ScenarioRows>([["Base", [["Key", "Base"]]]]);
  let state: PaneState = { ...INITIAL_STATE, analyze: { ...INITIAL_STATE.analyze, rows } };
  const context: AnalyzeContext = {
    dispatch: (action) => void (state = update(state, action)),
    state: () => state,
    locale: "en-US",
    read: () => Promise.resolve(),
  };
  const { ask, cancel } = analyzeEffects(context);
  const first = ask("simulation");
  await Promise.resolve();
  const second = ask("simulation");
  await first;
  expect(state.analyze.problems).toEqual({ simulation: undefined });
  expect(state.analyze.running).toEqual({ kind: "simulation", progress: undefined });
  await cancel("simulation");
  await second;
  expect(state.analyze.running).toBeUndefined();
});
