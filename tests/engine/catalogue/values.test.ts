import { describe, expect, test } from "vitest";
import { integer, number, optionalDate, rate } from "../../../src/engine/catalogue/assumption";
import type { Assumption } from "../../../src/engine/catalogue/assumption";
import { readValue } from "../../../src/engine/catalogue/values";
import type { Value } from "../../../src/engine/catalogue/values";

const START = optionalDate("First day of the plan");

describe("a date", () => {
  test.each<[what: string, given: Value, hint: string]>([
    ["a year, which is the serial number of a day in 1905", 2027, "; did you mean 2027-01-01?"],
    ["the last year that is one", 2199, "; did you mean 2199-01-01?"],
    ["a year and a month without a sign between", 202704, "; did you mean 2027-04-01?"],
    ["a whole date without signs between", 20270430, "; did you mean 2027-04-30?"],
    ["a year as text", "2027", "; did you mean 2027-01-01?"],
    ["a month as text", "2027-4", "; did you mean 2027-04-01?"],
    ["a month before its year", "04/2027", "; did you mean 2027-04-01?"],
    ["slashes", "2027/04/30", "; did you mean 2027-04-30?"],
    ["the German order", "30.04.2027", "; did you mean 2027-04-30?"],
    ["the American order", "4/30/2027", "; did you mean 2027-04-30?"],
    ["an order that may be two dates", "4/5/2027", "; did you mean 2027-04-05 or 2027-05-04?"],
    ["a serial number as text", "46388", "; did you mean 2027-01-01?"],
    ["a day of 1900", 61, ""],
    ["a blank cell as Excel hands it over", 0, ""],
    ["a day that the calendar does not have", "2027-02-30", ""],
    ["a quarter", "Q1 2027", ""],
    ["a truth value", true, ""],
  ])("is refused with what it may mean: %s", (_what, given, hint) => {
    const reading = readValue("plan.start", START, given);
    expect(reading).toMatchObject({ ok: false, code: "wrong-type" });
    expect(reading).toHaveProperty("message", expect.stringMatching(/^plan\.start is .*\. Enter a date, such as/));
    expect("message" in reading && /(?:; did you mean .*)?$/.exec(reading.message)?.[0]).toBe(hint);
  });

  test.each<[what: string, given: Value, date: { year: number; month: number; day: number }]>([
    ["a date cell", 46388, { year: 2027, month: 1, day: 1 }],
    ["a date cell with a time", 46388.75, { year: 2027, month: 1, day: 1 }],
    ["text in the international order", "2027-01-31", { year: 2027, month: 1, day: 31 }],
    ["a day long ago", 7306, { year: 1920, month: 1, day: 1 }],
  ])("is read from %s", (_what, given, date) => {
    expect(readValue("plan.start", START, given)).toEqual({ ok: true, value: date });
  });
});

describe("a number below nothing where nothing is the least", () => {
  const BEDS = number("Volume", "volume", 0, 0, 1000);
  const SHARE = rate("Share", "share", 0, 0, 1);
  const GROWTH = rate("Growth", "share/year", 0, -0.9, 10);
  const percent = (value: number) => `${String(value * 100)}%`;
  test.each<[what: string, rule: Assumption<number>, given: number, words: ((value: number) => string) | undefined, hint: string]>([
    ["is named with the sign that it cannot have", BEDS, -5, undefined, "; did you mean 5?"],
    ["is named in the words of the pane", SHARE, -0.2, percent, "; did you mean 20%?"],
    ["means nothing where it is too far from what is allowed", BEDS, -5000, undefined, ""],
    ["means nothing else where others below nothing are allowed", GROWTH, -0.95, undefined, ""],
    ["above what is allowed is no matter of its sign", BEDS, 5000, undefined, ""],
  ])("%s", (_what, rule, given, words, hint) => {
    const reading = readValue("x", rule, given, words);
    expect("message" in reading && /(?:; did you mean .*)?$/.exec(reading.message)?.[0]).toBe(hint);
  });
});

describe("a number with the noise of arithmetic", () => {
  const YEARS = integer("Years", "years", 5, 1, 15);
  const SHARE = rate("Share", "share", 0, 0, 1);
  test.each([
    ["=0.1*3*10", YEARS, 0.1 * 3 * 10, 3],
    ["=(0.1+0.2)*10", YEARS, (0.1 + 0.2) * 10, 3],
    ["=1.1*10", YEARS, 1.1 * 10, 11],
    ["=4.35*100/87", YEARS, (4.35 * 100) / 87, 5],
    ["=0.57*100-50", YEARS, 0.57 * 100 - 50, 7],
    ["=SUM of ten 0.1", YEARS, Array.from({ length: 10 }, () => 0.1).reduce((sum, each) => sum + each, 0), 1],
    ["=15*(1+1E-14)", YEARS, 15 * (1 + 1e-14), 15],
    ["a share of 0.1+0.2+0.7", SHARE, 0.1 + 0.2 + 0.7, 1],
    ["a share of 1.1-1-0.1 less a little", SHARE, -(2 ** -53), 0],
  ])("is what was meant: %s", (_what, rule, given, meant) => {
    expect(readValue("plan.years", rule, given)).toEqual({ ok: true, value: meant });
  });

  test.each([
    ["a half", 2.5],
    ["a little more than a whole number", 3.000001],
    ["a little less than allowed", 0.999999],
  ])("is refused where it is no noise: %s", (_what, given) => {
    expect(readValue("plan.years", YEARS, given)).toMatchObject({ ok: false });
  });
});
