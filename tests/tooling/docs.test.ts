import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { ENGINE_PAGES } from "../../scripts/docs/engineTables";

describe("pages generated from the code", () => {
  it.each(Object.entries(ENGINE_PAGES))("%s says what the code says (npm run docs writes it)", async (path, page) => {
    expect(await readFile(path, "utf8")).toBe(page());
  });
});
