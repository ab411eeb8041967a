import { describe, expect, test } from "vitest";
import { project } from "../../src/engine/plan/project";
import { ARCHITECTURES } from "../../src/engine/plan/setting";
import { checkScenario, resolveScenario } from "../../src/engine/catalogue/scenario";
import type { Value } from "../../src/engine/catalogue/values";
import { reference } from "../../src/reference/load";
import type { ScenarioTable } from "../../src/workbook/formulas";
import { columnOfField, fieldsOf, MODEL_TABLES, modelTable, modelTableSheet, tableCells } from "../../src/workbook/sheets/modelTables";
import type { TableRow } from "../../src/workbook/sheets/modelTables";
import { referenceRows } from "../../src/workbook/sheets/referenceRows";
import { SAMPLE } from "../../src/workbook/sample";
import { flattened, tableOf } from "../../src/functions/tables";

describe("the columns of a table", () => {
  test("of deals are the fields of a deal, in words that the functions find the field by", () => {
    expect(fieldsOf("deal").map(columnOfField)).toEqual([
      "Close",
      "Volume",
      "Sites",
      "TB",
      "Regions",
      "Growth",
      "Lag months",
      "Integration cost",
      "Legacy cost",
      "Probability",
      "Include",
    ]);
  });

  test("of servers spell units as one writes them", () => {
    expect(fieldsOf("server").map(columnOfField)).toEqual([
      "Role",
      "Cores",
      "Speed",
      "Memory GiB",
      "Storage TB",
      "Local disk",
      "IOPS",
      "Sockets",
      "Price",
      "Monthly",
      "Monthly 1Y",
      "Monthly 3Y",
      "kW",
      "Rack units",
    ]);
  });

  test.each(MODEL_TABLES.map((table) => [table.table, table] as const))("of %s are all read by TCO.SCENARIO", (_name, table) => {
    const everything = Object.fromEntries(fieldsOf(table.kind).map((field) => [field, 1]));
    const cells = tableCells(table, [{ name: "x", fields: everything }]);
    const keys = flattened(tableOf("table", cells)).map(([key]) => key);
    expect(keys).toEqual(fieldsOf(table.kind).map((field) => `${table.kind}.x.${field}`));
  });
});

describe("rows of a table", () => {
  const deals = modelTable("Deals");

  test("leave a field that is not stated blank, and guard text", () => {
    const [, row] = tableCells(deals, [{ name: "-North", fields: { close: "2027-01-01", volume: 12 }, evidence: "=a" }]);
    expect(row).toEqual(["'-North", 46388, 12, "", "", "", "", "", "", "", "", "", "'=a"]);
  });

  test("are one blank row where there are none, as a table needs one", () => {
    expect(tableCells(deals, [])).toHaveLength(2);
  });

  test("stand below the unit of each column", () => {
    const { blocks } = modelTableSheet(modelTable("Roles"), []);
    expect(blocks.find(({ row }) => row === 3)?.cells[0]).toEqual(["", "", "units/FTE", "FTE", "FTE", "money/year", ""]);
  });
});

describe("the reference data as rows of a table", () => {
  const stated = SAMPLE.scenarios.map(({ values }) => new Map([...(SAMPLE.scenarios[0]?.values ?? []), ...values]));

  /** A scenario of the sample with its deals and further tables, as TCO.SCENARIO joins them. */
  function scenarioWith(values: ReadonlyMap<string, Value>, kind: string, rows: readonly TableRow[]): Map<string, Value> {
    const flat = (table: string, list: readonly TableRow[]) =>
      list.flatMap(({ name, fields }) =>
        Object.entries(fields).map(([field, value]): [string, Value] => [`${table}.${name}.${field}`, value]),
      );
    return new Map([...flat("deal", SAMPLE.deals), ...flat(kind, rows), ...values]);
  }

  function totals(values: ReadonlyMap<string, Value>): readonly unknown[] {
    const assumptions = resolveScenario(values, reference);
    return ARCHITECTURES.map((architecture) => {
      const projection = project(assumptions, architecture, reference);
      return projection.feasible ? Array.from(projection.total) : projection;
    });
  }

  test.each<[ScenarioTable, number]>([
    ["Licenses", reference.licenses.length],
    ["Roles", reference.roles.length],
  ])("%s lists all %d", (table, count) => {
    expect(referenceRows(table, stated, reference)).toHaveLength(count);
  });

  test.each(MODEL_TABLES.filter(({ kind }) => kind !== "deal").map((table) => [table.table, table.kind] as const))(
    "%s changes no total of any scenario of the sample until somebody edits it",
    (table, kind) => {
      const rows = referenceRows(table, stated, reference);
      for (const values of stated) {
        const [before, after] = [scenarioWith(values, kind, []), scenarioWith(values, kind, rows)];
        expect(checkScenario(after, reference).filter(({ severity }) => severity === "error")).toEqual([]);
        expect(totals(after)).toEqual(totals(before));
      }
    },
  );

  test.each<[string, Record<string, Value>, string, string]>([
    ["the default lists, whose common shapes serve both sides", {}, "r8i.large", "both"],
    ["the largest shapes of the default ladder for the central side alone", {}, "u7in-32tb.224xlarge", "vertical"],
    ["owned hosting: the list for it", { "vertical.hosting": "owned" }, reference.ladders["owned-x86"][0].name, "vertical"],
    ["a list that is named", { "horizontal.servers": "azure-m" }, reference.ladders["azure-m"][0].name, "horizontal"],
    ["one list on both sides", { "vertical.servers": "aws-nodes" }, reference.ladders["aws-nodes"][0].name, "both"],
  ])("Servers holds %s", (_words, values, name, role) => {
    const rows = referenceRows("Servers", [new Map(Object.entries(values))], reference);
    expect(rows.find((row) => row.name === name)?.fields["role"]).toBe(role);
  });

  test("a shape that two lists name is the same in both, so that one row can stand for it", () => {
    const rows = Object.values(reference.ladders).flat();
    const facts = (row: (typeof rows)[number]) =>
      referenceRows("Servers", [new Map()], { ...reference, ladders: { "aws-memory": [row] } })[0]?.fields;
    const differing = rows.filter((row) =>
      rows.some((other) => other.name === row.name && JSON.stringify(facts(other)) !== JSON.stringify(facts(row))),
    );
    expect(differing.map(({ name }) => name)).toEqual([]);
  });

  test("every row says where it comes from, when and how sure that is", () => {
    const rows = (["Licenses", "Roles", "Servers"] as const).flatMap((table) => referenceRows(table, stated, reference));
    expect(rows.filter(({ evidence = "" }) => !/\((\d{4}[^,]*), (good|medium|low|assumption|recalled)\)/.test(evidence))).toEqual([]);
  });

  test("a product without a price says what to ask for", () => {
    const epic = referenceRows("Licenses", stated, reference).find(({ name }) => name === "epic");
    expect([epic?.fields["price"], epic?.evidence]).toEqual([undefined, expect.stringContaining("ask for the license, maintenance")]);
  });
});
