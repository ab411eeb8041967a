/** Blank cells as Excel hands them over, which is as 0; the values are those of the same cells with the blank ones left out. */

import { describe, expect, test } from "vitest";
import { answersOf, refusalsOf } from "../cases";
import { call } from "../host";

const column = (...cells: readonly unknown[]): readonly unknown[][] => cells.map((cell) => [cell]);
const zeros = (count: number): readonly number[] => Array.from({ length: count }, () => 0);

describe("zeros at the end of a measured series are blank cells", () => {
  // Least squares of 100, 110, 121, 133.1 on 1..4: slope 11.03, so 88.45 + 5 x 11.03 = 143.6.
  const history = [100, 110, 121, 133.1];
  answersOf("GROWTH.FIT", [
    ["of two blank cells", [column(...history, 0, 0), 1, "linear"], [[143.6]]],
    ["of one blank cell in a row", [[[...history, 0]], 1, "linear"], [[143.6]]],
    ["of blank cells that a guard hands over", [column(...history, "", ""), 1, "linear"], [[143.6]]],
    ["of blank cells as a host without zeros hands them over", [column(...history, null, null), 1, "linear"], [[143.6]]],
    ["of a guarded series that fell to 0", [column(0, 30, 0, ""), 1, "linear"], [[10]]],
    ["of constant growth", [column(1, 2, 4, 8, ...zeros(8)), 1, "exponential"], [[16]]],
    ["of a 0 between, which was measured", [column(2, 0, 4, 0), 1, "linear"], [[4]]],
    ["of a whole column", [column(1, 2, 3, ...zeros(500)), 2, "linear"], [[4, 5]]],
  ]);
  refusalsOf("GROWTH.FIT", [
    ["a range of blank cells", [column(...zeros(6)), 1], "#VALUE!", "history has only zeros or blank cells. Enter its values."],
  ]);

  const month = Array.from({ length: 8640 }, (_, index) => index + 1);
  answersOf("BANDWIDTH.PERCENTILE", [
    ["of eight blank cells", [column(...history, ...zeros(8)), 0.75], 121],
    ["of a month of 30 days in a range for 31", [column(...month, ...zeros(288))], 8208],
    ["of a month of 28 days in a range for 31", [column(...month.slice(0, 8064), ...zeros(864))], 7661],
    ["of a link that was idle at first", [[[0, 0, 100, 200]], 0.75], 100],
    ["of a link that was idle between", [[[100, 0, 0, 200]], 0.5], 0],
    ["of blank cells that a guard hands over", [column(...history, "", ""), 0.75], 121],
  ]);
  refusalsOf("BANDWIDTH.PERCENTILE", [
    ["a range of blank cells", [column(...zeros(12)), 0.75], "#VALUE!", "samples has only zeros or blank cells. Enter its values."],
  ]);

  test("and the cell's note says so", () => {
    call("GROWTH.FIT", column(...history, 0), 1, "linear");
    expect(globalThis.tcoMessages?.get("Sheet1!B2")).toContain("The end of history: 0 counts as blank.");
    call("GROWTH.FIT", column(...history), 1, "linear");
    expect(globalThis.tcoMessages?.get("Sheet1!B2")).toBeUndefined();
  });
});

describe("a list with a value for each period", () => {
  answersOf("GROWTH.PROJECT", [
    ["of blank cells beyond the periods", [100, [[0.1, 0.2, 0, 0]], 2], [[110, 132]]],
    ["of one rate above blank cells", [100, column(0.1, 0, 0, 0), 3], [[110, 121, 133.1]]],
    ["of a rate of 0 in the last period", [100, [[0.1, 0]], 2], [[110, 110]]],
  ]);
  answersOf("BANDWIDTH.COST", [["of blank cells beyond the periods", [[[100, 200, 0]], 4, 0, 1, 0, 2], [[4800, 9600]]]]);
  answersOf("COST.HARDWARE", [["of blank cells beyond the periods", [[[10, 15, 0, 0]], 1000, 5, 0, 2], [[10000, 5000]]]]);
  refusalsOf("GROWTH.PROJECT", [["values beyond the periods", [100, [[0.1, 0.2, 0.3]], 2], "#VALUE!", "rate has 3 values"]]);
});

describe("measurements of two series", () => {
  const fit = (nodes: readonly unknown[], throughput: readonly unknown[]) => call("CAPACITY.FIT", column(...nodes), column(...throughput));
  const whole = fit([1, 2, 4, 8], [100, 180, 300, 400]);
  test.each([
    ["at the end", [1, 2, 4, 8, 0, 0], [100, 180, 300, 400, 0, 0]],
    ["between", [1, 2, 0, 4, 8], [100, 180, 0, 300, 400]],
    ["that a guard hands over", [1, 2, 4, 8, ""], [100, 180, 300, 400, ""]],
    ["as null", [null, 1, 2, 4, 8], [null, 100, 180, 300, 400]],
  ])("CAPACITY.FIT leaves out rows of blank cells %s", (_what, nodes, throughput) => {
    expect(fit(nodes, throughput)).toEqual(whole);
  });

  answersOf("CAPACITY.EXHAUSTED", [
    ["of blank cells at the end of both", [[[80, 100, 120, 0]], [[110, 110, 110, 0]]], 2.5],
    ["of a demand that ends", [[[80, 100, 120, 0]], 110], 2.5],
  ]);
  refusalsOf("CAPACITY.EXHAUSTED", [
    [
      "a limit that is blank at the end",
      [[[80, 90, 95]], [[110, 110, 0]]],
      "#VALUE!",
      "limit is 0 or blank from period 3, but there is demand. Enter the capacity of each period.",
    ],
  ]);
  test("FINANCE.BREAKEVEN says that costs of 0 at the end may be blank cells", () => {
    call("FINANCE.BREAKEVEN", [[10, 10, 10]], [[20, 5, 0]]);
    expect(globalThis.tcoMessages?.get("Sheet1!B2")).toContain("to counts 0 after period 2; a blank cell counts as 0.");
  });
});

describe("deals", () => {
  const header = ["Deal", "Close", "Volume", "Growth", "Probability", "Include", "Lag months"];
  const acquired = (rows: readonly (readonly unknown[])[], growth = 0.1): unknown => {
    const [years] = call("GROWTH.ACQUIRED", [header, ...rows], "Volume", "2027-01-01", 2, 0, growth) as number[][];
    return years[1];
  };
  // 1,000 acquired at the end of September 2027, with 10% growth a year: 1000 x 1.1^(15/12) = 1126.53 at the end of 2028.
  const grown = 1000 * 1.1 ** (15 / 12);
  test.each([
    ["blank Growth takes the argument", ["A", "2027-09-30", 1000, 0, 1, true, 0]],
    ["blank Probability counts in full", ["A", "2027-09-30", 1000, 0.1, 0, true, 0]],
    ["blank Include counts", ["A", "2027-09-30", 1000, 0.1, 1, 0, 0]],
    ["all three blank", ["A", "2027-09-30", 1000, 0, 0, 0, 0]],
    ["all three blank by a guard", ["A", "2027-09-30", 1000, "", "", "", ""]],
    ["all three blank as null", ["A", "2027-09-30", 1000, null, null, null, null]],
  ])("%s", (_what, row) => {
    expect(acquired([row])).toBeCloseTo(grown, 9);
  });

  test.each([
    ["Growth of 0 where a guard hands over blank cells", ["A", "2027-09-30", 1000, 0, 1, true, ""], 1000],
    ["Probability of 0 where a guard hands over blank cells", ["A", "2027-09-30", 1000, 0, 0, true, ""], 0],
    ["Include that is FALSE", ["A", "2027-09-30", 1000, 0, 0, false, 0], 0],
  ])("%s is meant", (_what, row, expected) => {
    expect(acquired([row])).toBe(expected);
  });

  test("blank rows below the table are none", () => {
    expect(acquired([["A", "2027-09-30", 1000, 0.1, 1, true, 0], zeros(7), zeros(7)])).toBeCloseTo(grown, 9);
  });

  test("the cell's note names the columns", () => {
    acquired([["A", "2027-09-30", 1000, 0, 1, true, 0]]);
    expect(globalThis.tcoMessages?.get("Sheet1!B2")).toContain("Growth of deals: 0 counts as blank.");
  });

  // The 990.75 that a blank Growth gave were a growth of 0: 1,169.27 takes 18% of the argument.
  test("GROWTH.BRIDGE reads them alike", () => {
    const rows = call(
      "GROWTH.BRIDGE",
      0,
      0,
      [header, ["A", "2027-09-30", 1000, 0, 0, 0, 0]],
      "Volume",
      "2027-01-01",
      2,
      0,
      0.1,
    ) as unknown[][];
    expect(rows[5][2]).toBeCloseTo(grown, 9);
  });
});

describe("servers", () => {
  const header = ["Server", "Cores", "Memory gib", "Storage tb", "Speed", "Monthly"];
  const [small, large] = [
    ["small", 16, 128, 10, 1, 500],
    ["large", 32, 256, 20, 1, 1000],
  ];
  const cheapest = (...rows: readonly (readonly unknown[])[]): readonly unknown[] => [10, 100, 5, [header, ...rows]];
  answersOf("CAPACITY.SERVER", [
    ["without a blank cell", cheapest(small, large), "small"],
    ["with a blank Monthly is not chosen", cheapest(["small", 16, 128, 10, 1, 0], large), "large"],
    ["with a blank Monthly by a guard is not chosen", cheapest(["small", 16, 128, 10, 1, ""], large), "large"],
    ["with a blank Storage is unbounded", cheapest(["small", 16, 128, 0, 1, 500], large), "small"],
    ["with a blank Storage by a guard is unbounded", cheapest(["small", 16, 128, "", 1, 500], large), "small"],
    ["with a blank Speed has the usual one", cheapest(["small", 16, 128, 10, 0, 500], large), "small"],
    ["in blank rows is none", cheapest(small, large, zeros(6), zeros(6)), "small"],
    ["that is free, where a guard hands over blank cells", cheapest(small, ["free", 32, 256, "", "", 0]), "free"],
    [
      "takes Price where Monthly is blank",
      [
        10,
        100,
        0,
        [
          ["Server", "Cores", "Memory gib", "Monthly", "Price"],
          ["rented", 16, 128, 500, 0],
          ["owned", 16, 128, 0, 400],
        ],
      ],
      "owned",
    ],
  ]);
  refusalsOf("CAPACITY.SERVER", [
    ["blank Cores", cheapest(["small", 0, 128, 10, 1, 500]), "#VALUE!", "Cores of small is 0"],
    ["no price at all", cheapest(["small", 16, 128, 10, 1, 0]), "#VALUE!", "servers has no price. Enter prices in the column Monthly."],
  ]);
});

describe("ranges of uncertain keys", () => {
  const scenario = [["plan.years", 1]];
  const low = "low of demand.growth is 0 or blank. Enter the low end; for 0, enter the text '0.";
  refusalsOf("SIMULATE", [
    [
      "a table with only High",
      [
        scenario,
        [
          ["Key", "Low", "High"],
          ["demand.growth", 0, 0.1],
        ],
      ],
      "#VALUE!",
      low,
    ],
    [
      "one without a header among rows that have no range",
      [
        scenario,
        [
          ["demand.growth", 0, 0.1],
          ["plan.years", 0, 0],
        ],
      ],
      "#VALUE!",
      low,
    ],
    [
      "only High by a guard",
      [
        scenario,
        [
          ["Key", "Low", "High"],
          ["demand.growth", "", 0.1],
        ],
      ],
      "#VALUE!",
      "low of demand.growth is blank and has no default. Enter a value.",
    ],
    [
      "only Low",
      [
        scenario,
        [
          ["Key", "Low", "High"],
          ["demand.growth", -0.1, 0],
        ],
      ],
      "#VALUE!",
      "high of demand.growth is 0",
    ],
  ]);
  refusalsOf("PROBABILITY", [
    [
      "a table with only High",
      [
        scenario,
        [
          ["Key", "Low", "High"],
          ["demand.growth", 0, 0.1],
        ],
      ],
      "#VALUE!",
      low,
    ],
  ]);
  refusalsOf("SENSITIVITY.TORNADO", [
    [
      "a table with only High",
      [
        scenario,
        [
          ["Key", "Low", "High"],
          ["demand.growth", 0, 0.1],
        ],
      ],
      "#VALUE!",
      low,
    ],
  ]);

  const typed = call("SENSITIVITY.TORNADO", scenario, [["demand.growth", 0, 0.1]]);
  test.each([
    [
      "text",
      [
        ["Key", "Low", "High"],
        ["demand.growth", "0", 0.1],
      ],
    ],
    [
      "a number where a guard hands over blank cells",
      [
        ["Key", "Low", "High"],
        ["demand.growth", 0, 0.1],
        ["plan.years", "", ""],
      ],
    ],
  ])("a Low of 0 may be %s", (_what, ranges) => {
    expect(call("SENSITIVITY.TORNADO", scenario, ranges)).toEqual(typed);
  });
});
