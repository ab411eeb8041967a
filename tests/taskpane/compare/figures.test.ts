import { describe, expect, test } from "vitest";
import { COST_POOLS } from "../../../src/engine/lines";
import type { ResultRows } from "../../../src/taskpane/functions/protocol";
import { capacityOf, sumOf, yearlyCosts } from "../../../src/taskpane/compare/figures";
import type { Capacity, LineWords } from "../../../src/taskpane/compare/figures";
import { capacityPicture, yearsPicture } from "../../../src/taskpane/compare/pictures";
import { call } from "../../functions/host";
import { sampleScenario } from "../../functions/sampleScenario";

const FRAME = { widthPx: 290, heightPx: 230, isDark: false, locale: "en-US", unit: "USD" };
const NAMED = { label: "Base", caption: "In a sentence." };
const ALL: LineWords = { labelOf: (id) => id, isCounted: () => true };

describe("the costs of a side per year", () => {
  const LINES: ResultRows = [
    ["Line", "Cost pool", "2027", "2028"],
    ["cloud.compute", "Cloud Services", 10, 20],
    ["storage", "Cloud Services", 1, 2],
    ["rack", "Facilities & Power", 0, 0],
    ["downtime.planned", "Other", 5, 5],
    ["custom.fair", "Marketing", 3, 4],
  ];
  const costs = yearlyCosts(LINES, { labelOf: (id) => id.toUpperCase(), isCounted: (id) => id !== "downtime.planned" });

  test.each<[string, string, readonly number[]]>([
    ["is the sum of its lines", "Cloud Services", [11, 22]],
    ["is listed without a cost too: a pool keeps its color", "Facilities & Power", [0, 0]],
    ["takes in the pools that a user has named, and no line that does not count in totals", "Other", [3, 4]],
  ])("a pool %s", (_words, pool, values) => {
    expect(costs.pools.find(({ name }) => name === pool)?.values).toEqual(values);
  });

  test("have every component that costs something and counts, in words", () => {
    expect(costs.components.map(({ name }) => name)).toEqual(["CLOUD.COMPUTE", "STORAGE", "CUSTOM.FAIR"]);
  });

  // The sheet's chart draws TCO.COST(scenario, pool) and shows TCO.COST(scenario) as its total.
  test.each(["Base", "Growth", "Distributed"])("of the sample's %s are those that the sheet's chart draws", (name) => {
    const scenario = sampleScenario(name);
    const { pools, years } = yearlyCosts(call("COST", scenario, "all", "year") as ResultRows, ALL);
    const rowOf = (line: string) => (call("COST", scenario, line, "year") as number[][])[0];
    expect([years]).toEqual(call("PERIODS", scenario));
    for (const { name: pool, values } of pools) rowOf(pool).forEach((cost, year) => expect(values[year]).toBeCloseTo(cost, 4));
    rowOf("total").forEach((cost, year) => expect(sumOf(pools, years.length)[year]).toBeCloseTo(cost, 4));
  });

  test("are drawn with all pools in the order of the sheet, on an axis that reaches as far as that of the other side", () => {
    const picture = yearsPicture(costs, NAMED, 99, FRAME);
    expect(picture).toMatchObject({ title: "Cost per year by cost pool: Base", reach: 99, categories: ["2027", "2028"] });
    expect(picture.series.map(({ name }) => name)).toEqual(COST_POOLS);
  });
});

describe("need and capacity of a side", () => {
  const HEADER = ["Period", "Data TB", "Cores needed", "Cores", "Memory needed GiB", "Memory GiB", "Binding", "Shards", "Events"];
  const PLAN: ResultRows = [
    HEADER,
    ["2027-01", 40, 10, 16, 100, 128, "cores", 1, ""],
    ["2027-02", 60, 12, 16, 120, 128, "memory", 1, "2027-02 upgrade to r6i.4xlarge (cores); 2027-02 refresh to r6i.4xlarge"],
    ["2027-03", 80, 14, 32, 140, 256, "memory", 2, "2027-03 2 shards (shard data)"],
    ["2027-04", 99, 15, 48, 150, 384, "memory", 3, ""],
  ];
  const LIMITS = { mostTb: 64, skew: 1.5 };

  test.each<[string, string | undefined, Partial<Capacity>]>([
    ["cores", "cores", { dimension: "Cores", need: [10, 12, 14, 15], capacity: [16, 16, 32, 48] }],
    ["what binds at the end, where nothing else is asked", undefined, { dimension: "Memory GiB", need: [100, 120, 140, 150] }],
    ["cores, where what forces a shard has no capacity of its own", "iops", { dimension: "Cores" }],
    // 64 TB a shard; the hottest of k holds 1.5/k of all, of 1 all: 64, 64 / 0.75, 64 / 0.5.
    ["data, as much as lets the hottest shard hold its part", "shard data", { need: [40, 60, 80, 99], capacity: [64, 64, 64 / 0.75, 128] }],
  ])("are those of %s", (_words, word, expected) => {
    expect(capacityOf(PLAN, LIMITS, word)).toMatchObject(expected);
  });

  const capacity = capacityOf(PLAN, LIMITS, "cores");

  test("name each change with its month, and count the shards", () => {
    expect(capacity.changes).toEqual([
      { month: 1, isShard: false, words: "upgrade to r6i.4xlarge (cores); refresh to r6i.4xlarge" },
      { month: 2, isShard: true, words: "2 shards (shard data)" },
    ]);
    expect(capacity.shards).toEqual([1, 1, 2, 3]);
  });

  test("are drawn with every month in the one series that says what happens in it", () => {
    const { columns, events, lines, unit } = capacityPicture(capacity, NAMED, FRAME);
    expect(columns.values).toEqual([16, 0, 0, 48]);
    expect(events).toEqual([
      { name: "Upgrade or change", values: [0, 16, 0, 0] },
      { name: "Shard", values: [0, 0, 32, 0] },
    ]);
    expect(lines).toEqual([{ name: "Need", values: [10, 12, 14, 15] }]);
    expect(unit).toBe("Cores");
  });
});
