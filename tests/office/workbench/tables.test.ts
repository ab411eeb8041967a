import { describe, expect, it } from "vitest";
import { fromA1, toA1 } from "../../../src/workbench/grid/address";
import { renameColumn } from "../../../src/workbench/grid/structuredReferences";
import { planHeader } from "../../../src/workbench/grid/tableHeader";

describe("renaming a column rewrites", () => {
  it.each([
    ["a short reference", "=SUM(Inputs[Growth])", "=SUM(Inputs[Plan B])"],
    ["a reference with parts", "=Inputs[[#All],[Growth]]", "=Inputs[[#All],[Plan B]]"],
    ["a span of columns", "=Inputs[[Base]:[Growth]]", "=Inputs[[Base]:[Plan B]]"],
    ["a reference to the same row", "=Inputs[[#This Row],[Growth]]", "=Inputs[[#This Row],[Plan B]]"],
    [
      "every reference of a formula",
      "=IF(LEN(Inputs[[#All],[Growth]]),Inputs[[#All],[Growth]],0)",
      "=IF(LEN(Inputs[[#All],[Plan B]]),Inputs[[#All],[Plan B]],0)",
    ],
    ["names in any case", "=inputs[growth]", "=inputs[Plan B]"],
  ])("%s", (_case, formula, expected) => {
    expect(renameColumn(formula, "Inputs", "Growth", "Plan B")).toBe(expected);
  });

  it.each([
    ["another table's column", "=Deals[Growth]"],
    ["a table whose name ends alike", "=MyInputs[Growth]"],
    ["a column whose name begins alike", "=Inputs[Growth rate]"],
    ["a text in quotes", '="Inputs[Growth]"'],
    ["a formula without tables", "=A1+Growth"],
  ])("but not %s", (_case, formula) => {
    expect(renameColumn(formula, "Inputs", "Growth", "Plan B")).toBe(formula);
  });

  it("with an apostrophe before characters that mean something in a reference", () => {
    expect(renameColumn("=T[[#All],[a'#1]]", "T", "a#1", "b[2]")).toBe("=T[[#All],[b'[2']]]");
  });
});

describe("the header of a table", () => {
  const columns = ["Key", "Base", "Growth"].map((name, index) => ({ id: `c${index}`, name }));
  const plan = (...texts: string[]) => planHeader(columns, texts);

  it("is left alone while its texts are its columns' names", () => {
    expect(plan("Key", "Base", "Growth")).toMatchObject({ isChanged: false, renamed: [], written: [] });
  });

  it("renames the column whose text was edited, which keeps its identity", () => {
    const { renamed, columns: now } = plan("Key", "Base", "Expansion");
    expect(renamed).toEqual([{ from: "Growth", to: "Expansion" }]);
    expect(now[2]).toEqual({ id: "c2", name: "Expansion" });
  });

  it("gives a column at the end its own name and no other one a new name", () => {
    const { renamed, columns: now } = plan("Key", "Base", "Growth", "Lean");
    expect(renamed).toEqual([]);
    expect(now.map(({ name }) => name)).toEqual(["Key", "Base", "Growth", "Lean"]);
    expect(now.slice(0, 3).map(({ id }) => id)).toEqual(["c0", "c1", "c2"]);
  });

  it("moves columns with their headers", () => {
    const { renamed, columns: now } = plan("Base", "Key", "Growth");
    expect(renamed).toEqual([]);
    expect(now.map(({ id }) => id)).toEqual(["c1", "c0", "c2"]);
  });

  it.each([
    ["a blank text", ["Key", "", "Growth"], "Column1"],
    ["a text that another column has", ["Key", "key", "Growth"], "key2"],
  ])("writes a name of its own for %s", (_case, texts, name) => {
    expect(plan(...texts).written).toEqual([{ index: 1, name }]);
  });
});

describe("an address in A1 notation", () => {
  it.each([
    ["A1", { row: 0, column: 0, rowCount: 1, columnCount: 1 }],
    ["$B$2:D10", { row: 1, column: 1, rowCount: 9, columnCount: 3 }],
    ["AA3", { row: 2, column: 26, rowCount: 1, columnCount: 1 }],
    ["C:D", { row: 0, column: 2, rowCount: 1_048_576, columnCount: 2 }],
    ["5:6", { row: 4, column: 0, rowCount: 2, columnCount: 16_384 }],
  ])("%s is read and written", (text, rectangle) => {
    expect(fromA1(text)).toEqual(rectangle);
    expect(toA1(rectangle)).toBe(text.replaceAll("$", ""));
  });

  it.each(["", "Rate", "A", "7", "A1:B2:C3", "A1:"])("%j is none", (text) => {
    expect(fromA1(text)).toBeUndefined();
  });

  it.each([
    ["Plan", "Plan!A1"],
    ["My plan", "'My plan'!A1"],
    ["Bob's", "'Bob''s'!A1"],
    ["2027", "'2027'!A1"],
    ["AB12", "'AB12'!A1"],
    ["R1C1", "'R1C1'!A1"],
    ["rc", "'rc'!A1"],
    ["C3", "'C3'!A1"],
    ["True", "'True'!A1"],
    ["Übersicht", "Übersicht!A1"],
  ])("on the sheet %s is %s", (sheet, address) => {
    expect(toA1({ row: 0, column: 0, rowCount: 1, columnCount: 1 }, sheet)).toBe(address);
  });
});
