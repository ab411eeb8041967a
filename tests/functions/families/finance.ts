import { answersOf, refusalsOf } from "../cases";

answersOf("FINANCE.FACTORS", [
  ["discounts at the end", [0.25, 2, "end"], [[0.8, 0.64]]],
  ["does not discount the first period at its beginning", [0.25, 2, "begin"], [[1, 0.8]]],
  ["discounts by half a period unless told otherwise", [0.44, 1], [[1 / 1.2]]],
  ["has months", [0.1, 12, "end", 12], [Array.from({ length: 12 }, (_, month) => 1.1 ** (-(month + 1) / 12))]],
]);

answersOf("FINANCE.PV", [
  ["adds the flow of today", [[[125, 125]], 0.25, "end", -100], 80],
  ["takes a column", [[[125], [125]], 0.25, "end"], 180],
  ["is the sum at a rate of 0", [[[1, 2, 3]], 0], 6],
]);

answersOf("FINANCE.CUMULATIVE", [
  ["adds up a row", [[[10, 20, 30]]], [[10, 30, 60]]],
  ["adds up a column as a column", [[[10], [20]]], [[10], [30]]],
]);

answersOf("FINANCE.BREAKEVEN", [
  // 10 behind after year 1, 5 ahead of it each year
  ["is when the alternative has caught up", [[[10, 10, 10]], [[20, 5, 5]]], 3],
  ["is interpolated", [[[10, 10, 10]], [[15, 0, 0]]], 1.5],
  ["is 1 from the start", [[[10, 10]], [[10, 10]]], 1],
  ["is what is given when it never comes", [[[10, 10]], [[20, 5]], 0, "never"], "never"],
  ["is blank where a blank text is given", [[[10, 10]], [[20, 5]], 0, ""], ""],
]);

refusalsOf("FINANCE.BREAKEVEN", [
  [
    "an alternative that stays dearer, with how much",
    [[[10, 10]], [[20, 5]]],
    "#N/A",
    "The alternative doesn't break even. It costs 5 more by the last period, not discounted.",
  ],
  // 10 more in year 1 at 1/1.25, 5 less in year 2 at 1/1.25²: 8 - 3.2
  [
    "with a rate, with how much it is worth",
    [[[10, 10]], [[20, 5]], 0.25],
    "#N/A",
    "The alternative doesn't break even. It costs 4.8 more by the last period, discounted at 25% per period.",
  ],
  [
    "without a rate, with how much is paid",
    [[[10, 10]], [[20, 5]], 0],
    "#N/A",
    "The alternative doesn't break even. It costs 5 more by the last period, not discounted.",
  ],
  // Not behind by what is paid (12 less 2 x 6), but by what it is worth
  [
    "what is paid back only without a rate",
    [[[10, 10, 10]], [[22, 4, 4]], 0.1],
    "#N/A",
    "The alternative doesn't break even. It costs 1.443 more by the last period, discounted at 10% per period.",
  ],
  ["series of different length", [[[10, 10]], [[20]]], "#VALUE!", "to has 1 values and from has 2. Select the same number of periods."],
]);

answersOf("FINANCE.DEPRECIATION", [
  ["is even over the life", [1000, 4, "straight-line", 200], [[200, 200, 200, 200, 0]]],
  ["is a part in the last year of a broken life", [1000, 2.5, "straight-line", 0, 3], [[400, 400, 200]]],
  // IRS Publication 946, table A-1
  ["is MACRS", [1000, 5, "macrs-5", 0, 6], [[200, 320, 192, 115.2, 115.2, 57.6]]],
]);

refusalsOf("FINANCE.DEPRECIATION", [
  ["no life", [1000, 0], "#VALUE!", "life is 0. Enter 0.01 to 100 years."],
  ["a salvage value above the cost", [1000, 5, null, 2000], "#VALUE!", "salvage is 2000. Enter 0 to the cost of the asset (1000)."],
  ["a salvage value below 0", [1000, 5, null, -1], "#VALUE!", "salvage is -1. Enter 0"],
  ["a negative cost", [-1000, 5], "#VALUE!", "cost is -1000. Enter 0"],
  ["a negative life", [1000, -5], "#VALUE!", "life is -5. Enter 0.01 to 100 years; did you mean 5?"],
  ["part of a period", [1000, 5, null, 0, 2.5], "#VALUE!", "periods is 2.5. Enter a whole number"],
]);

answersOf("FINANCE.DEPRECIATION", [["writes nothing off an asset that is worth its cost at the end", [1000, 5, null, 1000, 2], [[0, 0]]]]);
