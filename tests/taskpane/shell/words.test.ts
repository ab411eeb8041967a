import { describe, expect, test } from "vitest";
import { NOT_LOADED, wordsOfFailure } from "../../../src/taskpane/shell/failure";
import { explain } from "../../../src/taskpane/shell/explain";
import { parseKey } from "../../../src/engine/catalogue/keys";
import { asOfShown, inputText, monthOfSerial, shortMoney, signedMoney, wholeMoney } from "../../../src/taskpane/shell/format";

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
    [1_820_000, "en-US", "+$1.82M"],
    [-22_000, "en-US", "-$22K"],
    [0, "en-US", "$0"],
    [-1_820_000, "de-DE", "-1,82 Mio. $"],
  ])("the difference %d for %s: %s", (amount, locale, words) => {
    expect(signedMoney(amount, "USD", locale).replaceAll("\u00a0", " ")).toBe(words);
  });

  test.each([
    ["demand.growth", 0.038, "en-US", "3.8%"],
    ["demand.growth", 0.038, "de-DE", "3,8\u00a0%"],
    // 0.07 x 100 is 7.000000000000001 in binary.
    ["demand.growth", 0.07, "en-US", "7%"],
    ["demand.volume", 1_234_567.5, "de-DE", "1.234.567,5"],
    ["plan.start", 46388, "en-US", "Jan 1, 2027"],
    ["plan.start", "2027-01-01", "de-DE", "1. Jan. 2027"],
    ["plan.start", "soon", "de-DE", "soon"],
    ["deal.Northwind.include", false, "en-US", "no"],
    ["plan.status", "Draft", "en-US", "Draft"],
    ["demand.volume", "", "en-US", ""],
  ])("%s of %j in a field for %s: %s", (key, value, locale, words) => {
    expect(inputText(value, parseKey(key)?.assumption, locale)).toBe(words);
  });

  test.each([
    ["2026-11", "en-US", "Nov 2026"],
    ["2026-11", "de-DE", "Nov. 2026"],
    ["2027-04-01", "en-US", "Apr 1, 2027"],
    ["2027-13", "en-US", "2027-13"],
    ["2011", "en-US", "2011"],
    ["last budget", "en-US", "last budget"],
    ["", "en-US", ""],
  ])("stated as of %j for %s: %s", (asOf, locale, words) => {
    expect(asOfShown(asOf, locale)).toBe(words);
  });

  test.each([
    [46388, "en-US", "Jan 2027"],
    [47574, "de-DE", "Apr. 2030"],
    [-3, "en-US", "no date (-3)"],
    // What a cell reads as before its formula has been calculated: no month of 1900, and no bare 0 beside "First shard".
    [0, "en-US", "no date (0)"],
  ])("the date %d for %s: %s", (serial, locale, words) => {
    expect(monthOfSerial(serial, locale)).toBe(words);
  });
});

describe("an error in a cell", () => {
  const messages = new Map([["Compare!D8", "demand.growth is 5; did you mean 5 %?"]]);

  test.each([
    ["Compare!D8", "#VALUE!", "demand.growth is 5; did you mean 5 %?"],
    ["'Compare'!$D$8", "#VALUE!", "demand.growth is 5; did you mean 5 %?"],
    ["Compare!D9", "#VALUE!", "A cell in the formula has an error or a value of the wrong type."],
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
    [Object.assign(new Error("Loading chunk 3 failed."), { name: "ChunkLoadError" }), NOT_LOADED],
    [new Error("Nothing was changed."), /^Nothing was changed\.$/],
  ])("%o", (error, words) => {
    expect(wordsOfFailure(error)).toMatch(words);
  });
});
