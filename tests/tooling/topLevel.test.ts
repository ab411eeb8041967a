import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const text = (file: string) => readFileSync(`${ROOT}/${file}`, "utf8");

/** What a visitor finds at the top, and why it is there. Whatever serves one command alone stands in scripts/. */
const TOP: Readonly<Record<string, string>> = {
  ".ci": "what a continuous integration runs",
  ".editorconfig": "read by editors from here",
  ".gitattributes": "read by git from here",
  ".gitignore": "read by git from here",
  ".npmrc": "read by npm from here",
  ".nvmrc": "read by nvm from here",
  ".prettierignore": "read by editors from here",
  "CONTRIBUTING.md": "how to change it",
  LICENSE: "what may be done with it",
  "README.md": "what it is",
  assets: "icons, texts and the page of help, as they ship",
  bench: "speed",
  data: "the sources of prices and shapes",
  docs: "the manual",
  "eslint.config.js": "read by editors from here",
  "manifest.xml": "what Excel reads of the add-in",
  "package-lock.json": "the packages",
  "package.json": "the commands",
  "playwright.config.ts": "read by `npx playwright` from here",
  "prettier.config.js": "read by editors from here",
  scripts: "what the commands run",
  src: "the product",
  tests: "the tests",
  "tsconfig.json": "read by editors from here",
  "vitest.config.ts": "read by `npx vitest` from here",
  "webpack.config.js": "how the add-in is built",
};

test("nothing stands at the top that has no reason to", () => {
  const ignored = new Set([
    ".git",
    ...text(".gitignore")
      .split("\n")
      .map((line) => line.replace(/\/$/, "")),
  ]);
  const found = readdirSync(ROOT).filter((name) => !ignored.has(name) && !name.endsWith(".tsbuildinfo"));
  expect(found.sort()).toEqual(Object.keys(TOP).sort());
});

test("every command that npm runs is told in CONTRIBUTING.md", () => {
  const { scripts } = JSON.parse(text("package.json")) as { scripts: Readonly<Record<string, string>> };
  const told = text("CONTRIBUTING.md");
  const commands = Object.keys(scripts).map((name) => `npm ${["start", "test"].includes(name) ? name : `run ${name}`}`);
  expect(commands.filter((command) => !told.includes(`\`${command}`))).toEqual([]);
});
