/** Files of scenarios with what people and other programs write into them. */
import { describe, expect, test } from "vitest";
import { NOTHING_STANDING } from "../../../src/workbook/exchange/content";
import { importPlan } from "../../../src/workbook/exchange/importPlan";
import { repeatedKeys } from "../../../src/workbook/exchange/jsonKeys";
import { contentOfText } from "../../../src/workbook/exchange/scenarioFile";

const fileText = (head: string) => `{"schema":"tco-planner/scenarios","version":1,${head}}`;

describe("what a file has that cannot be read is listed, and the rest is taken", () => {
  test.each<[string, string, string]>([
    ["null", '"demand.growth":null', "demand.growth: Expected a number, a text, true or false, but got null."],
    ["a list", '"demand.growth":[1,2]', "demand.growth: Expected a number, a text, true or false, but got a list."],
    ["braces", '"demand.growth":{"a":1}', "demand.growth: Expected a number, a text, true or false, but got braces."],
    ["a number that is too large", '"demand.growth":1e999', "demand.growth: Expected a number that isn't too large, but got Infinity."],
    ["a key that is there twice", '"demand.growth":0.05,"demand.growth":0.07', "demand.growth: It is there twice. Delete one of them."],
    [
      "a key that is there twice, once escaped",
      '"demand.growth":1,"dem\\u0061nd.growth":2',
      "demand.growth: It is there twice. Delete one of them.",
    ],
    ["a key that is there twice with the same value", '"a\\"b":1,"a\\"b":1', 'a"b: It is there twice. Delete one of them.'],
    [
      "a key that is there twice, in another case",
      '"demand.growth":0.05,"Demand.Growth":0.07',
      "demand.growth: It is there twice. Delete one of them.",
    ],
    [
      "a key that is there three times",
      '"DEMAND.GROWTH":1,"Demand.Growth":2,"demand.growth ":3',
      "demand.growth: It is there twice. Delete one of them.",
    ],
    [
      "a letter that was lost",
      '"demand.volume_name":"Z\uFFFDrich"',
      "demand.volume_name: A letter was lost when the text was saved in another encoding. Save it as UTF-8.",
    ],
    [
      "a letter of a key that was lost",
      '"deal.Z\uFFFDrich.tb":1',
      "deal.Z\uFFFDrich.tb: A letter was lost when the text was saved in another encoding. Save it as UTF-8.",
    ],
  ])("%s", (_words, wrong, message) => {
    const read = contentOfText(fileText(`"scenarios":[{"name":"Base","values":{"plan.years":4,${wrong}}}]`));
    expect(read.ok && Object.fromEntries(read.content.scenarios[0].values)).toEqual({ "plan.years": 4 });
    expect(new Set(read.ok ? read.content.unread.map((issue) => `${issue.scenario}|${issue.message}`) : [])).toEqual(
      new Set([`Base|${message}`]),
    );
  });

  test.each(["Demand.Growth", " demand.growth", "demand.growth\u200b", "DEMAND.GROWTH"])("%j is the key that it means", (key) => {
    const read = contentOfText(fileText(`"scenarios":[{"name":"Base","values":{"${key}":0.07}}]`));
    expect(read.ok && [...read.content.scenarios[0].values]).toEqual([["demand.growth", 0.07]]);
    expect(read.ok && read.content.unread).toEqual([]);
  });

  test.each<[string, string, string, string]>([
    [
      "a field of the file",
      '"scenarios":[],"note":"x"',
      "",
      "note: This field isn't read; allowed are schema, version, scenarios, shared.",
    ],
    [
      "a field of a scenario",
      '"scenarios":[{"name":"Lean","values":{},"color":1}]',
      "Lean",
      "color: This field isn't read; allowed are name, values.",
    ],
    [
      "__proto__ of the file",
      '"scenarios":[],"__proto__":{}',
      "",
      "__proto__: This field isn't read; allowed are schema, version, scenarios, shared.",
    ],
    [
      "a key of all scenarios that is there twice",
      '"scenarios":[],"shared":{"deal.A.tb":1,"deal.A.tb":2}',
      "",
      "deal.A.tb: It is there twice. Delete one of them.",
    ],
  ])("%s", (_words, text, scenario, message) => {
    const read = contentOfText(fileText(text));
    expect(read.ok && read.content.unread.map((issue) => [issue.scenario, issue.message])).toEqual([[scenario, message]]);
    expect(read.ok && importPlan("f.json", read.content, NOTHING_STANDING).issues).toEqual(read.ok && read.content.unread);
  });

  test("__proto__ and its like are keys that nobody knows", () => {
    const read = contentOfText(fileText('"scenarios":[{"name":"Base","values":{"__proto__":1,"constructor":2}}],"shared":{"__proto__":3}'));
    const { issues, changes } = importPlan("f.json", read.ok ? read.content : NOTHING_STANDING.content, NOTHING_STANDING);
    expect(changes).toEqual([]);
    expect(issues.map(({ scenario, key }) => [scenario, key])).toEqual([
      ["", "__proto__"],
      ["Base", "__proto__"],
      ["Base", "constructor"],
    ]);
  });
});

describe("a file that cannot be read at all says what is wrong in words", () => {
  test.each<[string, string, readonly string[]]>([
    ["nothing", " ", ["The text is empty."]],
    ["null", "null", ["The file: Expected schema, version and scenarios in braces, but got null."]],
    ["a list", "[1]", ["The file: Expected schema, version and scenarios in braces, but got a list."]],
    ["no schema", '{"version":1,"scenarios":[]}', ['schema: Expected "tco-planner/scenarios", but got nothing.']],
    ["version 0", '{"schema":"tco-planner/scenarios","version":0,"scenarios":[]}', ["version: Expected version 1, but got 0."]],
    ["version 1.5", '{"schema":"tco-planner/scenarios","version":"1","scenarios":[]}', ['version: Expected version 1, but got "1".']],
    ["scenarios that are no list", fileText('"scenarios":{}'), ["scenarios: Expected a list of scenarios in brackets, but got braces."]],
    [
      "a scenario that is a text",
      fileText('"scenarios":["Lean"]'),
      ['scenarios.0: Expected a scenario with name and values, but got "Lean".'],
    ],
    ["no name", fileText('"scenarios":[{"values":{}}]'), ["scenarios.0.name: Expected a readable name, but got nothing."]],
    ["a blank name", fileText('"scenarios":[{"name":" ","values":{}}]'), ["scenarios.0.name: A scenario needs a name."]],
    [
      "a name with a lost letter",
      fileText('"scenarios":[{"name":"Z\uFFFDrich","values":{}}]'),
      ['scenarios.0.name: Expected a readable name, but got "Z\uFFFDrich".'],
    ],
    ["no values", fileText('"scenarios":[{"name":"A"}]'), ["scenarios.0.values: Expected keys and values in braces, but got nothing."]],
    [
      "values that are null",
      fileText('"scenarios":[{"name":"A","values":null}]'),
      ["scenarios.0.values: Expected keys and values in braces, but got null."],
    ],
    ["shared values in a list", fileText('"scenarios":[],"shared":[]'), ["shared: Expected keys and values in braces, but got a list."]],
    ["scenarios twice", fileText('"scenarios":[],"scenarios":[]'), ["scenarios: It is there twice. Delete one of them."]],
    [
      "values twice",
      fileText('"scenarios":[{"name":"A","values":{},"values":{}}]'),
      ["scenarios.0.values: It is there twice. Delete one of them."],
    ],
    [
      "a name twice",
      fileText('"scenarios":[{"name":"A","name":"B","values":{}}]'),
      ["scenarios.0.name: It is there twice. Delete one of them."],
    ],
  ])("%s", (_words, text, problems) => {
    const read = contentOfText(text);
    expect(read.ok ? [] : read.problems).toEqual(problems);
  });

  test("curly quotation marks are named", () => {
    const read = contentOfText("{“schema”:1}");
    expect(read.ok ? "" : read.problems[0]).toMatch(/^The text is no JSON: .*It has curly quotation marks: JSON takes only "\.$/);
  });
});

describe("keys that are there twice in a JSON text", () => {
  test.each<[string, readonly string[]]>([
    ['{"a":1,"b":{"a":2},"c":[{"a":1},{"a":2}]}', []],
    ['{"a":1,"a":2,"a":3}', ["a", "a"]],
    ['[{"x":{"y":1,"y":2}},{"x":1,"x":2}]', ["0.x.y", "1.x"]],
    ['{"a":"a,\\"a\\":{[","b":["a","a"]}', []],
    ['{"a\\\\":1,"a\\\\":2}', ["a\\"]],
    ['{"":1,"":2}', [""]],
    ["3", []],
    ['"a"', []],
  ])("%s: %j", (json, repeated) => {
    JSON.parse(json);
    expect(repeatedKeys(json).map(({ path, key }) => [...path, key].join("."))).toEqual(repeated);
  });
});

test("a plan of 100,000 unknown keys names each, and compares the first with those that it knows", () => {
  const values = new Map(Array.from({ length: 100_000 }, (_, at) => [`demand.growht${String(at)}`, 1] as const));
  const { issues } = importPlan("f.json", { scenarios: [{ name: "Base", values }], shared: new Map() }, NOTHING_STANDING);
  expect(issues).toHaveLength(100_000);
  expect(issues[0].message).toBe('Unknown key "demand.growht0". Did you mean demand.growth?');
  expect(issues.at(-1)?.message).toBe('Unknown key "demand.growht99999".');
});
