import { answersOf, refusalsOf } from "../cases";
import type { AnswerCase, RefusalCase } from "../cases";

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
  ...(
    [
      // As price lists come: 100 at 0.09, and 50 of the next 900 at 0.08
      [
        "takes from, to and price",
        150,
        [
          [0, 100, 0.09],
          [100, 1000, 0.08],
        ],
        13,
      ],
      [
        "takes them under a header",
        150,
        [
          ["From", "To", "Price"],
          [0, 100, 0.09],
          [100, 1000, 0.08],
        ],
        13,
      ],
      [
        "leaves the last end open where it is blank",
        2000,
        [
          [0, 100, 0.09],
          [100, "", 0.08],
        ],
        161,
      ],
      [
        "leaves the last end open where Excel hands a blank cell over as 0",
        2000,
        [
          [0, 100, 0.09],
          [100, 0, 0.08],
        ],
        161,
      ],
      ["leaves the only end open where it is null", 10, [[0, null, 2]], 20],
      [
        "prices the last unit of the last tier",
        1000,
        [
          [0, 100, 0.09],
          [100, 1000, 0.08],
        ],
        81,
      ],
      [
        "ignores blank rows below, which Excel hands over as 0",
        150,
        [
          [0, 100, 0.09],
          [100, 1000, 0.08],
          [0, 0, 0],
          [0, 0, 0],
        ],
        13,
      ],
      [
        "ignores blank rows below two columns",
        150,
        [
          [0, 0],
          [100, 0.09],
          [0, 0],
        ],
        4.5,
      ],
      [
        "has a first tier that is free",
        150,
        [
          [0, 100, 0],
          [100, 0, 0.09],
        ],
        4.5,
      ],
    ] as const
  ).map(([what, quantity, tiers, cost]): AnswerCase => [what, [quantity, tiers], cost]),
  [
    "prices all by the tier of three columns that is reached",
    [
      150,
      [
        [0, 100, 0.09],
        [100, 1000, 0.08],
      ],
      "volume",
    ],
    12,
  ],
]);

refusalsOf("COST.TIERED", [
  ["a single column", [1, [[0], [1]]], "#VALUE!", "tiers has one column. Select two columns (from, price) or three (from, to, price)"],
  ...(
    [
      ["four columns", [[0, 100, 0.09, "USD"]], "tiers has 4 columns. Select two columns (from, price) or three (from, to, price)"],
      [
        "a gap",
        [
          [0, 100, 1],
          [101, 200, 2],
        ],
        "tier 1 ends at 100 and leaves a gap before tier 2, which starts at 101",
      ],
      [
        "an overlap",
        [
          [0, 100, 1],
          [90, 200, 2],
        ],
        "tier 1 ends at 100 and overlaps tier 2, which starts at 90",
      ],
      [
        "tiers out of order",
        [
          [100, 1000, 1],
          [0, 100, 2],
        ],
        "tiers: the first tier starts at 100; start it at 0.",
      ],
      [
        "an open end before the last tier",
        [
          [0, "", 1],
          [100, "", 2],
        ],
        "tiers: tier 1 has no end, which only the last tier may omit. End it at 100, where tier 2 starts.",
      ],
      [
        "an end below the start",
        [
          [0, 100, 1],
          [100, 50, 2],
        ],
        "tiers: tier 2 starts at 100 and ends at 50; enter an end above its start, or clear it.",
      ],
      [
        "a quantity beyond the last tier",
        [[0, 1, 1]],
        "quantity is 2, above the end of the last tier of tiers (1). Clear that end if the price has no limit.",
      ],
      [
        "price before to",
        [
          [0, 0.09, 100],
          [100, 0.08, 1000],
        ],
        "tier 1 ends at 0.09 and leaves a gap before tier 2",
      ],
      ["a price that is text", [[0, 100, "a"]], 'price of tier 1 of tiers is "a". Enter 0 or more.'],
    ] as const
  ).map(([what, tiers, message]): RefusalCase => [what, [2, tiers], "#VALUE!", message]),
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
    'price of tier 2 of tiers is "free". Enter 0 or more.',
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
  ["serves three years with a life of two and a half", [1, 1000, 2.5, 0, 5, 0, "purchase"], [[1000, 0, 0, 1000, 0]]],
  ["writes two and a half years off", [1, 1000, 2.5, 0, 4, 0, "depreciation"], [[400, 400, 200, 400]]],
  ["buys what is added", [[[10, 15]], 1000, 5, 0, 2], [[10000, 5000]]],
  ["changes the price", [1, 1000, 1, 0, 2, -0.1], [[1000, 900]]],
  ["shows maintenance alone", [10, 1000, 5, 0.1, 2, 0, "maintenance"], [[1000, 1000]]],
  ["shows depreciation instead of cash", [10, 1000, 2, 0.1, 3, 0, "depreciation"], [[5000, 5000, 5000]]],
]);

answersOf("COST.POWER", [
  ["is kW x share x PUE x hours x price", [10, 0.1, 1.5, 0.6], 7884],
  ["has the defaults of the model", [1], 0.6 * 1.6 * 8760 * 0.12],
]);

refusalsOf("COST.POWER", [["a PUE below 1", [1, 0.1, 0.5], "#VALUE!", "pue is 0.5. Enter 1 to 4"]]);

answersOf("AVAILABILITY.CLUSTER", [
  // 3 x 0.99^2 x 0.01 + 0.99^3
  ["is up while a quorum is", [0.99, 3, 2], 0.999702],
  ["needs all of its nodes", [0.9, 2, 2], 0.81],
  ["needs one of its nodes", [0.9, 2, 1], 0.99],
]);

refusalsOf("AVAILABILITY.CLUSTER", [
  ["more nodes than there are", [0.99, 2, 3], "#VALUE!", "required is 3, but the cluster has 2 nodes. Enter 2 or less."],
]);

answersOf("AVAILABILITY.DOWNTIME", [
  ["is hours a year", [0.999], 8.76],
  ["is a cost where an hour has one", [0.999, 1000], 8760],
  ["counts the share that is down", [0.999, 1000, 0.25], 2190],
]);
