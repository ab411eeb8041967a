import { describe, expect, test } from "vitest";
import { wordsOfFailure } from "../../src/taskpane/effects";
import { explain } from "../../src/taskpane/explain";
import { monthOfSerial, shortMoney, wholeMoney } from "../../src/taskpane/format";

describe("numbers and dates by locale", () => {
  test.each([
    [12_345_678, "USD", "en-US", "$12.35M"],
    [12_345_678, "EUR", "de-DE", "12,35 Mio. €"],
    [950_400, "USD", "en-US", "$950K"],
    [0, "USD", "en-US", "$0"],
    [-1_500_000, "USD", "en-US", "-$1.50M"],
    [2_000_000, "points", "en-US", "2.00M points"],
    [2_000_000, "", "en-US", "2.00M"],
  ])("%d %s for %s in short: %s", (amount, currency, locale, words) => {
    expect(shortMoney(amount, currency, locale).replaceAll("\u00a0", " ")).toBe(words);
  });

  test.each([
    [12_345_678.4, "USD", "en-US", "$12,345,678"],
    [12_345_678.4, "EUR", "de-DE", "12.345.678 €"],
    [12_345_678.4, "points", "en-US", "12,345,678 points"],
  ])("%d %s for %s in full: %s", (amount, currency, locale, words) => {
    expect(wholeMoney(amount, currency, locale).replaceAll("\u00a0", " ")).toBe(words);
  });

  test.each([
    [46388, "en-US", "Jan 2027"],
    [47574, "de-DE", "Apr. 2030"],
    [-3, "en-US", "-3"],
  ])("the date %d for %s: %s", (serial, locale, words) => {
    expect(monthOfSerial(serial, locale)).toBe(words);
  });
});

describe("an error in a cell", () => {
  const messages = new Map([["Compare!D8", "demand.growth is 5; did you mean 5 %?"]]);

  test.each([
    ["Compare!D8", "#VALUE!", "demand.growth is 5; did you mean 5 %?"],
    ["'Compare'!$D$8", "#VALUE!", "demand.growth is 5; did you mean 5 %?"],
    ["Compare!D9", "#VALUE!", "A cell that the formula uses holds an error or something of the wrong kind."],
    ["Sheet1!A1", "#DIV/0!", "The formula divides by zero or by an empty cell."],
  ])("%s with %s is explained: %s", (address, value, words) => {
    expect(explain(address, value, messages)?.words).toBe(words);
  });

  test.each([[12], [""], ["#hashtag"], [true]])("%j is no error", (value) => {
    expect(explain("Compare!D8", value, messages)).toBeUndefined();
  });
});

describe("a failure in words", () => {
  test.each([
    [{ code: "AccessDenied", message: "x" }, /protected or the file is read-only/],
    [{ code: "InvalidOperationInCellEditMode", message: "x" }, /cell is being edited/],
    [{ code: "ItemNotFound", message: "x" }, /no longer there/],
    [new Error("Nothing was written."), /^Nothing was written\.$/],
  ])("%o", (error, words) => {
    expect(wordsOfFailure(error)).toMatch(words);
  });
});
