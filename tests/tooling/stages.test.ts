import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { checkTestFolders, playwrightTimes, slowestTests, vitestTimes } from "../../scripts/testRun.mjs";

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "stages-"));
});
afterEach(() => {
  rmSync(root, { recursive: true });
  vi.unstubAllEnvs();
});

function place(...files: readonly string[]): void {
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), "");
  }
}

test("stages whose folders hold tests may run", () => {
  place("laws/lines/totals.test.ts", "laws/scenarios.ts", "browser/sample.spec.ts");
  expect(() => {
    checkTestFolders(["types", "laws", "browser"], root);
  }).not.toThrow();
});

test.each([
  ["no folder", []],
  ["a folder without tests", ["laws/scenarios.ts"]],
  ["tests of another stage alone", ["published/finance.test.ts"]],
])("a stage with %s fails", (_, files) => {
  place(...files);
  expect(() => {
    checkTestFolders(["laws"], root);
  }).toThrow("No tests in tests/laws");
});

test.each(["sketches/growth.test.ts", "browser/sample.test.ts", "engine/growth.spec.ts", "growth.test.ts"])(
  "tests/%s, which no stage would run, fails",
  (file) => {
    place("laws/totals.test.ts", file);
    expect(() => {
      checkTestFolders(["laws"], root);
    }).toThrow(`No stage runs tests/${file}`);
  },
);

test("a CHROME_PATH that cannot be run is an error, not a reason to take another browser", async () => {
  vi.stubEnv("CHROME_PATH", join(root, "no-browser"));
  await expect(findBrowser()).rejects.toThrow("CHROME_PATH is");
});

test("the slowest tests of all runners are named with their time, the slowest first", () => {
  const units = {
    testResults: [{ name: "tests/engine/growth.test.ts", assertionResults: [{ fullName: "growth is compound", duration: 40 }] }],
  };
  const pages = {
    suites: [
      {
        title: "home.spec.ts",
        file: "home.spec.ts",
        specs: [],
        suites: [
          {
            title: "Home",
            file: "home.spec.ts",
            specs: [{ title: "opens", tests: [{ results: [{ duration: 9_000 }] }] }],
          },
        ],
      },
      { title: "keys.spec.ts", file: "keys.spec.ts", specs: [{ title: "a key is typed", tests: [{ results: [{ duration: 12_340 }] }] }] },
    ],
  };
  expect(slowestTests([...vitestTimes(units), ...playwrightTimes(pages)], 2)).toEqual([
    "  12.3 s  tests/browser/keys.spec.ts: a key is typed",
    "   9.0 s  tests/browser/home.spec.ts: Home opens",
  ]);
});
