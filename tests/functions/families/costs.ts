import { answersOf, refusalsOf } from "../cases";

answersOf("COST.TIERED", [
  [
    "prices each part by its tier",
    [
      150,
      [
        [0, 0],
        [100, 0.09],
      ],
    ],
    4.5,
  ],
  [
    "prices all by the tier that is reached",
    [
      200,
      [
        [0, 1],
        [200, 0.5],
      ],
      "volume",
    ],
    100,
  ],
  [
    "gives a range in its shape",
    [
      [[50], [150]],
      [
        [0, 1],
        [100, 2],
      ],
    ],
    [[50], [200]],
  ],
]);

refusalsOf("COST.TIERED", [
  ["a single column", [1, [[0], [1]]], "#VALUE!", "tiers has one column; allowed are two: from and price"],
  [
    "text for a price",
    [
      1,
      [
        [0, 1],
        [10, "free"],
      ],
    ],
    "#VALUE!",
    'price of tier 2 of tiers is the text "free"',
  ],
  [
    "no tiers",
    [
      1,
      [
        ["", ""],
        ["", ""],
      ],
    ],
    "#VALUE!",
    "there is no tier",
  ],
]);

answersOf("COST.HARDWARE", [
  ["buys, maintains and replaces", [10, 1000, 2, 0.1, 3], [[11000, 1000, 11000]]],
  ["buys what is added", [[[10, 15]], 1000, 5, 0, 2], [[10000, 5000]]],
  ["changes the price", [1, 1000, 1, 0, 2, -0.1], [[1000, 900]]],
  ["shows maintenance alone", [10, 1000, 5, 0.1, 2, 0, "maintenance"], [[1000, 1000]]],
  ["shows depreciation instead of cash", [10, 1000, 2, 0.1, 3, 0, "depreciation"], [[5000, 5000, 5000]]],
]);

answersOf("COST.POWER", [
  ["is kW x share x PUE x hours x price", [10, 0.1, 1.5, 0.6], 7884],
  ["has the defaults of the model", [1], 0.6 * 1.6 * 8760 * 0.12],
]);

refusalsOf("COST.POWER", [["a PUE below 1", [1, 0.1, 0.5], "#VALUE!", "pue is 0.5; allowed is a number from 1 to 4"]]);

answersOf("AVAILABILITY.CLUSTER", [
  // 3 x 0.99^2 x 0.01 + 0.99^3
  ["is up while a quorum is", [0.99, 3, 2], 0.999702],
  ["needs all of its nodes", [0.9, 2, 2], 0.81],
  ["needs one of its nodes", [0.9, 2, 1], 0.99],
]);

refusalsOf("AVAILABILITY.CLUSTER", [
  ["more nodes than there are", [0.99, 2, 3], "#VALUE!", "required is 3; allowed is at most the 2 nodes of the cluster"],
]);

answersOf("AVAILABILITY.DOWNTIME", [
  ["is hours a year", [0.999], 8.76],
  ["is a cost where an hour has one", [0.999, 1000], 8760],
  ["counts the share that is down", [0.999, 1000, 0.25], 2190],
]);
