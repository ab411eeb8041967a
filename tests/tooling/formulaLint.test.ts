import { ESLint } from "eslint";
import { fileURLToPath } from "node:url";
import tseslint from "typescript-eslint";
import { describe, expect, it } from "vitest";
import { stampOfNames } from "../../scripts/lint/formulas.mjs";
import { mistakesAmong } from "../../scripts/model/mistakes";
import { ENTRIES } from "../../src/engine/model/model";

const root = fileURLToPath(new URL("../..", import.meta.url));
const eslint = new ESLint({ cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked] });

/** What the rule says of a file of the model, with the text that it underlines. */
async function underlined(text: string): Promise<readonly (readonly [text: string, message: string])[]> {
  const [{ messages }] = await eslint.lintText(text, { filePath: `${root}/src/engine/model/example.ts` });
  const lines = text.split("\n");
  return messages
    .filter(({ ruleId }) => ruleId === "model/formulas")
    .map(({ line, column, endColumn, message }) => [lines[line - 1].slice(column - 1, (endColumn ?? column + 1) - 1), message]);
}

const fileOf = (...entries: readonly string[]): string =>
  `import { quantity } from "./entry";\nexport const EXAMPLE = [\n${entries.join(",\n")}\n];\n`;
const entryOf = (formula: string, id = "some", more = ""): string =>
  `quantity("${id}", { label: "", unit: "", ${more}formula: ${formula} })`;

describe("a formula in the editor has its mistake underlined", () => {
  it.each([
    ["an unknown name", "servers * securty.cost_per_endpoint", "securty.cost_per_endpoint", /mean security.cost_per_endpoint\?/],
    ["an unknown function", "rundup(servers)", "rundup", /no function rundup\. Did you mean roundup\?/],
    ["too many arguments", "2 * roundup(servers, 2)", "roundup", /needs 1 argument, not 2/],
    ["no argument", "max()", "max", /needs 1 or more arguments, not 0/],
    ["a word too few", "by(demand.curve, linear, 1)", "by", /needs a key, then a word and a number each/],
    ["a formula that ends early", "servers * (2 +", "+", /ends after \+/],
    [
      "a key that holds a word",
      "vertical.hosting * 2",
      "vertical.hosting",
      /holds no number\. Ask for its word, as in is\(vertical.hosting/,
    ],
    ["an unknown word of a key", "is(vertical.hosting, ownd)", "ownd", /no word ownd\. Did you mean owned\?/],
    ["an unknown key with words", "is(vertikal.hosting, owned)", "vertikal.hosting", /mean vertical.hosting\?/],
    ["a number in place of a key", "key(2)", "2", /needs the name of a key here/],
    ["an unknown set of rows", "sum(rolez, 1)", "rolez", /no set of rows rolez\. Did you mean roles\?/],
    ["a field outside its rows", "license.price * 2", "license.price", /belongs to a row of licenses/],
    ["a series of each row outside a sum", "2 * licenses_needed", "licenses_needed", /Sum them, as in sum\(licenses/],
    ["months of a key", "previous(security.cost_per_endpoint, 0)", "security.cost_per_endpoint", /has no months/],
    ["an operator of users' formulas", "servers mod 2", "mod", /isn't an operator of the model/],
    ["its own value in the month", "some + 1", "s", /some read each other in the same month/],
  ])("%s: %s", async (_, formula, word, message) => {
    expect(await underlined(fileOf(entryOf(`"${formula}"`)))).toEqual([[word, expect.stringMatching(message)]]);
  });

  it("where its text stands in a template, once for all entries that are made of it", async () => {
    const text = "const of = (id: string) => quantity(`some.${id}`, { label: '', unit: '', formula: `servers * ${id} * volme` });\n";
    expect(await underlined(text + fileOf('of("2")', 'of("3")'))).toEqual([["volme", expect.stringContaining("mean volume?")]]);
  });

  it("where its text stands in an argument of what makes the formula", async () => {
    const text = `const twice = (formula: string): string => \`2 * (\${formula})\`;\n${fileOf(entryOf('twice("servers + volme")'))}`;
    expect(await underlined(text)).toEqual([["volme", expect.stringContaining("mean volume?")]]);
  });
});

describe("a formula in the editor has nothing underlined that reads", () => {
  it.each([
    ["entries, keys, words of the plan and the month", "servers * security.cost_per_endpoint * central_share + month", ""],
    ["rows inside a sum", "sum(licenses, license.price * licenses_needed)", ""],
    ["rows of its own set", "license.price * is(license.node_metric, virtual_server)", 'over: "licenses", '],
    ["the entry itself in the month before", "previous(some, 0) + 1", ""],
    ["a key with the name of an entry", "key(storage.cloud_price)", ""],
  ])("%s", async (_, formula, more) => {
    expect(await underlined(fileOf(entryOf(`"${formula}"`, "some", more)))).toEqual([]);
  });

  it("an entry of the same file that is not saved yet", async () => {
    expect(await underlined(fileOf(entryOf('"2 * other"'), entryOf('"1"', "other")))).toEqual([]);
  });
});

describe("the formulas of the model", () => {
  it("have no mistake as they are built", () => {
    expect(mistakesAmong([...ENTRIES.values()])).toEqual([]);
  });

  it("have a stamp by which ESLint knows when to look again", () => {
    expect(stampOfNames()).toMatch(/^[\da-f]{16}$/);
  });
});
