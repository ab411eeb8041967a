import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { notUsedIn } from "./words/notUsed";
import { passagesOf } from "./words/passages";

/** Where every text follows the list so far. */
const CLEAN = [
  "CONTRIBUTING.md",
  "README.md",
  "docs",
  "manifest.xml",
  "assets",
  "bench",
  "data",
  "scripts",
  "src/engine",
  "src/functions",
  "src/reference",
  "tests/golden",
  "tests/published",
  "vitest.config.ts",
];

/** Decisions quote earlier texts; raw data, and the words themselves, are quotations; the generator copies the texts of the model. */
const QUOTED = /^(docs\/decisions\/(?!README)|data\/raw\/|tests\/tooling\/words)|\/generated\/|package-lock/;

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "--", ...CLEAN], { encoding: "utf8" })
  .split("\n")
  .filter((path) => /\.(ts|mts|mjs|js|json|md|html|xml|css|py)$/.test(path) && !QUOTED.test(path));

describe("words", () => {
  test("of texts, documentation and comments are those of the field", () => {
    const found = files.flatMap((path) =>
      passagesOf(path, readFileSync(path, "utf8")).flatMap((passage) => notUsedIn(passage).map((word) => `${path}:${word}`)),
    );
    expect(found).toEqual([]);
  });

  test.each([
    [
      "a message",
      "src/engine/a.ts",
      "throw new Error(`The node carries ${load}.`);",
      ["1: carries (use can meet (demand), has, includes)"],
    ],
    [
      "a label of one word",
      "src/taskpane/a.ts",
      'const label = "Horizontal";',
      ["1: Horizontal (use Central, Distributed (ids in code style are exempt))"],
    ],
    ["a template", "src/taskpane/a.ts", 'html`<b class="best" title="Best price">Sum</b>`', ["1: Best (use lowest, cheapest, earliest)"]],
    ["a description of a function", "src/functions/a.ts", "/** The best shape. */", ["1: best (use lowest, cheapest, earliest)"]],
    ["a comment", "src/engine/a.ts", "let x;\n// Read anew.\nx = 1;", ["2: anew (use again)"]],
    ["a page", "docs/a.md", "# A\n\nA check holds.", ["3: holds (use passed, is true)"]],
    ["a percentage with a space", "src/engine/a.ts", 'f("about 5 % more");', ["1: 5 % (use no space before %)"]],
  ])("that are not used are found in %s", (_, path, content, words) => {
    expect(passagesOf(path, content).flatMap(notUsedIn)).toEqual(words);
  });

  test.each([
    ["a key in a message", "src/engine/a.ts", 'f("Enter horizontal.nodes or \\"vertical\\".");'],
    ["an id", "src/engine/a.ts", 'f("horizontal");'],
    ["a formula of the model", "src/engine/a.ts", 'f({ formula: "horizontal * best + 1" });'],
    ["a class of a template", "src/taskpane/a.ts", 'html`<b class="best card">Sum</b>`'],
    ["code on a page", "docs/a.md", "`colour` and\n```\nanew\n```"],
    ["a function", "docs/a.md", "VERTICAL returns"],
    ["an example of a function", "src/functions/a.ts", '/**\n * @example =TCO.SUM("best of all") -> 1\n */'],
    ["words with another meaning in comments", "src/engine/a.ts", "// The best and the likely."],
  ])("are no names: %s", (_, path, content) => {
    expect(passagesOf(path, content).flatMap(notUsedIn)).toEqual([]);
  });
});
