/** Scenarios and their figures as the workbook has them now: nothing is computed here, so a figure overwritten by hand is what is shown. */

import { FIGURES, FIGURES_HEADING, namesScenario } from "./compare";
import type { FigureId } from "./compare";
import type { Contents } from "./contents";
import { cellAddress, CHECK_BLOCK, CHECK_LINE, COMPARE, COMPARE_TITLE, SHEETS } from "./layout";
import { nameableScenarios } from "./edit/scenarioNames";
import { scenarioNames } from "./mapping";
import type { CellValue } from "./plan";

/** A cell's value with its address, as Excel writes it (Sheet!A1). */
export interface ReadCell {
  readonly value: CellValue;
  readonly address: string;
}

export interface CheckedIssue {
  readonly severity: string;
  readonly key: string;
  readonly message: string;
}

export interface ScenarioFigures {
  readonly name: string;
  readonly figures: ReadonlyMap<FigureId, ReadCell>;
  readonly issues: readonly CheckedIssue[];
}

export interface ModelReading {
  readonly currency: string;
  /** The master check, in the words of the workbook. */
  readonly check: string;
  readonly scenarios: readonly ScenarioFigures[];
  /** Headers of scenario columns that have no block of formulas yet and can have one. */
  readonly unlinked: readonly string[];
  /** What of the model is missing or was changed so that it cannot be read, in plain words. */
  readonly damage: readonly string[];
}

/** Values of a sheet's used range with the place where it starts. */
export interface SheetValues {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly CellValue[])[];
}

const text = (value: CellValue | undefined): string => String(value ?? "");

interface Figures {
  readonly currency: string;
  readonly scenarios: readonly ScenarioFigures[];
}

/**
 * The figures of Compare, a scenario per column: rows are found by their label and columns by the heading, wherever both have been moved.
 * @param formulas of the same cells
 * @param known names of scenarios
 */
export function figuresOf(sheet: SheetValues, formulas: Contents["formulas"], known: readonly string[]): Figures {
  const headingAt = findCell(sheet.values, FIGURES_HEADING);
  if (!headingAt) return { currency: "", scenarios: [] };
  // Below the heading alone: the strip of the two picked scenarios above it has some of the labels too.
  const rowOf = (label: string) => sheet.values.findIndex((row, index) => index > headingAt.row && text(row[headingAt.column]) === label);
  const rows = FIGURES.map(({ id, label }) => ({ id, label, row: rowOf(label) }));
  const header = sheet.values[headingAt.row] ?? [];
  const first = headingAt.column + COMPARE.firstScenarioColumn - COMPARE.labelColumn;
  const scenarios = header.flatMap((name, column) => {
    if (column < first || text(name) === "" || !namesScenario(name, formulas[headingAt.row]?.[column], known)) return [];
    const cells = rows.filter(({ row }) => row >= 0).map(({ id, row }): [FigureId, ReadCell] => [id, readCell(sheet, row, column)]);
    return [{ name: text(name), figures: new Map(cells), issues: [] }];
  });
  const moneyRow = rows.find(({ id }) => id === "tco.vertical")?.row ?? -1;
  return { currency: text(sheet.values[moneyRow]?.[headingAt.column + COMPARE.unitColumn - COMPARE.labelColumn]), scenarios };
}

function readCell(sheet: SheetValues, row: number, column: number): ReadCell {
  return { value: sheet.values[row]?.[column] ?? "", address: `${SHEETS.compare}!${cellAddress(sheet.row + row, sheet.column + column)}` };
}

function findCell(values: readonly (readonly CellValue[])[], wanted: string): { row: number; column: number } | undefined {
  for (const [row, cells] of values.entries()) {
    const column = cells.findIndex((cell) => text(cell) === wanted);
    if (column >= 0) return { row, column };
  }
  return undefined;
}

/** What the sheet of checks says about each scenario, by the scenario's name; blocks stand side by side. */
export function issuesOf(sheet: SheetValues): ReadonlyMap<string, readonly CheckedIssue[]> {
  const labels = sheet.values.findIndex((row) => row.some((cell) => text(cell) === "Errors"));
  const found = new Map<string, readonly CheckedIssue[]>();
  if (labels < 0) return found;
  (sheet.values[labels] ?? []).forEach((label, column) => {
    if (text(label) !== "Scenario") return;
    const rows = sheet.values.slice(labels + CHECK_BLOCK.firstRow - CHECK_BLOCK.labelRow);
    const issues = rows.map((row) => ({
      severity: text(row[column]).toLowerCase(),
      key: text(row[column + 1]),
      message: text(row[column + 2]),
    }));
    found.set(
      text(sheet.values[labels + 1]?.[column]),
      issues.filter(({ severity }) => severity === "error" || severity === "warning"),
    );
  });
  return found;
}

/** The words below the title of Compare: the master check. */
function checkOf(sheet: SheetValues): string {
  const title = findCell(sheet.values, COMPARE_TITLE);
  return title ? text(sheet.values[title.row + CHECK_LINE]?.[title.column]) : "";
}

/** The model as the sheets and the header of the inputs show it, with what is damaged in it, in words; the rest is read all the same. */
export function modelReading(
  inputHeader: readonly CellValue[] | undefined,
  linked: readonly string[],
  compare: SheetValues | undefined,
  compareFormulas: Contents["formulas"],
  checks: SheetValues | undefined,
  damage: readonly string[],
): ModelReading {
  const headers = scenarioNames(inputHeader ?? []);
  const figures = compare ? figuresOf(compare, compareFormulas, [...headers, ...linked]) : { currency: "", scenarios: [] };
  const issues: ReadonlyMap<string, readonly CheckedIssue[]> = checks ? issuesOf(checks) : new Map();
  return {
    currency: figures.currency,
    check: compare ? checkOf(compare) : "",
    scenarios: figures.scenarios.map((scenario) => ({ ...scenario, issues: issues.get(scenario.name) ?? [] })),
    unlinked: nameableScenarios(inputHeader ?? []).filter((name) => !linked.includes(name)),
    damage,
  };
}
