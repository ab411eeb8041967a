import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inputsOf } from "../../../src/workbook/edit/inputTable";
import { canonicalText, changesBetween, contentOf, datesWritten, NOTHING_STANDING } from "../../../src/workbook/exchange/content";
import type { Content } from "../../../src/workbook/exchange/content";
import { hashOf } from "../../../src/workbook/exchange/hash";
import { importPlan } from "../../../src/workbook/exchange/importPlan";
import { contentOfText, textOfContent } from "../../../src/workbook/exchange/scenarioFile";
import { entriesOf, freeTime, logRow, snapshotOf, valueRows } from "../../../src/workbook/exchange/snapshots";

const INPUTS = [
  ["Key", "Low", "Base", "Growth"],
  ["plan.start", "", 46388, ""],
  ["demand.growth", "", 0.02, 0.04],
  ["demand.volume_name", "", "beds", ""],
];
const DEALS = [
  ["Deal", "Close", "Volume", "Include"],
  ["Northwind Regional", 46477, 220, true],
  ["", "", "", ""],
];
const inputs = inputsOf({ sheet: "Assumptions", row: 4, column: 0, values: INPUTS })!;
const content = contentOf(inputs, new Map([["Deals", DEALS]]));

function contentWith(base: Readonly<Record<string, string | number>>, shared: Readonly<Record<string, string | number>> = {}): Content {
  return { scenarios: [{ name: "Base", values: new Map(Object.entries(base)) }], shared: new Map(Object.entries(shared)) };
}

describe("the content of a workbook", () => {
  test("is what is stated, with dates by their name, each row of a table under its key", () => {
    expect(content.scenarios.map(({ name, values }) => [name, Object.fromEntries(values)])).toEqual([
      // 46388 is 2027-01-01 and 46477 is 89 days later.
      ["Base", { "plan.start": "2027-01-01", "demand.growth": 0.02, "demand.volume_name": "beds" }],
      ["Growth", { "demand.growth": 0.04 }],
    ]);
    expect(Object.fromEntries(content.shared)).toEqual({
      "deal.Northwind Regional.close": "2027-03-31",
      "deal.Northwind Regional.volume": 220,
      "deal.Northwind Regional.include": true,
    });
  });

  test("has the same hash in whatever order it stands, and another for any other value", async () => {
    const [growth, base] = [content.scenarios[1], content.scenarios[0]];
    const turned = {
      scenarios: [growth, { ...base, values: new Map([...base.values].reverse()) }],
      shared: new Map([...content.shared].reverse()),
    };
    expect(await hashOf(turned)).toBe(await hashOf(content));
    expect(await hashOf(content)).toMatch(/^[0-9a-f]{16}$/);
    expect(await hashOf(contentWith({ "demand.growth": 0.02 }))).not.toBe(await hashOf(contentWith({ "demand.growth": "0.02" })));
  });

  test("of a table of ours is exported with its dates, any other table as it is", () => {
    expect(datesWritten("Inputs", INPUTS)[1]).toEqual(["plan.start", "", "2027-01-01", ""]);
    expect(datesWritten("Deals", DEALS)[1]).toEqual(["Northwind Regional", "2027-03-31", 220, true]);
    expect(datesWritten("Mine", DEALS)[1]).toEqual(DEALS[1]);
  });

  test("is read by headers as the functions compare them: case, spaces and underscores do not matter", () => {
    const typed = [["deal", "close", "legacy_cost"], ...[["Northwind", 46477, 9000]]];
    const read = contentOf(inputs, new Map([["Deals", typed]]));
    expect(Object.fromEntries(read.shared)).toEqual({ "deal.Northwind.close": "2027-03-31", "deal.Northwind.legacy_cost": 9000 });
    expect(datesWritten("Deals", typed)[1]).toEqual(["Northwind", "2027-03-31", 9000]);
  });

  test("of the log is exported with its times, and of snapshots with the dates of their keys", () => {
    // 46329.5 is noon of 2026-11-03.
    expect(
      datesWritten("LogEntries", [
        ["When", "What"],
        [46329.5, "Snapshot"],
      ])[1],
    ).toEqual(["2026-11-03 12:00:00", "Snapshot"]);
    const kept = [
      ["Snapshot", "Scenario", "Key", "Value"],
      ["2026-11-03 14:05:33", "Base", "plan.start", 46388],
      ["2026-11-03 14:05:33", "Base", "demand.sites", 46388],
    ];
    expect(datesWritten("Snapshots", kept).map((row) => row[3])).toEqual(["Value", "2027-01-01", 46388]);
  });

  test("is exported with the days on which values were stated, as they are in no other table", () => {
    // 46478 is 90 days after 2027-01-01; a year is a number like any other.
    const rows = [["Key", "As of", "Base"], ...[46478, 2011, "2026-11", ""].map((asOf) => ["demand.growth", asOf, 0.02])];
    expect(datesWritten("Inputs", rows).map((row) => row[1])).toEqual(["As of", "2027-04-01", "2011", "2026-11", ""]);
    expect(datesWritten("Mine", rows)).toEqual(rows);
  });
});

describe("what differs between two contents", () => {
  test.each([
    ["nothing", contentWith({ a: 1 }), contentWith({ a: 1 }), []],
    ["a value", contentWith({ a: 1 }), contentWith({ a: 2 }), [{ scenario: "Base", key: "a", before: 1, after: 2 }]],
    ["a value that is stated now", contentWith({}), contentWith({ a: 2 }), [{ scenario: "Base", key: "a", before: undefined, after: 2 }]],
    ["a value of all scenarios", contentWith({}, { d: 1 }), contentWith({}), [{ scenario: "", key: "d", before: 1, after: undefined }]],
  ])("%s", (_words, before, after, changes) => {
    expect(changesBetween(before, after)).toEqual(changes);
  });
});

describe("a file of scenarios", () => {
  test("gives back what was written", () => {
    const read = contentOfText(textOfContent(content));
    expect(read.ok && canonicalText(read.content)).toBe(canonicalText(content));
  });

  test("gives back any values under any keys", () => {
    const keys = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom("__proto__", "prototype", "constructor", "toString"));
    const values = fc.dictionary(keys, fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string(), fc.boolean()));
    fc.assert(
      fc.property(values, values, (base, shared) => {
        const written = contentWith(base as Record<string, string | number>, shared as Record<string, string | number>);
        const read = contentOfText(textOfContent(written));
        expect(read.ok && canonicalText(read.content)).toBe(canonicalText(normal(written)));
      }),
    );
  });

  test.each([
    ["no JSON", "{", [/no JSON/]],
    ["another schema", '{"schema":"x","version":1,"scenarios":[]}', [/schema: Expected "tco-planner\/scenarios"/]],
    ["a newer version", '{"schema":"tco-planner/scenarios","version":2,"scenarios":[]}', [/newer version.*reads version 1/]],
    [
      "several faults, all listed",
      '{"schema":"tco-planner/scenarios","version":1,"scenarios":[{"name":"","values":{"a":null}},{"name":"B","values":3}]}',
      [/scenarios\.0\.name/, /scenarios\.0\.values\.a: Expected a number, a text, true or false/, /scenarios\.1\.values/],
    ],
    [
      "two scenarios of one name",
      '{"schema":"tco-planner/scenarios","version":1,"scenarios":[{"name":"A","values":{}},{"name":"a","values":{}}]}',
      [/same name/],
    ],
    ["no scenarios", '{"schema":"tco-planner/scenarios","version":1}', [/scenarios/]],
  ])("with %s is refused", (_words, text, problems) => {
    const read = contentOfText(text);
    expect(read.ok).toBe(false);
    for (const [index, problem] of problems.entries()) expect(read.ok ? "" : read.problems[index]).toMatch(problem);
  });
});

/** JSON has no -0. */
function normal({ scenarios, shared }: Content): Content {
  const plain = (values: Content["shared"]) => new Map([...values].map(([key, value]) => [key, value === 0 ? 0 : value] as const));
  return { scenarios: scenarios.map(({ name, values }) => ({ name, values: plain(values) })), shared: plain(shared) };
}

describe("the plan of an import", () => {
  const content = contentWith({ "demand.growth": 0.02, "demand.volume": 800 }, { "deal.Northwind.volume": 220 });
  const standing = { ...NOTHING_STANDING, content };

  test("lists what would change, new scenarios, and leaves alone what the file does not state", () => {
    const file: Content = {
      scenarios: [
        { name: "base", values: new Map([["demand.growth", 0.03]]) },
        { name: "Lean", values: new Map([["demand.volume", 700]]) },
      ],
      shared: new Map([["deal.Northwind.volume", 220]]),
    };
    expect(importPlan("f.json", file, standing)).toEqual({
      fileName: "f.json",
      problems: [],
      issues: [],
      newScenarios: ["Lean"],
      changes: [
        { scenario: "Base", key: "demand.growth", before: 0.02, after: 0.03 },
        { scenario: "Lean", key: "demand.volume", before: undefined, after: 700 },
      ],
    });
  });

  test.each<[string, readonly string[], readonly string[]]>([
    [
      "of a column that a person has added",
      ["Comment"],
      ['The scenario "Comment" needs another name. There is a column "Comment" already.'],
    ],
    [
      "with a line break",
      ["a\nb"],
      ['The scenario "a\nb" needs another name. The name contains a line break. Use signs that can be seen.'],
    ],
    ["that another has in it", ["Lean", "lean"], ['The scenario "lean" needs another name. There is a column "Lean" already.']],
    ["of a scenario that stands: it is that one", ["BASE", "Lean"], []],
  ])("refuses a file with a name %s", (_words, names, problems) => {
    const file = { scenarios: names.map((name) => ({ name, values: new Map([["demand.growth", 0.5]]) })), shared: new Map() };
    const plan = importPlan("f.json", file, { ...standing, columns: ["Key", "Comment"] });
    expect(plan.problems).toEqual(problems);
    expect(plan.changes.length === 0).toBe(problems.length > 0);
  });

  test("takes nothing that the model would not, and says what is allowed or which key is near", () => {
    const file = contentWith(
      { "demand.grwth": 0.03, "demand.growth": 50, "plan.status": "Done", "plan.start": "soon" },
      { "demand.volume": 3, "deal.X.volume": "many" },
    );
    const { changes, issues } = importPlan("f.json", file, standing);
    expect(changes).toEqual([]);
    expect(issues.map(({ scenario, key, message }) => `${scenario}|${key}|${message}`)).toEqual([
      expect.stringContaining('|demand.volume|"demand.volume" belongs to no table'),
      expect.stringContaining('|deal.X.volume|X: Volume acquired is "many"'),
      expect.stringContaining('Base|demand.grwth|Unknown key "demand.grwth". Did you mean demand.growth?'),
      expect.stringContaining("Base|demand.growth|Organic growth per year is 50. Enter -90% to 1,000%"),
      expect.stringContaining('Base|plan.status|Status of the scenario is "Done". Use Draft'),
      expect.stringContaining('Base|plan.start|First day of the plan is "soon". Enter a date'),
    ]);
  });
});

test("an import says which column a table lacks, and takes the rest", () => {
  const standing = contentWith({}, { "deal.Northwind.volume": 220 });
  const file = contentWith({}, { "deal.Northwind.volume": 230, "deal.Northwind.legacy_cost": 5, "license.X.price": 3 });
  const tables = new Map([["Deals", [["deal", "VOLUME"], ...[["Northwind", 220]]]]]);
  const { changes, issues } = importPlan("f.json", file, { ...NOTHING_STANDING, content: standing, tables });
  expect(issues).toEqual([
    {
      scenario: "",
      key: "deal.Northwind.legacy_cost",
      message: "The table Deals has no column Legacy cost. Fix it in Repair or on the sheet, then choose the file again.",
    },
  ]);
  // There is no table of licenses: its values stand in Base.
  expect(changes.map(({ key, after }) => [key, after])).toEqual([
    ["deal.Northwind.volume", 230],
    ["license.X.price", 3],
  ]);
});

test("an import takes nothing of a table that has lost its column of names", () => {
  const file = contentWith({}, { "deal.Northwind.volume": 230 });
  const tables = new Map([["Deals", [["Target", "Volume"], ...[["Northwind", 220]]]]]);
  const { changes, issues } = importPlan("f.json", file, { ...NOTHING_STANDING, tables });
  expect(changes).toEqual([]);
  expect(issues.map(({ message }) => message)).toEqual([
    "The table Deals has no column Deal. Fix it in Repair or on the sheet, then choose the file again.",
  ]);
});

describe("a snapshot", () => {
  const figures = [{ scenario: "Base", id: "tco.vertical", value: 43_103_193 }];
  const snapshot = { when: "2026-11-03 14:05:33", why: "=Q3 review", hash: "0123456789abcdef", content, figures };

  /** Cells as a spreadsheet keeps what is typed: an apostrophe in front says that the rest is text. */
  const stored = (rows: readonly (readonly (string | number | boolean)[])[]) =>
    rows.map((row) => row.map((cell) => (typeof cell === "string" ? cell.replace(/^'/, "") : cell)));

  test("is read back from its rows as it was taken, so that its hash still fits", async () => {
    const log = [["When", "What", "Why", "Who", "Hash"], ...stored([logRow({ ...snapshot, what: "Snapshot" })])];
    const values = [["Snapshot", "Scenario", "Key", "Value"], ...stored(valueRows(snapshot))];
    const [entry] = entriesOf(log);
    expect(entry).toEqual({ when: snapshot.when, why: "=Q3 review", hash: snapshot.hash });
    const read = snapshotOf(entry, values);
    expect(read.figures).toEqual(figures);
    expect(await hashOf(read.content)).toBe(await hashOf(content));
    expect(changesBetween(read.content, content)).toEqual([]);
  });

  test("stands in the log under its time as a spreadsheet shows it: 46329 is 2026-11-03, and 14:05:33 is 50733 of 86400 seconds", () => {
    expect(logRow({ ...snapshot, what: "Snapshot" })[0]).toBeCloseTo(46329 + 50733 / 86400, 9);
  });

  test("keeps every text from becoming a formula, a date or a number", () => {
    const typed = [logRow({ ...snapshot, what: "Snapshot" }), ...valueRows(snapshot)].flat();
    expect(typed.filter((cell) => typeof cell === "string" && /^[=+\-@\t]|^\d/.test(cell))).toEqual([]);
  });

  test.each([
    ["alone", [], "2026-11-03 14:05:33"],
    ["after another of that second", ["2026-11-03 14:05:33"], "2026-11-03 14:05:34"],
    ["after two, the later of which was moved on", ["2026-11-03 14:05:33", "2026-11-03 14:05:34"], "2026-11-03 14:05:35"],
    ["at the end of a year", ["2026-12-31 23:59:59"], "2027-01-01 00:00:00", "2026-12-31 23:59:59"],
  ])("taken %s has a time that no other has", (_words, taken, time, now = snapshot.when) => {
    expect(
      freeTime(
        now,
        taken.map((when) => ({ ...snapshot, when })),
      ),
    ).toBe(time);
  });

  test.each([
    [
      "the latest first",
      [
        ["2026-01-01", "Snapshot"],
        ["2026-05-01", "Snapshot"],
      ],
      ["2026-05-01", "2026-01-01"],
    ],
    ["imports are none", [["2026-01-01", "Import"]], []],
    ["nor are blank rows", [["", "Snapshot"]], []],
  ])("%s", (_words, rows, whens) => {
    expect(entriesOf([["When", "What"], ...rows]).map(({ when }) => when)).toEqual(whens);
  });
});
