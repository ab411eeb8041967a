import { answersOf, refusalsOf } from "../cases";

answersOf("GROWTH.FIT", [
  ["continues a line", [[[2, 4, 6]], 2, "linear"], [[8, 10]]],
  ["continues constant growth, from a column", [[[1], [2], [4]], 2, "exponential"], [[8, 16]]],
  ["chooses constant growth for a history that doubles", [[[1, 2, 4, 8, 16, 32]], 1], [[64]]],
  ["chooses a line for few values", [[[1, 2, 3]], 1], [[4]]],
  ["follows level and trend of a straight history", [[[1, 2, 3, 4, 5, 6]], 2, "holt"], [[7, 8]]],
  ["forecasts five periods unless told otherwise", [[[1, 1]]], [[1, 1, 1, 1, 1]]],
  // The line falls by 30 a period: 10, then below 0
  ["ends a line that falls at 0", [[[100, 70, 40]], 3, "linear"], [[10, 0, 0]]],
  ["ends a trend that falls at 0", [[[6, 5, 4, 3, 2, 1]], 2, "holt"], [[0, 0]]],
  ["ends what it chooses at 0", [[[30, 20, 10]], 2], [[0, 0]]],
  ["goes on below 0 where the history is there", [[[1, 0, -1]], 2, "linear"], [[-2, -3]]],
  ["does not count blanks at the end", [[[2, 4, 6, "", ""]], 1, "linear"], [[8]]],
]);

refusalsOf("GROWTH.FIT", [
  ["a single value", [[[5]]], "#VALUE!", "history has 1 value. Select 2 to 1000."],
  [
    "growth from 0",
    [[[0, 1, 2]], 1, "exponential"],
    "#VALUE!",
    "history includes 0, but the exponential model needs values above 0. Choose linear or holt.",
  ],
  ["text", [[[1, "two"]], 1], "#VALUE!", 'history is "two". Enter a number.'],
  ["an unknown model", [[[1, 2]], 1, "arima"], "#VALUE!", 'model is "arima". Use auto, linear, exponential, logistic, or holt.'],
]);

answersOf("GROWTH.FORMULA", [
  ["counts periods from 1", ["t", 3], [[1, 2, 3]]],
  ["reads names and numbers", ["base + step * t", 2, "base", 10, "step", 5], [[15, 20]]],
  ["has conditions", ["t < 3 ? 1 : 2", 4], [[1, 1, 2, 2]]],
  ["reads percent, powers and functions as a spreadsheet does", ["IF(t=1, 10% + 20%, -2^2)", 2], [[0.3, 4]]],
  ["reads names in any case", ["Base * T", 2, "base", 10], [[10, 20]]],
  ["reads names with spaces in brackets", ["[my rate] * 2", 1, "my rate", 4], [[8]]],
]);

refusalsOf("GROWTH.FORMULA", [
  [
    "a name that is not given",
    ["base * t", 2],
    "#VALUE!",
    'character 1: Unknown name "base". Give its number after the expression, as in "base", 100.',
  ],
  ["what cannot be read", ["2 +", 2], "#VALUE!", "character 4: The formula ends after +"],
  ["what has no value in a period", ["1 / (t - 2)", 3], "#VALUE!", "no value in period 2: division by zero (character 3)"],
  ["a name that is t", ["base * t", 2, "base", 1, "T", 5], "#VALUE!", "t is the number of the period"],
  ["a name that is an operator", ["mod", 2, "mod", 5], "#VALUE!", "mod is a reserved word in formulas. Use another name for your number."],
  ["a name that is a value", ["true", 2, "true", 5], "#VALUE!", "true is a reserved word in formulas. Use another name for your number."],
  ["a name that is given twice", ["base", 2, "base", 1, "Base", 5], "#VALUE!", "The name Base appears twice. Use each name once."],
  ["a decimal comma", ["1,5 * t", 2], "#VALUE!", "character 2: A comma isn't a decimal point. Write 1.5"],
  ["semicolons between arguments", ["max(1; t)", 2], "#VALUE!", "character 6: A semicolon doesn't separate arguments"],
  ["functions that are not arithmetic", ["import(t)", 2], "#VALUE!", "character 1: Unknown function import. Use ABS"],
  ["a name without a number", ["t", 2, "base"], "#VALUE!", "The last name has no value"],
  ["a blank for a number", ["t", 2, "base", ""], "#VALUE!", "base is blank and has no default. Enter a value."],
  ["text for a number", ["t", 2, "base", "many"], "#VALUE!", 'base is "many". Enter a number.'],
]);

const DEALS = [
  ["Deal", "Close", "Beds"],
  ["North", "2027-06-30", 20],
  ["South", "2028-06-30", -10],
];

answersOf("GROWTH.BRIDGE", [
  [
    "adds up from opening to closing, year by year",
    [100, 0.1, DEALS, "Beds", "2027-01-01", 2],
    [
      ["", "2027", "2028"],
      ["Opening", 100, 130],
      ["Organic", 10, 11],
      ["Acquired", 20, 0],
      ["Divested", 0, -10],
      ["Closing", 130, 131],
    ],
  ],
]);
