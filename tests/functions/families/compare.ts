import { describe, expect, test } from "vitest";
import { COMPONENTS } from "../../../src/engine/cost/components";
import { COST_POOLS } from "../../../src/engine/lines";
import { call, errorOf } from "../host";
import { sampleScenario } from "../sampleScenario";
import { ARCHITECTURE_NAMES } from "../../../src/engine/words";

const [base, growth, distributed] = ["Base", "Growth", "Distributed"].map(sampleScenario);
type Row = readonly [string, number, number, number, number | string, string];

describe("SCENARIO.DIFF", () => {
  test("lists what a scenario states otherwise, with both values under the scenarios' names", () => {
    expect(call("SCENARIO.DIFF", base, distributed)).toEqual([
      ["Key", "Base", "Distributed"],
      ["plan.architecture", "vertical", "horizontal"],
    ]);
  });

  test.each([
    ["a default that is stated", [["plan.years", 5]], [["demand.growth", 0.05]]],
    ["a date as a cell and as text", [["plan.start", 46388]], [["plan.start", "2027-01-01"]]],
    ["a word in another case", [["vertical.hosting", "Cloud"]], [["vertical.hosting", "cloud"]]],
  ])("does not list %s", (_what, from, to) => {
    expect(call("SCENARIO.DIFF", from, to)).toEqual([
      ["Key", "Value", "Value"],
      ["No differences", "", ""],
    ]);
  });

  test("refuses a scenario with an error, naming the key", () => {
    expect(errorOf("SCENARIO.DIFF", base, [["demand.growth", 50]]).message).toContain(
      "Organic growth per year is 50. Enter -90% to 1,000% (demand.growth); did you mean 50% (0.5)?",
    );
  });
});

describe("SCENARIO.COMPARE", () => {
  test("gives each scenario's metric under its own architecture", () => {
    expect(call("SCENARIO.COMPARE", [["tco"], ["nodes"]], base, distributed)).toEqual([
      ["Metric", "Base", "Distributed"],
      ["tco", call("METRIC", base, "tco", "vertical"), call("METRIC", base, "tco", "horizontal")],
      ["nodes", call("METRIC", base, "nodes", "vertical"), call("METRIC", base, "nodes", "horizontal")],
    ]);
  });

  test("shows an error where a scenario has one, beside those that do not", () => {
    const row = (call("SCENARIO.COMPARE", "tco", [["demand.growth", 50]], base) as unknown[][])[1];
    expect(row).toEqual(["tco", expect.objectContaining({ code: "#VALUE!" }), expect.any(Number)]);
  });
});

describe.each([["component"], ["pool"], ["year"]])("SCENARIO.VARIANCE by %s", (by) => {
  const [header, ...rows] = call("SCENARIO.VARIANCE", base, growth, by) as [string[], ...Row[]];

  test("has parts that add up to both totals", () => {
    const total = rows.at(-1)!;
    const parts = rows.slice(0, -1);
    expect(header).toEqual(["Item", "Base", "Growth", "Difference", "%", "Effect"]);
    expect(parts.reduce((sum, row) => sum + row[1], 0)).toBeCloseTo(call("METRIC", base, "tco") as number, 4);
    expect(parts.reduce((sum, row) => sum + row[2], 0)).toBeCloseTo(call("METRIC", growth, "tco") as number, 4);
    expect(total[3]).toBeCloseTo(total[2] - total[1], 6);
  });

  test("has the same rows whatever differs, so that comments beside them stay in place", () => {
    const other = call("SCENARIO.VARIANCE", base, base, by) as unknown[][];
    expect(other.slice(1).map(([item]) => item)).toEqual(rows.map(([item]) => item));
  });

  test('returns "adverse" for a higher cost and "favorable" for a lower one', () => {
    expect(rows.filter((row) => row[3] > 0 && row[5] !== "adverse")).toEqual([]);
    expect(rows.filter((row) => row[3] < 0 && row[5] !== "favorable")).toEqual([]);
    expect(rows.filter((row) => row[3] === 0 && row[5] !== "")).toEqual([]);
  });
});

describe("SCENARIO.BRIDGE", () => {
  const rows = (call("SCENARIO.BRIDGE", base, growth, "component", 3) as unknown[][]).slice(1) as [
    string,
    number,
    number,
    number,
    number,
  ][];

  test("leads from one total to the other", () => {
    expect(rows[0]).toEqual(["Base", 0, 0, 0, expect.closeTo(call("METRIC", base, "tco") as number, 4)]);
    expect(rows.at(-1)).toEqual(["Growth", 0, 0, 0, expect.closeTo(call("METRIC", growth, "tco") as number, 4)]);
    const change = rows.slice(1, -1).reduce((sum, [, , up, down]) => sum + up - down, 0);
    expect(rows[0][4] + change).toBeCloseTo(rows.at(-1)![4], 4);
  });

  test("shows the largest changes first and the rest as one", () => {
    expect(
      rows
        .slice(1, -1)
        .map(([label]) => label)
        .at(-1),
    ).toBe("others");
    const sizes = rows.slice(1, 4).map(([, , up, down]) => up + down);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  test("names cost lines in words, and other parts as they are", () => {
    const labels = COMPONENTS.map(({ label }) => label);
    for (const [label] of rows.slice(1, 4)) expect(labels).toContain(label);
    const pools = (call("SCENARIO.BRIDGE", base, growth, "pool") as unknown[][]).slice(2, -1).map(([label]) => label);
    for (const pool of pools) expect([...COST_POOLS, "others"]).toContain(pool);
  });

  test("floats each change on the level before or after it, whichever is lower", () => {
    let level = rows[0][4];
    for (const [, bottom, up, down] of rows.slice(1, -1)) {
      expect(bottom).toBeCloseTo(Math.min(level, level + up - down), 4);
      level += up - down;
    }
  });
});

describe("ARCHITECTURES.BREAKEVEN", () => {
  test("is month 1 of an architecture against itself", () => {
    expect(call("ARCHITECTURES.BREAKEVEN", base, "hybrid", "hybrid", "month")).toBe(1);
  });

  test("agrees with FINANCE.BREAKEVEN of the monthly totals", () => {
    const months = call(
      "FINANCE.BREAKEVEN",
      call("HORIZONTAL", growth, null, "month"),
      call("VERTICAL", growth, null, "month"),
      0,
      "never",
    );
    const found =
      months === "never"
        ? errorOf("ARCHITECTURES.BREAKEVEN", growth, "horizontal", "vertical").code
        : call("ARCHITECTURES.BREAKEVEN", growth, "horizontal", "vertical", "month");
    expect(found).toBe(months === "never" ? "#N/A" : months);
  });

  test("has no answer where the alternative stays dearer, and says by how much", () => {
    const cheaper =
      (call("METRIC", base, "tco", "vertical") as number) < (call("METRIC", base, "tco", "horizontal") as number)
        ? "vertical"
        : "horizontal";
    const costlier = cheaper === "vertical" ? "horizontal" : "vertical";
    expect(errorOf("ARCHITECTURES.BREAKEVEN", base, cheaper, costlier)).toEqual({
      code: "#N/A",
      message: expect.stringMatching(
        new RegExp(
          `^${ARCHITECTURE_NAMES[costlier]} doesn't break even by Dec 2031\\. It costs \\$[\\d.]+[KM] more than ${ARCHITECTURE_NAMES[cheaper]} in total\\.$`,
        ),
      ) as string,
    });
  });
});
