import { describe, expect, it } from "vitest";
import type { ServerRow } from "../../src/engine/reference";
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
    { ladder: "azure-e", name: "Standard_E16s_v6", cores: 16, memoryGib: 128, perHour: 1.058, perYear: null },
  ])("$ladder $name", ({ ladder, name, cores, memoryGib, perHour, perYear }) => {
    const row = shape(ladder, name);
    expect(row).toMatchObject({ cores, memoryGib, price: null, monthly1y: null, storageTb: null, iops: null });
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

  it.each([
    ["x86-1s-16c-128g", 2116 + 16 * 124.5 + 128 * 5.5],
    ["x86-2s-64c-1024g", 5056 + 64 * 192 + 1024 * 5.5],
    ["x86-4s-224c-4096g", 10887 + 224 * 224.625 + 4096 * 5.5],
    ["x86-8s-224c-6144g", 600_000],
    ["x86-8s-448c-12288g", 1_100_000],
  ])("the price of %s follows from its published fact", (name, price) => {
    expect(shape("owned-x86", name).price).toBe(price);
    expect(shape("owned-x86", name).monthly).toBeNull();
  });

  it.each(["Standard_E8as_v5", "Standard_E20as_v5"])("%s, whose published price is out of line, is marked low", (name) => {
    expect(shape("azure-e", name).confidence).toBe("low");
  });
});

describe("the form of the ladders", () => {
  it.each(Object.entries(reference.ladders))("%s has each name once and a price for every shape", (_name, rows) => {
    expect(new Set(rows.map((row) => row.name)).size).toBe(rows.length);
    for (const row of rows) expect(row.price ?? row.monthly).toBeGreaterThan(0);
  });

  it.each(["aws-memory", "aws-general", "aws-arm", "azure-m", "azure-e", "owned-x86"])("%s rises in memory", (ladder) => {
    const memory = (reference.ladders[ladder] ?? []).map((row) => row.memoryGib);
    expect(memory).toEqual([...memory].sort((a, b) => a - b));
  });

  it.each(["aws-general", "aws-arm", "owned-x86"])("%s rises in cores, memory and price together", (ladder) => {
    const rows = reference.ladders[ladder] ?? [];
    rows.slice(1).forEach((row, index) => {
      const smaller = rows[index];
      expect(row.cores).toBeGreaterThanOrEqual(smaller.cores);
      expect(row.price ?? row.monthly).toBeGreaterThan(smaller.price ?? smaller.monthly ?? Number.NaN);
    });
  });

  it("a reserved price is below the price on demand", () => {
    const reserved = Object.values(reference.ladders).flatMap((rows) => rows.filter((row) => row.monthly3y !== null));
    expect(reserved.length).toBeGreaterThan(100);
    for (const row of reserved) expect(row.monthly3y).toBeLessThan(row.monthly ?? 0);
  });

  it("owned servers span one to eight sockets, 16 to 448 cores and 128 GiB to 12 TiB", () => {
    const rows = reference.ladders["owned-x86"] ?? [];
    const span = (values: readonly number[]): readonly number[] => [Math.min(...values), Math.max(...values)];
    expect(span(rows.map((row) => row.sockets))).toEqual([1, 8]);
    expect(span(rows.map((row) => row.cores))).toEqual([16, 448]);
    expect(span(rows.map((row) => row.memoryGib))).toEqual([128, 12 * 1024]);
  });
});
