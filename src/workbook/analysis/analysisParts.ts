/** Where the dated parts of analyses stand on Charts and Summary, and the one live formula that each has. Pure. */

import { ARCHITECTURES } from "../compare";
import type { SheetValues } from "../figures";
import type { SheetCell } from "../layout";
import { cellAddress, cellOfName, COMPARE, fixedAddress, quotedSheet, rangeAddress, SHEETS } from "../layout";
import type { CellArea, NamePlan } from "../plan";
import { figurePlaces } from "../refreshPlan";
import { nameFormula } from "../standing";
import type { ModelParts } from "../standing";

interface UsualPlace extends CellArea {
  /** The defined name by which the part is found again, wherever rows and columns have moved it. */
  readonly name: string;
  readonly sheet: string;
}

const ONE_CELL = { rows: 1, columns: 1 } as const;

/** The parts with their size and the place where they stand when they are new: beside the charts, and between bridge and months. */
export const ANALYSIS_PARTS = {
  tornado: { name: "tco.Tornado", sheet: SHEETS.charts, row: 55, column: 6, rows: 20, columns: 11 },
  tornadoCaption: { name: "tco.TornadoCaption", sheet: SHEETS.charts, row: 4, column: 13, ...ONE_CELL },
  simulation: { name: "tco.Simulation", sheet: SHEETS.charts, row: 55, column: 19, rows: 20, columns: 3 + COMPARE.mostYears },
  simulationCaption: { name: "tco.SimulationCaption", sheet: SHEETS.charts, row: 24, column: 13, ...ONE_CELL },
  sensitivities: { name: "tco.Sensitivities", sheet: SHEETS.summary, row: 33, column: 0, rows: 7, columns: 4 },
  certainty: { name: "tco.Certainty", sheet: SHEETS.summary, row: 41, column: 0, rows: 3, columns: 1 },
} as const satisfies Readonly<Record<string, UsualPlace>>;
export type AnalysisPart = keyof typeof ANALYSIS_PARTS;

/** Where a part stands now, or will. */
export interface PartPlace extends CellArea {
  readonly sheet: string;
  readonly isStanding: boolean;
}

/** The place of a part in a workbook: a name whose cells or sheet were deleted says nothing. */
export function partPlace(part: AnalysisPart, { names, sheets }: Pick<ModelParts, "names" | "sheets">): PartPlace {
  const { name, sheet, row, column, rows, columns } = ANALYSIS_PARTS[part];
  const cell = cellOfName(nameFormula(names, name) ?? "");
  if (!cell || !sheets.includes(cell.sheet)) return { sheet, row, column, rows, columns, isStanding: false };
  return { ...cell, rows, columns, isStanding: true };
}

/** The name that keeps the place of a part. */
export function partName(part: AnalysisPart, { sheet, row, column, rows, columns }: PartPlace): NamePlan {
  const corner = fixedAddress(row, column);
  const last = fixedAddress(row + rows - 1, column + columns - 1);
  return { name: ANALYSIS_PARTS[part].name, formula: `=${quotedSheet(sheet)}!${corner}:${last}` };
}

/** Cells within the tables of an analysis, counted from its corner. */
export const FACTS_ROW = 2;
const NPV_THEN_COLUMN = 8;
const NPV_NOW_COLUMN = 9;
const SCENARIO_COLUMN = 0;
const ARCHITECTURE_COLUMNS = { tornado: 3, simulation: 2 } as const;
export type AnalysisTable = keyof typeof ARCHITECTURE_COLUMNS;

/** The cell with the scenario that an analysis was about, by which its present value is looked up; undefined where there is no such table. */
export function subjectCell(table: AnalysisTable, parts: Pick<ModelParts, "names" | "sheets">): SheetCell | undefined {
  const { sheet, row, column, isStanding } = partPlace(table, parts);
  return isStanding ? { sheet, row: row + FACTS_ROW, column: column + SCENARIO_COLUMN } : undefined;
}

/** The present value now of the scenario and architecture that an analysis was about, as Compare has it; nothing once the scenario is gone. */
export function npvNowFormula(table: AnalysisTable, { row, column }: PartPlace, compare: SheetValues | undefined): string {
  const places = compare && figurePlaces(compare);
  const at = (part: number) => cellAddress(row + FACTS_ROW, column + part);
  const cells = (line: number) => `${SHEETS.compare}!${rangeAddress(line, COMPARE.firstScenarioColumn, 1, COMPARE.mostScenarios)}`;
  const figure = (architecture: (typeof ARCHITECTURES)[number]) => {
    const line = places?.rowOf(`npv.${architecture}`);
    return places && line !== undefined ? `XLOOKUP(${at(SCENARIO_COLUMN)},${cells(places.headerRow)},${cells(line)})` : "NA()";
  };
  const chosen = ARCHITECTURES.reduceRight(
    (otherwise, architecture) => `IF(${at(ARCHITECTURE_COLUMNS[table])}="${architecture}",${figure(architecture)},${otherwise})`,
    "NA()",
  );
  return `=IFERROR(${chosen},"")`;
}

/** Words at the end of a caption once the model is no longer the one that was analysed: its present value has moved. */
export function changedSince({ row, column }: PartPlace): string {
  const [then, now] = [NPV_THEN_COLUMN, NPV_NOW_COLUMN].map((part) => cellAddress(row + FACTS_ROW, column + part));
  return `IF(IFERROR(ABS(${now}-${then})<0.5,${now}=${then}),""," Inputs have changed since: run the analysis again.")`;
}

/** The live formulas of the analyses that stand on a sheet: what a repair may write again. */
export function analysisFormulas(
  parts: ModelParts,
  sheet: string,
): readonly { readonly row: number; readonly column: number; readonly formula: string }[] {
  return (["tornado", "simulation"] as const).flatMap((table) => {
    const place = partPlace(table, parts);
    if (!place.isStanding || place.sheet !== sheet) return [];
    return [{ row: place.row + FACTS_ROW, column: place.column + NPV_NOW_COLUMN, formula: npvNowFormula(table, place, parts.compare) }];
  });
}
