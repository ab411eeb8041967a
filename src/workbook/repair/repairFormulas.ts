/** Formulas of the written sheets that have lost what they refer to, such as those that named a sheet that was deleted. Pure. */

import { cellAddress, SHEETS } from "../layout";
import type { CellValue } from "../plan";
import { sheetsNamed, skeleton } from "../references";
import { writtenSheets } from "../writtenSheets";
import { ownFormulas } from "./ownFormulas";
import type { Own } from "./ownFormulas";
import type { Damage, RepairStep } from "./repairDamage";
import { outdatedBlocks, outdatedDamage } from "./repairOutdated";
import type { InputTable, ModelParts } from "../standing";
import { isBrokenFormula, standingBlocks } from "../standing";

/** The sheets whose formulas the add-in can write again, cell by cell. */
export const FORMULA_SHEETS: readonly string[] = [SHEETS.summary, SHEETS.compare, SHEETS.charts, SHEETS.checks, SHEETS.chartData];

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

const WRITE_ANEW = "Fix your own formulas. To restore a sheet of the add-in, delete it, then choose Repair.";

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

/**
 * Broken formulas in cells in which the add-in has one of this form; those of a person are theirs to put right, and only named. With them, formulas in cells of
 * the add-in that are of another form than it writes.
 */
export function formulaDamage(parts: ModelParts, formulas: readonly InputTable[]): readonly Damage[] {
  const plans = writtenSheets(parts, standingBlocks(parts));
  const onSheets = formulas.flatMap((cells): Damage[] => {
    const plan = plans.find(({ sheet }) => sheet === cells.sheet);
    const own = plan ? ownFormulas(plan, plans, cells, parts) : [];
    const broken = plan ? brokenCells(cells, own) : [];
    return [...(broken.length > 0 ? [damageOf(cells.sheet, broken, parts.sheets)] : []), ...outdatedDamage(cells, own, parts)];
  });
  return [...onSheets, ...outdatedBlocks(parts)];
}
