import { cruise } from "dependency-cruiser";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import config from "../../scripts/lint/dependency-cruiser.js";

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "layers-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Files {
  readonly [path: string]: string;
}

/** Names of the rules that these files break; they stand in a project of their own. */
async function rulesBroken(files: Files): Promise<readonly string[]> {
  const project = mkdtempSync(join(folder, "case-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
  const { forbidden, options } = config;
  const { output } = await cruise(["src"], { ...options, tsConfig: {}, baseDir: project, validate: true, ruleSet: { forbidden } } as never);
  return (output as { summary: { violations: { rule: { name: string } }[] } }).summary.violations.map(({ rule }) => rule.name);
}

/** Two files, the first of which imports the second. */
function importing(file: string, target: string): Files {
  const up = "../".repeat(file.split("/").length - 1);
  return { [`${file}.ts`]: `import { x } from "${up}${target}"; export const y = x;`, [`${target}.ts`]: "export const x = 1;" };
}

/** A file that imports a package, which the project lists among its dependencies or among what only development needs. */
function using(file: string, name: string, list: "dependencies" | "devDependencies" = "dependencies"): Files {
  return {
    [`${file}.ts`]: `import { x } from "${name}"; export const y = x;`,
    [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: "1.0.0", main: "index.js" }),
    [`node_modules/${name}/index.js`]: "export const x = 1;",
    "package.json": JSON.stringify({ [list]: { [name]: "1.0.0" } }),
  };
}

test.each([
  ["src/engine/plan/project", "src/reference/load", "layer-engine"],
  ["src/reference/load", "src/functions/cells", "layer-reference"],
  ["src/functions/cost", "src/workbook/layout", "layer-functions"],
  ["src/functions/cost", "src/taskpane/shell/state", "layer-functions"],
  ["src/workbook/layout", "src/functions/cells", "layer-workbook"],
  ["src/workbook/layout", "src/taskpane/shell/state", "layer-workbook"],
  ["src/taskpane/shell/state", "src/functions/cells", "layer-taskpane"],
  ["src/taskpane/shell/state", "src/workbench/main", "layer-taskpane"],
  ["src/workbench/main", "src/functions/cells", "layer-workbench"],
  ["src/workbench/main", "src/taskpane/shell/state", "layer-workbench"],
  ["src/workbench/main", "tests/engine/cases", "src-stands-alone"],
  ["src/taskpane/home/view", "src/taskpane/inputs/state", "screens-apart"],
  ["src/taskpane/shell/parts", "src/taskpane/home/state", "screens-registered"],
  ["src/taskpane/home/view", "src/taskpane/shell/screens", "registry-behind"],
  ["src/taskpane/pictures/lines", "src/taskpane/compare/state", "shared-below-screens"],
])("%s may not import %s", async (file, target, rule) => {
  expect(await rulesBroken(importing(file, target))).toEqual([rule]);
});

test.each([
  ["src/reference/load", "src/engine/catalogue/reference"],
  ["src/functions/cost", "src/engine/plan/project"],
  ["src/functions/cost", "src/reference/load"],
  ["src/workbook/layout", "src/engine/catalogue/assumptions"],
  ["src/taskpane/shell/state", "src/workbook/layout"],
  ["src/workbench/main", "src/workbook/layout"],
  ["src/taskpane/home/view", "src/taskpane/home/state"],
  ["src/taskpane/home/view", "src/taskpane/shell/state"],
  ["src/taskpane/home/view", "src/taskpane/pictures/lines"],
  ["src/taskpane/shell/screens", "src/taskpane/home/view"],
])("%s may import %s", async (file, target) => {
  expect(await rulesBroken(importing(file, target))).toEqual([]);
});

test.each([
  ["src/engine/capacity/need", "mathjs", "engine-packages"],
  ["src/engine/catalogue/nearest", "date-fns", "engine-only-fastest-levenshtein"],
  ["src/functions/cost", "@univerjs/core", "grid-in-workbench-only"],
  ["src/functions/cost", "node:fs", "no-node-in-src"],
  ["src/functions/cost", "./missing", "no-unresolvable"],
])("%s may not import %s", async (file, name, rule) => {
  expect(await rulesBroken(using(file, name))).toContain(rule);
});

test("what ships is not a development dependency", async () => {
  expect(await rulesBroken(using("src/taskpane/home/view", "lit", "devDependencies"))).toEqual(["ships-with-dependencies-only"]);
});

test.each([
  ["src/engine/catalogue/nearest", "fastest-levenshtein"],
  ["src/taskpane/home/view", "lit"],
  ["src/workbench/grid/univer", "@univerjs/core"],
])("%s may import %s", async (file, name) => {
  expect(await rulesBroken(using(file, name))).toEqual([]);
});

const cycle = (place: string, keyword: string): Files => ({
  [`${place}/sheet.ts`]: `${keyword} { range } from "./range"; export const sheet: typeof range = 1;`,
  [`${place}/range.ts`]: 'import { sheet } from "./sheet"; export const range = Number(sheet);',
});

test.each([
  ["two files", "src/engine", "import", "no-cycle"],
  ["two files, one for types alone,", "src/engine", "import type", "no-cycle"],
])("%s in %s do not import each other", async (_, place, keyword, rule) => {
  expect(await rulesBroken(cycle(place, keyword))).toContain(rule);
});

test("a file that nothing imports is reported", async () => {
  expect(await rulesBroken({ "src/engine/lonely.ts": "export const x = 1;" })).toEqual(["no-orphan"]);
});

test("each rule says why", () => {
  for (const rule of config.forbidden) expect(rule.comment.length, rule.name).toBeGreaterThan(40);
});
