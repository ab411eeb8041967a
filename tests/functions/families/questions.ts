import { describe, expect, test } from "vitest";
import { answersOf, refusalsOf } from "../cases";
import { call, callAt, errorOf } from "../host";
import { sampleScenario } from "../sampleScenario";

const base = sampleScenario("Base");
const growth = sampleScenario("Growth");
/** The sample where deals move onto the distributed system in half the time: it wins, but not at every size. */
const faster = [...base, ["integration.horizontal_months", 9]];
/** A plan of one year with an audit in each of three regions. */
const AUDITED = [
  ["plan.years", 1],
  ["demand.volume", 100],
  ["prices.inflation", 0],
];
const RANGES = [
  ["Key", "Low", "High", "Shape"],
  ["compliance.audit_cost", 50000, 70000, "uniform"],
];

describe("SENSITIVITY.GRID", () => {
  const regions = (values: readonly (readonly number[])[]) =>
    call("SENSITIVITY.GRID", AUDITED, "horizontal.regions", values, "tco", "vertical") as number[][];

  test("has the shape of its values: each region more costs an audit of 60,000", () => {
    const row = regions([[1, 2, 3]]);
    expect(row).toEqual([[row[0][0], expect.closeTo(row[0][0] + 60000, 4), expect.closeTo(row[0][0] + 120000, 4)]]);
    expect(regions([[1], [2]])).toEqual([[row[0][0]], [expect.closeTo(row[0][1], 6)]]);
  });

  test("of two keys has a row for each value of the first and a column for each of the second", () => {
    const grid = call("SENSITIVITY.GRID", AUDITED, "horizontal.regions", [[1, 2]], "tco", "vertical", "compliance.audit_cost", [
      [0, 60000, 90000],
    ]) as number[][];
    expect(grid.length).toBe(2);
    expect(grid[1].map((cost) => cost - grid[1][0])).toEqual([0, expect.closeTo(120000, 4), expect.closeTo(180000, 4)]);
    expect(grid[0].map((cost) => cost - grid[0][0])).toEqual([0, expect.closeTo(60000, 4), expect.closeTo(90000, 4)]);
  });

  test("takes words too, and agrees with METRIC of the changed scenario", () => {
    const [row] = call("SENSITIVITY.GRID", AUDITED, "vertical.hosting", [["cloud", "owned"]], "tco", "vertical") as number[][];
    expect(row[1]).toBe(call("METRIC", [...AUDITED, ["vertical.hosting", "owned"]], "tco", "vertical"));
  });

  test("shows an error in the cell of a value that is not allowed, beside the others", () => {
    const [row] = call("SENSITIVITY.GRID", AUDITED, "horizontal.regions", [[1, 0.5, 2]], "tco", "vertical") as unknown[][];
    expect(row).toEqual([expect.any(Number), expect.objectContaining({ code: "#VALUE!" }), expect.any(Number)]);
  });

  test.each([
    ["one key", ["horizontal.global_share", [[0.1, 1.4901]], "tco", "horizontal"]],
    [
      "a second one of words",
      ["horizontal.global_share", [[0.1, 1.4901]], "tco", "horizontal", "horizontal.hosting", [["cloud", "owned"]]],
    ],
  ])("writes the shares that it refuses as percentages, for %s", (_name, given) => {
    const refused = (call("SENSITIVITY.GRID", AUDITED, ...given) as unknown[][])
      .flat()
      .filter((cell): cell is { readonly message: string } => typeof cell === "object");
    expect(refused.length).toBeGreaterThan(0);
    for (const { message } of refused)
      expect(message).toBe("Share of data and writes that every region needs is 149.01%. Enter 0% to 100% (horizontal.global_share).");
  });

  refusalsOf("SENSITIVITY.GRID", [
    ["an unknown key", [AUDITED, "horizontal.region", [[1]]], "#VALUE!", "Did you mean horizontal.regions?"],
    [
      "more cells than Excel would wait for",
      [AUDITED, "demand.volume", Array.from({ length: 1001 }, (_, index) => [index])],
      "#VALUE!",
      "The grid has 1001 cells. Use at most 1000, or the Analyze tab of the pane for larger maps.",
    ],
    ["an error in the scenario", [[["demand.growth", 90]], "demand.volume", [[1]]], "#VALUE!", "Organic growth per year is 90"],
  ]);
});

describe("SENSITIVITY.TORNADO", () => {
  const bars = (call("SENSITIVITY.TORNADO", base) as unknown[][]).slice(1) as [string, number, number, number, number, number][];

  test("without ranges lists ten assumptions, the largest swing first, each a tenth down and up", () => {
    expect(bars.length).toBe(10);
    const swings = bars.map((bar) => bar[5]);
    expect(swings).toEqual([...swings].sort((one, other) => other - one));
    const growthBar = (call("SENSITIVITY.TORNADO", base, null, null, null, 1000) as [string, number, number][]).find(
      ([key]) => key === "demand.growth",
    )!;
    expect(growthBar.slice(1, 3)).toEqual([expect.closeTo(0.018, 9), expect.closeTo(0.022, 9)]);
  });

  test("without ranges moves what is uncertain, unless decisions or all are asked for", () => {
    const short = [...base, ["plan.years", 1]];
    const keys = (inputs: string | null): string[] =>
      (call("SENSITIVITY.TORNADO", short, null, "tco", "vertical", 1000, inputs) as string[][]).slice(1).map(([name]) => name);
    const [uncertain, decisions] = [keys(null), keys("decisions")];
    expect([uncertain.includes("vertical.standby"), decisions.includes("vertical.standby")]).toEqual([false, true]);
    expect([uncertain.includes("demand.volume"), decisions.includes("demand.volume")]).toEqual([true, false]);
    expect([...uncertain, ...decisions].sort()).toEqual(keys("all").sort());
  });

  test("each end agrees with METRIC of the scenario with that number", () => {
    for (const [key, low, high, atLow, atHigh] of bars.slice(0, 3)) {
      expect(atLow).toBeCloseTo(call("METRIC", call("SCENARIO.WITH", base, key, low), "npv") as number, 4);
      expect(atHigh).toBeCloseTo(call("METRIC", call("SCENARIO.WITH", base, key, high), "npv") as number, 4);
    }
  });

  test("leaves out what has no effect, and says so when nothing has one", () => {
    const rows = call("SENSITIVITY.TORNADO", AUDITED, [["horizontal.spare", 0, 5]], "tco", "vertical") as unknown[][];
    expect(rows[1][0]).toBe("No range has an effect");
  });

  // Three audits of 60,000 in the scenario, of 10,000 and 20,000 in the range: from 30,000 to 180,000.
  test("takes the whole table of inputs by its headers", () => {
    const table = [
      ["Section", "Key", "Unit", "Low", "High", "Base"],
      ["Audit", "compliance.audit_cost", "money/year", 10000, 20000, 60000],
      ["Audit", "demand.growth", "share", "", "", 0.05],
      ["", "", "", 0, 0, 0],
    ];
    const rows = call("SENSITIVITY.TORNADO", AUDITED, table, "tco", "vertical") as unknown[][];
    expect(rows.slice(1)).toEqual([
      ["compliance.audit_cost", 10000, 20000, expect.any(Number), expect.any(Number), expect.closeTo(150000, 4)],
    ]);
  });

  refusalsOf("SENSITIVITY.TORNADO", [
    ["an unknown key", [AUDITED, [["demand.growht", 0, 1]]], "#VALUE!", "Did you mean demand.growth?"],
    ["a key without a number", [AUDITED, [["plan.currency", 0, 1]]], "#VALUE!", "(plan.currency) isn't a number"],
    ["low above high", [AUDITED, [["demand.growth", 0.2, 0.1]]], "#VALUE!", "Enter a low below high."],
    ["equal ends", [AUDITED, [["demand.growth", 0.1, 0.1]]], "#VALUE!", "low and high are both 10%"],
    [
      "a table without a column",
      [
        AUDITED,
        [
          ["Key", "Low"],
          ["demand.growth", 0.1],
        ],
      ],
      "#VALUE!",
      'no column "high"',
    ],
    ["an end that is text", [AUDITED, [["demand.growth", "low", 0.1]]], "#VALUE!", "low of demand.growth"],
  ]);
});

describe("SOLVE and CROSSOVER", () => {
  const tco = call("METRIC", [...AUDITED, ["compliance.audit_cost", 12345]], "tco", "vertical");

  answersOf("SOLVE", [
    ["finds the audit cost that a total was computed with", [AUDITED, "compliance.audit_cost", tco, "tco", "vertical"], 12345],
    [
      "finds a whole number of regions by their audits",
      [
        AUDITED,
        "horizontal.regions",
        (call("METRIC", [...AUDITED, ["horizontal.regions", 7]], "tco", "vertical") as number) - 1,
        "tco",
        "vertical",
      ],
      7,
    ],
  ]);

  refusalsOf("SOLVE", [
    [
      "a target that is never reached, with the ends",
      [AUDITED, "compliance.audit_cost", 1, "tco", "vertical", 0, 100],
      "#N/A",
      "tco is never 1 for compliance.audit_cost from 0 to 100: at 0, it is 1,481,000; at 100, it is 1,481,000.",
    ],
    ["a key without a number", [AUDITED, "plan.currency", 1], "#VALUE!", "(plan.currency) isn't a number"],
    ["low above high", [AUDITED, "demand.growth", 1, "tco", "vertical", 0.2, 0.1], "#VALUE!", "Enter a low below high."],
    ["equal ends", [AUDITED, "demand.growth", 1, "tco", "vertical", 0.1, 0.1], "#VALUE!", "Enter a low below high."],
    [
      "an end outside of the bounds",
      [AUDITED, "demand.growth", 1, "tco", "vertical", -5, 0.1],
      "#VALUE!",
      "low is -500%. Enter -90% to 1,000% for demand.growth.",
    ],
  ]);

  test("at the crossing both architectures cost the same, or the cheaper one changes there in a step", () => {
    const beds = call("CROSSOVER", faster, "demand.volume") as number;
    const difference = (volume: number): number => {
      const changed = call("SCENARIO.WITH", faster, "demand.volume", volume);
      return (call("METRIC", changed, "npv", "horizontal") as number) - (call("METRIC", changed, "npv", "vertical") as number);
    };
    expect(Math.sign(difference(beds * (1 - 1e-6)))).not.toBe(Math.sign(difference(beds * (1 + 1e-6))));
  });

  test("counts the crossings, gives each in turn, and notes the others for the pane", () => {
    const count = call("CROSSOVER", faster, "demand.volume", null, null, null, null, null, "count") as number;
    const all = Array.from(
      { length: count },
      (_, index) => call("CROSSOVER", faster, "demand.volume", null, null, null, null, null, index + 1) as number,
    );
    expect(count).toBeGreaterThan(0);
    expect(all).toEqual([...all].sort((one, other) => one - other));
    expect(errorOf("CROSSOVER", faster, "demand.volume", null, null, null, null, null, count + 1)).toMatchObject({ code: "#N/A" });
    callAt("Sheet1!Z9", "CROSSOVER", faster, "demand.volume");
    expect(globalThis.tcoMessages!.get("Sheet1!Z9")).toMatch(/The difference jumps|other values?:/);
  });

  test("names the other crossings of a share as percentages", () => {
    callAt("Sheet1!Z9", "CROSSOVER", base, "staff.automation");
    expect(globalThis.tcoMessages!.get("Sheet1!Z9")).toContain("One other value: 58.97%.");
    const third = errorOf("CROSSOVER", base, "staff.automation", null, null, null, null, null, 3);
    expect(third.message).toMatch(/^which is 3\. There are only 2 values: [\d.]+%, 58\.97%\.$/);
  });

  refusalsOf("CROSSOVER", [
    ["architectures that are the same", [base, "demand.volume", "hybrid", "hybrid"], "#VALUE!", "from and to are both hybrid"],
    ["a key that changes nothing", [base, "user.x"], "#VALUE!", "Enter user.x in the scenario first"],
    [
      "no crossing, with the ends",
      [AUDITED, "wan.round_trip_ms", "vertical", "horizontal", 10, 20],
      "#N/A",
      "Central and Distributed never have the same npv for wan.round_trip_ms from 10 to 20: at 10, Distributed is 373,000 higher; at 20, Distributed is 373,000 higher.",
    ],
  ]);
});

describe("SIMULATE and PROBABILITY", () => {
  const rows = call("SIMULATE", base, [["demand.growth", 0, 0.05]], "tco", "vertical", [[0.05, 0.5, 0.95]], 300) as [string, ...number[]][];
  const row = (name: string): number[] => rows.find(([label]) => label === name)!.slice(1) as number[];

  test("gives percentiles of the metric and of each year, then what there is to know", () => {
    expect(rows[0]).toEqual(["Figure", "tco", "2027", "2028", "2029", "2030", "2031"]);
    expect(rows.slice(1, 9).map(([label]) => label)).toEqual([
      "P5",
      "P50",
      "P95",
      "mean",
      "deviation",
      "trials",
      "share without a plan",
      "values moved to a bound",
    ]);
    expect(row("P5")[0]).toBeLessThan(row("P50")[0]);
    expect(
      row("mean")
        .slice(1)
        .reduce((sum, cost) => sum + cost, 0),
    ).toBeCloseTo(row("mean")[0], 4);
    expect(row("trials")[0]).toBe(300);
  });

  test("names what drives the metric, deals that may not close among it", () => {
    const drivers = rows.filter(([label]) => label.startsWith("rank correlation: ")).map(([label]) => label);
    expect(drivers).toContain("rank correlation: demand.growth");
    expect(drivers).toContain("rank correlation: deal.St. Brendan.probability");
    expect(drivers.length).toBe(7);
  });

  test("the same seed gives the same digits, in any order of the ranges", () => {
    const two = [
      ["demand.growth", 0, 0.05],
      ["staff.loaded", 1.3, 1.6],
    ];
    const once = call("SIMULATE", base, two, "tco", null, null, 100, 7);
    expect(call("SIMULATE", base, [...two].reverse(), "tco", null, null, 100, 7)).toEqual(once);
    expect(call("SIMULATE", base, two, "tco", null, null, 100, 8)).not.toEqual(once);
  });

  test("what is sure has probability 1, and the reverse 0", () => {
    const dear = [...AUDITED, ["compliance.jurisdictions_vertical", 90]];
    expect(call("PROBABILITY", dear, RANGES, "vertical", "horizontal", 40)).toBe(1);
    expect(call("PROBABILITY", dear, RANGES, "horizontal", "vertical", 40)).toBe(0);
  });

  for (const id of ["SIMULATE", "PROBABILITY"] as const) {
    const at = (trials: unknown): unknown[] =>
      id === "SIMULATE" ? [base, RANGES, null, null, null, trials] : [base, RANGES, null, null, trials];
    refusalsOf(id, [
      ["no trials", at(0), "#VALUE!", "trials is 0. Use 1 to 5000 in a cell"],
      ["a billion trials, and points to the pane", at(1e9), "#VALUE!", "or the Analyze tab of the pane for more"],
      ["half a trial", at(2.5), "#VALUE!", "a whole number"],
      ["an unknown key", [base, [["demand.growht", 0, 1]]], "#VALUE!", "Did you mean demand.growth?"],
      ["low above high", [base, [["demand.growth", 0.2, 0.1]]], "#VALUE!", "Enter a low below high."],
      ["equal ends", [base, [["demand.growth", 0.1, 0.1]]], "#VALUE!", "low and high are both 10%"],
      [
        "a shape that there is not",
        [base, [["demand.growth", 0.1, 0.2, "gamma"]]],
        "#VALUE!",
        'shape of demand.growth is "gamma". Use normal, lognormal, triangular, pert, or uniform.',
      ],
      ["the scenario's number outside of a PERT range", [base, [["demand.growth", 0.1, 0.2]]], "#VALUE!", "outside the range 0.1 to 0.2"],
    ]);
  }

  refusalsOf("SIMULATE", [
    ["a percentile above 1", [base, RANGES, null, null, 90], "#VALUE!", "Enter 0% to 100%"],
    ["a percentile below 0", [base, RANGES, null, null, [[0.5, -0.1]]], "#VALUE!", "Enter 0% to 100%"],
    ["a seed that is no whole number", [base, RANGES, null, null, null, 10, 0.5], "#VALUE!", "seed is 0.5"],
    [
      "a demand that no plan carries",
      [
        [
          ["demand.volume", 1e9],
          ["demand.tps_per_volume", 1e6],
        ],
        [["demand.growth", 0, 0.1]],
        null,
        "vertical",
        null,
        5,
      ],
      "#N/A",
      "Central can't meet the demand from Jan 2027: a server needs 1,321,000,000,000 cores; the largest, r8i.96xlarge, has 217.4.",
    ],
  ]);
});

describe("ADVISE and SWITCHMONTH", () => {
  const rows = call("ADVISE", faster) as string[][];

  test("answers seven questions, recommends, and shows the costs beside it", () => {
    expect(rows.length).toBe(11);
    expect(rows[0]).toEqual(["Question", "Answer", "Leans to", "Reason"]);
    expect(rows[8].slice(0, 2)).toEqual(["Recommendation", "stay central"]);
    expect(rows[9].slice(0, 2)).toEqual(["Cheapest", "horizontal"]);
    expect(rows[10].slice(0, 2)).toEqual(["Checklist and costs", "the costs say otherwise"]);
  });

  test("the best month to switch saves what the present values differ by", () => {
    const [month, cost, saving] = ["month", "cost", "saving"].map((fact) => call("SWITCHMONTH", faster, fact) as number);
    expect(month).toBe(1);
    expect(cost).toBeCloseTo(call("METRIC", faster, "npv", "horizontal") as number, 4);
    expect(saving).toBeCloseTo((call("METRIC", faster, "npv", "vertical") as number) - cost, 4);
    expect(call("SWITCHMONTH", faster)).toBe(46388);
  });

  refusalsOf("SWITCHMONTH", [
    ["a system that is distributed already", [[["plan.current", "horizontal"]]], "#N/A", "Distributed is already in use"],
    [
      "when staying central costs least, with the best month all the same",
      [
        [
          ["plan.current", "vertical"],
          ["demand.volume", 100],
        ],
      ],
      "#N/A",
      "Staying with Central is cheapest. Moving in Dec 2031, the next cheapest, costs $626K more (present value).",
    ],
  ]);
});

describe("SCENARIO.VARIANCE and SCENARIO.BRIDGE by driver", () => {
  const [, ...parts] = call("SCENARIO.VARIANCE", base, growth, "driver") as [string, number, number, number, number | string, string][];

  test("leads from one total to the other, group after group, to the last digit", () => {
    const total = parts.at(-1)!;
    expect(total.slice(0, 3)).toEqual(["total", call("METRIC", base, "tco"), call("METRIC", growth, "tco")]);
    expect(parts.slice(0, -1).reduce((sum, part) => sum + part[3], 0)).toBeCloseTo(total[3], 4);
    const moved = parts.filter((part) => part[3] !== 0).map(([item]) => item);
    expect(moved).toEqual(["demand", "deals", "deal", "total"]);
    expect(parts.at(-2)![0]).toBe("remainder");
  });

  test("takes the architecture with the group plan", () => {
    const distributed = sampleScenario("Distributed");
    const rows = call("SCENARIO.VARIANCE", base, distributed, "driver") as unknown[][];
    expect(rows.find(([item]) => item === "plan")![3]).toBeCloseTo(
      (call("METRIC", base, "tco", "horizontal") as number) - (call("METRIC", base, "tco", "vertical") as number),
      4,
    );
  });

  test("what cannot be told apart goes into the remainder", () => {
    // The formula comes with the group demand, its number with user: between them the scenario cannot be read.
    const from = [["plan.years", 1]];
    const to = [
      ["plan.years", 1],
      ["demand.curve", "formula"],
      ["demand.formula", "user.size * 2"],
      ["user.size", 90000],
    ];
    const rows = call("SCENARIO.VARIANCE", from, to, "driver") as unknown[][];
    const difference = (item: string): number => rows.find(([name]) => name === item)![3] as number;
    expect(difference("demand")).toBe(0);
    expect(difference("remainder")).toBeCloseTo(difference("total"), 4);
    expect(difference("total")).not.toBe(0);
  });

  test("has a bridge whose columns meet both totals", () => {
    const columns = (call("SCENARIO.BRIDGE", base, growth, "driver") as unknown[][]).slice(1) as [string, number, number, number, number][];
    const change = columns.slice(1, -1).reduce((sum, [, , up, down]) => sum + up - down, 0);
    expect(columns[0][4] + change).toBeCloseTo(columns.at(-1)![4], 4);
  });
});
