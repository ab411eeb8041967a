import { describe, expect, it } from "vitest";
import { priceIndexIn } from "../../../src/engine/capacity/indices";
import { licensesNeeded } from "../../../src/engine/capacity/licenses";
import { licenseCosts } from "../../../src/engine/cost/licenseCost";
import type { LicenseTerms } from "../../../src/engine/cost/licenseCost";
import { licenseUnits, productLicenses } from "../../../src/engine/cost/licenseUnits";
import type { ProductUse } from "../../../src/engine/cost/licenseUnits";
import type { LicenseProduct, ServerShape } from "../../../src/engine/catalogue/reference";
import { resolveScenario } from "../../../src/engine/catalogue/scenario";
import { reference } from "../../../src/reference/load";

const USE: ProductUse = { coresPerServer: 16, sockets: 2, servers: 1, users: 0, virtual: false };

function product(name: string, changes: Partial<LicenseProduct> = {}): LicenseProduct {
  const found = reference.licenses.find((row) => row.name === name);
  if (!found) throw new Error(`the catalogue has no ${name}`);
  return { ...found, ...changes };
}

describe("license units: ceil(max(quantity x factor, minimum) / pack) x servers", () => {
  it.each([
    { quantity: 16, rule: {}, units: 16 },
    { quantity: 16, rule: { factor: 0.5 }, units: 8 },
    { quantity: 2, rule: { minimum: 4, pack: 2 }, units: 2 },
    { quantity: 7, rule: { pack: 2, servers: 3 }, units: 12 },
    { quantity: 0, rule: {}, units: 0 },
    { quantity: 3, rule: { factor: 0.1 + 0.2, pack: 0.9 }, units: 1 },
  ])("$quantity by $rule is $units", ({ quantity, rule, units }) => {
    expect(licenseUnits(quantity, rule)).toBe(units);
  });
});

describe("a product's licenses by its vendor's rules", () => {
  it.each<{ name: string; use: Partial<ProductUse>; count: number; why: string }>([
    { name: "oracle-db-ee", use: { coresPerServer: 7, servers: 2 }, count: 7, why: "cores of all servers are added before rounding" },
    { name: "oracle-db-ee", use: { coresPerServer: 16, virtual: true }, count: 8, why: "two vCPU are a processor" },
    { name: "oracle-db-ee-nup", use: { users: 100 }, count: 200, why: "25 users for each of 8 processors" },
    { name: "oracle-db-ee-nup", use: { users: 1000 }, count: 1000, why: "more users than the minimum" },
    { name: "oracle-db-se2", use: { servers: 3 }, count: 6, why: "occupied sockets" },
    {
      name: "sql-server-enterprise",
      use: { coresPerServer: 4, sockets: 2 },
      count: 4,
      why: "four cores per socket at least, in packs of two",
    },
    { name: "sql-server-enterprise", use: { coresPerServer: 2, sockets: 1, servers: 5 }, count: 10, why: "two packs on each of five" },
    { name: "vmware-vcf", use: { coresPerServer: 16, sockets: 2 }, count: 72, why: "72 cores per order at least" },
    { name: "vmware-vcf", use: { coresPerServer: 16, sockets: 2, servers: 3 }, count: 96, why: "16 cores per socket at least" },
    { name: "rhel", use: { sockets: 1, servers: 10 }, count: 10, why: "a pair of sockets is one server's" },
    { name: "windows-server-standard", use: { coresPerServer: 8, sockets: 1 }, count: 8, why: "16 cores per server at least" },
    { name: "openshift", use: { coresPerServer: 6, sockets: 1, virtual: true }, count: 2, why: "four vCPU are a pair" },
    { name: "cassandra", use: { servers: 9 }, count: 9, why: "nodes" },
    { name: "cockroachdb", use: { coresPerServer: 8, servers: 3 }, count: 24, why: "vCPU of all servers" },
  ])("$name, $use: $count ($why)", ({ name, use, count }) => {
    expect(productLicenses(product(name), { ...USE, ...use })).toBe(count);
  });

  it.each<{ title: string; name: string; changes?: Partial<LicenseProduct>; use: Partial<ProductUse>; message: RegExp }>([
    {
      title: "three sockets of SE2",
      name: "oracle-db-se2",
      use: { sockets: 3 },
      message: /^sockets is 3\. .* allows up to 2 per server\.$/,
    },
    {
      title: "32 cores of SQL Server Standard",
      name: "sql-server-standard",
      use: { coresPerServer: 32 },
      message: /^cores is 32\. .* allows up to 24 per server\.$/,
    },
    { title: "nine vCPU of SE2", name: "oracle-db-se2", use: { coresPerServer: 9, virtual: true }, message: /allows up to 8 per server/ },
    { title: "a product by data", name: "cassandra", changes: { metric: "tb" }, use: {}, message: /licensed per tb/ },
    { title: "a product by site", name: "cassandra", changes: { metric: "site" }, use: {}, message: /licensed per site/ },
  ])("$title is refused in words", ({ name, changes, use, message }) => {
    expect(() => productLicenses(product(name, changes), { ...USE, ...use })).toThrow(message);
  });

  it.each([false, true])("agrees with the count of the projection for every product that allows the server, virtual %s", (virtual) => {
    const shape = { cores: 20, sockets: 2 } as ServerShape;
    const allowed = reference.licenses.filter((row) => ((virtual ? row.virtual?.maxCores : null) ?? row.maxCores ?? 99) >= 20);
    const stated = allowed.flatMap((row) => [
      [`license.${row.name}.price`, row.price ?? 1] as const,
      [`license.${row.name}.standby`, 0] as const,
    ]);
    const { licenses } = resolveScenario(new Map<string, number>([...stated, ["demand.volume", 500]]), reference);
    const counts = licenses.map((license) => [
      license.name,
      licensesNeeded(license, shape, { active: 3, passive: 2, virtual, volume: 500, tb: 1, sites: 1 }),
    ]);
    const expected = allowed.map((row) => [
      row.name,
      productLicenses(row, { coresPerServer: 20, sockets: 2, servers: 3, users: 500, virtual }),
    ]);
    expect(counts.length).toBeGreaterThan(25);
    expect(counts).toEqual(expected);
  });
});

describe("the cost of licenses by year", () => {
  const terms: LicenseTerms = {
    licenses: [10],
    price: 1000,
    model: "perpetual",
    support: 0.2,
    uplift: 0.1,
    firstUpliftYear: 2,
    discount: 0,
  };

  it.each<{ title: string; change: Partial<LicenseTerms>; costs: readonly number[] }>([
    { title: "perpetual: bought once, support rises from year 2", change: {}, costs: [12000, 2200, 2420] },
    { title: "support that rises from year 3 only", change: { firstUpliftYear: 3 }, costs: [12000, 2000, 2200] },
    { title: "support that has risen by year 1", change: { firstUpliftYear: 1 }, costs: [12200, 2420, 2662] },
    { title: "a discount lowers the purchase and its support", change: { discount: 0.5, uplift: 0 }, costs: [6000, 1000, 1000] },
    { title: "increases are bought, decreases are not sold", change: { licenses: [10, 15, 5], uplift: 0 }, costs: [12000, 8000, 3000] },
    {
      title: "subscription: paid for the number of the year",
      change: { model: "subscription", licenses: [10, 5] },
      costs: [10000, 5500, 6050],
    },
    { title: "no license at all", change: { licenses: [] }, costs: [0, 0, 0] },
  ])("$title", ({ change, costs }) => {
    const found = licenseCosts({ ...terms, ...change }, 3);
    expect(found.map((cost) => Number(cost.toFixed(6)))).toEqual(costs);
  });

  it("an index is 1 before its first year", () => {
    expect([1, 2, 3, 4].map((year) => priceIndexIn(0.5, year, 3))).toEqual([1, 1, 1.5, 2.25]);
  });
});
