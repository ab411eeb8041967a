import { describe, expect, test } from "vitest";
import { call } from "../host";
import { answersOf, refusalsOf } from "../cases";

const HEADER = ["Level", "Term", "2027", "Unit", "Formula in a month", "In Dec 2027", "Source"];

/** One role that 31 sites drive, at 12 sites per person, and a rota of at least 8. */
const ROTA = [
  ["Key", "Rota"],
  ["plan.start", "2027-01-01"],
  ["staff.roles", "none"],
  ["demand.sites", 31],
  ["role.ops.driver", "demand.sites"],
  ["role.ops.ratio", 12],
  ["role.ops.salary", 140000],
  ["staff.oncall_floor_vertical", 8],
  ["staff.contractor_share", 0],
  ["plan.currency", "EUR"],
];

const report = (...args: readonly unknown[]): readonly (readonly unknown[])[] => call("EXPLAIN", ...args) as unknown[][];
const rowOf = (rows: readonly (readonly unknown[])[], term: string): readonly unknown[] =>
  rows.find(([, name]) => String(name).trim() === term) ?? [];

describe("EXPLAIN", () => {
  test("tells a line down to its keys, each with its value, unit and source", () => {
    expect(
      report(
        [
          ["plan.start", "2027-01-01"],
          ["compliance.audit_cost", 12000],
          ["demand.sites", 2],
        ],
        "sites",
      ),
    ).toEqual([
      HEADER,
      [0, "sites", 2, "sites", "max(1, demand.sites)", "max(1, 2 sites) = 2 sites; demand.sites is true", ""],
      [1, "  demand.sites", 2, "sites", "", "", "stated"],
    ]);
  });

  test("prints a line of one's own as a spreadsheet writes it, and names every key that it reads", () => {
    const own = [
      ["Key", "Own"],
      ["plan.start", "2027-01-01"],
      ["plan.years", 1],
      ["demand.sites", 3],
      ["demand.growth.1", 0.5],
      ["user.rate", 100],
      ["user.rate.2", 7],
      ["custom.x.formula", "((1000*demand.growth.1)) + User.Rate.2*(5% + 3%) + (month==12 and sites>2 ? 5 : 6) - -2^2"],
    ];
    const rows = report(own, "custom.x");
    expect(rowOf(rows, "custom.x").slice(4, 6)).toEqual([
      "1000 * demand.growth.1 + user.rate.2 * (5% + 3%) + IF(AND(month = 12, sites > 2), 5, 6) - -2 ^ 2",
      "1,000 x 0.5 + 7 x (5% + 3%) + 5 - -2 ^ 2 = 501.56",
    ]);
    expect(rows.map(([, name]) => String(name).trim())).toEqual([
      "Term",
      "custom.x",
      "demand.growth.1",
      "user.rate.2",
      "custom.x.formula",
      "sites",
      "demand.sites",
    ]);
  });

  /** 31 / 12 = 2.58 people for the work, lifted to the rota of 8; 8 x 140,000 = 1,120,000; x 1.42 / 12 in a month. */
  test.each([
    ["work.ops", "max(0 FTE, 0 FTE + 31 sites / 12 x (1 - 0)) = 2.58333 FTE"],
    ["rota_floor", "8 FTE"],
    ["people_on_call", "max(2.58333 FTE, 8 FTE) = 8 FTE; rota_floor is true"],
    ["fte.ops", "2.58333 FTE x 8 FTE / 2.58333 FTE = 8 FTE"],
    ["payroll", "8 FTE x 140,000 = 1,120,000"],
    ["wage_index", "(1 + 0.036) ^ floor((12 - 1) / 12) = 1"],
    ["staff.salaries", "1,120,000 x (1 - 0) x 1.42 x 1 / 12 = 132,533"],
  ])("puts the numbers into the formula of %s", (term, expected) => {
    expect(rowOf(report(ROTA, "staff.salaries", 1, "vertical"), term)[5]).toBe(expected);
  });

  test("sums an amount over the year, in the plan's currency, and takes any other term at its end", () => {
    const rows = report(ROTA, "staff.salaries", 2, "vertical");
    expect(rows[0].slice(2, 6)).toEqual(["2028", "Unit", "Formula in a month", "In Dec 2028"]);
    expect(rowOf(rows, "staff.salaries").slice(2, 4)).toEqual([expect.closeTo(1_120_000 * 1.42 * 1.036, 6), "EUR"]);
    expect(rowOf(rows, "payroll").slice(2, 4)).toEqual([expect.closeTo(1_120_000, 6), "EUR/year"]);
  });

  test("says of a default where it comes from, of a number of the reference data its source and date", () => {
    const rows = report([["plan.years", 1]], "cloud.compute", 1, "horizontal");
    expect(rowOf(rows, "horizontal.contention")).toEqual([
      expect.any(Number),
      expect.any(String),
      0.02,
      "share",
      "",
      "",
      "default: assumption; fit your own",
    ]);
    expect(rows.find(([, name]) => String(name).trim().startsWith("aws-nodes."))?.[6]).toMatch(/AWS list price.*\(2026-07-20\)$/);
  });

  test("gives each term one row, and each other line a place below", () => {
    const rows = report([["plan.years", 1]], "total", 1, "hybrid").slice(1);
    const names = rows.map(([, name]) => String(name).trim());
    expect(new Set(names).size).toBe(names.length);
    expect(rows.filter(([level]) => level === 0)).toHaveLength(1);
    expect(names).toEqual(expect.arrayContaining(["staff.salaries", "fte.dba", "tb", "demand.volume"]));
  });
});

answersOf("EXPLAIN", [
  ["takes a line in any case", [[["demand.sites", 2]], " SITES "], "Level"],
  ["takes the architecture from the scenario", [[["plan.architecture", "horizontal"]], "nodes"], "Level"],
]);

const PLAN = [["plan.years", 3]];

refusalsOf("EXPLAIN", [
  [
    "an unknown line",
    [PLAN, "staff.salary"],
    "#VALUE!",
    'line is "staff.salary". Use total, capex, opex, depreciation, pnl, a cost pool, or the id of a line such as cloud.compute or tb; did you mean staff.salaries?',
  ],
  [
    "an unknown line, with the nearest",
    [PLAN, "staff.salary"],
    "#VALUE!",
    'line is "staff.salary". Use total, capex, opex, depreciation, pnl, a cost pool, or the id of a line such as cloud.compute or tb; did you mean staff.salaries?',
  ],
  ["all lines at once", [PLAN, "all"], "#VALUE!", 'line is "all"'],
  ["a year after the plan", [PLAN, "total", 4], "#VALUE!", "year is 4. Enter a whole number from 1 to 3."],
  ["half a year", [PLAN, "total", 1.5], "#VALUE!", "year is 1.5. Enter a whole number from 1 to 3."],
  [
    "an unknown architecture",
    [PLAN, "total", 1, "diagonal"],
    "#VALUE!",
    'architecture is "diagonal". Use vertical, horizontal, or hybrid.',
  ],
  ["a scenario with a misspelled key", [[["demand.grwth", 1]], "total"], "#VALUE!", "Did you mean demand.growth?"],
  [
    "what no plan carries",
    [
      [
        ["demand.cpu_ms", 1e6],
        ["demand.volume", 1e8],
      ],
      "total",
      1,
      "vertical",
    ],
    "#N/A",
    "Central can't meet the demand from Jan 2027: a server needs 132,100,000 cores; the largest, r8i.96xlarge, has 217.4.",
  ],
]);
