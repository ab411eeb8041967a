import ts from "typescript";
import { expect, it } from "vitest";
import { plainEnums } from "../../scripts/plainEnums.mjs";

function written(source: string): string {
  const options = { transformers: { before: [plainEnums] }, compilerOptions: { target: ts.ScriptTarget.ESNext, removeComments: true } };
  return ts.transpileModule(source, options).outputText.replaceAll(/\s+/g, " ").trim();
}

it.each([
  ["an enum of words", `enum E { /** One. */ one = "one", two = "2" } f(E.one);`, `const E = { one: "one", two: "2" }; f(E.one);`],
  ["one that is exported", `export enum E { one = "one" }`, `export const E = { one: "one" };`],
])("writes %s as an object", (_, source, text) => {
  expect(written(source)).toBe(text);
});

it("leaves an enum of numbers, which has names by number too", () => {
  expect(written("enum E { one, two }")).toContain('E[E["one"] = 0] = "one"');
});
