import { readdir, readFile } from "node:fs/promises";
import { format, resolveConfig } from "prettier";
import { describe, expect, it } from "vitest";
import { files } from "../../scripts/model/files";

const FOLDER = "src/engine/model/generated";

describe("the loops of the model", () => {
  it.each(Object.entries(files))("%s is what the formulas say (npm run generate writes it)", async (path, text) => {
    expect(await readFile(path, "utf8")).toBe(await format(text, { ...(await resolveConfig(path)), filepath: path }));
  });

  it("are all written from formulas", async () => {
    expect((await readdir(FOLDER)).map((name) => `${FOLDER}/${name}`).sort()).toEqual(Object.keys(files).sort());
  });
});
