import { describe, expect, test } from "vitest";
import { argumentOf, callsIn, formulaOf, localFormula } from "../../src/taskpane/functions/formulaText";
import type { FunctionHelp, ParameterHelp } from "../../src/taskpane/functions/help";

const ANY: ParameterHelp = { name: "base", words: "", isOptional: false, isRepeating: false, isRange: true, type: "any", choices: [] };
const TEXT: ParameterHelp = { ...ANY, type: "string", isRange: false };
const HELP: FunctionHelp = { id: "GROWTH.AT", name: "TCO.GROWTH.AT", words: "", parameters: [ANY, ANY, ANY], needsAddress: true };
const NAMEABLE = { names: ["as.Base"], tables: ["Deals"] };

describe("what is typed into a field of a form becomes an argument", () => {
  test.each([
    ["", ANY, "en-US", ""],
    ["1,200", ANY, "en-US", "1200"],
    ["1.200,5", ANY, "de-DE", "1200.5"],
    ["5 %", ANY, "en-US", "0.05"],
    ["B2", ANY, "en-US", "B2"],
    ["Sheet1!$B$2:$C$9", ANY, "en-US", "Sheet1!$B$2:$C$9"],
    ["'My sheet'!A1:B2", ANY, "en-US", "'My sheet'!A1:B2"],
    ["as.Base", ANY, "en-US", "as.Base"],
    ["Deals", ANY, "en-US", 'IF(LEN(Deals[#All]),Deals[#All],"")'],
    ["vertical", ANY, "en-US", '"vertical"'],
    ['"vertical"', ANY, "en-US", '"vertical"'],
    ['say "no"', TEXT, "en-US", '"say ""no"""'],
    ["12", TEXT, "en-US", '"12"'],
    ["true", ANY, "en-US", "TRUE"],
    ["=A1*2", ANY, "en-US", "A1*2"],
    ["{1,2}", ANY, "en-US", "{1,2}"],
  ])("%j", (typed, parameter, locale, text) => {
    const argument = argumentOf(typed, parameter, NAMEABLE, locale);
    expect(argument.kind === "omitted" ? "" : argument.text).toBe(text);
  });
});

test("a formula leaves out what is left out at its end, and keeps the place of what is left out before", () => {
  const args = ["100", "", "2"].map((text) => argumentOf(text, ANY, NAMEABLE, "en-US"));
  expect(formulaOf(HELP, args)).toBe("=TCO.GROWTH.AT(100,,2)");
  expect(formulaOf(HELP, [...args.slice(0, 1), { kind: "omitted" }])).toBe("=TCO.GROWTH.AT(100)");
});

describe("a formula in the separators of a language", () => {
  test.each([
    ["en-US", '=TCO.GROWTH.AT(100.5,0.1,"a,b")', '=TCO.GROWTH.AT(100.5,0.1,"a,b")'],
    ["de-DE", '=TCO.GROWTH.AT(100.5,0.1,"a,b")', '=TCO.GROWTH.AT(100,5;0,1;"a,b")'],
    ["de-DE", "=SUM({1.5,2;3,4})", "=SUM({1,5.2;3.4})"],
    ["fr-FR", '=SUM({1.5,"x,y";3,4})', '=SUM({1,5\\"x,y";3\\4})'],
    ["de-DE", "=SUM('Q1, 2027'!A1,B2)", "=SUM('Q1, 2027'!A1;B2)"],
    ["de-DE", '=TCO.METRIC(as.Base,"tco")', '=TCO.METRIC(as.Base;"tco")'],
  ])("%s: %s is %s", (locale, formula, shown) => {
    expect(localFormula(formula, locale)).toBe(shown);
  });
});

describe("the calls in a formula", () => {
  test.each([
    ["=TCO.GROWTH.AT(A1,10%,2)", [{ name: "TCO.GROWTH.AT", args: ["A1", "10%", "2"] }]],
    ["=SUM(A1)", []],
    [
      '=IFNA(TCO.METRIC(TCO.SCENARIO.WITH(as.Base,"a,b",1),"npv"),0)',
      [
        { name: "TCO.METRIC", args: ['TCO.SCENARIO.WITH(as.Base,"a,b",1)', '"npv"'] },
        { name: "TCO.SCENARIO.WITH", args: ["as.Base", '"a,b"', "1"] },
      ],
    ],
    ["=TCO.SUM({1,2;3,4},T[[#All],[a]])", [{ name: "TCO.SUM", args: ["{1,2;3,4}", "T[[#All],[a]]"] }]],
    ["=TCO.PERIODS()", [{ name: "TCO.PERIODS", args: [] }]],
  ])("%s", (formula, calls) => {
    expect(callsIn(formula)).toEqual(calls);
  });
});
