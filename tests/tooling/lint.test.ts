import { ESLint } from "eslint";
import { fileURLToPath } from "node:url";
import tseslint from "typescript-eslint";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

// Rules that need types are the library's own; without them a text need not stand in a project.
const eslint = new ESLint({ cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked] });

async function rulesBroken(path: string, text: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(text, { filePath: `${root}/${path}` });
  return result.messages.map(({ ruleId, message }) => ruleId ?? message);
}

const ENGINE = "src/engine/demand/example.ts";
const PANE = "src/taskpane/example.ts";
const TEST = "tests/engine/example.test.ts";

const branches = (count: number) => Array.from({ length: count }, (_, i) => `if (x === ${i}) return ${i};`).join(" ");
const lines = (count: number) => Array.from({ length: count }, () => "x += 1;").join("\n");
const documented = (body: string) => `/** Count. */ export function example(x: number): number { ${body} return x; }`;
const nested = (depth: number) => `${"if (x > 1) { ".repeat(depth)}x += 1;${" }".repeat(depth)}`;

describe("a rule reports", () => {
  test.each([
    ["the clock in the engine", ENGINE, "export const now = new Date();", "no-restricted-syntax"],
    ["the clock by its function", ENGINE, "export const now = Date();", "no-restricted-syntax"],
    ["the clock as a number", ENGINE, "export const now = Date.now();", "no-restricted-properties"],
    ["a stopwatch in the engine", ENGINE, "export const now = performance.now();", "no-restricted-globals"],
    ["chance without a seed", ENGINE, "export const chance = Math.random();", "no-restricted-properties"],
    ["a package in the engine", ENGINE, 'import { parse } from "mathjs"; export const p = parse;', "no-restricted-imports"],
    [
      "another package beside the one of a file",
      "src/engine/catalogue/nearest.ts",
      'import { add } from "date-fns"; export const a = add;',
      "no-restricted-imports",
    ],
    [
      "another layer in the engine",
      ENGINE,
      'import { reference } from "../../reference/load"; export const r = reference;',
      "no-restricted-imports",
    ],
    ["a function without a docstring in the engine", ENGINE, "export function cost(): number { return 1; }", "jsdoc/require-jsdoc"],
    [
      "a function without a docstring among the custom functions",
      "src/functions/example.ts",
      "export function cost(): number { return 1; }",
      "jsdoc/require-jsdoc",
    ],
    [
      "a parameter that the docstring misnames",
      ENGINE,
      "/** Cost.\n * @param y number */ export function cost(x: number): number { return x; }",
      "jsdoc/check-param-names",
    ],
    ["a default export", PANE, "const a = 1; export default a;", "no-restricted-syntax"],
    ["a barrel", PANE, 'export * from "./state";', "no-restricted-syntax"],
    ["any", PANE, "export const x: any = 1;", "@typescript-eslint/no-explicit-any"],
    ["a function with eleven paths", PANE, documented(branches(10)), "complexity"],
    ["a function of more than forty lines", PANE, documented(lines(41)), "max-lines-per-function"],
    ["a file of more than 400 lines", PANE, lines(401), "max-lines"],
    ["four levels of nesting", PANE, documented(nested(4)), "max-depth"],
    [
      "a handler that Office replaced by onReady",
      "src/workbook/example.ts",
      "Office.initialize = () => undefined;",
      "office-addins/no-office-initialize",
    ],
    ["a test that asserts nothing", TEST, 'import { test } from "vitest"; test("adds", () => {});', "vitest/expect-expect"],
    [
      "a test that is skipped",
      TEST,
      'import { expect, test } from "vitest"; test.skip("adds", () => { expect(1).toBe(1); });',
      "vitest/no-disabled-tests",
    ],
    [
      "a test that silences the others",
      TEST,
      'import { expect, test } from "vitest"; test.only("adds", () => { expect(1).toBe(1); });',
      "vitest/no-focused-tests",
    ],
  ])("%s", async (_, path, text, rule) => {
    expect(await rulesBroken(path, text)).toContain(rule);
  });

  test.each(["730", "8760", "3600", "86400", "86_400", "1024", "1048576", "2 ** 10", "2 ** 30", "x / 1e12", "1e12 * x"])(
    "the conversion %s",
    async (literal) => {
      const text = `export const f = (x: number): number => x + ${literal};`;
      expect(await rulesBroken(PANE, text)).toContain("local/unit-literals");
    },
  );
});

describe("no rule reports", () => {
  test.each([
    ["a date that is stated", ENGINE, "export const start = new Date(2027, 0);"],
    [
      "a package in the one file that knows it",
      "src/engine/catalogue/nearest.ts",
      'import { distance } from "fastest-levenshtein"; export const d = distance;',
    ],
    ["the engine's own files", ENGINE, 'import { ceilTolerant } from "../units"; export const c = ceilTolerant;'],
    ["a conversion where conversions live", "src/engine/units.ts", "export const HOURS_PER_YEAR = 8760;"],
    ["a large bound that converts nothing", PANE, "export const bound = { max: 1e12 };"],
    [
      "any where cells come in",
      "src/functions/example.ts",
      "/** Cells. */ export function cells(range: any[][]): number { return range.length; }",
    ],
    ["a function with ten paths", PANE, documented(branches(9))],
    [
      "a long describe",
      TEST,
      `import { describe } from "vitest"; describe("many", () => {\nlet x = 0;\n${lines(60)}\nif (x > 0) throw new Error();});`,
    ],
    [
      "a law",
      TEST,
      'import { test } from "vitest"; import fc from "fast-check"; test("holds", () => { fc.assert(fc.property(fc.nat(), (n) => n >= 0)); });',
    ],
  ])("%s", async (_, path, text) => {
    expect(await rulesBroken(path, text)).toEqual([]);
  });
});
