import { describe, expect, it } from "vitest";
import type { ServerRow } from "../../src/engine/catalogue/reference";
import { reference } from "../../src/reference/load";

function shape(ladder: string, name: string): ServerRow {
  const row = reference.ladders[ladder]?.find((candidate) => candidate.name === name);
  if (!row) throw new Error(`${ladder} has no ${name}`);
  return row;
}

describe("server shapes hold the published numbers", () => {
  // On-demand price per hour of 2026-07-20 and 3-year price per year of 2026-06-09, us-east-1; Azure pay as you go of 2026-06-18, East US.
  it.each([
    { ladder: "aws-memory", name: "r8i.large", cores: 2, memoryGib: 16, perHour: 0.13892, perYear: 480.49 },
    { ladder: "aws-memory", name: "r8i.96xlarge", cores: 384, memoryGib: 3072, perHour: 26.67264, perYear: 92245.95 },
    { ladder: "aws-memory", name: "u7in-32tb.224xlarge", cores: 896, memoryGib: 32768, perHour: 360.98695, perYear: 884322 },
    { ladder: "aws-general", name: "m8i.48xlarge", cores: 192, memoryGib: 768, perHour: 10.16064, perYear: 35140.04 },
    { ladder: "aws-arm", name: "r8g.medium", cores: 1, memoryGib: 8, perHour: 0.05891, perYear: 203.67 },
    { ladder: "aws-nodes", name: "i3en.xlarge", cores: 4, memoryGib: 32, perHour: 0.452, perYear: 1499.67 },
    { ladder: "azure-m", name: "Standard_M832is_16_v3", cores: 832, memoryGib: 15200, perHour: 163.856, perYear: null },
    { ladder: "azure-e", name: "Standard_E16s_v6", cores: 16, memoryGib: 128, perHour: 1.058, perYear: 305.0743 * 12 },
  ])("$ladder $name", ({ ladder, name, cores, memoryGib, perHour, perYear }) => {
    const row = shape(ladder, name);
    expect(row).toMatchObject({ cores, memoryGib, price: null, storageTb: null, iops: null });
    expect(row.monthly).toBeCloseTo(perHour * 730, 4);
    expect((row.monthly3y ?? 0) * 12).toBeCloseTo(perYear ?? 0, 4);
  });

  it.each([
    ["aws-memory", "r8i.large", 1, "good"],
    ["aws-nodes", "m7i.large", (3.2 * 1.288) / (3.9 * 1.42), "good"],
    ["aws-nodes", "i3en.large", 3.1 / (3.9 * 1.42), "good"],
    ["aws-memory", "u7i-6tb.112xlarge", 1.9 / (3.9 * 1.42), "medium"],
    ["aws-memory", "x2iedn.32xlarge", 3.5 / (3.9 * 1.42), "medium"],
    ["aws-arm", "r8g.large", 2.8 / 3.9, "medium"],
    ["aws-arm", "r8g.48xlarge", 2.7 / 3.9, "medium"],
  ])("core speed of %s %s is clock x work per clock over r8i's; what is assumed is marked", (ladder, name, speed, confidence) => {
    expect(shape(ladder, name).speed).toBeCloseTo(speed, 4);
    expect(shape(ladder, name).confidence).toBe(confidence);
  });

  // Memory at 700 USD per module of 64 GB (Counterpoint via esim.report, March 2026); base and cores of the AWS TCO calculator, 2016.
  it.each([
    ["x86-1s-16c-128g", 2116 + 16 * 124.5 + 128 * 10.9375],
    ["x86-2s-64c-1024g", 5056 + 64 * 192 + 1024 * 10.9375],
    ["x86-4s-224c-4096g", 10887 + 224 * 224.625 + 4096 * 10.9375],
    ["x86-8s-224c-6144g", 2 * 10887 + 224 * 224.625 + 6144 * 10.9375],
    ["x86-8s-448c-12288g", 2 * 10887 + 448 * 224.625 + 12288 * 10.9375],
  ])("the price of %s follows from its published fact", (name, price) => {
    expect(shape("owned-x86", name).price).toBeCloseTo(price, 4);
    expect(shape("owned-x86", name).monthly).toBeNull();
  });

  it("an owned server costs at most twice one with three quarters of its memory: no step between chassis", () => {
    const rows = reference.ladders["owned-x86"] ?? [];
    rows.slice(1).forEach((row, index) => expect((row.price ?? 0) / (rows[index].price ?? 0)).toBeLessThan(2));
  });
});

describe("prices that were wrong are corrected", () => {
  // azure_commit.csv: the printed price of five rows was that of Windows, 0.046 USD per vCPU and hour above Linux.
  it.each([
    ["Standard_E4as_v5", 164.98, 299.3],
    ["Standard_E8as_v5", 329.96, 598.6],
    ["Standard_E20as_v5", 824.9, 1496.5],
    ["Standard_E32as_v5", 1319.84, 2394.4],
    ["Standard_E64as_v5", 2639.68, 4788.8],
  ])("%s costs %f a month, not the %f of Windows, and says so", (name, monthly, windows) => {
    expect(shape("azure-e", name).monthly).toBeCloseTo(monthly, 2);
    expect(shape("azure-e", name).note).toContain("Windows");
    expect(windows - monthly).toBeCloseTo(shape("azure-e", name).cores * 0.046 * 730, 2);
  });

  it("every Azure E series is linear in its cores: no other Windows price is left", () => {
    const rows = reference.ladders["azure-e"] ?? [];
    const seriesOf = (name: string): string => name.replace(/\d+/, "#");
    for (const series of new Set(rows.map(({ name }) => seriesOf(name)))) {
      const perCore = rows.filter(({ name }) => seriesOf(name) === series).map(({ monthly, cores }) => (monthly ?? 0) / cores);
      expect(Math.max(...perCore) / Math.min(...perCore)).toBeLessThan(1.02);
    }
  });
});

describe("prices under a commitment", () => {
  // aws_reserved_1y.json, azure_reserved.json, gcp_machines.json: price of 1 and of 3 years per month, and how far to trust them.
  it.each([
    ["aws-nodes", "m7i.xlarge", 97.382, 58.110833, "good"],
    ["aws-memory", "r8i.8xlarge", 1073.343, 640.596667, "low"],
    ["aws-nodes", "i4i.4xlarge", 650.397, 403.4725, "medium"],
    ["azure-e", "Standard_E16s_v5", 434.1667, 290.6667, "good"],
    ["azure-e", "Standard_E4as_v5", 97.3052, 65.1671, "low"],
    ["gcp-nodes", "n2-highmem-16", 481.9986, 344.3381, "good"],
    ["gcp-memory", "m1-ultramem-40", 2718.6806, 1378.4809, "good"],
  ])("%s %s: %f for 1 year, %f for 3", (ladder, name, monthly1y, monthly3y, confidence1y) => {
    const row = shape(ladder, name);
    expect([row.monthly1y, row.monthly3y, row.confidence1y]).toEqual([monthly1y, expect.closeTo(monthly3y, 2), confidence1y]);
  });

  it("state their terms: on AWS nothing upfront for 1 year and all for 3; elsewhere both are paid monthly", () => {
    const terms = (ladder: string) => reference.ladders[ladder]?.map(({ upfront1y, upfront3y }) => [upfront1y, upfront3y]);
    for (const ladder of ["aws-memory", "aws-general", "aws-arm", "aws-nodes"])
      expect(new Set(terms(ladder)?.map(String))).toEqual(new Set(["0,1"]));
    for (const ladder of ["azure-e", "gcp-memory", "gcp-nodes"]) expect(new Set(terms(ladder)?.map(String))).toEqual(new Set(["0,0"]));
  });

  it("no Azure M shape has one: none was published", () => {
    expect(reference.ladders["azure-m"]?.filter(({ monthly1y, monthly3y }) => monthly1y !== null || monthly3y !== null)).toEqual([]);
  });

  it("Google's price on demand has the discount that a server gets which runs all month", () => {
    expect([shape("gcp-nodes", "n2-highmem-2").monthly, shape("gcp-memory", "m1-ultramem-40").monthly]).toEqual([76.5313, 3215.7741]);
    expect(shape("gcp-nodes", "c3-highmem-4").monthly).toBe(193.1697);
    expect(shape("gcp-nodes", "n2-highmem-2").note).toContain("runs all month");
  });
});

describe("the form of the ladders", () => {
  it.each(Object.entries(reference.ladders))("%s has each name once and a price for every shape", (_name, rows) => {
    expect(new Set(rows.map((row) => row.name)).size).toBe(rows.length);
    for (const row of rows) expect(row.price ?? row.monthly).toBeGreaterThan(0);
  });

  it.each(["aws-memory", "aws-general", "aws-arm", "azure-m", "azure-e", "gcp-memory", "gcp-nodes", "owned-x86"])(
    "%s rises in memory",
    (ladder) => {
      const memory = (reference.ladders[ladder] ?? []).map((row) => row.memoryGib);
      expect(memory).toEqual([...memory].sort((a, b) => a - b));
    },
  );

  it.each(["aws-general", "aws-arm", "owned-x86"])("%s rises in cores, memory and price together", (ladder) => {
    const rows = reference.ladders[ladder] ?? [];
    rows.slice(1).forEach((row, index) => {
      const smaller = rows[index];
      expect(row.cores).toBeGreaterThanOrEqual(smaller.cores);
      expect(row.price ?? row.monthly).toBeGreaterThan(smaller.price ?? smaller.monthly ?? Number.NaN);
    });
  });

  it("the longer the commitment, the lower the price", () => {
    const rows = Object.values(reference.ladders).flatMap((ladder) => ladder.filter(({ monthly }) => monthly !== null));
    expect(rows.filter(({ monthly1y }) => monthly1y !== null).length).toBeGreaterThan(170);
    for (const { monthly, monthly1y, monthly3y } of rows) {
      expect(monthly1y ?? 0).toBeLessThan(monthly ?? 0);
      expect(monthly3y ?? 0).toBeLessThan(monthly1y ?? monthly ?? 0);
    }
  });

  it("owned servers span one to eight sockets, 16 to 448 cores and 128 GiB to 12 TiB", () => {
    const rows = reference.ladders["owned-x86"] ?? [];
    const span = (values: readonly number[]): readonly number[] => [Math.min(...values), Math.max(...values)];
    expect(span(rows.map((row) => row.sockets))).toEqual([1, 8]);
    expect(span(rows.map((row) => row.cores))).toEqual([16, 448]);
    expect(span(rows.map((row) => row.memoryGib))).toEqual([128, 12 * 1024]);
  });
});
