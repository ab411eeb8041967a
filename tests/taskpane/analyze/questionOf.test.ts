import { describe, expect, test } from "vitest";
import { formulaOf } from "../../../src/taskpane/analyze/formula";
import type { PaneAnswer, PaneQuestion, QuestionKind } from "../../../src/taskpane/analyze/question";
import { architectureOf, questionOf, staleWords } from "../../../src/taskpane/analyze/questionOf";
import type { FormContext } from "../../../src/taskpane/analyze/questionOf";
import { holdsNumber, statedRanges } from "../../../src/taskpane/analyze/ranges";
import { INITIAL_ANALYZE, NO_PAIR } from "../../../src/taskpane/analyze/state";
import type { AnalyzeField, AnalyzeState, TypedPair } from "../../../src/taskpane/analyze/state";
import { inputsOf } from "../../../src/workbook/edit/inputTable";
import type { Inputs } from "../../../src/workbook/edit/inputTable";
import type { CellValue } from "../../../src/workbook/plan";
import { ANSWERS } from "./answers";
import { BASE, SAMPLE_ROWS } from "./sample";

const HEADER = ["Section", "Key", "Assumption", "Unit", "Low", "High", "Base"];

/** A table of inputs with these keys, their Low and their High. */
function inputsWith(...rows: readonly (readonly [key: string, low: CellValue, high: CellValue])[]): Inputs {
  const values = [HEADER, ...rows.map(([key, low, high]) => ["", key, key, "", low, high, 1])];
  const inputs = inputsOf({ sheet: "Assumptions", row: 0, column: 0, values });
  if (!inputs) throw new Error("no table");
  return inputs;
}

const GROWTH = [
  ["Key", "Growth"],
  ["demand.volume", 900],
  ["plan.architecture", "horizontal"],
] as const;

function context(
  fields: Partial<Record<AnalyzeField, string>> = {},
  change: Partial<AnalyzeState> = {},
  inputs = inputsWith(),
): FormContext {
  const rows = new Map([
    ["Base", SAMPLE_ROWS],
    ["Growth", GROWTH],
  ]);
  return { state: { ...INITIAL_ANALYZE, rows, fields, ...change }, inputs, locale: "en-US" };
}

/** The form of a simulation with pairs that go together. */
function pairs(...typed: readonly TypedPair[]): FormContext {
  return context({ "simulation.ranges": "tenth" }, { pairs: typed });
}

function question(kind: QuestionKind, form: FormContext): PaneQuestion {
  const posed = questionOf(kind, form);
  if ("problem" in posed) throw new Error(posed.problem);
  return posed.question;
}

describe("a form becomes a question", () => {
  test.each<[string, QuestionKind, FormContext, Partial<Record<string, unknown>>]>([
    ["a tornado of what is uncertain, where no range is stated", "tornado", context(), { ranges: "uncertain", metric: "npv" }],
    ["a tornado of decisions", "tornado", context({ "tornado.ranges": "decisions" }), { ranges: "decisions" }],
    [
      "a tornado of all inputs, though ranges are stated",
      "tornado",
      context({ "tornado.ranges": "all" }, {}, inputsWith(["demand.volume", 700, 900])),
      { ranges: "all" },
    ],
    [
      "a tornado of the stated ranges",
      "tornado",
      context({}, {}, inputsWith(["demand.volume", 700, 900], ["demand.growth", "", ""])),
      { ranges: [{ key: "demand.volume", low: 700, high: 900, shape: "pert" }] },
    ],
    [
      "a simulation with pairs that go together, without the one of which nothing is typed",
      "simulation",
      pairs({ one: "demand.volume", other: " demand.growth", rank: "0.5" }, NO_PAIR, { one: "staff.loaded", other: "data.tb", rank: "-1" }),
      {
        correlations: [
          { one: "demand.volume", other: "demand.growth", rank: 0.5 },
          { one: "staff.loaded", other: "data.tb", rank: -1 },
        ],
      },
    ],
    [
      "a simulation with the shape that was chosen",
      "simulation",
      context({}, { shapes: { "demand.volume": "normal" } }, inputsWith(["demand.volume", 700, 900])),
      { ranges: [{ key: "demand.volume", low: 700, high: 900, shape: "normal" }], trials: 2000, seed: 1, correlations: [] },
    ],
    [
      "a simulation of what matters most, with trials as they are typed",
      "simulation",
      context({ "simulation.ranges": "tenth", "simulation.trials": "10k", "simulation.seed": "3" }),
      { ranges: undefined, trials: 10_000, seed: 3 },
    ],
    [
      "a crossing with the other architecture of the same scenario",
      "crossing",
      context(),
      { key: "demand.volume", low: undefined, high: undefined, against: { ...BASE, architecture: "horizontal" } },
    ],
    [
      "a crossing with another scenario under the same architecture",
      "crossing",
      context({ "crossing.scenario": "Growth" }),
      { against: { scenario: "Growth", rows: GROWTH, architecture: "vertical" } },
    ],
    [
      "a crossing between ends in the unit of the assumption",
      "crossing",
      context({ "crossing.key": "demand.growth", "crossing.low": "1 %", "crossing.high": "50 %" }),
      { key: "demand.growth", low: 0.01, high: 0.5 },
    ],
    ["a target as money is typed", "solve", context({ "solve.target": "30M" }), { target: 30e6, key: "demand.volume" }],
    [
      "a map with ends for one key alone",
      "map",
      context({ "map.across.low": "0", "map.across.high": "8 %", "map.steps": "5" }),
      {
        across: { key: "demand.growth", low: 0, high: 0.08 },
        down: { key: "demand.volume", low: undefined, high: undefined },
        steps: 5,
      },
    ],
    ["a switch by present value, whatever figure is chosen", "switch", context({}, { metric: "fte" }), { metric: "npv" }],
    [
      "the checklist with the answers given here alone",
      "advice",
      context({ "advice.latency": "yes" }),
      { given: { "advice.latency": "yes" } },
    ],
  ])("%s", (_words, kind, form, part) => {
    const asked = question(kind, form);
    expect(asked).toEqual({ ...asked, kind, side: BASE, metric: "npv", ...part });
  });

  test.each<[string, QuestionKind, FormContext, RegExp]>([
    ["no range is stated for a simulation", "simulation", context(), /No assumption states Low and High/],
    ["a range has one end", "simulation", context({}, {}, inputsWith(["demand.volume", 700, ""])), /High of demand\.volume is blank/],
    [
      "a range has a word for an end",
      "tornado",
      context({}, {}, inputsWith(["demand.volume", "few", 9])),
      /Low of demand\.volume is "few"/,
    ],
    ["no target is typed", "solve", context(), /Target is still missing/],
    ["a target is no number", "solve", context({ "solve.target": "cheap" }), /Target: "cheap" is not a number/],
    ["no assumption is chosen", "crossing", context({ "crossing.key": " " }), /Choose an assumption/],
    ["an end is not in the unit", "crossing", context({ "crossing.low": "5 %" }), /From: "%" is no unit of this value/],
    ["an end is out of bounds", "crossing", context({ "crossing.low": "-5" }), /From: Business volume today is -5\. Enter 0 to/],
    [
      "trials are a word",
      "simulation",
      context({ "simulation.ranges": "tenth", "simulation.trials": "many" }),
      /Trials: "many" is not a number/,
    ],
    [
      "a pair has no correlation",
      "simulation",
      pairs({ one: "demand.volume", other: "demand.growth", rank: "" }),
      /Pair 1 is not complete: it needs two assumptions and a rank correlation/,
    ],
    [
      "the correlation of a pair is a word",
      "simulation",
      pairs(NO_PAIR, { one: "demand.volume", other: "demand.growth", rank: "much" }),
      /Pair 2: "much" is not a number/,
    ],
    ["the scenario has no rows", "switch", context({}, { scenario: "Gone" }), /The scenario Gone has no rows in the workbook/],
  ])("or says what is wrong with it: %s", (_words, kind, form, message) => {
    expect(questionOf(kind, form)).toEqual({ problem: expect.stringMatching(message) as unknown });
  });
});

describe("small readings", () => {
  test("the architecture of a side is the chosen one, else the one that its scenario states, else the default", () => {
    const growth = { scenario: "Growth", rows: GROWTH, architecture: "" } as const;
    expect([architectureOf(BASE), architectureOf(growth), architectureOf({ ...growth, architecture: "hybrid" })]).toEqual([
      "vertical",
      "horizontal",
      "hybrid",
    ]);
  });

  test("Low and High that are both blank or both 0 state no range, as in the functions", () => {
    expect(statedRanges(inputsWith(["demand.volume", "", ""], ["demand.growth", 0, 0], ["data.tb", 0, 5]), {})).toEqual([
      { key: "data.tb", low: 0, high: 5, shape: "pert" },
    ]);
  });

  test.each([
    ["demand.volume", true],
    ["deal.Northwind.volume", true],
    ["vertical.hosting", false],
    ["plan.start", false],
    ["demand.vlume", false],
  ])("%s holds a number: %s", (key, holds) => {
    expect(holdsNumber(key)).toBe(holds);
  });
});

describe("an answer is stale", () => {
  const asked = question("switch", context());

  test.each<[string, FormContext, string | undefined]>([
    ["not while workbook and form are as they were", context(), undefined],
    ["when a row of its scenario has changed", context({}, { rows: new Map([["Base", GROWTH]]) }), "The workbook has changed since"],
    ["when another scenario is chosen", context({}, { scenario: "Growth" }), "The question has changed since"],
    ["not when another question's form has changed", context({ "solve.target": "3" }), undefined],
  ])("%s", (_words, now, words) => {
    expect(staleWords(asked, now)?.slice(0, 30)).toBe(words);
  });
});

describe("the formula of an answer", () => {
  const ranged = inputsWith(["demand.volume", 1, 2.5]);
  const normal = { shapes: { "demand.volume": "normal" } } as const;

  test.each<[string, FormContext, QuestionKind, PaneAnswer, number, string]>([
    ["a tornado of what is uncertain", context(), "tornado", ANSWERS.tornado, 1, '=TCO.SENSITIVITY.TORNADO(as.Base,,"npv",,10)'],
    [
      "a tornado of decisions",
      context({ "tornado.ranges": "decisions" }),
      "tornado",
      ANSWERS.tornado,
      1,
      '=TCO.SENSITIVITY.TORNADO(as.Base,,"npv",,10,"decisions")',
    ],
    [
      "a tornado of all inputs, though ranges are stated",
      context({ "tornado.ranges": "all" }, {}, ranged),
      "tornado",
      ANSWERS.tornado,
      1,
      '=TCO.SENSITIVITY.TORNADO(as.Base,,"npv",,10,"all")',
    ],
    [
      "a tornado of the stated ranges follows their columns",
      context({}, { architecture: "hybrid" }, ranged),
      "tornado",
      ANSWERS.tornado,
      1,
      '=TCO.SENSITIVITY.TORNADO(as.Base,Inputs[[#All],[Key]:[High]],"npv","hybrid",10)',
    ],
    [
      "a simulation of the stated ranges",
      context({}, {}, ranged),
      "simulation",
      ANSWERS.simulation,
      1,
      '=TCO.SIMULATE(as.Base,Inputs[[#All],[Key]:[High]],"npv",,,2000,1)',
    ],
    [
      "a simulation with shapes writes its ranges",
      context({}, normal, ranged),
      "simulation",
      { ...ANSWERS.simulation, ranges: [{ key: "demand.volume", low: 1, high: 2.5, shape: "normal" }] },
      1,
      '=TCO.SIMULATE(as.Base,{"demand.volume",1,2.5,"normal"},"npv",,,2000,1)',
    ],
    [
      "a simulation with more trials than a cell runs",
      context({ "simulation.ranges": "tenth", "simulation.trials": "100000" }),
      "simulation",
      ANSWERS.simulation,
      1,
      '=TCO.SIMULATE(as.Base,{"demand.volume",1,2.5},"npv",,,5000,1)',
    ],
    [
      "the lowest crossing",
      context({ "crossing.low": "100" }),
      "crossing",
      ANSWERS.crossing,
      1,
      '=TCO.CROSSOVER(as.Base,"demand.volume","vertical","horizontal",100,,"npv")',
    ],
    [
      "the second crossing",
      context(),
      "crossing",
      ANSWERS.crossing,
      2,
      '=TCO.CROSSOVER(as.Base,"demand.volume","vertical","horizontal",,,"npv",2)',
    ],
    ["a solved value", context({ "solve.target": "30M" }), "solve", ANSWERS.solve, 1, '=TCO.SOLVE(as.Base,"demand.volume",30000000,"npv")'],
    [
      "a map as a difference of two grids",
      context({ "map.down": "data.tb", "map.across": "demand.volume" }),
      "map",
      ANSWERS.map,
      1,
      '=TCO.SENSITIVITY.GRID(as.Base,"data.tb",{1;2},"npv","horizontal","demand.volume",{7,8,9})-TCO.SENSITIVITY.GRID(as.Base,"data.tb",{1;2},"npv","vertical","demand.volume",{7,8,9})',
    ],
    ["a month to switch", context(), "switch", ANSWERS.switch, 1, "=TCO.SWITCHMONTH(as.Base)"],
    ["advice on the scenario as it is", context(), "advice", { kind: "advice", rows: [] }, 1, "=TCO.ADVISE(as.Base)"],
    [
      "advice with an answer that is given here",
      context({ "advice.latency": "yes" }),
      "advice",
      { kind: "advice", rows: [] },
      1,
      '=TCO.ADVISE(TCO.SCENARIO.WITH(as.Base,"advice.latency","yes"))',
    ],
  ])("%s", (_words, form, kind, answer, which, formula) => {
    const nameOf = (scenario: string) => (scenario === "Base" ? "as.Base" : undefined);
    expect(formulaOf(question(kind, form), answer, nameOf, which)).toMatchObject({ formula });
  });

  test.each<[string, FormContext, QuestionKind, PaneAnswer, number, RegExp]>([
    [
      "between two scenarios",
      context({ "crossing.scenario": "Growth" }),
      "crossing",
      ANSWERS.crossing,
      1,
      /No function compares two scenarios/,
    ],
    ["of the second solved value", context({ "solve.target": "1" }), "solve", ANSWERS.solve, 2, /A cell gives the lowest value/],
    [
      "with correlations",
      pairs({ one: "data.tb", other: "demand.volume", rank: "1" }),
      "simulation",
      ANSWERS.simulation,
      1,
      /A cell cannot correlate/,
    ],
    [
      "of a scenario without a block",
      context({}, { scenario: "Growth" }),
      "switch",
      ANSWERS.switch,
      1,
      /Growth is not part of the comparison/,
    ],
  ])("there is none %s", (_words, form, kind, answer, which, problem) => {
    const nameOf = (scenario: string) => (scenario === "Base" ? "as.Base" : undefined);
    expect(formulaOf(question(kind, form), answer, nameOf, which)).toEqual({ problem: expect.stringMatching(problem) as unknown });
  });
});
