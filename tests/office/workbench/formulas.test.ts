// @vitest-environment happy-dom
/** Users' formulas have the values that a cell has for the same text: in the workbench's grid, and in LibreOffice where it is installed. */
import { LocaleType, LogLevel, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import {
  UniverFormulaEnginePlugin,
  UniverRenderEnginePlugin,
  UniverSheetsFormulaPlugin,
  UniverSheetsPlugin,
} from "@univerjs/preset-sheets-core";
import { beforeAll, describe, expect, test } from "vitest";
import { readFormula } from "../../../src/engine/demand/expression";
import { NAMES, SPREADSHEET_CASES } from "../../engine/demand/expressionCases";
import { drawnFormulas } from "../../engine/demand/expressionGenerator";
import { answers, officeProgram, valuesByOffice } from "./libreOffice";

/** A formula of a cell; names are the cells that hold them. */
const inCells = (formula: string): string =>
  formula.replace(/[a-z_][\w.]*(?!\w*\()/gi, (word) => (Object.hasOwn(NAMES, word) ? NAMES[word].cell : word));

/** What a cell shows where a formula has no value. */
const NO_VALUE = "no value";

/** Values of the cells of NAMES, from B1 down. */
const INPUTS: readonly number[] = Array.from(
  { length: 11 },
  (_, row) => Object.values(NAMES).find(({ cell }) => cell === `B${row + 1}`)?.value ?? 0,
);

/** The values that the grid calculates. */
async function valuesByGrid(formulas: readonly string[]): Promise<readonly (number | string)[]> {
  const univer = new Univer({ locale: LocaleType.EN_US, logLevel: LogLevel.ERROR, locales: {} });
  univer.registerPlugins([[UniverRenderEnginePlugin], [UniverFormulaEnginePlugin], [UniverSheetsPlugin], [UniverSheetsFormulaPlugin]]);
  const api = FUniver.newAPI(univer);
  const sheet = { id: "s", name: "Sheet1", rowCount: formulas.length + 20, columnCount: 5 };
  const grid = api.createWorkbook({ id: "formulas", sheetOrder: ["s"], sheets: { s: sheet } }).getActiveSheet();
  grid.getRange(0, 1, INPUTS.length, 1).setValues(INPUTS.map((v) => [{ v }]));
  grid.getRange(0, 0, formulas.length, 1).setValues(formulas.map((formula) => [{ f: `=${formula}` }]));
  const engine = api.getFormula();
  await new Promise<void>((resolve) => {
    engine.calculationEnd(() => resolve());
    engine.executeCalculation();
  });
  const values = grid.getRange(0, 0, formulas.length, 1).getValues();
  univer.dispose();
  return values.map(([value]) => (typeof value === "number" || typeof value === "boolean" ? Number(value) : String(value)));
}

function ownValue(formula: string): number | string {
  const names = {
    find: (name: string) => (Object.hasOwn(NAMES, name) ? () => NAMES[name].value : undefined),
    all: () => Object.keys(NAMES),
    advice: "Use a name of the table.",
  };
  const { value } = readFormula("formula", formula, names);
  try {
    return value(0);
  } catch {
    return NO_VALUE;
  }
}

/** A value as it is compared: 12 digits, or that there is none. */
function compared(value: number | string): number | string {
  if (typeof value === "number") return Number(value.toPrecision(12));
  return value.startsWith("#") ? NO_VALUE : value;
}

const TABLE = SPREADSHEET_CASES.flatMap(({ rows }) => rows);

const DRAWN = drawnFormulas(20261130, 400, {
  operands: ["2", "0.5", "3", "10", "25%", "rate", "base", "t", "user.rate.2", "demand.growth.1"],
  operators: ["+", "-", "*", "/", "^", " + ", " - ", "*", "+-", "^-"],
  frames: [
    "(a)",
    "-a",
    "a%",
    "(a+b)%",
    "IF(a>b,a,c)",
    "IF(a<=b,c,a)",
    "MAX(a,b)",
    "MIN(a,b,c)",
    "ROUND(a,2)",
    "ABS(a)",
    "IF(AND(a>0,b<>0),c,1)",
    "MOD(a,3)",
  ],
  // Not even the grid reads these as Excel does: two signs in a row, percent after a bracket that has brackets in it, percent of percent.
  without: /--|\)%|%%/,
});

describe("the grid's own cells have the same value", () => {
  let byGrid: ReadonlyMap<string, number | string>;
  beforeAll(async () => {
    const formulas = [...TABLE.map(([formula]) => formula), ...DRAWN];
    const values = await valuesByGrid(formulas.map(inCells));
    byGrid = new Map(formulas.map((formula, at) => [formula, values[at]]));
  });

  test.each(TABLE)("%s is %d", (formula, value) => {
    expect(compared(byGrid.get(formula) ?? "")).toBe(compared(value));
  });

  test.each(DRAWN)("%s", (formula) => {
    expect(compared(ownValue(formula))).toEqual(compared(byGrid.get(formula) ?? ""));
  });
});

if (officeProgram === undefined)
  test("LibreOffice is not installed here: its values were not compared", () => {
    expect(answers("soffice")).toBe(false);
  });
else
  test("LibreOffice has the same values", async () => {
    const values = await valuesByOffice(
      TABLE.map(([formula]) => inCells(formula)),
      INPUTS,
    );
    expect(values.map(compared)).toEqual(TABLE.map(([, value]) => compared(value)));
  });
