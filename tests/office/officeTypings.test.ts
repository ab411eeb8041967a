import { createRequire } from "node:module";
import path from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { ROOT } from "./build";

const require = createRequire(import.meta.url);
const TYPINGS = require.resolve("@microsoft/office-js/dist/office.d.ts");

/** What the compiler says of a layer when it takes Office.js from the typings of Microsoft's own package instead of DefinitelyTyped's. */
function diagnostics(folder: string, extra: Readonly<Record<string, string>> = {}): readonly string[] {
  const configFile = path.join(ROOT, folder, "tsconfig.json");
  const { config } = ts.readConfigFile(configFile, (file) => ts.sys.readFile(file)) as { config: unknown };
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, path.dirname(configFile));
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  host.readFile = (file) => extra[path.relative(ROOT, file)] ?? readFile(file);
  const fileExists = host.fileExists.bind(host);
  host.fileExists = (file) => path.relative(ROOT, file) in extra || fileExists(file);
  const files = [...fileNames, ...Object.keys(extra).map((file) => path.join(ROOT, file)), TYPINGS];
  const program = ts.createProgram(files, { ...options, types: [] }, host);
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => file !== undefined && !file.fileName.includes("node_modules"))
    .map(({ file, messageText }) => `${path.relative(ROOT, file!.fileName)}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`);
}

test.each(["src/workbook", "src/taskpane"])("%s uses what the typings that ship with office.js declare", (folder) => {
  expect(diagnostics(folder)).toEqual([]);
});

test("a member that office.js does not have is found", () => {
  const text = "export const address = (sheet: Excel.Worksheet) => sheet.getUsedRangeOfEverything();";
  expect(diagnostics("src/workbook", { "src/workbook/invented.ts": text })).toEqual([expect.stringContaining("getUsedRangeOfEverything")]);
});
