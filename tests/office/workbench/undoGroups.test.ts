import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const LIBRARY = join(dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json")), "dist", "excel-win32-16.01.js");

test("the library of npm does not know groups of undo: when it does, src/workbench/office/undoGroups.ts goes (docs/decisions/0090)", () => {
  expect(readFileSync(LIBRARY, "utf8")).not.toContain("mergeUndoGroup");
});
