/** Names of sheets as formulas write them, and read back. */
import { describe, expect, test } from "vitest";
import { cellOfName, quotedSheet, sheetAtStart } from "../../src/workbook/layout";
import { movedFormula, sheetsNamed, UNMOVED } from "../../src/workbook/references";

const NAMES: readonly (readonly [sheet: string, written: string])[] = [
  ["Summary", "Summary"],
  ["Sheet1", "Sheet1"],
  ["My plan", "'My plan'"],
  ["Bob's", "'Bob''s'"],
  ["'", "''''"],
  ["a!b", "'a!b'"],
  ["$A$1", "'$A$1'"],
  ["=1+1", "'=1+1'"],
  ["Plan (v2), 50% & more", "'Plan (v2), 50% & more'"],
  ["Übersicht", "'Übersicht'"],
  ["日本 😀", "'日本 😀'"],
  ["2027", "'2027'"],
  ["A1", "'A1'"],
  ["LOG10", "'LOG10'"],
  ["R1C1", "'R1C1'"],
  ["R", "'R'"],
  ["c3", "'c3'"],
  ["true", "'true'"],
];

const DOWN = { ...UNMOVED, rowOf: (row: number) => row + 1 };

describe("a sheet", () => {
  test.each(NAMES)("%s is %s in a formula, quoted where it could be read as something else", (sheet, written) => {
    expect(quotedSheet(sheet)).toBe(written);
  });

  test.each(NAMES)("%s is found where a defined name refers to one of its cells", (sheet, written) => {
    expect(cellOfName(`=${written}!$B$7`)).toEqual({ sheet, row: 6, column: 1 });
    expect(sheetAtStart(`=${written}!$B$7:$C$9`)).toBe(sheet);
  });

  test.each(["=$B$7", "=1", "=TODAY()", '="a!b"'])("is none in %s", (formula) => {
    expect(cellOfName(formula)).toBeUndefined();
  });

  test.each([
    ["=Übersicht!B3+B3", "=Übersicht!B4+B3"],
    ["='Bob''s'!$B$3", "='Bob''s'!$B$4"],
    ["='a!b'!B3", "='a!b'!B4"],
  ])("by any name moves what refers to it: %s", (formula, moved) => {
    const movesOf = (sheet: string) => (["Übersicht", "Bob's", "a!b"].includes(sheet) ? DOWN : UNMOVED);
    expect(movedFormula(formula, "Compare", movesOf)).toBe(moved);
  });

  test("of the model is known in quotation marks too", () => {
    expect(sheetsNamed("='Summary'!A1+Checks!B2+'My plan'!C3")).toEqual(["Summary", "Checks"]);
  });
});

test.each(["Plan #2", "[x]", "B2", "it's", "a'[b", "x'#y'"])("a column named %s is no reference to a cell", (column) => {
  const reference = `Inputs[[#All],[${column.replace(/['#[\]@]/g, "'$&")}]]`;
  expect(movedFormula(`=SUM(${reference},B2)`, "Compare", () => DOWN)).toBe(`=SUM(${reference},B3)`);
});
