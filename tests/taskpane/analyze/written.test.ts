import { describe, expect, test } from "vitest";
import { cellsOf } from "../../../src/taskpane/analyze/cells";
import type { PaneAnswer, PaneQuestion } from "../../../src/taskpane/analyze/question";
import { sheetResultOf } from "../../../src/taskpane/analyze/sheetResult";
import { ANSWERS } from "./answers";
import { BASE } from "./sample";

describe("an answer as values", () => {
  test.each<[string, PaneAnswer, number, unknown]>([
    [
      "a tornado, with words where an end has no plan",
      ANSWERS.tornado,
      1,
      [
        ["Key", "Assumption", "Low", "High", "npv at low", "npv at high", "Swing"],
        ["demand.volume", "Volume", 1, 2, 4, "no plan", 1],
      ],
    ],
    ["the chosen crossing", ANSWERS.crossing, 2, [[1200]]],
    ["none where nothing was found", { ...ANSWERS.solve, found: [] }, 1, undefined],
    [
      "a map with its values along the edges",
      ANSWERS.map,
      1,
      [
        ["data.tb down, demand.volume across", 7, 8, 9],
        [1, "vertical", "hybrid", "no plan"],
        [2, "vertical", "hybrid", "horizontal"],
      ],
    ],
    ["the first day of the best month", ANSWERS.switch, 1, [[46447]]],
    ["no month where staying costs least", { ...ANSWERS.switch, stays: "Staying costs least." }, 1, undefined],
    ["the checklist, errors by their code", { kind: "advice", rows: [["a", { error: "#N/A", message: "" }]] }, 1, [["a", "#N/A"]]],
  ])("%s", (_words, answer, which, cells) => {
    expect(cellsOf(answer, which)).toEqual(cells);
  });

  test("a simulation is a rectangle", () => {
    const cells = cellsOf(ANSWERS.simulation, 1) ?? [];
    expect(new Set(cells.map((row) => row.length))).toEqual(new Set([4]));
    expect(cells.at(-1)).toEqual(["rank correlation: demand.volume", 0.9, "", ""]);
  });
});

describe("an answer on the sheets", () => {
  const asked: PaneQuestion = { kind: "switch", side: BASE, metric: "npv" };

  test("a tornado has no number where an end has no plan", () => {
    const written = sheetResultOf(asked, ANSWERS.tornado);
    expect(written).toEqual({
      kind: "tornado",
      scenario: "Base",
      architecture: "vertical",
      metric: "Present value of costs",
      unit: "USD",
      varied: "decisions",
      base: 5,
      bars: [{ key: "demand.volume", label: "Volume", low: 1, high: 2, atLow: 4, atHigh: NaN }],
    });
  });

  test("a simulation is written with its shares, percentiles and drivers", () => {
    const { percentiles, drivers } = ANSWERS.simulation;
    const shares = { cheaper: 0.5, sharded: 1, withoutPlan: 0 };
    expect(sheetResultOf(asked, ANSWERS.simulation)).toMatchObject({
      scenario: "Base",
      trials: 2000,
      seed: 1,
      percentiles,
      drivers,
      ...shares,
    });
  });

  test.each(["crossing", "solve", "map", "switch"] as const)("%s has no place there", (kind) => {
    expect(sheetResultOf(asked, ANSWERS[kind])).toBeUndefined();
  });
});
