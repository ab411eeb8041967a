/** What of a model stands in a workbook, as it was read. Pure: the requests are in `readScenarios.ts`. */

import type { ReadAnswer } from "./readAnswer";
import type { Contents } from "./contents";
import type { SheetValues } from "./figures";
import { columnOfHeaderFormula, columnOfScenarioFormula, SCENARIO_TABLES, tablesOfFormula } from "./formulas";
import type { ScenarioTable } from "./formulas";
import { BASE_COLUMN, BLOCK, cellOfName, CHECK_BLOCK, CHECK_LABELS, NAME_PREFIX, PICKS } from "./layout";
import type { Pick, TABLES } from "./layout";
import type { CellValue, NamePlan } from "./plan";
import type { ScenarioBlock } from "./sheets/scenariosSheet";

/** The table of inputs with its header, and the sheet on which it stands. */
export interface InputTable extends SheetValues {
  readonly sheet: string;
}

/** Tables without which there is no model. */
export type LooseTable = typeof TABLES.inputs | typeof TABLES.deals;

/** A scenario's block with the formula that stands in it. */
export interface StandingBlock extends ScenarioBlock {
  readonly formula: string;
  /** The formula was overwritten or lost a column or table that it read. */
  readonly isBroken: boolean;
}

/** A block that follows a picker. */
export interface PickBlock {
  readonly column: number;
  readonly formula: string;
}

/** What of a model stands in a workbook; undefined is what is not there. */
export interface ModelParts {
  readonly sheets: readonly string[];
  readonly tables: readonly string[];
  /** Every name that the workbook defines. */
  readonly names: readonly NamePlan[];
  readonly inputs: InputTable | undefined;
  /** The tables of scenarios that stand, with their headers. */
  readonly tableValues: ReadonlyMap<ScenarioTable, InputTable>;
  /** Cells of the sheets of Inputs and Deals where the table itself is gone: converted to a range, it can be made a table again. */
  readonly looseCells: ReadonlyMap<LooseTable, InputTable>;
  /** Row of the blocks' formulas, what stands in it, and what in the row of titles above. */
  readonly blockRow: number;
  readonly blockFormulas: readonly CellValue[];
  readonly blockTitles: readonly CellValue[];
  readonly compare: SheetValues | undefined;
  /** Formulas of Compare from the corner of its values on, as far right as figures can stand: those that show nothing may lie outside the values. */
  readonly compareFormulas: Contents["formulas"];
  readonly checks: SheetValues | undefined;
  /** The answer; undefined where it is not calculated, or the workbook has none. */
  readonly answer?: ReadAnswer | undefined;
  /** How many columns of the sheet of scenarios are used, from its first: whatever stands in them. */
  readonly scenarioColumns: number;
}

const isPick = (name: string): boolean => Object.values(PICKS).some(({ block }) => block.toLowerCase() === name.toLowerCase());

/** Whether a name may be a scenario's: the prefix is shared with the two blocks that follow the pickers. */
export function isScenarioName({ name }: NamePlan): boolean {
  return name.toLowerCase().startsWith(NAME_PREFIX) && !isPick(name);
}

/** Zero-based row in which the blocks' formulas stand now: rows may have been inserted above them. */
export function blockRow(names: readonly NamePlan[]): number {
  const places = names.filter(isScenarioName).flatMap(({ formula }) => cellOfName(formula) ?? []);
  return places[0]?.row ?? BLOCK.firstRow;
}

/** Whether a formula refers to something that was deleted. */
export function isBrokenFormula(formula: string): boolean {
  return formula.includes("#REF!");
}

/** What a block is called whose column was deleted: Excel leaves no trace of its header. No column bears such a name. */
function lostHeader(definedName: string): string {
  return definedName.toLowerCase() === `${NAME_PREFIX}${BASE_COLUMN}`.toLowerCase() ? BASE_COLUMN : definedName;
}

/**
 * The scenario column that a block is about: the one that its formula reads, else the one whose name stands above it, else the one that is gone; undefined where
 * no scenario's block stands.
 */
function headerOf(formula: string, title: string, definedName: string): string | undefined {
  const read = isBrokenFormula(formula) ? undefined : columnOfScenarioFormula(formula);
  const known = read ?? columnOfHeaderFormula(title);
  return known ?? (isBrokenFormula(formula) && isBrokenFormula(title) ? lostHeader(definedName) : undefined);
}

/** Scenario blocks from the defined names, the row of formulas to which they refer and the titles above, from left to right. */
export function blocksOf(
  names: readonly NamePlan[],
  formulas: readonly CellValue[],
  titles: readonly CellValue[],
): readonly StandingBlock[] {
  const blocks = names.filter(isScenarioName).flatMap(({ name, formula }): StandingBlock[] => {
    const column = cellOfName(formula)?.column;
    if (column === undefined) return [];
    const own = String(formulas[column] ?? "");
    const header = headerOf(own, String(titles[column] ?? ""), name);
    const isBroken = isBrokenFormula(own) || columnOfScenarioFormula(own) === undefined;
    return header === undefined ? [] : [{ header, definedName: name, column, checkColumn: 0, formula: own, isBroken }];
  });
  const sorted = blocks.sort((a, b) => a.column - b.column);
  return sorted.map((block, index) => ({ ...block, checkColumn: index * CHECK_BLOCK.columns }));
}

/** The scenario blocks of a workbook. */
export function standingBlocks({ names, blockFormulas, blockTitles }: ModelParts): readonly StandingBlock[] {
  return blocksOf(names, blockFormulas, blockTitles);
}

/** Zero-based first columns of the checks of the standing scenarios, in the order of their blocks; undefined where a check is not found. */
export function standingChecks(parts: ModelParts): readonly (number | undefined)[] {
  const { column = 0, values = [] } = parts.checks ?? {};
  const labels = values.findIndex((cells) => cells.some((cell) => cell === CHECK_LABELS[1]));
  const shown = (values[labels + 1] ?? []).map(String);
  const firsts = (values[labels] ?? []).flatMap((cell, at) => (cell === CHECK_LABELS[0] ? [at] : []));
  const headers = standingBlocks(parts).map(({ header }) => header);
  const named = headers.map((header) => firsts.find((at) => shown[at] === header));
  // A name that is not calculated, or is an error, is that of the block at its place among those that are left.
  const left = firsts.filter((at) => !named.includes(at));
  const isSure = left.length === named.filter((at) => at === undefined).length;
  return named.map((at) => {
    const first = at ?? (isSure ? left.shift() : undefined);
    return first === undefined ? undefined : column + first;
  });
}

/** The column right of the last check; undefined where none is found. */
export function endOfChecks(firsts: readonly (number | undefined)[]): number | undefined {
  const found = firsts.flatMap((first) => first ?? []);
  return found.length === 0 ? undefined : Math.max(...found) + CHECK_BLOCK.columns;
}

/** What stands in a cell of a sheet that was read; undefined outside the cells that are used. */
export function cellRead(cells: SheetValues | undefined, row: number, column: number): CellValue | undefined {
  return cells?.values[row - cells.row]?.[column - cells.column];
}

/** What a defined name refers to; undefined where the workbook has no such name. */
export function nameFormula(names: readonly NamePlan[], wanted: string): string | undefined {
  return names.find(({ name }) => name.toLowerCase() === wanted.toLowerCase())?.formula;
}

/** The block that follows a picker; undefined where its name is missing or refers to nothing. */
export function pickBlockOf(pick: Pick, { names, blockFormulas }: ModelParts): PickBlock | undefined {
  const column = cellOfName(nameFormula(names, PICKS[pick].block) ?? "")?.column;
  return column === undefined ? undefined : { column, formula: String(blockFormulas[column] ?? "") };
}

/** Tables of the workbook that a scenario's formula can take in. */
export function scenarioTables(tables: readonly string[]): readonly ScenarioTable[] {
  const present = new Set(tables.map((name) => name.toLowerCase()));
  return SCENARIO_TABLES.filter((table) => present.has(table.toLowerCase()));
}

/** Whether the formula takes in exactly these tables. */
export function takesIn(formula: string, tables: readonly ScenarioTable[]): boolean {
  return tablesOfFormula(formula).join() === tables.join();
}
