/** Questions whose answer is that there is none, and those that nothing can meet. */

import { describe, expect, test } from "vitest";
import { NoAnswer } from "../../../src/functions/excelError";
import { runAll } from "../../../src/functions/trials";
import { call, callAt, errorOf } from "../host";
import { sampleScenario } from "../sampleScenario";

/** The sample where deals move onto the distributed system in half the time: it wins, but not at every size. */
const faster = [...sampleScenario("Base"), ["integration.horizontal_months", 9]];
/** Servers whose memory is less than the base that each of them needs. */
const NO_SERVER_FITS = [
  ["server.s.cores", 4],
  ["server.s.memory_gib", 1],
  ["server.s.monthly", 10],
  ["capacity.base_memory", 8],
];

describe("a good answer that there is none, as the caller wants it shown", () => {
  const small = [
    ["plan.current", "vertical"],
    ["demand.volume", 100],
  ];
  const impossible = NO_SERVER_FITS;
  const CALLS: readonly (readonly [id: string, args: (scenario: unknown) => readonly unknown[]])[] = [
    ["SWITCHMONTH", (scenario) => [scenario, "month"]],
    ["CAPACITY.SHARDDATE", (scenario) => [scenario, "date"]],
    ["METRIC", (scenario) => [scenario, "shard_year", "vertical"]],
    ["ARCHITECTURES.BREAKEVEN", (scenario) => [scenario, "vertical", "horizontal", "month"]],
    ["SOLVE", (scenario) => [scenario, "compliance.audit_cost", 1, "tco", "vertical", 0, 100]],
    ["CROSSOVER", (scenario) => [scenario, "compliance.audit_cost", null, null, 0, 1, "tco", 1]],
  ];

  test.each(CALLS)("%s", (id, args) => {
    expect(errorOf(id, ...args(small)).code).toBe("#N/A");
    for (const ifNone of ["never", "", 0, false]) expect(callAt("Sheet1!H1", id, ...args(small), ifNone)).toBe(ifNone);
    expect(globalThis.tcoMessages!.get("Sheet1!H1")).toBe(errorOf(id, ...args(small)).message);
  });

  test.each(CALLS)("%s still says that nothing can meet the demand", (id, args) => {
    expect(errorOf(id, ...args(impossible), "never").code).toBe("#N/A");
  });

  test.each(CALLS)("%s passes on an error in if_none", (id, args) => {
    expect(errorOf(id, ...args(small), { type: "Error", basicValue: "#DIV/0!" })).toMatchObject({ code: "#VALUE!" });
  });

  test("a system that is distributed already has no month to switch", () => {
    expect(call("SWITCHMONTH", [["plan.current", "horizontal"]], "month", "none")).toBe("none");
  });

  test("a crossing beyond those found is none", () => {
    const count = call("CROSSOVER", faster, "demand.volume", null, null, null, null, null, "count") as number;
    expect(call("CROSSOVER", faster, "demand.volume", null, null, null, null, null, count + 1, "none")).toBe("none");
  });
});

describe("trials of a scenario that nothing can meet", () => {
  const refusal = new NoAnswer("no plan");
  /** A run of 5,000 trials that counts them; every nth has a figure. */
  const counted = (every: number) => {
    let done = 0;
    const run = {
      trials: 5000,
      runTrials: (count: number) => {
        done = Math.min(5000, done + count);
      },
      figures: () => new Float64Array(Math.floor(done / every)),
    };
    return { run, done: () => done };
  };

  test("are given up after a few", () => {
    const { run, done } = counted(Infinity);
    expect(() => runAll(run, [{ architecture: "vertical", refusal }])).toThrow(refusal);
    expect(done()).toBe(50);
  });

  test.each([
    ["go on where a few of them have a plan", 10, [{ architecture: "vertical", refusal }]],
    [
      "go on where one architecture meets the scenario as stated",
      Infinity,
      [
        { architecture: "vertical", refusal },
        { architecture: "horizontal", refusal: undefined },
      ],
    ],
  ] as const)("%s", (_what, every, refusals) => {
    const { run, done } = counted(every);
    runAll(run, refusals);
    expect(done()).toBe(5000);
  });

  test("PROBABILITY says why neither architecture has a plan", () => {
    expect(errorOf("PROBABILITY", NO_SERVER_FITS, [["demand.growth", 0, 0.1]], null, null, 5000)).toMatchObject({
      code: "#N/A",
      message: expect.stringContaining("Distributed") as string,
    });
  });
});
