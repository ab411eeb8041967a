import { describe, expect, test } from "vitest";
import { serialOf } from "../../../src/engine/timeline";
import { call, errorOf } from "../host";

const near = (numbers: readonly number[]): unknown => [numbers.map((number): unknown => expect.closeTo(number, 9))];

describe("GROWTH.PROJECT", () => {
  test.each([
    ["one rate for all periods", [100, 0.1, 3], [110, 121, 133.1]],
    ["five periods when none are stated", [100, 0], [100, 100, 100, 100, 100]],
    ["five periods when periods is a blank cell, which Excel hands over as 0", [100, 0, 0], [100, 100, 100, 100, 100]],
    ["a rate per period in a row", [100, [[0.1, 0.2]], 2], [110, 132]],
    ["a rate per period in a column", [100, [[0.1], [0.2]], 2], [110, 132]],
    ["decline", [100, -0.5, 2], [50, 25]],
    ["linear growth of the base", [100, 0.1, 2, "linear"], [110, 120]],
    ["linear decline, which stops at 0", [100, -0.6, 2, "linear"], [40, 0]],
    ["linear growth by different rates", [100, [[0.1, 0.2]], 2, "linear"], [110, 130]],
    // r = ln(1.5) / (1 - 50/100) = 0.81093; 100 / (1 + e^(-0.81093 t)) = 100 / (1 + 1.5^(-2t))
    ["logistic growth toward a ceiling", [50, 0.5, 2, "logistic", 100], [100 / (1 + 1.5 ** -2), 100 / (1 + 1.5 ** -4)]],
    ["a method in any case", [100, 0.1, 1, "COMPOUND"], [110]],
    ["a base of 0", [0, 0.1, 2], [0, 0]],
    ["a negative base, such as a saving", [-100, 0.1, 1], [-110]],
  ])("takes %s", (_what, args, expected) => {
    expect(call("GROWTH.PROJECT", ...args)).toEqual(near(expected));
  });

  test.each([
    ["a growth of 5", [100, 5], "rate is 5. Enter -90% to 150%; did you mean 5% (0.05)?"],
    ["text where a number belongs", ["many", 0.1], 'base is "many". Enter '],
    ["TRUE where a number belongs", [true, 0.1], "base is TRUE. Enter "],
    ["no base", [null, 0.1], "base is blank and has no default. Enter a value."],
    ["no rate", [100, null], "rate is blank and has no default. Enter a value."],
    ["a range where one number belongs", [[[1, 2]], 0.1], "base has 1 rows and 2 columns. Select one cell"],
    ["half a period", [100, 0.1, 2.5], "periods is 2.5. Enter a whole number from 1"],
    ["three rates for five periods", [100, [[0.1, 0.2, 0.3]]], "rate has 3 values. Use one, or one for each of the 5 periods"],
    ["an unknown method", [100, 0.1, 5, "cubic"], 'method is "cubic". Use compound, linear, or logistic.'],
    [
      "logistic growth without a ceiling",
      [100, 0.1, 5, "logistic"],
      "ceiling is blank. Logistic growth needs a ceiling above the base (100), and a base above 0.",
    ],
    [
      "a ceiling below the base",
      [100, 0.1, 5, "logistic", 90],
      "ceiling is 90. Logistic growth needs a ceiling above the base (100), and a base above 0.",
    ],
    [
      "different rates of logistic growth",
      [10, [[0.1, 0.2]], 2, "logistic", 90],
      "rate differs by period, but logistic growth has one rate. Use one rate, or choose compound or linear.",
    ],
  ])("refuses %s and says what is allowed", (_what, args, message) => {
    expect(errorOf("GROWTH.PROJECT", ...args)).toEqual({ code: "#VALUE!", message: expect.stringContaining(message) as string });
  });
});

test("an amount beyond what a cell can hold is an error in its place", () => {
  const [row] = call("GROWTH.PROJECT", 1e15, 1.5, 1200) as unknown[][];
  expect(row[0]).toBe(2.5e15);
  expect(row[1199]).toMatchObject({
    code: "#VALUE!",
    message: "The result isn't a finite number. Check for an argument that is too large or too small.",
  });
});

describe("GROWTH.AT", () => {
  test.each([
    ["a cell", [100, 0.1, 2], [[121]]],
    ["parts of a period", [100, 0.21, 0.5], [[110]]],
    ["today", [100, 0.1, 0], [[100]]],
    ["a range of periods", [100, 0.1, [[1, 2]]], [[110, 121]]],
    ["ranges of one shape", [[[100], [200]], [[0.1], [0.2]], 1], [[110], [240]]],
  ])("gives %s its amount in the same shape", (_what, args, expected) => {
    expect(call("GROWTH.AT", ...args)).toEqual(expected.map((row) => row.map((cell) => expect.closeTo(cell, 9) as unknown)));
  });

  test("keeps the elements that have an answer beside one that has none", () => {
    const result = call("GROWTH.AT", [[100], ["none"], [200]], 0.1, 1) as unknown[][];
    expect(result).toEqual([[expect.closeTo(110, 9)], [expect.objectContaining({ code: "#VALUE!" })], [expect.closeTo(220, 9)]]);
  });

  test("refuses ranges of different shapes and names them", () => {
    expect(errorOf("GROWTH.AT", [[1, 2]], [[0.1], [0.2]], 1).message).toBe(
      "rate has 2 x 1 cells and base has 1 x 2. Use single cells, or ranges of the same size.",
    );
  });
});

const HEADER = ["Deal", "Close", "Volume", "Beds", "Probability", "Include", "Growth", "Lag months", "Comment"];
const deal = (...cells: readonly unknown[]): unknown[] => [...cells, ...Array.from({ length: HEADER.length - cells.length }, () => "")];

describe("GROWTH.ACQUIRED", () => {
  const start = "2027-01-01";
  test.each([
    ["closes at the end of its month", [HEADER, deal("A", "2027-03-31", 60)], [], [60, 60, 60]],
    ["has a date as a date cell", [HEADER, deal("A", serialOf({ year: 2027, month: 3, day: 31 }), 60)], [], [60, 60, 60]],
    ["moves in a straight line over the integration months", [HEADER, deal("A", "2027-12-31", 60)], [24], [0, 30, 60]],
    ["waits for its lag", [HEADER, deal("A", "2027-12-31", 60, "", "", "", "", 12)], [24], [0, 0, 30]],
    ["counts by its probability", [HEADER, deal("A", "2027-03-31", 60, "", 0.5)], [], [30, 30, 30]],
    ["counts in full when all do", [HEADER, deal("A", "2027-03-31", 60, "", 0.4)], [0, 0, "all"], [60, 60, 60]],
    ["is left out when it is not likely", [HEADER, deal("A", "2027-03-31", 60, "", 0.4)], [0, 0, "likely"], [0, 0, 0]],
    ["is left out when it is not included", [HEADER, deal("A", "2027-03-31", 60, "", "", false)], [], [0, 0, 0]],
    ["grows at the rate given", [HEADER, deal("A", "2027-12-31", 100)], [0, 0.1], [100, 110, 121]],
    ["grows at a rate of its own", [HEADER, deal("A", "2027-12-31", 100, "", "", "", 0.2)], [0, 0.1], [100, 120, 144]],
    ["is a divestiture", [HEADER, deal("A", "2027-03-31", -60)], [], [-60, -60, -60]],
    ["closed before the start: owned already", [HEADER, deal("A", "2020-05-31", 60)], [24], [60, 60, 60]],
    ["closes after the end: counts nothing", [HEADER, deal("A", "2040-05-31", 60)], [], [0, 0, 0]],
    ["stands beside blank rows", [HEADER, deal(""), deal("A", "2027-03-31", 60), deal("")], [], [60, 60, 60]],
    ["does not exist: the table has only its header", [HEADER], [], [0, 0, 0]],
    ["shares its name with another", [HEADER, deal("A", "2027-03-31", 60), deal("A", "2027-03-31", 40)], [], [100, 100, 100]],
  ])("adds a deal that %s", (_what, table, options, expected) => {
    expect(call("GROWTH.ACQUIRED", table, "Volume", start, 3, ...options)).toEqual(near(expected));
  });

  test.each([
    ["GROWTH.ACQUIRED", []],
    ["GROWTH.BRIDGE", [100, 0.1]],
  ])("in a workbook that counts from 1904, %s names the date that may be meant", (id, first) => {
    const table = [HEADER, deal("A", "2027-03-31", 60)];
    call(id, ...first, table, "Volume", 44926, 2);
    expect(globalThis.tcoMessages?.get("Sheet1!B2")).toContain("start is 2022-12-31, years before the prices of this version. If the");
    call(id, ...first, table, "Volume", start, 2);
    expect(globalThis.tcoMessages?.get("Sheet1!B2")).toBeUndefined();
  });

  test("measures any numeric column, whatever its place and spelling", () => {
    const table = [
      ["deal", "BED_COUNT", "note", " close "],
      ["A", 25, "x", "2027-03-31"],
    ];
    expect(call("GROWTH.ACQUIRED", table, "Bed count", start, 1)).toEqual([[25]]);
  });

  test("ignores an error in a column that it does not use", () => {
    const table = [HEADER, ["A", "2027-03-31", 60, "", "", "", "", "", { type: "Error", basicType: "Error", basicValue: "#N/A" }]];
    expect(call("GROWTH.ACQUIRED", table, "Volume", start, 1)).toEqual([[60]]);
  });

  test.each([
    [
      "an error in a used cell",
      [HEADER, deal("A", "2027-03-31", { type: "Error", basicType: "Error", basicValue: "#N/A" })],
      "Volume",
      "Volume of A is #N/A",
    ],
    ["a date as other text", [HEADER, deal("A", "31.03.2027", 60)], "Volume", 'Close of A is "31.03.2027". Enter a date'],
    ["no date", [HEADER, deal("A", "", 60)], "Volume", "Close of A is blank and has no default. Enter a value."],
    [
      "no such measure",
      [
        ["Deal", "Close", "Volume"],
        ["A", "2027-03-31", 60],
      ],
      "Beds",
      'deals has no column "Beds". Its columns are Deal, Close, Volume.',
    ],
    [
      "no column of dates",
      [
        ["Deal", "Volume"],
        ["A", 60],
      ],
      "Volume",
      'deals has no column "Close". Its columns are Deal, Volume.',
    ],
    ["text in the measure", [HEADER, deal("A", "2027-03-31", "sixty")], "Volume", 'Volume of A is "sixty". Enter '],
    [
      "a probability of 25",
      [HEADER, deal("A", "2027-03-31", 60, "", 25)],
      "Volume",
      "Probability of A is 25. Enter 0% to 100%; did you mean 25% (0.25)?",
    ],
    ["a row without a name", [HEADER, deal("", "2027-03-31", 60)], "Volume", "Row 2 of deals has no Deal"],
    [
      "an empty table",
      [
        ["", ""],
        ["", ""],
      ],
      "Volume",
      "deals is empty: include the row with the headers, such as Deal, License, Role, or Server.",
    ],
  ])("refuses %s and names it", (_what, table, measure, message) => {
    expect(errorOf("GROWTH.ACQUIRED", table, measure, start)).toEqual({
      code: "#VALUE!",
      message: expect.stringContaining(message) as string,
    });
  });
});

const DEALS_HEADER = ["Deal", "Close", "Volume"];
/** Opening, organic, acquired, divested and closing of the years. */
const bridged = (base: number, rate: number, deals: readonly (readonly unknown[])[], ...rest: readonly unknown[]): unknown[][] =>
  (call("GROWTH.BRIDGE", base, rate, [DEALS_HEADER, ...deals], "Volume", "2027-01-01", 2, ...rest) as unknown[][])
    .slice(1)
    .map(([, ...cells]) => cells.map((cell) => Number((cell as number).toFixed(9))));

describe("GROWTH.BRIDGE of deals before the plan and of divestitures", () => {
  test.each<[what: string, rows: unknown[][], expected: number[][]]>([
    [
      "a deal of 2020 is in the opening of 2027",
      bridged(100, 0, [["Old", "2020-06-30", 20]]),
      [
        [120, 120],
        [0, 0],
        [0, 0],
        [0, 0],
        [120, 120],
      ],
    ],
    [
      "what it grows by within the plan is acquired growth",
      bridged(100, 0, [["Old", "2026-12-31", 20]], 0, 0.1),
      [
        [120, 122],
        [0, 0],
        [2, 2.2],
        [0, 0],
        [122, 124.2],
      ],
    ],
    [
      "what still moves in the plan is acquired in it",
      bridged(100, 0, [["Old", "2026-06-30", 24]], 12),
      [
        [112, 124],
        [0, 0],
        [12, 0],
        [0, 0],
        [124, 124],
      ],
    ],
    [
      "a divestiture of 2020 lowers the opening",
      bridged(100, 0, [["Sold", "2020-06-30", -30]]),
      [
        [70, 70],
        [0, 0],
        [0, 0],
        [0, 0],
        [70, 70],
      ],
    ],
    [
      "a divestiture stops at 0",
      bridged(100, 0, [["Sold", "2027-06-30", -150]]),
      [
        [100, 0],
        [0, 0],
        [0, 0],
        [-100, 0],
        [0, 0],
      ],
    ],
    [
      "a divestiture before the plan stops at 0",
      bridged(100, 0, [["Sold", "2020-06-30", -150]]),
      [
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    ],
    [
      "it takes what was acquired too",
      bridged(100, 0, [
        ["New", "2027-03-31", 40],
        ["Sold", "2028-06-30", -150],
      ]),
      [
        [100, 140],
        [0, 0],
        [40, 0],
        [0, -140],
        [140, 0],
      ],
    ],
    [
      "a deal within the plan is acquired in it",
      bridged(100, 0.1, [["New", "2027-06-30", 20]]),
      [
        [100, 130],
        [10, 11],
        [20, 0],
        [0, 0],
        [130, 141],
      ],
    ],
  ])("%s", (_what, rows, expected) => {
    expect(rows).toEqual(expected);
    for (const year of [0, 1]) expect(expected.slice(0, 4).reduce((sum, row) => sum + row[year], 0)).toBeCloseTo(expected[4][year], 9);
  });
});
