import { readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const TABLES = join(ROOT, "src", "workbench", "office");
const MICROSOFT = join(ROOT, "node_modules", "@microsoft", "office-js", "dist", "office.d.ts");
const BASE = join(ROOT, "tsconfig.json");

/** What the compiler says about the tables of classes when Excel is declared by Microsoft's own package instead of @types/office-js. */
function complaints(): string[] {
  const { config } = ts.readConfigFile(BASE, (file) => ts.sys.readFile(file)) as { config: { compilerOptions: object } };
  const lib = ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"];
  const { options } = ts.convertCompilerOptionsFromJson({ ...config.compilerOptions, lib: undefined, types: [] }, ROOT);
  const files = readdirSync(TABLES).map((name) => join(TABLES, name));
  const program = ts.createProgram([MICROSOFT, ...files], { ...options, lib });
  const own = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(join(ROOT, "src")));
  expect(own.length).toBeGreaterThanOrEqual(files.length);
  return own.flatMap((file) =>
    program
      .getSemanticDiagnostics(file)
      .map(({ messageText }) => `${file.fileName}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`),
  );
}

describe("the workbench's side of office.js", () => {
  it("has no class or member that Microsoft's own typings do not have", { timeout: 60_000 }, () => {
    expect(complaints()).toEqual([]);
  });
});
