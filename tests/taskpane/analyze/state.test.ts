import { describe, expect, test } from "vitest";
import type { PaneAnswer } from "../../../src/taskpane/analyze/question";
import { fieldOf, INITIAL_ANALYZE, updateAnalyze } from "../../../src/taskpane/analyze/state";
import type { AnalyzeAction, AnalyzeState, Answered, ScenarioProposal } from "../../../src/taskpane/analyze/state";

const SIDE = { scenario: "Base", rows: [["Key", "Base"]], architecture: "" } as const;
const ADVICE: Answered = {
  question: { kind: "advice", side: SIDE, metric: "npv", given: {} },
  answer: { kind: "advice", rows: [] },
  when: "2026-11-03 14:05:33",
};
const PROGRESS = { done: 50, total: 100, steps: "trials" };
const PROPOSAL: ScenarioProposal = { copied: "Base", key: "data.tb", value: 3, name: "Base copy", problem: undefined };
const after = (...actions: readonly AnalyzeAction[]): AnalyzeState => actions.reduce(updateAnalyze, INITIAL_ANALYZE);

describe("Analyze", () => {
  test.each<[string, readonly AnalyzeAction[], Partial<AnalyzeState>]>([
    ["opens one question", [{ type: "analyze/opened", kind: "map" }], { open: "map" }],
    [
      "closes it when it is pressed again",
      [
        { type: "analyze/opened", kind: "map" },
        { type: "analyze/opened", kind: "map" },
      ],
      { open: undefined },
    ],
    [
      "opens another instead",
      [
        { type: "analyze/opened", kind: "map" },
        { type: "analyze/opened", kind: "solve" },
      ],
      { open: "solve" },
    ],
    [
      "forgets a scenario that was only proposed when another question is opened",
      [
        { type: "analyze/proposed", proposal: PROPOSAL },
        { type: "analyze/opened", kind: "map" },
      ],
      { open: "map", proposal: undefined },
    ],
    [
      "changes what all questions are about",
      [{ type: "analyze/subject", change: { scenario: "Growth", metric: "fte" } }],
      { scenario: "Growth", metric: "fte" },
    ],
    [
      "says that a question is being answered",
      [{ type: "analyze/started", kind: "map" }],
      { running: { kind: "map", progress: undefined } },
    ],
    [
      "says how far it is",
      [
        { type: "analyze/started", kind: "simulation" },
        { type: "analyze/progress", kind: "simulation", progress: PROGRESS },
      ],
      { running: { kind: "simulation", progress: PROGRESS } },
    ],
    [
      "does not show the progress of a question that another has replaced",
      [
        { type: "analyze/started", kind: "map" },
        { type: "analyze/progress", kind: "simulation", progress: PROGRESS },
      ],
      { running: { kind: "map", progress: undefined } },
    ],
    [
      "goes on with a newer question when the older one has ended",
      [
        { type: "analyze/started", kind: "simulation" },
        { type: "analyze/started", kind: "map" },
        { type: "analyze/cancelled", kind: "simulation" },
      ],
      { running: { kind: "map", progress: undefined } },
    ],
    [
      "keeps the answer with what was asked",
      [
        { type: "analyze/started", kind: "advice" },
        { type: "analyze/answered", answered: ADVICE },
      ],
      { running: undefined, answered: { advice: ADVICE } },
    ],
    [
      "keeps the old answer when a new question is cancelled",
      [
        { type: "analyze/answered", answered: ADVICE },
        { type: "analyze/started", kind: "advice" },
        { type: "analyze/cancelled", kind: "advice" },
      ],
      { running: undefined, answered: { advice: ADVICE } },
    ],
    [
      "shows no old answer beside a problem",
      [
        { type: "analyze/answered", answered: ADVICE },
        { type: "analyze/refused", kind: "advice", problem: "no" },
      ],
      { answered: { advice: undefined }, problems: { advice: "no" } },
    ],
    [
      "forgets the problem when the question is asked again",
      [
        { type: "analyze/refused", kind: "advice", problem: "no" },
        { type: "analyze/started", kind: "advice" },
      ],
      { running: { kind: "advice", progress: undefined }, problems: { advice: undefined } },
    ],
    [
      "shows the first value of a new answer, whichever of the last was chosen",
      [
        { type: "analyze/typed", field: "crossing.which", text: "2" },
        { type: "analyze/typed", field: "solve.which", text: "3" },
        { type: "analyze/answered", answered: { ...ADVICE, answer: { kind: "crossing" } as PaneAnswer } },
      ],
      { fields: { "crossing.which": "1", "solve.which": "3" } },
    ],
    [
      "keeps the shape of an uncertain key",
      [{ type: "analyze/shape", key: "data.tb", shape: "normal" }],
      { shapes: { "data.tb": "normal" } },
    ],
    [
      "keeps the pairs that go together",
      [{ type: "analyze/pairs", pairs: [{ one: "data.tb", other: "demand.volume", rank: "0.5" }] }],
      { pairs: [{ one: "data.tb", other: "demand.volume", rank: "0.5" }] },
    ],
  ])("%s", (_words, actions, change) => {
    const { problems, answered, ...state } = after(...actions);
    const { problems: expectedProblems = {}, answered: expectedAnswers = {}, ...others } = change;
    expect(state).toMatchObject(others);
    expect({ ...problems }).toMatchObject(expectedProblems);
    expect({ ...answered }).toMatchObject(expectedAnswers);
  });

  test("a field shows what was typed, an emptied one too, else what stands there at first", () => {
    const typed = after({ type: "analyze/typed", field: "map.steps", text: "" });
    expect([fieldOf(INITIAL_ANALYZE, "map.steps"), fieldOf(typed, "map.steps")]).toEqual(["12", ""]);
  });
});
