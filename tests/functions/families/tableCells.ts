/** Tables as Excel hands them over with T[#All]: totals rows, and headers as people write them. */

import { describe, expect, test } from "vitest";
import { answersOf, refusalsOf } from "../cases";
import { call, errorOf } from "../host";

type Rows = readonly (readonly unknown[])[];

const SERVERS = [
  ["Server", "Cores", "Memory gib", "Monthly"],
  ["small", 16, 128, 500],
  ["large", 32, 256, 1000],
];
const DEALS = [
  ["Deal", "Close", "Volume", "Sites"],
  ["Northwind", "2027-06-30", 200, 2],
  ["Southwind", "2028-06-30", 100, 3],
];
const LICENSES = [
  ["License", "Metric", "Price"],
  ["database", "core", 1000],
  ["backup", "server", 300],
];
const ROLES = [
  ["Role", "Driver", "Ratio", "Salary"],
  ["operator", "servers", 20, 90000],
  ["auditor", "sites", 10, 80000],
];

const scenario = (table: Rows): Rows => call("SCENARIO", [["Key"], ["plan.years"]], [["Base"], [2]], table) as Rows;
const total = (table: Rows): unknown => call("METRIC", scenario(table), "tco");

describe("a totals row is left out", () => {
  test.each<[what: string, table: Rows, totals: readonly unknown[]]>([
    ["of servers with sums", SERVERS, ["Total", 48, 384, 1500]],
    ["of servers with means", SERVERS, ["Total", 24, 192, 750]],
    ["of servers with counts", SERVERS, ["Total", 0, 0, 2]],
    ["of servers with the highest", SERVERS, ["Total", 32, 256, 1000]],
    ["in German", SERVERS, ["Ergebnis", 48, 384, 1500]],
    ["in French", SERVERS, ["Somme", "", "", 1500]],
    ["in Japanese", SERVERS, ["合計", 48, 384, 1500]],
    ["with a colon", SERVERS, ["Grand total:", 48, 384, 1500]],
    ["without a label", SERVERS, [0, 48, 384, 1500]],
    ["of deals", DEALS, ["Total", 0, 300, 5]],
    ["of deals without numbers", DEALS, ["Total", "", "", ""]],
    ["of licenses", LICENSES, ["Total", 0, 1300]],
    ["of roles", ROLES, ["Sum", 0, 30, 170000]],
    ["of roles with counts of words", ROLES, ["Total", 2, 15, 85000]],
  ])("%s", (_what, table, totals) => {
    expect(scenario([...table, totals])).toEqual(scenario(table));
    expect(total([...table, totals])).toBe(total(table));
  });

  answersOf("CAPACITY.SERVER", [
    ["by sums: it is no server", [40, 300, 0, [...SERVERS, ["huge", 64, 512, 3000], ["Total", 112, 896, 4500]]], "huge"],
  ]);
  test("of needs too large for all others: it is no server either", () => {
    expect(errorOf("CAPACITY.SERVER", 40, 300, 0, [...SERVERS, ["Total", 48, 384, 1500]]).message).toContain(
      "No server is large enough: you need 40 cores; the largest, large, has 32.",
    );
  });
  answersOf("GROWTH.ACQUIRED", [["of deals", [[...DEALS, ["Total", 0, 300, 5]], "Volume", "2027-01-01", 2], [[200, 300]]]]);
  test("of keys and values", () => {
    const plain = [
      ["plan.years", 2],
      ["demand.volume", 100],
    ];
    expect(call("METRIC", [...plain, ["Total", 102]], "tco")).toBe(call("METRIC", plain, "tco"));
    expect(call("SCENARIO.CHECK", [["Key", "Base"], ...plain, ["Summe", 102]])).toEqual(
      call("SCENARIO.CHECK", [["Key", "Base"], ...plain]),
    );
  });
  test("of ranges", () => {
    const [scenarioOf, ranges] = [
      [["plan.years", 1]],
      [
        ["Key", "Low", "High"],
        ["demand.growth", 0.01, 0.1],
      ],
    ];
    expect(call("SENSITIVITY.TORNADO", scenarioOf, [...ranges, ["Total", 0.01, 0.1]])).toEqual(
      call("SENSITIVITY.TORNADO", scenarioOf, ranges),
    );
  });
  answersOf("COST.TIERED", [
    [
      "of tiers",
      [
        150,
        [
          ["From", "Price"],
          [0, 0],
          [100, 0.09],
          ["Total", 0.09],
        ],
      ],
      4.5,
    ],
  ]);

  test.each<[what: string, table: Rows, row: readonly unknown[], message: string]>([
    [
      "of hidden rows",
      SERVERS,
      ["Total", 40, 300, 1200],
      `Row 4 of table 1 is called "Total" but isn't the total of the rows above. Turn off the totals row, or rename the Server.`,
    ],
    [
      "of a deal called so",
      DEALS,
      ["Total", "2027-09-30", 77, 1],
      `Row 4 of table 1 is called "Total" but isn't the total of the rows above. Turn off the totals row, or rename the Deal.`,
    ],
  ])("or refused with its name where its numbers are none: %s", (_what, table, row, message) => {
    expect(errorOf("SCENARIO", [["Key"]], [["Base"]], [...table, row]).message).toContain(message);
  });
});

describe("a header is read", () => {
  const renamed = (from: string, to: string): Rows =>
    DEALS_IN_FULL.map((row, index) => (index > 0 ? row : row.map((cell) => (cell === from ? to : cell))));
  const DEALS_IN_FULL = [
    ["Deal", "Close", "Volume", "Lag months", "Integration cost", "TB"],
    ["Northwind", "2027-06-30", 200, 3, 1000, 2],
  ];
  test.each([
    ["in the plural", "Volume", "Volumes"],
    ["with a unit", "Volume", "Volume (beds)"],
    ["with a unit in square brackets", "Volume", "Volume [beds]"],
    ["with a hyphen", "Lag months", "Lag-months"],
    ["with a unit of its own", "Lag months", "Lag (months)"],
    ["without its unit", "Lag months", "Lag"],
    ["in capitals", "Lag months", "LAG MONTHS"],
    ["with an underscore", "Lag months", "lag_months"],
    ["without a space", "Lag months", "LagMonths"],
    ["with a space that does not break", "Lag months", "Lag\u00a0months"],
    ["with a zero-width space", "Volume", "Vol\u200bume"],
    ["with a new line", "Integration cost", "Integration\ncost"],
    ["with a currency", "Integration cost", "Integration cost (USD)"],
    ["with a colon", "Close", "Close:"],
    ["as the first one in the plural", "Deal", "Deals"],
  ])("%s", (_what, from, to) => {
    expect(scenario(renamed(from, to))).toEqual(scenario(DEALS_IN_FULL));
  });

  test("of servers with units", () => {
    const [, ...rows] = SERVERS;
    expect(scenario([["Server", "Cores (vCPU)", "Memory (GiB)", "Monthly (USD)"], ...rows])).toEqual(scenario(SERVERS));
    expect(call("CAPACITY.SERVER", 20, 100, 0, [["Servers", "Core", "Memory", "Monthly (USD)"], ...rows])).toEqual([["large"]]);
  });

  test("as it says most strictly: Volume before Volume (beds)", () => {
    const both = [
      ["Deal", "Close", "Volume (beds)", "Volume"],
      ["Northwind", "2027-06-30", 7, 200],
    ];
    expect(scenario(both)).toContainEqual(["deal.Northwind.volume", 200]);
  });

  test.each([
    ["a slip of the hand", "Volume", "Volmue", 'table 1 has the column "Volmue". Did you mean "Volume"?'],
    ["another one", "Integration cost", "Integration costa", 'Did you mean "Integration cost"?'],
    [
      "another unit of time",
      "Lag months",
      "Lag (weeks)",
      'table 1 has the column "Lag (weeks)", but Lag months is in months. Convert its numbers, then rename it.',
    ],
    [
      "thousands",
      "Volume",
      "Volume (k)",
      'table 1 has the column "Volume (k)", but Volume has no such unit. Convert its numbers, then rename it.',
    ],
    ["millions", "Integration cost", "Integration cost (USD million)", "Integration cost has no such unit."],
  ])("or refused with its name: %s", (_what, from, to, message) => {
    expect(errorOf("SCENARIO", [["Key"]], [["Base"]], renamed(from, to)).message).toContain(message);
  });

  refusalsOf("CAPACITY.SERVER", [
    [
      "memory in GB",
      [
        1,
        1,
        0,
        [
          ["Server", "Cores", "Memory (GB)", "Monthly"],
          ["a", 1, 1, 1],
        ],
      ],
      "#VALUE!",
      'servers has the column "Memory (GB)", but Memory gib is in GiB. Convert its numbers, then rename it.',
    ],
  ]);
  refusalsOf("GROWTH.ACQUIRED", [
    [
      "a slip of the hand",
      [
        [
          ["Deal", "Close", "Volume", "Growht"],
          ["A", "2027-06-30", 1, 0.1],
        ],
        "Volume",
        "2027-01-01",
      ],
      "#VALUE!",
      'Did you mean "Growth"?',
    ],
  ]);
});

describe("blank cells of tables that SCENARIO joins", () => {
  const header = ["Deal", "Close", "Volume", "Probability", "Include"];
  test("are not stated where one 0 shows that they arrive so", () => {
    expect(scenario([header, ["A", 46568, 200, 0, 0]]).slice(1)).toEqual([
      ["deal.A.close", 46568],
      ["deal.A.volume", 200],
      ["plan.years", 2],
    ]);
  });
  test.each([
    ["are the zeros that a guard leaves", ["A", 46568, 200, 0, ""], 0],
    ["are zeros where nothing shows more", ["A", 46568, 200, 0, true], 0],
  ])("%s", (_what, row, probability) => {
    expect(scenario([header, row])).toContainEqual(["deal.A.probability", probability]);
  });
  test("are doubted by the check", () => {
    const rows = call("SCENARIO.CHECK", scenario([header, ["A", 46568, 200, 0, true]]));
    expect(rows).toContainEqual([
      "warning",
      "deal.A.probability",
      expect.stringContaining('deal.A.probability is 0 or blank. If its cell is blank, pass the range as IF(LEN(range),range,"").'),
    ]);
  });
  test("of servers are unbounded storage, and no price", () => {
    const servers = [
      ["Server", "Role", "Cores", "Memory gib", "Storage tb", "Monthly", "Price"],
      ["s", 0, 16, 128, 0, 500, 0],
    ];
    expect(scenario(servers).slice(1, -1)).toEqual([
      ["server.s.cores", 16],
      ["server.s.memory_gib", 128],
      ["server.s.monthly", 500],
    ]);
  });
});
