import { describe, expect, test } from "vitest";
import { call, errorOf } from "../host";

const usl = (n: number, contention: number, coherency: number): number => n / (1 + contention * (n - 1) + coherency * n * (n - 1));

describe("CAPACITY.EFFECTIVE", () => {
  test.each([
    ["scales in proportion without contention", [8], 8],
    ["loses to contention", [8, 0.05], usl(8, 0.05, 0)],
    ["loses to contention and coherency", [8, 0.05, 0.001], usl(8, 0.05, 0.001)],
    ["of no nodes is 0", [0, 0.05], 0],
    ["of part of a node is possible", [0.5], 0.5],
  ])("%s", (_what, args, expected) => {
    expect(call("CAPACITY.EFFECTIVE", ...args)).toEqual([[expect.closeTo(expected, 12)]]);
  });

  test("gives a range in its shape", () => {
    expect(
      call("CAPACITY.EFFECTIVE", [
        [1, 2],
        [3, 4],
      ]),
    ).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  test.each([
    ["a share of 25", [4, 25], "contention is 25. Enter 0% to 100%; did you mean 25% (0.25)?"],
    ["a negative number of nodes", [-1], "nodes is -1. Enter 0"],
    ["text", ["four"], 'nodes is "four". Enter '],
    ["a cell with an error", [{ type: "Error", basicType: "Error", basicValue: "#N/A" }], "nodes is #N/A"],
  ])("refuses %s", (_what, args, message) => {
    expect(errorOf("CAPACITY.EFFECTIVE", ...args)).toEqual({ code: "#VALUE!", message: expect.stringContaining(message) as string });
  });
});

describe("CAPACITY.NODES", () => {
  test.each([
    // 1000 / (120 x 0.75) = 11.1
    ["rounds up at a utilization of 75 %", [1000, 120], 12],
    ["keeps a demand that fits exactly", [900, 120], 10],
    ["adds spare nodes after the minimum", [10, 120, 1, 2, 3], 5],
    ["takes a blank utilization as the default", [1000, 120, 0], 12],
    ["needs the minimum for no demand", [0, 120], 1],
    // 120 x C(N) >= 1000 with s = 0.05: C >= 8.333, N/(1+0.05(N-1)) >= 8.333, N >= 13.57
    ["needs more under contention", [1000, 120, 1, 0, 1, 0.05], 14],
  ])("%s", (_what, args, expected) => {
    expect(call("CAPACITY.NODES", ...args)).toEqual([[expected]]);
  });

  test("stretches single cells over a range", () => {
    expect(call("CAPACITY.NODES", [[90], [900], [1000]], 120)).toEqual([[1], [10], [12]]);
  });

  test.each([
    [
      "levels off below the demand",
      [1000, 10, 1, 0, 1, 0.05],
      "No number of nodes can meet a demand of 1,000: any number of nodes stays below 200.",
    ],
    [
      "peaks below the demand",
      [1000, 10, 1, 0, 1, 0, 0.01],
      "No number of nodes can meet a demand of 1,000: the peak, at about 10 nodes, is 52.63.",
    ],
  ])("has no answer where capacity %s, and says what is possible", (_what, args, message) => {
    expect(errorOf("CAPACITY.NODES", ...args)).toEqual({ code: "#N/A", message });
  });

  test.each([
    ["nodes that carry nothing", [1000, 0], "per_node is 0. Enter a number above 0."],
    ["a utilization of 75", [1000, 120, 75], "utilization is 75. Enter 5% to 100%; did you mean 75% (0.75)?"],
    ["half a spare node", [1000, 120, 1, 0.5], "spare is 0.5. Enter a whole number"],
  ])("refuses %s", (_what, args, message) => {
    expect(errorOf("CAPACITY.NODES", ...args)).toEqual({ code: "#VALUE!", message: expect.stringContaining(message) as string });
  });
});

describe("CAPACITY.SHARDS", () => {
  test.each([
    ["is 1 while the demand fits", [200, 300], 1],
    // 1000/k <= 240: k >= 4.17
    ["splits evenly", [1000, 300], 5],
    // 1000 x 1.5/k <= 240: k >= 6.25
    ["leaves room for the hottest shard", [1000, 300, 0.8, 1.5], 7],
    // 1000 (1 + 0.4 x 0.5)/k <= 240: k >= 5
    ["leaves room for work across shards", [1000, 300, 0.8, 1, 0.4], 5],
    ["does not count skew for a single shard", [240, 300, 0.8, 3], 1],
  ])("%s", (_what, args, expected) => {
    expect(call("CAPACITY.SHARDS", ...args)).toEqual([[expected]]);
  });

  test("has no answer beyond 1,024 shards, and says what the hottest would carry", () => {
    expect(errorOf("CAPACITY.SHARDS", 1e6, 1, 1)).toEqual({
      code: "#N/A",
      message: "1024 shards aren't enough: the busiest would have a load of 976.6, above the limit of 1.",
    });
  });
});

describe("ranges of 10,000 rows", () => {
  test("are answered", () => {
    const demand = Array.from({ length: 10_000 }, (_, index) => [index]);
    expect(call("CAPACITY.NODES", demand, 120, 0.75, 1, 3, 0.01, 0.00001)).toHaveLength(10_000);
  });

  test("are answered where almost every element fails", () => {
    const demand = Array.from({ length: 10_000 }, (_, index) => [index === 0 ? 1 : "x"]);
    const result = call("CAPACITY.NODES", demand, 120) as unknown[];
    expect(result[9999]).toEqual([expect.objectContaining({ code: "#VALUE!" })]);
  });

  test("of deals are added", () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => [`Deal ${index}`, "2027-03-31", 1, ...Array.from({ length: 10 }, () => "")]);
    const table = [["Deal", "Close", "Volume", ...Array.from({ length: 10 }, (_, index) => `Other ${index}`)], ...rows];
    expect(call("GROWTH.ACQUIRED", table, "Volume", "2027-01-01", 5)).toEqual([[10_000, 10_000, 10_000, 10_000, 10_000]]);
  });
});
