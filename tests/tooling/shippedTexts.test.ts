import ts from "typescript";
import { describe, expect, it } from "vitest";
import { withoutUnshownTexts } from "../../scripts/shippedTexts.mjs";

/** What of a file of the engine ships in functions.js. */
function shipped(source: string, fileName = "/product/src/engine/model/some.ts"): string {
  const options = { fileName, transformers: { before: [withoutUnshownTexts] }, compilerOptions: { target: ts.ScriptTarget.ESNext } };
  return ts.transpileModule(source, options).outputText.replaceAll(/\s+/g, " ").trim();
}

describe("texts of the engine that functions.js does not need", () => {
  it.each([
    ["the label of an entry that is no line", `quantity("a", { label: "A", unit: "TB" });`, `quantity("a", { unit: "TB" });`],
    ["a label that a variable holds", `decided(id, { label, unit });`, `decided(id, { unit });`],
    [
      "one inside a list",
      `f([...g(), namedByCell("a", { label: \`\${b} c\`, lines: [] })]);`,
      `f([...g(), namedByCell("a", { lines: [] })]);`,
    ],
    ["what a cost line is", `cost("a", { label: "A", explanation: "Why." });`, `cost("a", { label: "A" });`],
    ["what a metric is", `const M = [{ id: "m", label: "M", explanation: "What." }];`, `const M = [{ id: "m", label: "M" }];`],
  ])("are left out: %s", (_, source, text) => {
    expect(shipped(source)).toBe(text);
  });

  it.each([
    ["the label of a line", `quantity("a", { label: "A", isLine: true });`],
    ["that of what may be a line", `quantity("a", { ...stated, label: "A" });`],
    ["that of another object in the same call", `quantity("a", of({ label: "A" }));`],
    ["labels of the catalogue", `number("Label", "unit", 1);`],
  ])("are kept: %s", (_, source) => {
    expect(shipped(source)).toBe(source);
  });

  it("are kept in files that are not of the engine", () => {
    const source = `quantity("a", { label: "A", explanation: "Why." });`;
    expect(shipped(source, "/product/src/functions/some.ts")).toBe(source);
  });
});
