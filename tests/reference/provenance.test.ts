import { describe, expect, it } from "vitest";
import type { Provenance } from "../../src/engine/catalogue/reference";
import { reference } from "../../src/reference/load";

const rows: readonly (readonly [string, Provenance])[] = [
  ...Object.entries(reference.ladders).flatMap(([ladder, shapes]) => shapes.map((row) => [`${ladder} ${row.name}`, row] as const)),
  ...Object.entries(reference.transferRates),
  ...reference.roles.map((row) => [`role ${row.role}`, row] as const),
  ...reference.licenses.map((row) => [`license ${row.name}`, row] as const),
  ...reference.facts.map((row) => [`fact ${row.name}`, row] as const),
];

describe("the reference data", () => {
  it("has at least the tables and rows that a planner is promised", () => {
    expect(Object.keys(reference.ladders)).toEqual([
      "aws-memory",
      "aws-general",
      "aws-arm",
      "aws-nodes",
      "azure-m",
      "azure-e",
      "gcp-memory",
      "gcp-nodes",
      "owned-x86",
    ]);
    expect(reference.ladders["aws-nodes"]).toHaveLength(66);
    expect(reference.ladders["aws-memory"]).toHaveLength(20);
    expect(Object.keys(reference.transferRates)).toEqual(["aws-internet", "azure-internet", "gcp-premium", "gcp-standard", "none"]);
    expect(reference.roles.map((row) => row.role)).toEqual([
      "sysadmin",
      "dba",
      "platform",
      "regional",
      "network",
      "security",
      "integration",
    ]);
  });

  it("names for each row a source, a year, a unit and how far to trust it", () => {
    const trust = /^(good|medium|low|assumption|recalled)$/;
    const bare = rows.filter(
      ([, row]) => row.source.length < 7 || !/\b(19|20)\d{2}/.test(row.date) || !row.unit || !trust.test(row.confidence),
    );
    expect(rows.length).toBeGreaterThan(250);
    expect(bare.map(([name]) => name)).toEqual([]);
  });

  it("never calls good what its own source calls recalled, an assumption or a proxy", () => {
    const overstated = rows.filter(
      ([, row]) => row.confidence === "good" && /recalled|assum|proxy/i.test(`${row.source} ${row.note ?? ""}`),
    );
    expect(overstated.map(([name]) => name)).toEqual([]);
  });

  it("marks every owned server as an assumption and says how its price follows", () => {
    for (const row of reference.ladders["owned-x86"] ?? []) {
      expect(row.confidence).toBe("assumption");
      expect(row.note).toMatch(/price/i);
    }
  });
});
