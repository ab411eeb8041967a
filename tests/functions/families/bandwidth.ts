import { answersOf, refusalsOf } from "../cases";

answersOf("BANDWIDTH.MBPS", [
  // 70 x 40 kB x 8 / 1000 / 0.7
  ["divides the bits by the utilization", [70, 40], 32],
  ["gives a range in its shape", [[[70, 140]], 40], [[32, 64]]],
]);

answersOf("BANDWIDTH.LINK", [
  ["adds port and bandwidth over a year", [100, 4, 300, 2], 16800],
  ["is for the months stated", [100, 4, 0, 1, 3], 1200],
]);

answersOf("BANDWIDTH.COST", [
  ["changes the prices from year to year", [100, 4, 300, 2, -0.05, 2], [[16800, 15960]]],
  ["follows a bandwidth by year", [[[100, 200]], 4, 0, 1, 0, 2], [[4800, 9600]]],
]);

// 1,000 GB are 931.3 GiB; the first 100 GiB are free, the rest is 0.09 per GiB.
const GIB = 1e12 / 2 ** 30;

answersOf("BANDWIDTH.TRANSFER", [
  ["prices GiB where the rates count in GiB", [1000, "aws-internet", 1], (GIB - 100) * 0.09],
  ["takes AWS when no rates are stated, over a year", [1000], (GIB - 100) * 0.09 * 12],
  [
    "takes tiers from a range with a header",
    [
      150,
      [
        ["From", "Price"],
        [0, 0],
        [100, 0.09],
      ],
      1,
    ],
    4.5,
  ],
  ["is nothing at no rates", [1000, "none"], 0],
  [
    "takes from, to and price as price lists have them",
    [
      150,
      [
        [0, 100, 0.09],
        [100, 1000, 0.08],
      ],
      1,
    ],
    13,
  ],
]);

refusalsOf("BANDWIDTH.TRANSFER", [
  [
    "unknown rates",
    [1, "ibm"],
    "#VALUE!",
    'rates is "ibm". Use aws-internet, azure-internet, gcp-premium, gcp-standard, none, or a range with two columns (from, price) or three (from, to, price).',
  ],
  [
    "more than the last tier",
    [150, [[0, 100, 0.09]], 1],
    "#VALUE!",
    "gb_per_month is 150, above the end of the last tier of rates (100). Clear that end if the price has no limit.",
  ],
  [
    "tiers that do not start at 0",
    [
      1,
      [
        [10, 1],
        [20, 2],
      ],
    ],
    "#VALUE!",
    "rates: the first tier starts at 10; start it at 0.",
  ],
  [
    "tiers that do not rise",
    [
      1,
      [
        [0, 1],
        [0, 2],
      ],
    ],
    "#VALUE!",
    "rates: tier 2 starts at 0; start it above 0.",
  ],
]);

const SAMPLES = Array.from({ length: 100 }, (_, index) => [index + 1]);

answersOf("BANDWIDTH.PERCENTILE", [
  ["drops the highest 5 of 100 samples and bills the next", [SAMPLES], 95],
  ["drops none when all count", [SAMPLES, 1], 100],
  ["bills the only sample", [7], 7],
]);

answersOf("BANDWIDTH.COPYDAYS", [
  // 10.8 TB = 86.4 million Mbit at 1,000 Mbps
  ["moves 10.8 TB over 1 Gbps in a day", [10.8, 1000, 1], 1],
  ["loses a fifth of the link unless told otherwise", [10.8, 1000], 1.25],
]);

refusalsOf("BANDWIDTH.COPYDAYS", [["a link of 0", [1, 0], "#VALUE!", "mbps is 0. Enter a number above 0."]]);
