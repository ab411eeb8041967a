import { describe, expect, test } from "vitest";
import { reference } from "../../../src/reference/load";
import { answersOf, refusalsOf } from "../cases";
import { call, metadata } from "../host";

answersOf("REFERENCE", [
  ["gives one value", ["aws-memory", "r8i.large", "memoryGib"], 16],
  ["finds fields as headers are written", ["aws-memory", "R8I.LARGE", "Memory GiB"], 16],
  ["gives the value of each row of one name", ["transfer", "gcp-premium", "price"], [[0.12], [0.11], [0.08]]],
  ["shows what is not offered as a blank", ["aws-memory", "r8i.large", "price"], ""],
]);

refusalsOf("REFERENCE", [
  [
    "a row that does not exist, with the nearest",
    ["licenses", "oracle-db-e"],
    "#N/A",
    'The table has no row "oracle-db-e". Did you mean oracle-db-ee?',
  ],
  [
    "a field that does not exist",
    ["roles", "dba", "wage"],
    "#VALUE!",
    'field is "wage". Use name, date, unit, confidence, applies, driver, ratio, fixed, minimum, salary, oncall, source, or note.',
  ],
  [
    "an unknown table",
    ["prices"],
    "#VALUE!",
    'table is "prices". Use aws-memory, aws-general, aws-arm, aws-nodes, azure-m, azure-e, gcp-memory, gcp-nodes, owned-x86, transfer, roles, licenses, or facts.',
  ],
]);

describe("REFERENCE", () => {
  const tables = metadata.enums.find(({ id }) => id === "ReferenceTable")!.values.map(({ stringValue }) => stringValue);

  test("offers every table of the reference data", () => {
    expect(tables.sort()).toEqual([...Object.keys(reference.ladders), "facts", "licenses", "roles", "transfer"].sort());
  });

  test.each(tables.map((table) => [table]))("gives %s with unit, source and date in every row", (table) => {
    const [header, ...rows] = call("REFERENCE", table) as unknown[][];
    expect(rows.length).toBeGreaterThan(0);
    for (const field of ["unit", "source", "date"]) {
      const column = header.indexOf(field);
      expect(
        rows.filter((row) => row[column] === "" || row[column] === undefined),
        field,
      ).toEqual([]);
    }
  });
});
