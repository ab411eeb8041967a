import { describe, expect, test } from "vitest";
import { scenarioFormula, STATUS_FORMULA } from "../../src/workbook/formulas";
import { damageOf } from "../../src/workbook/repair/modelDamage";
import type { CellValue } from "../../src/workbook/plan";
import { formulaDamage } from "../../src/workbook/repair/repairFormulas";
import type { Damage } from "../../src/workbook/repair/repairDamage";
import type { InputTable, ModelParts } from "../../src/workbook/standing";
import { blockColumn, compareValues, deals, GROWTH_BROKEN, inputTable, renamed, replaced, wholeModel, without } from "./parts";

const { blockFormulas } = wholeModel();

describe("the steps of a repair", () => {
  const steps = (change: Partial<ModelParts>): Damage["steps"] => damageOf(wholeModel(change)).flatMap((damage) => damage.steps);

  test("write keys beside their labels, in a column that is inserted for them", () => {
    const [insert, write] = steps({ inputs: without("Key") });
    expect(insert).toEqual({ kind: "insertColumns", sheet: "Assumptions", column: 1, count: 1 });
    expect(write?.kind === "write" && [write.row, write.column, write.cells.slice(0, 3)]).toEqual([
      4,
      1,
      [["Key"], ["plan.status"], ["plan.start"]],
    ]);
  });

  test("add deleted rows below the table, which then reaches over them", () => {
    const inputs = { ...inputTable(), values: inputTable().values.filter(([, key]) => key !== "demand.sites") };
    const [write, resize] = steps({ inputs });
    const count = inputs.values.length;
    expect(write).toMatchObject({ kind: "write", row: 4 + count, column: 0 });
    expect(write?.kind === "write" && write.cells[0]?.slice(1, 4)).toEqual(["demand.sites", "Sites today", "sites"]);
    expect(write?.kind === "write" && write.cells[0]?.slice(-2)).toEqual([3, ""]);
    expect(resize).toMatchObject({ kind: "resize", table: "Inputs", area: { rows: count + 1 } });
  });

  /** What is typed into cells, step by step. */
  const typed = (change: Partial<ModelParts>) => steps(change).map((step) => (step.kind === "write" ? step.cells : step.kind));

  test.each(["=1+1", "+x", "-x", "@x", "\tx", "'x", "2027"])(
    "write the name %j as text, never as a formula, a number or a date",
    (name) => {
      expect(typed({ tableValues: deals([name, 46477], [name, 46500]) })).toEqual([[[`'${name.trim()} (2)`]]]);
      const change = {
        inputs: renamed("Growth", name),
        compare: compareValues(["Base", name], ["Base", "Faster"]),
        blockFormulas: replaced(blockFormulas, blockColumn(1), scenarioFormula(name)),
      };
      // A name with a tab is given another one too, in the cell of its header.
      const renaming = name.startsWith("\t") ? [[[name.trim()]]] : [];
      expect(typed(change)).toEqual([...renaming, [[`'${name}`]]]);
    },
  );

  test("give each of several rows of one name a name of its own", () => {
    const rows: CellValue[][] = ["North", "North (2)", "North", "North "].map((name) => [name, 46477]);
    expect(typed({ tableValues: deals(...rows) })).toEqual([[["'North (3)"]], [["'North (4)"]]]);
  });

  test("take all of an orphaned scenario away and nothing else", () => {
    const change = {
      inputs: without("Growth"),
      blockFormulas: replaced(blockFormulas, blockColumn(1), GROWTH_BROKEN),
      compare: compareValues(["Base", "Growth"], ["Base", "Base"]),
    };
    expect(steps(change).map((step) => (step.kind === "clear" ? [step.sheet, step.area.column, step.area.columns] : step))).toEqual([
      ["Scenarios", blockColumn(1), 2],
      ["Checks", 3, 3],
      ["Checks", 3, 3],
      ["Compare", 4, 1],
      { kind: "forget", names: ["as.Growth"] },
    ]);
  });
});

describe("formulas that have lost what they named", () => {
  const cells = (sheet: string, formulas: CellValue[][]): InputTable => ({ sheet, row: 0, column: 0, values: formulas });

  test("are written again where the add-in wrote them, and only named where a person did", () => {
    const formulas: CellValue[][] = [["Checks"], [STATUS_FORMULA.replace("Inputs[[#All],[Key]]", "#REF!")], ["all"], ["", "=#REF!+1"]];
    const [damage] = formulaDamage(wholeModel(), [cells("Checks", formulas)]);
    expect(damage?.words).toBe("2 formulas of Checks refer to something that was deleted (#REF!).");
    expect(damage?.steps.map((step) => step.kind === "write" && [step.row, step.column])).toEqual([[1, 0]]);
  });

  test("that are whole are no damage", () => {
    expect(formulaDamage(wholeModel(), [cells("Summary", [["=1"]])])).toEqual([]);
  });
});
