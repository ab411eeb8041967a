import { describe, expect, test } from "vitest";
import { answersOf, refusalsOf } from "../cases";
import { call, callAt, errorOf } from "../host";

answersOf("CAPACITY.CORES", [
  // 600 tps x 20 ms = 12 busy cores
  ["divides busy cores by the utilization", [600, 20, 0.6], 20],
  ["takes 60 % when none is stated", [600, 20], 20],
  ["adds a square root by the quality tier", [600, 20, null, 2], 12 + 1.16 * Math.sqrt(12)],
  ["gives a range in its shape", [[[0], [600]], 20], [[0], [20]]],
]);

refusalsOf("CAPACITY.CORES", [
  ["a tier that does not exist", [600, 20, 0.6, 4], "#VALUE!", "quality is 4. Enter a whole number from 0 to 3"],
]);

// N. Gunther's law with gamma 100, contention 0.05, coherency 0.001: the fit finds what made the points.
const NODES = [1, 2, 4, 8, 16, 32];
const THROUGHPUT = NODES.map((n) => (100 * n) / (1 + 0.05 * (n - 1) + 0.001 * n * (n - 1)));
const PEAK = Math.sqrt(0.95 / 0.001);

answersOf("CAPACITY.FIT", [
  [
    "finds the law behind measurements",
    [[NODES], [THROUGHPUT]],
    [
      ["gamma", 100],
      ["contention", 0.05],
      ["coherency", 0.001],
      ["peak_nodes", PEAK],
      ["peak_throughput", (100 * PEAK) / (1 + 0.05 * (PEAK - 1) + 0.001 * PEAK * (PEAK - 1))],
      ["r_squared", 1],
    ],
  ],
]);

/** Concurrency 0.19 to 6.36 at which requests were measured, and throughput by the law with noise that has no trend. */
const CONCURRENCY = Array.from({ length: 360 }, (_, index) => 0.19 + (6.17 * index) / 359);
const MEASURED = CONCURRENCY.map(
  (n, index) => ((3.38608 * n) / (1 + 0.441372 * (n - 1) + 0.045298 * n * (n - 1))) * (1 + 0.001 * [1, -2, 1][index % 3]),
);

describe("CAPACITY.FIT", () => {
  test("finds the law of measurements at fractions of a node", () => {
    const rows = call("CAPACITY.FIT", [CONCURRENCY], [MEASURED]) as [string, number][];
    const [gamma, contention, coherency] = rows.map(([, value]) => value);
    expect(gamma).toBeCloseTo(3.38608, 2);
    expect(contention).toBeCloseTo(0.441372, 2);
    expect(coherency).toBeCloseTo(0.045298, 2);
  });

  test("ignores blank rows below, which Excel hands over as 0", () => {
    const stated = call("CAPACITY.FIT", [NODES], [THROUGHPUT]);
    expect(call("CAPACITY.FIT", [[...NODES, 0, 0]], [[...THROUGHPUT, 0, 0]])).toEqual(stated);
    expect(call("CAPACITY.FIT", [[...NODES, "", ""]], [[...THROUGHPUT, "", ""]])).toEqual(stated);
  });

  test.each([
    ["twice the nodes give more than twice the throughput", [1, 2, 4, 8], [100, 210, 450, 1000]],
    ["a cold cache slows the smallest", [1, 2, 4, 8, 16], [60, 200, 400, 800, 1600]],
    ["five percent more each time", [1, 2, 4, 8], [100, 205, 415, 840]],
  ])("says that measurements are super-linear: %s", (_what, nodes, throughput) => {
    const rows = callAt("Sheet1!F1", "CAPACITY.FIT", [nodes], [throughput]) as [string, number][];
    expect(rows[1][1]).toBeLessThan(0);
    expect(globalThis.tcoMessages!.get("Sheet1!F1")).toMatch(/super-linear\): contention is -0\.\d+, below 0/);
    expect(errorOf("CAPACITY.EFFECTIVE", 4, rows[1][1], 0).code).toBe("#VALUE!");
  });

  test("says nothing of measurements on a straight line", () => {
    const rows = callAt("Sheet1!F1", "CAPACITY.FIT", [[1, 2, 4, 8]], [[100, 200, 400, 800]]) as [string, number][];
    expect(rows[1][1]).toBe(0);
    expect(globalThis.tcoMessages!.get("Sheet1!F1")).toBeUndefined();
  });
});

refusalsOf("CAPACITY.FIT", [
  ["one size", [[[4, 4, 4, 4]], [[1, 2, 3, 4]]], "#VALUE!", "nodes has one size only, 4. Add measurements for 3 different sizes or more."],
  ["two sizes", [[[1, 1, 4, 4]], [[1, 2, 3, 4]]], "#VALUE!", "nodes has two different sizes only, 1 and 4"],
  ["nodes of 0 with a throughput", [[[0, 1, 2, 4]], [[5, 1, 2, 4]]], "#VALUE!", "nodes is 0. Enter a number above 0."],
  ["negative nodes", [[[-1, 1, 2, 4]], [[5, 1, 2, 4]]], "#VALUE!", "nodes is -1. Enter 0"],
  ["three points", [[[1, 2, 4]], [[100, 190, 350]]], "#VALUE!", "3 numbers of nodes and 3 of throughput"],
  ["different counts", [[[1, 2, 4, 8]], [[100, 190, 350]]], "#VALUE!", "4 numbers of nodes and 3 of throughput"],
]);

answersOf("CAPACITY.WAIT", [
  // Erlang C of 2 erlangs on 3 servers is 4/9
  ["is Erlang C", [2, 3], 4 / 9],
  ["is 1 when the load reaches the servers", [3, 3], 1],
  ["is 0 without load", [0, 3], 0],
]);

answersOf("CAPACITY.RESPONSE", [
  // One server at half its capacity doubles the service time.
  ["of one server is s / (1 - rho)", [0.5, 1, 1], 2],
  ["of several shares one queue", [2, 1, 3], 1 + 4 / 9],
]);

refusalsOf("CAPACITY.RESPONSE", [
  ["a load that the servers cannot carry", [4, 1, 3], "#N/A", "3 servers can't keep up with a load of 4 erlangs. Use 5 or more."],
]);

const TABLE = [
  ["Memory GiB", "Server", "Cores", "Price", "Storage TB", "Speed"],
  [64, "small", 8, 1000, "", ""],
  [256, "old", 32, 3000, "", 0.5],
  [256, "large", 32, 4000, 10, ""],
];
const SHAPES = TABLE.map(([memory, name, ...rest]) => [name, memory, ...rest]);

answersOf("CAPACITY.SERVER", [
  ["is the cheapest that is large enough", [8, 64, 0, SHAPES], "small"],
  ["counts slow cores by their speed", [20, 64, 0, SHAPES], "large"],
  ["takes a slow one where it is enough", [16, 65, 0, SHAPES], "old"],
  ["has storage outside where none is stated", [1, 1, 500, SHAPES], "small"],
  ["gives its price", [20, 64, 0, SHAPES, "price"], 4000],
  ["gives what binds", [2, 60, 0, SHAPES, "binding"], "memory"],
  ["comes from a built-in ladder", [33, 1, 0, "aws-memory"], "r8i.12xlarge"],
  ["answers needs in their shape", [[[1, 20]], 1, 0, SHAPES], [["small", "large"]]],
]);

refusalsOf("CAPACITY.SERVER", [
  [
    "a need beyond every shape, with the best",
    [100, 64, 0, SHAPES],
    "#N/A",
    "No server is large enough: you need 100 cores; the largest, large, has 32.",
  ],
  [
    "an unknown ladder",
    [1, 1, 0, "ibm"],
    "#VALUE!",
    'servers is "ibm". Use a table, or aws-memory, aws-general, aws-arm, aws-nodes, azure-m, azure-e, gcp-memory, gcp-nodes, or owned-x86.',
  ],
  [
    "a table without prices",
    [
      1,
      1,
      0,
      [
        ["Server", "Cores", "Memory gib"],
        ["a", 1, 1],
      ],
    ],
    "#VALUE!",
    'servers has no column "Monthly". Its columns are Server, Cores, Memory gib.',
  ],
  ["a table without rows", [1, 1, 0, [["Server", "Cores", "Memory gib", "Price"]]], "#VALUE!", "servers has no rows below its header"],
]);

answersOf("CAPACITY.EXHAUSTED", [
  ["interpolates between periods", [[[80, 100, 120]], 110], 2.5],
  ["uses only a share of the limit", [[[80, 100, 120]], 137.5, 0.8], 2.5],
  ["is 1 when the first period is above", [[[120, 130]], 110], 1],
  ["follows a limit by period", [[[100, 120]], [[110, 130]], 1, "never"], "never"],
]);

refusalsOf("CAPACITY.EXHAUSTED", [
  [
    "a demand that stays below, with how full it gets",
    [[[55, 88]], 110],
    "#N/A",
    "Demand stays within the limit: utilization reaches 80%.",
  ],
  [
    "limits of another length",
    [[[1, 2, 3]], [[1, 2]]],
    "#VALUE!",
    "limit has 2 values. Use one, or one for each of the 3 periods of demand.",
  ],
]);
