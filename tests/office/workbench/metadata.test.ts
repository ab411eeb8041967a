import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { allowedValues } from "../../../src/workbench/functions/metadata";
import type { FunctionsFile } from "../../../src/workbench/functions/metadata";

describe("values that help offers for an enumerated argument", () => {
  it("are those of the built functions.json", async () => {
    const file = JSON.parse(await readFile("dist/functions.json", "utf8")) as FunctionsFile;
    const metric = file.functions.find(({ name }) => name === "CAPACITY.PLAN");
    const architecture = metric!.parameters.find(({ name }) => name === "architecture");
    expect(allowedValues(architecture!, file)).toEqual(['"vertical"', '"horizontal"', '"hybrid"']);
  });

  it("are all words or numbers", async () => {
    const file = JSON.parse(await readFile("dist/functions.json", "utf8")) as FunctionsFile;
    const enumerated = file.functions.flatMap(({ parameters }) => parameters.filter(({ customEnumId }) => customEnumId !== undefined));
    expect(enumerated.length).toBeGreaterThan(20);
    for (const parameter of enumerated) expect(allowedValues(parameter, file).join()).toMatch(/^("[\w -]+"|-?\d+)(,("[\w -]+"|-?\d+))*$/);
  });
});
