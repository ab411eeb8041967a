import { answersOf, refusalsOf } from "../cases";

answersOf("GROWTH.FIT", [
  ["continues a line", [[[2, 4, 6]], 2, "linear"], [[8, 10]]],
  ["continues constant growth, from a column", [[[1], [2], [4]], 2, "exponential"], [[8, 16]]],
  ["chooses constant growth for a history that doubles", [[[1, 2, 4, 8, 16, 32]], 1], [[64]]],
  ["chooses a line for few values", [[[1, 2, 3]], 1], [[4]]],
  ["follows level and trend of a straight history", [[[1, 2, 3, 4, 5, 6]], 2, "holt"], [[7, 8]]],
  ["forecasts five periods unless told otherwise", [[[1, 1]]], [[1, 1, 1, 1, 1]]],
  ["does not count blanks at the end", [[[2, 4, 6, "", ""]], 1, "linear"], [[8]]],
]);

refusalsOf("GROWTH.FIT", [
  ["a single value", [[[5]]], "#VALUE!", "history has 1 values; allowed are 2 to 1000"],
  ["growth from 0", [[[0, 1, 2]], 1, "exponential"], "#VALUE!", "history holds 0; a model that is exponential allows only values above 0"],
  ["text", [[[1, "two"]], 1], "#VALUE!", 'history is the text "two"'],
  ["an unknown model", [[[1, 2]], 1, "arima"], "#VALUE!", "allowed is auto, linear, exponential, logistic, holt"],
]);

answersOf("GROWTH.FORMULA", [
  ["counts periods from 1", ["t", 3], [[1, 2, 3]]],
  ["reads names and numbers", ["base + step * t", 2, "base", 10, "step", 5], [[15, 20]]],
  ["has conditions", ["t < 3 ? 1 : 2", 4], [[1, 1, 2, 2]]],
]);

refusalsOf("GROWTH.FORMULA", [
  ["a name that is not given", ["base * t", 2], "#VALUE!", 'unknown name "base"'],
  ["what cannot be read", ["2 +", 2], "#VALUE!", "cannot be read"],
  ["functions that are not arithmetic", ['import("x")', 2], "#VALUE!", '"import" is not allowed'],
  ["a name without a number", ["t", 2, "base"], "#VALUE!", "The last name has no value"],
  ["a blank for a number", ["t", 2, "base", ""], "#VALUE!", "State base: it is blank"],
  ["text for a number", ["t", 2, "base", "many"], "#VALUE!", 'base is the text "many"'],
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
