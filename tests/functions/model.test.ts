import { describe, expect, test } from "vitest";
import { ARCHITECTURES } from "../../src/engine/plan/setting";
import { METRICS } from "../../src/engine/finance/metrics";
import { discountFactors } from "../../src/engine/finance/presentValue";
import { serialOf } from "../../src/engine/timeline";
import { scenarioOf } from "../../src/functions/memo";
import { chartsSheet } from "../../src/workbook/sheets/chartsSheet";
import { call, errorOf, metadata } from "./host";
import { sampleScenario } from "./sampleScenario";

const base = sampleScenario("Base");
const HEAVY = [
  ["demand.volume", 1e9],
  ["demand.cpu_ms", 1000],
];
const sum = (row: readonly number[]): number => row.reduce((total, value) => total + value, 0);
const series = (id: string, ...args: readonly unknown[]): number[] => (call(id, ...args) as number[][])[0];

describe.each([["VERTICAL"], ["HORIZONTAL"], ["HYBRID"]])("%s", (id) => {
  const architecture = id.toLowerCase();

  test("gives the total of each year, which adds up to the metric tco", () => {
    const years = series(id, base);
    expect(years).toHaveLength(5);
    expect(sum(years)).toBeCloseTo(call("METRIC", base, "tco", architecture) as number, 4);
  });

  test("gives months that add up to the years", () => {
    const months = series(id, base, "total", "month");
    expect(months).toHaveLength(60);
    expect(sum(months.slice(12, 24))).toBeCloseTo(series(id, base)[1], 6);
  });

  test("gives for all a row per cost line, whose sum is the total", () => {
    const [header, ...rows] = call(id, base, "all") as [string[], ...(string | number)[][]];
    expect(header).toEqual(["Line", "Cost pool", "2027", "2028", "2029", "2030", "2031"]);
    expect(sum(rows.map((row) => row[2] as number))).toBeCloseTo(series(id, base)[0], 6);
  });

  test("is what COST gives for its architecture", () => {
    expect(call("COST", base, "Staffing", "year", architecture)).toEqual(call(id, base, "Staffing", "year"));
  });

  test("takes SUMPRODUCT with discount factors to the metric npv, where there is no tax and no residual", () => {
    const factors = discountFactors(0.07, 60, "mid", 12);
    const value = sum(series(id, base, null, "month").map((flow, index) => flow * factors[index]));
    expect(value).toBeCloseTo(call("METRIC", base, "npv", architecture) as number, 4);
  });
});

describe("the cost per year by cost pool on the sheet Charts", () => {
  const own = [...base, ["custom.desk.formula", "1000 * sites"], ["custom.desk.pool", "Workplace"]];
  const formulas = chartsSheet(5, "USD").blocks.flatMap(({ cells }) =>
    cells.flat().filter((cell) => String(cell).startsWith("=TCO.COST(as.To")),
  );
  /** The years of each pool as the sheet's formulas ask for them, and of their total. */
  const years = (scenario: unknown[][]): number[][] =>
    formulas.map((formula) => series("COST", scenario, ...(/"(.*)"/.exec(String(formula))?.slice(1) ?? [])));

  test("adds up to the total with a line of one's own in a pool of one's own, which counts as Other", () => {
    const [pools, total] = [years(own).slice(0, -1), years(own).at(-1) ?? []];
    expect(pools).toHaveLength(8);
    total.forEach((cost, year) => expect(sum(pools.map((pool) => pool[year]))).toBeCloseTo(cost, 4));
    const [before, after] = [years(base).at(-2) ?? [], pools.at(-1) ?? []];
    expect(after.map((cost, year) => cost - before[year])).toEqual(
      series("COST", own, "custom.desk").map((cost) => expect.closeTo(cost, 4) as number),
    );
    expect(sum(series("COST", own, "custom.desk"))).toBeGreaterThan(0);
  });
});

describe("a line", () => {
  test.each([
    ["a stock by its year's end", "sites", (months: readonly number[]) => months[11]],
    ["a flow by its year's sum", "cloud.compute", (months: readonly number[]) => sum(months.slice(0, 12))],
    ["a cost pool by its year's sum", "cloud services", (months: readonly number[]) => sum(months.slice(0, 12))],
  ])("is taken, %s", (_what, line, ofMonths) => {
    expect(series("VERTICAL", base, line)[0]).toBeCloseTo(ofMonths(series("VERTICAL", base, line, "month")), 6);
  });

  test("has a name; the message for an unknown one suggests the nearest", () => {
    expect(errorOf("VERTICAL", base, "cloud.computer")).toEqual({
      code: "#VALUE!",
      message: expect.stringMatching(/^line is "cloud\.computer"\. Use total, .*; did you mean cloud\.compute\?$/) as string,
    });
  });

  test("of a plan that cannot carry the demand has no answer; the message says when, in what and by how much", () => {
    expect(errorOf("VERTICAL", HEAVY)).toEqual({
      code: "#N/A",
      message: expect.stringMatching(
        /^Central can't meet the demand from Jan 2027: a server needs [\d,]+ cores; the largest, \S+, has [\d,.]+\.$/,
      ) as string,
    });
  });

  test("is refused by an unknown step", () => {
    expect(errorOf("VERTICAL", base, "total", "week").message).toBe('by is "week". Use year or month.');
  });
});

describe("PERIODS", () => {
  const plan = (start: string): unknown => [
    ["plan.start", start],
    ["plan.years", 2],
  ];
  test.each([
    ["years", plan("2027-01-15"), [], ["2027", "2028"]],
    ["years that begin in July", plan("2027-07-01"), [], ["2027/28", "2028/29"]],
    [
      "first days",
      plan("2027-07-15"),
      ["year", "start"],
      [serialOf({ year: 2027, month: 7, day: 1 }), serialOf({ year: 2028, month: 7, day: 1 })],
    ],
    [
      "last days",
      plan("2027-07-15"),
      ["year", "end"],
      [serialOf({ year: 2028, month: 6, day: 30 }), serialOf({ year: 2029, month: 6, day: 30 })],
    ],
  ])("gives %s", (_what, scenario, options, expected) => {
    expect(call("PERIODS", scenario, ...options)).toEqual([expected]);
  });

  test("has as many columns as the lines of the same scenario", () => {
    expect(series("PERIODS", base, "month")).toHaveLength(series("VERTICAL", base, "tb", "month").length);
    expect((call("PERIODS", base, "month") as unknown[][])[0].slice(0, 2)).toEqual(["2027-01", "2027-02"]);
  });
});

describe("METRIC", () => {
  test("takes the scenario's own architecture unless another is asked for", () => {
    const own = call("METRIC", sampleScenario("Distributed"), "tco");
    expect(own).toBe(call("METRIC", sampleScenario("Distributed"), "tco", "horizontal"));
    expect(own).not.toBe(call("METRIC", sampleScenario("Distributed"), "tco", "vertical"));
  });

  test.each([
    [
      "a year of the first shard that never comes",
      [[["data.tb", 1]], "shard_year"],
      /^No split needed by Dec 2031: utilization of \w+ reaches [\d.]+%\.$/,
    ],
    ["a first shard of a distributed system", [[["data.tb", 1]], "shard_year", "horizontal"], /^Distributed has no central database/],
    ["a cost per unit of no volume", [[["demand.volume", 0]], "per_volume_month"], /^per_volume_month has no value/],
  ])("has no answer for %s, and says why", (_what, args, message) => {
    expect(errorOf("METRIC", ...args)).toEqual({ code: "#N/A", message: expect.stringMatching(message) as string });
  });

  test("is refused by an unknown metric, with all that are known", () => {
    expect(errorOf("METRIC", base, "roi").message).toMatch(/^metric is "roi"\. Use tco, npv, capex/);
  });
});

describe("ARCHITECTURES", () => {
  test("lists what METRIC gives, and names the cheapest of the amounts", () => {
    const [header, ...rows] = call("ARCHITECTURES", base) as unknown[][];
    expect(header).toEqual(["Metric", "vertical", "horizontal", "hybrid", "Cheapest"]);
    const tco = rows.find(([name]) => name === "tco") as [string, number, number, number, string];
    expect(tco.slice(1, 4)).toEqual(ARCHITECTURES.map((name) => call("METRIC", base, "tco", name)));
    expect(tco[4]).toBe(ARCHITECTURES[tco.slice(1, 4).indexOf(Math.min(tco[1], tco[2], tco[3]))]);
    expect(rows.find(([name]) => name === "fte")![4]).toBe("");
  });

  test("lists the metrics asked for, in their order", () => {
    const rows = call("ARCHITECTURES", base, [["npv"], [""], ["TCO"]]) as unknown[][];
    expect(rows.map(([name]) => name)).toEqual(["Metric", "npv", "tco"]);
  });

  test("shows #N/A for an architecture that cannot carry the demand, beside those that can", () => {
    const oneBigServer = [
      ["server.small.cores", 4],
      ["server.small.memory_gib", 64],
      ["server.small.monthly", 100],
      ["demand.volume", 40000],
      ["shard.skew", 100],
    ];
    const row = (call("ARCHITECTURES", oneBigServer, "tco") as unknown[][])[1];
    expect(row).toEqual([
      "tco",
      expect.objectContaining({ code: "#N/A" }),
      expect.any(Number),
      expect.objectContaining({ code: "#N/A" }),
      "horizontal",
    ]);
  });
});

describe("CAPACITY.PLAN", () => {
  const rows = call("CAPACITY.PLAN", base, "vertical") as (string | number)[][];
  const columnOf = (name: string): (string | number)[] => rows.slice(1).map((row) => row[rows[0].indexOf(name)]);

  test.each([
    ["Volume", "volume"],
    ["Peak tps", "tps_peak"],
    ["Data TB", "tb"],
    ["Cores needed", "need.cores"],
    ["Memory GiB", "capacity.memory_gib"],
    ["Servers", "servers"],
    ["Shards", "shards"],
    ["Utilization", "utilization"],
  ])("has a column %s, which is the line %s", (header, line) => {
    expect(columnOf(header)).toEqual(series("VERTICAL", base, line));
  });

  test("has a row per month where asked for", () => {
    expect(call("CAPACITY.PLAN", base, null, "month")).toHaveLength(61);
  });

  test("names what binds and tells every change of the servers with its month", () => {
    const plan = call("CAPACITY.PLAN", [
      ["data.tb", 10],
      ["demand.volume", 1000],
      ["data.gb_per_volume_year", 12],
      ["shard.max_tb", 20],
    ]) as string[][];
    expect(plan[1][plan[0].indexOf("Events")]).toContain(
      "2027-03 upgrade to r8i.12xlarge (memory); 2027-10 3 shards (shard data); 2027-10 change to r8i.8xlarge (memory)",
    );
    expect(plan[1][plan[0].indexOf("Binding")]).toBe("memory");
  });
});

describe("CAPACITY.SHARDDATE", () => {
  // 10 TB and 1 TB more each month: above 20.5 TB in month 11.
  const growing = [
    ["data.tb", 10],
    ["demand.volume", 1000],
    ["demand.growth", 0],
    ["data.gb_per_volume_year", 12],
    ["shard.max_tb", 20.5],
  ];

  test.each([
    ["date", serialOf({ year: 2027, month: 11, day: 1 })],
    ["decision", serialOf({ year: 2027, month: 2, day: 1 })],
    ["year", 1],
    ["month", 11],
    ["volume", 1000],
    ["tb", 21],
    ["dimension", "shard data"],
  ])("gives the %s of the first month with more than one shard", (fact, expected) => {
    expect(call("CAPACITY.SHARDDATE", growing, fact)).toEqual(expected);
  });

  /** 20.5 TB in month 11, and from year 3 on 24,000 TB a year of new data: more than 1,024 shards of 20.5 TB / 1.2 (the busiest). */
  const exploding = [...growing, ["demand.curve", "formula"], ["demand.formula", "month <= 24 ? 1000 : 2000000"]];

  test("gives the first split before a month that no number of shards can serve, and that month", () => {
    expect(call("CAPACITY.SHARDDATE", exploding, "month")).toBe(11);
    expect(call("METRIC", exploding, "shard_year")).toBe(1);
    expect(call("CAPACITY.SHARDDATE", exploding, "infeasible")).toBe(serialOf({ year: 2027 + 2, month: 9, day: 1 }));
    expect(errorOf("METRIC", exploding, "tco").message).toMatch(
      /^Central can't meet the demand from Sep 2029: .* The first split is needed in Nov 2027\.$/,
    );
  });

  test("has no infeasible month where the plan is feasible to its end", () => {
    expect(errorOf("CAPACITY.SHARDDATE", growing, "infeasible")).toEqual({
      code: "#N/A",
      message: "The Central plan is feasible to its end.",
    });
  });

  test("has no answer where one system lasts, and says how full it is at the end", () => {
    expect(errorOf("CAPACITY.SHARDDATE", [["data.tb", 1]])).toEqual({
      code: "#N/A",
      message: expect.stringMatching(/utilization of \w+ reaches [\d.]+%\.$/) as string,
    });
  });
});

describe("a scenario that many cells read", () => {
  test("is projected once", () => {
    const projection = scenarioOf([["plan.years", 3]]).projection("vertical");
    for (let cell = 0; cell < 1000; cell++) expect(scenarioOf([["plan.years", 3]]).projection("vertical")).toBe(projection);
  });

  test.each(["\n", "\t", "|", ",", "\u0000", '","', '"],["'])(
    "is told from one whose name has the signs of two rows, parted by %j",
    (sign) => {
      const rate = [
        ["plan.years", 1],
        ["custom.x.formula", "user.rate"],
      ];
      const cost = (...rows: unknown[][]): unknown => call("COST", [...rows, ...rate], "custom.x", "year", "vertical");
      expect(cost(["demand.volume_name", "beds"], ["user.rate", 3])).toEqual([[36]]);
      expect(cost(["demand.volume_name", `beds${sign}user.rate${sign}3`], ["user.rate", 77])).toEqual([[924]]);
    },
  );

  test("is read again when the host puts other cells into the same array", () => {
    const reused: unknown[][] = [
      ["plan.years", 2],
      ["demand.growth", 0],
      ["demand.volume", 1000],
    ];
    const volume = (): unknown => call("VERTICAL", reused, "volume");
    expect(volume()).toEqual([[1000, 1000]]);
    reused[1][1] = 0.5;
    expect(volume()).toEqual([[1500, 2250]]);
    reused.push(["plan.years", 1]);
    expect(volume()).toEqual([[1500]]);
    reused.pop();
    expect(volume()).toEqual([[1500, 2250]]);
  });

  test("is not what a range of one column looks like", () => {
    call("METRIC", [["plan.years", 2]], "tco");
    expect(errorOf("METRIC", [["plan.years"]], "tco").message).toContain("scenario has one column");
  });

  test("is another one as soon as a value or its type differs", () => {
    const years = (value: unknown): unknown => call("SCENARIO.GET", [["plan.currency", value]], "plan.currency");
    expect([years("1"), years(1), years(true), years("TRUE")]).toEqual(["1", 1, true, "TRUE"]);
  });
});

test.each([
  ["Metric", METRICS.map(({ id }) => id)],
  ["Architecture", [...ARCHITECTURES]],
])("autocomplete offers for %s what the engine has", (id, expected) => {
  const { values } = metadata.enums.find((each) => each.id === id)!;
  expect(values.map(({ stringValue }) => stringValue).sort()).toEqual(expected.sort());
});

describe("scenarios whose text could be taken for another's", () => {
  /** Volume of year 1 without growth. */
  const volume = (...rows: readonly (readonly unknown[])[]): unknown => (call("VERTICAL", rows, "volume") as unknown[][])[0][0];

  test.each([
    [
      "a name with a line of keys",
      [
        ["Key", "a\n13 demand.volume=77"],
        ["demand.growth", 0],
      ],
      [
        ["Key", "a"],
        ["demand.volume", 77],
        ["demand.growth", 0],
      ],
    ],
    [
      "a key with a value in it",
      [
        ["Key", "a"],
        ["user.x", "1\n13 demand.volume=77"],
        ["demand.growth", 0],
      ],
      [
        ["Key", "a"],
        ["user.x", 1],
        ["demand.volume", 77],
        ["demand.growth", 0],
      ],
    ],
    [
      "a name in quotes",
      [
        ["Key", 'a",[["demand.volume",77'],
        ["demand.growth", 0],
      ],
      [
        ["Key", "a"],
        ["demand.volume", 77],
        ["demand.growth", 0],
      ],
    ],
  ])("%s", (_what, one, other) => {
    const seen = (rows: readonly (readonly unknown[])[]): unknown => {
      try {
        return volume(...rows);
      } catch {
        return "refused";
      }
    };
    expect(seen(one)).not.toBe(77);
    expect(seen(other)).toBe(77);
    expect(seen(one)).not.toBe(77);
  });
});
