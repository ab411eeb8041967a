/** Formulas of the written sheets that have lost what they refer to, such as those that named a sheet that was deleted. Pure. */

import { analysisFormulas } from "../analysis/analysisParts";
import { figureColumn, FIGURES } from "../compare";
import { cellAddress, COMPARE, SHEETS } from "../layout";
import { movesIn, placesOn } from "../places";
import type { Places } from "../places";
import type { Block, CellValue, SheetPlan } from "../plan";
import { movedFormula, sheetsNamed, skeleton, UNMOVED } from "../references";
import type { MovesOf } from "../references";
import { figurePlaces, writtenSheets } from "../refreshPlan";
import type { Damage, RepairStep } from "./repairDamage";
import type { ScenarioBlock } from "../sheets/scenariosSheet";
import type { InputTable, ModelParts } from "../standing";
import { isBrokenFormula, standingBlocks } from "../standing";

/** The sheets whose formulas the add-in can write again, cell by cell. */
export const FORMULA_SHEETS: readonly string[] = [SHEETS.summary, SHEETS.compare, SHEETS.charts, SHEETS.checks];

/** A formula of the add-in and where it belongs now. */
interface Own {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

function formulasIn({ row, column, cells }: Block): readonly Own[] {
  return cells.flatMap((line, i) =>
    line.flatMap((cell, j) =>
      typeof cell === "string" && cell.startsWith("=") ? [{ row: row + i, column: column + j, formula: cell }] : [],
    ),
  );
}

/** Column of a scenario among the key figures: the one whose formulas name it. */
function figureColumnOf({ definedName }: ScenarioBlock, cells: InputTable, first: number, last: number): number | undefined {
  const name = new RegExp(`(?<![\\w.])${definedName.replaceAll(".", "\\.")}(?![\\w.])`, "i");
  const rows = cells.values.slice(first - cells.row, last + 1 - cells.row);
  const column = (rows[0] ?? []).findIndex((_, index) => rows.some((row) => name.test(String(row[index]))));
  return column < 0 ? undefined : cells.column + column;
}

/** The key figures of every scenario in the rows of their labels and in the columns in which their scenarios stand. */
function figuresOf(parts: ModelParts, cells: InputTable, movesOf: MovesOf): readonly Own[] {
  const places = parts.compare && figurePlaces(parts.compare);
  if (!places) return [];
  const { headerRow, rowOf } = places;
  const last = Math.max(headerRow, ...FIGURES.flatMap(({ id }) => rowOf(id) ?? []));
  return standingBlocks(parts).flatMap((scenario) => {
    const column = figureColumnOf(scenario, cells, headerRow, last);
    const blocks = column === undefined ? [] : figureColumn(scenario, column, headerRow, rowOf).blocks;
    return blocks.flatMap(formulasIn).map((own) => ({ ...own, formula: movedFormula(own.formula, SHEETS.compare, movesOf) }));
  });
}

/** The other formulas of a sheet, in every place in which they may stand now. */
function elsewhere(plan: SheetPlan, places: Places, movesOf: MovesOf): readonly Own[] {
  return plan.blocks.flatMap(formulasIn).flatMap(({ row, column, formula }) => {
    const standing = places.columnOf(column);
    const own = movedFormula(formula, plan.sheet, movesOf);
    return standing === undefined ? [] : places.rowsOf(row).map((now) => ({ row: now, column: standing, formula: own }));
  });
}

/** Every formula that the add-in has on a sheet, where things stand now. */
function ownFormulas(plan: SheetPlan, plans: readonly SheetPlan[], cells: InputTable, parts: ModelParts): readonly Own[] {
  const [places, known] = [placesOn(plan, cells, parts), movesIn(parts, plans)];
  const movesOf: MovesOf = (sheet) => (sheet === plan.sheet ? places : known(sheet));
  if (plan.sheet !== SHEETS.compare) return [...analysisFormulas(parts, plan.sheet), ...elsewhere(plan, places, movesOf)];
  // Key figures stand in the columns of their scenarios: those of the plan are only where a new sheet has them.
  const moves: MovesOf = (sheet) => (sheet === plan.sheet ? UNMOVED : known(sheet));
  const rest = {
    ...plan,
    blocks: plan.blocks.filter(({ row, column }) => row !== COMPARE.headerRow || column < COMPARE.firstScenarioColumn),
  };
  return [...figuresOf(parts, cells, moves), ...elsewhere(rest, places, movesOf)];
}

interface Broken {
  readonly row: number;
  readonly column: number;
  /** What the add-in has in this cell; undefined where the formula is a person's, or nobody can tell. */
  readonly formula: string | undefined;
}

function brokenCells(cells: InputTable, own: readonly Own[]): readonly Broken[] {
  return cells.values.flatMap((line, i) =>
    line.flatMap((cell: CellValue, j): Broken[] => {
      const [text, row, column] = [String(cell), cells.row + i, cells.column + j];
      if (!isBrokenFormula(text)) return [];
      const here = own.filter((each) => each.row === row && each.column === column && skeleton(each.formula) === skeleton(text));
      const [formula, ...others] = new Set(here.map((each) => each.formula));
      return [{ row, column, formula: others.length > 0 || formula === undefined || isBrokenFormula(formula) ? undefined : formula }];
    }),
  );
}

const WRITE_ANEW = "Put right what is yours. What the add-in wrote comes back where the sheet is deleted and repaired.";

/** Ids of the sheets that are gone and that what a step writes would name. */
function missedBy(step: RepairStep, present: (sheet: string) => boolean): readonly string[] {
  const formulas = step.kind === "write" ? step.cells.flat().map(String) : [];
  return formulas.flatMap(sheetsNamed).filter((sheet) => !present(sheet));
}

/** Whether everything stands that a step names, as far as damage is found. */
export function isReady(step: RepairStep, found: readonly Damage[]): boolean {
  return missedBy(step, (sheet) => found.every(({ id }) => id !== `sheet:${sheet}`)).length === 0;
}

function previewOf(steps: readonly RepairStep[], broken: readonly Broken[], lost: readonly string[]): readonly string[] {
  if (steps.length === 0) return [];
  const others = steps.length < broken.length ? "; the others are not its own" : "";
  const later = lost.length > 0 ? `, those that name ${lost.join(" and ")} where that is there again` : "";
  return [`Writes ${String(steps.length)} of them as the add-in wrote them${later}${others}.`];
}

function damageOf(sheet: string, broken: readonly Broken[], sheets: readonly string[]): Damage {
  const steps = broken.flatMap(({ row, column, formula }): RepairStep[] =>
    formula === undefined ? [] : [{ kind: "write", sheet, row, column, cells: [[formula]] }],
  );
  const [first] = broken;
  const missed = steps.map((step) => missedBy(step, (name) => sheets.includes(name)));
  const lost = [...new Set(missed.flat())];
  return {
    id: `formulas:${sheet}`,
    words: `${String(broken.length)} formulas of ${sheet} refer to something that was deleted (#REF!).`,
    address: `${sheet}!${cellAddress(first?.row ?? 0, first?.column ?? 0)}`,
    preview: previewOf(steps, broken, lost),
    steps,
    ...(steps.length > 0 ? {} : { advice: WRITE_ANEW }),
    ...(missed.every((names) => names.length > 0) ? { after: lost.map((name) => `sheet:${name}`) } : {}),
  };
}

/** Broken formulas in cells in which the add-in has one of this form; those of a person are theirs to put right, and only named. */
export function formulaDamage(parts: ModelParts, formulas: readonly InputTable[]): readonly Damage[] {
  const plans = writtenSheets(parts, standingBlocks(parts));
  return formulas.flatMap((cells): Damage[] => {
    const plan = plans.find(({ sheet }) => sheet === cells.sheet);
    const broken = plan ? brokenCells(cells, ownFormulas(plan, plans, cells, parts)) : [];
    return broken.length > 0 ? [damageOf(cells.sheet, broken, parts.sheets)] : [];
  });
}
