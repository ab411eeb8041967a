import { describe, expect, it } from "vitest";
import { reference } from "../../src/reference/load";

describe("transfer prices", () => {
  // The free 100 GB shift every bound: what is billed is the volume above them.
  it.each([
    ["aws-internet", [0, 100, 10340, 51300, 153700], [0, 0.09, 0.085, 0.07, 0.05], "good"],
    ["azure-internet", [0, 100, 10340, 51300, 153700], [0, 0.087, 0.083, 0.07, 0.05], "recalled"],
    ["gcp-premium", [0, 1024, 10240], [0.12, 0.11, 0.08], "medium"],
    ["gcp-standard", [0, 10240, 153600], [0.085, 0.065, 0.045], "recalled"],
    ["none", [0], [0], "assumption"],
  ])("%s", (name, from, price, confidence) => {
    const rates = reference.transferRates[name];
    expect(rates.tiers.map((tier) => tier.from)).toEqual(from);
    expect(rates.tiers.map((tier) => tier.price)).toEqual(price);
    expect(rates.confidence).toBe(confidence);
  });
});

describe("the license catalogue", () => {
  const product = new Map(reference.licenses.map((row) => [row.name, row]));

  it.each([
    ["oracle-db-ee", { metric: "processor", factor: 0.5, price: 47_500, support: 0.22, model: "perpetual" }],
    ["oracle-db-ee-nup", { metric: "user", price: 950, minimumPerProcessor: 25 }],
    ["oracle-rac", { metric: "processor", price: 23_000 }],
    ["oracle-active-data-guard", { price: 11_500 }],
    ["oracle-partitioning", { price: 11_500 }],
    ["oracle-diagnostics", { price: 7_500 }],
    ["oracle-tuning", { price: 5_000 }],
    ["oracle-db-se2", { metric: "socket", price: 17_500, maxSockets: 2 }],
    ["oracle-db-se2-nup", { metric: "user", price: 350, minimum: 10 }],
    ["sql-server-enterprise", { metric: "core", pack: 2, minimum: 4, price: 15_123, support: 0.25, maxCores: null }],
    ["sql-server-standard", { metric: "core", pack: 2, minimum: 4, price: 3_945, maxCores: 24 }],
    ["windows-server-standard", { pack: 2, minimum: 8, minimumServer: 16, price: 1069 / 8, confidence: "low" }],
    ["windows-server-datacenter", { price: 6155 / 8, confidence: "low" }],
    // redresscompliance.com, June 2026: RHEL Server Standard, per two sockets or two virtual nodes.
    ["rhel", { metric: "socket", pack: 2, price: 799, model: "subscription", confidence: "medium", ask: null }],
    ["vmware-vcf", { metric: "core", minimum: 16, price: 350, model: "subscription" }],
  ])("%s has its published rule and list price", (name, expected) => {
    expect(product.get(name)).toMatchObject(expected);
  });

  it.each(["epic", "oracle-health", "cockroachdb", "mongodb-enterprise", "apigee", "openshift"])(
    "%s has no price and asks for one",
    (name) => {
      expect(product.get(name)?.price).toBeNull();
      expect(product.get(name)?.ask).toMatch(/price|fee/);
    },
  );

  it.each(["postgresql", "cassandra", "mongodb", "kafka", "rabbitmq", "kong", "docker", "kubernetes", "prometheus", "jaeger"])(
    "%s costs nothing for the license and says how support is sold",
    (name) => {
      expect(product.get(name)).toMatchObject({ price: 0, model: "subscription" });
      expect(product.get(name)?.note).toMatch(/per|by|sold/);
    },
  );

  it("adds the units of servers, and has a smallest order, only where servers are counted", () => {
    const counted = reference.licenses.filter(({ pooled, minimumOrder }) => pooled || minimumOrder > 0).map(({ metric }) => metric);
    expect(counted.length).toBeGreaterThan(1);
    expect(counted.filter((metric) => metric !== "core" && metric !== "vcpu")).toEqual([]);
  });

  it("has no price from memory: a recalled row costs nothing or asks", () => {
    const invented = reference.licenses.filter((row) => row.confidence === "recalled" && (row.price ?? 0) > 0);
    expect(invented).toEqual([]);
  });
});

describe("facts", () => {
  it("lie within their published range", () => {
    const outside = reference.facts.filter(({ value, low, high }) => value < (low ?? value) || value > (high ?? value));
    expect(outside.map((fact) => fact.name)).toEqual([]);
    expect(reference.facts.filter((fact) => fact.low !== null).length).toBeGreaterThanOrEqual(7);
  });

  it("warn that the headline of integration cost does not reconcile with its parts", () => {
    const note = (name: string): string => reference.facts.find((row) => row.name === name)?.note ?? "";
    expect(note("health.integration-per-bed-headline")).toContain("does not reconcile");
    expect(note("health.integration-per-bed-parts")).toContain("does not reconcile");
  });
});
