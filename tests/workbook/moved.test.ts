/** What a repair and a refresh write where a person has inserted rows: everything is found where it stands now. */
import { describe, expect, test } from "vitest";
import { headerFormula, scenarioFormula, scenarioRange } from "../../src/workbook/formulas";
import { cellAddress } from "../../src/workbook/layout";
import { damageOf } from "../../src/workbook/repair/modelDamage";
import type { CellValue, SheetPlan } from "../../src/workbook/plan";
import { movedFormula, skeleton, UNMOVED } from "../../src/workbook/references";
import { refreshPlan } from "../../src/workbook/refreshPlan";
import { missingSheets, writtenSheets } from "../../src/workbook/writtenSheets";
import { formulaDamage } from "../../src/workbook/repair/repairFormulas";
import type { InputTable, ModelParts } from "../../src/workbook/standing";
import { standingBlocks } from "../../src/workbook/standing";
import { blockColumn, compareValues, GROWTH_BROKEN, inputTable, renamed, replaced, wholeModel, without } from "./parts";

const WHOLE = wholeModel();
const PLANS = writtenSheets(WHOLE, standingBlocks(WHOLE));

/** The cells of a sheet as the add-in writes it: what is typed, before anything is calculated. */
function written(sheet: string): InputTable {
  const { blocks } = PLANS.find((plan) => plan.sheet === sheet) as SheetPlan;
  const [rows, columns] = [200, 40];
  const values: CellValue[][] = Array.from({ length: rows }, () => new Array<CellValue>(columns).fill(""));
  for (const block of blocks)
    block.cells.forEach((line, i) => {
      line.forEach((cell, j) => {
        (values[block.row + i] ?? [])[block.column + j] = cell;
      });
    });
  return { sheet, row: 0, column: 0, values };
}

/** The cells once somebody has inserted a row. */
function inserted(cells: InputTable, row: number): InputTable {
  const blank = new Array<CellValue>(40).fill("");
  return { ...cells, values: [...cells.values.slice(0, row), blank, ...cells.values.slice(row)] };
}

/** The cells as far as they are used to the right, as Excel reads them. */
function used(cells: InputTable): InputTable {
  const columns = Math.max(...cells.values.flatMap((line) => line.map((cell, at) => (cell === "" ? 0 : at + 1))));
  return { ...cells, values: cells.values.map((line) => line.slice(0, columns)) };
}

/** The cells once a sheet that their formulas name was deleted. */
function bereft(cells: InputTable, sheet: string): InputTable {
  return {
    ...cells,
    values: cells.values.map((line) => line.map((cell) => (typeof cell === "string" ? cell.replaceAll(`${sheet}!`, "#REF!") : cell))),
  };
}

/** The cells once somebody has inserted a column, on the sheet itself or on one that its formulas name. */
function insertedColumn(cells: InputTable, sheet: string, column: number): InputTable {
  const moves = (each: string) => (each === sheet ? { ...UNMOVED, columnOf: (at: number) => (at < column ? at : at + 1) } : UNMOVED);
  const moved = (cell: CellValue) => (typeof cell === "string" && cell.startsWith("=") ? movedFormula(cell, cells.sheet, moves) : cell);
  const values = cells.values.map((line) => line.map(moved));
  if (cells.sheet !== sheet) return { ...cells, values };
  return { ...cells, values: values.map((line) => [...line.slice(0, column), "", ...line.slice(column)]) };
}

/** Compare or Checks with the names of the scenarios, as they are calculated. */
function calculated(cells: InputTable): InputTable {
  const names: readonly (readonly [string, string])[] = [
    ["=Scenarios!$E$5", "Base"],
    ["=Scenarios!$G$5", "Growth"],
  ];
  const shown = new Map<CellValue, CellValue>(names);
  return { ...cells, values: cells.values.map((line) => line.map((cell) => shown.get(cell) ?? cell)) };
}

/** The model once somebody has inserted a column left of the blocks of Scenarios. */
function besideColumn(change: Partial<ModelParts> = {}): ModelParts {
  const moves = (sheet: string) => (sheet === "Scenarios" ? { ...UNMOVED, columnOf: (column: number) => column + 1 } : UNMOVED);
  return wholeModel({
    names: WHOLE.names.map(({ name, formula }) => ({ name, formula: movedFormula(formula, "", moves) })),
    blockFormulas: ["", ...WHOLE.blockFormulas],
    blockTitles: ["", ...WHOLE.blockTitles],
    scenarioColumns: WHOLE.scenarioColumns + 1,
    compare: calculated(written("Compare")),
    checks: used(calculated(written("Checks"))),
    ...change,
  });
}

const rowOf = (cells: InputTable, label: string, after = 12): number =>
  cells.values.findIndex((line, row) => row > after && line[0] === label);
const HEADING = 12;
const gone = (sheet: string, change: Partial<ModelParts> = {}): ModelParts =>
  wholeModel({ ...(sheet === "Checks" ? { checks: undefined } : {}), ...change, sheets: WHOLE.sheets.filter((name) => name !== sheet) });

/** What a repair of broken formulas writes, by address, with what had stood there. */
function repaired(parts: ModelParts, before: InputTable, lost: string): readonly (readonly [string, CellValue, CellValue])[] {
  return formulaDamage(parts, [bereft(before, lost)]).flatMap(({ steps, isOptional }) =>
    (isOptional ? [] : steps).flatMap((step) =>
      step.kind === "write"
        ? [[cellAddress(step.row, step.column), step.cells[0]?.[0] ?? "", before.values[step.row]?.[step.column] ?? ""] as const]
        : [],
    ),
  );
}

describe("formulas that are written again", () => {
  const rows = Array.from({ length: 60 }, (_, row) => row);

  test.each(rows)("are those that stood there, wherever on Compare a row was inserted: above row %#", (row) => {
    const before = inserted(written("Compare"), row);
    const steps = repaired(gone("Checks", { compare: calculated(before) }), before, "Checks");
    // The master check, and errors and warnings of two scenarios.
    const figures = row > 1 && row < 3 ? 4 : 5;
    expect(steps.length).toBeGreaterThanOrEqual(figures - 1);
    for (const [address, formula, stood] of steps) expect([address, formula]).toEqual([address, stood]);
  });

  test.each(rows.slice(0, 20))("are those that stood there, wherever on Summary a row was inserted: above row %#", (row) => {
    const before = inserted(written("Summary"), row);
    const steps = repaired(gone("Chart data"), before, "'Chart data'");
    expect(steps.length).toBeGreaterThan(8);
    for (const [address, formula, stood] of steps) expect([address, formula]).toEqual([address, stood]);
  });

  test("find the column of a scenario where columns of others were taken away", () => {
    const compare = written("Compare");
    const before = {
      ...compare,
      values: compare.values.map((line, row) => (row < HEADING || row > 40 ? line : [...line.slice(0, 3), ...line.slice(4)])),
    };
    const steps = repaired(gone("Checks", { compare: calculated(before) }), before, "Checks");
    expect(steps.filter(([address]) => address.startsWith("D"))).toEqual([
      ["D30", "=Checks!E6", "=Checks!E6"],
      ["D31", "=Checks!F6", "=Checks!F6"],
    ]);
  });

  test("are not written over a person's own, of whatever form", () => {
    const compare = written("Compare");
    const own = { ...compare, values: compare.values.map((line, row) => (row === 29 ? replaced(line, 3, "=Checks!B6*2") : line)) };
    const steps = repaired(gone("Checks", { compare: calculated(own) }), own, "Checks");
    expect(steps.map(([address]) => address)).toEqual(["A3", "E30", "D31", "E31"]);
  });
});

describe("a sheet that is written again", () => {
  /** What the caption of the bridge on Charts reads of the scenario that is compared. */
  const figureIn = (parts: ModelParts): string | undefined => {
    const [charts] = missingSheets(parts);
    const cells = charts?.blocks.flatMap(({ cells }) => cells.flat()).map(String) ?? [];
    return cells.flatMap((cell) => /\((XLOOKUP\(pick\.To,[^()]*\))-XLOOKUP\(pick\.From/.exec(cell)?.[1] ?? []).at(0);
  };

  test.each([13, 20, 29, 31])("reads the figures where they stand: Charts, with a row inserted above row %i of Compare", (row) => {
    const compare = calculated(inserted(written("Compare"), row));
    const [names, figure] = [rowOf(compare, "Key figures", 0) + 1, rowOf(compare, "Total cost, as proposed") + 1].map(String);
    expect(figureIn(gone("Charts", { compare }))).toBe(
      `XLOOKUP(pick.To,Compare!$D$${names ?? ""}:$BA$${names ?? ""},Compare!$D$${figure ?? ""}:$BA$${figure ?? ""})`,
    );
  });

  test("says that a figure is lost whose row was deleted, and takes none for another", () => {
    const compare = calculated(written("Compare"));
    const values = compare.values.filter((line, row) => row <= HEADING || line[0] !== "Total cost, as proposed");
    expect(figureIn(gone("Charts", { compare: { ...compare, values } }))).toBe("XLOOKUP(pick.To,Compare!$D$13:$BA$13,#REF!)");
  });

  test("reads the checks where they stand: Compare, with a row inserted on Checks", () => {
    const checks = inserted(written("Checks"), 3);
    const [compare] = missingSheets(gone("Compare", { compare: undefined, checks }));
    const cells = compare?.blocks.flatMap((block) => block.cells.flat()) ?? [];
    expect(cells).toEqual(expect.arrayContaining(["=Checks!B7", "=Checks!C7", "=Checks!E7", "=Checks!F7"]));
  });
});

describe("where columns were inserted", () => {
  const compare = insertedColumn(written("Compare"), "Scenarios", 0);
  const checks = insertedColumn(written("Checks"), "Scenarios", 0);

  test.each<[string, ModelParts, InputTable, string, number]>([
    ["on Scenarios, what Compare says of the checks", besideColumn(), compare, "Checks", 5],
    ["on Scenarios, the names above the checks", besideColumn(), checks, "Scenarios", 2],
    [
      "on Checks, between the scenarios",
      besideColumn({ checks: used(calculated(insertedColumn(written("Checks"), "Checks", 3))) }),
      insertedColumn(compare, "Checks", 3),
      "Checks",
      5,
    ],
    [
      "on Checks, left of all",
      besideColumn({ checks: used(calculated(insertedColumn(written("Checks"), "Checks", 0))) }),
      insertedColumn(compare, "Checks", 0),
      "Checks",
      5,
    ],
    [
      "on Checks, the names above the checks",
      besideColumn({ checks: used(calculated(insertedColumn(written("Checks"), "Checks", 3))) }),
      insertedColumn(checks, "Checks", 3),
      "Scenarios",
      2,
    ],
  ])("%s is written again as it stood", (_words, parts, before, lost, count) => {
    const steps = repaired(parts, before, lost);
    expect(steps.map(([address, formula]) => [address, formula])).toEqual(steps.map(([address, , stood]) => [address, stood]));
    expect(steps).toHaveLength(count);
  });

  test("a new scenario gets the next columns, and Compare reads its own checks", () => {
    const inputs = inputTable(["Base", "Growth", "Late"].map((name) => ({ name, values: new Map() })));
    const { sheets } = refreshPlan(besideColumn({ inputs, checks: used(calculated(insertedColumn(written("Checks"), "Checks", 3))) }));
    const places = (sheet: string) => sheets.find((plan) => plan.sheet === sheet)?.blocks.map(({ column }) => column) ?? [];
    expect([places("Scenarios"), places("Checks")]).toEqual([
      [9, 9, 9],
      [7, 7, 7],
    ]);
    const figures = sheets.find((plan) => plan.sheet === "Compare")?.blocks.flatMap(({ cells }) => cells.flat());
    expect(figures).toEqual(expect.arrayContaining(["=Scenarios!$J$5", "=Checks!I6", "=Checks!J6"]));
  });
});

describe("a new scenario where rows were inserted above the blocks", () => {
  const names = WHOLE.names.map(({ name, formula }) => ({
    name,
    formula: movedFormula(formula, "Scenarios", (sheet) =>
      sheet === "Scenarios" ? { ...UNMOVED, rowOf: (row) => (row < 3 ? row : row + 2) } : UNMOVED,
    ),
  }));
  const scenarios = ["Base", "Growth", "Late"].map((name) => ({ name, values: new Map() }));
  const parts = wholeModel({
    names,
    blockRow: 7,
    inputs: inputTable(scenarios),
    compare: calculated(written("Compare")),
    checks: used(inserted(written("Checks"), 0)),
  });
  const { sheets } = refreshPlan(parts);

  test("gets its block in the row of the others, with its count and its name", () => {
    const plan = sheets.find(({ sheet }) => sheet === "Scenarios");
    expect(plan?.blocks.map(({ row, column, cells }) => [row, column, cells[0]])).toEqual([
      [5, 8, ["Rows", "=COUNTA(I8:I2507)"]],
      [6, 8, [headerFormula("Late"), "as.Late"]],
      [7, 8, [scenarioFormula("Late")]],
    ]);
    expect(plan?.names).toEqual([{ name: "as.Late", formula: "=Scenarios!$I$8:INDEX(Scenarios!$J$8:$J$2507,Scenarios!$J$6)" }]);
    expect(scenarioRange(8)).toBe("=Scenarios!$I$6:INDEX(Scenarios!$J$6:$J$2505,Scenarios!$J$4)");
  });

  test("is read by its check and its column on Compare there", () => {
    const cells = (sheet: string) => sheets.find((plan) => plan.sheet === sheet)?.blocks.flatMap((block) => block.cells.flat()) ?? [];
    expect(cells("Checks")).toEqual(expect.arrayContaining(["=Scenarios!$I$7", '=COUNTIF(G9:G508,"error")+IF(ISERROR(G9),1,0)']));
    expect(cells("Compare")).toEqual(expect.arrayContaining(["=Scenarios!$I$7", "=Checks!H7", "=Checks!I7"]));
  });
});

test("what is left of a deleted scenario is taken away where it stands, and a person's rows between stay", () => {
  const compare = calculated(inserted(written("Compare"), 20));
  const orphaned = wholeModel({
    inputs: without("Growth"),
    blockFormulas: replaced(WHOLE.blockFormulas, blockColumn(1), GROWTH_BROKEN),
    compare,
    checks: inserted(written("Checks"), 2),
  });
  const steps = damageOf(orphaned).find(({ id }) => id === "orphan:as.Growth")?.steps ?? [];
  expect(steps.flatMap((step) => (step.kind === "clear" ? [[step.sheet, step.area.row, step.area.rows, step.area.column]] : []))).toEqual([
    ["Scenarios", 3, 3, 6],
    ["Checks", 5, 2, 3],
    ["Checks", 8, 1, 3],
    ["Compare", 12, 8, 4],
    ["Compare", 21, 12, 4],
  ]);
});

test("what is left of each of two deleted scenarios is taken away, though both show an error for their names", () => {
  const parts = wholeModel();
  const lost = (cells: readonly CellValue[], content: CellValue) =>
    replaced(replaced(cells, blockColumn(0), content), blockColumn(1), content);
  const compare = compareValues(["#REF!", "#REF!"]);
  const typed = compare.values.map((row) =>
    row.map((cell, column) => (cell === "#REF!" ? `=Scenarios!$${column === 3 ? "E" : "G"}$5` : cell)),
  );
  const names = parts.names.map((name) => (name.name === "as.Base" ? { ...name, name: "as.Slow" } : name));
  const left = damageOf({
    ...parts,
    names,
    inputs: renamed("Growth", "Plan"),
    blockFormulas: lost(parts.blockFormulas, GROWTH_BROKEN),
    blockTitles: lost(parts.blockTitles, "=#REF!"),
    compare,
    compareFormulas: typed,
  });
  const columns = left
    .filter(({ id }) => id.startsWith("orphan:"))
    .map(({ id, steps }) => [
      id,
      steps.flatMap((step) => (step.kind === "clear" && step.sheet === "Compare" ? [step.area.column] : []))[0],
    ]);
  expect(columns).toEqual([
    ["orphan:as.Slow", 3],
    ["orphan:as.Growth", 4],
  ]);
});

test("of a scenario whose column was deleted the figures are found where rows were inserted above the blocks", () => {
  const compare = compareValues(["Base", "#REF!"]);
  const typed = compare.values.map((row) => row.map((cell) => (cell === "#REF!" ? "=Scenarios!$G$7" : cell)));
  const lost = wholeModel({
    names: WHOLE.names.map(({ name, formula }) => ({
      name,
      formula: movedFormula(formula, "Scenarios", (sheet) => (sheet === "Scenarios" ? { ...UNMOVED, rowOf: (row) => row + 2 } : UNMOVED)),
    })),
    blockRow: 7,
    inputs: without("Growth"),
    blockFormulas: replaced(WHOLE.blockFormulas, blockColumn(1), GROWTH_BROKEN),
    blockTitles: replaced(WHOLE.blockTitles, blockColumn(1), "=#REF!"),
    compare,
    compareFormulas: typed,
  });
  const steps = damageOf(lost).find(({ id }) => id === "orphan:as.Growth")?.steps ?? [];
  expect(steps.flatMap((step) => (step.kind === "clear" && step.sheet === "Compare" ? [step.area.column] : []))[0]).toBe(4);
});

test("where a scenario's column was deleted no formula is offered that names it", () => {
  const compare = written("Compare");
  // What Growth states is counted in its column, which is gone.
  const counted = (cell: CellValue) =>
    String(cell).replace(/^=SUMPRODUCT\(\(LEN\(Inputs\[\[#Data\],\[Growth\]\]\)/, "=SUMPRODUCT((LEN(#REF!)");
  const typed = { ...compare, values: compare.values.map((row) => row.map(counted)) };
  expect(typed.values.flat().filter((cell) => cell.includes("#REF!"))).toHaveLength(1);
  const lost = wholeModel({
    inputs: without("Growth"),
    blockFormulas: replaced(WHOLE.blockFormulas, blockColumn(1), GROWTH_BROKEN),
    blockTitles: replaced(WHOLE.blockTitles, blockColumn(1), "=#REF!"),
    compare: calculated(typed),
    compareFormulas: typed.values,
  });
  expect(formulaDamage(lost, [typed]).map(({ id, steps }) => [id, steps])).toEqual([["formulas:Compare", []]]);
});

test("names that were deleted are defined where the cells stand", () => {
  const compare = calculated(inserted(written("Compare"), 1));
  const names = WHOLE.names
    .filter(({ name }) => name !== "pick.To" && name !== "as.Growth")
    .map(({ name, formula }) => ({ name, formula: formula.replaceAll("$6", "$7").replaceAll("2505", "2506").replaceAll("$4)", "$5)") }));
  const words = damageOf(wholeModel({ names, compare, blockRow: 6 }))
    .filter(({ id }) => id.startsWith("name:"))
    .map(({ preview }) => preview[0]);
  expect(words).toEqual([
    "Defines as.Growth as Scenarios!$G$7:INDEX(Scenarios!$H$7:$H$2506,Scenarios!$H$5).",
    "Defines pick.To as Compare!$E$6.",
  ]);
});

describe("references in a formula", () => {
  const down = { rowOf: (row: number) => (row === 9 ? undefined : row + 1), columnOf: (column: number) => column + 1 };

  test.each([
    ["=A1+$B$2", "=B2+$C$3"],
    ["=SUM(A1:B2)", "=SUM(B2:C3)"],
    ["='My sheet'!A1&Other!A1", "='My sheet'!A1&Other!A1"],
    ['=IF(A1="A1 of Q3","A""1",as.Q3)', '=IF(B2="A1 of Q3","A""1",as.Q3)'],
    ["=TCO.COST(as.From)+LOG10(A1)", "=TCO.COST(as.From)+LOG10(B2)"],
    ["=Inputs[[#All],[A1]]&A10", "=Inputs[[#All],[A1]]&#REF!"],
  ])("of %s move with the cells of the sheet alone", (formula, moved) => {
    expect(movedFormula(formula, "Here", (sheet) => (sheet === "Here" ? down : UNMOVED))).toBe(moved);
  });

  test.each([
    ['=IF(Checks!$A$8>0,"A1",B2)', '=IF(#REF!$A$8>0,"A1",B3)', true],
    ["=Compare!$D$13:$BA$13", "=#REF!", true],
    ["=LEN(Inputs[[#All],[Key]])", "=LEN(#REF!)", true],
    ["=Checks!B6", "=#REF!*2", false],
    ['=TCO.METRIC(as.Base,"tco")', '=TCO.METRIC(#REF!,"npv")', false],
    ['=TCO.METRIC(as.Base,"tco")&pick.To', '=TCO.METRIC(#REF!,"tco")&#REF!', true],
  ])("are what %s and %s may differ in", (formula, broken, isSame) => {
    expect(skeleton(formula) === skeleton(broken)).toBe(isSame);
  });
});
