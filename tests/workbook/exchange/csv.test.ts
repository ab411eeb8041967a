import { parseCsv } from "hucre/csv";
import { describe, expect, test } from "vitest";
import { fileText } from "../../../src/taskpane/exchange/state";
import { csvOf } from "../../../src/workbook/exchange/csv";

describe("cells as CSV", () => {
  test("keep text from becoming a formula, and numbers as they are", () => {
    expect(csvOf([["a,b", '"c"', "=1+1", "@x", -5, 0.1, true, ""]])).toBe(`"a,b","""c""",'=1+1,'@x,-5,0.1,true,`);
  });

  test.each([
    "=1+1",
    "+1",
    "-1+cmd|'/c calc'!A1",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "\u00a0=1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    "|calc",
    "\u0000=1",
    '=HYPERLINK("https://example.org")',
  ])("keep %j from becoming a formula", (text) => {
    expect(parseCsv(csvOf([["x", text]]))).toEqual([["x", `'${text}`]]);
  });

  test.each(["Zürich", "007", "1e5", "a=b", "3-2", "Bob's", "two\nlines", 'a "b"', "a,b", "a;b", "漢字", "🏥", "'quoted"])(
    "keep %j as it is",
    (text) => {
      expect(parseCsv(csvOf([["x", text]]))).toEqual([["x", text]]);
    },
  );
});

describe("a file as it is saved", () => {
  test.each([
    ["a table says that it is UTF-8, as Excel otherwise garbles Zürich", "Deals.csv", "Zürich", "\uFEFFZürich"],
    ["scenarios do not, as JSON must not begin with such a mark", "scenarios.json", "{}", "{}"],
  ])("%s", (_words, name, text, saved) => {
    expect(fileText({ name, text })).toBe(saved);
  });
});
