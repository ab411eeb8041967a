import { describe, expect, test } from "vitest";
import { argumentOf, callsIn, fieldOf, formulaOf, localFormula } from "../../../src/taskpane/formulas/formulaText";
import type { FunctionHelp, ParameterHelp } from "../../../src/taskpane/functions/help";

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
    ["Sheet1!A:C", ANY, "en-US", "Sheet1!A:C"],
    ["'My sheet'!$1:$3", ANY, "en-US", "'My sheet'!$1:$3"],
    ["B2#", ANY, "en-US", "B2#"],
    ["1:30", TEXT, "en-US", '"1:30"'],
    ["as.Base", ANY, "en-US", "as.Base"],
    ["Deals", ANY, "en-US", 'IF(LEN(Deals[#All]),Deals[#All],"")'],
    ["vertical", ANY, "en-US", '"vertical"'],
    ['"vertical"', ANY, "en-US", '"vertical"'],
    ['say "no"', TEXT, "en-US", '"say ""no"""'],
    ["12", TEXT, "en-US", '"12"'],
    ["true", ANY, "en-US", "TRUE"],
    ["=A1*2", ANY, "en-US", "A1*2"],
    ["{1,2}", ANY, "en-US", "{1,2}"],
    // A calculation is typed in the user's separators, too.
    ["=A1*0,5", ANY, "de-DE", "A1*0.5"],
    ["=MAX(A1;,5)", ANY, "de-DE", "MAX(A1,.5)"],
    ["=MAX(A1,2)", ANY, "de-DE", "MAX(A1,2)"],
    ['=IF(A1>1,5;"a;b,c";B2)', ANY, "de-DE", 'IF(A1>1.5,"a;b,c",B2)'],
    ["{1,5.2;3.4}", ANY, "de-DE", "{1.5,2;3,4}"],
    ["{1,5\\2;3\\4}", ANY, "fr-FR", "{1.5,2;3,4}"],
    ['"a" & "b"', ANY, "en-US", '"""a"" & ""b"""'],
    ["=Deals[Volume]", ANY, "en-US", "Deals[Volume]"],
    ["0,125", ANY, "en-US", "0.125"],
    ["0.125", ANY, "de-DE", "0.125"],
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
    ["de-DE", "=SUM(Costs[[#All],[Q1, 2027.5]],as.Q1.27,2.5)", "=SUM(Costs[[#All];[Q1, 2027.5]];as.Q1.27;2,5)"],
  ])("%s: %s is %s", (locale, formula, shown) => {
    expect(localFormula(formula, locale)).toBe(shown);
  });
});

describe("an argument of a formula stands in the field of a form in the user's separators, and is the same argument when it is read back", () => {
  const TEXT_OR_WORD: ParameterHelp = { ...TEXT, choices: [{ value: "tco", words: "" }] };
  test.each<[string, string, string, ParameterHelp]>([
    // argument of a formula, field in English, field in German
    ["0.125", "0.125", "0,125", ANY],
    ["-1234.5", "-1234.5", "-1234,5", ANY],
    ["1.234", "1.234", "1,234", ANY],
    ["100", "100", "100", ANY],
    ["10%", "10%", "10%", ANY],
    ["12.5%", "12.5%", "12,5%", ANY],
    ["TRUE", "TRUE", "TRUE", ANY],
    ['"a,b;c"', "a,b;c", "a,b;c", TEXT],
    ['"a,b;c"', "a,b;c", "a,b;c", ANY],
    ['"say ""no"""', 'say "no"', 'say "no"', TEXT],
    ['"tco"', "tco", "tco", TEXT_OR_WORD],
    // Text that would be read as something else keeps its quotation marks.
    ['"1,5"', '"1,5"', '"1,5"', ANY],
    ['"0.125"', '"0.125"', '"0.125"', ANY],
    ['"Q3"', '"Q3"', '"Q3"', TEXT],
    ['"Deals"', '"Deals"', '"Deals"', TEXT],
    ['"=A1"', '"=A1"', '"=A1"', TEXT],
    ['" a "', '" a "', '" a "', TEXT],
    ['""', '""', '""', TEXT],
    ["B2", "B2", "B2", ANY],
    ["'Q1, 2027'!$A$1:B2", "'Q1, 2027'!$A$1:B2", "'Q1, 2027'!$A$1:B2", ANY],
    ["as.Base", "as.Base", "as.Base", ANY],
    ['IF(LEN(Deals[#All]),Deals[#All],"")', "Deals", "Deals", ANY],
    ['IF(LEN(Deals[[#All],[a]]),Deals[[#All],[a]],"")', "Deals[[#All],[a]]", "Deals[[#All];[a]]", ANY],
    ["Deals[a]", "=Deals[a]", "=Deals[a]", ANY],
    ["A1-B1", "=A1-B1", "=A1-B1", ANY],
    ["A6#", "A6#", "A6#", ANY],
    ["unknown", "=unknown", "=unknown", ANY],
    ['"a"&"b"', '="a"&"b"', '="a"&"b"', ANY],
    ["SUM(A1*0.5,2)", "=SUM(A1*0.5,2)", "=SUM(A1*0,5;2)", ANY],
    ["{1.5,2;3,4}", "{1.5,2;3,4}", "{1,5.2;3.4}", ANY],
    ["", "", "", ANY],
  ])("%s", (argument, english, german, parameter) => {
    const shown = (locale: string) => fieldOf(argument, parameter, NAMEABLE, locale);
    expect([shown("en-US"), shown("de-DE")]).toEqual([english, german]);
    const wanted = /%$/.test(argument) ? String(Number(argument.slice(0, -1)) / 100) : argument;
    for (const locale of ["en-US", "en-IN", "de-DE", "de-AT", "de-CH", "fr-FR"]) {
      const read = argumentOf(shown(locale), parameter, NAMEABLE, locale);
      expect(read.kind === "omitted" ? "" : read.text).toBe(wanted);
    }
  });
});

test("a number that can be read as two is no argument yet", () => {
  expect(argumentOf("1.234", ANY, NAMEABLE, "fr-FR")).toMatchObject({
    kind: "unclear",
    words: expect.stringMatching(/1,234 or as 1.234/) as string,
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
    ["=TCO.COST('Costs, 2027'!A1:B200,\"total\")", [{ name: "TCO.COST", args: ["'Costs, 2027'!A1:B200", '"total"'] }]],
    ["=TCO.COST('It''s 5\" (old'!A1:B2,1)", [{ name: "TCO.COST", args: ["'It''s 5\" (old'!A1:B2", "1"] }]],
    ['=TCO.SCENARIO.GET(Mine[\'#],"x")', [{ name: "TCO.SCENARIO.GET", args: ["Mine['#]", '"x"'] }]],
    [
      "=TCO.SCENARIO(T[[#All],[Key]],IF(LEN(T[[#All],[Plan '#2]]),T[[#All],[Plan '#2]],1),2)",
      [{ name: "TCO.SCENARIO", args: ["T[[#All],[Key]]", "IF(LEN(T[[#All],[Plan '#2]]),T[[#All],[Plan '#2]],1)", "2"] }],
    ],
    ["=TCO.PERIODS()", [{ name: "TCO.PERIODS", args: [] }]],
  ])("%s", (formula, calls) => {
    expect(callsIn(formula)).toEqual(calls);
  });
});
