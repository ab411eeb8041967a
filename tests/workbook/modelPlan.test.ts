import { describe, expect, test } from "vitest";
import { columnOfScenarioFormula, scenarioFormula, scenarioRange } from "../../src/workbook/formulas";
import { EMPTY_MODEL, modelPlan } from "../../src/workbook/modelPlan";
import type { WorkbookContents } from "../../src/workbook/modelPlan";
import { cellAddress } from "../../src/workbook/layout";
import type { SheetPlan } from "../../src/workbook/plan";
import { SAMPLE } from "../../src/workbook/sample";

const NEW_WORKBOOK: WorkbookContents = { sheets: [{ name: "Sheet1", isEmpty: true }], tables: [], names: [] };
const SHEETS = modelPlan(SAMPLE, NEW_WORKBOOK).sheets;

function formulasOf(sheets: readonly SheetPlan[]): string[] {
  const cells = sheets.flatMap(({ blocks }) => blocks.flatMap((block) => block.cells.flat()));
  return cells.filter((cell): cell is string => typeof cell === "string" && cell.startsWith("="));
}

function sheet(name: string): SheetPlan {
  const found = SHEETS.find((plan) => plan.sheet === name);
  if (!found) throw new Error(`The plan has no sheet ${name}`);
  return found;
}

function cellAt(plan: SheetPlan, address: string): unknown {
  const cells = plan.blocks.flatMap((block) =>
    block.cells.flatMap((line, i) => line.map((cell, j) => ({ at: cellAddress(block.row + i, block.column + j), cell }))),
  );
  return cells.find(({ at }) => at === address)?.cell;
}

describe("a scenario's block", () => {
  const base = 'IF(LEN(Inputs[[#All],[Base]]),Inputs[[#All],[Base]],"")';

  test.each([
    ["Base", `=TCO.SCENARIO(Inputs[[#All],[Key]],${base},IF(LEN(Deals[#All]),Deals[#All],""))`],
    [
      "Growth",
      `=TCO.SCENARIO(Inputs[[#All],[Key]],IF(LEN(Inputs[[#All],[Growth]]),Inputs[[#All],[Growth]],${base}),IF(LEN(Deals[#All]),Deals[#All],""))`,
    ],
  ])("of %s is one formula that overrides Base by its own column", (column, formula) => {
    expect(scenarioFormula(column)).toBe(formula);
  });

  test.each(["Base", "Growth", "Q3 [draft] #2", "it's", "a@b"])("of %s tells from which column it reads", (column) => {
    expect(columnOfScenarioFormula(scenarioFormula(column))).toBe(column);
  });

  test("is as long as its count says, under a name", () => {
    expect(scenarioRange(2)).toBe("=Scenarios!$C$6:INDEX(Scenarios!$D$6:$D$2505,Scenarios!$D$4)");
    expect(cellAt(sheet("Scenarios"), "D4")).toBe("=COUNTA(C6:C2505)");
    expect(sheet("Scenarios").names.map(({ name }) => name)).toEqual(["as.Base", "as.Growth", "as.Distributed"]);
  });
});

describe("what is written", () => {
  test.each(["Assumptions", "Acquisitions", "Scenarios", "Checks", "Compare"])(
    "%s opens with its title, the status and the master check",
    (name) => {
      expect(cellAt(sheet(name), "A1")).toMatch(/^[A-Z]/);
      expect(cellAt(sheet(name), "A2")).toMatch(/^="Base: "&XLOOKUP/);
      expect(cellAt(sheet(name), "A3")).toMatch(/^=IF\(ISERROR\(Checks!/);
    },
  );

  test("no table bears its sheet's name", () => {
    const names = SHEETS.map((plan) => plan.sheet);
    expect(SHEETS.flatMap(({ tables }) => tables.map(({ name }) => name)).filter((name) => names.includes(name))).toEqual([]);
  });

  test("a table covers exactly the cells that are written for it", () => {
    for (const plan of SHEETS)
      for (const table of plan.tables) {
        const block = plan.blocks.find(({ row, column }) => row === table.row && column === table.column);
        expect([block?.cells.length, new Set(block?.cells.map((line) => line.length))]).toEqual([table.rows, new Set([table.columns])]);
      }
  });

  test.each([
    /[A-Z]\d+#/,
    /\bLET\(/,
    /\bHSTACK\(|\bVSTACK\(/,
    /CHOOSE\(\{/,
    /\bOFFSET\(|\bINDIRECT\(/,
    /\[@/,
    /(?<!\[)\[(?!\[|#All\]|#Headers\])[^\]]*\](?!\])/,
  ])("no formula uses %s: Excel 2021 or the grid would not understand it", (forbidden) => {
    expect(formulasOf(SHEETS).filter((formula) => forbidden.test(formula))).toEqual([]);
  });

  test("three scenarios need fewer than 200 cells with functions of the add-in", () => {
    const own = formulasOf(SHEETS).filter((formula) => formula.includes("TCO."));
    expect(own.length).toBeGreaterThan(20);
    expect(own.length).toBeLessThan(200);
  });

  test("functions of the add-in feed each other two levels deep: scenarios from tables, everything else from scenarios", () => {
    const arguments_ = formulasOf(SHEETS).flatMap((formula) =>
      [...formula.matchAll(/TCO\.([A-Z.]+)\(([^,)]*)/g)].map(([, name, first]) => ({ name, first })),
    );
    const others = arguments_.filter(({ name }) => name !== "SCENARIO").map(({ first }) => first);
    expect(new Set(others)).toEqual(new Set(["as.Base", "as.Growth", "as.Distributed"]));
  });

  test("Compare asks for each architecture of each scenario, and says in words where there is no answer", () => {
    const compare = sheet("Compare");
    expect([5, 6, 7, 8].map((row) => cellAt(compare, `A${String(row)}`))).toEqual([
      "Key figures",
      "Status",
      "Architecture proposed",
      "Total cost, vertical",
    ]);
    expect(cellAt(compare, "E9")).toBe('=TCO.METRIC(as.Growth,"tco","horizontal")');
    expect(cellAt(compare, "D15")).toBe('=IF(ISNA(D8),"no feasible plan",IFNA(TCO.CAPACITY.SHARDDATE(as.Base,"date"),"beyond the plan"))');
    expect(cellAt(compare, "D5")).toBe("=Scenarios!$A$5");
  });

  test("the empty model has Base alone and no deal", () => {
    const { sheets } = modelPlan(EMPTY_MODEL, NEW_WORKBOOK);
    expect(sheets.flatMap(({ names }) => names.map(({ name }) => name))).toEqual(["as.Base"]);
    expect(formulasOf(sheets).filter((formula) => formula.includes("TCO.SCENARIO("))).toHaveLength(1);
  });
});

describe("the preview", () => {
  test("has a line per sheet that names its tables, formulas and names", () => {
    const { preview } = modelPlan(SAMPLE, NEW_WORKBOOK);
    expect(preview.map((line) => line.split(":")[0])).toEqual(["Assumptions", "Acquisitions", "Scenarios", "Checks", "Compare"]);
    expect(preview[1]).toBe("Acquisitions: table Deals (7 rows), 2 formulas");
    expect(preview[2]).toContain("names as.Base, as.Growth, as.Distributed");
  });
});

describe("cells, tables and names that are not the model's stop it", () => {
  test.each<[string, WorkbookContents, string[]]>([
    ["a new workbook", NEW_WORKBOOK, []],
    ["an empty sheet of the same name", { ...NEW_WORKBOOK, sheets: [{ name: "compare", isEmpty: true }] }, []],
    ["other sheets with contents", { ...NEW_WORKBOOK, sheets: [{ name: "Budget", isEmpty: false }] }, []],
    [
      "a sheet of the same name with contents",
      { ...NEW_WORKBOOK, sheets: [{ name: "compare", isEmpty: false }] },
      ['The sheet "Compare" has contents already. Rename it, then insert the model.'],
    ],
    [
      "a table of the same name",
      { ...NEW_WORKBOOK, tables: ["deals"] },
      ['A table is named "Deals" already. Rename it, then insert the model.'],
    ],
    [
      "a name left by a deleted sheet",
      { ...NEW_WORKBOOK, names: [{ name: "as.Base", formula: "=Scenarios!$A$6:INDEX(Scenarios!$B$6:$B$2505,2)" }] },
      [],
    ],
    ["a name that refers to nothing", { ...NEW_WORKBOOK, names: [{ name: "as.Base", formula: "=#REF!" }] }, []],
    [
      "a defined name",
      { ...NEW_WORKBOOK, names: [{ name: "AS.BASE", formula: "=Sheet1!$A$1" }] },
      ['The name "as.Base" is defined already. Delete it in the name manager, then insert the model.'],
    ],
  ])("%s", (_words, workbook, conflicts) => {
    expect(modelPlan(SAMPLE, workbook).conflicts).toEqual(conflicts);
  });
});
