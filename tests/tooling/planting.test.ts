import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  COST_PER_NODE,
  COST_PER_SERVER,
  filesOf,
  FUNCTION,
  INPUT,
  LINE_OF_INPUT,
  QUESTION_ANSWERED,
  QUESTION_AS_DATA,
} from "./planting/plantings";
import type { Edit } from "./planting/plantings";
import type { Planted } from "./planting/planted";

const root = fileURLToPath(new URL("../..", import.meta.url));
const COPIED = [
  "src",
  "scripts",
  "assets",
  "package.json",
  "tsconfig.json",
  "prettier.config.js",
  "docs/catalogue.md",
  "tests/tooling/planting",
];

const PLANTINGS = {
  "a cost line": COST_PER_SERVER,
  "a cost line with a price": COST_PER_NODE,
  "an input": INPUT,
  "an input with a line that reads it": [...INPUT, ...LINE_OF_INPUT],
  "a function": FUNCTION,
  "a question of Analyze": [...QUESTION_AS_DATA, ...QUESTION_ANSWERED],
};

let copy = "";
let found: Planted;

const textOf = (path: string): string => readFileSync(join(copy, path), "utf8");

function edit({ file, from, to }: Edit): void {
  const parts = from === undefined ? ["", ""] : textOf(file).split(from);
  if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times: ${from}`);
  writeFileSync(join(copy, file), parts.join(to));
}

/** Runs a script of the copy, as a person does after the edits. */
const run = (...args: readonly string[]): string => execFileSync(process.execPath, args, { cwd: copy, encoding: "utf8" });

/** What the compiler says of the files of a question, as they are in the copy. */
function typeProblems(): readonly string[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(copy, "src/taskpane/tsconfig.json"),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, "\n"));
      },
    },
  );
  const files = filesOf(...PLANTINGS["a question of Analyze"]).map((file) => join(copy, file));
  const program = ts.createProgram(
    files.filter((file) => ts.sys.fileExists(file)),
    { ...config?.options, incremental: false },
  );
  const wrong = files.flatMap((file) => {
    const source = program.getSourceFile(file);
    return source && program.getSemanticDiagnostics(source).length > 0 ? [relative(copy, file)] : [];
  });
  return [...new Set(wrong)];
}

let namedByCompiler: readonly string[] = [];
let leftByCompiler: readonly string[] = [];

beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), "planting-"));
  for (const path of COPIED) cpSync(join(root, path), join(copy, path), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  QUESTION_AS_DATA.forEach(edit);
  namedByCompiler = typeProblems();
  [COST_PER_SERVER, COST_PER_NODE, INPUT, LINE_OF_INPUT, FUNCTION, QUESTION_ANSWERED].flat().forEach(edit);
  leftByCompiler = typeProblems();
  run("scripts/generate.mjs");
  run("scripts/docs.mjs");
  const bundle = "planted.mjs";
  const paths = { absWorkingDir: copy, entryPoints: ["tests/tooling/planting/planted.ts"], outfile: bundle };
  await build({ ...paths, bundle: true, platform: "node", format: "esm", logLevel: "error" });
  found = JSON.parse(run(bundle)) as Planted;
});

afterAll(() => {
  rmSync(copy, { recursive: true });
});

describe("what is added as CONTRIBUTING says takes so many files edited by hand", () => {
  it.each([
    ["a cost line", ["src/engine/model/risk.ts"]],
    ["a cost line with a price", ["src/engine/catalogue/assumptions.ts", "src/engine/model/software.ts"]],
    ["an input", ["src/engine/catalogue/assumptions.ts"]],
    ["an input with a line that reads it", ["src/engine/catalogue/assumptions.ts", "src/engine/model/risk.ts"]],
    ["a function", ["src/functions/growth.ts", "docs/catalogue.md", "assets/locales/de-DE.json"]],
    [
      "a question of Analyze",
      [
        "src/taskpane/analyze/question.ts",
        "src/taskpane/analyze/peakAnswer.ts",
        "src/taskpane/analyze/answer.ts",
        "src/taskpane/analyze/questionOf.ts",
        "src/taskpane/analyze/cells.ts",
        "src/taskpane/analyze/formula.ts",
        "src/taskpane/analyze/forms.ts",
        "src/taskpane/analyze/results.ts",
      ],
    ],
  ] as const)("%s: %j", (name, files) => {
    expect(filesOf(...PLANTINGS[name])).toEqual(files);
  });

  it("and the compiler names those of a question that are missing", () => {
    const others = filesOf(...QUESTION_ANSWERED).filter((file) => !file.endsWith("peakAnswer.ts"));
    expect([...namedByCompiler].sort()).toEqual([...others].sort());
    expect(leftByCompiler).toEqual([]);
  });
});

describe("a planted cost line is found", () => {
  it("in the cost lines and in the total, by its formula", () => {
    const { first, servers, inTotal, total, sum } = found.perServer;
    expect(found.components).toContain("planted.servers");
    expect([first, inTotal]).toEqual([(servers * 600) / 12, true]);
    expect(total).toBeCloseTo(sum, 4);
  });

  it("in the comparison of two scenarios", () => {
    expect(found.compared).toEqual(expect.arrayContaining(["planted.servers", "planted.nodes"]));
  });

  it("in EXPLAIN", () => {
    expect(found.perServer.formula).toBe("servers * platform.tools_cost / 12 * inflation_index");
  });

  it("in docs/lines.md, with what it is computed from", () => {
    expect(textOf("docs/lines.md")).toMatch(/`planted\.servers` \| Planted: planted\.servers \|.*`servers`, `platform\.tools_cost`/);
  });

  it("by the choice of the node type, where it costs so much that fewer nodes are cheaper", () => {
    expect(found.nodeTypes).toEqual(["small", "large"]);
  });

  it("with its price, which a scenario can state", () => {
    expect(found.perNode.first).toBeCloseTo((found.perNode.nodes * 1200) / 12, 9);
  });
});

describe("a planted input is found", () => {
  it("by the line that reads it, with its default and as a scenario states it", () => {
    const [half, whole] = found.input.map(({ first = 0, servers }) => first / servers);
    expect([half, whole]).toEqual([(0.5 * 500) / 12, 500 / 12]);
  });

  it("on the sheet of assumptions, and in docs/assumptions.md", () => {
    expect(found.keysOfSheet).toEqual(expect.arrayContaining(["planted.share", "planted.node_price"]));
    expect(textOf("docs/assumptions.md")).toContain("| `planted.share` | Planted share | share | 0.5 | 0 to 1 |");
  });
});

describe("a planted function is found", () => {
  it("in functions.json in every language and on the page of its family, and answers", () => {
    const code = `
      import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
      import { finishMetadata, functionSources } from "./scripts/functionsMetadata.mjs";
      import { functionTexts, LOCALES } from "./scripts/locales.mjs";
      const sources = functionSources("src/functions");
      const { metadataJson } = await generateCustomFunctionsMetadata(sources.map(({ path }) => path));
      const { json, problems } = finishMetadata(metadataJson, sources);
      const found = JSON.parse(json).functions.filter(({ id }) => id === "GROWTH.PLANTED");
      const english = LOCALES.flatMap(({ functions }) => functionTexts(JSON.parse(json)).filter((text) => !(text in functions)));
      console.log(JSON.stringify({ problems, english, names: found.map(({ name }) => name) }));`;
    expect(JSON.parse(run("--input-type=module", "-e", code))).toEqual({ problems: [], english: [], names: ["GROWTH.PLANTED"] });
    expect(textOf("docs/functions/growth.md")).toContain("`=TCO.GROWTH.PLANTED(amount)`");
    expect(found.function).toEqual([[4]]);
  });
});

describe("a planted question is answered", () => {
  it("with its cells and the formula that gives the same", () => {
    expect(found.question.answer).toMatchObject({ kind: "peak", metric: "peak_year" });
    expect(found.question.cells).toEqual([[expect.any(Number)]]);
    expect(found.question.formula).toMatchObject({ formula: '=TCO.METRIC(Base_scenario,"peak_year")' });
  });
});
