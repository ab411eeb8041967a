import { describe, expect, it } from "vitest";
import { fittedNumber } from "../../../src/workbench/grid/fittedNumber";

/** A cell with room for so many characters. */
const room = (characters: number) => (text: string) => text.length <= characters;

describe("a number with the format General", () => {
  it.each<[string, string, number, number, string]>([
    ["is shown whole where it has room", "0.25", 0.25, 8, "0.25"],
    ["has nine decimals at most", "0.3333333333333333", 1 / 3, 20, "0.333333333"],
    ["has eleven characters at most", "12345.678901234567", 12345.678901234567, 20, "12345.6789"],
    ["is rounded to the room that there is", "0.3333333333333333", 1 / 3, 6, "0.3333"],
    ["is rounded up, too", "0.6666666666666666", 2 / 3, 4, "0.67"],
    ["loses its decimals before its digits", "1234567.891", 1234567.891, 7, "1234568"],
    ["is in powers of ten where its digits have no room", "1234567.891", 1234567.891, 6, "1E+06"],
    ["keeps what decimals there is room for then", "123456789012", 123456789012, 8, "1.23E+11"],
    ["is in powers of ten from twelve digits on", "123456789012", 123456789012, 20, "1.23457E+11"],
    ["keeps its sign", "-0.3333333333333333", -1 / 3, 6, "-0.333"],
    ["is not rounded to nothing", "0.000012345", 0.000012345, 7, "1.2E-05"],
    ["keeps a decimal comma", "0,3333333333333333", 1 / 3, 6, "0,3333"],
    ["is a row of number signs where nothing of it has room", "1234567", 1234567, 4, "####"],
    ["is one number sign at least", "1234567", 1234567, 0, "#"],
  ])("%s", (_words, text, value, characters, shown) => {
    expect(fittedNumber(text, value, /\d,\d*$/.test(text) ? "," : ".", room(characters))).toBe(shown);
  });
});

describe("a number with another format", () => {
  it.each<[string, string, number, string]>([
    ["is shown whole where it has room", "$1,234.50", 9, "$1,234.50"],
    ["however long it is", "1,234,567,890,123.00", 20, "1,234,567,890,123.00"],
    ["is never rounded", "$1,234.50", 8, "########"],
    ["nor is a date", "2027-01-01", 5, "#####"],
  ])("%s", (_words, text, characters, shown) => {
    expect(fittedNumber(text, undefined, ".", room(characters))).toBe(shown);
  });
});
