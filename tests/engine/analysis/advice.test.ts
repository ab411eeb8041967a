import { describe, expect, it } from "vitest";
import { adviceOn } from "../../../src/engine/analysis/advice";
import type { Recommendation } from "../../../src/engine/analysis/advice";
import { resolveScenario } from "../../../src/engine/catalogue/scenario";
import { reference } from "../../../src/reference/load";
import { mapOf } from "../projected";
import type { Given } from "../projected";

const CHEAPEST_VERTICAL = { vertical: 1, horizontal: 2, hybrid: 3 };
const advised = (given: Given, costs: Readonly<Record<string, number | undefined>> = CHEAPEST_VERTICAL) =>
  adviceOn(resolveScenario(mapOf(given), reference), (architecture) => costs[architecture]);

const A_DEAL: Given = { "deal.North.close": "2027-06-30", "deal.North.volume": 10 };

/** The checklist of the article: question, answer that the scenario gives, and where it leans. */
describe("each answer of the checklist leans as the article says", () => {
  it.each<readonly [question: number, given: Given, answer: string, lean: string]>([
    [0, { "demand.sites": 1 }, "1-2", "central"],
    [0, { "demand.sites": 2 }, "1-2", "central"],
    [0, { "demand.sites": 3 }, "3 or more", "distributed"],
    [1, { "advice.latency": "yes" }, "yes", "distributed"],
    [1, { "advice.latency": "no" }, "no", "central"],
    [2, { "advice.consistency": "very" }, "very", "central"],
    [2, { "advice.consistency": "eventual" }, "eventual", "distributed"],
    [3, { "advice.expertise": "yes" }, "yes", "distributed"],
    [3, { "advice.expertise": "no" }, "no", "central"],
    [4, { "advice.infrastructure_budget": "yes" }, "yes", "central"],
    [4, { "advice.infrastructure_budget": "no" }, "no", "distributed"],
    [5, { "advice.residency": "yes" }, "yes", "distributed"],
    [5, { "advice.residency": "no" }, "no", "either"],
    [6, {}, "none", "central"],
    [6, A_DEAL, "yes", "distributed"],
    [6, { ...A_DEAL, "deal.North.include": false }, "none", "central"],
    [6, { ...A_DEAL, "deal.North.close": "2020-06-30" }, "none", "central"],
    [6, { ...A_DEAL, "deal.North.close": "2040-06-30" }, "none", "central"],
  ])("question %i with %j: %s, %s", (question, given, answer, lean) => {
    expect(advised(given).answers[question]).toMatchObject({ answer, lean });
    expect(advised(given).answers[question].reason).not.toBe("");
  });
});

describe("the recommendation follows most of the answers that lean", () => {
  it.each<readonly [what: string, given: Given, recommendation: Recommendation]>([
    ["5 central of 7", { "demand.sites": 2 }, "central"],
    ["4 central, 2 distributed", { "demand.sites": 3, "advice.latency": "yes" }, "central"],
    ["3 to 3, one open", { "demand.sites": 3, "advice.latency": "yes", "advice.expertise": "yes" }, "open"],
    [
      "4 distributed, 3 central",
      { "demand.sites": 3, "advice.latency": "yes", "advice.expertise": "yes", "advice.residency": "yes" },
      "hybrid first",
    ],
  ])("%s", (_what, given, recommendation) => {
    expect(advised(given).recommendation).toBe(recommendation);
  });
});

describe("the costs stand beside it, whatever they say", () => {
  const DISTRIBUTED: Given = { "advice.latency": "yes", "advice.expertise": "yes", "advice.consistency": "eventual" };

  it.each<
    readonly [
      what: string,
      given: Given,
      costs: Readonly<Record<string, number | undefined>>,
      cheapest: string,
      agrees: boolean | undefined,
    ]
  >([
    ["central and cheapest central", { "demand.sites": 1 }, CHEAPEST_VERTICAL, "vertical", true],
    ["central but cheapest distributed", { "demand.sites": 1 }, { vertical: 3, horizontal: 1, hybrid: 2 }, "horizontal", false],
    ["hybrid first and cheapest distributed", DISTRIBUTED, { vertical: 3, horizontal: 1, hybrid: 2 }, "horizontal", true],
    ["hybrid first but cheapest central", DISTRIBUTED, CHEAPEST_VERTICAL, "vertical", false],
    ["only one has a plan", DISTRIBUTED, { hybrid: 5 }, "hybrid", true],
    ["open", { "advice.latency": "yes", "advice.expertise": "yes" }, CHEAPEST_VERTICAL, "vertical", undefined],
  ])("%s", (_what, given, costs, cheapest, agrees) => {
    expect(advised(given, costs).costs).toMatchObject({
      ranked: [{ architecture: cheapest }, ...new Array<unknown>(Object.keys(costs).length - 1).fill({})],
      agrees,
    });
  });

  it("no architecture has a plan", () => {
    expect(advised({}, {}).costs).toEqual({ ranked: [], agrees: undefined });
  });
});
