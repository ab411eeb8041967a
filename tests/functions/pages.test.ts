import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { functionPages } from "../../scripts/docs/functionPages.mjs";

const pages = await functionPages();

test.each(Object.entries(pages))("%s says what the sources say (npm run docs writes it)", (path, text) => {
  expect(readFileSync(path, "utf8")).toBe(text);
});

test("no page is left of a family that is gone", () => {
  expect(
    readdirSync("docs/functions")
      .map((file) => `docs/functions/${file}`)
      // Written by hand, and run by tests/browser/recipes.spec.ts.
      .filter((file) => file !== "docs/functions/recipes.md")
      .sort(),
  ).toEqual(Object.keys(pages).sort());
});
