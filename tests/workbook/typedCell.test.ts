import { describe, expect, test } from "vitest";
import { typedCell, typedLabel } from "../../src/workbook/typedCell";

describe("what is typed into a cell for a value", () => {
  test.each([
    [12, 12],
    [true, true],
    ["", ""],
    ["vertical", "vertical"],
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-x", "'-x"],
    ["@me", "'@me"],
    ["\tx", "'\tx"],
    ["\r=x", "'\r=x"],
    ["'quoted", "''quoted"],
    ["'5", "''5"],
    ["Northwind = ours", "Northwind = ours"],
    ["2027-04", "'2027-04"],
    ["3-5", "'3-5"],
    ["1/2", "'1/2"],
    ["1e5", "'1e5"],
    ["Jan 2027", "'Jan 2027"],
    ["3,8 %", "'3,8 %"],
    ["true", "'true"],
    ["False", "'False"],
    ["True North", "True North"],
  ])("%j is %j", (value, typed) => {
    expect(typedCell(value)).toBe(typed);
  });
});

describe("a label of the catalogue", () => {
  test.each([
    ["Tax rate (0 = exempt)", "Tax rate (0 = exempt)"],
    ["=HYPERLINK(1): Closing date", "'=HYPERLINK(1): Closing date"],
    ["@home: Closing date", "'@home: Closing date"],
  ])("%j is typed as %j: only a sign in front could make it a formula", (label, typed) => {
    expect(typedLabel(label)).toBe(typed);
  });
});
