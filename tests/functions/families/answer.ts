/** ANSWER, FIGURES, DRIVERS and DECISIONS as cells call them. */

import { describe, expect, test } from "vitest";
import { FIGURE_IDS } from "../../../src/engine/analysis/answer/figureList";
import { call } from "../host";
import { sampleScenario } from "../sampleScenario";

const base = sampleScenario("Base");
const column = (name: string, ...args: readonly unknown[]) => (call(name, ...args) as unknown[][]).map(([cell]) => cell);
const figuresOf = (scenario: unknown): Readonly<Record<string, unknown>> => {
  const cells = column("FIGURES", scenario);
  return Object.fromEntries(FIGURE_IDS.map((id, index) => [id, cells[index]]));
};

const INVALID: readonly (readonly [words: string, row: readonly unknown[]])[] = [
  ["a number below its bounds", ["demand.volume", -5]],
  ["a word where a number belongs", ["demand.growth", "a lot"]],
  ["a choice that there is none of", ["demand.curve", "zigzag"]],
  ["a logistic curve without its ceiling", ["demand.curve", "logistic"]],
  ["a formula of which there is none", ["demand.curve", "formula"]],
];

describe("FIGURES", () => {
  test("has one row for each figure, in the order that workbooks count on", () => {
    const amounts = ["tco", "npv", "one_off", "run_cost", "peak_year", "acquisitions", "break_even", "feasible"];
    expect(FIGURE_IDS).toEqual([
      ...[
        "errors",
        "warnings",
        "fingerprint",
        "title",
        "status",
        "currency",
        "start",
        "end",
        "chosen",
        "current",
        "reference",
        "move_included",
      ],
      ...["vertical", "horizontal", "hybrid"].flatMap((architecture) => amounts.map((id) => `${id}.${architecture}`)),
      ...["lowest", "runner_up", "gap", "gap_share", "close_call", "split", "split_decision", "split_reason", "move_start"],
    ]);
    expect(column("FIGURES", base).length).toBe(FIGURE_IDS.length);
  });

  test.each(["vertical", "horizontal", "hybrid"])("has the same amounts of %s as METRIC", (architecture) => {
    const figures = figuresOf(base);
    for (const metric of ["tco", "npv", "peak_year"]) {
      expect(figures[`${metric}.${architecture}`]).toBeCloseTo(call("METRIC", base, metric, architecture) as number, 6);
    }
    expect(figures[`one_off.${architecture}`] as number).toBeLessThan(figures[`tco.${architecture}`] as number);
  });

  test("has the split as CAPACITY.SHARDDATE has it", () => {
    const figures = figuresOf(base);
    expect(figures.split).toBe(call("CAPACITY.SHARDDATE", base, "date"));
    expect(figures.split_decision).toBe(call("CAPACITY.SHARDDATE", base, "decision"));
  });

  test("has another fingerprint for another value, and the same for the same", () => {
    const { fingerprint } = figuresOf(base);
    expect(fingerprint).toMatch(/^[0-9a-f]{8}$/);
    expect(figuresOf(base.map((row) => [...row])).fingerprint).toBe(fingerprint);
    expect(figuresOf([...base, ["demand.growth", 0.021]]).fingerprint).not.toBe(fingerprint);
  });

  test.each(INVALID)("is blank but for the counts and the fingerprint where there is %s", (_words, row) => {
    const { errors, warnings, fingerprint, ...figures } = figuresOf([...base, row]);
    expect([errors, typeof warnings, typeof fingerprint]).toEqual([expect.any(Number), "number", "string"]);
    expect(errors).toBeGreaterThan(0);
    expect([...new Set(Object.values(figures))]).toEqual([""]);
  });
});

describe("ANSWER", () => {
  test.each(INVALID)("names %s in its first line and has no other answer", (_words, row) => {
    const [severity, verdict, , ...others] = column("ANSWER", [...base, row]);
    expect(severity).toBe("error");
    expect(verdict).toMatch(/^No answer: ./);
    expect(others.slice(0, -1)).toEqual(["", "", "", ""]);
  });

  test("says the same odds as the simulation that it is given, as long as the inputs are those", () => {
    const { fingerprint, lowest, runner_up: runnerUp } = figuresOf(base);
    const simulation = (of: unknown) => [
      ["date", 46356],
      ["fingerprint", of],
      [`${String(lowest)} < ${String(runnerUp)}`, 0.9],
    ];
    expect(column("ANSWER", base, simulation(fingerprint))[2]).toContain("In 90% of simulated outcomes");
    expect(column("ANSWER", base, simulation("0"))[2]).toContain("Simulation out of date: run it again.");
    expect(column("ANSWER", base)[2]).toContain("Odds not computed yet.");
  });
});

describe("DRIVERS", () => {
  test("has the largest swing first, no decision, and the gap at the ends of the range that it is given", () => {
    const [header, ...rows] = call("DRIVERS", base, 20, [
      ["Key", "Low", "High"],
      ["demand.growth", 0.01, 0.05],
    ]) as unknown[][];
    expect(header).toEqual(["Input", "Key", "Low", "High", "Gap at low", "Gap at high", "Swing", "Changes the answer"]);
    const swings = rows.map((row) => row[6] as number);
    expect(swings).toEqual([...swings].sort((one, other) => other - one));
    expect(rows.map((row) => row[1])).not.toContain("vertical.standby");
    const growth = rows.find((row) => row[1] === "demand.growth");
    const { lowest, runner_up: runnerUp } = figuresOf(base);
    const gapAt = (value: number) => {
      const figures = figuresOf([...base, ["demand.growth", value]]);
      return (figures[`npv.${String(runnerUp)}`] as number) - (figures[`npv.${String(lowest)}`] as number);
    };
    expect(growth?.slice(2, 6)).toEqual([0.01, 0.05, expect.closeTo(gapAt(0.01), 4), expect.closeTo(gapAt(0.05), 4)]);
  });

  test.each(INVALID)("has its header alone where there is %s", (_words, row) => {
    expect((call("DRIVERS", [...base, row]) as unknown[][]).length).toBe(1);
  });
});

describe("DECISIONS", () => {
  const scenarios: readonly (readonly [words: string, scenario: readonly (readonly unknown[])[]])[] = [
    ["a scenario", base],
    ...INVALID.map(([words, row]) => [words, [...base, row]] as const),
  ];

  test.each(scenarios)("has four rows for %s", (_words, scenario) => {
    expect((call("DECISIONS", scenario) as unknown[][]).length).toBe(5);
  });
});

describe("CHARTDATA", () => {
  test("ends with the totals' differences, and has what runs today as its zero line", () => {
    const [header, ...rows] = call("CHARTDATA", [...base, ["plan.current", "vertical"]], "gap") as unknown[][];
    const figures = figuresOf([...base, ["plan.current", "vertical"]]);
    expect(header).toEqual(["Years from start", "Central", "Distributed", "Hybrid"]);
    expect([rows.length, rows[0][0], rows[59][0]]).toEqual([60, 1 / 12, 5]);
    expect(new Set(rows.map((row) => row[1]))).toEqual(new Set([0]));
    const total = (architecture: string) => figures[`tco.${architecture}`] as number;
    expect(rows.at(-1)?.slice(1)).toEqual([
      0,
      expect.closeTo(total("vertical") - total("horizontal"), 3),
      expect.closeTo(total("vertical") - total("hybrid"), 3),
    ]);
  });

  test("has groups that sum to the totals", () => {
    const [, ...rows] = call("CHARTDATA", base, "groups") as unknown[][];
    const figures = figuresOf(base);
    const sums = [1, 2, 3].map((column) => rows.reduce((sum, row) => sum + (row[column] as number), 0));
    for (const [index, name] of ["vertical", "horizontal", "hybrid"].entries())
      expect(sums[index]).toBeCloseTo(figures[`tco.${name}`] as number, 3);
  });
});
