import { describe, expect, test } from "vitest";
import { columnOfScenarioFormula, pickedFormula, scenarioFormula, scenarioRange, tablesOfFormula } from "../../src/workbook/formulas";
import { EMPTY_MODEL, modelPlan } from "../../src/workbook/modelPlan";
import type { WorkbookContents } from "../../src/workbook/modelPlan";
import { COMPONENTS } from "../../src/engine/cost/components";
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
    // The host rewrites what formulas name when somebody renames the column of the keys.
    expect(columnOfScenarioFormula(scenarioFormula(column).replaceAll("[Key]", "[Code]"))).toBe(column);
  });

  test("is as long as its count says, under a name", () => {
    expect(scenarioRange(4)).toBe("=Scenarios!$E$6:INDEX(Scenarios!$F$6:$F$2505,Scenarios!$F$4)");
    expect(cellAt(sheet("Scenarios"), "F4")).toBe("=COUNTA(E6:E2505)");
    expect(sheet("Scenarios").names.map(({ name }) => name)).toEqual([
      "as.From",
      "as.To",
      "as.Base",
      "as.Growth",
      "as.Distributed",
      "tco.Layout",
    ]);
  });

  test("takes in the tables that there are, in a fixed order", () => {
    const formula = scenarioFormula("Base", ["Servers", "Roles", "Deals"]);
    expect(formula.slice(formula.indexOf("IF(LEN(Deals"))).toBe(
      'IF(LEN(Deals[#All]),Deals[#All],""),IF(LEN(Roles[#All]),Roles[#All],""),IF(LEN(Servers[#All]),Servers[#All],""))',
    );
    expect(tablesOfFormula(formula)).toEqual(["Deals", "Roles", "Servers"]);
  });

  test("that follows a picker finds its column by the name in the picker, over Base", () => {
    const column = "XLOOKUP(pick.To,Inputs[#Headers],Inputs[#All])";
    expect(pickedFormula("to")).toBe(
      `=TCO.SCENARIO(Inputs[[#All],[Key]],IF(LEN(${column}),${column},${base}),IF(LEN(Deals[#All]),Deals[#All],""))`,
    );
    expect([cellAt(sheet("Scenarios"), "A6"), cellAt(sheet("Scenarios"), "C6")]).toEqual([pickedFormula("from"), pickedFormula("to")]);
  });
});

describe("what is written", () => {
  test.each(SHEETS.map(({ sheet: name }) => name))("%s opens with its title, the status and the master check", (name) => {
    expect(cellAt(sheet(name), "A1")).toMatch(name === "Summary" ? /"Central, distributed or hybrid\?"/ : /^[A-Z]/);
    expect(cellAt(sheet(name), "A2")).toMatch(/^="Base: "&XLOOKUP|^=pick\.(From|To)&/);
    expect(cellAt(sheet(name), "A3")).toMatch(/^=IF\(ISERROR\(Checks!/);
  });

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
    /(?<!\[)\[(?!\[|#All\]|#Headers\]|#Data\])[^\]]*\](?!\]|:\[)/,
  ])("no formula uses %s: Excel 2021 or the grid would not understand it", (forbidden) => {
    expect(formulasOf(SHEETS).filter((formula) => forbidden.test(formula))).toEqual([]);
  });

  test("three scenarios need fewer than 200 cells with functions of the add-in", () => {
    const own = formulasOf(SHEETS).filter((formula) => formula.includes("TCO."));
    expect(own.length).toBeGreaterThan(60);
    expect(own.length).toBeLessThan(200);
  });

  test("so do ten scenarios with every optional table", () => {
    const scenarios = Array.from({ length: 10 }, (_, index) => ({ name: index === 0 ? "Base" : `S${String(index)}`, values: new Map() }));
    const tables = new Map((["Licenses", "Roles", "Servers"] as const).map((table) => [table, []]));
    const plan = modelPlan({ scenarios, deals: [], evidence: new Map(), tables }, NEW_WORKBOOK);
    expect(formulasOf(plan.sheets).filter((formula) => formula.includes("TCO.")).length).toBeLessThan(200);
  });

  test("functions of the add-in feed each other two levels deep: scenarios from tables, everything else from scenarios", () => {
    const arguments_ = formulasOf(SHEETS).flatMap((formula) =>
      [...formula.matchAll(/TCO\.([A-Z.]+)\(([^,)]*)/g)].map(([, name, first]) => ({ name, first })),
    );
    const others = arguments_.filter(({ name }) => name !== "SCENARIO").map(({ first }) => first);
    expect(new Set(others)).toEqual(new Set(["as.Base", "as.Growth", "as.Distributed", "as.From", "as.To"]));
  });

  test("no cell that others fill by a spill is written: what spills to the right stands last in its line", () => {
    const spills = /^=TCO\.(PERIODS|VERTICAL|HORIZONTAL|HYBRID|COST)\(/;
    const lines = SHEETS.flatMap(({ blocks }) => blocks.flatMap(({ cells }) => cells));
    const behind = lines.map((line) => line.slice(0, -1).filter((cell) => spills.test(String(cell))));
    expect(behind.flat()).toEqual([]);
    expect(lines.filter((line) => spills.test(String(line.at(-1)))).length).toBeGreaterThan(15);
  });

  test("Compare asks for each architecture of each scenario, and says in words where there is no answer", () => {
    const compare = sheet("Compare");
    expect([13, 14, 15, 16].map((row) => cellAt(compare, `A${String(row)}`))).toEqual([
      "Key figures",
      "Status",
      "Architecture proposed",
      "Total cost, vertical",
    ]);
    expect(cellAt(compare, "E17")).toBe('=TCO.METRIC(as.Growth,"tco","horizontal")');
    expect(cellAt(compare, "D27")).toBe('=IFNA(TCO.CAPACITY.SHARDDATE(as.Base,"date"),IF(ISNA(D16),"no feasible plan","beyond the plan"))');
    expect(cellAt(compare, "D13")).toBe("=Scenarios!$E$5");
    expect(cellAt(compare, "F32")).toBe('=SUMPRODUCT((LEN(Inputs[[#Data],[Distributed]])>0)*(Inputs[[#Data],[Key]]<>"plan.status"))');
  });

  test("the pickers of Compare are names of two cells with a list of the scenarios in the inputs", () => {
    const { names, validations } = sheet("Compare");
    expect(names).toEqual([
      { name: "pick.From", formula: "=Compare!$D$5" },
      { name: "pick.To", formula: "=Compare!$E$5" },
    ]);
    expect(validations.map(({ row, column, columns, source }) => [cellAddress(row, column), columns, source])).toEqual([
      ["D5", 1, "=Assumptions!$K$5:$M$5"],
      ["E5", 1, "=Assumptions!$K$5:$M$5"],
    ]);
    expect([cellAt(sheet("Compare"), "D5"), cellAt(sheet("Compare"), "E5")]).toEqual(["Base", "Distributed"]);
  });

  test("the commentary stands beside the variance, below its header, and nothing of ours in its cells", () => {
    const compare = sheet("Compare");
    const at = compare.blocks.find(({ cells }) => cells.flat().includes("Commentary"));
    expect([at?.column, cellAt(compare, cellAddress(at?.row ?? 0, 0))]).toEqual([6, "=TCO.SCENARIO.VARIANCE(as.From,as.To)"]);
    expect(cellAt(compare, cellAddress((at?.row ?? 0) + 1, 6))).toBeUndefined();
  });

  test("there is room for every cost line of the engine and ten of the user's own between variance and differences", () => {
    const compare = sheet("Compare");
    const rowOf = (text: string) => compare.blocks.find(({ cells }) => cells.flat().some((cell) => String(cell).includes(text)))?.row ?? 0;
    expect(rowOf("SCENARIO.DIFF") - rowOf("SCENARIO.VARIANCE")).toBeGreaterThan(COMPONENTS.length + 10 + 3);
  });

  test("the empty model has Base alone and no deal", () => {
    const { sheets } = modelPlan(EMPTY_MODEL, NEW_WORKBOOK);
    expect(sheets.flatMap(({ names }) => names.map(({ name }) => name)).filter((name) => name.startsWith("as."))).toEqual([
      "as.From",
      "as.To",
      "as.Base",
    ]);
    expect(formulasOf(sheets).filter((formula) => formula.includes("TCO.SCENARIO("))).toHaveLength(3);
  });
});

describe("long words", () => {
  /** Looks that wrap the words of a cell. */
  const wrapping = (name: string, row: number, column: number) =>
    sheet(name).looks.filter(
      (look) =>
        look.wrap === true && row >= look.row && row < look.row + look.rows && column >= look.column && column < look.column + look.columns,
    );

  test.each([
    ["Key", 1],
    ["Assumption", 2],
    ["Unit", 3],
  ])("of the column %s of the assumptions take as many lines as they need", (_name, column) => {
    expect(wrapping("Assumptions", 5, column)).toEqual([expect.not.objectContaining({ height: expect.anything() as number })]);
  });

  test.each([
    ["Base", 2],
    ["Growth", 5],
  ])("of a message about %s have two lines: Excel does not fit rows to what a formula spills", (_name, column) => {
    expect(wrapping("Checks", 8, column)).toEqual([expect.objectContaining({ height: 30 })]);
  });
});

describe("the preview", () => {
  test("has a line per sheet that names its tables, formulas and names", () => {
    const { preview } = modelPlan(SAMPLE, NEW_WORKBOOK);
    expect(preview.map((line) => line.split(":")[0])).toEqual([
      "Summary",
      "Assumptions",
      "Acquisitions",
      "Compare",
      "Charts",
      "Scenarios",
      "Checks",
      "Log",
      "Chart data",
    ]);
    expect(preview[2]).toBe("Acquisitions: table Deals (7 rows), 2 formulas");
    expect(preview[4]).toContain('charts "Cost per year by cost pool", "Cumulative cost by architecture"');
    expect(preview[5]).toContain("names as.From, as.To, as.Base, as.Growth, as.Distributed");
    expect(preview[7]).toBe("Log: table LogEntries (1 rows), table Snapshots (1 rows), 2 formulas");
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
    ["the stamp of a model that was deleted", { ...NEW_WORKBOOK, names: [{ name: "tco.Layout", formula: "=1" }] }, []],
    ["a name that refers to nothing", { ...NEW_WORKBOOK, names: [{ name: "as.Base", formula: "=#REF!" }] }, []],
    [
      "a defined name",
      { ...NEW_WORKBOOK, names: [{ name: "AS.BASE", formula: "=Sheet1!$A$1" }] },
      ['The name "as.Base" is defined already. Delete it in the name manager, then insert the model.'],
    ],
  ])("%s", (_words, workbook, conflicts) => {
    expect(modelPlan(SAMPLE, workbook).conflicts).toEqual(conflicts);
  });

  test("and so does a scenario that cannot have its name", () => {
    const scenarios = ["Base", "key", "one\ntwo", "Lean", "LEAN"].map((name) => ({ name, values: new Map<string, number>() }));
    expect(modelPlan({ ...SAMPLE, scenarios }, NEW_WORKBOOK).conflicts).toEqual([
      'The scenario "key" needs another name. There is a column "Key" already.',
      'The scenario "one\ntwo" needs another name. The name contains a line break. Use signs that can be seen.',
      'The scenario "LEAN" needs another name. There is a column "Lean" already.',
    ]);
  });
});
