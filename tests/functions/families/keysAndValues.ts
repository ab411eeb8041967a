/** Keys and values of a scenario as they are in cells: keys in any case, blank cells as 0. */

import { describe, expect, test } from "vitest";
import { CATALOGUE } from "../../../src/engine/catalogue/assumptions";
import { call } from "../host";

describe("a key in any case", () => {
  const deals = [
    ["Deal", "Close", "Volume"],
    ["Northwind", 46569, 200],
  ];

  test("overrides the field of a table's row", () => {
    expect(call("SCENARIO", [["Key"], ["DEAL.northwind.Volume"]], [["Growth"], [300]], deals)).toEqual([
      ["Key", "Growth"],
      ["deal.Northwind.close", 46569],
      ["deal.Northwind.volume", 300],
    ]);
  });

  test.each<[what: string, id: string, args: readonly unknown[], plain: readonly unknown[]]>([
    ["is found", "SCENARIO.GET", [{ "demand.growth": 0.08 }, "Demand.Growth"], [{ "demand.growth": 0.08 }, "demand.growth"]],
    ["has its default", "SCENARIO.GET", [{ "demand.growth": 0.08 }, "Plan.Years"], [{ "demand.growth": 0.08 }, "plan.years"]],
    ["is changed", "SCENARIO.WITH", [{ "plan.years": 3 }, "PLAN.YEARS", 4], [{ "plan.years": 3 }, "plan.years", 4]],
    ["is varied", "SENSITIVITY.GRID", [{ "plan.years": 2 }, "Demand.Volume", 500], [{ "plan.years": 2 }, "demand.volume", 500]],
    [
      "is that of a row",
      "SCENARIO.GET",
      [{ "deal.North.close": "2027-05-01", "deal.North.volume": 7 }, "deal.NORTH.volume"],
      [{ "deal.North.close": "2027-05-01", "deal.North.volume": 7 }, "deal.North.volume"],
    ],
    [
      "counts a vendor's licenses by the vendor's rule",
      "METRIC",
      [{ "plan.years": 1, "license.Oracle-DB-EE.price": 47500 }, "tco"],
      [{ "plan.years": 1, "license.oracle-db-ee.price": 47500 }, "tco"],
    ],
    [
      "names the role of the reference data",
      "METRIC",
      [{ "plan.years": 1, "role.DBA.salary": 1 }, "tco"],
      [{ "plan.years": 1, "role.dba.salary": 1 }, "tco"],
    ],
  ])("%s by %s", (_what, id, [given, ...args], [plainly, ...others]) => {
    expect(call(id, Object.entries(given as object), ...args)).toEqual(call(id, Object.entries(plainly as object), ...others));
  });

  test("is named as a repetition of the same key", () => {
    const rows = call("SCENARIO.CHECK", [
      ["demand.growth", 0.04],
      ["Demand.Growth", 0.05],
    ]);
    expect(rows).toContainEqual([
      "warning",
      "demand.growth",
      "Organic growth per year appears twice. The last value is used; delete the other row (demand.growth).",
    ]);
  });

  test("bounds what is uncertain", () => {
    const table = (key: string) => [[key, 0.01, 0.09]];
    const small = [["plan.years", 1]];
    const bars = (key: string) => call("SENSITIVITY.TORNADO", small, table(key), "npv");
    expect(bars("Demand.Growth")).toEqual(bars("demand.growth"));
  });
});

test("a key in a formula is that of the scenario in any case", () => {
  const total = (formula: string) =>
    call(
      "COST",
      [
        ["plan.years", 1],
        ["Demand.Growth", 0.5],
        ["custom.x.formula", formula],
      ],
      "custom.x",
      "year",
      "vertical",
    );
  expect(total("1000*Demand.Growth")).toEqual(total("1000*demand.growth"));
  expect(total("1000*Demand.Growth")).toEqual([[6000]]);
});

describe("a blank cell beside a key, which Excel hands over as 0", () => {
  test.each<[what: string, key: string]>([
    ["a whole number above 0", "plan.years"],
    ["a ratio of at least 1", "demand.peak_to_mean"],
    ["a share above 0", "capacity.target_utilization"],
    ["a word", "vertical.hosting"],
    ["a date", "plan.start"],
    ["a text", "plan.currency"],
    ["a formula", "demand.formula"],
    ["a list of the reference data", "vertical.servers"],
    ["a count of zones", "horizontal.zones"],
    ["a price list", "transfer.rates"],
  ])("is not stated where 0 cannot be meant: %s", (_what, key) => {
    const rows = [
      ["demand.volume", 500],
      [key, 0],
    ];
    expect(call("METRIC", rows, "tco")).toBe(call("METRIC", [["demand.volume", 500]], "tco"));
    expect(call("SCENARIO.CHECK", rows)).toContainEqual([
      "warning",
      key,
      expect.stringContaining(`${key} is blank, or 0, which isn't allowed.`),
    ]);
  });

  test("has its default in the words of the check", () => {
    expect(call("SCENARIO.CHECK", [["plan.start", 0]])).toContainEqual([
      "warning",
      "plan.start",
      "plan.start is blank, or 0, which isn't allowed. The default is used: 2027-01-01.",
    ]);
    expect(call("SCENARIO.GET", [["plan.years", 0]], "plan.years")).toBe(5);
    expect(call("SCENARIO.WITH", [["plan.years", 3]], "plan.years", 0)).toEqual([["Key", "Value"]]);
  });

  test.each([["demand.growth"], ["data.tb"], ["vertical.standby"], ["finance.discount_rate"], ["downtime.in_total"]])(
    "is 0 where that can be meant, and doubted by the check: %s",
    (key) => {
      const message = `${key} is 0 or blank. If its cell is blank, pass the range as IF(LEN(range),range,"").`;
      expect(call("SCENARIO.CHECK", [[key, 0]])).toContainEqual(["warning", key, message]);
      expect(call("SCENARIO.GET", [[key, 0]], key)).toBe(0);
    },
  );

  test("is no doubt where the default is 0, where other cells are handed over blank, or where every word is stated", () => {
    const isDoubted = (rows: unknown) => JSON.stringify(call("SCENARIO.CHECK", rows)).includes("a blank cell is 0 too");
    expect(isDoubted([["demand.surge", 0]])).toBe(false);
    expect(
      isDoubted([
        ["demand.growth", 0],
        ["plan.years", ""],
      ]),
    ).toBe(false);
    expect(
      isDoubted([
        ["demand.growth", 0],
        ["plan.years", null],
      ]),
    ).toBe(false);
    const words = Object.entries(CATALOGUE).flatMap(([key, rule]) =>
      rule.kind === "choice" && !key.includes("*") ? [[key, rule.default]] : [],
    );
    expect(isDoubted([...words, ["demand.growth", 0]])).toBe(false);
  });
});
