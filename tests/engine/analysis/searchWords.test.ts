import { describe, expect, it } from "vitest";
import { bracketOf } from "../../../src/engine/analysis/bracket";
import type { KeySearch } from "../../../src/engine/analysis/crossover";
import { fewerWords, foundWords, neverMetWords, neverSameWords } from "../../../src/engine/analysis/searchWords";
import { checkEnds } from "../../../src/engine/analysis/simulation/uncertainty";
import { numericKey } from "../../../src/engine/analysis/varied";
import { resolveScenario } from "../../../src/engine/catalogue/scenario";
import { reference } from "../../../src/reference/load";
import { mapOf } from "../projected";

const a = resolveScenario(mapOf({ "demand.volume": 800 }), reference);

/** A search of a key that has found these values, at the first of them in a step, and one value without a plan. */
function searchOf(key: string, low: number, high: number, found: readonly number[], excluded: readonly number[] = []): KeySearch {
  const sample = (value: number, difference: number) => ({ value, gap: { difference, scale: 1 } });
  return {
    key: numericKey(a, key),
    bracket: { low, high },
    changes: found.map((value, index) => ({ value, residual: 250, jump: index === 0 })),
    excluded,
    ends: { low: sample(low, 100), high: sample(high, 300), nearest: sample((low + high) / 2, 50) },
  };
}

const AUTOMATION = searchOf("staff.automation", 0, 0.95, [0.123456, 0.589682]);
const GROWTH = searchOf("demand.growth", -0.05, 1.5, [0.03], [1.2]);
const VOLUME = searchOf("demand.volume", 8, 80_000, [900, 1234.56]);
const COHERENCY = searchOf("horizontal.coherency", 0, 0.5, [0.000123]);
const BOTH = ["central", "distributed"] as const;

describe("values of a key in sentences: a share is a percentage, anything else a number", () => {
  it.each<[string, string, string]>([
    ["the other crossing", foundWords(AUTOMATION, 1), "One other value: 12.35%."],
    [
      "the other crossing beside a step",
      foundWords(AUTOMATION, 0),
      "The difference jumps here, from one sign to the other; 250 remains. One other value: 58.97%.",
    ],
    ["the other crossing of a key that is counted", foundWords(VOLUME, 1), "One other value: 900."],
    [
      "a value without a plan",
      foundWords(GROWTH, 0),
      "The difference jumps here, from one sign to the other; 250 remains. 1 tested value has no feasible plan, such as 120%.",
    ],
    ["a place that none of several has", fewerWords(AUTOMATION, 3), "which is 3. There are only 2 values: 12.35%, 58.97%."],
    ["a place that the only one does not have", fewerWords(COHERENCY, 2), "which is 2. There is only 1 value: 0.0123%."],
    [
      "two sides that never come to the same",
      neverSameWords("npv", AUTOMATION, BOTH),
      "central and distributed never have the same npv for staff.automation from 0% to 95%: " +
        "at 0%, distributed is 100 higher; at 95%, distributed is 300 higher; closest at 47.5%, distributed is 50 higher.",
    ],
    [
      "two sides that never come to the same over a count",
      neverSameWords("npv", VOLUME, BOTH),
      "central and distributed never have the same npv for demand.volume from 8 to 80,000: " +
        "at 8, distributed is 100 higher; at 80,000, distributed is 300 higher; closest at 40,000, distributed is 50 higher.",
    ],
    [
      "a target that is not met",
      neverMetWords("tco", GROWTH, 1000),
      "tco is never 1,000 for demand.growth from -5% to 150%: at -5%, it is 1,100; at 150%, it is 1,300; closest at 72.5%, it is 1,050." +
        " 1 tested value has no feasible plan, such as 120%.",
    ],
  ])("%s", (_what, words, expected) => {
    expect(words).toBe(expected);
  });
});

it("an end is the nearest where no value in between differs in words", () => {
  const flat = (value: number, difference: number) => ({ value, gap: { difference, scale: 1e7 } });
  const search = {
    ...searchOf("wan.rural_share", 0, 1, []),
    ends: { low: flat(0, 685_700.2), high: flat(1, 685_700.2), nearest: flat(0.125, 685_700.1) },
  };
  expect(neverSameWords("npv", search, BOTH)).toBe(
    "central and distributed never have the same npv for wan.rural_share from 0% to 100%: at 0%, distributed is 685,700 higher; at 100%, distributed is 685,700 higher.",
  );
});

describe("ends that are refused are named as the key is read, with all their digits", () => {
  const growth = numericKey(a, "demand.growth");
  const automation = numericKey(a, "staff.automation");
  const volume = numericKey(a, "demand.volume");

  it.each<[string, () => unknown, string]>([
    ["a search from high to low", () => bracketOf(growth, 0.2, 0.1), "low is 20% and high is 10%. Enter a low below high."],
    ["a search of nothing", () => bracketOf(growth, 0.07, 0.07), "low is 7% and high is 7%. Enter a low below high."],
    ["a search below the least share", () => bracketOf(growth, -5, 0.1), "low is -500%. Enter -90% to 1,000% for demand.growth."],
    ["a share a little too high", () => bracketOf(automation, 0, 0.950001), "high is 95.0001%. Enter 0% to 95% for staff.automation."],
    ["a search of a count below nothing", () => bracketOf(volume, -1, 10), "low is -1. Enter 0 to 1,000,000,000 for demand.volume."],
    ["a range from high to low", () => checkEnds(growth, 0.04, 0.01), "demand.growth: low is 4% and high is 1%. Enter a low below high."],
    [
      "a range of nothing",
      () => checkEnds(growth, 0.02, 0.02),
      "demand.growth: low and high are both 2%. Enter a range, or leave the key out.",
    ],
    [
      "a range beyond a share",
      () => checkEnds(automation, 0.5, 1),
      "staff.automation: the range is 50% to 100%. Enter ends from 0% to 95%.",
    ],
    ["a range of a count", () => checkEnds(volume, 900, 100), "demand.volume: low is 900 and high is 100. Enter a low below high."],
  ])("%s", (_what, refused, message) => {
    expect(refused).toThrow(message);
  });
});
