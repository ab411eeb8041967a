import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { referenceFiles } from "../../scripts/reference.mjs";
import type { ReferenceFiles } from "../../src/reference/load";
import { reference } from "../../src/reference/load";
import { checkedReference } from "../../src/reference/schema";

const file = (name: string): string => readFileSync(new URL(`../../src/reference/${name}`, import.meta.url), "utf8");
const parsed = (): ReferenceFiles => {
  const names = ["servers", "transfer", "licenses", "roles", "facts"];
  return Object.fromEntries(names.map((name) => [name, JSON.parse(file(`${name}.json`)) as unknown])) as unknown as ReferenceFiles;
};

describe("src/reference equals a fresh run of scripts/reference.mjs", () => {
  it.each(Object.entries(referenceFiles()))("%s", (name, fresh) => {
    expect(file(name)).toBe(fresh);
  });
});

/** The files with one of them passed through `edit` as text. */
function withEdit(name: keyof ReferenceFiles, edit: (text: string) => string): ReferenceFiles {
  const text = file(`${name}.json`);
  expect(edit(text), "the edit must change the file").not.toBe(text);
  return { ...parsed(), [name]: JSON.parse(edit(text)) as unknown };
}

describe("a broken row is an error that names file, row and field", () => {
  it.each<[string, keyof ReferenceFiles, (text: string) => string, RegExp]>([
    [
      "a negative core count",
      "servers",
      (t) => t.replace('["r8i.large",2,', '["r8i.large",-2,'),
      /servers\.json aws-memory.*"r8i\.large".*cores/,
    ],
    ["text for a number", "servers", (t) => t.replace('["r8i.xlarge",4,', '["r8i.xlarge","4",'), /servers\.json.*"r8i\.xlarge".*cores/],
    ["an unknown field", "servers", (t) => t.replace('"kw":', '"watts":'), /servers\.json.*(kw|watts)/],
    ["a missing source", "servers", (t) => t.replace('"source": "AWS list', '"origin": "AWS list'), /servers\.json.*source/],
    ["a name that stands twice", "servers", (t) => t.replace('["r8i.xlarge"', '["r8i.large"'), /servers\.json.*"r8i\.large".*twice/],
    ["a confidence of our own making", "roles", (t) => t.replace('"medium"', '"sure"'), /roles\.json.*"sysadmin".*confidence/],
    ["tiers out of order", "transfer", (t) => t.replace("[10340,0.085]", "[50,0.085]"), /transfer\.json.*"aws-internet".*tiers must rise/],
    [
      "tiers that do not start at 0",
      "transfer",
      (t) => t.replace("[[0,0],[100", "[[1,0],[100"),
      /transfer\.json.*"aws-internet".*tiers must rise/,
    ],
    ["neither price nor question", "licenses", (t) => t.replace('"price":47500', '"price":null'), /licenses\.json.*"oracle-db-ee".*price/],
    ["a fact that is not a number", "facts", (t) => t.replace(",104620,", ',"104,620",'), /facts\.json.*"wage\.dba".*value/],
  ])("%s", (_title, name, edit, message) => {
    expect(() => checkedReference(withEdit(name, edit))).toThrow(message);
  });
});

describe("the loaded data", () => {
  it("is what the check of the files gives", () => {
    expect(reference).toEqual(checkedReference(parsed()));
  });

  it("is frozen to the last row", () => {
    const row = reference.ladders["aws-memory"]?.[0];
    for (const part of [
      reference,
      reference.ladders,
      row,
      reference.licenses[0]?.virtual,
      reference.transferRates["aws-internet"]?.tiers[1],
    ]) {
      expect(part).toBeDefined();
      expect(Object.isFrozen(part)).toBe(true);
    }
  });
});
