import { describe, expect, test } from "vitest";
import { call, errorOf } from "./host";
import { sampleScenario } from "./sampleScenario";

const NA = { type: "Error", basicType: "Error", basicValue: "#N/A", errorType: "NotAvailable" };

describe("SCENARIO", () => {
  test("joins keys and values below a header that names the scenario", () => {
    expect(call("SCENARIO", [["Key"], ["plan.years"], ["demand.growth"]], [["Base"], [3], [0.04]])).toEqual([
      ["Key", "Base"],
      ["plan.years", 3],
      ["demand.growth", 0.04],
    ]);
  });

  test.each([
    ["rows without a key, blank or as the 0 that Excel makes of it", [["Key"], [""], [0], ["plan.years"]], [["Base"], [1], [2], [3]]],
    ["rows without a value", [["Key"], ["plan.years"], ["demand.growth"]], [["Base"], [3], [""]]],
  ])("leaves out %s", (_what, keys, values) => {
    expect(call("SCENARIO", keys, values)).toEqual([
      ["Key", "Base"],
      ["plan.years", 3],
    ]);
  });

  test("puts the rows of tables before, columns in any order and spelling, other columns ignored", () => {
    const deals = [
      ["Deal", "Note", "VOLUME", "lag months", "Close"],
      ["North. Wind", "x", 200, "", 46569],
      ["", "", "", "", ""],
    ];
    const licenses = [
      ["License", "Price"],
      ["oracle-db-ee", 40000],
    ];
    expect(call("SCENARIO", [["Key"], ["plan.years"]], [["Base"], [3]], deals, licenses)).toEqual([
      ["Key", "Base"],
      ["deal.North. Wind.close", 46569],
      ["deal.North. Wind.volume", 200],
      ["license.oracle-db-ee.price", 40000],
      ["plan.years", 3],
    ]);
  });

  test("lets a stated key win over the table, so that scenarios can differ in a deal", () => {
    const deals = [
      ["Deal", "Close", "Volume"],
      ["Northwind", 46569, 200],
    ];
    expect(call("SCENARIO", [["Key"], ["deal.Northwind.volume"]], [["Growth"], [300]], deals)).toEqual([
      ["Key", "Growth"],
      ["deal.Northwind.close", 46569],
      ["deal.Northwind.volume", 300],
    ]);
  });

  test("keeps an error in its row, for the functions that read it to name", () => {
    const result = call("SCENARIO", [["Key"], ["plan.years"]], [["Base"], [NA]]) as unknown[][];
    expect(result[1]).toEqual(["plan.years", expect.objectContaining({ code: "#N/A" })]);
    expect(errorOf("METRIC", result, "tco").message).toContain("plan.years is #N/A");
  });

  test("keeps a repeated key, which the check then reports", () => {
    expect(call("SCENARIO", [["Key"], ["plan.years"], ["plan.years"]], [["Base"], [3], [4]])).toHaveLength(3);
  });

  test("takes entities and formatted numbers by their basic value", () => {
    const formatted = { type: "FormattedNumber", basicType: "Double", basicValue: 0.04, numberFormat: "0%" };
    expect(call("SCENARIO", [["Key"], ["demand.growth"]], [["Base"], [formatted]])).toEqual([
      ["Key", "Base"],
      ["demand.growth", 0.04],
    ]);
  });

  test.each([
    [
      "columns of different heights",
      [[["Key"], ["plan.years"]], [["Base"]]],
      "values has 1 rows and keys has 2. Select the same rows in both, headers included.",
    ],
    ["two columns of keys", [[["Key", "More"]], [["Base"]]], "keys has 2 columns. Select one column."],
    [
      "an error for a key",
      [
        [["Key"], [NA]],
        [["Base"], [1]],
      ],
      "The key in row 2 of keys is #N/A",
    ],
    [
      "a table of something else",
      [[["Key"]], [["Base"]], [["Hospital", "Beds"]]],
      'table 1 starts with the header "Hospital". Start it with Deal, License, Role, Server, or Custom line.',
    ],
    [
      "a table without a column that it needs",
      [[["Key"]], [["Base"]], [["Deal", "Volume"]]],
      'table 1 has no column "close". Its columns are Deal, Volume.',
    ],
    [
      "servers without memory",
      [[["Key"]], [["Base"]], [["Server", "Cores"]]],
      'table 1 has no column "memory_gib". Its columns are Server, Cores.',
    ],
    [
      "a table without headers",
      [[["Key"]], [["Base"]], [["", ""]]],
      "table 1 is empty: include the row with the headers, such as Deal, License, Role, or Server.",
    ],
    [
      "a row of a table without a name",
      [
        [["Key"]],
        [["Base"]],
        [
          ["Deal", "Close"],
          ["", 46569],
        ],
      ],
      "Row 2 of table 1 has no Deal",
    ],
  ])("refuses %s", (_what, args, message) => {
    expect(errorOf("SCENARIO", ...args)).toEqual({ code: "#VALUE!", message: expect.stringContaining(message) as string });
  });
});

describe("a range with a scenario", () => {
  const total = (scenario: unknown): unknown => call("METRIC", scenario, "tco");
  const plain = [
    ["plan.years", 2],
    ["demand.growth", 0.04],
  ];

  test.each([
    ["a header", [["Key", "Base"], ...plain]],
    ["a header in another language", [["Schlüssel", "Basis"], ...plain]],
    ["blank rows, as text, as null and as 0", [["", ""], plain[0], [null, null], [0, 0], plain[1]]],
    ["further columns, even with errors in them", plain.map((row) => [...row, NA])],
    ["spaces around a key", plain.map(([key, value]) => [`  ${String(key)} `, value])],
    ["a blank value: the default holds", [...plain, ["plan.currency", ""]]],
    ["keys in capitals", plain.map(([key, value]) => [String(key).toUpperCase(), value])],
    ["signs in keys that nobody sees", plain.map(([key, value]) => [String(key).replace(".", "\u200b.\ufeff"), value])],
    ["spaces that do not break around a key", plain.map(([key, value]) => [`\u00a0${String(key)}\u202f`, value])],
  ])("may have %s", (_what, scenario) => {
    expect(total(scenario)).toBe(total(plain));
  });

  test("gives the last of a repeated key", () => {
    expect(total([["plan.years", 9], ...plain])).toBe(total(plain));
  });

  test.each([
    ["an unknown key", [["demand.colour", 5]], 'Unknown key "demand.colour".'],
    ["a misspelled key", [["demand.grwth", 0.05]], 'Unknown key "demand.grwth". Did you mean demand.growth?'],
    ["a misspelled key in the first row", [["demandgrowth", 0.05]], 'Unknown key "demandgrowth". Did you mean demand.growth?'],
    [
      "text where a number belongs",
      [["demand.volume", "many"]],
      'Business volume today is "many". Enter 0 to 1,000,000,000 (demand.volume).',
    ],
    [
      "a share of 25",
      [["hybrid.central_share", 25]],
      "Share of load and data that stays central is 25. Enter 0% to 100% (hybrid.central_share); did you mean 25% (0.25)?",
    ],
    [
      "a growth of 50",
      [["demand.growth", 50]],
      "Organic growth per year is 50. Enter -90% to 1,000% (demand.growth); did you mean 50% (0.5)?",
    ],
    [
      "a negative volume",
      [["demand.volume", -1]],
      "Business volume today is -1. Enter 0 to 1,000,000,000 (demand.volume); did you mean 1?",
    ],
    [
      "a date as other text",
      [["plan.start", "1 January 2027"]],
      'First day of the plan is "1 January 2027". Enter a date, such as 2027-01-31 (plan.start).',
    ],
    ["#N/A in a used cell", [["demand.volume", NA]], "demand.volume is #N/A. Fix the error in its cell."],
    [
      "a choice that does not exist",
      [["vertical.hosting", "moon"]],
      'Hosting of central servers is "moon". Use cloud or owned (vertical.hosting).',
    ],
    ["a deal without a date", [["deal.Northwind.volume", 100]], "Enter the closing date of the acquisition (deal.Northwind.close)."],
    [
      "a product without a published price",
      [["license.cockroachdb.applies", "horizontal"]],
      "Enter the yearly price per vCPU of the Enterprise license",
    ],
    [
      "a formula that cannot be read",
      [
        ["demand.curve", "formula"],
        ["demand.formula", "2 +"],
      ],
      "demand.formula",
    ],
    ["one column", [["demand.volume"]], "scenario has one column. Select two columns: keys and values."],
  ])("is refused with the key's name for %s", (_what, scenario, message) => {
    expect(errorOf("METRIC", scenario, "tco")).toEqual({ code: "#VALUE!", message: expect.stringContaining(message) as string });
  });
});

describe("SCENARIO.GET", () => {
  const scenario = [
    ["Key", "Base"],
    ["demand.growth", 0.04],
    ["demand.growth", 0.08],
    ["deals.weighting", "all"],
    ["downtime.in_total", false],
    ["demand.volume", NA],
  ];

  test.each([
    ["the value stated last", ["demand.growth"], 0.08],
    ["text", ["deals.weighting"], "all"],
    ["FALSE", ["downtime.in_total"], false],
    ["the default of what is not stated", ["plan.years"], 5],
    ["the default of a date as a date", ["plan.start"], 46388],
    ["what is to be shown instead of the default", ["plan.years", "none"], "none"],
    ["the value of a default role", ["role.dba.ratio"], 4],
  ])("gives %s", (_what, args, expected) => {
    const readable = scenario.slice(0, 5);
    expect(call("SCENARIO.GET", readable, ...args)).toBe(expected);
  });

  test("does not mind an error in another row", () => {
    expect(call("SCENARIO.GET", scenario, "demand.growth")).toBe(0.08);
  });

  test.each([
    ["a cell with an error", ["demand.volume"], { code: "#VALUE!", message: "demand.volume is #N/A. Fix the error in its cell." }],
    ["an unknown key", ["demand.grwth"], { code: "#VALUE!", message: 'Unknown key "demand.grwth". Did you mean demand.growth?' }],
    [
      "what is not stated and has no default",
      ["demand.ceiling"],
      { code: "#N/A", message: "The scenario has no value for demand.ceiling, which has no default." },
    ],
  ])("refuses %s", (_what, args, expected) => {
    expect(errorOf("SCENARIO.GET", scenario, ...args)).toEqual(expected);
  });
});

describe("SCENARIO.WITH", () => {
  const scenario = [
    ["Key", "Base"],
    ["plan.years", 3],
    ["demand.growth", 0.04],
  ];

  test("changes what is stated and adds what is not", () => {
    expect(call("SCENARIO.WITH", scenario, "demand.growth", 0.1, "data.tb", 20)).toEqual([
      ["Key", "Base"],
      ["plan.years", 3],
      ["demand.growth", 0.1],
      ["data.tb", 20],
    ]);
  });

  test("takes a statement away with a blank value", () => {
    expect(call("SCENARIO.WITH", scenario, "demand.growth", "")).toEqual([
      ["Key", "Base"],
      ["plan.years", 3],
    ]);
  });

  test("may change nothing", () => {
    expect(call("SCENARIO.WITH", scenario)).toEqual(scenario);
  });

  test.each([
    ["an unknown key", ["demand.grwth", 1], 'Unknown key "demand.grwth". Did you mean demand.growth?'],
    ["a key without a value", ["demand.growth"], 'The key "demand.growth" has no value'],
    ["an error for a value", ["demand.growth", NA], "demand.growth is #N/A"],
  ])("refuses %s", (_what, changes, message) => {
    expect(errorOf("SCENARIO.WITH", scenario, ...changes)).toEqual({
      code: "#VALUE!",
      message: expect.stringContaining(message) as string,
    });
  });
});

describe("SCENARIO.CHECK", () => {
  const rows = (scenario: unknown): unknown[][] => (call("SCENARIO.CHECK", scenario) as unknown[][]).slice(1);

  test.each([
    ["an unknown key", [["demand.grwth", 1]], ["error", "demand.grwth", 'Unknown key "demand.grwth". Did you mean demand.growth?']],
    ["an error in a cell", [["demand.volume", NA]], ["error", "demand.volume", "demand.volume is #N/A. Fix the error in its cell."]],
    [
      "a value out of range",
      [["demand.growth", 50]],
      [
        "error",
        "demand.growth",
        expect.stringContaining("Organic growth per year is 50. Enter -90% to 1,000% (demand.growth); did you mean 50% (0.5)?"),
      ],
    ],
    [
      "a rare value",
      [["demand.growth", 5]],
      [
        "warning",
        "demand.growth",
        expect.stringContaining("demand.growth is 5: 500% per year, or 6 times as much each year. Did you mean 5% (0.05)?"),
      ],
    ],
    [
      "a split that had to start before the plan",
      [
        ["plan.start", "2027-01-01"],
        ["data.tb", 70],
      ],
      [
        "warning",
        "shard.project_months",
        "The central database needs its first split in Jan 2027, after a project of 9 months. The project should have started by Apr 2026: start it now.",
      ],
    ],
    [
      "a repeated key",
      [
        ["plan.years", 3],
        ["plan.years", 4],
      ],
      ["warning", "plan.years", "Years planned appears twice. The last value is used; delete the other row (plan.years)."],
    ],
    [
      "a deal before the start",
      [["deal.A.close", "2020-01-31"]],
      ["warning", "deal.A.close", "A closes before the plan starts (Jan 2027) and counts as owned from the first month."],
    ],
    [
      "a deal after the end",
      [["deal.A.close", "2045-01-31"]],
      ["warning", "deal.A.close", "A closes after the plan ends (Dec 2031) and has no effect."],
    ],
    [
      "a formula that fails",
      [
        ["demand.curve", "formula"],
        ["demand.formula", "2 +"],
      ],
      ["error", "demand.formula", expect.stringContaining("character 4: The formula ends after +")],
    ],
    [
      "a discount on owned servers where nothing is owned",
      [["hardware.discount", 0.1]],
      ["warning", "hardware.discount", "hardware.discount has no effect in this scenario."],
    ],
    [
      "a proposed architecture that cannot carry the demand",
      [
        ["demand.cpu_ms", 1e6],
        ["demand.volume", 1e8],
      ],
      [
        "error",
        "plan.architecture",
        expect.stringContaining(
          "Central can't meet the demand from Jan 2027: a server needs 132,100,000 cores; the largest, r8i.96xlarge, has 217.4.",
        ),
      ],
    ],
  ])("reports %s", (_what, scenario, expected) => {
    expect(rows(scenario)).toContainEqual(expected);
  });

  test("lists errors before warnings", () => {
    const severities = rows([
      ["plan.years", 3],
      ["plan.years", 4],
      ["demand.growth", 50],
    ]).map(([severity]) => severity);
    expect(severities).toEqual(["error", "warning"]);
  });

  test("says so when there is nothing to report", () => {
    expect(call("SCENARIO.CHECK", [["staff.roles", "none"]])).toEqual([
      ["Severity", "Key", "Message"],
      ["ok", "", "No errors and no warnings."],
    ]);
  });

  test.each([["Base"], ["Growth"], ["Distributed"]])(
    "finds nothing but the age of the wages in the sample's scenario %s, whose sheet states every default",
    (name) => {
      const wages = "Prices over 18 months old at the start: wages (May 2025). Check them, or enter role.*.salary.";
      expect(rows(sampleScenario(name))).toEqual([["warning", "role.*.salary", wages]]);
    },
  );
});
